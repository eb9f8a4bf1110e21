import { ASKED, familySql, fcrSql, heldVisit, summarySql } from '../shared/cohort-sql.js';

/** The parts of a dwell, as columns of `step_visits` and as names in the answer (definition section 8). */
export const PARTS = {
  queue: 'queue_ms',
  touch: 'touch_ms',
  customer: 'customer_ms',
  external: 'external_ms',
  offShift: 'off_shift_ms',
  join: 'join_ms',
} as const;
export type PartName = keyof typeof PARTS;

/** The dwell of a finished visit in ms: its parts add up to it. */
const DWELL = Object.values(PARTS)
  .map((column) => `v.${column}`)
  .join(' + ');

/**
 * `asked_visit`: the visits that were entered in the range and pass the filter, with what is asked of their tickets. A visit
 * counts under its own team and those who held it.
 */
export const ASKED_VISITS = `asked_visit as materialized (
  select s.*, t.subject, t.status from step_visits s join tickets t on t.id = s.ticket_id
  where s.entered_at >= $1 and s.entered_at < $2
    and ($3::text[] is null or s.team = any($3))
    and ($4::text is null or t.channel = $4)
    and ($5::text is null or s.sop_id = $5)
    and ($6::int is null or s.sop_version = $6)
    and ${heldVisit('s')})`;

/**
 * `visit`: the visits that were entered in the range and pass the filter, with the ticket they count with (`root`),
 * and whether they lie on the critical path. In a parallel state the critical path goes through the region that was
 * done last (the first by name if several were); waiting for the other regions is never on it (definition section 8).
 */
export const VISITS = `${ASKED_VISITS},
climb(id, at) as (
  select distinct ticket_id, ticket_id from asked_visit
  union
  select c.id, t.merged_into from climb c join tickets t on t.id = c.at where t.merged_into is not null),
root_of as (
  select c.id, c.at as root from climb c join tickets t on t.id = c.at where t.merged_into is null),
region_done as (
  select s.ticket_id, r ->> 'fork' as fork, (r ->> 'seq')::int as seq, r ->> 'region' as region,
         max(coalesce(s.exited_at, 'infinity')) filter (where s.kind <> 'joined') as done_at
  from step_visits s cross join lateral jsonb_array_elements(s.regions) r
  where s.ticket_id in (select ticket_id from asked_visit where jsonb_array_length(regions) > 0)
  group by 1, 2, 3, 4),
critical_region as (
  select distinct on (ticket_id, fork, seq) ticket_id, fork, seq, region
  from region_done order by ticket_id, fork, seq, done_at desc nulls last, region collate "C"),
off_path as (
  select distinct v.ticket_id, v.no
  from (select ticket_id, no, r ->> 'fork' as fork, (r ->> 'seq')::int as seq, r ->> 'region' as region
        from asked_visit cross join lateral jsonb_array_elements(regions) r) v
  left join critical_region c using (ticket_id, fork, seq, region)
  where c.ticket_id is null),
visit as (
  select v.*, coalesce(o.root, v.ticket_id) as root, ${DWELL} as dwell_ms,
         v.kind <> 'joined' and p.no is null as critical
  from asked_visit v
  left join root_of o on o.id = v.ticket_id
  left join off_path p on p.ticket_id = v.ticket_id and p.no = v.no)`;

/**
 * `numbered`: `visit` with `nth`, the how manieth stay of its ticket in the step it is over the ticket's whole life, whatever
 * the range and the filter (definition section 9). What was merged into a ticket is numbered for itself: it is no rework of
 * the other.
 */
export const NUMBERED = `life as (
  select ticket_id, no,
         row_number() over (partition by ticket_id, sop_version, step order by entered_at, no)::int as nth
  from step_visits where ticket_id in (select ticket_id from asked_visit)),
numbered as (
  select v.*, l.nth from visit v join life l on l.ticket_id = v.ticket_id and l.no = v.no)`;

/** A visit that was left. */
export const CLOSED = 'exited_at is not null';
/** A visit's target was missed: definition section 7. */
export const BREACHED = `sla_due_at is not null and (sla_breached or coalesce(exited_at, $7) > sla_due_at)`;

/** One row per SOP version and step: definitions 7, 8, 9 and, from the critical sums, 10. */
export const STEP_ROWS = `with recursive ${ASKED}, ${VISITS}, ${NUMBERED},
passed as (
  select t.* from tickets t where t.id in (select root from visit)),
${familySql('passed')}, ${fcrSql('passed')},
step_fcr as (
  select x.sop_id, x.sop_version, x.step,
         (count(*) filter (where f.state = 'counted'))::int as n,
         (count(*) filter (where f.gross))::int as gross,
         (count(*) filter (where f.state = 'immature'))::int as immature,
         (count(*) filter (where f.state = 'open'))::int as open,
         (count(*) filter (where f.state = 'cancelled'))::int as cancelled,
         (count(*) filter (where f.state = 'repeat'))::int as repeat
  from (select distinct sop_id, sop_version, step, root from visit) x join fcr f on f.id = x.root
  group by 1, 2, 3),
leaving as (
  select sop_id, sop_version, step, jsonb_object_agg(left_by, visits) as events
  from (select sop_id, sop_version, step, left_by, count(*)::int as visits
        from visit where ${CLOSED} group by 1, 2, 3, 4) l
  group by 1, 2, 3),
total as (
  select sop_id, sop_version, step, max(kind) as kind,
         count(*)::int as visits,
         count(distinct root)::int as tickets,
         (count(*) filter (where nth > 1))::int as again,
         (count(*) filter (where exited_at is null))::int as "openVisits",
         (count(distinct root) filter (where escalated))::int as escalated,
         (count(*) filter (where failed))::int as failed,
         (count(*) filter (where sla_due_at is not null and ${CLOSED} and not (${BREACHED})))::int as "slaMet",
         (count(*) filter (where ${BREACHED}))::int as "slaBreached",
         (count(*) filter (where sla_due_at is not null and exited_at is null and not (${BREACHED})))::int as "slaPending",
         coalesce(sum(dwell_ms) filter (where critical and ${CLOSED}), 0)::double precision as "criticalMs",
         coalesce(sum(dwell_ms - touch_ms) filter (where critical and ${CLOSED}), 0)::double precision as "criticalIdleMs",
         ${summarySql('dwell_ms', CLOSED)} as dwell,
         jsonb_build_object(${Object.entries(PARTS)
           .map(([name, column]) => `'${name}', ${summarySql(column, CLOSED)}`)
           .join(', ')}) as parts
  from numbered group by 1, 2, 3)
select t.*, t.sop_id as sop, t.sop_version as version, l.events as leaving, to_jsonb(f) as fcr
from total t
left join leaving l using (sop_id, sop_version, step)
left join step_fcr f using (sop_id, sop_version, step)
order by t.sop_id, t.sop_version, t.step collate "C"`;
