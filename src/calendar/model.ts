export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * Opens and closes, `HH:MM` on the team's clock; `24:00` closes at midnight. Hours that close earlier than they open go
 * over midnight and belong to the day on which they begin: `["22:00", "06:00"]` on Friday ends on Saturday.
 */
export type Hours = [opens: string, closes: string];

/** A day that is worked although the week or a holiday would say otherwise (调休). */
export interface Workday {
  /** `YYYY-MM-DD`. */
  date: string;
  /** Default: the hours of its own weekday, or of the week's first open day when that one is closed. */
  hours?: Hours[];
}

/** When a team works. */
export interface CalendarDef {
  /** IANA name, e.g. `Asia/Shanghai`. */
  timeZone: string;
  weekly: Partial<Record<Weekday, Hours[]>>;
  /** Days off, `YYYY-MM-DD`. */
  holidays?: string[];
  workdays?: Workday[];
  /** First and last year whose days off are known; default: the years of the listed days. */
  covers?: [from: number, to: number];
}
