/**
 * What ties tickets to the record, so that a head that was kept elsewhere covers their history and messages too.
 */

/** Rows of the record that say where tickets ended, and what is kept of that: both must be of each other. At most $1. */
export const FIND_WRONG_SEAL_ANCHORS = `
  select coalesce(r.seq, a.seq)::text as seq from (
    select seq, jsonb_build_object('tickets', count(*), 'digest', pg_catalog.encode(pg_catalog.sha256(
      string_agg(pg_catalog.int8send(ticket_id) || pg_catalog.int4send(links) || seal, '' order by ticket_id)), 'hex'))
      as data
    from seal_anchors group by seq) a
  full join (select seq, data from audit where act = 'seals.anchored') r on r.seq = a.seq
  where r.data is distinct from a.data order by coalesce(r.seq, a.seq) limit $1`;

/** Tickets that no longer hold a row that the record covered; at most $1. */
export const FIND_LOST_SEALS = `
  select a.ticket_id::text as ticket from seal_anchors a
  left join (
    select ticket_id, link, seal from history union all select ticket_id, link, seal from messages) r
    on r.ticket_id = a.ticket_id and r.link = a.links
  where r.seal is distinct from a.seal group by a.ticket_id order by a.ticket_id limit $1`;

/** Tickets that the record or their chain speaks of, and that are not there; at most $1. */
export const FIND_MISSING_TICKETS = `
  select n.id::text as ticket from (
    select ticket_id as id from ticket_seals
    union select named::bigint from (
      select distinct unnest(tickets) as named from audit
        where outcome = 'done' and act in ('customer.read', 'personal.erased') offset 0) a
      where named ~ '^[0-9]{1,18}$') n
  where not exists (select from tickets t where t.id = n.id) order by n.id limit $1`;
