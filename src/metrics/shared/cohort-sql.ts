import { SHARES } from './figures.js';

/** Which tickets a caller sees who does not see all: those of `teams`, and those that they opened (`self`). */
export interface Sight {
  teams: string[];
  self: string | null;
}

/**
 * Which cases a figure is asked for. `teams`: the caller's reach and the filter together; null: all. `sight`: what lists
 * may show of them; absent: everything.
 */
export interface FigureFilter {
  teams: string[] | null;
  sight?: Sight;
  channel: string | null;
  /** Only what this person worked in; absent or null: everybody. */
  agent?: string | null;
  sop: string | null;
  version: number | null;
}

export interface FigureScope extends FigureFilter {
  from: number;
  to: number;
  /** The instant at which the figures hold. */
  asOf: number;
}

/** An FCR window that an SOP sets itself, in ms. */
export interface FcrWindow {
  sop: string;
  version: number;
  ms: number;
}

/** Seven days, the window of SOPs that say nothing (definition section 1). */
export const DEFAULT_WINDOW_MS = 7 * 86_400_000;

/**
 * The parameters $1…$9 that all figures share. `asked` names and types each of them, so that a query may leave some unused.
 */
export function scopeValues(scope: FigureScope, windows: FcrWindow[]): unknown[] {
  return [
    new Date(scope.from),
    new Date(scope.to),
    scope.teams,
    scope.channel,
    scope.sop,
    scope.version,
    new Date(scope.asOf),
    JSON.stringify(windows),
    scope.agent ?? null,
  ];
}

export const ASKED = `asked as (
  select $1::timestamptz as from_at, $2::timestamptz as to_at, $3::text[] as teams, $4::text as channel,
         $5::text as sop, $6::int as version, $7::timestamptz as as_of, $8::jsonb as windows,
         $9::uuid as agent)`;

/** Whole milliseconds between two instants. */
export function msBetween(from: string, to: string): string {
  return `(extract(epoch from (${to} - ${from})) * 1000)::bigint`;
}

/** A team of $3 has, or had before it went on to another one, a visit in the ticket `t` itself. */
const hadVisit = (t: string): string => `(
  exists (select from visits v where v.ticket_id = ${t}.id and v.team = any($3))
  or exists (select from jsonb_array_elements(${t}.open_visits) v where v ->> 'team' = any($3))
  or ${t}.escalations + ${t}.transfers > 0 and exists (
    select from history h where h.ticket_id = ${t}.id
      and (h.escalation ->> 'fromTeam' = any($3)
           or h.type in ('transferred', 'handed-back') and h.data ->> 'fromTeam' = any($3))))`;

/** What was merged into the ticket `t`, directly or through others, has one that `passes`; or it does itself. */
const inFamily = (t: string, passes: (t: string) => string): string => `${passes(t)} or exists (
  with recursive part(id) as (
    select m.id from tickets m where m.merged_into = ${t}.id
    union select m.id from part p join tickets m on m.merged_into = p.id)
  select from part p join tickets m on m.id = p.id where ${passes('m')})`;

/** The person $9 has, or had, a visit in the ticket `t` itself. */
const wasHeld = (t: string): string => `$9::uuid = any(${t}.handlers)`;

/**
 * A team of $3, and the person $9, worked in the case of the ticket `t`: has a visit in it or in what was merged into it (definition
 * section 0). Wherever the ticket stands now does not matter.
 */
export const workedIn = (t: string): string => `($3::text[] is null or ${inFamily(t, hadVisit)})
    and ($9::uuid is null or ${inFamily(t, wasHeld)})`;

/** The visit `v` passes the filter by person: they held it. */
export const heldVisit = (v: string): string => `($9::uuid is null or $9::uuid = any(${v}.agents))`;

/** The person $9 did what the row `h` of the history tells. */
export const didIt = (h: string): string => `($9::uuid is null or ${h}.actor ->> 'id' = $9::text)`;

/** The ticket `t` passes the filter, whenever it was created. */
export const passesFilter = (t: string): string => `($4::text is null or ${t}.channel = $4)
    and ($5::text is null or ${t}.sop_id = $5)
    and ($6::int is null or ${t}.sop_version = $6)
    and ${workedIn(t)}`;

/** The ticket `t` was created in the range and passes the filter. */
export const IN_COHORT = `t.created_at >= $1 and t.created_at < $2 and ${passesFilter('t')}`;

/** Tickets created in the range that pass the filter; merged ones too, to be counted as left out. */
export const COHORT = `cohort as materialized (
  select t.* from tickets t where ${IN_COHORT})`;

/** The caller may see the ticket `t`, as `maySee` says; `sight` is the parameter with the caller's sight as JSON, null: all. */
export function seenSql(t: string, sight: string): string {
  return `(${sight}::jsonb is null
    or ${sight}::jsonb -> 'teams' ? ${t}.team
    or exists (select from jsonb_array_elements(${t}.open_visits) o where ${sight}::jsonb -> 'teams' ? (o ->> 'team'))
    or (${t}.opened_by ->> 'kind' = 'agent' and ${t}.opened_by ->> 'id' = ${sight}::jsonb ->> 'self') is true)`;
}

/** The parameter for `seenSql`. */
export const sightOf = ({ sight }: FigureFilter): string | null =>
  sight === undefined ? null : JSON.stringify(sight);

/**
 * `family(root, id)`: each ticket of `source` with everything that was merged into it, directly or through others:
 * a merged ticket counts with the one it was merged into (definition section 0). Needs `with recursive`.
 */
export function familySql(source: string): string {
  return `family(root, id) as (
  select id, id from ${source} where status <> 'merged'
  union
  select f.root, c.id from family f join tickets c on c.merged_into = f.id)`;
}

/** The window of a ticket that is joined with `fcr_window w`. */
const WINDOW = `coalesce(w.ms, ${DEFAULT_WINDOW_MS}) * interval '1 millisecond'`;

/** `fcr_case`: rows of `source` with the end of their window after the first resolution (definition sections 1 and 6). */
export function windowSql(source: string): string {
  return `fcr_window as (
  select w.sop, w.version, w.ms from asked, jsonb_to_recordset(asked.windows) as w(sop text, version int, ms bigint)),
fcr_case as (
  select t.*, t.first_resolved_at + ${WINDOW} as window_end
  from ${source} t left join fcr_window w on w.sop = t.sop_id and w.version = t.sop_version)`;
}

/**
 * When the ticket `e` had been resolved for the last time by the instant `at`; null while it was open then. All but a
 * ticket that was reopened more than once says so itself; its history does.
 */
function resolvedSql(e: string, at: string): string {
  return `case
    when ${e}.first_resolved_at is null or ${e}.first_resolved_at > ${at} then null
    when ${e}.first_reopened_at is null or ${e}.first_reopened_at > ${at} then ${e}.first_resolved_at
    when ${e}.resolved_at <= ${at} then ${e}.resolved_at
    when ${e}.reopenings > 1 then (
      select min(h.at) from history h
      where h.ticket_id = ${e}.id and h.at <= ${at} and cardinality(h.steps) = 0 and h.seq > (
        select max(r.seq) from history r where r.ticket_id = ${e}.id and r.type = 'reopened' and r.at <= ${at})) end`;
}

/**
 * `fcr(id, state, gross, strict, policy, broken, broken_at, broken_by, broken_message)`: how each ticket of `source` (rows
 * of `tickets`) counts for first contact resolution (definition section 1). `state` is `counted` or why the ticket is left
 * out:
 * - `merged`: counts with the ticket it was merged into · `cancelled`: the next ticket of the issue is the first
 * - `repeat`: a further contact of an earlier issue, whose last resolution's window was not over when it was opened
 * - `open`: not resolved yet · `immature`: resolved, but its window is still open.
 * `gross`: not reopened, and no further contact within the window after the first resolution: no other ticket of the
 * issue, no ticket merged into this one after it was resolved, no customer message but a closing one. `broken` is the
 * first of these that happened (a message that reopens comes before the reopening), in which ticket and with which message.
 * `strict`: gross, without escalation, transfer or hand-over. `policy`: a step that policy forces was passed,
 * so that `net` leaves the issue out. Needs `family`.
 */
export function fcrSql(source: string): string {
  return `${windowSql(source)},
fcr_state as (
  select t.id, t.issue_key, t.created_at, t.first_resolved_at, t.first_reopened_at, t.window_end, case
    when t.status = 'merged' then 'merged'
    when t.status = 'cancelled' then 'cancelled'
    when t.issue_key <> '' and exists (
      select 1 from tickets e left join fcr_window w on w.sop = e.sop_id and w.version = e.sop_version
      where e.issue_key = t.issue_key and e.status not in ('merged', 'cancelled')
        and e.created_at <= t.created_at and (e.created_at, e.id) < (t.created_at, t.id)
        and (${resolvedSql('e', 't.created_at')} + ${WINDOW} < t.created_at) is not true) then 'repeat'
    when t.first_resolved_at is null then 'open'
    when t.window_end > $7 then 'immature'
    else 'counted' end as state
  from fcr_case t),
fcr_counted as (
  select * from fcr_state where state = 'counted'),
fcr_again as (
  select t.id, m.at, 1 as rank, 'customer-message' as why, m.ticket_id as by_ticket, m.id as by_message
  from fcr_counted t join family f on f.root = t.id join messages m on m.ticket_id = f.id
  where m."from" = 'customer' and not m.closing and not m.internal
    and m.at > t.first_resolved_at and m.at <= t.window_end
  union all
  select t.id, t.first_reopened_at, 2, 'reopened', t.id, null from fcr_counted t
  where t.first_reopened_at <= t.window_end
  union all
  select t.id, h.at, 3, 'repeat-contact', f.id, null
  from fcr_counted t join family f on f.root = t.id and f.id <> t.id join history h on h.ticket_id = f.id
  where h.type = 'merged' and h.at > t.first_resolved_at and h.at <= t.window_end
  union all
  select t.id, l.created_at, 3, 'repeat-contact', l.id, null
  from fcr_counted t join tickets l on t.issue_key <> '' and l.issue_key = t.issue_key and l.status <> 'merged'
    and l.created_at >= t.created_at and l.created_at <= t.window_end
    and (l.created_at, l.id) > (t.created_at, t.id)),
fcr_broken as (
  select distinct on (id) id, at, why, by_ticket, by_message from fcr_again
  order by id, at, rank, by_ticket, by_message),
fcr_moved as (
  select f.root as id from family f join tickets c on c.id = f.id
  where c.escalations + c.transfers + c.handovers > 0 group by 1),
fcr_policy as (
  select f.root as id from family f join visits v on v.ticket_id = f.id where v.policy
  union
  select f.root from family f join tickets c on c.id = f.id where c.open_visits @> '[{"policy": true}]'),
fcr as (
  select t.id, t.state, g.met as gross, g.met and m.id is null as strict, p.id is not null as policy,
         b.why as broken, b.at as broken_at, b.by_ticket as broken_by, b.by_message as broken_message
  from fcr_state t
  left join fcr_broken b on b.id = t.id
  left join fcr_moved m on m.id = t.id
  left join fcr_policy p on p.id = t.id
  cross join lateral (select t.state = 'counted' and b.id is null as met) g)`;
}

/** A JSON object {n, sum, percentiles} of a duration in ms over the rows that `where` names (definition section 0). */
export function summarySql(ms: string, where: string): string {
  return `jsonb_build_object(
    'n', count(*) filter (where ${where}),
    'sum', sum(${ms}) filter (where ${where}),
    'percentiles', to_jsonb(percentile_cont(array[${SHARES.join(', ')}]::float8[])
      within group (order by (${ms})::double precision) filter (where ${where})))`;
}
