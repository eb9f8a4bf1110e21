import type { Schemas } from '../../api/client';

export type StepRow = Schemas['StepRow'];

/** What the steps can be coloured by. */
export const COLOURS = ['share', 'p90', 'waiting', 'rework', 'escalation', 'missed'] as const;
export type Colour = (typeof COLOURS)[number];

/** Below this a rate is no reason to glow, even when it is the highest. */
const LEAST_RATE = 0.05;

export function isDuration(colour: Colour): boolean {
  return colour === 'p90' || colour === 'waiting';
}

/** Seconds or a share; null where there are no cases. */
export function valueOf(row: StepRow, colour: Colour): number | null {
  switch (colour) {
    case 'share':
      return row.shareOfTotal;
    case 'p90':
      return row.dwell.p90Seconds;
    case 'waiting':
      return row.dwell.n === 0
        ? null
        : (row.parts.queue.sumSeconds + row.parts.offShift.sumSeconds) / row.dwell.n;
    case 'rework':
      return row.rework.value;
    case 'escalation':
      return row.escalation.value;
    case 'missed':
      return row.sla.value === null ? null : 1 - row.sla.value;
  }
}

/** What is coloured most strongly. */
export function hottest(rows: readonly StepRow[], colour: Colour): number {
  const values = rows.map((row) => valueOf(row, colour) ?? 0);
  return Math.max(...values, isDuration(colour) ? 1 : LEAST_RATE);
}

/** The step that glows most; null where nothing was measured. */
export function hottestStep(rows: readonly StepRow[], colour: Colour): string | null {
  const [first] = [...rows].sort((a, b) => (valueOf(b, colour) ?? 0) - (valueOf(a, colour) ?? 0));
  return first === undefined || !valueOf(first, colour) ? null : first.step;
}

/** The version with most visits; the newest of those. Null without visits. */
export function busiestVersion(rows: readonly StepRow[]): number | null {
  const visits = new Map<number, number>();
  for (const row of rows) visits.set(row.version, (visits.get(row.version) ?? 0) + row.visits);
  const [first] = [...visits].sort(([a, m], [b, n]) => n - m || b - a);
  return first === undefined ? null : first[0];
}
