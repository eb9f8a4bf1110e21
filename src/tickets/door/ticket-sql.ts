/**
 * The statements of the hot path. One statement is one transaction: a ticket's new state, its history, visits,
 * waiting lines, leases, timers, messages and effects are written together or not at all.
 */

/** Columns of `tickets` that change after the ticket was opened, with their types. */
const CHANGING: Record<string, string> = {
  version: 'int',
  status: 'text',
  outcome: 'text',
  priority: 'text',
  team: 'text',
  tier: 'int',
  skills: 'text[]',
  tags: 'text[]',
  steps: 'text[]',
  state: 'jsonb',
  open_visits: 'jsonb',
  last_visit: 'int',
  sla: 'jsonb',
  assignee: 'uuid',
  due_at: 'timestamptz',
  updated_at: 'timestamptz',
  asked_at: 'timestamptz',
  replied_at: 'timestamptz',
  reply_due_at: 'timestamptz',
  first_resolved_at: 'timestamptz',
  resolved_at: 'timestamptz',
  reopenings: 'int',
  first_reopened_at: 'timestamptz',
  escalations: 'int',
  transfers: 'int',
  handovers: 'int',
  handlers: 'uuid[]',
  merged_into: 'bigint',
  braked_at: 'timestamptz',
};
/** Columns that are written once. */
const FIXED: Record<string, string> = {
  id: 'bigint',
  sop_id: 'text',
  sop_version: 'int',
  subject: 'text',
  lang: 'text',
  channel: 'text',
  customer_id: 'text',
  customer: 'jsonb',
  issue_key: 'text',
  opened_by: 'jsonb',
  created_at: 'timestamptz',
};
/** Of the command, not of the table. */
const COMMAND: Record<string, string> = {
  id: 'bigint',
  expected: 'int',
  effect: 'bigint',
  scope: 'text',
  key: 'text',
  hash: 'text',
  answer: 'json',
};

const columns = (types: Record<string, string>): string => Object.keys(types).join(', ');
const typed = (types: Record<string, string>): string =>
  Object.entries(types)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');

/** Reads tickets by id, as they are. */
export const READ_TICKETS = `select ${columns({ ...FIXED, ...CHANGING })} from tickets where id = any($1::bigint[])`;

/** The answer to an earlier command with this key, if there was one. */
export const READ_KEY = 'select body_hash, answer from idempotency where scope = $1 and key = $2';

/** Whether the event of a ticket that stands at this place is the one of this command. */
export const READ_WRITTEN = 'select 1 from history where ticket_id = $1 and seq = $2 and command_id = $3';

/** Numbers for new tickets. */
export const TAKE_IDS = `select nextval(pg_get_serial_sequence('tickets', 'id')) as id from generate_series(1, $1)`;

const KEYED = `
keyed as (
  insert into idempotency (scope, key, body_hash, answer, at)
  select c.scope, c.key, c.hash, c.answer, c.updated_at from fitting c where c.key is not null
  on conflict do nothing returning scope, key),
ok as materialized (
  select c.* from fitting c
  where c.key is null or exists (select 1 from keyed k where k.scope = c.scope and k.key = c.key)),`;

/** Rows that hang on a ticket: $2 history, $3 closed visits, $4 waiting, $5 leases, $6 timers, $7 effects, $8 messages. */
const ROWS = `
history_rows as (
  insert into history (ticket_id, seq, at, type, actor, cause, data, steps, facts, escalation, recorded_by,
    command_id)
  select r.ticket_id, r.seq, r.at, r.type, r.actor, r.cause, r.data, r.steps, r.facts, r.escalation, r.recorded_by,
    r.command_id
  from json_to_recordset($2) as r(ticket_id bigint, seq int, at timestamptz, type text, actor jsonb, cause text,
    data jsonb, steps text[], facts jsonb, escalation jsonb, recorded_by jsonb, command_id uuid)
  where r.ticket_id = any (array(select id from ok))),
visit_rows as (
  insert into visits (ticket_id, no, sop_id, sop_version, step, kind, entered_at, exited_at, left_by, queue_ms,
    touch_ms, customer_ms, external_ms, off_shift_ms, join_ms, agents, team, tier, sla_due_at, sla_breached,
    escalated, failed, policy, regions)
  select r.ticket_id, r.no, r.sop_id, r.sop_version, r.step, r.kind, r.entered_at, r.exited_at, r.left_by, r.queue_ms,
    r.touch_ms, r.customer_ms, r.external_ms, r.off_shift_ms, r.join_ms, r.agents, r.team, r.tier, r.sla_due_at,
    r.sla_breached, r.escalated, r.failed, r.policy, r.regions
  from json_to_recordset($3) as r(ticket_id bigint, no int, sop_id text, sop_version int, step text, kind text,
    entered_at timestamptz, exited_at timestamptz, left_by text, queue_ms bigint, touch_ms bigint, customer_ms bigint,
    external_ms bigint, off_shift_ms bigint, join_ms bigint, agents uuid[], team text, tier int,
    sla_due_at timestamptz, sla_breached boolean, escalated boolean, failed boolean, policy boolean, regions jsonb)
  where r.ticket_id = any (array(select id from ok))),
waiting_rows as (
  insert into waiting (ticket_id, visit_no, lane, team, tier, skills, due_at, since)
  select r.ticket_id, r.visit_no, r.lane, r.team, r.tier, r.skills, r.due_at, r.since
  from json_to_recordset($4) as r(ticket_id bigint, visit_no int, lane text, team text, tier int, skills text[],
    due_at timestamptz, since timestamptz) where r.ticket_id = any (array(select id from ok)) and r.lane is not null
  on conflict (ticket_id, visit_no) do update set lane = excluded.lane, team = excluded.team, tier = excluded.tier,
    skills = excluded.skills, due_at = excluded.due_at),
waiting_gone as (
  delete from waiting w using json_to_recordset($4) as r(ticket_id bigint, visit_no int, lane text)
  where r.ticket_id = any (array(select id from ok)) and r.lane is null and w.ticket_id = r.ticket_id and w.visit_no = r.visit_no),
lease_rows as (
  insert into leases (ticket_id, visit_no, user_id, since, expires_at)
  select r.ticket_id, r.visit_no, r.user_id, r.since, r.expires_at
  from json_to_recordset($5) as r(ticket_id bigint, visit_no int, user_id uuid, since timestamptz,
    expires_at timestamptz) where r.ticket_id = any (array(select id from ok)) and r.user_id is not null
  on conflict (ticket_id, visit_no) do update set user_id = excluded.user_id, since = excluded.since,
    expires_at = excluded.expires_at),
lease_gone as (
  delete from leases l using json_to_recordset($5) as r(ticket_id bigint, visit_no int, user_id uuid)
  where r.ticket_id = any (array(select id from ok)) and r.user_id is null and l.ticket_id = r.ticket_id and l.visit_no = r.visit_no),
timer_rows as (
  insert into timers (ticket_id, id, seq, due_at)
  select r.ticket_id, r.id, r.seq, r.due_at
  from json_to_recordset($6) as r(ticket_id bigint, id text, seq int, due_at timestamptz) 
  where r.ticket_id = any (array(select id from ok)) and r.due_at is not null
  on conflict (ticket_id, id) do update set seq = excluded.seq, due_at = excluded.due_at),
timer_gone as (
  delete from timers x using json_to_recordset($6) as r(ticket_id bigint, id text, due_at timestamptz)
  where r.ticket_id = any (array(select id from ok)) and r.due_at is null and x.ticket_id = r.ticket_id and x.id = r.id),
effect_rows as (
  insert into outbox (ticket_id, seq, n, kind, payload, at, queued_at)
  select r.ticket_id, r.seq, r.n, r.kind, r.payload, r.at, r.queued_at
  from json_to_recordset($7) as r(ticket_id bigint, seq int, n int, kind text, payload jsonb, at timestamptz,
    queued_at timestamptz)
  where r.ticket_id = any (array(select id from ok))),
message_rows as (
  insert into messages (ticket_id, seq, at, "from", author, recorded_by, body, internal, closing)
  select r.ticket_id, r.seq, r.at, r."from", r.author, r.recorded_by, r.body, r.internal, r.closing
  from json_to_recordset($8) as r(ticket_id bigint, seq int, at timestamptz, "from" text, author jsonb,
    recorded_by jsonb, body text, internal boolean, closing boolean) where r.ticket_id = any (array(select id from ok)))`;

/**
 * Applies commands to tickets: each only if its ticket still is at the version it was decided on, if its effect was
 * not accounted for before, and if its idempotency key is new. $1: tickets with their commands. Answers the ids
 * that were written. Tickets and effects are looked up one by one: a plan that was kept from when the tables were
 * small, or a long row of undone effects, must not make each write read a whole table.
 */
export const WRITE_CHANGES = `with input as materialized (
  select * from json_to_recordset($1) as r(${typed({ ...COMMAND, ...CHANGING })})),
locked as materialized (
  select l.id from (select id, expected from input order by id) i
  cross join lateral (select k.id from tickets k where k.id = i.id and k.version = i.expected for update of k) l),
fitting as materialized (
  select i.* from input i join locked l on l.id = i.id
  left join lateral (select true as undone from outbox o where o.id = i.effect and o.done_at is null offset 0) e on true
  where i.effect is null or e.undone),${KEYED}
ticket_rows as (
  update tickets k set (${columns(CHANGING)}) =
    (${Object.keys(CHANGING)
      .map((name) => `ok.${name}`)
      .join(', ')})
  from ok where k.id = ok.id),
effects_done as (
  update outbox o set done_at = ok.updated_at from ok where o.id = ok.effect),${ROWS}
select id from ok`;

/** Opens tickets. $1: whole tickets with their commands. Answers the ids that were written. */
export const WRITE_NEW = `with input as materialized (
  select * from json_to_recordset($1) as r(${typed({ ...COMMAND, ...FIXED, ...CHANGING })})),
fitting as materialized (select * from input),${KEYED}
ticket_rows as (
  insert into tickets (${columns({ ...FIXED, ...CHANGING })})
  select ${columns({ ...FIXED, ...CHANGING })} from ok),${ROWS}
select id from ok`;
