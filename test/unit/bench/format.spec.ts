import { describe, expect, it } from '@jest/globals';
import { count, durations, kibibytes, ratio, seconds } from '../../bench/table/format.js';

describe('numbers in README', () => {
  it('have digits that count', () => {
    expect([0.514, 1, 1.306, 7.96, 8.5, 42.3].map(ratio)).toEqual([
      '0.51',
      '1.00',
      '1.31',
      '8.0',
      '8.5',
      '42',
    ]);
    expect([0, 999, 5_391, 1_000_000].map(count)).toEqual(['0', '999', '5,391', '1,000,000']);
  });

  it('have their unit once where it is the same', () => {
    expect(durations(0.42, 3.26, 3, 53.4)).toBe('0.42 / 3.3 / 3 / 53 ms');
    expect(durations(12, 1_100)).toBe('12 ms / 1.1 s');
    expect(seconds(3, 98.2)).toBe('3 / 98 s');
    expect(kibibytes(436.4)).toBe('436 KiB');
  });

  it('are a dash where there is none, as of a median of nothing', () => {
    expect([count(null), ratio(Number.NaN), durations(null, 2), seconds(null)]).toEqual([
      '–',
      '–',
      '– / 2 ms',
      '– s',
    ]);
  });
});
