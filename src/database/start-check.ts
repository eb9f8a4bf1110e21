import { existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { queueSchemaOf, schemaOf } from '../config-database.js';
import { DatabaseUnusable, EmbeddedDatabaseFailed } from './database-problems.js';
import { dataOf } from './embedded-folder.js';
import { findPending, refuseLesserRole } from './migrate.js';
import { checkReach } from './reach.js';

/** PostgreSQL's code for it. */
const FORBIDDEN = '42501';

/**
 * Looks whether the program can work on the database, and changes nothing there. Throws DatabaseUnusable or
 * MigrationFailed with one line in each language. `withQueues`: BullMQ keeps its jobs there too.
 */
export async function checkDatabase(url: string, withQueues: boolean): Promise<void> {
  await checkReach(url);
  const client = new pg.Client({ connectionString: url, query_timeout: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const pending = await findPending(client);
    if (pending.length > 0) await refuseLesserRole(client);
    const wanted = [
      ...(pending.length > 0 ? [schemaOf(url)] : []),
      ...(withQueues && !(await isThere(client, queueSchemaOf(url))) ? [queueSchemaOf(url)] : []),
    ];
    await refuseWithoutRights(client, wanted);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === FORBIDDEN
      ? lacking(client, 'select on its tables; for a lesser role, "npx stepwise roles" grants what it needs')
      : error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The role that the server works with finds the queues' tables made by their owner, and may make none. */
async function isThere(client: pg.Client, schema: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('select to_regnamespace($1) is not null as there', [
    schema,
  ]);
  return rows[0]?.there === true;
}

/** Throws DatabaseUnusable where nothing can be written, or where tables are to be made that the user may not make. */
async function refuseWithoutRights(client: pg.Client, schemas: readonly string[]): Promise<void> {
  const { rows } = await client.query<{
    closed: boolean;
    may: boolean;
    isMissing: boolean;
    closedSchema: string | null;
  }>(
    `select pg_is_in_recovery() or current_setting('transaction_read_only')::bool as closed,
            has_database_privilege(current_database(), 'create') as may,
            exists (select from unnest($1::text[]) s where to_regnamespace(s) is null) as "isMissing",
            (select nspname from pg_namespace where nspname = any($1) and not has_schema_privilege(oid, 'create')
              limit 1) as "closedSchema"`,
    [schemas],
  );
  const [look] = rows;
  if (look?.closed === true) {
    throw new DatabaseUnusable(
      `PostgreSQL at ${client.host}:${client.port} takes no writes: it is a copy of another server, or read-only. Name the server that does in DATABASE_URL.`,
      `${client.host}:${client.port} 的 PostgreSQL 不接受写入：它是备用服务器或处于只读状态。请在 DATABASE_URL 中指定可写的服务器。`,
    );
  }
  const isClosed = look?.isMissing === true && !look.may;
  if (!isClosed && look?.closedSchema === null) return;
  const missing = look?.closedSchema ? `create on schema ${look.closedSchema}` : 'create on the database';
  throw lacking(client, missing);
}

function lacking({ user }: pg.Client, missing: string): DatabaseUnusable {
  return new DatabaseUnusable(
    `The user "${user}" lacks a right that Stepwise needs (${missing}). Grant it, or name another user in DATABASE_URL.`,
    `用户“${user}”缺少 Stepwise 所需的权限(${missing})。请授予该权限，或在 DATABASE_URL 中指定其他用户。`,
  );
}

/** Throws EmbeddedDatabaseFailed for a data folder that this user cannot write to, or that could not be made. */
export function checkFolder(dir: string): void {
  const wanted = resolve(dir);
  let there = wanted;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  try {
    // What rights say is not all: the place may be read-only, full, or no place for folders.
    rmdirSync(mkdtempSync(join(there, '.stepwise-')));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new EmbeddedDatabaseFailed(
      `The data folder ${wanted} cannot be written (${code}). Open it for this user, or name another one in STEPWISE_DATA_DIR.`,
      `数据目录 ${wanted} 不可写(${code})。请为当前用户开放该目录，或用 STEPWISE_DATA_DIR 指定其他目录。`,
    );
  }
}

/** There is an embedded database in the folder. */
export function hasData(dir: string): boolean {
  return existsSync(dataOf(resolve(dir)));
}
