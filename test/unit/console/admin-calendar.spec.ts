import { describe, expect, it } from '@jest/globals';
import {
  coverYear,
  daysOfMonth,
  findBadBlocks,
  hoursOfWeek,
  isOverMidnight,
  isSound,
  joinDays,
  newCalendar,
  nextBlock,
  nightBefore,
  readCalendar,
  stateOfDay,
  tidyTime,
  toggleDay,
  type Block,
} from '../../../src/console/admin/teams/calendar';
import { changedFields, pathOf, placeErrors } from '../../../src/console/admin/common/field-errors';
import { ApiProblem } from '../../../src/console/api/problem';

describe('the calendar of a team', () => {
  const calendar = newCalendar('Asia/Shanghai');

  it('turns a working day into a day off and back', () => {
    // 1 October 2026 is a Thursday.
    const off = toggleDay(calendar, '2026-10-01');
    expect(stateOfDay(calendar, '2026-10-01')).toBe('open');
    expect(stateOfDay(off, '2026-10-01')).toBe('off');
    expect(toggleDay(off, '2026-10-01')).toEqual(calendar);
  });

  it('turns a day off into a moved working day and back', () => {
    const work = toggleDay(calendar, '2026-10-10');
    expect(stateOfDay(calendar, '2026-10-10')).toBe('closed');
    expect(stateOfDay(work, '2026-10-10')).toBe('work');
    expect(toggleDay(work, '2026-10-10')).toEqual(calendar);
  });

  it('keeps what it does not show: the hours of a moved working day', () => {
    const stored = {
      timeZone: 'Asia/Shanghai',
      weekly: { mon: [['09:00', '12:00']] },
      workdays: [{ date: '2026-10-10', hours: [['10:00', '16:00']] }],
      covers: [2026, 2027],
    };
    const read = readCalendar(stored);
    expect(read?.workdays).toEqual(stored.workdays);
    expect(read?.covers).toEqual([2026, 2027]);
    expect(read?.weekly.sun).toEqual([]);
    expect(readCalendar(null)).toBeNull();
  });

  it('refuses hours that end before they begin, lie over one another or are no times', () => {
    expect(
      findBadBlocks([
        ['09:00', '12:00'],
        ['13:00', '24:00'],
      ]),
    ).toEqual([]);
    expect(findBadBlocks([['12:00', '12:00']])).toEqual([0]);
    expect(findBadBlocks([['24:00', '06:00']])).toEqual([0]);
    expect(
      findBadBlocks([
        ['09:00', '12:00'],
        ['11:00', '18:00'],
      ]),
    ).toEqual([1]);
    expect(findBadBlocks([['9', '25:00']])).toEqual([0]);
    expect(isSound(calendar)).toBe(true);
    const never = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    expect(isSound({ ...calendar, weekly: never })).toBe(false);
  });

  it('takes hours over midnight where they lie over nothing', () => {
    expect(findBadBlocks([['22:00', '06:00']])).toEqual([]);
    expect(['06:00', '24:00', '00:00'].map((to) => isOverMidnight(['22:00', to]))).toEqual([
      true,
      false,
      false,
    ]);
    const after: Block[] = [
      ['22:00', '06:00'],
      ['23:00', '24:00'],
    ];
    expect(findBadBlocks(after)).toEqual([1]);
    const nights = { ...calendar, weekly: { ...calendar.weekly, sun: [['22:00', '09:00']] as Block[] } };
    // Monday begins at 09:00, when the night of Sunday has ended.
    expect(isSound(nights)).toBe(true);
    expect(nightBefore(nights.weekly, 'mon')).toBe(9 * 60);
    expect(hoursOfWeek(nights)).toBe(45 + 11);
    expect(isSound({ ...nights, weekly: { ...nights.weekly, mon: [['08:59', '18:00']] } })).toBe(false);
    expect(nextBlock([['22:00', '06:00']])).toBeNull();
  });

  it('understands times as people type them', () => {
    expect(['9', '930', '9:30', '09：30', '24', 'x'].map(tidyTime)).toEqual([
      ...['09:00', '09:30', '09:30', '09:30', '24:00', 'x'],
    ]);
  });

  it('offers hours after those of the day until it is full', () => {
    expect(nextBlock([])).toEqual(['09:00', '18:00']);
    expect(nextBlock([['09:00', '12:00']])).toEqual(['13:00', '17:00']);
    expect(nextBlock([['09:00', '22:30']])).toEqual(['23:30', '24:00']);
    expect(nextBlock([['09:00', '24:00']])).toBeNull();
  });

  it('adds up the hours of a week', () => {
    expect(hoursOfWeek(calendar)).toBe(45);
  });

  it('begins a month under its weekday', () => {
    const february = daysOfMonth(2024, 2);
    expect(february.indexOf('2024-02-01')).toBe(3);
    expect(february.at(-1)).toBe('2024-02-29');
  });

  it('covers years in a row', () => {
    const covered = coverYear(coverYear(calendar, 2026, true), 2027, true);
    expect(covered.covers).toEqual([2026, 2027]);
    expect(coverYear(covered, 2026, false).covers).toEqual([2027, 2027]);
    expect(coverYear(coverYear(calendar, 2026, true), 2026, false).covers).toBeUndefined();
  });

  it('joins days that follow one another', () => {
    expect(joinDays(['2026-10-02', '2026-09-30', '2026-10-01', '2026-10-05'])).toEqual([
      ['2026-09-30', '2026-10-02'],
      ['2026-10-05', '2026-10-05'],
    ]);
  });
});

describe('a refusal of the server', () => {
  it('stands at the fields that it points at', () => {
    const problem = new ApiProblem(422, {
      type: 'urn:stepwise:problem:invalid-body',
      title: 'Invalid',
      errors: [
        { pointer: '/teams/0/team', message: 'there is no team "x"' },
        { pointer: '/name', message: 'is too long' },
      ],
    });
    expect(placeErrors(problem, ['name', 'teams'])).toEqual({
      fields: [
        { name: ['teams'], messages: ['There is no team "x".'] },
        { name: ['name'], messages: ['This is too long.'] },
      ],
      isAll: true,
    });
    expect(placeErrors(problem, ['name']).isAll).toBe(false);
  });

  it('of a taken address stands at the address', () => {
    const problem = new ApiProblem(409, {
      type: 'urn:stepwise:problem:duplicate-email',
      title: 'Taken',
      detail: 'Somebody signs in with it already.',
    });
    expect(placeErrors(problem, ['email']).fields).toEqual([
      { name: ['email'], messages: ['Somebody signs in with it already.'] },
    ]);
  });

  it('that points nowhere is said beside the fields', () => {
    expect(placeErrors(new ApiProblem(503, null), ['name'])).toEqual({ fields: [], isAll: false });
    expect(pathOf('/a~1b/0/c~0d')).toEqual(['a/b', 0, 'c~d']);
  });
});

describe('a change', () => {
  it('says only what differs, so that nobody else is overruled', () => {
    const before = { name: 'Lin', roles: ['agent'], skills: ['zh'] };
    expect(changedFields(before, { ...before, roles: ['agent', 'lead'] })).toEqual({
      roles: ['agent', 'lead'],
    });
    expect(changedFields(before, { ...before })).toEqual({});
  });
});
