/** Non-touch time of the visits that were entered in one hour of the week. `weekday`: 1 = Monday … 7 = Sunday. */
export interface WeekHour {
  weekday: number;
  hour: number;
  visits: number;
  ms: number;
}

/** A part of the week in which a step's waiting begins more than elsewhere. */
export interface RhythmPattern {
  pattern: 'weekend' | 'weekday' | 'hours';
  weekdays: number[];
  /** [from, to) on the clock. */
  hours: [from: number, to: number];
  visits: number;
  shareOfVisits: number;
  shareOfTime: number;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const DAY: [number, number] = [0, 24];
/** Below these a pattern explains nothing: how much of the time it holds, and how much more than its visits would. */
const LEAST_SHARE = 0.25;
const LEAST_LIFT = 1.5;
const LEAST_VISITS = 5;

const CANDIDATES: Pick<RhythmPattern, 'pattern' | 'weekdays' | 'hours'>[] = [
  { pattern: 'weekend', weekdays: [6, 7], hours: DAY },
  ...WEEK.map((day) => ({ pattern: 'weekday' as const, weekdays: [day], hours: DAY })),
  ...[0, 6, 12, 18].map((from) => ({
    pattern: 'hours' as const,
    weekdays: WEEK,
    hours: [from, from + 6] satisfies [number, number],
  })),
];

/**
 * The part of the week that explains a step's non-touch time best (definition section 10): the weekend, one weekday, or a
 * quarter of the day, by the time at which visits began. Of those with at least a quarter of the time and half as much
 * again as their share of the visits, the one whose share of the time exceeds that of the visits most; null without one.
 */
export function findRhythm(hours: readonly WeekHour[]): RhythmPattern | null {
  const all = addUp(hours);
  if (all.ms === 0) return null;
  const found = CANDIDATES.map((candidate): RhythmPattern => {
    const [from, to] = candidate.hours;
    const part = addUp(
      hours.filter((h) => candidate.weekdays.includes(h.weekday) && h.hour >= from && h.hour < to),
    );
    return {
      ...candidate,
      visits: part.visits,
      shareOfVisits: part.visits / all.visits,
      shareOfTime: part.ms / all.ms,
    };
  }).filter(
    (p) =>
      p.visits >= LEAST_VISITS &&
      p.visits < all.visits &&
      p.shareOfTime >= LEAST_SHARE &&
      p.shareOfTime >= LEAST_LIFT * p.shareOfVisits,
  );
  const excess = (p: RhythmPattern): number => p.shareOfTime - p.shareOfVisits;
  return found.sort((a, b) => excess(b) - excess(a))[0] ?? null;
}

/** Visits and non-touch time by weekday, Monday first. */
export function byWeekday(hours: readonly WeekHour[]): { weekday: number; visits: number; ms: number }[] {
  return WEEK.map((weekday) => ({ weekday, ...addUp(hours.filter((h) => h.weekday === weekday)) }));
}

function addUp(hours: readonly WeekHour[]): { visits: number; ms: number } {
  return hours.reduce((sum, h) => ({ visits: sum.visits + h.visits, ms: sum.ms + h.ms }), {
    visits: 0,
    ms: 0,
  });
}
