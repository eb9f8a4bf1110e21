import { Temporal } from 'temporal-polyfill';
import type { Range } from './metrics-range.js';

export const INTERVALS = ['hour', 'day'] as const;
export type BucketInterval = (typeof INTERVALS)[number];

/** More points nobody can look at. */
export const MOST_BUCKETS = 2_000;

/**
 * Where the hours or days of the range begin on the clock of its zone, in ms since 1970; the first is the beginning of the
 * range itself. At most one more than `MOST_BUCKETS`.
 */
export function bucketStarts({ from, to, tz }: Range, interval: BucketInterval): number[] {
  const starts: number[] = [];
  let next = Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(tz)
    .round({ smallestUnit: interval, roundingMode: 'floor' });
  for (let at = from; at < to && starts.length <= MOST_BUCKETS; at = next.epochMilliseconds) {
    starts.push(at);
    next = next.add({ [`${interval}s`]: 1 });
  }
  return starts;
}
