import { describe, expect, it } from '@jest/globals';
import { compileCalendar, checkCalendar } from '../../../src/calendar/index.js';
import { DEMO_PEOPLE, DEMO_TEAMS } from '../../../src/demo/people-data.js';
import { demoUserId } from '../../../src/demo/people-ids.js';
import { worksAt } from '../../../src/demo/roster.js';

const HOUR = 3_600_000;
const MONDAY = Date.parse('2026-11-16T00:00:00+08:00');
const person = (email: string) => DEMO_PEOPLE.find((p) => p.email === email);

describe('the demo people', () => {
  it('the sign-ins of the documentation exist with their roles', () => {
    const roles = ['agent', 'agent2', 'lead', 'designer', 'manager', 'admin'].map(
      (name) => person(`${name}@demo`)?.roles,
    );
    expect(roles).toEqual([['agent'], ['agent'], ['lead'], ['designer'], ['manager'], ['admin']]);
  });

  it('addresses and ids are unique, and ids look like ids', () => {
    const ids = DEMO_PEOPLE.map(({ email }) => demoUserId(email));
    expect(new Set(ids).size).toBe(DEMO_PEOPLE.length);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('everybody belongs to teams that exist, and the calendars of these are sound', () => {
    const teams = DEMO_TEAMS.map(({ id }) => id);
    for (const { teams: theirs } of DEMO_PEOPLE) for (const { team } of theirs) expect(teams).toContain(team);
    for (const { calendar } of DEMO_TEAMS) expect(checkCalendar(calendar)).toEqual([]);
  });

  it('quality is the specialist team of the demo', () => {
    expect(DEMO_TEAMS.flatMap(({ id, specialist }) => (specialist ? [id] : []))).toEqual(['quality']);
  });

  it('somebody of the first tier is there in every hour in which after-sales is open', () => {
    const calendar = compileCalendar(DEMO_TEAMS[0]?.calendar ?? null);
    for (let at = MONDAY; at < MONDAY + 7 * 24 * HOUR; at += HOUR) {
      if (calendar.between(at, at + HOUR) === 0) continue;
      const there = DEMO_PEOPLE.filter(
        (p) => p.shift && worksAt(p.shift, at) && p.teams.length === 1 && p.teams[0]?.team === 'after-sales',
      );
      expect(there.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('every team has somebody on every day on which it is open', () => {
    for (const { id, calendar } of DEMO_TEAMS) {
      const compiled = compileCalendar(calendar);
      for (let day = MONDAY; day < MONDAY + 7 * 24 * HOUR; day += 24 * HOUR) {
        const hours = Array.from({ length: 24 }, (_, h) => day + h * HOUR).filter(
          (at) => compiled.between(at, at + HOUR) > 0,
        );
        const served = hours.some((at) =>
          DEMO_PEOPLE.some((p) => p.shift && worksAt(p.shift, at) && p.teams.some((t) => t.team === id)),
        );
        expect(served).toBe(hours.length > 0);
      }
    }
  });
});
