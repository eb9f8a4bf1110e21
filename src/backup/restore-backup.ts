import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Clock } from '../clock.js';
import { applicationOf, queueSchemaOf } from '../config-database.js';
import { listErasures, reapplyErasures, type Erasure, type Reapplied } from '../audit/erasures.service.js';
import { applyMigrations, openSession, prepareSchema, readMigrations } from '../database/migrate.js';
import { BackupRefused, damaged } from './backup-problems.js';
import { copyOf, quoteName, type BackupHeader } from './format.js';
import { entryOf, recordCopy } from './record-backup.js';
import { BackupReader } from './read-backup.js';

/** What stands in a database that was only migrated. */
const FILLED_BY_MIGRATIONS = ['_prisma_migrations', 'audit_head'];

/** Other people's transactions on the database are waited for so long. */
const LOCK_WAIT = '30s';

/** What was brought back. */
export interface Restored {
  /** Number of rows by table. */
  rows: Record<string, number>;
  /** Migrations that the backup did not have yet. */
  applied: string[];
  /** Personal values that the backup brought back, though they had been erased. */
  erasures: Reapplied;
}

export interface RestoreOptions {
  /** What the database holds now is thrown away. */
  force?: boolean;
  /** What was erased elsewhere since the backup was made. */
  erasures?: readonly Erasure[];
  /** When, ms. */
  now?: number;
}

export interface Restorable {
  header: BackupHeader;
  /** Once: fills the database with the backup, wholly or not at all, and says so in its record. */
  restore(url: string, options?: RestoreOptions): Promise<Restored>;
}

/** Opens a backup that this version of the program can restore. Throws BackupRefused for every other file. */
export async function openForRestore(path: string): Promise<Restorable> {
  const reader = new BackupReader(path);
  try {
    const header = await reader.readHeader();
    refuseUnknownMigrations(header);
    return {
      header,
      restore: (url, options = {}) => restore(reader, { path, header }, url, options),
    };
  } catch (error) {
    reader.close();
    throw error;
  }
}

function refuseUnknownMigrations({ migrations }: BackupHeader): void {
  const known = new Map(readMigrations().map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of migrations) {
    const ours = known.get(name);
    if (ours === undefined) {
      throw new BackupRefused(
        `This version of Stepwise is too old for the backup: it does not know the migration ${name}. Restore with the version that wrote it, or a newer one.`,
        `当前版本的 Stepwise 过旧，不认识备份中的迁移 ${name}。请使用生成该备份的版本或更新的版本恢复。`,
      );
    }
    if (ours !== checksum) {
      throw new BackupRefused(
        `The migration ${name} of the backup is not the one of this program.`,
        `备份中的迁移 ${name} 与当前程序中的不一致。`,
      );
    }
  }
}

/** One session, one transaction: what is cut short leaves the database as it was. */
async function restore(
  reader: BackupReader,
  { path, header }: { path: string; header: BackupHeader },
  url: string,
  { force = false, erasures: listed = [], now = new Clock().now() }: RestoreOptions,
): Promise<Restored> {
  const session = openSession(url, 'stepwise-restore');
  try {
    await session.query(
      `begin; set local statement_timeout = 0; set local lock_timeout = '${LOCK_WAIT}'; set local timezone = 'UTC';
       set local datestyle = iso; set local client_encoding = 'UTF8'`,
    );
    // A server that starts now waits here before it migrates, and finds everything done.
    await prepareSchema(session, url);
    await refuseUsed(session, applicationOf(url));
    const erased = await erasedHere(session);
    const replaced = await makeEmpty(session, force, queueSchemaOf(url));
    await applyMigrations(
      session,
      header.migrations.map(({ name }) => name),
    );
    await session.query(`set local intervalstyle = iso_8601`);
    const { rows, sha256 } = await load(session, reader);
    await wordDamage(setSequences(session, header));
    const applied = await applyMigrations(session);
    // Jobs that a Redis still holds are of the tickets that were there before, or of the installation that was copied.
    await session.query(`delete from settings where key = 'installation'`);
    // An older copy does not know what was erased since.
    const erasures = await reapplyErasures(session, [...erased, ...listed]);
    const copy = { path, header, sha256, rows };
    await recordCopy(session, entryOf('backup.restored', 'cli', copy, { replaced }), now);
    await session.query('commit');
    // Without figures of its own the planner would take the large tables for small ones.
    await session.query('analyze');
    return { rows, applied, erasures };
  } finally {
    reader.close();
    await session.end();
  }
}

/** What the database that is replaced remembers as erased; nothing when it is empty, or of before there were digests. */
async function erasedHere(session: pg.Pool): Promise<Erasure[]> {
  const { rowCount } = await session.query(
    `select from information_schema.columns
       where table_schema = current_schema() and table_name = 'erasures' and column_name = 'digest'`,
  );
  return rowCount === 0 ? [] : listErasures(session);
}

async function refuseUsed(session: pg.Pool, application: string): Promise<void> {
  const { rowCount } = await session.query(
    `select from pg_stat_activity where datname = current_database() and application_name = $1 limit 1`,
    [application],
  );
  if (rowCount === 0) return;
  throw new BackupRefused(
    'A Stepwise works on this database. Stop it first.',
    '有 Stepwise 正在使用该数据库，请先停止它。',
  );
}

async function listTables(session: pg.Pool): Promise<string[]> {
  const { rows } = await session.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Takes away tables that hold nothing, or all of ours when that is wanted; whether there were any with rows. */
async function makeEmpty(session: pg.Pool, force: boolean, queues: string): Promise<boolean> {
  const tables = await listTables(session);
  if (tables.length === 0) return false;
  if (!tables.includes('_prisma_migrations') || !tables.includes('tickets')) {
    throw new BackupRefused(
      `The database holds tables that are not of Stepwise (${String(tables[0])}). Name another database.`,
      `该数据库中有不属于 Stepwise 的表(${String(tables[0])})。请指定其他数据库。`,
    );
  }
  let isUsed = false;
  for (const table of tables) {
    if (FILLED_BY_MIGRATIONS.includes(table)) continue;
    const { rowCount } = await session.query(`select from ${quoteName(table)} limit 1`);
    if (rowCount === 0) continue;
    isUsed = true;
    if (force) break;
    throw new BackupRefused(
      `The database is not empty (table ${table}). Name an empty one, or say --force to throw away what it holds.`,
      `数据库不为空(表 ${table})。请指定空数据库，或用 --force 丢弃现有数据。`,
    );
  }
  await session.query(`drop table ${tables.map(quoteName).join(', ')} cascade`);
  await dropFunctions(session);
  // Jobs of the queues speak of the tickets that were there before; they are made anew from the tables.
  await session.query(`drop schema if exists ${quoteName(queues)} cascade`);
  return isUsed;
}

/** The functions of our migrations; those of extensions stay. */
async function dropFunctions(session: pg.Pool): Promise<void> {
  const { rows } = await session.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p
      where p.pronamespace = current_schema()::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  );
  // With one go those that are made of it.
  for (const { name } of rows) await session.query(`drop routine if exists ${name} cascade`);
}

/** The rows of all tables, as they were. What triggers would do on the way was done when they were written first. */
async function load(
  session: pg.Pool,
  reader: BackupReader,
): Promise<{ rows: Record<string, number>; sha256: string }> {
  const tables = (await listTables(session)).filter((name) => name !== '_prisma_migrations');
  // Migrations may have put in rows of their own, which the backup holds too.
  for (const table of tables) await session.query(`alter table ${quoteName(table)} disable trigger user`);
  await session.query(`truncate ${tables.map(quoteName).join(', ')}`);
  const rows: Record<string, number> = {};
  let sha256: string;
  for (;;) {
    const line = await reader.readNext();
    if ('end' in line) {
      const wrong = Object.entries(line.rows).find(([table, count]) => rows[table] !== count);
      if (wrong) throw damaged(`rows of ${wrong[0]} are missing`, `表 ${wrong[0]} 缺少数据行`);
      ({ sha256 } = line);
      break;
    }
    if (!tables.includes(line.table))
      throw damaged(`table ${line.table} is unknown`, `未知的表 ${line.table}`);
    rows[line.table] = await wordDamage(copyIn(session, copyOf(line, 'from stdin'), reader));
  }
  for (const table of tables) await session.query(`alter table ${quoteName(table)} enable trigger user`);
  return { rows, sha256 };
}

async function copyIn(session: pg.Pool, statement: string, reader: BackupReader): Promise<number> {
  const client = await session.connect();
  let isBroken = true;
  try {
    const copy = client.query(copyFrom(statement));
    await pipeline(Readable.from(reader.readRows(), { objectMode: false }), copy);
    isBroken = false;
    return copy.rowCount;
  } finally {
    // A copy that was cut off leaves the session in the middle of it; without it the transaction is undone.
    client.release(isBroken);
  }
}

async function setSequences(session: pg.Pool, { sequences }: BackupHeader): Promise<void> {
  for (const [name, last] of Object.entries(sequences)) {
    await session.query('select setval(to_regclass($1), $2::bigint)', [quoteName(name), last]);
  }
}

/** Values that no column takes, rows that no key takes, columns and sequences that are not there: the file is not whole. */
const REFUSED_VALUES = /^(22|23|42)[0-9A-Z]{3}$/u;

async function wordDamage<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === undefined || !REFUSED_VALUES.test(code)) throw error;
    throw damaged(`the database does not take it (${message})`, `数据库无法接受其内容(${message})`);
  }
}
