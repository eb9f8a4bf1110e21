import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import { checkCalendar, compileCalendar } from '../../../src/calendar/index.js';

const good = {
  timeZone: 'Europe/Berlin',
  weekly: {
    mon: [
      ['09:00', '12:00'],
      ['12:00', '24:00'],
    ],
  },
  holidays: ['2024-02-29'],
  workdays: [{ date: '2026-10-10', hours: [['10:00', '12:00']] }, { date: '2026-10-11' }],
  covers: [2024, 2026],
};

describe('checking a calendar', () => {
  it('finds nothing in a good one', () => {
    expect(checkCalendar(good)).toEqual([]);
  });

  it('takes hours over midnight, of the week and of a moved working day', () => {
    const nights = { mon: [['22:00', '06:00']], tue: [['06:00', '12:00']], sun: [['18:00', '00:00']] };
    const workdays = [{ date: '2026-10-10', hours: [['20:00', '04:00']] }];
    expect(checkCalendar({ ...good, weekly: nights, workdays })).toEqual([]);
  });

  it.each([
    ['no object', null, ''],
    ['a list', [], ''],
    ['an unknown zone', { ...good, timeZone: 'Mars/Olympus' }, '/timeZone'],
    ['no zone', { weekly: good.weekly }, '/timeZone'],
    ['no week', { timeZone: 'UTC' }, '/weekly'],
    ['a week without hours', { ...good, weekly: {} }, '/weekly'],
    ['only empty days', { ...good, weekly: { mon: [], tue: [] } }, '/weekly'],
    ['an unknown weekday', { ...good, weekly: { ...good.weekly, monday: [] } }, '/weekly/monday'],
    ['an unknown field', { ...good, 'a/b': 1 }, '/a~1b'],
    [
      'a proto field',
      JSON.parse('{"timeZone":"UTC","weekly":{"mon":[["09:00","10:00"]]},"__proto__":{}}'),
      '/__proto__',
    ],
    ['a wrong time', { ...good, weekly: { mon: [['9:00', '12:00']] } }, '/weekly/mon/0'],
    ['a time after midnight', { ...good, weekly: { mon: [['09:00', '24:01']] } }, '/weekly/mon/0'],
    ['a block that begins at 24:00', { ...good, weekly: { mon: [['24:00', '06:00']] } }, '/weekly/mon/0'],
    [
      'a block after one that goes over midnight',
      {
        ...good,
        weekly: {
          mon: [
            ['22:00', '06:00'],
            ['23:00', '24:00'],
          ],
        },
      },
      '/weekly/mon/1',
    ],
    [
      'a morning that begins before the night has ended',
      { ...good, weekly: { mon: [['05:59', '12:00']], sun: [['22:00', '06:00']] } },
      '/weekly/mon/0',
    ],
    ['an empty block', { ...good, weekly: { mon: [['09:00', '09:00']] } }, '/weekly/mon/0'],
    [
      'blocks that overlap',
      {
        ...good,
        weekly: {
          mon: [
            ['09:00', '12:00'],
            ['11:00', '13:00'],
          ],
        },
      },
      '/weekly/mon/1',
    ],
    ['a day that does not exist', { ...good, holidays: ['2025-02-29'] }, '/holidays/0'],
    ['a date in another form', { ...good, holidays: ['2026-1-1'] }, '/holidays/0'],
    ['a working day without date', { ...good, workdays: [{}] }, '/workdays/0/date'],
    [
      'wrong hours of a working day',
      { ...good, workdays: [{ date: '2026-10-10', hours: '9-5' }] },
      '/workdays/0/hours',
    ],
    ['years in the wrong order', { ...good, covers: [2026, 2025] }, '/covers'],
    ['too many days', { ...good, holidays: Array.from({ length: 1_001 }, () => '2026-01-01') }, '/holidays'],
  ])('finds %s', (_, def: unknown, pointer) => {
    const errors = checkCalendar(def);
    expect(errors.map((error) => error.pointer)).toEqual([pointer]);
    expect(errors[0]?.message.en).not.toBe('');
    expect(errors[0]?.message['zh-CN']).toMatch(/\p{Script=Han}/u);
  });

  it('never throws, and what it accepts can be compiled', () => {
    const near = fc.record(
      {
        timeZone: fc.oneof(fc.constantFrom('UTC', 'Asia/Shanghai', '+08:00'), fc.string(), fc.anything()),
        weekly: fc.oneof(
          fc.dictionary(fc.constantFrom('mon', 'sun', 'x'), fc.anything()),
          fc.constant(good.weekly),
        ),
        holidays: fc.anything(),
        workdays: fc.oneof(fc.anything(), fc.array(fc.record({ date: fc.anything(), hours: fc.anything() }))),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(near, fc.anything()), (def) => {
        if (checkCalendar(def).length > 0) return;
        expect(compileCalendar(def as never).add(0, 3_600_000)).toBeGreaterThan(0);
      }),
    );
  });
});
