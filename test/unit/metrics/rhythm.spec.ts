import { describe, expect, it } from '@jest/globals';
import { explainBottleneck } from '../../../src/metrics/bottlenecks/bottleneck-texts.js';
import type { WeekHour } from '../../../src/metrics/bottlenecks/rhythm.js';
import { byWeekday, findRhythm } from '../../../src/metrics/bottlenecks/rhythm.js';

/** Visits at ten o'clock: `ms` for each of them by weekday, Monday first. */
const week = (...ms: number[]): WeekHour[] =>
  ms.map((one, i) => ({ weekday: i + 1, hour: 10, visits: 10, ms: one * 10 }));
const TEAM = { en: 'Warehouse', 'zh-CN': '仓库' };

describe('when a step waits', () => {
  it('is the weekend where what comes then waits longer', () => {
    expect(findRhythm(week(1, 1, 1, 1, 1, 9, 9))).toMatchObject({
      pattern: 'weekend',
      weekdays: [6, 7],
      visits: 20,
      shareOfVisits: 20 / 70,
      shareOfTime: 180 / 230,
    });
  });

  it('is one weekday where only that one stands out', () => {
    expect(findRhythm(week(9, 1, 1, 1, 1, 1, 1))).toMatchObject({ pattern: 'weekday', weekdays: [1] });
  });

  it('is a part of the day where the clock explains it', () => {
    const hours = [8, 14, 20].map((hour) => ({ weekday: 2, hour, visits: 10, ms: hour === 20 ? 900 : 50 }));
    expect(findRhythm(hours)).toMatchObject({ pattern: 'hours', hours: [18, 24] });
  });

  it.each([
    ['every day is the same', week(3, 3, 3, 3, 3, 3, 3)],
    ['there is no waiting', week(0, 0, 0, 0, 0, 0, 0)],
    ['there are no visits', []],
    ['too few visits stand out', [...week(1, 1, 1, 1, 1), { weekday: 6, hour: 1, visits: 4, ms: 900 }]],
  ])('is nothing in particular when %s', (_, hours) => {
    expect(findRhythm(hours)).toBeNull();
  });

  it('is told by weekday, Monday first, days without visits too', () => {
    expect(byWeekday([{ weekday: 3, hour: 9, visits: 2, ms: 5 }]).map(({ visits }) => visits)).toEqual([
      0, 0, 2, 0, 0, 0, 0,
    ]);
  });

  it('is explained in both languages', () => {
    const text = explainBottleneck('nobody-on-shift', 0.756, TEAM, findRhythm(week(1, 1, 1, 1, 1, 9, 9)));
    expect(text).toEqual({
      en: '76% of the waiting: nobody of Warehouse is on shift. What comes at weekends is 29% of the visits and 78% of the waiting.',
      'zh-CN': '76% 的等待：仓库无人在班。周末进入的只占 29%，却占等待时间的 78%。',
    });
    expect(explainBottleneck('customer', 1, TEAM, null).en).toBe(
      '100% of the waiting: the customer has to act.',
    );
  });
});
