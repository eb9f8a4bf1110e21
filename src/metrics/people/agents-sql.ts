import type { AgentPart } from './agents.dto.js';
import {
  ASKED,
  familySql,
  fcrSql,
  msBetween,
  passesFilter,
  seenSql,
  summarySql,
} from '../shared/cohort-sql.js';
import { ACTIVE } from './active-sql.js';
import { HIDDEN, pagedSql } from '../shared/paged.js';

/*
 * What people did: of the stays that ended in the range and that they held. Who held a stay when stands in the history:
 * claims, take-overs, transfers and handing back begin a hold; a release, a lease that ran out or was taken, a transfer and
 * a move to another lane end it. What of the touch time is left over was held from the beginning, by the first person
 * (they went on from the step before). What counts of a hold is when they were not idle (`active-sql.ts`). Rows of older versions do not name the stay: they are about all that were open.
 */

const MOVED = `h.escalation is not null or h.facts @> '[{"type": "route"}]'`;
const TAKEN_OVER = `h.facts @> '[{"type": "take-over"}]' and h.escalation is null and h.type <> 'message'`;
const HANDS = `'claimed', 'taken-over', 'released', 'lease-expired', 'revoked', 'transferred', 'handed-back'`;

/** `worked`, `held(ticket_id, no, root, agent, from_at, to_at, team, teams_before)`, `active` of it, and `handled(agent, root)`; a merged ticket counts with its root. */
const WORK = `worked as materialized (
  select v.ticket_id, v.no, v.step, v.entered_at, v.exited_at, v.touch_ms, v.agents, v.team,
         v.teams_before
  from visits v join tickets t on t.id = v.ticket_id
  where v.exited_at >= $1 and v.exited_at < $2 and cardinality(v.agents) > 0
    and ($3::text[] is null or v.team = any($3))
    and ($4::text is null or t.channel = $4)
    and ($5::text is null or v.sop_id = $5)
    and ($6::int is null or v.sop_version = $6)),
climb(id, at) as (
  select distinct ticket_id, ticket_id from worked
  union
  select c.id, t.merged_into from climb c join tickets t on t.id = c.at where t.merged_into is not null),
root_of as (
  select c.id, c.at as root from climb c join tickets t on t.id = c.at where t.merged_into is null),
hand as materialized (
  select h.ticket_id, h.seq, h.at, h.type, case when h.type in (${HANDS}) then (h.data ->> 'visit')::int end as visit,
         coalesce(h.escalation ->> 'step', s.step) as step,
         case when h.type in (${HANDS}) then coalesce(h.data ->> 'userId', h.data #>> '{to,userId}')::uuid
              when ${TAKEN_OVER} then (h.actor ->> 'id')::uuid end as agent
  from history h
  left join lateral (
    select f ->> 'step' as step from jsonb_array_elements(coalesce(h.facts, '[]')) f
    where f ->> 'type' = 'take-over' limit 1) s on true
  where h.ticket_id in (select ticket_id from worked)
    and (h.type in (${HANDS}) or ${MOVED} or ${TAKEN_OVER})),
turn as (
  select w.ticket_id, w.no, h.at, h.agent,
         h.type not in ('released', 'lease-expired', 'revoked') and h.agent is not null as begins,
         lead(h.at, 1, w.exited_at) over (partition by w.ticket_id, w.no order by h.seq) as next_at
  from worked w
  join hand h on h.ticket_id = w.ticket_id and h.at >= w.entered_at and h.at < w.exited_at
    and (h.visit is null or h.visit = w.no) and (h.step is null or h.visit is not null or h.step = w.step)),
later_hold as (
  select ticket_id, no, agent, at as from_at, next_at as to_at from turn where begins),
first_hold as (
  select w.ticket_id, w.no, w.agents[1] as agent, w.entered_at as from_at,
         w.entered_at + (w.touch_ms - coalesce(l.ms, 0)) * interval '1 millisecond' as to_at
  from worked w
  left join (select ticket_id, no, sum(${msBetween('from_at', 'to_at')}) as ms from later_hold group by 1, 2) l
    on l.ticket_id = w.ticket_id and l.no = w.no
  where w.touch_ms > coalesce(l.ms, 0)),
held as materialized (
  select h.*, r.root, w.team, w.teams_before from (select * from later_hold union all select * from first_hold) h
  join root_of r on r.id = h.ticket_id
  join worked w on w.ticket_id = h.ticket_id and w.no = h.no),
${ACTIVE},
handled as materialized (
  select a.agent, r.root, count(*)::int as visits
  from worked w cross join unnest(w.agents) as a(agent) join root_of r on r.id = w.ticket_id
  group by 1, 2),
passed as (
  select t.* from tickets t where t.id in (select root from handled)),
reply as materialized (
  select distinct on (t.id) t.id, (m.author ->> 'id')::uuid as agent, ${msBetween('t.asked_at', 't.replied_at')} as ms,
         t.replied_at <= to_timestamp((t.sla ->> 'firstResponseDueAt')::double precision / 1000) as on_time
  from tickets t join messages m on m.ticket_id = t.id and m.at = t.replied_at
  where t.replied_at >= $1 and t.replied_at < $2 and m."from" = 'agent' and not m.internal and m.author ->> 'id' is not null
    and t.status not in ('merged', 'cancelled')
    and (t.first_resolved_at is null or t.replied_at <= t.first_resolved_at)
    and ${passesFilter('t')}
  order by t.id, m.id),
raised as materialized (
  select t.id, (h.actor ->> 'id')::uuid as agent
  from history h join tickets t on t.id = h.ticket_id
  where h.escalation ->> 'by' = 'agent' and h.at >= $1 and h.at < $2 and h.actor ->> 'id' is not null
    and ($3::text[] is null or h.escalation ->> 'fromTeam' = any($3))
    and ($4::text is null or t.channel = $4)
    and ($5::text is null or t.sop_id = $5)
    and ($6::int is null or t.sop_version = $6))`;

const FCR = `${familySql('passed')}, ${fcrSql('passed')}`;
const REOPENED = `(c.first_reopened_at <= c.window_end) is true`;

/** One row per person who held a stay that ended in the range, replied first or escalated: definition section 12; $10 the zone,
 * $11 only this one. */
export const AGENTS = `with recursive ${ASKED}, ${WORK}, ${FCR},
day as (
  select a.agent, (w.exited_at at time zone $10)::date as day, count(distinct r.root)::int as tickets
  from worked w cross join unnest(w.agents) as a(agent) join root_of r on r.id = w.ticket_id
  group by 1, 2),
days as (
  select agent, jsonb_agg(jsonb_build_object('day', day::text, 'tickets', tickets) order by day) as days from day group by 1),
wall as (
  select agent, sum(${msBetween('from_at', 'to_at')})::double precision as ms from active group by 1),
weighted as (
  select u.agent, sum(${msBetween('lower(r)', 'upper(r)')})::double precision as ms
  from (select agent, range_agg(tstzrange(from_at, to_at)) as spans from active group by 1) u
  cross join unnest(u.spans) as r group by 1),
outcome as (
  select h.agent, count(*)::int as handled, sum(h.visits)::int as visits,
         (count(*) filter (where f.state = 'counted'))::int as "fcrN",
         (count(*) filter (where f.gross))::int as "fcrCount",
         jsonb_build_object(${['immature', 'open', 'cancelled', 'repeat']
           .map((state) => `'${state}', count(*) filter (where f.state = '${state}')`)
           .join(', ')}) as "fcrExcluded",
         (count(*) filter (where c.status <> 'cancelled' and c.window_end <= $7))::int as "reopenN",
         (count(*) filter (where c.status <> 'cancelled' and c.window_end <= $7 and ${REOPENED}))::int as "reopenCount",
         (count(*) filter (where c.status = 'cancelled'))::int as cancelled,
         (count(*) filter (where c.status <> 'cancelled' and c.first_resolved_at is null))::int as open,
         (count(*) filter (where c.status <> 'cancelled' and c.window_end > $7))::int as immature,
         sum(c.reopenings)::int as reopenings
  from handled h join fcr f on f.id = h.root join fcr_case c on c.id = h.root group by 1),
replies as (
  select agent, ${summarySql('ms', 'true')} as frt, (count(*) filter (where on_time))::int as "onTime"
  from reply group by 1),
raises as (
  select agent, count(*)::int as escalations from raised group by 1),
person as (
  select agent from handled union select agent from reply union select agent from raised)
select p.agent::text as id, u.name, u.active, o.*, d.days, w.ms as "wallMs", k.ms as "weightedMs", r.frt, r."onTime",
       coalesce(e.escalations, 0) as escalations
from person p
left join users u on u.id = p.agent
left join outcome o using (agent)
left join days d using (agent)
left join wall w using (agent)
left join weighted k using (agent)
left join replies r using (agent)
left join raises e using (agent)
where $11::uuid is null or p.agent = $11
order by o.handled desc nulls last, u.name collate "C", p.agent`;

/** Which of a person's tickets a part has, and how often each counts where the figure counts what happened. */
const PARTS: Record<AgentPart, { where: string; times?: string }> = {
  handled: { where: 'handled' },
  'active-days': { where: 'handled', times: 'days' },
  replied: { where: '"replyMs" is not null' },
  'on-time': { where: '"onTime"' },
  fcr: { where: '"firstContact" is not null' },
  'first-contact': { where: '"firstContact"' },
  reopen: { where: 'reopened is not null' },
  reopened: { where: 'reopened' },
  reopenings: { where: 'handled and reopenings > 0', times: 'reopenings' },
  escalated: { where: 'escalations > 0', times: 'escalations' },
};

/** The tickets behind a person's row or one of its figures, by id: $10 the person, after $11, $12 at most; $13 the zone, $14 what the caller sees. */
export function agentTicketsSql(part?: AgentPart): string {
  const { where, times = 'null::int' } = part === undefined ? { where: 'true' } : PARTS[part];
  return `with recursive ${ASKED}, ${WORK}, ${FCR},
mine as (
  select root as id from handled where agent = $10::uuid
  union select id from reply where agent = $10::uuid
  union select id from raised where agent = $10::uuid),
touched as (
  select root, sum(${msBetween('from_at', 'to_at')})::double precision as ms from active where agent = $10::uuid group by 1),
day as (
  select r.root, count(distinct (w.exited_at at time zone $13)::date)::int as days
  from worked w join root_of r on r.id = w.ticket_id where $10::uuid = any(w.agents) group by 1),
raises as (
  select id, count(*)::int as escalations from raised where agent = $10::uuid group by 1),
told as (
  select t.id, t.subject, t.sop_id as sop, t.sop_version as version, t.status, t.team, t.created_at as "createdAt",
         h.root is not null as handled, coalesce(h.visits, 0) as visits, coalesce(d.days, 0) as days,
         coalesce(o.ms, 0) as "touchMs", r.ms::double precision as "replyMs",
         case when r.id is not null then r.on_time is true end as "onTime",
         case when h.root is not null and f.state = 'counted' then f.gross end as "firstContact",
         case when h.root is not null and c.status <> 'cancelled' and c.window_end <= $7 then ${REOPENED} end as reopened,
         coalesce(c.reopenings, 0) as reopenings, coalesce(e.escalations, 0) as escalations, ${seenSql('t', '$14')} as seen
  from mine m join tickets t on t.id = m.id
  left join handled h on h.root = t.id and h.agent = $10::uuid
  left join touched o on o.root = t.id
  left join day d on d.root = t.id
  left join reply r on r.id = t.id and r.agent = $10::uuid
  left join raises e on e.id = t.id
  left join fcr f on f.id = t.id
  left join fcr_case c on c.id = t.id),
listed as (
  select *, ${times} as times from told where ${where}),
page as (
  select id::text as "ticketId", subject, sop, version, status, team, "createdAt", handled, visits, "touchMs", "replyMs",
         "onTime", "firstContact", reopened, escalations, times
  from listed where seen and id > $11::bigint order by id limit $12)
${pagedSql({ total: 'count(*)', hidden: HIDDEN, sum: 'sum(times)' }, 'page."ticketId"::bigint')}`;
}
