import { describe, expect, it } from '@jest/globals';
import { compileCalendar } from '../../../src/calendar/index.js';
import { businessTime, mergeSpans } from '../../../src/metrics/shared/intervals.js';

const HOUR = 3_600_000;
const at = (iso: string) => Date.parse(iso);

describe('spans', () => {
  it('that overlap or touch become one, and are cut to the frame', () => {
    expect(
      mergeSpans(
        [
          [50, 60],
          [0, 10],
          [10, 20],
          [15, 18],
          [55, 200],
        ],
        [5, 100],
      ),
    ).toEqual([
      [5, 20],
      [50, 100],
    ]);
  });

  it('outside the frame vanish', () => {
    expect(mergeSpans([[0, 10]], [10, 20])).toEqual([]);
  });
});

describe('net time', () => {
  const calendar = compileCalendar({
    timeZone: 'Asia/Shanghai',
    weekly: {
      mon: [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
      tue: [['09:00', '18:00']],
    },
    holidays: [],
    workdays: [],
  });

  it('leaves out the business hours in which the customer was waited for, once', () => {
    // Monday 09:00 to Tuesday 10:00 in Shanghai: 8 h + 1 h. Two overlapping waits cover Monday 11:00 to 14:00: 2 business hours.
    const within = [at('2026-11-16T01:00:00Z'), at('2026-11-17T02:00:00Z')] as const;
    const waits = [
      [at('2026-11-16T03:00:00Z'), at('2026-11-16T05:30:00Z')],
      [at('2026-11-16T04:00:00Z'), at('2026-11-16T06:00:00Z')],
    ] as const;
    expect(businessTime(within, waits, calendar)).toEqual({ business: 9 * HOUR, net: 7 * HOUR });
  });

  it('is the business time when nobody waited', () => {
    const within = [at('2026-11-14T01:00:00Z'), at('2026-11-16T02:00:00Z')] as const;
    expect(businessTime(within, [], calendar)).toEqual({ business: HOUR, net: HOUR });
  });
});
