/** Version of the definitions by which figures are computed; raised when a definition changes. */
export const DEFINITION_VERSION = '1.2';

/** z of a two-sided 95 % interval. */
const Z = 1.959963984540054;

export interface Interval {
  low: number;
  high: number;
}

/** A share of cases. `value` and `interval` are null when nothing was counted (definition section 0). */
export interface Rate {
  value: number | null;
  /** Cases that fulfil it. */
  count: number;
  /** Cases counted. */
  n: number;
  /** Wilson score interval, 95 %. */
  interval: Interval | null;
  /** Cases left out, by reason. */
  excluded: Record<string, number>;
}

/** Wilson score interval of `count` in `n` at 95 %; null without cases (definition section 0). */
export function wilsonInterval(count: number, n: number): Interval | null {
  if (n === 0) return null;
  const share = count / n;
  const spread = Z * Math.sqrt((share * (1 - share) + (Z * Z) / (4 * n)) / n);
  const middle = share + (Z * Z) / (2 * n);
  const scale = 1 + (Z * Z) / n;
  return {
    // At the ends the formula is 0 and 1 but for rounding.
    low: count === 0 ? 0 : Math.max(0, (middle - spread) / scale),
    high: count === n ? 1 : Math.min(1, (middle + spread) / scale),
  };
}

/** A rate with its interval (definition section 0). */
export function rateOf(count: number, n: number, excluded: Record<string, number> = {}): Rate {
  return { value: n === 0 ? null : count / n, count, n, interval: wilsonInterval(count, n), excluded };
}

/** How long something took, in seconds to the millisecond; all null without cases. */
export interface DurationFigure {
  n: number;
  sumSeconds: number;
  meanSeconds: number | null;
  p50Seconds: number | null;
  /** Of the median, 95 %; null with fewer than 30 cases. */
  p50Interval: Interval | null;
  p90Seconds: number | null;
  p95Seconds: number | null;
}

/** Sums and percentiles in ms, as SQL or `summarize` gives them. */
export interface DurationSummary {
  n: number;
  sum: number | null;
  /** By `SHARES`; null without cases. */
  percentiles: (number | null)[] | null;
}

/** Around the middle, from which the interval of the median is read. */
const MIDDLE = Array.from({ length: 41 }, (_, i) => (30 + i) / 100);
/** The percentiles of a summary: p50, p90, p95, and those around the middle. */
export const SHARES: readonly number[] = [0.5, 0.9, 0.95, ...MIDDLE];
const LEAST_FOR_INTERVAL = 30;

/** The interval of a median by ranks: without any assumption about how the durations are spread. */
function medianInterval(n: number, percentiles: readonly (number | null)[]): Interval | null {
  if (n < LEAST_FOR_INTERVAL) return null;
  const middle = percentiles.slice(SHARES.length - MIDDLE.length);
  const half = Z / (2 * Math.sqrt(n));
  const at = (share: number): number | null => {
    const place = (share - 0.3) * 100;
    const [below, above] = [middle[Math.floor(place)], middle[Math.ceil(place)]];
    if (typeof below !== 'number' || typeof above !== 'number') return null;
    return below + (place % 1) * (above - below);
  };
  const [low, high] = [at(0.5 - half), at(0.5 + half)];
  return low === null || high === null ? null : { low: low / 1000, high: high / 1000 };
}

export function durationOf({ n, sum, percentiles }: DurationSummary): DurationFigure {
  const [p50 = null, p90 = null, p95 = null] = percentiles ?? [];
  return {
    n,
    sumSeconds: (sum ?? 0) / 1000,
    meanSeconds: n === 0 ? null : (sum ?? 0) / n / 1000,
    p50Seconds: toSeconds(p50),
    p50Interval: medianInterval(n, percentiles ?? []),
    p90Seconds: toSeconds(p90),
    p95Seconds: toSeconds(p95),
  };
}

export function toSeconds(ms: number | null): number | null {
  return ms === null ? null : ms / 1000;
}

/** The same summary that SQL makes, of durations in ms that only the program knows (business time). */
export function summarize(durations: readonly number[]): DurationSummary {
  const sorted = Float64Array.from(durations).sort();
  return {
    n: sorted.length,
    sum: sorted.reduce((sum, ms) => sum + ms, 0),
    percentiles: sorted.length === 0 ? null : SHARES.map((p) => percentileOf(sorted, p)),
  };
}

/** Linear interpolation between closest ranks, as PostgreSQL's `percentile_cont` (definition section 0); null without values. */
export function percentileOf(sorted: Float64Array, share: number): number | null {
  if (sorted.length === 0) return null;
  const rank = share * (sorted.length - 1);
  const below = sorted[Math.floor(rank)] ?? 0;
  const above = sorted[Math.ceil(rank)] ?? below;
  return below + (rank - Math.floor(rank)) * (above - below);
}

/**
 * Kaplan–Meier estimate of the median duration in ms: the first duration by which at least half are estimated to have
 * ended, with `censored` the ages of those that still run. Null while more than half are estimated to run on
 * (definition section 0).
 */
export function medianWithOpen(ended: readonly number[], censored: readonly number[]): number | null {
  const ends = Float64Array.from(ended).sort();
  const ages = Float64Array.from(censored).sort();
  let survival = 1;
  let left = 0;
  for (let i = 0; i < ends.length;) {
    const at = ends[i] ?? 0;
    let together = 0;
    while (i + together < ends.length && ends[i + together] === at) together++;
    // An age equal to a duration counts as still at risk then.
    while (left < ages.length && (ages[left] ?? 0) < at) left++;
    const atRisk = ends.length - i + (ages.length - left);
    survival *= (atRisk - together) / atRisk;
    if (survival <= 0.5 + 1e-12) return at;
    i += together;
  }
  return null;
}
