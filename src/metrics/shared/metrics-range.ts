import { Temporal } from 'temporal-polyfill';
import type { ProblemError } from '../../problems/problem.js';

/** Ranges longer than this are refused: two years, with their leap day. */
const LONGEST_MS = 731 * 86_400_000;
const DEFAULT_MS = 30 * 86_400_000;

/** [from, to) in ms since 1970; `tz` is the zone in which dates were read. */
export interface Range {
  from: number;
  to: number;
  tz: string;
}

export interface RangeWish {
  from?: string;
  to?: string;
  tz?: string;
}

/**
 * The range that a caller asks for. `from` and `to` are instants (ISO 8601 with an offset) or dates, which mean the start
 * of that day in `tz` (default UTC); `to` itself is outside. Without `to`: up to `now`; without `from`: 30 days before `to`.
 */
export function readRange(wish: RangeWish, now: number): { range: Range } | { errors: ProblemError[] } {
  const errors: ProblemError[] = [];
  const tz = wish.tz ?? 'UTC';
  if (!isTimeZone(tz)) errors.push(noTimeZone(tz));
  const zone = errors.length === 0 ? tz : 'UTC';
  const to = wish.to === undefined ? now : readInstant(wish.to, zone);
  if (to === null) errors.push(notATime('to'));
  const from = wish.from === undefined ? (to ?? now) - DEFAULT_MS : readInstant(wish.from, zone);
  if (from === null) errors.push(notATime('from'));
  if (from === null || to === null || errors.length > 0) return { errors };
  if (from >= to) {
    return {
      errors: [
        { pointer: '/from', message: { en: 'must be before `to`', 'zh-CN': '必须早于 to' } },
        { pointer: '/to', message: { en: 'must be after `from`', 'zh-CN': '必须晚于 from' } },
      ],
    };
  }
  if (to - from > LONGEST_MS) {
    const message = {
      en: 'the range may span two years at most; ask for it in parts',
      'zh-CN': '时间范围最多两年；请分段查询',
    };
    return { errors: [{ pointer: '/from', message }] };
  }
  return { range: { from, to, tz } };
}

/**
 * The period of the same length that ends where this one begins. Days of `tz` are followed by as many days, also where one
 * of them is longer or shorter because clocks are changed.
 */
export function previousRange({ from, to, tz }: Range): { from: number; to: number } {
  const [first, last] = [from, to].map((ms) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(tz),
  );
  if (first === undefined || last === undefined) throw new Error('a range has two ends');
  const isDays = [first, last].every((at) => at.startOfDay().epochMilliseconds === at.epochMilliseconds);
  if (!isDays) return { from: from - (to - from), to: from };
  const days = first.toPlainDate().until(last.toPlainDate(), { largestUnit: 'day' }).days;
  const begin = first.toPlainDate().subtract({ days }).toZonedDateTime(tz);
  return { from: begin.epochMilliseconds, to: from };
}

/** The error that names a time zone which there is not, or which not everybody who has to cut days knows. */
export function noTimeZone(tz: string): ProblemError {
  const shown = tz.slice(0, 80);
  return {
    pointer: '/tz',
    message: {
      en: `"${shown}" is no time zone; give an IANA name such as Asia/Shanghai`,
      'zh-CN': `“${shown}”不是有效的时区；请使用 IANA 名称，例如 Asia/Shanghai`,
    },
  };
}

function isTimeZone(tz: string): boolean {
  // Not `+08:00`: the database reads the sign of offsets the other way round.
  if (!/^[A-Za-z]/.test(tz)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(tz);
    return true;
  } catch {
    return false;
  }
}

function readInstant(text: string, tz: string): number | null {
  try {
    const ms = /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? Temporal.PlainDate.from(text).toZonedDateTime(tz).epochMilliseconds
      : Temporal.Instant.from(text).epochMilliseconds;
    const year = new Date(ms).getUTCFullYear();
    // PostgreSQL and people agree on these.
    return year >= 1970 && year <= 9999 ? ms : null;
  } catch {
    return null;
  }
}

function notATime(name: string): ProblemError {
  return {
    pointer: `/${name}`,
    message: {
      en: 'must be a date (2026-11-01) or an instant with its offset (2026-11-01T09:00:00Z), from 1970 on',
      'zh-CN': '应为日期（2026-11-01）或带时区偏移的时间（2026-11-01T09:00:00Z），不早于 1970 年',
    },
  };
}
