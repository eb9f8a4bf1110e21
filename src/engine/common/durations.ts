import type { ClockKind } from './model.js';

const PATTERN = /^P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/;
const UNITS_MS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000];
/** Ten years: nothing that anybody waits for takes longer. */
const LONGEST_MS = 3_660 * 86_400_000;
/** A clock that fires at once and leads back to itself would keep a ticket running for ever. */
const SHORTEST_DELAY_MS = 1_000;

/**
 * Milliseconds of an ISO 8601 duration; a day has 24 hours. Null when it is none, when it is empty (`P`, `PT`),
 * when it is longer than ten years, or when it holds years or months, whose length depends on the calendar.
 */
export function parseDuration(iso: string): number | null {
  const match = PATTERN.exec(iso);
  if (!match || iso.endsWith('T') || iso === 'P') return null;
  const ms = UNITS_MS.reduce((sum, unit, i) => sum + unit * Number(match[i + 1] ?? 0), 0);
  return ms > LONGEST_MS ? null : ms;
}

export interface Delay {
  ms: number;
  clock: ClockKind;
}

/**
 * The delay that a key of `after` names: `PT4H` (calendar time) or `PT8H business`. Null when it names none. Shorter
 * ones than a second wait a second.
 */
export function parseDelay(key: string): Delay | null {
  const [iso = '', clock = 'calendar', ...more] = key.split(' ');
  if (more.length > 0 || (clock !== 'calendar' && clock !== 'business')) return null;
  if (clock === 'calendar' && key !== iso) return null;
  const ms = parseDuration(iso);
  return ms === null ? null : { ms: Math.max(ms, SHORTEST_DELAY_MS), clock };
}
