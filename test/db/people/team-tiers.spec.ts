import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOST_TIERS, USUAL_TIERS } from '../../../src/engine/common/tiers.js';
import { TiersInUse } from '../../../src/people/common/people-problems.js';
import type { ProblemError } from '../../../src/problems/problem.js';
import type { Problem } from '../../../src/problems/problem.js';
import { smallSop } from '../../support/small-sop.js';
import type { PeopleRig } from './people-rig.js';
import { SECOND, newUser, openPeople } from './people-rig.js';

const title = { en: 'Quality', 'zh-CN': '品控组' };
const errorsOf = async (act: Promise<unknown>): Promise<ProblemError[]> => {
  const problem = await act.then(
    () => null,
    (error: Problem) => error,
  );
  if (problem === null) throw new Error('It was not refused.');
  return problem.errors;
};
const pointersOf = async (act: Promise<unknown>): Promise<string[]> =>
  (await errorsOf(act)).map(({ pointer }) => pointer);

describe('how many tiers a team has', () => {
  let rig: PeopleRig;
  beforeAll(async () => {
    rig = await openPeople();
  });
  afterAll(() => rig.close());
  const person = (email: string) => rig.here.people.createUser(newUser(email));
  const tiersIn = async (team: string): Promise<number | undefined> =>
    (await rig.here.teams.read(team)).tiers;

  it('is said when it is made or changed, and is the usual number otherwise', async () => {
    await rig.here.teams.create({ id: 'plain', title });
    await rig.here.teams.create({ id: 'flat', title, tiers: 1 });
    await rig.here.people.ensureTeam({ id: 'seeded', title });
    await rig.here.people.ensureTeam({ id: 'deep', title, tiers: 5 });
    await rig.here.people.ensureTeam({ id: 'deep', title, tiers: 2 });
    await rig.here.teams.change('plain', { title });
    const all = Object.fromEntries((await rig.here.teams.list()).map(({ id, tiers }) => [id, tiers]));
    expect(all).toMatchObject({ plain: USUAL_TIERS, flat: 1, seeded: USUAL_TIERS, deep: 5 });
    await rig.here.teams.change('plain', { tiers: 4 });
    expect(await tiersIn('plain')).toBe(4);
    // The database says the same where nobody does.
    await rig.pool.query(`insert into teams (id, title) values ('bare', '{}')`);
    const { rows } = await rig.pool.query(`delete from teams where id = 'bare' returning tiers`);
    expect(rows).toEqual([{ tiers: USUAL_TIERS }]);
  });

  it('is a whole number that a team can have, by every way', async () => {
    for (const tiers of [0, -1, 1.5, MOST_TIERS + 1]) {
      expect(await pointersOf(rig.here.teams.create({ id: 'odd', title, tiers }))).toEqual(['/tiers']);
      expect(await pointersOf(rig.here.people.ensureTeam({ id: 'odd', title, tiers }))).toEqual(['/tiers']);
      expect(await pointersOf(rig.here.teams.change('deep', { tiers }))).toEqual(['/tiers']);
    }
    expect(await rig.here.people.teamIds()).not.toContain('odd');
  });

  it('counts at once here and within two seconds elsewhere', async () => {
    await rig.here.teams.create({ id: 'growing', title, tiers: 2 });
    const there = async (): Promise<number> => (await rig.there.calendars.knowing()).tiersOf('growing');
    rig.clock.pass(2 * SECOND);
    expect(await there()).toBe(2);
    await rig.here.teams.change('growing', { tiers: 6 });
    expect((await rig.here.calendars.knowing()).tiersOf('growing')).toBe(6);
    rig.clock.pass(2 * SECOND);
    expect(await there()).toBe(6);
    expect((await rig.here.calendars.knowing()).tiersOf('nowhere')).toBe(USUAL_TIERS);
  });

  it('is as high as a member can stand, whoever puts them there, and said where it is not', async () => {
    const { id } = await person('high@tiers');
    const members = [{ userId: id, tier: 3 }];
    await rig.here.teams.create({ id: 'two', title, tiers: 2 });
    const teams = [{ team: 'two', tier: 3 }];
    const ways: [Promise<unknown>, string][] = [
      [rig.here.teams.create({ id: 'new', title, tiers: 2, members }), '/members/0/tier'],
      [rig.here.teams.change('two', { members }), '/members/0/tier'],
      [rig.here.users.change(id, { teams }), '/teams/0/tier'],
      [rig.here.people.createUser(newUser('other@tiers', { teams })), '/teams/0/tier'],
      [rig.here.people.ensureMember(id, 'two', 3), '/tier'],
    ];
    for (const [way, pointer] of ways) {
      expect(await errorsOf(way)).toEqual([
        { pointer, message: { en: 'the team has 2 tiers only', 'zh-CN': '该团队只有 2 级' } },
      ]);
    }
    expect((await rig.here.people.person(id))?.teams).toEqual([]);
    await rig.here.people.ensureMember(id, 'two', 2);
    // More tiers and who stands there come together.
    await rig.here.teams.change('two', { tiers: 3, members });
    expect((await rig.here.teams.read('two')).members).toMatchObject(members);
  });

  it('is not lowered under a member, unless they come down with it', async () => {
    const { id } = await person('low@tiers');
    await rig.here.teams.create({ id: 'shrinking', title, members: [{ userId: id, tier: 3 }] });
    const refused = rig.here.teams.change('shrinking', { tiers: 2 });
    await expect(refused).rejects.toThrow(TiersInUse);
    expect(await errorsOf(refused)).toEqual([
      {
        pointer: '/tiers',
        message: {
          en: 'above tier 2 there are members: low@tiers',
          'zh-CN': '第 2 级以上仍有成员：low@tiers',
        },
      },
    ]);
    expect(await tiersIn('shrinking')).toBe(3);
    await rig.here.teams.change('shrinking', { tiers: 2, members: [{ userId: id, tier: 2 }] });
    expect(await tiersIn('shrinking')).toBe(2);
  });

  it('of a member who is put up and a team that is lowered at the same moment one is refused', async () => {
    const { id } = await person('race@tiers');
    for (const round of [1, 2, 3]) {
      const team = `race-${round}`;
      await rig.here.teams.create({ id: team, title });
      const ends = await Promise.allSettled([
        rig.here.users.change(id, { teams: [{ team, tier: 3 }] }),
        rig.there.teams.change(team, { tiers: 2 }),
      ]);
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  it('is not lowered under a step of an SOP that is in force, or on which an open ticket runs', async () => {
    await rig.here.teams.create({ id: 'desk', title });
    const put = async (version: number, tier: number): Promise<void> => {
      const sop = smallSop();
      sop.meta.team = 'desk';
      sop.meta.tier = tier;
      const { meta } = sop.states['approval'] ?? {};
      if (meta) meta.tier = tier;
      await rig.pool.query(
        `insert into sop_versions (sop_id, version, source, format, definition, hash, origin, published_by)
         values ('small', $1, 'x', 'yaml', $2, $3, 'file', 'x')`,
        [version, JSON.stringify(sop), String(version)],
      );
    };
    await rig.pool.query(`insert into sops (id) values ('small')`);
    await put(1, 3);
    expect(await errorsOf(rig.here.teams.change('desk', { tiers: 2 }))).toMatchObject([
      { pointer: '/tiers', message: { en: 'above tier 2 there are SOPs in force: small v1' } },
    ]);
    await put(2, 1);
    await rig.here.teams.change('desk', { tiers: 2 });
    await rig.here.teams.change('desk', { tiers: 3 });
    expect(await tiersIn('desk')).toBe(3);
  });
});
