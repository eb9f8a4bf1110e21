import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TooManyTries, WrongCredentials } from '../../../src/people/access/access-problems.js';
import type { PeopleProcess, PeopleRig } from './people-rig.js';
import { HOUR, MINUTE, SECOND, at, newUser, openPeople } from './people-rig.js';

/** The failures of one account at one place that cost nothing. */
const FREE = 4;

describe('guessing at passwords', () => {
  let rig: PeopleRig;
  beforeEach(async () => {
    rig = await openPeople();
    for (const name of ['ann', 'bob']) await rig.here.people.createUser(newUser(`${name}@demo`));
  });
  afterEach(() => rig.close());

  /** `in`, `wrong`, or how many seconds to wait. */
  const enter = async (
    email: string,
    ip: string,
    password = 'wrong',
    process: PeopleProcess = rig.here,
  ): Promise<'in' | 'wrong' | number> => {
    try {
      await process.signIns.signIn(email, password, at(ip));
      return 'in';
    } catch (error) {
      if (error instanceof TooManyTries) return Number(error.headers['retry-after']);
      if (error instanceof WrongCredentials) return 'wrong';
      throw error;
    }
  };
  const right = (email: string, ip: string, process?: PeopleProcess): ReturnType<typeof enter> =>
    enter(email, ip, 'long-enough', process);
  const failTimes = async (times: number, email: string, ip: string): Promise<void> => {
    for (let i = 0; i < times; i += 1) expect(await enter(email, ip)).toBe('wrong');
  };
  const storm = (count: number, act: (i: number) => Promise<unknown>): Promise<unknown[]> =>
    Promise.all(Array.from({ length: count }, (_, i) => act(i)));

  it('waits longer after each failure, up to a quarter of an hour, in every process', async () => {
    await failTimes(FREE, 'ann@demo', '10.0.0.1');
    const waits: unknown[] = [];
    for (let i = 0; i < 10; i += 1) {
      expect(await enter('ann@demo', '10.0.0.1')).toBe('wrong');
      const wait = await right('ANN@demo', '10.0.0.1', rig.there);
      waits.push(wait);
      // What comes too early does not make it longer.
      expect(await enter('ann@demo', '10.0.0.1')).toBe(wait);
      rig.clock.pass(Number(wait) * SECOND);
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
    expect(await right('ann@demo', '10.0.0.1')).toBe('in');
    await failTimes(FREE, 'ann@demo', '10.0.0.1');
    expect(await right('ann@demo', '10.0.0.1')).toBe('in');
  });

  it('holds nobody by what a clock that was ahead has counted', async () => {
    rig.clock.pass(30 * 24 * HOUR);
    await failTimes(FREE + 1, 'ann@demo', '10.0.0.1');
    for (let i = 0; i < 31; i += 1) await enter(`nobody${String(i)}@demo`, '10.0.0.9');
    expect(await enter('ann@demo', '10.0.0.1')).toBe(5);
    expect(await right('bob@demo', '10.0.0.9')).toEqual(expect.any(Number));
    rig.clock.pass(-30 * 24 * HOUR);
    expect(await right('ann@demo', '10.0.0.1')).toBe('in');
    expect(await right('bob@demo', '10.0.0.9')).toBe('in');
  });

  it('holds for unknown addresses in the same way, and is forgotten after a day', async () => {
    await failTimes(FREE + 1, 'nobody@demo', '10.0.0.1');
    expect(await enter('nobody@demo', '10.0.0.1')).toBe(5);
    rig.clock.pass(25 * HOUR);
    await failTimes(FREE, 'nobody@demo', '10.0.0.1');
    expect(await enter('nobody@demo', '10.0.0.1')).toBe('wrong');
  });

  it('does not hold for colleagues behind the same address, nor for the person elsewhere', async () => {
    await failTimes(FREE + 1, 'ann@demo', '10.0.0.1');
    expect(await right('ann@demo', '10.0.0.1')).toBe(5);
    expect(await right('bob@demo', '10.0.0.1')).toBe('in');
    expect(await right('ann@demo', '10.0.0.2')).toBe('in');
  });

  it('takes all addresses of an IPv6 line for one, and IPv4 written as IPv6 for IPv4', async () => {
    for (let i = 0; i < FREE + 1; i += 1)
      expect(await enter('ann@demo', `2001:db8:1:2:${i}::${i}`)).toBe('wrong');
    expect(await right('ann@demo', '2001:db8:1:2:ffff::1')).toBe(5);
    expect(await right('ann@demo', '2001:db8:1:3::1')).toBe('in');
    await failTimes(FREE, 'bob@demo', '10.0.0.1');
    expect(await enter('bob@demo', '::ffff:10.0.0.1')).toBe('wrong');
    expect(await right('bob@demo', '10.0.0.1')).toBe(5);
  });

  it('from many addresses brakes an account there, but not where it has signed in before', async () => {
    expect(await right('ann@demo', '10.0.0.1')).toBe('in');
    for (let i = 0; i < 20; i += 1) expect(await enter('ann@demo', `10.9.0.${i}`)).toBe('wrong');
    expect(await enter('ann@demo', '10.9.1.1', 'wrong', rig.there)).toBe(5);
    expect(await right('ann@demo', '10.0.0.1', rig.there)).toBe('in');
    expect(await enter('ann@demo', '10.0.0.1')).toBe('wrong');
    // The delay stays short: the person may be on a journey.
    for (let i = 0; i < 10; i += 1) {
      const wait = await enter('ann@demo', `10.9.2.${i}`);
      expect(Number(wait)).toBeLessThanOrEqual(60);
      rig.clock.pass(Number(wait) * SECOND);
      expect(await enter('ann@demo', `10.9.3.${i}`)).toBe('wrong');
    }
    rig.clock.pass(MINUTE);
    expect(await right('ann@demo', '10.9.4.1')).toBe('in');
  });

  it('at many accounts from one place is slow there, for those alone who never signed in there', async () => {
    expect(await right('ann@demo', '10.0.0.1')).toBe('in');
    const results = await storm(90, (i) =>
      enter(`guess${i}@demo`, '10.0.0.1', 'wrong', i % 2 ? rig.here : rig.there),
    );
    expect(results.filter((one) => one === 'wrong').length).toBeLessThanOrEqual(30);
    expect(results.filter((one) => typeof one === 'number').length).toBeGreaterThanOrEqual(60);
    for (let i = 0; i < 30; i += 1) await enter(`more${i}@demo`, '10.0.0.1');
    const waits = await right('bob@demo', '10.0.0.1');
    expect(waits).toBeGreaterThan(0);
    expect(waits).toBeLessThanOrEqual(60);
    expect(await right('ann@demo', '10.0.0.1')).toBe('in');
    expect(await right('bob@demo', '10.0.0.2')).toBe('in');
    rig.clock.pass(HOUR);
    expect(await enter('fresh@demo', '10.0.0.1')).toBe('wrong');
  });

  it('lets a colleague in within a minute while somebody there goes on guessing at ever more accounts', async () => {
    for (let i = 0; i < 36; i += 1) {
      const first = await enter(`guess${i}@demo`, '10.0.0.1');
      if (first === 'wrong') continue;
      rig.clock.pass(Number(first) * SECOND);
      expect(await enter(`guess${i}@demo`, '10.0.0.1')).toBe('wrong');
    }
    const waits = Number(await right('bob@demo', '10.0.0.1'));
    expect(waits).toBeGreaterThan(30);
    expect(waits).toBeLessThanOrEqual(60);
    for (let i = 0; i < 30; i += 1) {
      expect(await enter(`fresh${i}@demo`, '10.0.0.1', 'wrong', rig.there)).toBe(60);
      rig.clock.pass((waits * SECOND) / 30);
    }
    expect(await right('bob@demo', '10.0.0.1', rig.there)).toBe('in');
  });

  it('slows each account of a guesser who waits, too', async () => {
    for (let i = 0; i < 31; i += 1) await enter(`guess${i}@demo`, '10.0.0.1');
    const waits: unknown[] = [];
    for (let i = 0; i < 4; i += 1) {
      const wait = await enter('next@demo', '10.0.0.1');
      waits.push(wait);
      rig.clock.pass(Number(wait) * SECOND);
      expect(await enter('next@demo', '10.0.0.1')).toBe('wrong');
    }
    expect(waits).toEqual([1, 1, 1, 1]);
  });

  it('lets a whole office mistype where it has signed in before', async () => {
    for (let i = 0; i < 40; i += 1) {
      await rig.here.people.createUser(newUser(`p${i}@demo`));
      expect(await right(`p${i}@demo`, '10.0.0.1')).toBe('in');
    }
    expect(new Set(await storm(40, (i) => enter(`p${i}@demo`, '10.0.0.1')))).toEqual(new Set(['wrong']));
    expect(await right('bob@demo', '10.0.0.1')).toBe('in');
  });

  it('gets no more tries by many at once, in two processes, than one after the other', async () => {
    const results = await storm(40, (i) =>
      enter('ann@demo', '10.0.0.1', 'wrong', i % 2 ? rig.here : rig.there),
    );
    expect(results.filter((one) => one === 'wrong')).toHaveLength(FREE + 1);
    expect(results.filter((one) => one === 5)).toHaveLength(40 - FREE - 1);
  });

  it('does not take many right ones at once for failures', async () => {
    const results = await storm(40, () => right('ann@demo', '10.0.0.1'));
    expect(new Set(results)).toEqual(new Set(['in']));
    const { rows } = await rig.pool.query('select from sign_in_failures');
    expect(rows).toEqual([]);
  });

  it('does not count what was refused or broke, and waits for no clock that was set back', async () => {
    const broken = new Error('the database went away');
    for (let i = 0; i < 20; i += 1)
      await expect(
        rig.here.throttle.guard('ann@demo', '10.0.0.1', () => Promise.reject(broken)),
      ).rejects.toThrow(broken);
    await failTimes(FREE + 1, 'ann@demo', '10.0.0.1');
    rig.clock.pass(-2 * HOUR);
    expect(await right('ann@demo', '10.0.0.1')).toBe('in');
  });
});
