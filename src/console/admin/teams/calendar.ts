import type { Schemas } from '../../api/client';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
/**
 * Opens and closes, `HH:MM`; `24:00` closes at midnight. What closes earlier than it opens goes over midnight, and belongs
 * to the day on which it begins.
 */
export type Block = [opens: string, closes: string];

/** When a team works, as it is edited: nothing is absent. */
export type Calendar = {
  timeZone: string;
  weekly: Record<Weekday, Block[]>;
  /** `YYYY-MM-DD`. */
  holidays: string[];
  workdays: { date: string; hours?: Block[] }[];
  covers?: [from: number, to: number];
};

/** `open`, `closed`: as the week says. `off`: a holiday. `work`: a moved working day. */
export type DayState = 'open' | 'closed' | 'off' | 'work';

export function newCalendar(timeZone: string): Calendar {
  const day = (): Block[] => [['09:00', '18:00']];
  const weekly = { mon: day(), tue: day(), wed: day(), thu: day(), fri: day(), sat: [], sun: [] };
  return { timeZone, weekly, holidays: [], workdays: [] };
}

/** A calendar of the server; null: around the clock. */
export function readCalendar(stored: Schemas['TeamDto']['calendar']): Calendar | null {
  if (stored === null) return null;
  const { timeZone = 'UTC', weekly = {}, holidays = [], workdays = [], covers } = stored;
  const [from, to] = covers ?? [];
  return {
    timeZone,
    weekly: Object.fromEntries(WEEKDAYS.map((day) => [day, readBlocks(weekly[day])])) as Calendar['weekly'],
    holidays,
    workdays: workdays.map(({ date = '', hours }) => ({
      date,
      ...(hours === undefined ? {} : { hours: readBlocks(hours) }),
    })),
    ...(from === undefined || to === undefined ? {} : { covers: [from, to] }),
  };
}

function readBlocks(blocks: string[][] | undefined): Block[] {
  return (blocks ?? []).map(([opens = '', closes = '']) => [opens, closes]);
}

const TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** "9", "930" and "9:30" become "09:00", "09:30"; anything else stays. */
export function tidyTime(typed: string): string {
  const text = typed.trim().replace('：', ':');
  const match = /^(\d{1,2})(?::?([0-5]\d))?$/.exec(text);
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}` : text;
}

/** Minutes since midnight; NaN for anything that is no time. */
export function minutesOf(time: string): number {
  if (!TIME.test(time)) return NaN;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

const DAY = 24 * 60;

/** Minutes since midnight; over midnight it closes after more than 1440. NaN for what is no time. */
export function minutesOfBlock([opens, closes]: Block): [opens: number, closes: number] {
  const [from, to] = [minutesOf(opens), minutesOf(closes)];
  return [from, to <= from ? to + DAY : to];
}

/** True when the hours end on the day after. */
export function isOverMidnight(block: Block): boolean {
  return block[0] !== block[1] && minutesOfBlock(block)[1] > DAY;
}

/** How far into a day the hours of the day before reach, in minutes. */
export function nightBefore(weekly: Calendar['weekly'], day: Weekday): number {
  const before = WEEKDAYS[(WEEKDAYS.indexOf(day) + 6) % 7] ?? day;
  return Math.max(0, ...weekly[before].filter(isOverMidnight).map((block) => minutesOfBlock(block)[1] - DAY));
}

/**
 * The places of the blocks of a day that are wrong: no times, without length, over one another or over the hours of the
 * day before, which last until `busy` (minutes).
 */
export function findBadBlocks(blocks: readonly Block[], busy = 0): number[] {
  let closed = busy;
  return blocks.flatMap((block, at) => {
    const [from, to] = minutesOfBlock(block);
    const isBad = !(from < DAY && from < to && from >= closed) || block[0] === block[1];
    if (!isBad) closed = to;
    return isBad ? [at] : [];
  });
}

/** True when the server would take the hours. */
export function isSound({ weekly }: Calendar): boolean {
  const isSoundDay = (day: Weekday): boolean =>
    findBadBlocks(weekly[day], nightBefore(weekly, day)).length === 0;
  return WEEKDAYS.some((day) => weekly[day].length > 0) && WEEKDAYS.every(isSoundDay);
}

/** Hours of work in a week. */
export function hoursOfWeek({ weekly }: Calendar): number {
  const minutes = WEEKDAYS.flatMap((day) => weekly[day]).map((block) => {
    const [opens, closes] = minutesOfBlock(block);
    return closes - opens;
  });
  return minutes.reduce((sum, one) => sum + (one > 0 ? one : 0), 0) / 60;
}

/** The block that follows the others of a day; null when the day is full. */
export function nextBlock(blocks: readonly Block[]): Block | null {
  const last = blocks.at(-1);
  if (last === undefined) return ['09:00', '18:00'];
  const from = minutesOfBlock(last)[1] + 60;
  if (!(from < DAY)) return null;
  const to = Math.min(DAY, from + 240);
  const word = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return [word(from), word(to)];
}

function weekdayOf(date: string): Weekday {
  return WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon';
}

export function stateOfDay(calendar: Calendar, date: string): DayState {
  // A moved working day counts even when a holiday names the same day.
  if (calendar.workdays.some((day) => day.date === date)) return 'work';
  if (calendar.holidays.includes(date)) return 'off';
  return calendar.weekly[weekdayOf(date)].length > 0 ? 'open' : 'closed';
}

/** The other thing a day can be: an open one becomes a day off and back, a closed one a working day and back. */
export function toggleDay(calendar: Calendar, date: string): Calendar {
  const { holidays, workdays } = calendar;
  switch (stateOfDay(calendar, date)) {
    case 'open':
      return { ...calendar, holidays: [...holidays, date].sort() };
    case 'off':
      return { ...calendar, holidays: holidays.filter((day) => day !== date) };
    case 'closed': {
      const days = [...workdays, { date }];
      return { ...calendar, workdays: days.sort((a, b) => (a.date < b.date ? -1 : 1)) };
    }
    case 'work':
      return { ...calendar, workdays: workdays.filter((day) => day.date !== date) };
  }
}

/** The days of a month (1 to 12) in weeks from Monday; null before its first day. */
export function daysOfMonth(year: number, month: number): (string | null)[] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const days = Array.from(
    { length: count },
    (_, at) => `${String(year)}-${String(month).padStart(2, '0')}-${String(at + 1).padStart(2, '0')}`,
  );
  const before = WEEKDAYS.indexOf(weekdayOf(days[0] ?? ''));
  return [...Array.from({ length: before }, () => null), ...days];
}

/** The day so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The years whose days off are known: as said, else those of the listed days; null when none are. */
export function coveredYears({ covers, holidays, workdays }: Calendar): [number, number] | null {
  if (covers) return covers;
  const years = [...holidays, ...workdays.map(({ date }) => date)].map((date) => Number(date.slice(0, 4)));
  return years.length === 0 ? null : [Math.min(...years), Math.max(...years)];
}

/** Says of a year whether its days off are complete. Covered years stand in a row, so those between come along. */
export function coverYear(calendar: Calendar, year: number, isComplete: boolean): Calendar {
  const known = coveredYears(calendar);
  if (isComplete) {
    const [from, to] = known ?? [year, year];
    return { ...calendar, covers: [Math.min(from, year), Math.max(to, year)] };
  }
  const { covers: _, ...rest } = calendar;
  if (known === null) return rest;
  const [from, to] = known;
  const [first, last] = year === from ? [year + 1, to] : [from, year - 1];
  return first <= last ? { ...calendar, covers: [first, last] } : rest;
}

/** Days that follow one another, as first and last. */
export function joinDays(dates: readonly string[]): [first: string, last: string][] {
  const runs: [string, string][] = [];
  for (const date of [...dates].sort()) {
    const run = runs.at(-1);
    if (run && addDays(run[1], 1) === date) run[1] = date;
    else runs.push([date, date]);
  }
  return runs;
}
