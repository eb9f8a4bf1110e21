import { describe, expect, it } from '@jest/globals';
import { previousRange, readRange } from '../../../src/metrics/shared/metrics-range.js';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const pointersOf = (read: ReturnType<typeof readRange>) =>
  'errors' in read ? read.errors.map((error) => error.pointer) : [];

describe('the range of a figure', () => {
  it('is the last 30 days when nothing is said', () => {
    expect(readRange({}, NOW)).toEqual({ range: { from: NOW - 30 * 86_400_000, to: NOW, tz: 'UTC' } });
  });

  it('reads a date as the start of the day in the zone asked for', () => {
    expect(readRange({ from: '2026-11-01', to: '2026-11-02', tz: 'Asia/Shanghai' }, NOW)).toEqual({
      range: {
        from: Date.parse('2026-10-31T16:00:00Z'),
        to: Date.parse('2026-11-01T16:00:00Z'),
        tz: 'Asia/Shanghai',
      },
    });
  });

  it('knows days that do not have 24 hours', () => {
    const read = readRange({ from: '2026-03-29', to: '2026-03-30', tz: 'Europe/Berlin' }, NOW);
    expect('range' in read && read.range.to - read.range.from).toBe(23 * 3_600_000);
  });

  it('reads instants with their offset', () => {
    const read = readRange({ from: '2026-11-01T00:00:00+08:00', to: '2026-11-02T00:00:00Z' }, NOW);
    expect(read).toMatchObject({ range: { from: Date.parse('2026-10-31T16:00:00Z') } });
  });

  it.each([
    ['an unknown zone', { tz: 'Mars/Olympus' }, ['/tz']],
    ['a time without an offset', { from: '2026-11-01T00:00:00' }, ['/from']],
    ['a day that does not exist', { to: '2026-02-30' }, ['/to']],
    ['a word', { from: 'yesterday', to: 'today' }, ['/to', '/from']],
    ['a time before 1970', { from: '1890-01-01' }, ['/from']],
    ['an end before the beginning', { from: '2026-11-02', to: '2026-11-01' }, ['/from', '/to']],
    ['an empty range', { from: '2026-11-02', to: '2026-11-02' }, ['/from', '/to']],
    ['more than two years', { from: '2020-01-01', to: '2026-01-01' }, ['/from']],
  ])('refuses %s and names the parameter', (_, wish, pointers) => {
    expect(pointersOf(readRange(wish, NOW))).toEqual(pointers);
  });

  it('names an unknown zone in both languages', () => {
    const read = readRange({ tz: 'Mars/Olympus' }, NOW);
    expect('errors' in read && read.errors[0]?.message.en).toContain('Mars/Olympus');
    expect('errors' in read && read.errors[0]?.message['zh-CN']).toContain('Mars/Olympus');
  });

  it('takes two whole years, leap day included', () => {
    expect(readRange({ from: '2023-03-01', to: '2025-03-01' }, NOW)).toHaveProperty('range');
  });
});

describe('the period before', () => {
  const read = (wish: { from: string; to: string; tz?: string }) => {
    const asked = readRange(wish, NOW);
    if (!('range' in asked)) throw new Error('a range that is refused');
    return previousRange(asked.range);
  };

  it('ends where the range begins and has as many days', () => {
    expect(read({ from: '2026-03-01', to: '2026-03-08', tz: 'Asia/Shanghai' })).toEqual({
      from: Date.parse('2026-02-22T00:00:00+08:00'),
      to: Date.parse('2026-03-01T00:00:00+08:00'),
    });
  });

  it('begins with its first day also where clocks are changed in one of the two', () => {
    // Summer time ended on 25 October: one day of 25 hours in the period before.
    expect(read({ from: '2026-10-26', to: '2026-10-29', tz: 'Europe/Berlin' })).toEqual({
      from: Date.parse('2026-10-23T00:00:00+02:00'),
      to: Date.parse('2026-10-26T00:00:00+01:00'),
    });
  });

  it('is as long to the millisecond where the range does not consist of days', () => {
    expect(read({ from: '2026-11-01T06:00:00Z', to: '2026-11-01T09:30:00Z' })).toEqual({
      from: Date.parse('2026-11-01T02:30:00Z'),
      to: Date.parse('2026-11-01T06:00:00Z'),
    });
  });
});
