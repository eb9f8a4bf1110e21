import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** In `settings`. */
const KEY = 'installation';

/**
 * What tells this installation from others that share a Redis with it. It is made once and kept with the data. Tables
 * that were copied to another place know by `home` that they are: a copy is an installation of its own.
 */
export async function installationId(pool: pg.Pool): Promise<string> {
  await pool.query(
    `insert into settings (key, value)
     select $1, jsonb_build_object('id', $2::text, 'home', d.oid || '/' || 'settings'::regclass::oid)
       from pg_database d where d.datname = current_database()
     on conflict (key) do update set value = excluded.value
       where settings.value->>'home' is distinct from excluded.value->>'home'`,
    [KEY, randomUUID()],
  );
  const { rows } = await pool.query<{ id: string }>(
    `select value->>'id' as id from settings where key = $1`,
    [KEY],
  );
  return String(rows[0]?.id);
}
