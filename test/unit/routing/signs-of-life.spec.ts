import { describe, expect, it } from '@jest/globals';
import { InvalidBody } from '../../../src/problems/http-problems.js';
import { readSign } from '../../../src/routing/leases/signs-of-life.js';

const NOW = Date.parse('2026-11-16T09:10:00.000Z');

describe('the sign of life that a renewal tells of', () => {
  it.each([
    ['nothing is told', undefined, null],
    ['an instant', '2026-11-16T09:09:15Z', NOW - 45_000],
    ['an instant of another zone', '2026-11-16T17:09:15.250+08:00', NOW - 44_750],
    ['a clock that is a little ahead is this instant', '2026-11-16T09:10:04Z', NOW],
    ['as much as clocks may differ', '2026-11-16T09:10:05Z', NOW],
  ])('%s', (_, told, sign) => {
    expect(readSign(told, NOW)).toBe(sign);
  });

  it.each([
    ['in the future', '2026-11-16T09:10:05.001Z'],
    ['far in the future', '9999-12-31T23:59:59Z'],
    ['no instant', 'now'],
    ['an instant of no zone', '2026-11-16T09:09:15'],
    ['a day', '2026-11-16'],
    ['a day that there is not', '2026-13-41T09:00:00Z'],
    ['nothing', ''],
  ])('refused: %s', (_, told) => {
    expect(() => readSign(told, NOW)).toThrow(InvalidBody);
    try {
      readSign(told, NOW);
    } catch (error) {
      expect((error as InvalidBody).errors).toMatchObject([{ pointer: '/lastActiveAt' }]);
    }
  });
});
