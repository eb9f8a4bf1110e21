import { isErased } from './audit-sql.js';

/**
 * The seal over history and messages, as it must be. All of it is written out here and not asked of functions of the
 * database: who could change the rows could change those too.
 */
const fieldIf = (column: string, key: string, path: string): string =>
  `case when ${column} ? '${key}' then jsonb_build_object('${path}', ${column} -> '${key}') else '{}' end`;

const HISTORY_PERSONAL = `case when data is null then '{}'
    when jsonb_typeof(data) = 'object' and data <> '{}'
      then (select jsonb_object_agg('data.' || d.key, d.value) from jsonb_each(data) d)
    else jsonb_build_object('data', data) end
  || case when facts is null then '{}' else jsonb_build_object('facts', facts) end
  || ${fieldIf('actor', 'name', 'actor.name')} || ${fieldIf('recorded_by', 'name', 'recorded_by.name')}
  || ${fieldIf('escalation', 'reason', 'escalation.reason')}`;
const MESSAGE_PERSONAL = `jsonb_build_object('body', body)
  || ${fieldIf('author', 'name', 'author.name')} || ${fieldIf('recorded_by', 'name', 'recorded_by.name')}`;

const HISTORY_CONTENT = `jsonb_build_array('history', ticket_id, seq, (extract(epoch from at) * 1000)::bigint, type, cause,
  steps, actor - 'name', recorded_by - 'name', escalation - 'reason', command_id, pg_catalog.encode(digest, 'hex'))`;
const MESSAGE_CONTENT = `jsonb_build_array('message', id, ticket_id, seq, (extract(epoch from at) * 1000)::bigint, "from",
  author - 'name', recorded_by - 'name', internal, closing, pg_catalog.encode(digest, 'hex'))`;

const FIELD_SALT = `case when salt is null then pg_catalog.decode(erased #>> array['salts', p.key], 'hex')
  else pg_catalog.sha256(salt || pg_catalog.convert_to(p.key, 'UTF8')) end`;
const DIGEST = `(select pg_catalog.sha256(pg_catalog.convert_to((coalesce(erased -> 'digests', '{}') || coalesce(
    jsonb_object_agg(p.key, pg_catalog.encode(pg_catalog.sha256(${FIELD_SALT}
      || pg_catalog.convert_to(p.value::text, 'UTF8')), 'hex')), '{}'))::text, 'UTF8'))
  from jsonb_each(personal) p where not coalesce(erased -> 'digests' ? p.key, false))`;

/** Erased fields are empty, remembered as erased, and recorded. */
const IS_ERASED_RIGHTLY = `(erased is null or not exists (
  select from jsonb_each(erased -> 'digests') f where coalesce(personal -> f.key, 'null') not in ('null', '""')
    or not ${isErased('r.kind', "r.erasure, r.erasure || '#' || f.key")}))`;

/**
 * What is dear is done for each row by itself, before the rows are brought into the order of their chains: so that it is
 * done by several processes, and only what is small is sorted. `offset 0` keeps a row's values from being made twice.
 */
const checkRows = (
  table: string,
  parts: { kind: string; id: string; personal: string; content: string },
): string => `
  select '${table}' as place, ticket_id, link, seq, id, seal,
    pg_catalog.sha256(pg_catalog.convert_to(content::text, 'UTF8')) as content,
    ${DIGEST} is not distinct from digest and ${IS_ERASED_RIGHTLY} as is_personal
  from (
    select ticket_id, link, seq, ${parts.id} as id, seal, salt, erased, digest, ${parts.kind}
      ${parts.personal} as personal, ${parts.content} as content
    from ${table} offset 0) r`;

const ROWS = `${checkRows('history', {
  kind: `'history' as kind, ticket_id || '/' || seq as erasure,`,
  id: 'null::bigint',
  personal: HISTORY_PERSONAL,
  content: HISTORY_CONTENT,
})}
  union all ${checkRows('messages', {
    kind: `'message' as kind, id::text as erasure,`,
    id: 'id',
    personal: MESSAGE_PERSONAL,
    content: MESSAGE_CONTENT,
  })}`;

const REF = `ticket_id || '/' || seq || coalesce(' #' || id, '')`;

/** Rows that are not as they were written, with the row of the ticket before; at most $1. */
export const FIND_BROKEN_SEALS = `
  select ticket_id::text as ticket, place, ${REF} as ref, before_place,
    ticket_id || '/' || before_seq || coalesce(' #' || before_id, '') as before_ref, is_linked, is_content, is_personal
  from (
    select *, pg_catalog.sha256(prev || content) is not distinct from seal as is_content,
      link is not distinct from before_link + 1 as is_linked
    from (
      select *, lag(place) over by_link as before_place, lag(seq) over by_link as before_seq,
        lag(id) over by_link as before_id, coalesce(lag(link) over by_link, 0) as before_link,
        coalesce(lag(seal) over by_link, pg_catalog.decode(pg_catalog.repeat('00', 32), 'hex')) as prev
      from (${ROWS}) r window by_link as (partition by ticket_id order by link nulls last)) checked) result
  where not (is_linked and is_content and is_personal) order by ticket_id, link nulls last limit $1`;

/** Tickets whose chain does not end where it must; at most $1. */
export const FIND_BROKEN_ENDS = `
  select coalesce(s.ticket_id, r.ticket_id)::text as ticket from ticket_seals s
  full join (
    select ticket_id, count(*) as links, max(link) as last from (
      select ticket_id, link from history union all select ticket_id, link from messages) l group by ticket_id) r
    on r.ticket_id = s.ticket_id
  left join history h on h.ticket_id = s.ticket_id and h.link = s.links
  left join messages m on m.ticket_id = s.ticket_id and m.link = s.links
  where s.ticket_id is null or r.ticket_id is null or r.links <> s.links or r.last <> s.links
    or coalesce(h.seal, m.seal) is distinct from s.seal
  order by coalesce(s.ticket_id, r.ticket_id) limit $1`;
