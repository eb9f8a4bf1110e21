import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDef, Hours } from '../../../src/calendar/index.js';
import { CalendarInvalid, compileCalendar } from '../../../src/calendar/index.js';

const HOUR = 3_600_000;
const office: Hours[] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];
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

  it('holds where the clocks skip midnight, and where a whole day was skipped', () => {
    // Cairo goes from 00:00 to 01:00 on 2026-04-24; Apia had no 2011-12-30.
    const cairo = at('2026-04-24T00:00:00+02:00');
    expect(daily('Africa/Cairo', [['00:00', '02:00']]).between(cairo, cairo + 23 * HOUR)).toBe(HOUR);
    const apia = at('2011-12-29T00:00:00-10:00');
    expect(daily('Pacific/Apia', office).between(apia, apia + 48 * HOUR)).toBe(16 * HOUR);
  });
});

describe('what holds for all calendars and instants', () => {
  const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 8 });
  const time = (m: number): string =>
    `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
  const hours: fc.Arbitrary<Hours[]> = minutes.map((list) => {
    const sorted = [...list].sort((a, b) => a - b);
    const blocks: Hours[] = [];
    for (let i = 0; i + 1 < sorted.length; i += 2)
      blocks.push([time(sorted[i] ?? 0), time(sorted[i + 1] ?? 0)]);
    return blocks;
  });
  const date = fc
    .integer({ min: 0, max: 1_500 })
    .map((day) => new Date(at('2024-01-01T00:00:00Z') + day * 24 * HOUR).toISOString().slice(0, 10));
  const calendar: fc.Arbitrary<CalendarDef> = fc.record({
    timeZone: fc.constantFrom(
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Cairo',
    ),
    weekly: fc
      .record({ mon: hours, wed: hours, sat: hours, sun: hours }, { requiredKeys: [] })
      .map((week) => ({ tue: office, ...week })),
    holidays: fc.array(date, { maxLength: 20 }),
    workdays: fc.array(fc.record({ date, hours }), { maxLength: 5 }),
  });
  const instant = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
  const amount = fc.integer({ min: 1, max: 400 * HOUR });

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

  function bind(def: CalendarDef) {
    const compiled = compileCalendar(def);
    return {
      add: (from: number, ms: number) => compiled.add(from, ms),
      between: (a: number, b: number) => compiled.between(a, b),
    };
  }

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
