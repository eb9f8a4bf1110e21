import type pg from 'pg';

/** One personal value that was erased. `ref`: audit SEQ, message ID#FIELD, or history TICKET/SEQ#FIELD; without a field the whole row. */
export interface Erasure {
  kind: string;
  ref: string;
}

/** What was erased so far: to be read before a restore, and kept with the heads. */
export async function listErasures(client: pg.Pool | pg.ClientBase): Promise<Erasure[]> {
  const { rows } = await client.query<Erasure>('select kind, ref from erasures order by id');
  return rows;
}

/**
 * Erases again what a restored database brought back; answers how many values that were. Without a list: what that
 * database itself remembers.
 */
export async function reapplyErasures(client: pg.Pool | pg.ClientBase, list?: Erasure[]): Promise<number> {
  const { rows } = await client.query<{ erased: string }>(
    `select count(*) filter (where case kind
         when 'audit' then erase_audit(ref::bigint)
         when 'message' then erase_message(key::bigint, field)
         when 'history' then erase_history(split_part(key, '/', 1)::bigint, split_part(key, '/', 2)::int, field)
       end) as erased
     from (select kind, ref, split_part(ref, '#', 1) as key, substring(ref from '#(.*)$') as field
       from jsonb_to_recordset($1::jsonb) as r(kind text, ref text)) list`,
    [JSON.stringify(list ?? (await listErasures(client)))],
  );
  return Number(rows[0]?.erased ?? 0);
}
