import type { Schemas } from '../../api/client';

type Item = Schemas['TicketItem'];
export type LeftOut = (typeof REASONS)[number];

const RATES = [
  ...(['fcr-gross', 'fcr-strict', 'fcr-net', 'escalation', 'first-response-on-time'] as const),
  ...(['sla-resolution', 'reopen'] as const),
] as const;
const TIMES = ['resolution-first', 'resolution-full', 'first-response', 'bot-response'] as const;
const OTHERS = ['tickets', 'sla-steps'] as const;
const FIGURES = [...RATES, ...TIMES, ...OTHERS] as const;
export type Figure = (typeof FIGURES)[number];

/** Why a figure leaves a ticket out. */
const REASONS = [
  ...(['immature', 'open', 'cancelled', 'merged', 'repeat', 'policy', 'waiting'] as const),
  ...(['unanswered', 'resolved-unanswered', 'unasked', 'pending', 'untargeted'] as const),
] as const;

/** Parts with a number of their own somewhere on the overview. */
const NUMBERS = [
  ...(['by-agent', 'by-rule', 'by-clock', 'transfers', 'hand-backs', 'approvals', 'reopenings'] as const),
  ...(['with-open', 'overdue'] as const),
  ...(['customer-message', 'reopened', 'repeat-contact'] as const),
] as const;
const STATUSES = ['open', 'resolved', 'cancelled', 'merged'] as const;
const BASE = ['counted', 'met', 'unmet', 'out'] as const;

/** What of a figure's tickets is shown, as the address says it; `out-…`: left out for that reason. */
export type Only =
  (typeof BASE)[number] | (typeof STATUSES)[number] | (typeof NUMBERS)[number] | `out-${LeftOut}`;

export const ONLY: readonly Only[] = [
  ...BASE,
  ...STATUSES,
  ...NUMBERS,
  ...REASONS.map((reason) => `out-${reason}` as const),
];

export function isFigure(name: string): name is Figure {
  return FIGURES.some((one) => one === name);
}

export function isRate(figure: Figure): boolean {
  return RATES.some((one) => one === figure);
}

/** The parts that one can choose from, the one that is shown among them. */
export function partsOf(figure: Figure, only: Only | null): Only[] {
  const usual = usualParts(figure);
  return only === null || usual.includes(only) ? usual : [...usual, only];
}

function usualParts(figure: Figure): Only[] {
  if (figure === 'tickets') return [...STATUSES];
  return isRate(figure) ? [...BASE] : ['counted', 'out'];
}

/** As the server is asked for it. */
export function partQuery(only: Only | null) {
  if (only === null) return { excluded: true };
  if (only === 'out') return { part: 'left-out' as const };
  const reason = reasonOf(only);
  return reason === null ? { part: only as Exclude<Only, 'out' | `out-${LeftOut}`> } : { reason };
}

/** Why the tickets of the part are left out; null: they are not, or for any reason. */
export function reasonOf(only: Only): LeftOut | null {
  return REASONS.find((reason) => only === `out-${reason}`) ?? null;
}

/** Whether a part's tickets say how often something happened to them. */
export function hasTimes(rows: readonly Pick<Item, 'times'>[]): boolean {
  return rows.some(({ times }) => times !== undefined);
}
