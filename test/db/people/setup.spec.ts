import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SetupRefused, WrongCredentials } from '../../../src/people/access/access-problems.js';
import { InvalidBody } from '../../../src/problems/http-problems.js';
import type { PeopleRig } from './people-rig.js';
import { HOUR, at, newUser, once, openPeople } from './people-rig.js';

describe('the first administrator', () => {
  let rig: PeopleRig;
  beforeEach(async () => {
    rig = await openPeople();
  });
  afterEach(() => rig.close());

  const admin = { email: 'Owner@Shop.example', name: '王芳', password: 'correct horse' };
  const token = async (): Promise<string> => (await rig.here.people.setupToken()) ?? '';

  it('is created with the token, is signed in, and may sign in again', async () => {
    const link = await token();
    expect(await rig.here.people.isSetupNeeded()).toBe(true);
    const { user } = await rig.there.signIns.setUp(link, admin, at('10.0.0.1'), once());
    expect(await rig.here.people.isSetupNeeded()).toBe(false);
    expect(user).toMatchObject({ email: 'owner@shop.example', name: '王芳', roles: ['admin'], teams: [] });
    expect(
      (await rig.here.signIns.signIn('owner@shop.example', 'correct horse', at('10.0.0.1'))).user,
    ).toEqual(user);
  });

  it('is let in again by the same request, and nobody with the key but another password', async () => {
    const link = await token();
    const identity = once();
    const { user } = await rig.there.signIns.setUp(link, admin, at('10.0.0.1'), identity);
    const again = await rig.here.signIns.setUp(link, admin, at('10.0.0.1'), identity);
    expect(again.user).toEqual(user);
    const stranger = { ...admin, password: 'another long one' };
    await expect(rig.here.signIns.setUp(link, stranger, at('10.0.0.2'), identity)).rejects.toThrow(
      WrongCredentials,
    );
  });

  it('is created once, however many use the token at once', async () => {
    const link = await token();
    const tries = Array.from({ length: 8 }, (_, i) =>
      (i % 2 ? rig.here : rig.there).signIns.setUp(
        link,
        { ...admin, email: `owner${i}@demo` },
        at('10.0.0.1'),
        once(),
      ),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    for (const r of results) if (r.status === 'rejected') expect(r.reason).toBeInstanceOf(SetupRefused);
    expect((await rig.pool.query('select 1 from users')).rowCount).toBe(1);
  });

  it('there is no token once there are users, and an older one is worth nothing', async () => {
    const link = await token();
    await rig.here.people.createUser(newUser('lin@demo'));
    expect(await rig.here.people.setupToken()).toBeNull();
    await expect(rig.here.signIns.setUp(link, admin, at('10.0.0.1'), once())).rejects.toThrow(SetupRefused);
  });

  it('a wrong token, one of yesterday and one that was replaced are refused', async () => {
    await expect(rig.here.signIns.setUp('', admin, at('10.0.0.1'), once())).rejects.toThrow(SetupRefused);
    const replaced = await token();
    const link = await token();
    await expect(rig.here.signIns.setUp(replaced, admin, at('10.0.0.1'), once())).rejects.toThrow(
      SetupRefused,
    );
    rig.clock.pass(24 * HOUR);
    await expect(rig.here.signIns.setUp(link, admin, at('10.0.0.1'), once())).rejects.toThrow(SetupRefused);
    expect((await rig.pool.query('select 1 from users')).rowCount).toBe(0);
  });

  it('must not choose a password that others guess, and the link still works then', async () => {
    const link = await token();
    for (const password of ['short', 'qwertyuiop', 'wangfang-stepwise', 'owner@shop1'])
      await expect(
        rig.here.signIns.setUp(link, { ...admin, name: 'Wang Fang', password }, at('10.0.0.1'), once()),
      ).rejects.toThrow(InvalidBody);
    await rig.here.signIns.setUp(link, admin, at('10.0.0.1'), once());
  });

  it('the token itself is not stored', async () => {
    const link = await token();
    const { rows } = await rig.pool.query<{ all: string }>(
      `select string_agg(value::text, '') as all from settings`,
    );
    expect(link).toHaveLength(43);
    expect(rows[0]?.all).not.toContain(link);
  });
});
