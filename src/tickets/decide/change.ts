import { isDeepStrictEqual } from 'node:util';
import type {
  Actor,
  Advanced,
  CallFailure,
  HttpCall,
  Json,
  JsonObject,
  Reservation,
} from '../../engine/common/model.js';
import { laneOf } from '../../queues/lanes/lanes.js';
import type { EscalationRecord, OpenVisit, Parts, Ticket, TicketFact } from '../model/model.js';
import { isWaiting } from './visits.js';

export interface HistoryRow {
  at: number;
  type: string;
  actor: Actor;
  cause: 'agent' | 'customer' | 'rule' | 'clock' | 'automation';
  data: JsonObject | null;
  facts: TicketFact[];
  escalation: EscalationRecord | null;
  /** The person who entered it for the actor; null: the actor themselves. */
  recordedBy: Actor | null;
}
export interface ClosedVisit extends OpenVisit {
  exitedAt: number;
  leftBy: string;
  failed: boolean;
}
export interface MessageRow {
  from: 'customer' | 'agent' | 'system';
  author: Actor;
  /** The person who entered it for the author; null: the author themselves. */
  recordedBy: Actor | null;
  body: string;
  internal: boolean;
  closing: boolean;
}
export interface CallEffect {
  id: string;
  step: string;
  request: HttpCall['request'];
  /** The key of an earlier try whose outcome nobody knows; absent: the effect's own. */
  key?: string;
  /** Not to be sent: it would break a limit. The ticket is told so. */
  refused?: CallFailure;
}
/** What is done outside because of a command. `heldUntil`: it goes out no sooner, as long as its ticket is on the brake. */
export interface Effect {
  kind: 'http';
  payload: CallEffect;
  heldUntil?: number;
}

/** How a call ended, as far as a limit is concerned: it happened, it certainly did not, or nobody knows. */
export type CallOutcome = 'confirmed' | 'released' | 'unknown';
/** `withdrawn`: the ticket does not want it any more; what was sent already is judged by its answer. */
export type CallEnd = CallOutcome | 'withdrawn';

/** An amount that a call of this change uses up of a limit across tickets. */
export interface LimitUse extends Reservation {
  call: string;
  /** The advance that ordered an equal call whose outcome is unknown: it is the same amount. */
  again: number | null;
}

/** Everything that one command changes, decided before anything is written. */
export interface Change {
  before: Ticket | null;
  ticket: Ticket;
  history: HistoryRow;
  closed: ClosedVisit[];
  messages: MessageRow[];
  timersSet: { id: string; dueAt: number }[];
  timersCancelled: string[];
  effects: Effect[];
  /** What the calls ordered by this change use up of limits: written only where it fits. */
  uses: LimitUse[];
  /** Calls that ended and may have used up a limit. */
  settled: { call: string; seq: number; outcome: CallEnd }[];
  /** Outbox id of the effect whose result this is. */
  effectDone: string | null;
  /** ms that a lease made by this change lasts. */
  leaseMs: number;
  advanced: Advanced | null;
  facts: TicketFact[];
  answer: Json;
}

/** False: the command has answered the ticket and left everything as it was. */
export function doesSomething({
  before,
  ticket,
  messages,
  facts,
  closed,
  effects,
  effectDone,
}: Change): boolean {
  if (before === null || effectDone !== null) return true;
  if ([messages, facts, closed, effects].some((list) => list.length > 0)) return true;
  const { version, updatedAt } = ticket;
  return !isDeepStrictEqual({ ...before, version, updatedAt }, ticket);
}

export interface WaitingRow {
  visitNo: number;
  lane: string;
  team: string;
  tier: number;
  skills: string[];
  dueAt: number;
  since: number;
}

function waitingOf(ticket: Ticket | null): Map<number, WaitingRow> {
  const rows = new Map<number, WaitingRow>();
  if (ticket?.status !== 'open') return rows;
  for (const v of ticket.openVisits) {
    if (!isWaiting(v)) continue;
    const { no, team, tier, skills, enteredAt } = v;
    const dueAt = v.dueAt ?? ticket.sla.resolveDueAt;
    rows.set(no, {
      visitNo: no,
      lane: laneOf({ team, tier, skills }),
      team,
      tier,
      skills,
      dueAt,
      since: enteredAt,
    });
  }
  return rows;
}

/** Which rows of `waiting` come, change or go between two states of a ticket. */
export function waitingChanges(before: Ticket | null, after: Ticket): { put: WaitingRow[]; gone: number[] } {
  const old = waitingOf(before);
  const now = waitingOf(after);
  const put = [...now.values()].filter((row) => {
    const was = old.get(row.visitNo);
    return was === undefined || was.lane !== row.lane || was.dueAt !== row.dueAt;
  });
  return { put, gone: [...old.keys()].filter((no) => !now.has(no)) };
}

function holdersOf(ticket: Ticket | null): Map<number, string> {
  const held = (ticket?.status === 'open' ? ticket.openVisits : []).filter((v) => v.holder !== null);
  return new Map(held.map((v) => [v.no, v.holder ?? '']));
}

/** Which leases come, change hands or end between two states of a ticket. */
export function leaseChanges(
  before: Ticket | null,
  after: Ticket,
): { put: { visitNo: number; userId: string }[]; gone: number[] } {
  const old = holdersOf(before);
  const now = holdersOf(after);
  const put = [...now]
    .filter(([no, user]) => old.get(no) !== user)
    .map(([visitNo, userId]) => ({ visitNo, userId }));
  return { put, gone: [...old.keys()].filter((no) => !now.has(no)) };
}

/** Sum of a visit's parts in ms: its dwell. */
export function dwellOf(parts: Parts): number {
  return parts.queue + parts.touch + parts.customer + parts.external + parts.offShift + parts.join;
}
