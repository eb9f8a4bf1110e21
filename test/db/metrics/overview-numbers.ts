import type { Figure, FigurePart, LeftOut } from '../../../src/metrics/cases/drill-down.dto.js';
import type { OverviewFigures } from '../../../src/metrics/overview/overview-answer.dto.js';

type Line = [path: string, figure: Figure, part: FigurePart, counts?: 'sum'];

/** The numbers of the overview that count tickets, or (`sum`) what happened to them, and the list of each. */
const NUMBERS: Line[] = [
  ['tickets.created', 'tickets', 'counted'],
  ['tickets.open', 'tickets', 'open'],
  ['tickets.resolved', 'tickets', 'resolved'],
  ['tickets.cancelled', 'tickets', 'cancelled'],
  ['tickets.merged', 'tickets', 'merged'],
  ['tickets.handled', 'escalation', 'counted'],
  ['fcr.broken.customerMessage', 'fcr-gross', 'customer-message'],
  ['fcr.broken.reopened', 'fcr-gross', 'reopened'],
  ['fcr.broken.repeatContact', 'fcr-gross', 'repeat-contact'],
  ['escalation.open', 'escalation', 'open'],
  ['escalation.escalations.total', 'escalation', 'escalations', 'sum'],
  ['escalation.escalations.byAgent', 'escalation', 'by-agent', 'sum'],
  ['escalation.escalations.byRule', 'escalation', 'by-rule', 'sum'],
  ['escalation.escalations.byClock', 'escalation', 'by-clock', 'sum'],
  ['escalation.transfers', 'escalation', 'transfers', 'sum'],
  ['escalation.handBacks', 'escalation', 'hand-backs', 'sum'],
  ['escalation.approvals', 'escalation', 'approvals', 'sum'],
  ['escalation.priorityChanges', 'escalation', 'priority-changes', 'sum'],
  ['firstResponse.overdue', 'first-response-on-time', 'overdue'],
  ['sla.steps.tickets', 'sla-steps', 'counted'],
  ['sla.steps.n', 'sla-steps', 'counted', 'sum'],
  ['sla.steps.count', 'sla-steps', 'targets-met', 'sum'],
  ['sla.steps.pending', 'sla-steps', 'targets-pending', 'sum'],
  ['reopen.reopenings', 'reopen', 'reopenings', 'sum'],
];

/** Where the cases of a figure stand: its n, what fulfils it (a rate) and what it leaves out. */
const FIGURE_AT: [path: string, figure: Figure][] = [
  ['fcr.gross', 'fcr-gross'],
  ['fcr.strict', 'fcr-strict'],
  ['fcr.net', 'fcr-net'],
  ['escalation', 'escalation'],
  ['resolutionTime.first', 'resolution-first'],
  ['resolutionTime.full', 'resolution-full'],
  ['firstResponse.human', 'first-response'],
  ['firstResponse.humanBusiness', 'first-response'],
  ['firstResponse.bot', 'bot-response'],
  ['firstResponse.onTime', 'first-response-on-time'],
  ['sla.resolution', 'sla-resolution'],
  ['sla.steps', 'sla-steps'],
  ['reopen', 'reopen'],
];

/** Every list that a number of the overview opens. */
export const LISTS: [Figure, FigurePart][] = [
  ...NUMBERS.map(([, figure, part]): [Figure, FigurePart] => [figure, part]),
  ...FIGURE_AT.map(([, figure]): [Figure, FigurePart] => [figure, 'counted']),
  ...FIGURE_AT.map(([, figure]): [Figure, FigurePart] => [figure, 'left-out']),
];

interface List {
  figure: Figure;
  part: FigurePart;
  reason?: LeftOut;
  isSum: boolean;
}

/** Worked out from the numbers beside it: shares, lengths of time, intervals. The backlog has lists of its own. */
const WORKED_OUT = /(?:\.value|Seconds|Interval\.\w+|interval\.\w+)$|^backlog\./u;

/** The list behind a number; null: it is worked out of others. Throws for a number that opens nothing. */
export function listBehind(path: string): List | null {
  if (WORKED_OUT.test(path)) return null;
  const own = NUMBERS.find(([name]) => name === path);
  if (own !== undefined) return { figure: own[1], part: own[2], isSum: own[3] === 'sum' };
  const at = FIGURE_AT.find(([name]) => path.startsWith(`${name}.`));
  const rest = path.slice((at?.[0].length ?? 0) + 1);
  const [, reason] = /^excluded(?:Tickets)?\.([\w-]+)$/u.exec(rest) ?? [];
  if (at !== undefined) {
    const figure = at[1];
    if (reason !== undefined) return { figure, part: 'left-out', reason: reason as LeftOut, isSum: false };
    if (rest === 'count') return { figure, part: 'met', isSum: false };
    if (/^(?:(?:calendar|business|net)\.)?n$/u.test(rest)) return { figure, part: 'counted', isSum: false };
    if (rest === 'pending') return { figure, part: 'left-out', reason: 'pending', isSum: false };
  }
  throw new Error(`the number at ${path} opens no list`);
}

/** All numbers of the answer, each with the way to it. */
export function numbersIn(figures: OverviewFigures): [path: string, number: number][] {
  const walk = (value: unknown, path: string): [string, number][] => {
    if (typeof value === 'number') return [[path, value]];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, one]) => walk(one, path === '' ? name : `${path}.${name}`));
  };
  return walk(figures, '');
}
