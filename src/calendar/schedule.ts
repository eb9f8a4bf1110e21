import { DAY_MINUTES, dayNumber, minutesOf } from './local-time.js';
import type { CalendarDef, Hours, Weekday } from './model.js';
import { WEEKDAYS } from './model.js';

/** Opens and closes in minutes since midnight; over midnight it closes after more than 1440. */
export type Block = readonly [opens: number, closes: number];

/**
 * The blocks that begin on one local day (days since 1970-01-01), in order, none touching the next. The last may reach
 * into the day after, also where that one is a holiday, and may lie over its blocks.
 */
export type Schedule = (day: number) => readonly Block[];

/** Which blocks are worked on which day: moved working days go before holidays, holidays before the week. */
export function scheduleOf(def: CalendarDef): Schedule {
  const week = WEEKDAYS.map((name: Weekday) => blocksOf(def.weekly[name] ?? []));
  const ordinary = week.find((blocks) => blocks.length > 0) ?? [];
  const special = new Map<number, readonly Block[]>();
  for (const date of def.holidays ?? []) special.set(dayNumber(date), []);
  for (const { date, hours } of def.workdays ?? []) {
    const day = dayNumber(date);
    const own = week[weekdayIndex(day)] ?? [];
    special.set(day, hours ? blocksOf(hours) : own.length > 0 ? own : ordinary);
  }
  return (day) => special.get(day) ?? week[weekdayIndex(day)] ?? [];
}

/** 0 = Monday; 1970-01-01 was a Thursday. */
function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Hours that close earlier than they open close on the day after. */
export function minutesOfBlock([opens, closes]: Hours): [opens: number, closes: number] {
  const [from, to] = [minutesOf(opens), minutesOf(closes)];
  return [from, to > from ? to : to + DAY_MINUTES];
}

function blocksOf(hours: Hours[]): Block[] {
  const sorted = hours.map((block) => minutesOfBlock(block)).sort((a, b) => a[0] - b[0]);
  const blocks: [number, number][] = [];
  for (const block of sorted) {
    const last = blocks.at(-1);
    if (last && block[0] <= last[1]) last[1] = Math.max(last[1], block[1]);
    else blocks.push(block);
  }
  return blocks;
}
