import { describe, expect, it } from '@jest/globals';
import { isRecent, SKEW_MS } from '../../../src/clock.js';
import { isPresent } from '../../../src/routing/board/board.js';

const NOW = Date.UTC(2026, 10, 16, 9);

describe('what counts for a while', () => {
  it('counts from when it happened until the while is over', () => {
    expect(isRecent(NOW, 60_000, NOW)).toBe(true);
    expect(isRecent(NOW, 60_000, NOW + 59_999)).toBe(true);
    expect(isRecent(NOW, 60_000, NOW + 60_000)).toBe(false);
    expect(isRecent(-Infinity, 60_000, NOW)).toBe(false);
  });

  it('does not count when it lies in the future, beyond what clocks of several machines differ by', () => {
    expect(isRecent(NOW + SKEW_MS, 60_000, NOW)).toBe(true);
    expect(isRecent(NOW + SKEW_MS + 1, 60_000, NOW)).toBe(false);
    expect(isPresent(NOW + 86_400_000, NOW)).toBe(false);
    expect(isPresent(NOW - 60_000, NOW)).toBe(true);
  });
});
