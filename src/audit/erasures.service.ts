import type pg from 'pg';

/**
 * One personal value that was erased. `ref`: audit SEQ, message ID#FIELD, or history TICKET/SEQ#FIELD; without a field
 * the whole row. `digest` (hex): the salted one of its row, which stays. Numbers are given out again by another
 * database, a digest never is: only with it does a number name a row.
 */
export interface Erasure {
  kind: string;
  ref: string;
  digest: string;
}

export interface Reapplied {
  /** Values that were brought back and are erased again. */
  erased: number;
  /** Erasures of rows that are not here, or are others under the same number. */
  unknown: number;
}

/** What was erased so far: to be read before a restore, and kept elsewhere. */
export async function listErasures(client: pg.Pool | pg.ClientBase): Promise<Erasure[]> {
  const { rows } = await client.query<Erasure>(
    `select kind, ref, encode(digest, 'hex') as digest from erasures order by id`,
  );
  return rows;
}

/**
 * Erases again what a restored database brought back, and remembers the rest of the list: a later restore may bring that
 * back.
 */
export async function reapplyErasures(
  client: pg.Pool | pg.ClientBase,
  list: readonly Erasure[],
): Promise<Reapplied> {
  const values = [JSON.stringify(list)];
  const { rows } = await client.query<{ erased: string; unknown: string }>(
    `select count(*) filter (where case when not is_here then false else case kind
         when 'audit' then erase_audit(ref::bigint)
         when 'message' then erase_message(key::bigint, field)
         when 'history' then erase_history(split_part(key, '/', 1)::bigint, split_part(key, '/', 2)::int, field)
       end end) as erased, count(*) filter (where not is_here) as unknown
     from (select kind, ref, split_part(ref, '#', 1) as key, substring(ref from '#(.*)$') as field,
         coalesce(erasure_digest(kind, ref) = decode(digest, 'hex'), false) as is_here
       from (select distinct * from jsonb_to_recordset($1::jsonb) as r(kind text, ref text, digest text)) r) list`,
    values,
  );
  await client.query(
    `insert into erasures (kind, ref, digest) select kind, ref, decode(digest, 'hex')
       from jsonb_to_recordset($1::jsonb) as r(kind text, ref text, digest text) on conflict do nothing`,
    values,
  );
  return { erased: Number(rows[0]?.erased ?? 0), unknown: Number(rows[0]?.unknown ?? 0) };
}
