import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import { backoffMs, retryAfterMs, waitBeforeRetry } from '../../../src/automation/retry.js';

describe('waiting between tries', () => {
  it('waits twice as long each time, up to ten seconds, never less than half of that', () => {
    expect([1, 2, 3, 4].map((n) => backoffMs(n, 1))).toEqual([250, 500, 1000, 2000]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (n, random) => {
          const full = Math.min(250 * 2 ** (n - 1), 10_000);
          expect(backoffMs(n, random)).toBeGreaterThanOrEqual(full / 2);
          expect(backoffMs(n, random)).toBeLessThanOrEqual(full);
        },
      ),
    );
  });

  it('reads Retry-After as seconds and as a date, and ignores nonsense', () => {
    const now = Date.UTC(2026, 10, 22);
    expect(retryAfterMs('7', now)).toBe(7_000);
    expect(retryAfterMs('Sun, 22 Nov 2026 00:00:05 GMT', now)).toBe(5_000);
    expect(retryAfterMs('Sat, 21 Nov 2026 00:00:05 GMT', now)).toBe(0);
    expect(retryAfterMs('soon', now)).toBeNull();
    expect(retryAfterMs(undefined, now)).toBeNull();
  });

  it('is as patient as the server asks, within reason', () => {
    expect(waitBeforeRetry(1, 1, 3_000)).toBe(3_000);
    expect(waitBeforeRetry(5, 1, 1_000)).toBe(4_000);
    expect(waitBeforeRetry(1, 1, 3_600_000)).toBeNull();
    expect(waitBeforeRetry(1, 1, null)).toBe(250);
  });
});
