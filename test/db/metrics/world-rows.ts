import type pg from 'pg';
import { clearTables } from '../../support/clear-tables.js';
import type { WorldEvent, WorldTicket, WorldVisit } from './world.js';
import { AGENTS } from './world.js';

const iso = (ms: number | null | undefined): string | null =>
  ms === null || ms === undefined ? null : new Date(ms).toISOString();

/** Writes a world into the tables, in place of what was there, as the one door would have left it. */
export async function writeWorld(pool: pg.Pool, world: WorldTicket[]): Promise<void> {
  await clearTables(pool, ['tickets', 'history', 'visits', 'messages']);
  await put(pool, 'tickets', world.map(ticketRow));
  await put(pool, 'history', world.flatMap(historyRows));
  await put(
    pool,
    'visits',
    world.flatMap((t) => t.visits.filter((v) => v.exitedAt !== null).map((v) => visitRow(t, v))),
  );
  let id = 0;
  await put(
    pool,
    'messages',
    world.flatMap((t) => messageRows(t).map((row) => ({ id: ++id, ...row }))),
  );
}

async function put(pool: pg.Pool, table: string, rows: object[]): Promise<void> {
  await pool.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows),
  ]);
}

function ticketRow(t: WorldTicket): object {
  const times = (type: WorldEvent['type']) => t.events.filter((e) => e.type === type).map((e) => e.at);
  const count = (type: WorldEvent['type']) => times(type).length;
  const last = t.events
    .filter((e) => ['resolved', 'reopened', 'cancelled', 'merged'].includes(e.type))
    .at(-1);
  const status = last === undefined || last.type === 'reopened' ? 'open' : last.type;
  const askedAt = times('asked')[0];
  const handlers: string[] = [];
  for (const e of t.events) if (e.type === 'held' && handlers.at(-1) !== e.agent) handlers.push(e.agent);
  return {
    id: t.id,
    sop_id: t.sop,
    sop_version: t.version,
    version: t.events.length + 1,
    status,
    outcome: null,
    subject: `Ticket ${t.id}`,
    lang: 'en',
    channel: t.channel,
    priority: 'normal',
    customer_id: 'c',
    customer: { id: 'c', name: 'C', tier: 'standard' },
    team: t.team,
    tier: 1,
    skills: [],
    tags: [],
    steps: [],
    state: {},
    open_visits: t.visits.filter((v) => v.exitedAt === null).map(openVisit),
    last_visit: t.visits.length,
    sla: { firstResponseDueAt: t.firstResponseDueAt, ...resolveTarget(t), pausedMs: 0 },
    assignee: null,
    due_at: null,
    issue_key: t.issue,
    opened_by: {},
    created_at: iso(t.createdAt),
    updated_at: iso(t.events.at(-1)?.at ?? t.createdAt),
    asked_at: iso(askedAt),
    replied_at: iso(
      askedAt === undefined ? null : t.events.find((e) => e.type === 'answered' && e.at >= askedAt)?.at,
    ),
    reply_due_at: null,
    first_resolved_at: iso(times('resolved')[0]),
    resolved_at: iso(status === 'resolved' ? last?.at : null),
    reopenings: count('reopened'),
    first_reopened_at: iso(times('reopened')[0]),
    escalations: count('escalated'),
    transfers: count('transferred'),
    handovers: Math.max(0, handlers.length - 1),
    handlers,
    merged_into: last?.type === 'merged' ? last.into : null,
  };
}

/** The target to be resolved: due four days at most after the first response; every third ticket waits since the third day. */
export function resolveTarget(t: WorldTicket): { resolveDueAt: number; pausedAt: number | null } {
  const day = 86_400_000;
  return {
    resolveDueAt: t.firstResponseDueAt + (t.id % 5) * day,
    pausedAt: t.id % 3 === 0 ? t.createdAt + 2 * day : null,
  };
}

/** Who did what happens in the ticket's story at this place. */
export function actorOf(t: WorldTicket, index: number): string {
  return AGENTS[(t.id + index) % AGENTS.length] ?? '';
}

function openVisit(v: WorldVisit): object {
  return {
    ...v,
    tier: 1,
    skills: [],
    since: v.enteredAt,
    running: 'queue',
    holder: null,
    agents: [],
    dueAt: null,
  };
}

function historyRows(t: WorldTicket): object[] {
  const base = {
    ticket_id: t.id,
    actor: {},
    cause: 'agent',
    data: null,
    facts: null,
    escalation: null,
  };
  let open = true;
  const opened = {
    ...base,
    seq: 1,
    at: iso(t.createdAt),
    type: 'opened',
    steps: ['triage'],
    facts: t.ruledFrom ? SET_PRIORITY : null,
  };
  const others = t.events.map((e, index) => {
    if (e.type === 'reopened') open = true;
    if (e.type === 'resolved' || e.type === 'cancelled' || e.type === 'merged') open = false;
    return {
      ...base,
      seq: index + 2,
      at: iso(e.at),
      // As in life: what resolves a ticket is an event of its SOP.
      type: e.type === 'resolved' ? 'APPROVE' : e.type === 'ruled-priority' ? 'NOTE' : e.type,
      steps: open ? ['triage'] : [],
      actor: { kind: 'agent', id: actorOf(t, index) },
      facts: factsOf(t, e),
      escalation: e.type === 'escalated' ? { by: e.by, step: null, fromTeam: e.from ?? t.team } : null,
      data: e.type === 'transferred' || e.type === 'handed-back' ? { fromTeam: e.from ?? t.team } : null,
    };
  });
  return [opened, ...others];
}

const SET_PRIORITY = [{ type: 'set-priority', priority: 'high' }];

function factsOf(t: WorldTicket, e: WorldEvent): object[] | null {
  if (e.type === 'approval') return [{ type: 'went-up', approval: true, fromTeam: e.from ?? t.team }];
  return e.type === 'ruled-priority' ? [{ type: 'tag', add: ['x'], remove: [] }, ...SET_PRIORITY] : null;
}

function visitRow(t: WorldTicket, v: WorldVisit): object {
  return {
    ticket_id: t.id,
    no: v.no,
    sop_id: t.sop,
    sop_version: t.version,
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
    agents: [],
    team: v.team,
    teams_before: v.teamsBefore ?? null,
    tier: 1,
    sla_due_at: iso(v.slaDueAt),
    sla_breached: v.slaBreached,
    escalated: v.escalated,
    failed: v.failed,
    policy: v.policy,
    regions: v.regions,
  };
}

function messageRows(t: WorldTicket): object[] {
  return t.events.flatMap((e, index) => {
    const base = {
      ticket_id: t.id,
      seq: index + 2,
      at: iso(e.at),
      author: {},
      body: '…',
      internal: false,
      closing: false,
    };
    if (e.type === 'asked') return [{ ...base, from: 'customer', closing: e.closing }];
    if (e.type === 'answered')
      return [{ ...base, from: 'agent', author: { kind: 'agent', id: actorOf(t, index) } }];
    return e.type === 'bot' ? [{ ...base, from: 'system' }] : [];
  });
}
