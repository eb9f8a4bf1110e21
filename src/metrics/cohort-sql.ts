/** Which cases a figure is asked for. `teams`: the caller's reach and the filter together; null: all. */
export interface FigureFilter {
  teams: string[] | null;
  channel: string | null;
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
 * The parameters $1…$8 that all figures share. `asked` names and types each of them, so that a query may leave some unused.
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
  ];
}

export const ASKED = `asked as (
  select $1::timestamptz as from_at, $2::timestamptz as to_at, $3::text[] as teams, $4::text as channel,
         $5::text as sop, $6::int as version, $7::timestamptz as as_of, $8::jsonb as windows)`;

/** Whole milliseconds between two instants. */
export function msBetween(from: string, to: string): string {
  return `(extract(epoch from (${to} - ${from})) * 1000)::bigint`;
}

/** Tickets created in the range that pass the filter; merged ones too, to be counted as left out. */
export const COHORT = `cohort as materialized (
  select t.* from tickets t
  where t.created_at >= $1 and t.created_at < $2
    and ($3::text[] is null or t.team = any($3))
    and ($4::text is null or t.channel = $4)
    and ($5::text is null or t.sop_id = $5)
    and ($6::int is null or t.sop_version = $6))`;

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

/** `fcr_case`: rows of `source` with the end of their window after the first resolution (definition sections 1 and 6). */
export function windowSql(source: string): string {
  return `fcr_window as (
  select w.sop, w.version, w.ms from asked, jsonb_to_recordset(asked.windows) as w(sop text, version int, ms bigint)),
fcr_case as (
  select t.*, t.first_resolved_at + coalesce(w.ms, ${DEFAULT_WINDOW_MS}) * interval '1 millisecond' as window_end
  from ${source} t left join fcr_window w on w.sop = t.sop_id and w.version = t.sop_version)`;
}

/**
 * `fcr(id, state, gross, strict, policy)`: how each ticket of `source` (rows of `tickets`) counts for first contact
 * resolution (definition section 1). `state` is `counted` or why the ticket is left out:
 * - `merged`: counts with the ticket it was merged into · `cancelled` · `repeat`: a further contact of an earlier issue
 * - `open`: not resolved yet · `immature`: resolved, but its window is still open.
 * `gross`: not reopened, and no further contact within the window after the first resolution: no other ticket of the
 * issue, no ticket merged into this one after it was resolved, no customer message but a closing one.
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
      select 1 from tickets e where e.issue_key = t.issue_key and e.status <> 'merged'
        and e.created_at <= t.created_at and (e.created_at, e.id) < (t.created_at, t.id)) then 'repeat'
    when t.first_resolved_at is null then 'open'
    when t.window_end > $7 then 'immature'
    else 'counted' end as state
  from fcr_case t),
fcr_returned as (
  select t.id from fcr_state t join family f on f.root = t.id join messages m on m.ticket_id = f.id
  where m."from" = 'customer' and not m.closing and not m.internal
    and m.at > t.first_resolved_at and m.at <= t.window_end
  union
  select t.id from fcr_state t join family f on f.root = t.id and f.id <> t.id join history h on h.ticket_id = f.id
  where h.type = 'merged' and h.at > t.first_resolved_at and h.at <= t.window_end),
fcr_moved as (
  select f.root as id from family f join tickets c on c.id = f.id
  where c.escalations + c.transfers + c.handovers > 0 group by 1),
fcr_policy as (
  select f.root as id from family f join visits v on v.ticket_id = f.id where v.policy
  union
  select f.root from family f join tickets c on c.id = f.id where c.open_visits @> '[{"policy": true}]'),
fcr as (
  select t.id, t.state, g.met as gross, g.met and m.id is null as strict, p.id is not null as policy
  from fcr_state t
  left join fcr_returned r on r.id = t.id
  left join fcr_moved m on m.id = t.id
  left join fcr_policy p on p.id = t.id
  cross join lateral (select
    t.state = 'counted' and r.id is null and (t.first_reopened_at <= t.window_end) is not true
    and not exists (
      select 1 from tickets l where t.issue_key <> '' and l.issue_key = t.issue_key and l.status <> 'merged'
        and l.created_at >= t.created_at and l.created_at <= t.window_end
        and (l.created_at, l.id) > (t.created_at, t.id)) as met) g)`;
}

/** A JSON object {n, sum, percentiles} of a duration in ms over the rows that `where` names (definition section 0). */
export function summarySql(ms: string, where: string): string {
  return `jsonb_build_object(
    'n', count(*) filter (where ${where}),
    'sum', sum(${ms}) filter (where ${where}),
    'percentiles', to_jsonb(percentile_cont(array[0.5, 0.9, 0.95])
      within group (order by (${ms})::double precision) filter (where ${where})))`;
}
