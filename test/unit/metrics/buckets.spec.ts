import { describe, expect, it } from '@jest/globals';
import { bucketStarts, MOST_BUCKETS } from '../../../src/metrics/shared/buckets.js';

const at = (text: string): number => Date.parse(text);
const iso = (starts: number[]): string[] => starts.map((ms) => new Date(ms).toISOString());

describe('the hours and days of a range', () => {
  it('begin where the range does, then at midnight on the clock of the zone', () => {
    const range = { from: at('2026-11-20T10:00:00Z'), to: at('2026-11-22T10:00:00Z'), tz: 'Asia/Shanghai' };
    expect(iso(bucketStarts(range, 'day'))).toEqual([
      '2026-11-20T10:00:00.000Z',
      '2026-11-20T16:00:00.000Z',
      '2026-11-21T16:00:00.000Z',
    ]);
  });

  it('know days of 23 and 25 hours', () => {
    const lengths = (from: string, to: string) =>
      bucketStarts({ from: at(from), to: at(to), tz: 'Europe/Berlin' }, 'hour').length;
    expect(lengths('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')).toBe(23);
    expect(lengths('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')).toBe(25);
    const days = { from: at('2026-10-24T22:00:00Z'), to: at('2026-10-26T23:00:00Z'), tz: 'Europe/Berlin' };
    expect(iso(bucketStarts(days, 'day'))).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
  });

  it('are none in an empty range, and stop one beyond the most', () => {
    const now = at('2026-11-22T00:00:00Z');
    expect(bucketStarts({ from: now, to: now, tz: 'UTC' }, 'hour')).toEqual([]);
    expect(bucketStarts({ from: now + 1, to: now + 1, tz: 'UTC' }, 'hour')).toEqual([]);
    const year = { from: now - 365 * 86_400_000, to: now, tz: 'UTC' };
    expect(bucketStarts(year, 'hour')).toHaveLength(MOST_BUCKETS + 1);
  });
});
