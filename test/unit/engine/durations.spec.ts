import { describe, expect, it } from '@jest/globals';
import { parseDelay, parseDuration } from '../../../src/engine/common/durations.js';

describe('durations', () => {
  it.each([
    ['PT4H', 14_400_000],
    ['P1DT30M', 88_200_000],
    ['P2W', 1_209_600_000],
    ['PT90S', 90_000],
    ['P1W2DT3H4M5S', 788_645_000],
    ['PT0S', 0],
    ['P3660D', 316_224_000_000],
  ])('%s has %d ms', (iso, ms) => {
    expect(parseDuration(iso)).toBe(ms);
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    '4H',
    'P1M',
    'P1Y',
    'PT1.5H',
    '-PT1H',
    'pt1h',
    'PT4H ',
    'PT4M3H',
    'P3661D',
    'P999999W',
  ])('"%s" is no duration', (iso) => {
    expect(parseDuration(iso)).toBeNull();
  });

  it('a delay names its clock', () => {
    expect(parseDelay('PT4H')).toEqual({ ms: 14_400_000, clock: 'calendar' });
    expect(parseDelay('PT8H business')).toEqual({ ms: 28_800_000, clock: 'business' });
  });

  it('a delay lasts a second at least, also in versions that were published with less', () => {
    expect(parseDelay('PT0S')).toEqual({ ms: 1_000, clock: 'calendar' });
  });

  it.each(['PT8H calendar', 'PT8H  business', 'PT8H night', 'business', 'PT8H business x', '5000'])(
    '"%s" is no delay',
    (key) => {
      expect(parseDelay(key)).toBeNull();
    },
  );
});
