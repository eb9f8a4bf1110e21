import type { BusinessCalendar } from '../engine/common/model.js';

/** A calendar that is in force from an instant (ms) on; `since` null: since ever. */
interface CalendarChange {
  since: number | null;
  calendar: BusinessCalendar;
}

/** A team that is in charge from an instant (ms) on. */
export interface Charge {
  team: string;
  from: number;
}

interface Period {
  since: number;
  calendar: BusinessCalendar;
}

/**
 * Business time B(a,b) inside the calendar in force at each instant (definition section 0). `changes` in the order in
 * which they were made: each is in force from its instant on, over what was set before for that instant or a later one
 * (as it happens when a clock was set back). Before the first of them `before` is in force.
 */
export function inSuccession(before: BusinessCalendar, changes: readonly CalendarChange[]): BusinessCalendar {
  const periods: Period[] = [{ since: -Infinity, calendar: before }];
  for (const { since, calendar } of changes) {
    const from = since ?? -Infinity;
    while ((periods.at(-1)?.since ?? NaN) >= from) periods.pop();
    if (periods.at(-1)?.calendar !== calendar) periods.push({ since: from, calendar });
  }
  const [only] = periods;
  return only !== undefined && periods.length === 1 ? only.calendar : new Succession(periods);
}

/**
 * Business time of teams that were in charge one after the other, each measured in its own calendar (definition
 * section 0). `charges` in order; before the first of them its team counts. Null when nobody ever was in charge.
 */
export function calendarOfCharges(
  charges: readonly Charge[],
  calendarOf: (team: string) => BusinessCalendar,
): BusinessCalendar | null {
  const [first] = charges;
  if (first === undefined) return null;
  return inSuccession(
    calendarOf(first.team),
    charges.map(({ team, from }) => ({ since: from, calendar: calendarOf(team) })),
  );
}

/** Periods in order, the first since ever. */
class Succession implements BusinessCalendar {
  constructor(private readonly periods: readonly Period[]) {}

  add(from: number, ms: number): number {
    let [begin, left] = [from, ms];
    for (const [i, { calendar }] of this.periods.entries()) {
      const end = this.endOf(i);
      if (end <= begin) continue;
      const open = end === Infinity ? Infinity : calendar.between(begin, end);
      if (left <= open) return calendar.add(begin, left);
      left -= open;
      begin = end;
    }
    return begin;
  }

  between(a: number, b: number): number {
    let sum = 0;
    for (const [i, { since, calendar }] of this.periods.entries()) {
      const [from, to] = [Math.max(a, since), Math.min(b, this.endOf(i))];
      if (from < to) sum += calendar.between(from, to);
    }
    return sum;
  }

  private endOf(index: number): number {
    return this.periods[index + 1]?.since ?? Infinity;
  }
}
