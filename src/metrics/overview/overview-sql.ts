import { didIt, familySql, fcrSql, heldVisit, msBetween, windowSql } from '../shared/cohort-sql.js';

/*
 * How each ticket of `cohort` counts for each figure. The figures and the lists behind them read the same rows, so that a
 * list folds up to its figure again. Each `…_case` has one row per ticket; a state is `counted` or why it is left out.
 */

/** `fcr`: definition section 1. */
export const FCR_CASES = `${familySql('cohort')}, ${fcrSql('cohort')}`;

/**
 * Who raised it is charged; where that was a rule or a clock, whoever held the visit in which it was raised.
 */
const BY_PERSON = `case when h.escalation ->> 'by' = 'agent' then ${didIt('h')} else $9::uuid is null or exists (
    select from step_visits s
    where s.ticket_id = h.ticket_id and s.entered_at <= h.at and (s.exited_at is null or s.exited_at >= h.at)
      and (h.escalation ->> 'step' is null or s.step = h.escalation ->> 'step') and $9::uuid = any(s.agents)) end`;
const CHARGED = `h.escalation is not null and ($3::text[] is null or h.escalation ->> 'fromTeam' = any($3))
    and (${BY_PERSON})`;
/** The team of the visit that was transferred, handed back, or taken over from a colleague. */
const LEFT_TEAM = `coalesce(h.data ->> 'fromTeam', (
  select s.team from step_visits s where s.ticket_id = h.ticket_id and s.no = (h.data ->> 'visit')::int limit 1))`;
/** The SOP led out of a step into an approval at a higher tier. */
const APPROVAL = `${didIt('h')} and exists (
  select from jsonb_array_elements(coalesce(h.facts, '[]')) f
  where f ->> 'type' = 'went-up' and (f ->> 'approval')::boolean
    and ($3::text[] is null or f ->> 'fromTeam' = any($3)))`;

/**
 * `escalation_case(id, status, state, escalations, by_agent, by_rule, by_clock, transfers, hand_backs, approvals, priorities)`:
 * definition section 2.
 * Handled, and so counted: held by somebody, escalated, or resolved, also if it was cancelled then; a ticket counts with what
 * was merged into it. An escalation or a transfer counts under the team of the visit that it is charged to.
 */
export const ESCALATION_CASES = `${familySql('cohort')},
happened as (
  select f.root,
         count(*) filter (where h.escalation is not null) as raised,
         count(*) filter (where ${CHARGED}) as escalations,
         count(*) filter (where ${CHARGED} and h.escalation ->> 'by' = 'agent') as by_agent,
         count(*) filter (where ${CHARGED} and h.escalation ->> 'by' = 'rule') as by_rule,
         count(*) filter (where ${CHARGED} and h.escalation ->> 'by' = 'clock') as by_clock,
         count(*) filter (where (h.type = 'transferred' and h.escalation is null or h.type = 'taken-over' and h.data ? 'reason')
                          and ($3::text[] is null or ${LEFT_TEAM} = any($3)) and ${didIt('h')}) as transfers,
         count(*) filter (where h.type = 'handed-back' and ($3::text[] is null or ${LEFT_TEAM} = any($3))
                          and ${didIt('h')}) as hand_backs,
         count(*) filter (where ${APPROVAL}) as approvals,
         count(*) filter (where h.type = 'priority' or h.facts @> '[{"type": "set-priority"}]') as priorities
  from family f join history h on h.ticket_id = f.id group by f.root),
holding as (
  select f.root from family f join tickets c on c.id = f.id where cardinality(c.handlers) > 0 group by 1),
escalation_case as (
  select t.id, t.status, coalesce(e.escalations, 0) as escalations, coalesce(e.by_agent, 0) as by_agent,
         coalesce(e.by_rule, 0) as by_rule, coalesce(e.by_clock, 0) as by_clock,
         coalesce(e.transfers, 0) as transfers, coalesce(e.hand_backs, 0) as hand_backs, coalesce(e.approvals, 0) as approvals,
         coalesce(e.priorities, 0) as priorities,
         case when t.status = 'merged' then t.status
              when e.raised > 0 or t.first_resolved_at is not null or k.root is not null then 'counted'
              when t.status = 'cancelled' then t.status
              else 'waiting' end as state
  from cohort t left join happened e on e.root = t.id left join holding k on k.root = t.id)`;

/** `resolution_case(id, first_state, first_ms, full_state, full_ms)` in calendar time: definition section 3. */
export const RESOLUTION_CASES = `resolution_case as (
  select t.id, ${msBetween('t.created_at', 't.first_resolved_at')} as first_ms,
         ${msBetween('t.created_at', 't.resolved_at')} as full_ms,
         case when t.status in ('merged', 'cancelled') then t.status
              when t.first_resolved_at is null then 'open' else 'counted' end as first_state,
         case when t.status in ('merged', 'cancelled') then t.status
              when t.resolved_at is null then 'open' else 'counted' end as full_state
  from cohort t)`;

/** The ticket was resolved before a person replied. */
export const RESOLVED_UNANSWERED =
  '(t.first_resolved_at is not null and (t.replied_at <= t.first_resolved_at) is not true)';

/**
 * `response_case(id, human_state, human_ms, bot_state, bot_ms, target_state, on_time)`: definition section 4.
 * A target still running past its due time is missed already; `pending`: not answered and not yet due.
 * `resolved-unanswered`: resolved before a person replied; what they say after that is no first response any more.
 */
export const RESPONSE_CASES = `response_raw as (
  select t.id, t.replied_at, ${msBetween('t.asked_at', 't.replied_at')} as human_ms,
         ${msBetween('t.asked_at', 'b.at')} as bot_ms,
         to_timestamp((t.sla ->> 'firstResponseDueAt')::double precision / 1000) as due_at,
         case when t.status in ('merged', 'cancelled') then t.status
              when t.asked_at is null then 'unasked' end as left_out,
         ${RESOLVED_UNANSWERED} as resolved_before
  from cohort t
  left join lateral (
    select min(m.at) as at from messages m
    where m.ticket_id = t.id and m."from" = 'system' and not m.internal and m.at >= t.asked_at) b on true),
response_case as (
  select id, replied_at, human_ms, bot_ms, replied_at is not null and replied_at <= due_at as on_time,
         coalesce(left_out, case when resolved_before then 'resolved-unanswered'
                                 when human_ms is null then 'unanswered' else 'counted' end) as human_state,
         coalesce(left_out, case when bot_ms is null then 'unanswered' else 'counted' end) as bot_state,
         coalesce(left_out, case when resolved_before then 'resolved-unanswered'
                                 when replied_at is null and due_at >= $7 then 'pending' else 'counted' end)
           as target_state
  from response_raw)`;

/**
 * `reopen_case(id, state, met, reopenings)`: definition section 6. Reopened within the window after the first resolution;
 * `immature`: the window is still open.
 */
export const REOPEN_CASES = `${windowSql('cohort')},
reopen_case as (
  select id, reopenings, (first_reopened_at <= window_end) is true as met,
         case when status in ('merged', 'cancelled') then status
              when first_resolved_at is null then 'open'
              when window_end > $7 then 'immature' else 'counted' end as state
  from fcr_case)`;

/**
 * `target_case(id, resolve_state, resolve_met, steps_state, targets_met, targets_missed, targets_pending)`: definition
 * section 7. A ticket's target to be resolved, while it is paused it stands still, and those of its steps; a target still
 * running past its due time is missed already. A step's target counts under the team of its visit. `pending`: not decided;
 * `untargeted`: no step had a target.
 */
export const TARGET_CASES = `step_target as (
  select s.ticket_id, s.exited_at is not null as ended,
         s.sla_breached or coalesce(s.exited_at, $7) > s.sla_due_at as missed
  from step_visits s join cohort t on t.id = s.ticket_id
  where s.sla_due_at is not null and ($3::text[] is null or s.team = any($3)) and ${heldVisit('s')}),
step_targets as (
  select ticket_id, (count(*) filter (where ended and not missed))::int as met,
         (count(*) filter (where missed))::int as missed,
         (count(*) filter (where not ended and not missed))::int as pending
  from step_target group by 1),
target_raw as (
  select t.id, t.resolved_at, case when t.status in ('merged', 'cancelled') then t.status end as left_out,
         least(coalesce(t.resolved_at, $7), to_timestamp((t.sla ->> 'pausedAt')::double precision / 1000))
           <= to_timestamp((t.sla ->> 'resolveDueAt')::double precision / 1000) as in_time,
         s.met, s.missed, s.pending
  from cohort t left join step_targets s on s.ticket_id = t.id),
target_case as (
  select id, in_time as resolve_met,
         coalesce(left_out, case when resolved_at is null and in_time then 'pending' else 'counted' end) as resolve_state,
         coalesce(met, 0) as targets_met, coalesce(missed, 0) as targets_missed, coalesce(pending, 0) as targets_pending,
         coalesce(left_out, case when met is null then 'untargeted' when met + missed = 0 then 'pending'
                                 else 'counted' end) as steps_state
  from target_raw)`;
