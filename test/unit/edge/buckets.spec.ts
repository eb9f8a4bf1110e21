import { describe, expect, it } from '@jest/globals';
import { Buckets } from '../../../src/edge/buckets.js';

describe('buckets of requests', () => {
  it('let a third of a minute through at once, and say how long to wait then', () => {
    const buckets = new Buckets(30);
    for (let n = 0; n < 10; n += 1) expect(buckets.take('ann', 1_000)).toBe(0);
    expect(buckets.take('ann', 1_000)).toBe(2_000);
    expect(buckets.take('ann', 2_000)).toBe(1_000);
    expect(buckets.take('ann', 3_000)).toBe(0);
    expect(buckets.take('ann', 3_000)).toBe(2_000);
  });

  it('fill up again, and no further', () => {
    const buckets = new Buckets(30);
    while (buckets.take('ann', 0) === 0);
    for (let n = 0; n < 10; n += 1) expect(buckets.take('ann', 10 * 60_000)).toBe(0);
    expect(buckets.take('ann', 10 * 60_000)).toBeGreaterThan(0);
  });

  it('are one for each caller', () => {
    const buckets = new Buckets(3);
    expect([buckets.take('ann', 0), buckets.take('ben', 0)]).toEqual([0, 0]);
    expect(buckets.take('ann', 0)).toBeGreaterThan(0);
  });

  it('neither fill nor block when the clock goes back', () => {
    const buckets = new Buckets(3);
    expect(buckets.take('ann', 3_600_000)).toBe(0);
    expect(buckets.take('ann', 0)).toBe(20_000);
    expect(buckets.take('ann', 20_000)).toBe(0);
  });

  it('do not grow with the callers', () => {
    const buckets = new Buckets(3);
    buckets.take('first', 0);
    for (let n = 0; n < 20_000; n += 1) buckets.take(`caller ${String(n)}`, 0);
    expect(buckets.take('caller 19999', 0)).toBeGreaterThan(0);
    expect(buckets.take('first', 0)).toBe(0);
  });
});
