import { describe, expect, it } from '@jest/globals';
import {
  compareCounts,
  compareMeans,
  compareMedians,
  compareRates,
} from '../../../src/metrics/shared/comparison.js';
import { durationOf, rateOf, summarize } from '../../../src/metrics/shared/figures.js';

const seconds = (n: number, from: number) =>
  durationOf(summarize(Array.from({ length: n }, (_, i) => (from + i) * 1000)));

describe('a figure against the period before', () => {
  it('of 80 % of 1000 and 70 % of 1000 is higher, by ten points', () => {
    const compared = compareRates(rateOf(800, 1000), rateOf(700, 1000));
    expect(compared).toMatchObject({ result: 'higher', test: 'newcombe', n: 1000, nBefore: 1000 });
    expect(compared.change).toBeCloseTo(0.1, 12);
    expect(compareRates(rateOf(700, 1000), rateOf(800, 1000)).result).toBe('lower');
  });

  it('of 24 and 21 in 30 is no difference', () => {
    expect(compareRates(rateOf(24, 30), rateOf(21, 30))).toMatchObject({ result: 'no-difference', n: 30 });
  });

  it('of fewer than 30 cases on either side is not made, whatever they are', () => {
    const few = { result: 'too-few', change: null, test: null };
    expect(compareRates(rateOf(29, 29), rateOf(0, 500))).toEqual({ ...few, n: 29, nBefore: 500 });
    expect(compareRates(rateOf(0, 500), rateOf(29, 29))).toEqual({ ...few, n: 500, nBefore: 29 });
    expect(compareRates(rateOf(30, 30), null)).toEqual({ ...few, n: 30, nBefore: 0 });
    expect(compareCounts(29, 300)).toEqual({ ...few, n: 29, nBefore: 300 });
    expect(compareMedians(seconds(29, 0), seconds(300, 500))).toEqual({ ...few, n: 29, nBefore: 300 });
    const mean = { mean: 1, deviation: 0 };
    expect(compareMeans({ ...mean, n: 29 }, { ...mean, n: 30 })).toEqual({ ...few, n: 29, nBefore: 30 });
    expect(compareMeans({ ...mean, n: 30 }, null)).toEqual({ ...few, n: 30, nBefore: 0 });
  });

  it('of two counts is tested as such: 130 after 100 is more, 125 may be chance', () => {
    // 1.96 · √230 = 29.7, 1.96 · √225 = 29.4.
    expect(compareCounts(130, 100)).toEqual({
      ...{ result: 'higher', change: 0.3, test: 'poisson', n: 130, nBefore: 100 },
    });
    expect(compareCounts(125, 100)).toMatchObject({ result: 'no-difference', change: 0.25 });
  });

  it('of two medians is judged by the intervals that their ranks give', () => {
    // 100 s from 0 to 99: ranks 49.5 ± 9.7 of 99, so the median 49.5 lies between 39.8 and 59.2.
    const now = seconds(100, 0);
    expect(now.p50Interval?.low).toBeCloseTo(39.8, 1);
    expect(now.p50Interval?.high).toBeCloseTo(59.2, 1);
    expect(compareMedians(now, seconds(100, 10)).result).toBe('no-difference');
    expect(compareMedians(now, seconds(100, 15))).toMatchObject({
      result: 'lower',
      test: 'median-intervals',
    });
    expect(compareMedians(seconds(100, 15), now).change).toBeCloseTo(15 / 49.5, 9);
    expect(seconds(29, 0).p50Interval).toBeNull();
  });

  it('of two means weighs the difference against their spreads', () => {
    const before = { mean: 100, deviation: 20, n: 100 };
    // Two means without any spread that are the same are no difference.
    const flat = { mean: 5, deviation: 0, n: 30 };
    expect(compareMeans(flat, flat).result).toBe('no-difference');
    // 1.96 · √(4 + 4) = 5.5.
    expect(compareMeans({ ...before, mean: 105 }, before)).toMatchObject({ result: 'no-difference' });
    expect(compareMeans({ ...before, mean: 106 }, before)).toMatchObject({
      ...{ result: 'higher', change: 0.06, test: 'welch' },
    });
  });
});
