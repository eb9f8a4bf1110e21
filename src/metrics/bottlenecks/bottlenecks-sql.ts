import { ASKED, seenSql } from '../shared/cohort-sql.js';
import { HIDDEN, pagedSql } from '../shared/paged.js';
import { VISITS } from '../steps/steps-sql.js';

/** What a visit waits for when nobody works on it (definition section 10), as columns of `cause`. */
export const CAUSES = {
  'nobody-free': 'nobody_free_ms',
  batching: 'batching_ms',
  'lower-priority': 'lower_priority_ms',
  'nobody-on-shift': 'off_shift_ms',
  customer: 'customer_ms',
  external: 'external_ms',
  join: 'join_ms',
} as const;
export type Cause = keyof typeof CAUSES;

const WAITED = `(queue_ms + off_shift_ms) * interval '1 millisecond'`;

/**
 * `cause`: the finished visits on the critical path, with their non-touch time by what they waited for. Time in the queue
 * while the team was on shift is taken apart visit by visit. Taken up means the end of the waiting as if it were one piece;
 * the work is taken to be the last of a stay.
 * - `lower-priority`: somebody took a visit first that came later to the same team and tier;
 * - `nobody-free`: nobody did, and a visit of the team was being worked on meanwhile;
 * - `batching`: nobody of the team worked on anything meanwhile, and then it was taken.
 */
export const CAUSE_VISITS = `idle_visit as (
  select *, dwell_ms - touch_ms as idle_ms, entered_at + ${WAITED} as taken_at
  from visit where critical and exited_at is not null),
lane_visit as materialized (
  select team, tier, entered_at, exited_at, entered_at + ${WAITED} as taken_at,
         exited_at - touch_ms * interval '1 millisecond' as worked_from
  from visits
  where kind = 'human' and touch_ms > 0 and exited_at >= $1 and team in (select team from idle_visit)),
overtaking as (
  select ticket_id, no, taken_at > min(lane_taken_at) over (
           partition by team, tier order by entered_at desc
           range between unbounded preceding and interval '1 millisecond' preceding) as overtaken
  from (
    select ticket_id, no, team, tier, entered_at, taken_at, null::timestamptz as lane_taken_at from idle_visit
    union all
    select null, null, team, tier, entered_at, null, taken_at from lane_visit) l),
busyness as (
  select ticket_id, no, entered_at < max(exited_at) over (
           partition by team order by at, exited_at nulls first rows unbounded preceding) as busy
  from (
    select ticket_id, no, team, taken_at as at, entered_at, null::timestamptz as exited_at from idle_visit
    union all
    select null, null, team, worked_from, null, exited_at from lane_visit) p),
cause as (
  select v.*,
         case when coalesce(o.overtaken, false) then queue_ms else 0 end as lower_priority_ms,
         case when not coalesce(o.overtaken, false) and coalesce(b.busy, false) then queue_ms else 0 end as nobody_free_ms,
         case when not coalesce(o.overtaken, false) and not coalesce(b.busy, false) then queue_ms else 0 end as batching_ms
  from idle_visit v
  join overtaking o on o.ticket_id = v.ticket_id and o.no = v.no
  join busyness b on b.ticket_id = v.ticket_id and b.no = v.no)`;

const sum = (column: string): string => `coalesce(sum(${column}), 0)::double precision`;

/** One row per SOP version and step with non-touch time on the critical path: definition section 10; $10 the time zone. */
export const BOTTLENECKS = `with recursive ${ASKED}, ${VISITS}, ${CAUSE_VISITS},
local_hour as (
  select sop_id, sop_version, step, extract(isodow from entered_at at time zone $10)::int as weekday,
         extract(hour from entered_at at time zone $10)::int as hour,
         count(*)::int as visits, ${sum('idle_ms')} as ms
  from cause group by 1, 2, 3, 4, 5),
rhythm as (
  select sop_id, sop_version, step, jsonb_agg(jsonb_build_object(
           'weekday', weekday, 'hour', hour, 'visits', visits, 'ms', ms) order by weekday, hour) as hours
  from local_hour group by 1, 2, 3),
still_open as (
  select sop_id, sop_version, step, count(*)::int as visits, min(entered_at) as oldest
  from visit where exited_at is null group by 1, 2, 3),
total as (
  select sop_id, sop_version, step, max(kind) as kind, mode() within group (order by team) as team,
         count(*)::int as visits, count(distinct root)::int as tickets,
         ${sum('idle_ms')} as "idleMs", stddev_samp(idle_ms)::double precision as "deviationMs", ${sum('touch_ms')} as "touchMs",
         percentile_cont(0.9) within group (order by idle_ms::double precision) as "p90Ms",
         ${Object.entries(CAUSES)
           .map(([name, column]) => `${sum(column)} as "${name}"`)
           .join(', ')}
  from cause group by 1, 2, 3 having sum(idle_ms) > 0)
select t.*, t.sop_id as sop, t.sop_version as version, r.hours,
       coalesce(o.visits, 0) as "openVisits", o.oldest as "oldestOpenAt"
from total t
left join rhythm r using (sop_id, sop_version, step)
left join still_open o using (sop_id, sop_version, step)
order by t."idleMs" desc, t.sop_id, t.sop_version, t.step collate "C"`;

/** How long the same was waited, without why: one row per SOP version and step with non-touch time on the critical path. */
export const WAITS = `with recursive ${ASKED}, ${VISITS}
select sop_id as sop, sop_version as version, step, count(*)::int as visits, ${sum('dwell_ms - touch_ms')} as "idleMs",
       stddev_samp(dwell_ms - touch_ms)::double precision as "deviationMs"
from visit where critical and exited_at is not null
group by 1, 2, 3 having sum(dwell_ms - touch_ms) > 0`;

/**
 * The visits behind a step's row, the longest idle first, also those that never waited: they belong to its means. $10 the
 * step; after the one with $11 idle ms, ticket $12 and visit $13 (or from the beginning when $11 is null), $14 at most. $15: only
 * those that began on that day of the week in the zone $16; null: on any. $17 what the caller sees.
 */
export const BOTTLENECK_VISITS = `with recursive ${ASKED}, ${VISITS}, ${CAUSE_VISITS},
listed as (
  select v.*, ${seenSql('t', '$17')} as seen from cause v join tickets t on t.id = v.ticket_id
  where step = $10 and ($15::int is null or extract(isodow from entered_at at time zone $16)::int = $15)),
page as (
select ticket_id::text as "ticketId", root::text as root, subject, status, sop_id as sop, sop_version as version, step, no,
       kind, team, tier, entered_at as "enteredAt", exited_at as "exitedAt", left_by as "leftBy",
       idle_ms::double precision as "idleMs", touch_ms::double precision as "touchMs",
       ${Object.entries(CAUSES)
         .map(([name, column]) => `${column}::double precision as "${name}"`)
         .join(', ')}
from listed
where seen and ($11::bigint is null or (-idle_ms, ticket_id, no) > (-$11::bigint, $12::bigint, $13::int))
order by idle_ms desc, ticket_id, no limit $14)
${pagedSql({ total: 'count(*)', hidden: HIDDEN, tickets: 'count(distinct root)' }, 'page."idleMs" desc, page."ticketId"::bigint, page.no')}`;
