import fc from '../../support/fast-check.js';
import { checkCalendar, type CalendarDef, type Hours } from '../../../src/calendar/index.js';

export const HOUR = 3_600_000;
export const office: Hours[] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];

const at = (iso: string): number => Date.parse(iso);
const time = (m: number): string =>
  `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 8 });

/** Hours of a day; those of every third one go over midnight. */
const hours: fc.Arbitrary<Hours[]> = fc
  .tuple(minutes, fc.nat(600), fc.nat(2))
  .map(([list, morning, kind]) => {
    const sorted = [...list].sort((a, b) => a - b);
    const blocks: Hours[] = [];
    for (let i = 0; i + 1 < sorted.length; i += 2)
      blocks.push([time(sorted[i] ?? 0), time(sorted[i + 1] ?? 0)]);
    const begins = sorted[sorted.length - (sorted.length % 2) - 2] ?? 0;
    if (kind === 0 && begins > 0) blocks.splice(-1, 1, [time(begins), time(Math.min(morning, begins - 1))]);
    return blocks;
  });
const date = fc
  .integer({ min: 0, max: 1_500 })
  .map((day) => new Date(at('2024-01-01T00:00:00Z') + day * 24 * HOUR).toISOString().slice(0, 10));

/** Calendars of 2024 to 2027 in zones whose clocks change by an hour, by half of one, at midnight, and never. */
export const calendar: fc.Arbitrary<CalendarDef> = fc
  .record({
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
  })
  // A night may reach into the hours of the next weekday.
  .filter((def) => checkCalendar(def).length === 0);

export const instant = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
export const amount = fc.integer({ min: 1, max: 400 * HOUR });
