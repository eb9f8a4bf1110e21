import type { Columns } from '../../../writes/rows/row-arrays.js';
import type { ClosedVisit, Effect, HistoryRow, WaitingRow } from '../../decide/change.js';
import type { SealedMessage } from './seals.js';
import type { TermRow } from './term-rows.js';
import type { Write } from './write.js';

type Of<Part> = Columns<Part, Write>;
const TICKET = { ticket_id: (_: unknown, { change }: Write) => change.ticket.id };
const EVENT = { ...TICKET, seq: (_: unknown, { change }: Write) => change.ticket.version };
const VISIT_NO = { ...TICKET, visit_no: (no: number) => no };
const now = (_: unknown, { change }: Write): number => change.history.at;

/**
 * What a command writes beside its ticket: the rows of each table, column by column. `link` and `seal` of what is sealed
 * are sent as its place among the rows of the command and its content; the statement chains them.
 */
export const HISTORY: Of<HistoryRow> = {
  ...EVENT,
  at: now,
  type: (h) => h.type,
  actor: (h) => h.actor,
  cause: (h) => h.cause,
  data: (h) => h.data,
  steps: (_, { change }) => change.ticket.state.steps,
  facts: (h) => (h.facts.length > 0 ? h.facts : null),
  escalation: (h) => h.escalation,
  recorded_by: (h) => h.recordedBy,
  command_id: (_, { commandId }) => commandId,
  salt: (_, { seals }) => seals.history.salt,
  digest: (_, { seals }) => seals.history.digest,
  link: () => 1,
  seal: (_, { seals }) => seals.history.content,
};
export const VISITS: Of<ClosedVisit> = {
  ...TICKET,
  no: (v) => v.no,
  sop_id: (_, { change }) => change.ticket.sopId,
  sop_version: (_, { change }) => change.ticket.sopVersion,
  step: (v) => v.step,
  kind: (v) => v.kind,
  entered_at: (v) => v.enteredAt,
  exited_at: (v) => v.exitedAt,
  left_by: (v) => v.leftBy,
  queue_ms: (v) => v.parts.queue,
  touch_ms: (v) => v.parts.touch,
  customer_ms: (v) => v.parts.customer,
  external_ms: (v) => v.parts.external,
  off_shift_ms: (v) => v.parts.offShift,
  join_ms: (v) => v.parts.join,
  agents: (v) => v.agents,
  team: (v) => v.team,
  teams_before: (v) => v.teamsBefore,
  tier: (v) => v.tier,
  sla_due_at: (v) => v.slaDueAt,
  sla_breached: (v) => v.slaBreached,
  escalated: (v) => v.escalated,
  failed: (v) => v.failed,
  policy: (v) => v.policy,
  regions: (v) => v.regions,
};
export const WAITING: Of<WaitingRow> = {
  ...TICKET,
  visit_no: (w) => w.visitNo,
  lane: (w) => w.lane,
  team: (w) => w.team,
  tier: (w) => w.tier,
  skills: (w) => w.skills,
  due_at: (w) => w.dueAt,
  since: (w) => w.since,
};
export const LEASES: Of<{ visitNo: number; userId: string }> = {
  ...TICKET,
  visit_no: (l) => l.visitNo,
  user_id: (l) => l.userId,
  since: now,
  expires_at: (_, { change }) => change.history.at + change.leaseMs,
};
export const TIMERS: Of<{ id: string; dueAt: number }> = {
  ...EVENT,
  id: (t) => t.id,
  due_at: (t) => t.dueAt,
};
export const EFFECTS: Of<{ n: number; effect: Effect }> = {
  ...EVENT,
  n: ({ n }) => n,
  kind: ({ effect }) => effect.kind,
  payload: ({ effect }) => effect.payload,
  at: now,
  held_until: ({ effect }) => (effect.kind === 'http' ? effect.heldUntil : null),
};
export const MESSAGES: Of<SealedMessage> = {
  ...EVENT,
  id: (s) => s.id,
  at: now,
  from: ({ message }) => message.from,
  author: ({ message }) => message.author,
  recorded_by: ({ message }) => message.recordedBy,
  body: ({ message }) => message.body,
  internal: ({ message }) => message.internal,
  closing: ({ message }) => message.closing,
  salt: (s) => s.salt,
  digest: (s) => s.digest,
  link: (s, { seals }) => seals.messages.indexOf(s) + 2,
  seal: (s) => s.content,
};
export const TERMS: Of<TermRow> = {
  ...TICKET,
  seq: (t) => t.seq,
  terms: (t) => t.terms,
};
/** The command's key, with the answer under it. */
export const KEYS: Of<NonNullable<Write['key']>> = {
  scope: (key) => key.scope,
  key: (key) => key.key,
  body_hash: (key) => key.bodyHash,
  answer: (_, { change }) => ({ ticketId: change.ticket.id, answer: change.answer }),
  at: (_, { change }) => change.ticket.updatedAt,
};
/** Rows that go are named by their keys alone. */
export const GONE_VISITS: Of<number> = VISIT_NO;
export const GONE_TIMERS: Of<string> = { ...TICKET, id: (id) => id };
