import { Temporal } from 'temporal-polyfill';
import { isRecent } from '../../clock.js';

/** Somebody who was connected, or renewed a lease, within this time counts as present (ms). */
const PRESENT_MS = 2 * 60_000;

/** When the day of `now` (ms) began in a time zone, ms; null for a zone that does not exist. */
export function startOfDay(now: number, tz: string): number | null {
  try {
    const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(tz);
    return zoned.startOfDay().epochMilliseconds;
  } catch {
    return null;
  }
}

/** When somebody was last seen, of all signs of them; null when there are none. */
export function lastSeen(signs: readonly (number | null)[]): number | null {
  const times = signs.filter((sign) => sign !== null);
  return times.length === 0 ? null : Math.max(...times);
}

/** Whether somebody who was last seen then counts as present at `now` (ms). */
export function isPresent(seenAt: number | null, now: number): boolean {
  return seenAt !== null && isRecent(seenAt, PRESENT_MS + 1, now);
}
