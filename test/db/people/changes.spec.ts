import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PeopleRig } from './people-rig.js';
import { newUser, openPeople } from './people-rig.js';

const title = { en: 'Crew', 'zh-CN': '团队' };

describe('who is told that people changed', () => {
  let rig: PeopleRig;
  let told: string[] = [];
  let made = 0;
  const person = async (): Promise<string> =>
    (await rig.here.people.createUser(newUser(`p${(made += 1)}@demo`))).id;

  beforeAll(async () => {
    rig = await openPeople();
    await rig.here.people.ensureTeam({ id: 'crew-of-one', title });
    rig.here.changes.subscribe(async (userIds) => {
      // The change waits for this, or the list would be empty when it has answered.
      await new Promise((resolve) => setTimeout(resolve, 20));
      told.push(...userIds);
    });
  });
  beforeEach(() => {
    told = [];
  });
  afterAll(() => rig.close());

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['roles', (id) => rig.here.users.change(id, { roles: ['designer'] })],
    ['skills', (id) => rig.here.users.change(id, { skills: ['fax'] })],
    ['teams', (id) => rig.here.users.change(id, { teams: [{ team: 'crew-of-one', tier: 1 }] })],
    ['active', (id) => rig.here.users.change(id, { active: false })],
    ['password', (id) => rig.here.users.setPassword(id, 'long enough', { expired: true })],
    ['sessions', (id) => rig.here.users.endSessions(id)],
  ])(
    'a change of %s answers when the listeners have ended, and the next look is fresh',
    async (_, change) => {
      const id = await person();
      const before = await rig.here.accounts.account(id);
      await change(id);
      expect(told).toEqual([id]);
      expect(await rig.here.accounts.account(id)).not.toEqual(before);
    },
  );

  it('members who come, stay and go are told of once each, those of an untouched team are not', async () => {
    const [a, b, c] = [await person(), await person(), await person()];
    const members = (...ids: string[]) => ids.map((userId) => ({ userId, tier: 1 }));
    await rig.here.teams.create({ id: 'crew', title, members: members(a, b) });
    expect(told.sort()).toEqual([a, b].sort());
    told = [];
    await rig.here.teams.change('crew', { members: members(b, c) });
    expect(told.sort()).toEqual([a, b, c].sort());
    told = [];
    await rig.here.teams.change('crew', { title });
    expect(told).toEqual([]);
    await rig.here.people.ensureMember(a, 'crew', 2);
    expect(told).toEqual([a]);
  });

  it('a listener that fails takes nothing from the change, nor from the other listeners', async () => {
    rig.there.changes.subscribe(() => Promise.reject(new Error('broken')));
    rig.there.changes.subscribe((userIds) => void told.push(...userIds));
    const id = await person();
    expect(await rig.there.users.change(id, { skills: ['fax'] })).toMatchObject({ skills: ['fax'] });
    expect(told).toEqual([id]);
  });

  it('nobody is told of a change that was refused', async () => {
    await expect(rig.here.users.setPassword(NOBODY, 'long enough', { expired: true })).rejects.toThrow();
    await expect(rig.here.users.change(NOBODY, { active: false })).rejects.toThrow();
    expect(told).toEqual([]);
  });
});

const NOBODY = '0b6f7a3e-3f0c-4f57-9f0a-0d3f0a1c2b3d';
