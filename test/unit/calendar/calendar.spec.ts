import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import type { CalendarDef, Hours } from '../../../src/calendar/index.js';
import { CalendarInvalid, compileCalendar } from '../../../src/calendar/index.js';
import { amount, calendar, HOUR, instant, office } from './calendars.js';

const weekdays = { mon: office, tue: office, wed: office, thu: office, fri: office };
const at = (iso: string): number => Date.parse(iso);

describe('business time', () => {
  const shanghai = compileCalendar({ timeZone: 'Asia/Shanghai', weekly: weekdays });

  it('counts only what lies inside the blocks of a day', () => {
    // Monday 2026-03-02, 08:00 to 14:00 in Shanghai.
    expect(shanghai.between(at('2026-03-02T00:00:00Z'), at('2026-03-02T06:00:00Z'))).toBe(4 * HOUR);
    expect(shanghai.between(at('2026-03-02T04:10:00Z'), at('2026-03-02T04:50:00Z'))).toBe(0);
  });

  it('goes over a weekend', () => {
    // Friday 17:00 + 2 h = Monday 10:00.
    expect(shanghai.add(at('2026-03-06T09:00:00Z'), 2 * HOUR)).toBe(at('2026-03-09T02:00:00Z'));
  });

  it('ends at the close of a block, not at the next opening', () => {
    expect(shanghai.add(at('2026-03-02T01:00:00Z'), 3 * HOUR)).toBe(at('2026-03-02T04:00:00Z'));
    expect(shanghai.add(at('2026-03-02T01:00:00Z'), 3 * HOUR + 1)).toBe(at('2026-03-02T05:00:00.001Z'));
  });

  it('does not move for nothing, and never goes back', () => {
    const sunday = at('2026-03-08T03:00:00Z');
    expect(shanghai.add(sunday, 0)).toBe(sunday);
    expect(shanghai.add(sunday, -HOUR)).toBe(sunday);
    expect(shanghai.between(sunday, sunday - 10 * 24 * HOUR)).toBe(0);
  });

  it('is closed on a holiday and open on a moved working day', () => {
    const moved = compileCalendar({
      timeZone: 'Asia/Shanghai',
      weekly: weekdays,
      holidays: ['2026-10-01'],
      workdays: [{ date: '2026-10-10' }, { date: '2026-09-20', hours: [['10:00', '11:00']] }],
    });
    const day = (date: string): number =>
      moved.between(at(`${date}T00:00:00+08:00`), at(`${date}T00:00:00+08:00`) + 24 * HOUR);
    expect([
      day('2026-10-01'),
      day('2026-10-02'),
      day('2026-10-10'),
      day('2026-09-20'),
      day('2026-09-27'),
    ]).toEqual([0, 8 * HOUR, 8 * HOUR, HOUR, 0]);
  });

  it('reads blocks up to 24:00 as one stretch with the next day', () => {
    const nights = compileCalendar({
      timeZone: 'Asia/Shanghai',
      weekly: { mon: [['22:00', '24:00']], tue: [['00:00', '06:00']] },
    });
    const monday = at('2026-03-02T22:00:00+08:00');
    expect(nights.add(monday, 5 * HOUR)).toBe(monday + 5 * HOUR);
    expect(nights.between(monday, monday + 24 * HOUR)).toBe(8 * HOUR);
  });

  it('hours over midnight belong to the day on which they begin', () => {
    const nights: CalendarDef = {
      timeZone: 'Asia/Shanghai',
      weekly: { thu: [['22:00', '06:00']], fri: [['22:00', '06:00']] },
      // A Friday off, and a Sunday that is worked for it: without hours of its own it has those of the week.
      holidays: ['2026-10-02'],
      workdays: [{ date: '2026-10-11' }, { date: '2026-10-14', hours: [['20:00', '02:00']] }],
    };
    const { between, add } = bind(nights);
    const open = (from: string, to: string): number => between(at(`${from}+08:00`), at(`${to}+08:00`)) / HOUR;
    // Thursday's night goes on into the Friday that is off; Friday's own does not take place.
    expect(open('2026-10-01T12:00', '2026-10-02T12:00')).toBe(8);
    expect(open('2026-10-02T00:00', '2026-10-02T06:00')).toBe(6);
    expect(open('2026-10-02T06:00', '2026-10-04T00:00')).toBe(0);
    // The night of an ordinary Friday is worked on Saturday morning too.
    expect(open('2026-10-10T00:00', '2026-10-10T12:00')).toBe(6);
    // The moved working Sunday brings its Monday morning along, and the Wednesday its own hours.
    expect([
      open('2026-10-11T00:00', '2026-10-11T24:00'),
      open('2026-10-12T00:00', '2026-10-13T00:00'),
    ]).toEqual([2, 6]);
    expect(open('2026-10-14T00:00', '2026-10-15T12:00')).toBe(6);
    expect(add(at('2026-10-08T21:00:00+08:00'), 9 * HOUR)).toBe(at('2026-10-09T23:00:00+08:00'));
  });

  it('a night that reaches into hours of the day after counts once', () => {
    // Wednesday is worked from 01:00 for once, when the night of Tuesday is still under way.
    const { between } = bind({
      timeZone: 'Asia/Shanghai',
      weekly: { tue: [['22:00', '06:00']] },
      workdays: [{ date: '2026-03-04', hours: [['01:00', '08:00']] }],
    });
    const tuesday = at('2026-03-03T00:00:00+08:00');
    expect(between(tuesday, tuesday + 48 * HOUR)).toBe(10 * HOUR);
    const inside = bind({
      timeZone: 'Asia/Shanghai',
      weekly: { tue: [['22:00', '06:00']] },
      workdays: [{ date: '2026-03-04', hours: [['01:00', '02:00']] }],
    });
    expect(inside.between(tuesday, tuesday + 48 * HOUR)).toBe(8 * HOUR);
  });

  it('is plain time without a calendar', () => {
    const always = compileCalendar(null);
    expect(always.add(1_000, 500)).toBe(1_500);
    expect(always.between(1_000, 1_500)).toBe(500);
    expect(always.between(1_500, 1_000)).toBe(0);
  });

  it('refuses a calendar that never opens', () => {
    const never = { timeZone: 'Asia/Shanghai', weekly: { mon: [] }, workdays: [{ date: '2026-10-10' }] };
    expect(() => compileCalendar(never)).toThrow(CalendarInvalid);
  });

  it('refuses instants that are none', () => {
    expect(() => shanghai.add(Number.NaN, HOUR)).toThrow(RangeError);
    expect(() => shanghai.between(0, Infinity)).toThrow(RangeError);
  });
});

describe('days on which the clocks change', () => {
  const all: Hours[] = [['00:00', '24:00']];
  const daily = (timeZone: string, hours: Hours[]) =>
    compileCalendar({
      timeZone,
      weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
    });

  it.each([
    ['Europe/Berlin', '2026-03-29', '+01:00', 23],
    ['Europe/Berlin', '2026-10-25', '+02:00', 25],
    ['America/New_York', '2026-03-08', '-05:00', 23],
    ['America/New_York', '2026-11-01', '-04:00', 25],
    ['Asia/Shanghai', '2026-03-29', '+08:00', 24],
  ])('%s on %s', (timeZone, date, offset, hours) => {
    const start = at(`${date}T00:00:00${offset}`);
    expect(daily(timeZone, all).between(start, start + hours * HOUR)).toBe(hours * HOUR);
    const shift = daily(timeZone, [['01:00', '05:00']]);
    expect(shift.between(start, start + hours * HOUR)).toBe((hours - 24 + 4) * HOUR);
    const nine = daily(timeZone, [['09:00', '10:00']]);
    const opens = start + (hours - 24 + 9) * HOUR;
    expect(nine.add(start, HOUR)).toBe(opens + HOUR);
    expect(nine.between(start, opens)).toBe(0);
  });

  it('a block inside the hour that is skipped has no length', () => {
    const skipped = daily('Europe/Berlin', [['02:00', '03:00']]);
    const start = at('2026-03-29T00:00:00+01:00');
    expect(skipped.between(start, start + 23 * HOUR)).toBe(0);
  });

  it('a block that begins in the skipped hour begins with the change', () => {
    const begins = daily('Europe/Berlin', [['02:30', '05:00']]);
    const start = at('2026-03-29T00:00:00+01:00');
    expect(begins.between(start, start + 23 * HOUR)).toBe(2 * HOUR);
  });

  it('a night in which the clocks change is an hour shorter or longer', () => {
    const nights = daily('Europe/Berlin', [['22:00', '06:00']]);
    const spring = at('2026-03-28T12:00:00+01:00');
    expect(nights.between(spring, spring + 23 * HOUR)).toBe(7 * HOUR);
    const autumn = at('2026-10-24T12:00:00+02:00');
    expect(nights.between(autumn, autumn + 25 * HOUR)).toBe(9 * HOUR);
    // It ends at 06:00 on the clock.
    expect(nights.add(autumn, 9 * HOUR)).toBe(at('2026-10-25T06:00:00+01:00'));
    // Cairo goes from 00:00 to 01:00: a night that would end in the hour that is skipped ends with the change.
    const cairo = daily('Africa/Cairo', [['22:00', '00:30']]);
    const eve = at('2026-04-23T12:00:00+02:00');
    expect(cairo.between(eve, eve + 20 * HOUR)).toBe(2 * HOUR);
  });

  it('holds where the clocks skip midnight, and where a whole day was skipped', () => {
    // Cairo goes from 00:00 to 01:00 on 2026-04-24; Apia had no 2011-12-30.
    const cairo = at('2026-04-24T00:00:00+02:00');
    expect(daily('Africa/Cairo', [['00:00', '02:00']]).between(cairo, cairo + 23 * HOUR)).toBe(HOUR);
    const apia = at('2011-12-29T00:00:00-10:00');
    expect(daily('Pacific/Apia', office).between(apia, apia + 48 * HOUR)).toBe(16 * HOUR);
  });
});

/** The two functions of a compiled calendar. */
function bind(def: CalendarDef) {
  const compiled = compileCalendar(def);
  return {
    add: (from: number, ms: number) => compiled.add(from, ms),
    between: (a: number, b: number) => compiled.between(a, b),
  };
}

describe('what holds for all calendars and instants', () => {
  it('between adds up, and never exceeds plain time', () => {
    fc.assert(
      fc.property(calendar, fc.tuple(instant, instant, instant), (def, instants) => {
        const [a, b, c] = instants.sort((x, y) => x - y);
        const { between } = bind(def);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(between(a, b)).toBeLessThanOrEqual(b - a);
        expect(between(a, b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('between gives back what add was given, and add takes the first such instant', () => {
    fc.assert(
      fc.property(calendar, instant, amount, (def, from, ms) => {
        const { add, between } = bind(def);
        const due = add(from, ms);
        expect(between(from, due)).toBe(ms);
        expect(between(from, due - 1)).toBe(ms - 1);
      }),
    );
  });

  it('later beginnings and larger amounts are never due earlier', () => {
    fc.assert(
      fc.property(
        calendar,
        instant,
        fc.nat(100 * HOUR),
        amount,
        fc.nat(100 * HOUR),
        (def, from, later, ms, more) => {
          const { add } = bind(def);
          expect(add(from + later, ms)).toBeGreaterThanOrEqual(add(from, ms));
          expect(add(from, ms + more)).toBeGreaterThanOrEqual(add(from, ms));
          expect(add(from, ms + more)).toBe(more === 0 ? add(from, ms) : add(add(from, ms), more));
        },
      ),
    );
  });

  it('agrees with a count minute by minute, nights, holidays and moved working days included', () => {
    fc.assert(
      fc.property(calendar, fc.integer({ min: 0, max: 900 }), (def, day) => {
        // Hours of the week and of days are read on the clock here, so the clocks must not change.
        const here = { ...def, timeZone: 'Asia/Shanghai' };
        const start = at('2024-02-01T00:00:00+08:00') + day * 24 * HOUR;
        const { between } = bind(here);
        for (let hour = 0; hour < 48; hour += 1)
          expect(between(start + hour * HOUR, start + (hour + 1) * HOUR)).toBe(
            minutesOpen(here, start + hour * HOUR) * 60_000,
          );
      }),
      { numRuns: 60 },
    );
  });

  it('gives up after seventeen years, so that no duration is walked through for ever', () => {
    const rare = compileCalendar({
      timeZone: 'Asia/Shanghai',
      weekly: { mon: [['09:00', '10:00']] },
    });
    const from = Date.UTC(2026, 0, 1);
    const year = 365.25 * 86_400_000;
    const far = rare.add(from, 3_660 * 86_400_000);
    expect(far).toBeGreaterThan(from + 17 * year);
    expect(far).toBeLessThan(from + 19 * year);
    // The same of what lies between: sixteen years count whole, of a century the last seventeen.
    const open = (years: number): number => rare.between(from - years * year, from) / HOUR / 52.18;
    expect(open(16)).toBeCloseTo(16, 1);
    expect(open(100)).toBeGreaterThan(17);
    expect(open(100)).toBeLessThan(18);
    expect(rare.between(-8.6e15, from) / HOUR / 52.18).toBeLessThan(18);
  });
});

const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Minutes of the hour from an instant in which a calendar of Shanghai is open: the second, simpler way to say so. */
function minutesOpen(def: CalendarDef, from: number): number {
  const blocksOf = (date: string): Hours[] => {
    const own = def.weekly[WEEK[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sun'] ?? [];
    const moved = def.workdays?.filter((day) => day.date === date).at(-1);
    const first = [...WEEK.slice(1), WEEK[0]].find((name) => (def.weekly[name] ?? []).length > 0) ?? 'mon';
    if (moved) return moved.hours ?? (own.length > 0 ? own : (def.weekly[first] ?? []));
    return def.holidays?.includes(date) ? [] : own;
  };
  const isOpen = (instant: number): boolean => {
    const local = new Date(instant + 8 * HOUR).toISOString();
    const [today, time] = [local.slice(0, 10), local.slice(11, 16)];
    const yesterday = new Date(instant - 16 * HOUR).toISOString().slice(0, 10);
    return (
      blocksOf(today).some(([opens, closes]) => opens <= time && (time < closes || closes < opens)) ||
      blocksOf(yesterday).some(([opens, closes]) => closes < opens && time < closes)
    );
  };
  return Array.from({ length: 60 }, (_, minute) => isOpen(from + minute * 60_000)).filter(Boolean).length;
}
