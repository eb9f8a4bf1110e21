import type { Schemas } from '../../api/client';

export type Rate = Pick<Schemas['RateAnswer'], 'value' | 'n' | 'count' | 'interval'>;
export type Comparison = Schemas['ComparisonAnswer'];

/** A figure against the one of the period before, as the server has tested it. */
export interface Change {
  direction: 'up' | 'down' | 'same';
  /** Null: neither is better, or nobody can say. */
  isBetter: boolean | null;
  /** Rates: percentage points, 0.05 = 5. Others: share of the figure before. */
  size: number;
  unit: 'points' | 'share';
  /** Between samples of this size such a difference is no surprise. */
  mayBeChance: boolean;
  test: NonNullable<Comparison['test']>;
}

/** Which way is good. */
export type Good = 'up' | 'down' | null;

/** Below these nothing is seen of a difference: half a tenth of a point, half a percent. */
const LEAST_POINTS = 0.0005;
const LEAST_SHARE = 0.005;

/** Null: too few cases on one of the sides, or nothing before to be compared with. */
export function changeOf({ result, change, test }: Comparison, good: Good): Change | null {
  if (change === null || test === null) return null;
  const unit = test === 'newcombe' ? 'points' : 'share';
  const mayBeChance = result === 'no-difference';
  if (Math.abs(change) < (unit === 'points' ? LEAST_POINTS : LEAST_SHARE))
    return { direction: 'same', isBetter: null, size: 0, unit, mayBeChance, test };
  const direction = change > 0 ? 'up' : 'down';
  const isBetter = good === null ? null : direction === good;
  return { direction, isBetter, size: Math.abs(change), unit, mayBeChance, test };
}
