import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { applicationOf, lockNumberOf, schemaOf } from '../config-database.js';
import { MigrationFailed } from './database-problems.js';

const folder = fileURLToPath(new URL('../../prisma/', import.meta.url));
const filters = { externalTables: [], externalEnums: [] };
/** Several processes may start at once; one of them migrates, the others wait. The number only has to be ours. */
const MIGRATION_LOCK = 7_310_226;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** The migrations that this version of the program knows, in their order. */
export function readMigrations(): Migration[] {
  const base = join(folder, 'migrations');
  return readdirSync(base)
    .filter((name) => existsSync(join(base, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(base, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

function readDatamodel(): string {
  return readFileSync(join(folder, 'schema.prisma'), 'utf8');
}

/** Loaded here: its ten megabytes are of no use to a database that is up to date. */
async function openEngine(session: pg.Pool, datamodel: string): Promise<SchemaEngine> {
  const { openSchemaEngine } = await import('./schema-engine.js');
  return openSchemaEngine(session, datamodel);
}

function listFor(migrations: Migration[]): MigrationList {
  return {
    baseDir: join(folder, 'migrations'),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

/**
 * Names of the migrations that the database still needs. Throws MigrationFailed when an applied one was changed
 * afterwards, broke off, or is not known here because the database is newer than the program.
 */
export async function findPending(client: pg.Pool | pg.ClientBase): Promise<string[]> {
  const migrations = readMigrations();
  const { rows: tables } = await client.query<{ found: string | null }>(
    `select to_regclass('_prisma_migrations')::text as found`,
  );
  if (!tables[0]?.found) return migrations.map(({ name }) => name);
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished
       from _prisma_migrations where rolled_back_at is null`,
  );
  const broken = rows.find(({ finished }) => !finished);
  if (broken) {
    throw new MigrationFailed(
      `The migration ${broken.name} did not finish. Restore the database, or see "Resolving failed migrations" of Prisma.`,
      `迁移 ${broken.name} 未能完成。请恢复数据库，或按 Prisma 文档处理失败的迁移。`,
    );
  }
  const unknown = rows.find(({ name }) => !migrations.some((one) => one.name === name));
  if (unknown) {
    throw new MigrationFailed(
      `The database is newer than this version of Stepwise (it has the migration ${unknown.name}). Start the newer version.`,
      `数据库比当前版本的 Stepwise 更新(包含迁移 ${unknown.name})。请启动更新的版本。`,
    );
  }
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const changed = migrations.find(
    ({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum,
  );
  if (changed) {
    throw new MigrationFailed(
      `The migration ${changed.name} was changed after it had been applied to this database.`,
      `迁移 ${changed.name} 在应用到此数据库之后被修改过。`,
    );
  }
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
}

/** Whether there is nothing to do for `migrateDatabase`. Throws as `findPending` does. */
export async function isUpToDate(url: string): Promise<boolean> {
  const session = openSession(url);
  try {
    return (await findPending(session)).length === 0;
  } finally {
    await session.end();
  }
}

/**
 * Brings the database up to date, offline, in Prisma's own table of migrations. Gives the names of those applied.
 * All of them or, when something cuts it short, none: one session, one transaction.
 */
export async function migrateDatabase(url: string): Promise<string[]> {
  const session = openSession(url);
  try {
    if ((await findPending(session)).length === 0) return [];
    await refuseLesserRole(session);
    await session.query('begin');
    await prepareSchema(session, url);
    const names = (await findPending(session)).length === 0 ? [] : await applyMigrations(session);
    await session.query('commit');
    return names;
  } finally {
    await session.end();
  }
}

/**
 * Within a transaction: keeps others from migrating or restoring the same tables until its end, and makes the schema
 * that they are in where it is not there yet.
 */
export async function prepareSchema(session: pg.Pool, url: string): Promise<void> {
  await session.query('select pg_advisory_xact_lock($1)', [lockNumberOf(url, MIGRATION_LOCK)]);
  const schema = schemaOf(url);
  const { rows } = await session.query<{ found: string | null }>(
    'select to_regnamespace($1)::text as found',
    [schema],
  );
  if (!rows[0]?.found) await session.query(`create schema "${schema}"`);
}

/** Tables are made and changed by their owner; the role that the server works with is another one where there are two. */
export async function refuseLesserRole(session: pg.Pool | pg.Client): Promise<void> {
  const { rowCount } = await session.query(
    `select from pg_class where oid = to_regclass('_prisma_migrations') and not pg_has_role(relowner, 'usage')`,
  );
  if (rowCount === 0) return;
  throw new MigrationFailed(
    'The database needs migrations, and the user of DATABASE_URL does not own its tables. Run "npx stepwise migrate" with the address of the owner in DATABASE_URL, or name it in STEPWISE_OWNER_URL.',
    '数据库需要升级，但 DATABASE_URL 中的用户不是数据表的所有者。请在 DATABASE_URL 中填写所有者的地址并运行 npx stepwise migrate，或用 STEPWISE_OWNER_URL 指定。',
  );
}

/** A pool of one connection that never takes another: what began in a transaction does not go on outside of it. */
export function openSession(url: string, applicationName = applicationOf(url)): pg.Pool {
  let isTaken = false;
  const session = new pg.Pool({
    connectionString: url,
    application_name: applicationName,
    max: 1,
    idleTimeoutMillis: 0,
    onConnect: () => {
      if (isTaken)
        throw new MigrationFailed('The connection to the database was lost.', '与数据库的连接中断。');
      isTaken = true;
    },
  });
  // Whatever asks next is told.
  session.on('error', () => undefined);
  return session;
}

/** Applies those that are missing, in the transaction of the session; `names`: only of these. */
export async function applyMigrations(session: pg.Pool, names?: readonly string[]): Promise<string[]> {
  const migrations = readMigrations().filter(({ name }) => names?.includes(name) ?? true);
  const engine = await openEngine(session, readDatamodel());
  try {
    const done = await engine.applyMigrations({ migrationsList: listFor(migrations), filters });
    return done.appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/** SQL that makes an empty database into what schema.prisma says: what the migrations together must amount to. */
export async function writeSchemaSql(url: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: url, max: 3 });
  const content = readDatamodel();
  const engine = await openEngine(pool, content);
  try {
    const to = { tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content }] };
    const { stdout } = await engine.diff({
      from: { tag: 'empty' },
      to,
      script: true,
      exitCode: null,
      filters,
    });
    return stdout ?? '';
  } finally {
    engine.free();
    await pool.end();
  }
}
