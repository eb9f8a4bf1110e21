import type pg from 'pg';
import { UnknownColumn, type RowType } from './row-arrays.js';

const READ_TYPES = `
select c.relname as table, c.reltype::int8::float8 as type,
  json_agg(json_build_object('name', a.attname, 'type', a.atttypid::int8) order by a.attnum) as columns
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.oid = any ($1::regclass[]) group by c.oid`;

/** The database's own word on the rows of these tables, by their names. @throws UnknownColumn when one is not there. */
export async function readRowTypes(
  pool: Pick<pg.Pool, 'query'>,
  tables: readonly string[],
): Promise<ReadonlyMap<string, RowType>> {
  const { rows } = await pool.query<RowType>(READ_TYPES, [tables]);
  const types = new Map(rows.map((row) => [row.table, row]));
  const missing = tables.find((table) => !types.has(table));
  if (missing !== undefined) throw new UnknownColumn(`There is no table ${missing}.`);
  return types;
}

/** PostgreSQL found that rows were sent as they were before a column came or went. */
export function areRowsOutdated(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '42804';
}
