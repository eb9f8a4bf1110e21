import { ASKED, passesFilter, seenSql } from '../shared/cohort-sql.js';
import { HIDDEN, pagedSql } from '../shared/paged.js';

/*
 * When tickets were open: from the history, so that a ticket that was reopened counts with all its times. A merged ticket
 * is part of the backlog until it is merged. $1 is not used: what is open may have begun long before.
 */

/**
 * `change(ticket_id, seq, at, what)`: `created`, `resolved`, `reopened`, `cancelled` and `merged` before $2 of the tickets
 * that pass the filter. While a ticket is open its history names the steps in which it is.
 */
const CHANGES = `wanted as materialized (
  select t.* from tickets t where t.created_at < $2 and ${passesFilter('t')}),
moment as (
  select h.ticket_id, h.seq, h.at, h.type, cardinality(h.steps) > 0 as open,
         lag(cardinality(h.steps) > 0, 1, true) over (partition by h.ticket_id order by h.seq) as was_open
  from history h join wanted t on t.id = h.ticket_id
  where h.at < $2 and (h.seq = 1 or cardinality(h.steps) = 0 or h.type = 'reopened')),
change as (
  select id as ticket_id, 1 as seq, created_at as at, 'created' as what from wanted
  union all
  select ticket_id, seq, at,
         case when open then 'reopened' when type in ('cancelled', 'merged') then type else 'resolved' end
  from moment where open <> was_open)`;

/** How often what happened in each bucket; $10 the starts of the buckets, 0: before the first. */
export const BACKLOG = `with ${ASKED}, ${CHANGES}
select width_bucket(at, $10::timestamptz[])::int as bucket, what, count(*)::int as count
from change group by 1, 2`;

/**
 * The tickets behind a point of the backlog: $10 what happened to them in [$1, $2), or `open`: at $2; after ticket $11 and
 * its change $12, $13 at most; $14 what the caller sees.
 */
export const BACKLOG_TICKETS = `with ${ASKED}, ${CHANGES},
state as (
  select distinct on (ticket_id) ticket_id, seq, at, what from change
  order by ticket_id, seq desc, (what = 'created')),
found as (
  select ticket_id, seq, at from change where what = $10 and at >= $1
  union all
  select ticket_id, seq, at from state where $10 = 'open' and what in ('created', 'reopened')),
listed as (
  select f.*, ${seenSql('t', '$14')} as seen from found f join wanted t on t.id = f.ticket_id),
page as (
select t.id::text as "ticketId", t.subject, t.sop_id as sop, t.sop_version as version, t.status, t.team, t.channel, t.priority,
       t.created_at as "createdAt", l.at, l.seq
from listed l join wanted t on t.id = l.ticket_id
where l.seen and (l.ticket_id, l.seq) > ($11::bigint, $12::int)
order by l.ticket_id, l.seq limit $13)
${pagedSql({ total: 'count(*)', hidden: HIDDEN }, 'page."ticketId"::bigint, page.seq')}`;
