import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { childEnv } from './child-env.js';
import { DataFolderBusy, EmbeddedDatabaseFailed } from './database-problems.js';
import { chooseUser, findBinaries, type RunAs } from './embedded-binaries.js';
import { makeDataDirectory, refuseOtherMajor, renewPassword } from './embedded-data.js';
import {
  chooseFolder,
  claimFolder,
  dataOf,
  lacksSettings,
  readSettings,
  writeSettings,
} from './embedded-folder.js';
import { choosePort } from './free-port.js';
import { logOf, readLog, readPostmaster, signal, stopServer } from './postmaster.js';

const DATABASE = 'stepwise';
/** Replaying the log after a crash may take a while; a server that is alive gets this long. */
const START_LIMIT_MS = 120_000;
/** How soon a server that died is missed. */
const WATCH_MS = 1_000;
/** PostgreSQL's code for it. */
const WRONG_PASSWORD = '28P01';
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

export interface EmbeddedOptions {
  dir: string;
  /** Nobody named the folder: another one may be taken where this one cannot be used. */
  isDefault?: boolean;
  /** Join the server of another process (command line) instead of refusing (server). */
  share?: boolean;
  /** More settings of PostgreSQL, e.g. for tests. */
  settings?: Record<string, string>;
  /** Told when the server is gone although nobody stopped it, and when it is back; each once. */
  onChange?: (change: 'gone' | 'back') => void;
}

export interface EmbeddedServer {
  /** Connection string of the database `stepwise`. */
  url: string;
  folder: string;
  /** Stops the server, unless it belongs to another process. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that is on board, or adopts the one that a killed process of ours left running.
 * Throws EmbeddedDatabaseFailed with the end of the server's log.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const user = chooseUser();
  const folder = chooseFolder(options.dir, options.isDefault ?? false, user);
  const disown = claimFolder(folder);
  if (disown === null) {
    const port = options.share ? await findRunning(folder) : null;
    if (port === null) throw new DataFolderBusy(folder);
    return { url: urlOf(folder, port), folder, stop: async () => undefined };
  }
  const killOnExit = (): void => signal(folder, 'SIGINT');
  process.once('exit', killOnExit);
  try {
    const running = await findRunning(folder);
    const port = running ?? (await startFresh(folder, user, options.settings ?? {}));
    await createDatabase(folder, port);
    const unwatch = keepAlive(folder, user, options);
    const stop = async (): Promise<void> => {
      process.removeListener('exit', killOnExit);
      await unwatch();
      await stopServer(folder);
      disown();
    };
    return { url: urlOf(folder, port), folder, stop };
  } catch (error) {
    process.removeListener('exit', killOnExit);
    signal(folder, 'SIGINT');
    disown();
    throw error;
  }
}

/**
 * Starts the server again when it is gone although nobody stopped it, as often as it takes: a full disk stops it until
 * there is room. Gives the act that ends the watch.
 */
function keepAlive(
  folder: string,
  user: RunAs,
  { settings = {}, onChange }: EmbeddedOptions,
): () => Promise<void> {
  let restart = Promise.resolve();
  let isBusy = false;
  let isGone = false;
  const tell = (gone: boolean): void => {
    if (gone !== isGone) onChange?.(gone ? 'gone' : 'back');
    isGone = gone;
  };
  const watch = setInterval(() => {
    if (isBusy || readPostmaster(folder) !== null) return;
    isBusy = true;
    tell(true);
    restart = startFresh(folder, user, settings)
      // Tried again with the next look where it does not start.
      .then(
        () => tell(false),
        () => undefined,
      )
      .finally(() => void (isBusy = false));
  }, WATCH_MS);
  watch.unref();
  return () => {
    clearInterval(watch);
    return restart;
  };
}

function urlOf(folder: string, port: number, database = DATABASE): string {
  return `postgresql://postgres:${readSettings(folder).password}@127.0.0.1:${port}/${database}`;
}

/** The port of a server that already runs on our data; it may be starting or on its way out, hence some patience. */
async function findRunning(folder: string): Promise<number | null> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    const postmaster = readPostmaster(folder);
    if (postmaster === null) return null;
    if (postmaster.port > 0 && (await serves(folder, postmaster.port))) return postmaster.port;
    await sleep(100);
  }
  throw new EmbeddedDatabaseFailed(
    'A PostgreSQL server runs on the data but does not answer. Stop it and start again.',
    '已有 PostgreSQL 进程占用数据目录但无响应。请停止该进程后重新启动。',
    readLog(folder),
  );
}

async function serves(folder: string, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlOf(folder, port, 'postgres'),
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === realpathSync(dataOf(folder));
  } catch (error) {
    if ((error as { code?: string }).code === WRONG_PASSWORD) throw wrongPassword(folder);
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function wrongPassword(folder: string): EmbeddedDatabaseFailed {
  const path = join(folder, 'postgres.json');
  return new EmbeddedDatabaseFailed(
    `The password in ${path} is not the one of the data beside it. Stop whatever uses them, remove the file and start again: a new password is set.`,
    `${path} 中的密码与旁边的数据不匹配。请停止所有使用该数据的程序，删除该文件后重新启动，届时会设置新密码。`,
  );
}

async function startFresh(folder: string, user: RunAs, settings: Record<string, string>): Promise<number> {
  const binaries = findBinaries(user);
  refuseOtherMajor(folder);
  if (!existsSync(dataOf(folder))) makeDataDirectory(folder, user, binaries);
  // The number in a left-over file may have gone to a stranger by now; PostgreSQL would not start because of it.
  rmSync(join(dataOf(folder), 'postmaster.pid'), { force: true });
  if (lacksSettings(folder)) renewPassword(folder, user, binaries);
  let failure = '';
  // What a killed server leaves behind (shared memory, children) takes some seconds to go.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const port = await choosePort(readSettings(folder).port);
    const server = spawnServer(folder, user, binaries, port, settings);
    if (await waitUntilReady(folder, server, port)) {
      writeSettings(folder, { ...readSettings(folder), port });
      return port;
    }
    failure = readLog(folder);
    await sleep(500);
  }
  throw new EmbeddedDatabaseFailed('PostgreSQL did not start.', 'PostgreSQL 未能启动。', failure);
}

function spawnServer(
  folder: string,
  user: RunAs,
  binaries: string,
  port: number,
  settings: Record<string, string>,
): ChildProcess {
  const all = {
    listen_addresses: '127.0.0.1',
    // Sockets in /tmp of two servers would meet.
    unix_socket_directories: '',
    max_connections: '200',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const path = logOf(folder);
  const isLong = existsSync(path) && statSync(path).size > LOG_LIMIT_BYTES;
  const log = openSync(path, isLong ? 'w' : 'a', 0o600);
  try {
    const server = spawn(join(binaries, 'postgres'), ['-D', dataOf(folder), '-p', String(port), ...flags], {
      ...user,
      cwd: dataOf(folder),
      env: childEnv(),
      stdio: ['ignore', log, log],
      // Its own group: Ctrl-C reaches us alone, and we stop it when our own work is done.
      detached: true,
    });
    server.unref();
    return server;
  } finally {
    closeSync(log);
  }
}

async function waitUntilReady(folder: string, server: ChildProcess, port: number): Promise<boolean> {
  let isGone = false;
  server.once('error', () => (isGone = true));
  server.once('exit', () => (isGone = true));
  // It has not written down its number yet: whoever looks for that at the end of this process finds none.
  const killOnExit = (): void => void server.kill('SIGINT');
  process.once('exit', killOnExit);
  try {
    const deadline = Date.now() + START_LIMIT_MS;
    while (Date.now() < deadline && !isGone) {
      if (await serves(folder, port)) return true;
      await sleep(25);
    }
    server.kill('SIGINT');
    return false;
  } finally {
    process.removeListener('exit', killOnExit);
  }
}

async function createDatabase(folder: string, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(folder, port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
