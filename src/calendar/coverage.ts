import type { Text } from '../engine/common/text.js';
import { yearAt } from './local-time.js';
import type { CalendarDef } from './model.js';

/**
 * Says which years between two instants (ms) have no known days off, so that their business time is a guess.
 * `null`: all is known, or the calendar is a plain week (or always open) that names no days at all.
 */
export function coverageWarning(def: CalendarDef | null, from: number, to: number): Text | null {
  const covers = def && coveredYears(def);
  if (!covers) return null;
  const years: number[] = [];
  const last = yearAt(def.timeZone, Math.max(from, to));
  for (let year = yearAt(def.timeZone, from); year <= last; year += 1) {
    if (year < covers[0] || year > covers[1]) years.push(year);
  }
  if (years.length === 0) return null;
  return {
    en: `The days off of ${years.join(', ')} are not in the calendar (it covers ${covers[0]} to ${covers[1]}); only the weekly hours are counted there.`,
    'zh-CN': `日历未包含 ${years.join('、')} 年的节假日和调休安排（仅覆盖 ${covers[0]} 至 ${covers[1]} 年），这些年份只按每周工作时间计算。`,
  };
}

/** First and last covered year; null when the calendar names no days. */
function coveredYears(def: CalendarDef): [number, number] | null {
  if (def.covers) return def.covers;
  const dates = [...(def.holidays ?? []), ...(def.workdays ?? []).map((day) => day.date)];
  const years = dates.map((date) => Number(date.slice(0, 4)));
  return years.length > 0 ? [Math.min(...years), Math.max(...years)] : null;
}
