import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import type { CalendarDef } from '../../../src/calendar/index.js';
import { calendarOfCharges, compileCalendar, inSuccession } from '../../../src/calendar/index.js';
import { amount, calendar, HOUR, instant } from './calendars.js';

const at = (iso: string): number => Date.parse(iso);
const always = compileCalendar(null);
const daily = (opens: string, closes: string): CalendarDef => ({
  timeZone: 'Asia/Shanghai',
  weekly: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [[opens, closes]]]),
  ),
});
const mornings = compileCalendar(daily('09:00', '12:00'));
const nights = compileCalendar(daily('22:00', '06:00'));
const monday = at('2026-11-16T00:00:00+08:00');
const DAY = 24 * HOUR;

describe('a calendar that changes', () => {
  it('moves nothing that lies before the change', () => {
    const changed = inSuccession(always, [
      { since: null, calendar: mornings },
      { since: monday + 10 * HOUR, calendar: nights },
    ]);
    expect(changed.between(monday - 7 * DAY, monday)).toBe(mornings.between(monday - 7 * DAY, monday));
    // Monday: an hour of the morning, then the first two of the night.
    expect(changed.between(monday, monday + DAY)).toBe(3 * HOUR);
    // Four hours from Monday 09:00: one until the change, three in the night.
    expect(changed.add(monday + 9 * HOUR, 4 * HOUR)).toBe(monday + 25 * HOUR);
    expect(changed.add(monday + 9 * HOUR, HOUR)).toBe(monday + 10 * HOUR);
    expect(changed.add(monday + 9 * HOUR, 0)).toBe(monday + 9 * HOUR);
  });

  it('a night that has begun ends with the calendar that it belongs to', () => {
    const changed = inSuccession(always, [
      { since: null, calendar: nights },
      { since: monday + 3 * HOUR, calendar: mornings },
    ]);
    expect(changed.between(monday - 2 * HOUR, monday + 8 * HOUR)).toBe(5 * HOUR);
  });

  it('of two changes at the same instant the last one counts', () => {
    const twice = inSuccession(mornings, [
      { since: monday, calendar: nights },
      { since: monday, calendar: always },
    ]);
    expect(twice.between(monday, monday + DAY)).toBe(DAY);
    expect(twice.between(monday - DAY, monday)).toBe(3 * HOUR);
  });

  it('a change that is set for earlier, by a clock that was set back, counts over those after it', () => {
    const back = inSuccession(always, [
      { since: null, calendar: mornings },
      { since: monday + 7 * DAY, calendar: always },
      { since: monday, calendar: nights },
    ]);
    expect(back.between(monday + 7 * DAY, monday + 8 * DAY)).toBe(8 * HOUR);
    expect(back.between(monday - DAY, monday)).toBe(3 * HOUR);
  });

  it('is that of before the first change, and the same calendar when there is none', () => {
    expect(inSuccession(always, [])).toBe(always);
    expect(inSuccession(always, [{ since: null, calendar: nights }])).toBe(nights);
    expect(inSuccession(always, [{ since: monday, calendar: nights }]).between(monday - DAY, monday)).toBe(
      DAY,
    );
  });
});

describe('teams in charge one after the other', () => {
  it('are each measured in their own calendar', () => {
    const calendars: Record<string, typeof always> = { desk: mornings, lab: nights };
    const chain = calendarOfCharges(
      [
        { team: 'desk', from: monday + 9 * HOUR },
        { team: 'lab', from: monday + 11 * HOUR },
        { team: 'open', from: monday + 23 * HOUR },
        { team: 'desk', from: monday + 30 * HOUR },
      ],
      (team) => calendars[team] ?? always,
    );
    // Two hours of the desk, one of the lab, seven of those who are always there, three of the desk again.
    expect(chain?.between(monday, monday + 2 * DAY)).toBe(13 * HOUR);
    expect(calendarOfCharges([], () => always)).toBeNull();
  });
});

describe('what holds across changes of a calendar', () => {
  const changes = fc.array(
    fc.record({
      since: fc.option(instant, { freq: 8 }),
      calendar: calendar.map((def) => compileCalendar(def)),
    }),
    { maxLength: 4 },
  );
  const ordered = fc.tuple(instant, instant, instant).map((list) => list.sort((x, y) => x - y));

  it('between adds up, never exceeds plain time, and is that of each stretch', () => {
    fc.assert(
      fc.property(changes, ordered, (made, [a = 0, b = 0, c = 0]) => {
        const joined = inSuccession(always, made);
        const whole = joined.between(a, c);
        expect(joined.between(a, b) + joined.between(b, c)).toBe(whole);
        expect(whole).toBeLessThanOrEqual(c - a);
        expect(joined.between(a, b)).toBeLessThanOrEqual(whole);
        expect(joined.between(c, a)).toBe(0);
        // The second way to say it: cut at every change, and measure each stretch in the last change made for it.
        const cuts = [a, c, ...made.flatMap(({ since }) => since ?? [])].filter((t) => t >= a && t <= c);
        cuts.sort((x, y) => x - y);
        const sum = cuts.slice(1).reduce((total, to, i) => {
          const from = cuts[i] ?? to;
          const inForce = made.filter(({ since }) => (since ?? -Infinity) <= from).at(-1)?.calendar ?? always;
          return total + inForce.between(from, to);
        }, 0);
        expect(whole).toBe(sum);
      }),
    );
  });

  it('between gives back what add was given, at the first such instant', () => {
    fc.assert(
      fc.property(changes, instant, amount, (made, from, ms) => {
        const joined = inSuccession(always, made);
        const due = joined.add(from, ms);
        expect(joined.between(from, due)).toBe(ms);
        expect(joined.between(from, due - 1)).toBe(ms - 1);
      }),
    );
  });

  it('a later change moves no amount that has passed before it', () => {
    fc.assert(
      fc.property(changes, calendar, ordered, (made, def, [a = 0, b = 0, change = 0]) => {
        // Changes of the future are not made.
        const past = made.filter(({ since }) => (since ?? 0) <= change);
        const later = [...past, { since: change, calendar: compileCalendar(def) }];
        expect(inSuccession(always, later).between(a, b)).toBe(inSuccession(always, past).between(a, b));
      }),
    );
  });
});
