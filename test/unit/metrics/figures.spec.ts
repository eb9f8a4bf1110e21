import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import {
  durationOf,
  medianWithOpen,
  percentileOf,
  rateOf,
  summarize,
  wilsonInterval,
} from '../../../src/metrics/shared/figures.js';

describe('a rate', () => {
  it('without cases is null, and so is its interval', () => {
    expect(rateOf(0, 0)).toMatchObject({ value: null, interval: null, n: 0, count: 0 });
  });

  it('carries the Wilson interval of the textbook', () => {
    // 10 of 20: (0.2993, 0.7007); 0 of 10: (0, 0.2775); 1 of 1: (0.2065, 1).
    expect(wilsonInterval(10, 20)?.low).toBeCloseTo(0.299298, 6);
    expect(wilsonInterval(10, 20)?.high).toBeCloseTo(0.700702, 6);
    expect(wilsonInterval(0, 10)?.low).toBe(0);
    expect(wilsonInterval(0, 10)?.high).toBeCloseTo(0.277533, 6);
    expect(wilsonInterval(1, 1)?.low).toBeCloseTo(0.206549, 6);
    expect(wilsonInterval(1, 1)?.high).toBe(1);
  });

  it('always lies inside its interval, which lies between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const count = Math.round(n * share);
          const interval = wilsonInterval(count, n);
          expect(interval).not.toBeNull();
          if (interval === null) return;
          expect(interval.low).toBeGreaterThanOrEqual(0);
          expect(interval.high).toBeLessThanOrEqual(1);
          expect(interval.low).toBeLessThanOrEqual(count / n);
          expect(interval.high).toBeGreaterThanOrEqual(count / n);
        },
      ),
    );
  });
});

describe('a duration', () => {
  it('without cases has a sum of nothing and no mean', () => {
    expect(durationOf(summarize([]))).toEqual({
      n: 0,
      sumSeconds: 0,
      meanSeconds: null,
      p50Seconds: null,
      p50Interval: null,
      p90Seconds: null,
      p95Seconds: null,
    });
  });

  it('interpolates its percentiles between the closest ranks', () => {
    const shuffled = [7, 20, 3, 0, 19, 1, 18, 2, 17, 4, 16, 5, 15, 6, 14, 8, 13, 9, 12, 10, 11];
    expect(durationOf(summarize(shuffled.map((s) => s * 1_000)))).toEqual({
      n: 21,
      sumSeconds: 210,
      meanSeconds: 10,
      p50Seconds: 10,
      p50Interval: null,
      p90Seconds: 18,
      p95Seconds: 19,
    });
    expect(durationOf(summarize([1_000, 2_000])).p50Seconds).toBe(1.5);
  });

  it('has no percentile without values', () => {
    expect(percentileOf(new Float64Array(), 0.5)).toBeNull();
  });
});

describe('the Kaplan–Meier median', () => {
  it('is the upper middle value when nothing is open', () => {
    expect(medianWithOpen([10, 20, 30], [])).toBe(20);
    expect(medianWithOpen([10, 20, 30, 40], [])).toBe(20);
  });

  it('follows the textbook with censored cases', () => {
    // Deaths at 6, 6, 6, 7, 10, 13, 16, 22, 23; censored at 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35: median 23.
    const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
    const open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    expect(medianWithOpen(ended, open)).toBe(23);
  });

  it('an open ticket as old as a finished one became was still running then', () => {
    // Of three that ran at 10 one ended: two thirds. Had the open one been gone before, it would be one half.
    expect(medianWithOpen([10, 20], [10])).toBe(20);
    // Two that end together are one step: of four two are left, and that is half.
    expect(medianWithOpen([10, 10, 30], [40])).toBe(10);
    expect(medianWithOpen([10, 10, 30, 30], [40])).toBe(30);
  });

  it('is unknown while most are still open', () => {
    expect(medianWithOpen([5], [10, 10, 10])).toBeNull();
    expect(medianWithOpen([], [10])).toBeNull();
    expect(medianWithOpen([], [])).toBeNull();
  });

  it('is never below the lower median of the finished ones, because open ones only lengthen it', () => {
    const ages = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 30 });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 30 }),
        ages,
        (ended, open) => {
          const sorted = [...ended].sort((a, b) => a - b);
          const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
          expect(medianWithOpen(ended, open) ?? Infinity).toBeGreaterThanOrEqual(lower);
        },
      ),
    );
  });
});
