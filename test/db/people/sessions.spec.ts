import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Unauthenticated, WrongPassword } from '../../../src/people/access/access-problems.js';
import type { Person } from '../../../src/people/common/model.js';
import { UnknownSession } from '../../../src/people/common/people-problems.js';
import type { PeopleProcess, PeopleRig } from './people-rig.js';
import { HOUR, MINUTE, REAUTH, SECOND, at, newUser, openPeople } from './people-rig.js';

const DAY = 24 * HOUR;

describe('a session', () => {
  let rig: PeopleRig;
  let lin: Person;
  beforeEach(async () => {
    rig = await openPeople();
    lin = await rig.here.people.createUser(newUser('lin@demo'));
  });
  afterEach(() => rig.close());

  const enter = async (process = rig.here, ip = '10.0.0.1'): Promise<string> =>
    (await process.signIns.signIn('lin@demo', 'long-enough', at(ip))).accessToken;
  const renew = async (token: string, process = rig.here): Promise<string> =>
    (await process.signIns.renew(await process.sessions.read(token))).accessToken;
  const reads = async (token: string, process: PeopleProcess = rig.here): Promise<boolean> => {
    try {
      await process.sessions.read(token);
      return true;
    } catch (error) {
      if (error instanceof Unauthenticated) return false;
      throw error;
    }
  };

  it('goes on with the old token until the renewed one has come: an answer that was lost costs nothing', async () => {
    const old = await enter();
    await renew(old);
    rig.clock.pass(10 * MINUTE);
    expect(await reads(old)).toBe(true);
    const fresh = await renew(old);
    expect(await reads(fresh)).toBe(true);
    // Requests may be under way.
    rig.clock.pass(59 * SECOND);
    expect(await reads(old)).toBe(true);
    expect(await reads(fresh)).toBe(true);
  });

  it('ends for everybody when a token that was replaced comes again: two have it', async () => {
    const stolen = await enter();
    const fresh = await renew(stolen);
    await rig.there.sessions.read(fresh);
    rig.clock.pass(2 * MINUTE);
    expect(await reads(fresh)).toBe(true);
    expect(await reads(stolen, rig.there)).toBe(false);
    expect(await reads(fresh, rig.there)).toBe(false);
    rig.clock.pass(SECOND);
    expect(await reads(fresh)).toBe(false);
    expect(await rig.here.sessions.list(lin.id)).toEqual([]);
    expect(await reads(await enter())).toBe(true);
  });

  it('is renewed by two windows at once to the same end', async () => {
    const old = await enter();
    const session = await rig.here.sessions.read(old);
    const both = await Promise.all([
      rig.here.signIns.renew(session),
      rig.there.signIns.renew(session),
      rig.there.signIns.renew(session),
    ]);
    for (const { accessToken } of both) expect(await reads(accessToken)).toBe(true);
    // A window that heard nothing of it asks once more with the old one.
    const late = await renew(old, rig.there);
    rig.clock.pass(2 * MINUTE);
    for (const token of [late, ...both.map((one) => one.accessToken)]) expect(await reads(token)).toBe(true);
  });

  it('counts in every process at once, however often it was renewed elsewhere', async () => {
    let token = await enter();
    await rig.there.sessions.read(token);
    for (let i = 0; i < 4; i += 1) token = await renew(token);
    expect(await reads(token, rig.there)).toBe(true);
  });

  it('is listed with its place and device, and ended one by one', async () => {
    const first = await enter(rig.here, '10.0.0.1');
    rig.clock.pass(MINUTE);
    const second = await enter(rig.there, '2001:db8::1');
    const { id } = await rig.here.sessions.read(first);
    const listed = await rig.there.sessions.list(lin.id);
    expect(listed).toEqual([
      expect.objectContaining({ address: '2001:db8::1', device: 'Firefox 140, Windows' }),
      {
        ...{ id, address: '10.0.0.1', device: 'Firefox 140, Windows' },
        ...{ since: new Date(rig.clock.now() - MINUTE), usedAt: new Date(rig.clock.now() - MINUTE) },
      },
    ]);
    await rig.there.sessions.end(lin.id, id);
    await rig.there.sessions.end(lin.id, id);
    expect(await reads(first, rig.there)).toBe(false);
    rig.clock.pass(SECOND);
    expect(await reads(first)).toBe(false);
    expect(await reads(second)).toBe(true);
    expect(await rig.here.sessions.list(lin.id)).toHaveLength(1);
    await rig.here.users.endSessions(lin.id);
    expect(await rig.here.sessions.list(lin.id)).toEqual([]);
  });

  it('of somebody else is not there, nor is what is no session', async () => {
    const ann = await rig.here.people.createUser(newUser('ann@demo'));
    const token = await enter();
    const { id } = await rig.here.sessions.read(token);
    for (const [owner, session] of [
      [ann.id, id],
      [lin.id, ann.id],
      [lin.id, 'x'],
      ['x', id],
    ] as const)
      await expect(rig.here.sessions.end(owner, session)).rejects.toThrow(UnknownSession);
    expect(await reads(token)).toBe(true);
  });

  it('proves nothing, and replaces no token, by what a clock that was ahead has noted', async () => {
    rig.clock.pass(24 * HOUR);
    const token = await enter();
    const session = await rig.here.sessions.read(token);
    const next = await renew(token);
    await rig.here.sessions.read(next);
    expect(await rig.here.sessions.isProved(session)).toBe(true);
    rig.clock.pass(-24 * HOUR);
    expect(await rig.here.sessions.isProved(session)).toBe(false);
    await rig.here.sessions.notePassword(session);
    expect(await rig.here.sessions.isProved(session)).toBe(true);
    // The token that was replaced counted for a minute only.
    expect(await reads(token)).toBe(false);
  });

  it('says when it was used, by the minute', async () => {
    const token = await enter();
    const began = rig.clock.now();
    const used = async (): Promise<number | undefined> => {
      const { rows } = await rig.pool.query<{ used_at: Date }>('select used_at from sessions');
      return rows[0]?.used_at.getTime();
    };
    rig.clock.pass(30 * SECOND);
    await rig.here.sessions.read(token);
    expect(await used()).toBe(began);
    rig.clock.pass(40 * SECOND);
    await rig.here.sessions.read(token);
    expect(await used()).toBe(began + 70 * SECOND);
  });

  it('is proved for a while by the password, in every process, and a wrong one does not end it', async () => {
    const token = await enter();
    const session = await rig.here.sessions.read(token);
    expect(await rig.there.sessions.isProved(session)).toBe(true);
    rig.clock.pass(REAUTH);
    expect(await rig.here.sessions.isProved(session)).toBe(false);
    expect(await rig.there.sessions.isProved(session)).toBe(false);
    await expect(rig.here.signIns.prove(lin, session, 'wrong', at('10.0.0.1'))).rejects.toThrow(
      WrongPassword,
    );
    const until = await rig.here.signIns.prove(lin, session, 'long-enough', at('10.0.0.1'));
    expect(until).toBe(rig.clock.now() + REAUTH);
    expect(await rig.there.sessions.isProved(session)).toBe(true);
    // Renewing proves nothing.
    rig.clock.pass(REAUTH);
    const renewed = await rig.here.sessions.read(await renew(token));
    expect(await rig.here.sessions.isProved(renewed)).toBe(false);
  });

  it('is forgotten a month after its end', async () => {
    await enter();
    rig.clock.pass(31 * DAY);
    await enter();
    const { rows } = await rig.pool.query('select from sessions');
    expect(rows).toHaveLength(1);
  });
});
