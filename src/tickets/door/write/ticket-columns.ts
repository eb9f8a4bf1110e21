import type { Columns } from '../../../writes/rows/row-arrays.js';
import type { Actor, CustomerFacts, Priority } from '../../../engine/common/model.js';
import type { Lang } from '../../../engine/common/text.js';
import type { OpenVisit, Ticket, TicketSla, TicketState, TicketStatus } from '../../model/model.js';

/** PostgreSQL's text of an instant (`2026-11-22 09:00:00.123+00`), in ms since 1970. */
export function parseInstant(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11)}`.replace(/([+-]\d\d)$/, '$1:00'));
}

/** What is written once, when the ticket is opened. */
const FIXED = {
  id: (t) => t.id,
  sop_id: (t) => t.sopId,
  sop_version: (t) => t.sopVersion,
  subject: (t) => t.subject,
  lang: (t) => t.lang,
  channel: (t) => t.channel,
  customer_id: (t) => t.customer.id,
  customer: (t) => t.customer,
  issue_key: (t) => t.issueKey,
  opened_by: (t) => t.openedBy,
  created_at: (t) => t.createdAt,
} satisfies Columns<Ticket, unknown>;

/** What changes after that. */
const CHANGING = {
  version: (t) => t.version,
  status: (t) => t.status,
  outcome: (t) => t.outcome,
  priority: (t) => t.priority,
  team: (t) => t.team,
  tier: (t) => t.tier,
  skills: (t) => t.skills,
  tags: (t) => t.tags,
  steps: (t) => t.state.steps,
  state: (t) => t.state,
  open_visits: (t) => t.openVisits,
  last_visit: (t) => t.lastVisit,
  sla: (t) => t.sla,
  assignee: (t) => t.assignee,
  due_at: (t) => t.dueAt,
  updated_at: (t) => t.updatedAt,
  asked_at: (t) => t.askedAt,
  replied_at: (t) => t.repliedAt,
  reply_due_at: (t) => t.replyDueAt,
  first_resolved_at: (t) => t.firstResolvedAt,
  resolved_at: (t) => t.resolvedAt,
  reopenings: (t) => t.reopenings,
  first_reopened_at: (t) => t.firstReopenedAt,
  escalations: (t) => t.escalations,
  transfers: (t) => t.transfers,
  handovers: (t) => t.handovers,
  handlers: (t) => t.handlers,
  merged_into: (t) => t.mergedInto,
  braked_at: (t) => t.brakedAt,
} satisfies Columns<Ticket, unknown>;

/** The row of `tickets`: all of it, and the names of what changes. */
export const TICKET_COLUMNS: Columns<Ticket, unknown> = { ...FIXED, ...CHANGING };
export const CHANGING_COLUMNS = Object.keys(CHANGING);

/** A row of `tickets` as the driver gives it. */
export interface TicketRow {
  id: string;
  sop_id: string;
  sop_version: number;
  version: number;
  status: TicketStatus;
  outcome: string | null;
  subject: string;
  lang: Lang;
  channel: string;
  priority: Priority;
  customer: CustomerFacts;
  team: string;
  tier: number;
  skills: string[];
  tags: string[];
  state: TicketState;
  open_visits: OpenVisit[];
  last_visit: number;
  sla: TicketSla;
  assignee: string | null;
  due_at: number | null;
  issue_key: string;
  opened_by: Actor;
  created_at: number;
  updated_at: number;
  asked_at: number | null;
  replied_at: number | null;
  reply_due_at: number | null;
  first_resolved_at: number | null;
  resolved_at: number | null;
  reopenings: number;
  first_reopened_at: number | null;
  escalations: number;
  transfers: number;
  handovers: number;
  handlers: string[];
  merged_into: string | null;
  braked_at: number | null;
}

/** The ticket that a row holds. */
export function ticketOf(r: TicketRow): Ticket {
  return {
    id: r.id,
    sopId: r.sop_id,
    sopVersion: r.sop_version,
    version: r.version,
    status: r.status,
    outcome: r.outcome,
    subject: r.subject,
    lang: r.lang,
    channel: r.channel,
    priority: r.priority,
    customer: r.customer,
    team: r.team,
    tier: r.tier,
    skills: r.skills,
    tags: r.tags,
    state: r.state,
    openVisits: r.open_visits,
    lastVisit: r.last_visit,
    sla: r.sla,
    assignee: r.assignee,
    dueAt: r.due_at,
    issueKey: r.issue_key,
    openedBy: r.opened_by,
    createdAt: r.created_at,
    updatedAt: r.updated_at,
    askedAt: r.asked_at,
    repliedAt: r.replied_at,
    replyDueAt: r.reply_due_at,
    firstResolvedAt: r.first_resolved_at,
    resolvedAt: r.resolved_at,
    reopenings: r.reopenings,
    firstReopenedAt: r.first_reopened_at,
    escalations: r.escalations,
    transfers: r.transfers,
    handovers: r.handovers,
    handlers: r.handlers,
    mergedInto: r.merged_into,
    brakedAt: r.braked_at,
  };
}
