/** Writes entries ($1: an array of them). Sequence, digests and hashes are made by the table's trigger. */
export const WRITE_AUDIT = `
  insert into audit (at, actor_kind, actor_id, act, outcome, about_kind, about_id, tickets, request_id, data, personal)
  select r.at, r.actor_kind, r.actor_id, r.act, r.outcome, r.about_kind, r.about_id, r.tickets, r.request_id,
    coalesce(r.data, '{}'), r.personal
  from jsonb_to_recordset($1::jsonb) as r(at timestamptz, actor_kind text, actor_id text, act text, outcome text,
    about_kind text, about_id text, tickets text[], request_id text, data jsonb, personal jsonb)`;

/**
 * The content that a row's hash covers, written out here and not asked of a function of the database: who could change
 * the rows could change that too.
 */
const HASH = `pg_catalog.sha256(prev || pg_catalog.convert_to(pg_catalog.jsonb_build_array(seq, day::text,
  (extract(epoch from at) * 1000)::bigint, actor_kind, actor_id, act, outcome, about_kind, about_id, tickets,
  request_id, data, pg_catalog.encode(digest, 'hex'))::text, 'UTF8'))`;

/**
 * That a value was erased, not only wiped: it is remembered with the digest of its row, and stands in the record. The
 * names are those of columns; an older erasure is of a whole row and names no field.
 */
export const isErased = (kind: string, refs: string): string => `exists (
  select from erasures e join audit noted on noted.act = 'personal.erased' and noted.about_kind = e.kind
    and noted.about_id = e.ref and noted.outcome = 'done'
  where e.kind = ${kind} and e.ref in (${refs}) and e.digest = r.digest)`;

/**
 * Rows of the record that are not as they were written; at most $1. What is dear is done for each row by itself, before
 * they are brought into order, so that several processes do it.
 */
export const FIND_BREACHES = `
  select seq, before, is_content, is_linked, is_personal from (
    select seq, is_content, is_personal,
      pg_catalog.lag(seq) over by_seq as before,
      coalesce(pg_catalog.lag(hash) over by_seq, pg_catalog.decode(pg_catalog.repeat('00', 32), 'hex')) = prev
        and coalesce(pg_catalog.lag(seq) over by_seq, 0) + 1 = seq
        and coalesce(pg_catalog.lag(day) over by_seq, day) <= day as is_linked
    from (
      select seq, day, prev, hash, ${HASH} is not distinct from hash as is_content,
        case when personal is null then salt is null and (digest is null or ${isErased("'audit'", 'r.seq::text')})
          else salt is not null
            and pg_catalog.sha256(salt || pg_catalog.convert_to(personal::text, 'UTF8')) is not distinct from digest end
          as is_personal
      from audit r offset 0) r window by_seq as (order by seq)) checked
  where not (is_content and is_linked and is_personal) order by seq limit $1`;

/** For the time of a check: its rows are few bytes each but dear to make, which the planner does not know. */
export const SHARE_WORK = `
  set local parallel_setup_cost = 0; set local parallel_tuple_cost = 0; set local min_parallel_table_scan_size = 0;
  set local work_mem = '64MB'; set local jit = off`;

/** What the rows amount to, beside what is kept as the newest. */
export const READ_ENDS = `
  select h.seq as kept_seq, pg_catalog.encode(h.hash, 'hex') as kept_hash, h.day::text as kept_day,
    coalesce(l.seq, 0) as last_seq, pg_catalog.encode(l.hash, 'hex') as last_hash,
    (select count(*) from audit) as rows
  from audit_head h left join lateral (select seq, hash from audit order by seq desc limit 1) l on true where h.id = 1`;

/** Anchors whose row is not there, or is another. */
export const FIND_WRONG_ANCHORS = `
  select a.day::text as day, a.seq from audit_anchors a left join audit r on r.seq = a.seq
  where r.hash is distinct from a.hash or r.day is distinct from a.day order by a.day limit 100`;

/** Days that are over and have no anchor. */
export const FIND_MISSING_ANCHORS = `
  select d.day::text as day from (select distinct day from audit) d
  where d.day < (select max(day) from audit) and not exists (select from audit_anchors a where a.day = d.day)
  order by d.day limit 100`;

/** The events of a ticket are numbered from 1 without a gap, up to its version. */
export const FIND_GAPS = `
  select t.id::text as ticket, t.version, count(h.seq)::int as events from tickets t
  left join history h on h.ticket_id = t.id
  group by t.id, t.version
  having count(h.seq) <> t.version or min(h.seq) <> 1 or max(h.seq) <> t.version
  order by t.id limit $1`;
