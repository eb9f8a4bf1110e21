import type { Text } from '../engine/common/text.js';
import { DAY_MINUTES, dayNumber, isTimeZone } from './local-time.js';
import { WEEKDAYS } from './model.js';
import { minutesOfBlock } from './schedule.js';

/** One thing that is wrong; `pointer` is a JSON pointer into the calendar. */
export interface CalendarError {
  pointer: string;
  message: Text;
}
type Report = (pointer: string, en: string, zh: string) => void;

/** Days that one calendar may list (over 20 years of holidays). */
const MOST_DAYS = 1_000;
const MOST_BLOCKS = 24;
const FIELDS = ['timeZone', 'weekly', 'holidays', 'workdays', 'covers'];

/** All that is wrong with a calendar definition; empty when it can be compiled. */
export function checkCalendar(def: unknown): CalendarError[] {
  const errors: CalendarError[] = [];
  const report: Report = (pointer, en, zh) => errors.push({ pointer, message: { en, 'zh-CN': zh } });
  if (!isRecord(def)) {
    report('', 'must be an object with timeZone and weekly', '必须是包含 timeZone 和 weekly 的对象');
    return errors;
  }
  checkFields(def, '', FIELDS, report);
  if (typeof def['timeZone'] !== 'string' || !isTimeZone(def['timeZone'])) {
    report(
      '/timeZone',
      'must be a time zone name such as Asia/Shanghai',
      '必须是有效的时区名称，例如 Asia/Shanghai',
    );
  }
  checkWeekly(def['weekly'], report);
  checkList(def['holidays'], '/holidays', report, (date, pointer) => checkDate(date, pointer, report));
  checkList(def['workdays'], '/workdays', report, (day, pointer) => checkWorkday(day, pointer, report));
  checkCovers(def['covers'], report);
  return errors;
}

function checkWeekly(weekly: unknown, report: Report): void {
  if (!isRecord(weekly)) {
    report('/weekly', 'must be an object of weekdays (mon … sun)', '必须是以星期（mon 至 sun）为键的对象');
    return;
  }
  checkFields(weekly, '/weekly', WEEKDAYS, report);
  for (const name of WEEKDAYS) {
    if (weekly[name] !== undefined) checkHours(weekly[name], `/weekly/${name}`, report);
  }
  checkNights(weekly, report);
  if (!WEEKDAYS.some((name) => Array.isArray(weekly[name]) && weekly[name].length > 0)) {
    report(
      '/weekly',
      'must be open at some time of the week: nothing would ever become due',
      '每周至少要有一段工作时间，否则任何时限都不会到期',
    );
  }
}

/** Hours over midnight must have ended when those of the next weekday begin. */
function checkNights(weekly: Record<string, unknown>, report: Report): void {
  WEEKDAYS.forEach((name, i) => {
    const next = WEEKDAYS[(i + 1) % WEEKDAYS.length] ?? name;
    const [night, morning] = [blocksIn(weekly[name]).at(-1), blocksIn(weekly[next])[0]];
    if (night === undefined || morning === undefined) return;
    if (minutesOfBlock(night)[1] - DAY_MINUTES <= minutesOfBlock(morning)[0]) return;
    report(
      `/weekly/${next}/0`,
      'must begin after the hours of the day before, which go over midnight, have ended',
      '必须晚于前一天跨零点时段的结束时间',
    );
  });
}

/** The blocks of a day; none when one of them is no block. */
function blocksIn(hours: unknown): [string, string][] {
  return Array.isArray(hours) && hours.every(isBlock) ? hours : [];
}

function checkHours(hours: unknown, pointer: string, report: Report): void {
  if (!Array.isArray(hours) || hours.length > MOST_BLOCKS) {
    report(
      pointer,
      `must be a list of at most ${MOST_BLOCKS} blocks`,
      `必须是时间段列表，最多 ${MOST_BLOCKS} 段`,
    );
    return;
  }
  let closed = 0;
  hours.forEach((block: unknown, i) => {
    const at = `${pointer}/${i}`;
    if (!isBlock(block)) {
      report(at, 'must be two times, ["09:00", "18:00"]', '必须是两个时间，例如 ["09:00", "18:00"]');
      return;
    }
    const [opens, closes] = minutesOfBlock(block);
    if (block[0] === block[1] || opens === DAY_MINUTES) {
      report(
        at,
        'must not close when it opens, and begin before 24:00; one that closes earlier than it opens goes over midnight',
        '结束时间不能与开始时间相同，且须在 24:00 前开始；结束早于开始表示跨零点',
      );
    } else if (opens < closed) {
      report(at, 'must begin after the block before it has ended', '必须晚于上一段的结束时间');
    }
    closed = Math.max(closed, closes);
  });
}

function checkWorkday(day: unknown, pointer: string, report: Report): void {
  if (!isRecord(day)) {
    report(pointer, 'must be an object with a date', '必须是包含 date 的对象');
    return;
  }
  checkFields(day, pointer, ['date', 'hours'], report);
  checkDate(day['date'], `${pointer}/date`, report);
  if (day['hours'] === undefined) return;
  checkHours(day['hours'], `${pointer}/hours`, report);
}

function checkDate(date: unknown, pointer: string, report: Report): void {
  if (typeof date !== 'string' || !isDate(date)) {
    report(pointer, 'must be a date, YYYY-MM-DD', '必须是日期，格式为 YYYY-MM-DD');
  }
}

function checkCovers(covers: unknown, report: Report): void {
  if (covers === undefined) return;
  const isYears =
    Array.isArray(covers) &&
    covers.length === 2 &&
    covers.every((year) => Number.isInteger(year) && year >= 1970 && year <= 9999) &&
    covers[0] <= covers[1];
  if (!isYears) {
    report(
      '/covers',
      'must be the first and the last covered year, [2025, 2026]',
      '必须是起止年份，例如 [2025, 2026]',
    );
  }
}

function checkList(
  list: unknown,
  pointer: string,
  report: Report,
  each: (item: unknown, pointer: string) => void,
): void {
  if (list === undefined) return;
  if (!Array.isArray(list) || list.length > MOST_DAYS) {
    report(pointer, `must be a list of at most ${MOST_DAYS} days`, `必须是日期列表，最多 ${MOST_DAYS} 天`);
    return;
  }
  list.forEach((item: unknown, i) => each(item, `${pointer}/${i}`));
}

function checkFields(object: object, pointer: string, known: readonly string[], report: Report): void {
  for (const key of Object.keys(object)) {
    if (known.includes(key)) continue;
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    report(at, `is unknown here; known are ${known.join(', ')}`, `未知字段；可用字段为 ${known.join('、')}`);
  }
}

function isBlock(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((time) => isTime(time));
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(value);
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = dayNumber(value);
  return Number.isFinite(day) && new Date(day * 86_400_000).toISOString().startsWith(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
