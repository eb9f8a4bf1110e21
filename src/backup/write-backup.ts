import { createHash, type Hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { Clock } from '../clock.js';
import { watch } from '../database/watched-pool.js';
import { BackupRefused } from './backup-problems.js';
import {
  copyOf,
  END_OF_ROWS,
  FORMAT,
  FORMAT_VERSION,
  type AppliedMigration,
  type BackupHeader,
  type EndLine,
  type TableLine,
} from './format.js';
import { entryOf, recordWritten } from './record-backup.js';

/** Rows as text shrink to a sixth at this level; higher ones take twice the time for a tenth less. */
const GZIP_LEVEL = 3;

/** A server that sends nothing for so long does not answer any more (ms); a slow disk of ours is given that time too. */
const SILENT_MS = 60_000;
const CONNECT_MS = 5_000;

/** How a session has to be set so that it writes what every other one reads. */
const PORTABLE = `set statement_timeout = 0; set lock_timeout = '30s'; set idle_in_transaction_session_timeout = 0; set datestyle = iso;
  set intervalstyle = iso_8601; set timezone = 'UTC'; set client_encoding = 'UTF8'; set extra_float_digits = 3`;

export interface WriteOptions {
  /** Take the place of a file that is there. */
  replace?: boolean;
  /** Ends it; no file is left. */
  signal?: AbortSignal;
  /** Who copies, for the record; the command when absent. */
  by?: string;
  /** When, ms. */
  now?: number;
  /** How long the server may say nothing, ms. */
  silentMs?: number;
}

const CLOSED = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'];
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** What was written. */
export interface Written {
  header: BackupHeader;
  rows: Record<string, number>;
  bytes: number;
  /** Why the copy does not stand in the record of who did what; null: it does. */
  unrecorded: Error | null;
}

/**
 * Writes everything that the database holds at one instant into a file, while others go on working in it. The file is
 * there whole or not at all, readable by its owner only.
 */
export async function writeBackup(url: string, path: string, options: WriteOptions = {}): Promise<Written> {
  if (!options.replace && existsSync(path)) {
    throw new BackupRefused(
      `${path} is there already. Name another file, or say --force to replace it.`,
      `${path} 已存在。请指定其他文件，或用 --force 覆盖。`,
    );
  }
  const half = `${path}.${process.pid}.half`;
  // A place where nothing can be written is noticed before the database is asked.
  const place = await openNew(half);
  try {
    const { written, sha256, bytes } = await withSnapshot(url, options, async (client, header) => {
      const rows: Record<string, number> = {};
      const stream = place.createWriteStream();
      const gzip = createGzip({ level: GZIP_LEVEL });
      const { signal } = options;
      const end = { sha256: '' };
      await pipeline(writeLines(client, header, rows, end), gzip, stream, { ...(signal && { signal }) });
      return { written: { header, rows }, sha256: end.sha256, bytes: stream.bytesWritten };
    });
    const file = await open(half, 'r+');
    await file.sync().finally(() => file.close());
    // Before anybody can take it.
    const entry = entryOf('backup.written', options.by ?? 'cli', { path, sha256, ...written });
    const unrecorded = await recordWritten(url, entry, options.now ?? new Clock().now());
    await rename(half, path);
    await syncFolder(dirname(path));
    return { ...written, bytes, unrecorded };
  } catch (error) {
    await place.close().catch(() => undefined);
    await rm(half, { force: true });
    throw wordWriting(error, path);
  }
}

async function openNew(path: string): Promise<FileHandle> {
  try {
    await rm(path, { force: true });
    return await open(path, 'wx', 0o600);
  } catch (error) {
    throw wordWriting(error, path);
  }
}

/** What the place of the file refuses; other errors stay as they are. */
function wordWriting(error: unknown, path: string): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (FULL.includes(code)) {
    return new BackupRefused(
      `There is no room for the backup in ${dirname(path)} (${code}).`,
      `${dirname(path)} 空间不足，无法写入备份(${code})。`,
    );
  }
  if (!CLOSED.includes(code)) return error;
  return new BackupRefused(
    `The backup cannot be written into ${dirname(path)} (${code}). Name a file in a folder that is there and open to this user.`,
    `无法将备份写入 ${dirname(path)}(${code})。请指定当前用户可写的现有目录中的文件。`,
  );
}

/** The new name is on the disk too. Not every system lets a folder be synchronised. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // The file itself is safe.
  }
}

/** One transaction that sees one instant, and what stands in the header of its copy. */
async function withSnapshot<T>(
  url: string,
  { silentMs = SILENT_MS }: WriteOptions,
  work: (client: pg.Client, header: BackupHeader) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'stepwise-backup',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
  });
  // Whatever is asked next is told.
  client.on('error', () => undefined);
  await client.connect();
  watch(client, { silentMs });
  try {
    await client.query(PORTABLE);
    await client.query('begin isolation level repeatable read read only');
    const result = await work(client, await readHeader(client));
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

async function readHeader(client: pg.Client): Promise<BackupHeader> {
  const { rows: found } = await client.query<{ at: Date; postgres: string; migrations: string | null }>(
    `select now() as at, current_setting('server_version') as postgres,
            to_regclass('_prisma_migrations')::text as migrations`,
  );
  if (!found[0]?.migrations) {
    throw new BackupRefused(
      'The database holds nothing of Stepwise yet.',
      '该数据库中还没有 Stepwise 的数据。',
    );
  }
  const { rows: migrations } = await client.query<AppliedMigration & { finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished
       from _prisma_migrations where rolled_back_at is null order by migration_name`,
  );
  if (migrations.some(({ finished }) => !finished)) {
    throw new BackupRefused(
      'A migration of this database broke off; a copy of it could not be brought back.',
      '该数据库的某次迁移未完成，其备份将无法恢复。',
    );
  }
  // Sequences stand outside of snapshots: read after it was taken, they are ahead of every row in it, or level.
  const { rows: sequences } = await client.query<{ name: string; last: string | null }>(
    `select sequencename as name, last_value::text as last from pg_sequences where schemaname = current_schema()`,
  );
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    at: found[0].at.toISOString(),
    postgres: found[0].postgres,
    migrations: migrations.map(({ name, checksum }) => ({ name, checksum })),
    sequences: Object.fromEntries(
      sequences.flatMap(({ name, last }) => (last === null ? [] : [[name, last]])),
    ),
  };
}

/** The tables of our own schema with the columns that are stored, each after those that it refers to. */
async function listTables(client: pg.Client): Promise<TableLine[]> {
  const { rows } = await client.query<TableLine & { needs: string[] }>(
    `select c.relname as table,
            (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
            array(select r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
              where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
       from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
        and c.relname <> '_prisma_migrations'
      order by c.relname`,
  );
  const sorted: TableLine[] = [];
  const waiting = [...rows];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ needs }) => !waiting.some(({ table }) => needs.includes(table)));
    const [line] = waiting.splice(Math.max(next, 0), 1);
    if (next < 0 || line === undefined) throw new Error('Tables refer to each other in a ring.');
    sorted.push({ table: line.table, columns: line.columns });
  }
  return sorted;
}

async function* writeLines(
  client: pg.Client,
  header: BackupHeader,
  rows: Record<string, number>,
  made: { sha256: string },
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  yield note(hash, lineOf(header));
  for (const line of await listTables(client)) {
    yield note(hash, lineOf(line));
    const copy = client.query(copyTo(copyOf(line, 'to stdout')));
    for await (const chunk of copy) yield note(hash, chunk as Buffer);
    // The stream ends before the server has told the number of rows, and that a new statement may come.
    await client.query('select');
    rows[line.table] = copy.rowCount;
    yield note(hash, END_OF_ROWS);
  }
  made.sha256 = hash.digest('hex');
  const end: EndLine = { end: true, rows, sha256: made.sha256 };
  yield lineOf(end);
}

function note(hash: Hash, chunk: Buffer): Buffer {
  hash.update(chunk);
  return chunk;
}

function lineOf(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
