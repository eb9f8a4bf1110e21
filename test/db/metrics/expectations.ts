import { expect } from '@jest/globals';
import type { DurationFigure, Rate } from '../../../src/metrics/shared/figures.js';
import { Oracle } from './oracle.js';

function tally(states: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** Counted, met and left out as the states say. */
export function expectRate(rate: Rate, met: boolean[], states: string[]): void {
  const { counted = 0, ...excluded } = tally(states);
  expect(rate.n).toBe(counted);
  expect(rate.count).toBe(met.filter(Boolean).length);
  expect(rate.value).toBe(counted === 0 ? null : rate.count / counted);
  expect(rate.excluded).toMatchObject(excluded);
  const left = Object.values(rate.excluded).reduce((sum, n) => sum + n, 0);
  expect(rate.n + left).toBe(states.length);
}

/** Counts equal, sums exact, percentiles within 1e-9. */
export function expectDuration(figure: DurationFigure, ms: number[]): void {
  const sum = ms.reduce((total, one) => total + one, 0);
  expect(figure.n).toBe(ms.length);
  expect(Math.round(figure.sumSeconds * 1000)).toBe(sum);
  if (ms.length === 0) expect(figure.meanSeconds).toBeNull();
  else expect(figure.meanSeconds).toBeCloseTo(sum / ms.length / 1000, 9);
  for (const [share, seconds] of [
    [0.5, figure.p50Seconds],
    [0.9, figure.p90Seconds],
    [0.95, figure.p95Seconds],
  ] as const) {
    const expected = Oracle.percentile(ms, share);
    if (expected === null) expect(seconds).toBeNull();
    else
      expect(Math.abs((seconds ?? NaN) - expected / 1000)).toBeLessThanOrEqual(
        1e-9 * Math.max(1, expected / 1000),
      );
  }
}
