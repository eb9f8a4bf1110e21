import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BusinessCalendar } from '../../../src/engine/common/model.js';
import type { CalendarDef } from '../../../src/calendar/index.js';
import { DuplicateTeam, UnknownTeam } from '../../../src/people/common/people-problems.js';
import { InvalidBody } from '../../../src/problems/http-problems.js';
import type { PeopleProcess, PeopleRig } from './people-rig.js';
import { HOUR, SECOND, newUser, openPeople } from './people-rig.js';

const title = { en: 'Quality', 'zh-CN': '品控组' };
const mornings: CalendarDef = { timeZone: 'Asia/Shanghai', weekly: { mon: [['09:00', '12:00']] } };
// A Monday in Shanghai.
const from = Date.parse('2026-11-23T00:00:00+08:00');
const to = from + 24 * HOUR;

const calendarOf = async (of: PeopleProcess, team: string): Promise<BusinessCalendar> =>
  (await of.calendars.all())(team);

describe('teams', () => {
  let rig: PeopleRig;
  beforeAll(async () => {
    rig = await openPeople();
  });
  afterAll(() => rig.close());

  it('a team without a calendar, and one that does not exist, are always open', async () => {
    await rig.here.people.ensureTeam({ id: 'open', title });
    for (const id of ['open', 'nowhere']) {
      expect((await calendarOf(rig.here, id)).between(from, to)).toBe(24 * HOUR);
    }
  });

  it('a changed calendar counts at once here and within two seconds elsewhere', async () => {
    await rig.here.people.ensureTeam({ id: 'changing', title });
    await calendarOf(rig.there, 'changing');
    await rig.here.teams.change('changing', { calendar: mornings });
    expect((await calendarOf(rig.here, 'changing')).between(from, to)).toBe(3 * HOUR);
    rig.clock.pass(2 * SECOND);
    expect((await calendarOf(rig.there, 'changing')).between(from, to)).toBe(3 * HOUR);
    await rig.here.teams.change('changing', { calendar: null });
    expect((await calendarOf(rig.here, 'changing')).between(from, to)).toBe(24 * HOUR);
  });

  it('a change of a calendar moves no time that has passed, here and elsewhere', async () => {
    await rig.here.teams.create({ id: 'history', title, calendar: mornings });
    const monday = from - 7 * 24 * HOUR;
    const lastWeek = async (of: PeopleProcess): Promise<number> =>
      (await calendarOf(of, 'history')).between(monday, monday + 24 * HOUR) / HOUR;
    const thisWeek = async (of: PeopleProcess): Promise<number> =>
      (await calendarOf(of, 'history')).between(from, to) / HOUR;
    // Sunday, 2026-11-22 in the morning.
    expect([await lastWeek(rig.here), await thisWeek(rig.here)]).toEqual([3, 3]);
    await rig.here.teams.change('history', { calendar: null });
    expect([await lastWeek(rig.here), await thisWeek(rig.here)]).toEqual([3, 24]);
    rig.clock.pass(2 * SECOND);
    expect([await lastWeek(rig.there), await thisWeek(rig.there)]).toEqual([3, 24]);
    expect(await rig.here.teams.read('history')).toMatchObject({ calendar: null });
  });

  it('of two changes at the same instant, and of one after the clock was set back, the last one counts', async () => {
    await rig.here.teams.create({ id: 'quick', title });
    const open = async (): Promise<number> => (await calendarOf(rig.here, 'quick')).between(from, to) / HOUR;
    const all: CalendarDef = { timeZone: 'Asia/Shanghai', weekly: { mon: [['00:00', '24:00']] } };
    await rig.here.teams.change('quick', { calendar: mornings });
    await rig.here.teams.change('quick', { calendar: all });
    expect(await open()).toBe(24);
    rig.clock.pass(-HOUR);
    await rig.here.teams.change('quick', { calendar: mornings });
    rig.clock.pass(HOUR);
    expect(await open()).toBe(3);
    expect(await rig.here.teams.read('quick')).toMatchObject({ calendar: mornings });
  });

  it('what is sent again as it is makes no history', async () => {
    await rig.here.teams.create({ id: 'again', title, calendar: mornings });
    const { timeZone, weekly } = mornings;
    await rig.here.teams.change('again', { calendar: { weekly, timeZone } });
    await rig.here.teams.change('again', { title });
    const { rows } = await rig.pool.query(`select since from team_calendars where team_id = 'again'`);
    expect(rows).toEqual([{ since: null }]);
  });

  it('an unchanged calendar is not compiled again', async () => {
    await rig.here.teams.create({ id: 'steady', title, calendar: mornings });
    const before = await calendarOf(rig.here, 'steady');
    rig.clock.pass(10 * SECOND);
    await rig.here.people.ensureTeam({ id: 'another', title });
    expect(await calendarOf(rig.here, 'steady')).toBe(before);
  });

  it('ensuring a team leaves one that exists as it is', async () => {
    await rig.here.people.ensureTeam({ id: 'kept', title, calendar: mornings });
    await rig.here.people.ensureTeam({ id: 'kept', title: { en: 'Other', 'zh-CN': '其他' } });
    expect(await rig.here.teams.read('kept')).toMatchObject({ title, calendar: mornings, members: [] });
    expect(await rig.here.people.teamIds()).toContain('kept');
  });

  it('a team is a specialist team only when somebody says so, also when it is ensured', async () => {
    await rig.here.teams.create({ id: 'plain', title });
    await rig.here.teams.create({ id: 'experts', title, specialist: true });
    await rig.here.people.ensureTeam({ id: 'ensured', title, specialist: true });
    await rig.here.people.ensureTeam({ id: 'experts', title });
    const marks = Object.fromEntries((await rig.here.teams.list()).map((t) => [t.id, t.specialist]));
    expect(marks).toMatchObject({ plain: false, experts: true, ensured: true });
    expect((await rig.here.teams.read('experts')).specialist).toBe(true);
    expect(await rig.here.teams.change('experts', { title })).toMatchObject({ specialist: true });
  });

  it('an idle cut-off is five minutes until somebody says otherwise, and each change is kept with its instant', async () => {
    await rig.here.teams.create({ id: 'calm', title });
    expect(await rig.here.teams.read('calm')).toMatchObject({ idleMinutes: 5 });
    await rig.here.teams.create({ id: 'busy', title, idleMinutes: 3 });
    await rig.here.people.ensureTeam({ id: 'settled', title });
    expect((await rig.here.teams.list()).map((t) => [t.id, t.idleMinutes])).toEqual(
      expect.arrayContaining([
        ['calm', 5],
        ['busy', 3],
        ['settled', 5],
      ]),
    );
    rig.clock.pass(SECOND);
    expect(await rig.here.teams.change('busy', { idleMinutes: 10 })).toMatchObject({ idleMinutes: 10 });
    // The same again, and something else, is no change of it.
    await rig.here.teams.change('busy', { idleMinutes: 10 });
    await rig.here.teams.change('busy', { title });
    const { rows } = await rig.pool.query(
      `select minutes, since = $1 as now from team_idle where team_id = 'busy' order by id`,
      [new Date(rig.clock.now())],
    );
    expect(rows).toEqual([
      { minutes: 3, now: null },
      { minutes: 10, now: true },
    ]);
  });

  it('which teams are specialist teams counts at once here and within two seconds elsewhere', async () => {
    await rig.here.teams.create({ id: 'turning', title });
    const here = async (): Promise<boolean> => (await rig.here.calendars.specialists()).has('turning');
    const there = async (): Promise<boolean> => (await rig.there.calendars.specialists()).has('turning');
    rig.clock.pass(2 * SECOND);
    expect([await here(), await there()]).toEqual([false, false]);
    await rig.here.teams.change('turning', { specialist: true });
    expect(await here()).toBe(true);
    rig.clock.pass(2 * SECOND);
    expect(await there()).toBe(true);
    await rig.here.teams.change('turning', { specialist: false });
    expect(await here()).toBe(false);
    expect((await rig.here.calendars.specialists()).has('nowhere')).toBe(false);
  });

  it('a second team of the same name is refused', async () => {
    await rig.here.teams.create({ id: 'twice', title });
    await expect(rig.here.teams.create({ id: 'twice', title })).rejects.toThrow(DuplicateTeam);
  });

  it('a calendar that never opens is refused where it is wrong, and nothing changes', async () => {
    await rig.here.teams.create({ id: 'guarded', title, calendar: mornings });
    const never = { timeZone: 'Mars', weekly: {} };
    const refused = rig.here.teams.change('guarded', { title: { en: 'x', 'zh-CN': '某' }, calendar: never });
    await expect(refused).rejects.toThrow(InvalidBody);
    const pointers = await refused.catch((e: InvalidBody) => e.errors.map(({ pointer }) => pointer));
    expect(pointers).toEqual(['/calendar/timeZone', '/calendar/weekly']);
    expect(await rig.here.teams.read('guarded')).toMatchObject({ title, calendar: mornings });
  });

  it('members are replaced as a whole, and those who leave lose the team at once', async () => {
    const [a, b] = await Promise.all([
      rig.here.people.createUser(newUser('a@team')),
      rig.here.people.createUser(newUser('b@team')),
    ]);
    await rig.here.teams.create({ id: 'crew', title, members: [{ userId: a.id, tier: 1 }] });
    expect((await rig.here.people.person(a.id))?.teams).toEqual([{ team: 'crew', tier: 1 }]);
    const changed = await rig.here.teams.change('crew', { members: [{ userId: b.id, tier: 3 }] });
    expect(changed.members).toEqual([{ userId: b.id, name: 'b@team', tier: 3 }]);
    expect((await rig.here.people.person(a.id))?.teams).toEqual([]);
    expect((await rig.here.people.person(b.id))?.teams).toEqual([{ team: 'crew', tier: 3 }]);
  });

  it('a member who does not exist, or is named twice, is refused where they stand', async () => {
    const { id } = await rig.here.people.createUser(newUser('c@team'));
    const members = ['0b6f7a3e-3f0c-4f57-9f0a-0d3f0a1c2b3d', id, id].map((userId) => ({ userId, tier: 1 }));
    const refused = rig.here.teams.create({ id: 'ghosts', title, members });
    await expect(refused).rejects.toThrow(InvalidBody);
    const pointers = await refused.catch((e: InvalidBody) => e.errors.map(({ pointer }) => pointer));
    expect(pointers).toEqual(['/members/0/userId', '/members/2/userId']);
  });

  it('an unknown team is named', async () => {
    await expect(rig.here.teams.read('nowhere')).rejects.toThrow(UnknownTeam);
    await expect(rig.here.teams.change('nowhere', { title })).rejects.toThrow(UnknownTeam);
  });

  it('warns before the known days off run out', async () => {
    const calendar: CalendarDef = { ...mornings, holidays: ['2026-10-01'], covers: [2026, 2026] };
    const team = await rig.here.teams.create({ id: 'warned', title, calendar });
    expect(team.warnings).toHaveLength(1);
    expect(team.warnings[0]?.en).toContain('2027');
    const covered = await rig.here.teams.change('warned', {
      calendar: { ...calendar, covers: [2026, 2027] },
    });
    expect(covered.warnings).toEqual([]);
  });
});
