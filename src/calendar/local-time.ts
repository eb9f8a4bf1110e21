import { Temporal } from 'temporal-polyfill';

export const MINUTE = 60_000;
export const DAY = 86_400_000;
export const DAY_MINUTES = 1_440;

/** Days since 1970-01-01 of a date `YYYY-MM-DD`. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/**
 * The instant (ms) at which the clocks of a zone first read `minutes` or later on a day.
 * Times that a change of the clocks skips fall on the change; times that occur twice mean the first.
 * So the order of local times is kept on every day, and blocks can neither overlap nor have a negative length.
 */
export function firstReached(timeZone: string, day: number, minutes: number): number {
  const local = new Date(day * DAY + minutes * MINUTE).toISOString().slice(0, -1);
  const wanted = Temporal.PlainDateTime.from(local);
  const found = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  // In a gap `earlier` lies before the change of the clocks.
  return found.getTimeZoneTransition('next')?.epochMilliseconds ?? found.epochMilliseconds;
}

/** Offset of a zone from UTC at an instant, ms. */
export function offsetAt(timeZone: string, instant: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return zoned.offsetNanoseconds / 1e6;
}

/** When the clocks of a zone change next after an instant, ms; Infinity when they do not. */
export function nextChange(timeZone: string, instant: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity;
}

/** The year that the clocks of a zone show at an instant. */
export function yearAt(timeZone: string, instant: number): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).year;
}

/** Is it the name of a time zone this machine knows? */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
