import type pg from 'pg';

/** One personal value that was erased. `ref`: audit SEQ, message ID, or history TICKET/SEQ. */
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
         when 'message' then erase_message(ref::bigint)
         when 'history' then erase_history(split_part(ref, '/', 1)::bigint, split_part(ref, '/', 2)::int)
       end) as erased
     from jsonb_to_recordset($1::jsonb) as r(kind text, ref text)`,
    [JSON.stringify(list ?? (await listErasures(client)))],
  );
  return Number(rows[0]?.erased ?? 0);
}
