import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DuplicateEmail, LastAdmin, UnknownUser } from '../../../src/people/common/people-problems.js';
import { InvalidBody } from '../../../src/problems/http-problems.js';
import type { PeopleRig } from './people-rig.js';
import { SECOND, newUser, openPeople } from './people-rig.js';

describe('users', () => {
  let rig: PeopleRig;
  beforeAll(async () => {
    rig = await openPeople();
    await rig.here.people.ensureTeam({ id: 'after-sales', title: { en: 'After-sales', 'zh-CN': '售后组' } });
    await rig.here.people.ensureTeam({ id: 'quality', title: { en: 'Quality', 'zh-CN': '品控组' } });
  });
  afterAll(() => rig.close());

  it('a created user is found by id and by e-mail, however it is written', async () => {
    const user = newUser(' Lin@Shop.example ', {
      name: '林小雨',
      skills: ['zh'],
      lang: 'zh-CN',
      teams: [
        { team: 'quality', tier: 3 },
        { team: 'after-sales', tier: 1 },
      ],
    });
    const created = await rig.here.people.createUser(user);
    expect(created).toEqual({
      id: expect.any(String),
      email: 'lin@shop.example',
      name: '林小雨',
      roles: ['agent'],
      skills: ['zh'],
      lang: 'zh-CN',
      teams: [
        { team: 'after-sales', tier: 1 },
        { team: 'quality', tier: 3 },
      ],
    });
    expect(await rig.here.people.person(created.id)).toEqual(created);
    expect(await rig.there.people.personByEmail('LIN@shop.example')).toEqual(created);
  });

  it('nobody is found by an unknown id, or by something that is no id', async () => {
    expect(await rig.here.people.person('0b6f7a3e-3f0c-4f57-9f0a-0d3f0a1c2b3d')).toBeNull();
    for (const id of ['', 'x', '1', "' or true --"]) expect(await rig.here.people.person(id)).toBeNull();
    expect(await rig.here.people.personByEmail('nobody@demo')).toBeNull();
    await expect(rig.here.users.read('x')).rejects.toThrow(UnknownUser);
    await expect(rig.here.users.change('x', { name: 'y' })).rejects.toThrow(UnknownUser);
    await expect(rig.here.users.setPassword('x', 'long enough', { expired: true })).rejects.toThrow(
      UnknownUser,
    );
  });

  it('an e-mail belongs to one user, also when ten ask for it at once', async () => {
    const tries = Array.from({ length: 10 }, () => rig.here.people.createUser(newUser('twice@demo')));
    const results = await Promise.allSettled(tries);
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    for (const r of results) if (r.status === 'rejected') expect(r.reason).toBeInstanceOf(DuplicateEmail);
    await expect(rig.there.people.createUser(newUser('TWICE@demo'))).rejects.toThrow(DuplicateEmail);
  });

  it('a team that does not exist, or is named twice, is refused where it stands', async () => {
    const teams = ['after-sales', 'nowhere', 'after-sales'].map((team) => ({ team, tier: 1 }));
    const refused = rig.here.people.createUser(newUser('lost@demo', { teams }));
    await expect(refused).rejects.toThrow(InvalidBody);
    const pointers = await refused.catch((e: InvalidBody) => e.errors.map(({ pointer }) => pointer));
    expect(pointers).toEqual(['/teams/1/team', '/teams/2/team']);
    expect(await rig.here.people.personByEmail('lost@demo')).toBeNull();
  });

  it('a change counts at once here and within two seconds elsewhere', async () => {
    const { id } = await rig.here.people.createUser(newUser('changing@demo'));
    await rig.there.people.person(id);
    await rig.here.users.change(id, { roles: ['lead'], teams: [{ team: 'quality', tier: 2 }] });
    expect((await rig.here.people.person(id))?.roles).toEqual(['lead']);
    rig.clock.pass(2 * SECOND);
    expect(await rig.there.people.person(id)).toMatchObject({
      roles: ['lead'],
      teams: [{ team: 'quality', tier: 2 }],
    });
  });

  it('a deactivated user is nobody any more, and comes back as before', async () => {
    const { id } = await rig.here.people.createUser(newUser('gone@demo', { skills: ['refunds'] }));
    await rig.there.people.person(id);
    await rig.here.users.change(id, { active: false });
    expect(await rig.here.people.person(id)).toBeNull();
    expect(await rig.here.people.personByEmail('gone@demo')).toBeNull();
    rig.clock.pass(2 * SECOND);
    expect(await rig.there.people.person(id)).toBeNull();
    await rig.here.users.change(id, { active: true });
    expect((await rig.here.people.person(id))?.skills).toEqual(['refunds']);
  });

  it('a change that names nothing changes nothing', async () => {
    const { id } = await rig.here.people.createUser(newUser('same@demo'));
    const before = await rig.here.users.read(id);
    expect(await rig.here.users.change(id, {})).toEqual(before);
  });

  it('a membership is set again without a second row', async () => {
    const { id } = await rig.here.people.createUser(newUser('member@demo'));
    await rig.here.people.ensureMember(id, 'quality', 1);
    await rig.here.people.ensureMember(id, 'quality', 3);
    expect((await rig.here.people.person(id))?.teams).toEqual([{ team: 'quality', tier: 3 }]);
  });

  it('the last administrator stays one, also when two take it from each other at once', async () => {
    const a = await rig.here.people.createUser(newUser('a@admin', { roles: ['admin'] }));
    await expect(rig.here.users.change(a.id, { roles: ['lead'] })).rejects.toThrow(LastAdmin);
    await expect(rig.here.users.change(a.id, { active: false })).rejects.toThrow(LastAdmin);
    expect((await rig.here.people.person(a.id))?.roles).toEqual(['admin']);
    const b = await rig.here.people.createUser(newUser('b@admin', { roles: ['admin'] }));
    const results = await Promise.allSettled([
      rig.here.users.change(a.id, { roles: ['lead'] }),
      rig.there.users.change(b.id, { active: false }),
    ]);
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await rig.pool.query(`select 1 from users where active and 'admin' = any(roles)`);
    expect(left.rowCount).toBe(1);
  });
});

describe('the list of users', () => {
  let rig: PeopleRig;
  beforeAll(async () => {
    rig = await openPeople();
    await rig.here.people.ensureTeam({ id: 'quality', title: { en: 'Quality', 'zh-CN': '品控组' } });
    for (const name of ['anna', 'bo', 'chen', 'dora', '100%_sure']) {
      await rig.here.people.createUser(newUser(`${name}@demo`, { name: `Name of ${name}` }));
    }
    const bo = await rig.here.people.personByEmail('bo@demo');
    await rig.here.people.ensureMember(bo?.id ?? '', 'quality', 1);
    await rig.here.users.change(bo?.id ?? '', { active: false });
  });
  afterAll(() => rig.close());

  const emails = async (filter: object): Promise<string[]> =>
    (await rig.here.users.list({ limit: 50, ...filter })).items.map(({ email }) => email);

  it('comes page by page, each user once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await rig.here.users.list({ limit: 2, cursor });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ email }) => email));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect([...seen].sort()).toEqual(['100%_sure@demo', 'anna@demo', 'bo@demo', 'chen@demo', 'dora@demo']);
  });

  it('a full last page has no next one', async () => {
    expect((await rig.here.users.list({ limit: 5 })).nextCursor).toBeNull();
  });

  it('is narrowed by team, by state, and by a part of the name or e-mail', async () => {
    expect(await emails({ team: 'quality' })).toEqual(['bo@demo']);
    expect(await emails({ active: false })).toEqual(['bo@demo']);
    expect(await emails({ active: true, q: 'OF CH' })).toEqual(['chen@demo']);
    expect(await emails({ q: 'dora@' })).toEqual(['dora@demo']);
  });

  it('takes signs that mean something to SQL as what they are', async () => {
    expect(await emails({ q: '%' })).toEqual(['100%_sure@demo']);
    expect(await emails({ q: '_' })).toEqual(['100%_sure@demo']);
    expect(await emails({ q: '\\' })).toEqual([]);
    expect(await emails({ q: "'" })).toEqual([]);
  });

  it('refuses a cursor that is none', async () => {
    for (const cursor of ['', '!!', 'AA==', '//8']) {
      await expect(rig.here.users.list({ limit: 2, cursor })).rejects.toThrow(InvalidBody);
    }
  });
});
