import type { Schemas } from '../api/client';

export type Rate = Pick<Schemas['RateAnswer'], 'value' | 'n' | 'count' | 'interval'>;

/** A figure against the one of the period before. */
export interface Change {
  direction: 'up' | 'down' | 'same';
  /** Null: neither is better, or nobody can say. */
  isBetter: boolean | null;
  /** Rates: percentage points, 0.05 = 5. Others: share of the figure before. */
  size: number;
  unit: 'points' | 'share';
  /** Between samples of this size such a difference is no surprise. Null: it cannot be said. */
  mayBeChance: boolean | null;
}

/** Which way is good. */
export type Good = 'up' | 'down' | null;

/** With fewer tickets than this share of now, the period before says nothing, e.g. because records begin in it. */
const LEAST_SHARE = 0.1;

export function isComparable(created: number, before: number): boolean {
  return before > 0 && before >= created * LEAST_SHARE;
}

/** With fewer cases than this a difference of two medians or means says nothing. */
const LEAST_CASES = 5;

/** Of durations over `n` cases each; null where one of the two has too few. */
export function compareDurations(
  now: { value: number | null; n: number },
  before: { value: number | null; n: number } | null,
): Change | null {
  if (before === null || Math.min(now.n, before.n) < LEAST_CASES) return null;
  return compareAmounts(now.value, before.value, 'down');
}

/** Null when one of the two has no cases. */
export function compareRates(now: Rate, before: Rate, good: Good): Change | null {
  if (now.value === null || before.value === null) return null;
  return {
    ...judge(now.value - before.value, good, 0.0005),
    unit: 'points',
    mayBeChance: mayBeChance(now, before),
  };
}

/** Of durations and counts; null where there is nothing to compare with. */
export function compareAmounts(now: number | null, before: number | null, good: Good): Change | null {
  if (now === null || before === null || before === 0) return null;
  return { ...judge((now - before) / before, good, 0.005), unit: 'share', mayBeChance: null };
}

function judge(size: number, good: Good, least: number): Pick<Change, 'direction' | 'isBetter' | 'size'> {
  if (Math.abs(size) < least) return { direction: 'same', isBetter: null, size: 0 };
  const direction = size > 0 ? 'up' : 'down';
  return { direction, isBetter: good === null ? null : direction === good, size: Math.abs(size) };
}

/** Newcombe's interval of the difference, put together from both Wilson intervals, holds zero. */
function mayBeChance(a: Rate, b: Rate): boolean | null {
  if (a.value === null || b.value === null || a.interval === null || b.interval === null) return null;
  const difference = a.value - b.value;
  const low = difference - Math.hypot(a.value - a.interval.low, b.interval.high - b.value);
  const high = difference + Math.hypot(a.interval.high - a.value, b.value - b.interval.low);
  return low <= 0 && high >= 0;
}
