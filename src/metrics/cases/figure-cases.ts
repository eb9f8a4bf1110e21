import { BROKEN_BY, type Figure, type FigurePart } from './drill-down.dto.js';
import {
  ESCALATION_CASES,
  FCR_CASES,
  REOPEN_CASES,
  RESOLUTION_CASES,
  RESPONSE_CASES,
  TARGET_CASES,
} from '../overview/overview-sql.js';

/** Where a figure's cases are found: the rows it folds, the case's state, whether it fulfils a rate, its duration. */
export interface Cases {
  ctes: string;
  from: string;
  state: string;
  /** Absent: no rate. */
  met?: string;
  ms?: string;
  /** How many of what the figure counts the case has; absent: the figure counts tickets. */
  times?: string;
  /** An object of further fields of the item. */
  more?: string;
  /** What of the cases can be listed alone, beside what every figure has. */
  parts?: Partial<Record<FigurePart, PartOf>>;
}

/**
 * `times`: how often it happened to the case; such a part has the cases to which it happened at all, without `where` of the
 * counted ones.
 */
type PartOf = { where: string; times?: string } | { times: string };

const brokenBy = (why: (typeof BROKEN_BY)[number]): PartOf => ({
  where: `x.state = 'counted' and x.broken = '${why}'`,
});
const fcr = (met: string, state = 'x.state'): Cases => ({
  ...{ ctes: FCR_CASES, from: 'fcr', state, met },
  more: `case when x.broken is not null then jsonb_build_object('broken', jsonb_build_object(
    'why', x.broken, 'at', x.broken_at, 'ticketId', x.broken_by::text, 'messageId', x.broken_message::text)) end`,
});
const duration = (ctes: string, from: string, name: string): Cases => ({
  ...{ ctes, from, state: `x.${name}_state`, ms: `x.${name}_ms` },
});
const resolution = (name: 'first' | 'full'): Cases => ({
  ...duration(RESOLUTION_CASES, 'resolution_case', name),
  // What the Kaplan–Meier median is of.
  parts: { 'with-open': { where: `x.${name}_state in ('counted', 'open')` } },
});
const inStatus = (status: string): PartOf => ({ where: `x.status = '${status}'` });

export const CASES: Record<Figure, Cases> = {
  tickets: {
    ...{ ctes: `ticket_case as (select id, status from cohort)`, from: 'ticket_case', state: `'counted'` },
    parts: {
      open: inStatus('open'),
      resolved: inStatus('resolved'),
      cancelled: inStatus('cancelled'),
      merged: inStatus('merged'),
    },
  },
  'fcr-gross': {
    ...fcr('x.gross'),
    parts: Object.fromEntries(BROKEN_BY.map((why) => [why, brokenBy(why)])),
  },
  'fcr-strict': fcr('x.strict'),
  'fcr-net': fcr('x.gross', `case when x.state = 'counted' and x.policy then 'policy' else x.state end`),
  escalation: {
    ...{ ctes: ESCALATION_CASES, from: 'escalation_case', state: 'x.state', met: 'x.escalations > 0' },
    parts: {
      open: { where: `x.state = 'counted' and x.status = 'open'` },
      escalations: { times: 'x.escalations' },
      'by-agent': { times: 'x.by_agent' },
      'by-rule': { times: 'x.by_rule' },
      'by-clock': { times: 'x.by_clock' },
      transfers: { times: 'x.transfers' },
      'hand-backs': { times: 'x.hand_backs' },
      approvals: { times: 'x.approvals' },
      'priority-changes': { times: 'x.priorities' },
    },
  },
  'resolution-first': resolution('first'),
  'resolution-full': resolution('full'),
  'first-response': duration(RESPONSE_CASES, 'response_case', 'human'),
  'bot-response': duration(RESPONSE_CASES, 'response_case', 'bot'),
  'first-response-on-time': {
    ...{ ctes: RESPONSE_CASES, from: 'response_case', state: 'x.target_state', met: 'x.on_time' },
    ms: 'x.human_ms',
    parts: { overdue: { where: `x.target_state = 'counted' and x.replied_at is null` } },
  },
  'sla-resolution': {
    ...{ ctes: TARGET_CASES, from: 'target_case', state: 'x.resolve_state', met: 'x.resolve_met' },
  },
  'sla-steps': {
    ...{ ctes: TARGET_CASES, from: 'target_case', state: 'x.steps_state', met: 'x.targets_missed = 0' },
    times: 'x.targets_met + x.targets_missed',
    parts: {
      'targets-met': { times: 'x.targets_met' },
      'targets-missed': { times: 'x.targets_missed' },
      // Of a ticket all of whose targets still run too.
      'targets-pending': { where: `x.steps_state in ('counted', 'pending')`, times: 'x.targets_pending' },
    },
    more: `jsonb_build_object('targetsMet', x.targets_met, 'targetsMissed', x.targets_missed)`,
  },
  reopen: {
    ...{ ctes: REOPEN_CASES, from: 'reopen_case', state: 'x.state', met: 'x.met' },
    parts: { reopenings: { times: 'x.reopenings' } },
  },
};

/** The rows of a figure that a part has, and how often each counts; null: the figure has no such part. */
export function partOf(figure: Figure, part: FigurePart | 'all'): { where: string; times: string } | null {
  const { state, met, times = 'null::bigint', parts = {} } = CASES[figure];
  const counted = `${state} = 'counted'`;
  const own = parts[part as FigurePart];
  if (own !== undefined) {
    const { where: among = counted, times: often } = { where: undefined, times: undefined, ...own };
    return often === undefined
      ? { where: among, times: 'null::bigint' }
      : { where: `${among} and ${often} > 0`, times: often };
  }
  switch (part) {
    case 'all':
      return { where: 'true', times: 'null::bigint' };
    case 'counted':
      return { where: counted, times };
    case 'left-out':
      return { where: `${state} <> 'counted'`, times: 'null::bigint' };
    case 'met':
    case 'unmet':
      if (met === undefined) return null;
      return { where: `${counted} and (${met}) is ${part === 'met' ? '' : 'not '}true`, times };
    default:
      return null;
  }
}
