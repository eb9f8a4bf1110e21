import type { DurationFigure, Interval, Rate } from './figures.js';

/** With fewer cases than this on either side nothing is compared (definition section 0). */
export const LEAST_COMPARED = 30;
/** z of a two-sided 95 % test. */
const Z = 1.959963984540054;

export const RESULTS = ['higher', 'lower', 'no-difference', 'too-few'] as const;
/**
 * `newcombe`: the interval of the difference of two rates, put together from their Wilson intervals. `median-intervals`: the
 * same of two medians, from the intervals that ranks give. `poisson`: two counts of periods of the same length. `welch`: two
 * means with spreads of their own. All at 95 %.
 */
export const TESTS = ['newcombe', 'median-intervals', 'poisson', 'welch'] as const;

/** A figure against the same one of the period before. */
export interface Comparison {
  /** `no-difference`: such a difference is no surprise between samples of these sizes. */
  result: (typeof RESULTS)[number];
  /** Now minus before: of rates in points (0.05 = 5), else as a share of before. Null: too few. */
  change: number | null;
  /** Null: too few, so nothing was tested. */
  test: (typeof TESTS)[number] | null;
  n: number;
  nBefore: number;
}

/** A figure with its 95 % interval; `value` null: there is none. */
interface Estimate {
  value: number | null;
  n: number;
  interval: Interval | null;
}

/** Means of samples with their standard deviation. */
export interface Mean {
  mean: number;
  deviation: number | null;
  n: number;
}

const tooFew = (n: number, nBefore: number): Comparison => ({
  ...{ result: 'too-few', change: null, test: null, n, nBefore },
});
const areTooFew = (n: number, nBefore: number): boolean => Math.min(n, nBefore) < LEAST_COMPARED;

/** `low` and `high`: the 95 % interval of the difference. */
function resultOf(low: number, high: number): Comparison['result'] {
  if (low <= 0 && high >= 0) return 'no-difference';
  return low > 0 ? 'higher' : 'lower';
}

/** The interval of a difference from those of both sides (Newcombe's way). */
function compareEstimates(
  now: Estimate,
  before: Estimate,
): (Pick<Comparison, 'result'> & { difference: number }) | null {
  if (now.value === null || before.value === null || now.interval === null || before.interval === null)
    return null;
  const difference = now.value - before.value;
  const low = difference - Math.hypot(now.value - now.interval.low, before.interval.high - before.value);
  const high = difference + Math.hypot(now.interval.high - now.value, before.value - before.interval.low);
  return { result: resultOf(low, high), difference };
}

/** Two rates; `before` null: nothing happened in that period. */
export function compareRates(now: Rate, before: Rate | null): Comparison {
  const [n, nBefore] = [now.n, before?.n ?? 0];
  const compared = before === null || areTooFew(n, nBefore) ? null : compareEstimates(now, before);
  if (compared === null) return tooFew(n, nBefore);
  return { result: compared.result, change: compared.difference, test: 'newcombe', n, nBefore };
}

const medianOf = ({ n, p50Seconds, p50Interval }: DurationFigure): Estimate => ({
  ...{ n, value: p50Seconds, interval: p50Interval },
});

/** The medians of two durations. */
export function compareMedians(now: DurationFigure, before: DurationFigure | null): Comparison {
  const [n, nBefore] = [now.n, before?.n ?? 0];
  if (before === null || areTooFew(n, nBefore)) return tooFew(n, nBefore);
  const compared = compareEstimates(medianOf(now), medianOf(before));
  if (compared === null) return tooFew(n, nBefore);
  const change = shareOf(compared.difference, before.p50Seconds ?? 0);
  return { result: compared.result, change, test: 'median-intervals', n, nBefore };
}

/** How often something happened in two periods of the same length. */
export function compareCounts(n: number, nBefore: number): Comparison {
  if (areTooFew(n, nBefore)) return tooFew(n, nBefore);
  const [difference, spread] = [n - nBefore, Z * Math.sqrt(n + nBefore)];
  const result = resultOf(difference - spread, difference + spread);
  return { result, change: shareOf(difference, nBefore), test: 'poisson', n, nBefore };
}

/** Two means. */
export function compareMeans(now: Mean, before: Mean | null): Comparison {
  const [n, nBefore] = [now.n, before?.n ?? 0];
  if (before === null || areTooFew(n, nBefore)) return tooFew(n, nBefore);
  const error = ({ deviation, n: cases }: Mean): number => (deviation ?? 0) / Math.sqrt(cases);
  const [difference, spread] = [now.mean - before.mean, Z * Math.hypot(error(now), error(before))];
  const result = resultOf(difference - spread, difference + spread);
  return { result, change: shareOf(difference, before.mean), test: 'welch', n, nBefore };
}

/** Null where there was nothing before to be a share of. */
const shareOf = (difference: number, before: number): number | null =>
  before === 0 ? null : difference / before;
