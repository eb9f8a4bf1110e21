import type { Schemas } from '../../api/client';

export type Visit = Schemas['Visit'];
export const PARTS = ['queue', 'offShift', 'touch', 'customer', 'external', 'join'] as const;
export type Part = (typeof PARTS)[number];

/** A visit on the time line of its ticket. */
export interface Bar {
  visit: Visit;
  /** Shares of the ticket's whole time. */
  start: number;
  length: number;
  /** Shares of the visit, in the order of `PARTS`; empty for one that took no time. */
  parts: { part: Part; share: number; ms: number }[];
}

/** Where the visits lie between the first entry and the last exit, or now for what is open. */
export function barsOf(visits: readonly Visit[], now: number): Bar[] {
  const begin = Math.min(...visits.map((visit) => Date.parse(visit.enteredAt)));
  const end = Math.max(...visits.map((visit) => endOf(visit, now)));
  const whole = Math.max(end - begin, 1);
  return visits.map((visit) => {
    const entered = Date.parse(visit.enteredAt);
    return {
      visit,
      start: (entered - begin) / whole,
      length: Math.max(endOf(visit, now) - entered, 0) / whole,
      parts: sharesOf(visit.parts),
    };
  });
}

function endOf(visit: Visit, now: number): number {
  return visit.exitedAt === null ? Math.max(now, Date.parse(visit.enteredAt)) : Date.parse(visit.exitedAt);
}

export function sharesOf(parts: Record<Part, number>): Bar['parts'] {
  const sum = PARTS.reduce((total, part) => total + parts[part], 0);
  if (sum === 0) return [];
  return PARTS.filter((part) => parts[part] > 0).map((part) => ({
    ...{ part, share: parts[part] / sum, ms: parts[part] },
  }));
}

export function sumOf(visits: readonly Visit[]): Record<Part, number> {
  const sum = { queue: 0, offShift: 0, touch: 0, customer: 0, external: 0, join: 0 };
  for (const { parts } of visits) for (const part of PARTS) sum[part] += parts[part];
  return sum;
}

/** Instants at even distances for the axis, ms: days, hours or minutes, at most about `count`. */
export function ticksOf(begin: number, end: number, count: number, offset: number): number[] {
  const MINUTE = 60_000;
  const steps = [1, 5, 15, 30, 60, 180, 360, 720, 1440, 2880, 7200, 14_400, 43_200, 144_000, 525_600];
  const step = (steps.find((one) => (end - begin) / (one * MINUTE) <= count) ?? 525_600) * MINUTE;
  const ticks: number[] = [];
  for (let at = Math.ceil((begin + offset) / step) * step - offset; at <= end; at += step) ticks.push(at);
  return ticks;
}
