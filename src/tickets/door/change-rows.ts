import type { Change } from '../decide/change.js';
import { leaseChanges, waitingChanges } from '../decide/change.js';
import type { Ticket } from '../model/model.js';

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** A command's key and its answer, as the write stores them. */
export interface CommandKey {
  scope: string;
  key: string;
  bodyHash: string;
}

/** A change on its way into the tables. */
export interface Write {
  change: Change;
  /** Under which it is stored with its answer; null: the caller gave none. */
  key: CommandKey | null;
  /** The command's identity, made at the door. */
  commandId: string;
}

/** The row of `tickets`, by column name. */
function ticketRow(t: Ticket): Record<string, unknown> {
  return {
    id: t.id,
    sop_id: t.sopId,
    sop_version: t.sopVersion,
    subject: t.subject,
    lang: t.lang,
    channel: t.channel,
    customer_id: t.customer.id,
    customer: t.customer,
    issue_key: t.issueKey,
    opened_by: t.openedBy,
    created_at: iso(t.createdAt),
    ...changingRow(t),
  };
}

function changingRow(t: Ticket): Record<string, unknown> {
  return {
    id: t.id,
    version: t.version,
    status: t.status,
    outcome: t.outcome,
    priority: t.priority,
    team: t.team,
    tier: t.tier,
    skills: t.skills,
    tags: t.tags,
    steps: t.state.steps,
    state: t.state,
    open_visits: t.openVisits,
    last_visit: t.lastVisit,
    sla: t.sla,
    assignee: t.assignee,
    due_at: iso(t.dueAt),
    updated_at: iso(t.updatedAt),
    asked_at: iso(t.askedAt),
    replied_at: iso(t.repliedAt),
    reply_due_at: iso(t.replyDueAt),
    first_resolved_at: iso(t.firstResolvedAt),
    resolved_at: iso(t.resolvedAt),
    reopenings: t.reopenings,
    first_reopened_at: iso(t.firstReopenedAt),
    escalations: t.escalations,
    transfers: t.transfers,
    handovers: t.handovers,
    handlers: t.handlers,
    merged_into: t.mergedInto,
    braked_at: iso(t.brakedAt),
  };
}

function visitRow(change: Change, v: Change['closed'][number]): Record<string, unknown> {
  const { ticket } = change;
  return {
    ticket_id: ticket.id,
    no: v.no,
    sop_id: ticket.sopId,
    sop_version: ticket.sopVersion,
    step: v.step,
    kind: v.kind,
    entered_at: iso(v.enteredAt),
    exited_at: iso(v.exitedAt),
    left_by: v.leftBy,
    queue_ms: v.parts.queue,
    touch_ms: v.parts.touch,
    customer_ms: v.parts.customer,
    external_ms: v.parts.external,
    off_shift_ms: v.parts.offShift,
    join_ms: v.parts.join,
    agents: v.agents,
    team: v.team,
    tier: v.tier,
    sla_due_at: iso(v.slaDueAt),
    sla_breached: v.slaBreached,
    escalated: v.escalated,
    failed: v.failed,
    policy: v.policy,
    regions: v.regions,
  };
}

/** The parameters of the write for a batch of changes, in the order of the statement: eight JSON texts. */
export function writeParameters(batch: Write[]): string[] {
  const tickets: unknown[] = [];
  const history: unknown[] = [];
  const visits: unknown[] = [];
  const waiting: unknown[] = [];
  const leases: unknown[] = [];
  const timers: unknown[] = [];
  const effects: unknown[] = [];
  const messages: unknown[] = [];
  for (const { change, key, commandId } of batch) {
    const { before, ticket: t, history: h } = change;
    const ticket_id = t.id;
    const seq = t.version;
    const at = iso(h.at);
    tickets.push({
      ...(before === null ? ticketRow(t) : changingRow(t)),
      expected: before?.version ?? 0,
      effect: change.effectDone,
      scope: key?.scope ?? null,
      key: key?.key ?? null,
      hash: key?.bodyHash ?? null,
      answer: key === null ? null : { ticketId: t.id, answer: change.answer },
    });
    const facts = h.facts.length > 0 ? h.facts : null;
    const { recordedBy, ...row } = h;
    history.push({
      ...row,
      recorded_by: recordedBy,
      command_id: commandId,
      ticket_id,
      seq,
      at,
      steps: t.state.steps,
      facts,
    });
    for (const v of change.closed) visits.push(visitRow(change, v));
    const w = waitingChanges(before, t);
    for (const r of w.put)
      waiting.push({
        ticket_id,
        visit_no: r.visitNo,
        lane: r.lane,
        team: r.team,
        tier: r.tier,
        skills: r.skills,
        due_at: iso(r.dueAt),
        since: iso(r.since),
      });
    for (const visit_no of w.gone) waiting.push({ ticket_id, visit_no });
    const l = leaseChanges(before, t);
    const expires_at = iso(h.at + change.leaseMs);
    for (const r of l.put)
      leases.push({ ticket_id, visit_no: r.visitNo, user_id: r.userId, since: at, expires_at });
    for (const visit_no of l.gone) leases.push({ ticket_id, visit_no });
    for (const timer of change.timersSet)
      timers.push({ ticket_id, id: timer.id, seq, due_at: iso(timer.dueAt) });
    for (const id of change.timersCancelled) timers.push({ ticket_id, id });
    change.effects.forEach((e, n) =>
      // One that is held counts as queued: the sweep of those left behind brings it.
      effects.push({
        ...{ ticket_id, seq, n, kind: e.kind, payload: e.payload, at },
        queued_at: e.kind === 'http' && e.isHeld ? at : null,
      }),
    );
    for (const { recordedBy, ...m } of change.messages)
      messages.push({ ...m, recorded_by: recordedBy, ticket_id, seq, at });
  }
  return [tickets, history, visits, waiting, leases, timers, effects, messages].map((rows) =>
    JSON.stringify(rows),
  );
}
