import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { CalendarDef, Hours } from '../../../src/calendar/index.js';
import { compileCalendar, coverageWarning } from '../../../src/calendar/index.js';
import { START } from '../../support/test-clock.js';
import { itOnData } from '../../support/test-data.js';

const DAY = 86_400_000;
const office: Hours[] = [['09:00', '18:00']];

/** The dates from the first to the last, both included. */
function days(first: string, last: string): string[] {
  const list: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY)
    list.push(new Date(at).toISOString().slice(0, 10));
  return list;
}

/** Written from the State Council's notices for 2025 and 2026, not from the table they are compared with. */
const china: CalendarDef = {
  timeZone: 'Asia/Shanghai',
  weekly: { mon: office, tue: office, wed: office, thu: office, fri: office },
  holidays: [
    '2025-01-01',
    ...days('2025-01-28', '2025-02-04'),
    ...days('2025-04-04', '2025-04-06'),
    ...days('2025-05-01', '2025-05-05'),
    ...days('2025-05-31', '2025-06-02'),
    ...days('2025-10-01', '2025-10-08'),
    ...days('2026-01-01', '2026-01-03'),
    ...days('2026-02-15', '2026-02-23'),
    ...days('2026-04-04', '2026-04-06'),
    ...days('2026-05-01', '2026-05-05'),
    ...days('2026-06-19', '2026-06-21'),
    ...days('2026-09-25', '2026-09-27'),
    ...days('2026-10-01', '2026-10-07'),
  ],
  workdays: [
    ...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  ].map((date) => ({ date })),
  covers: [2025, 2026],
};

const midnight = (date: string): number => Date.parse(`${date}T00:00:00+08:00`);

describe('Chinese working days with moved days', () => {
  const table = 'calendar-cn/cn_workdays_2024_2027.csv';
  itOnData('every day of 2025 and 2026 is open exactly when the official table says so', table, (file) => {
    const calendar = compileCalendar(china);
    const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
    const wrong: string[] = [];
    let compared = 0;
    for (const row of rows) {
      const [date = '', , chineseDays = ''] = row.split(',');
      if (!/^202[56]/.test(date)) continue;
      compared += 1;
      const open = calendar.between(midnight(date), midnight(date) + DAY);
      if (open !== (chineseDays === '1' ? 9 * 3_600_000 : 0)) wrong.push(date);
    }
    expect(wrong).toEqual([]);
    expect(compared).toBe(730);
  });

  it('a week of New Year does not count, a moved Saturday does', () => {
    const calendar = compileCalendar(china);
    // Friday 2026-02-13, 17:00; Saturday the 14th is worked; then closed until Tuesday the 24th.
    const from = Date.parse('2026-02-13T17:00:00+08:00');
    expect(calendar.add(from, 11 * 3_600_000)).toBe(Date.parse('2026-02-24T10:00:00+08:00'));
  });

  it('warns of years whose days off it does not know', () => {
    expect(coverageWarning(china, midnight('2025-03-01'), midnight('2026-12-31'))).toBeNull();
    const warning = coverageWarning(china, midnight('2026-12-01'), midnight('2027-01-15'));
    expect(warning?.en).toContain('2027');
    expect(warning?.['zh-CN']).toContain('2027');
    expect(coverageWarning(china, midnight('2024-06-01'), midnight('2027-01-15'))?.en).toContain(
      '2024, 2027',
    );
  });

  it('takes the covered years from the listed days when they are not named', () => {
    const { covers: _covers, ...unnamed } = china;
    expect(coverageWarning(unnamed, midnight('2026-01-01'), midnight('2026-12-31'))).toBeNull();
    expect(coverageWarning(unnamed, midnight('2027-01-01'), midnight('2027-01-01'))?.en).toContain('2027');
  });

  it('judges the year on the clock of the calendar, not in UTC', () => {
    expect(coverageWarning(china, midnight('2026-12-31'), midnight('2027-01-01') - 1)).toBeNull();
    expect(coverageWarning(china, midnight('2026-12-31'), midnight('2027-01-01'))).not.toBeNull();
  });

  it('has nothing to warn of in a plain week, or without a calendar', () => {
    expect(coverageWarning({ timeZone: 'Asia/Shanghai', weekly: china.weekly }, 0, START)).toBeNull();
    expect(coverageWarning(null, 0, START)).toBeNull();
  });
});
