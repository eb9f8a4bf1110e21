import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { DataFolderBusy, EmbeddedDatabaseFailed } from './database-problems.js';
import { canUse, SYSTEM_DIR, type RunAs } from './embedded-binaries.js';
import { identifyProcess } from './process-identity.js';

/** What is remembered beside the data, readable by its owner only. */
export interface Settings {
  port: number | null;
  password: string;
}

/**
 * The folder for the data, made if need be and reachable by the server's user. As root in a closed place such as
 * /root, the default folder moves below /var/lib/stepwise; a folder that somebody named is refused instead.
 */
export function chooseFolder(dir: string, isDefault: boolean, user: RunAs): string {
  const wanted = resolve(dir);
  try {
    mkdirSync(wanted, { recursive: true });
    if (canUse(user, '-x', wanted) || openEmpty(wanted, user)) return realpathSync(wanted);
  } catch (error) {
    throw new EmbeddedDatabaseFailed(
      `The data folder ${wanted} cannot be made. Name another one in STEPWISE_DATA_DIR.`,
      `无法创建数据目录 ${wanted}。请用 STEPWISE_DATA_DIR 指定其他目录。`,
      String(error),
    );
  }
  if (!isDefault) {
    throw new EmbeddedDatabaseFailed(
      `The user "postgres" cannot enter ${wanted}. Name a folder in STEPWISE_DATA_DIR that is not below a closed one, for example ${SYSTEM_DIR}.`,
      `用户 postgres 无法进入 ${wanted}。请用 STEPWISE_DATA_DIR 指定一个上级目录均可进入的目录，例如 ${SYSTEM_DIR}。`,
    );
  }
  const other = join(SYSTEM_DIR, createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  mkdirSync(other, { recursive: true, mode: 0o755 });
  return realpathSync(other);
}

/**
 * Lets the server's user pass through a folder that holds nothing yet: nobody can have closed it to protect what is in
 * it. False, and as it was, when that is not what keeps the user out.
 */
function openEmpty(folder: string, user: RunAs): boolean {
  if (readdirSync(folder).length > 0) return false;
  const { mode } = statSync(folder);
  chmodSync(folder, (mode & 0o7777) | 0o011);
  if (canUse(user, '-x', folder)) return true;
  chmodSync(folder, mode & 0o7777);
  return false;
}

/** Where PostgreSQL keeps its own files. */
export function dataOf(folder: string): string {
  return join(folder, 'postgres');
}

/** Made if need be. Throws EmbeddedDatabaseFailed when they cannot be read and there is data that needs them. */
export function readSettings(folder: string): Settings {
  const path = join(folder, 'postgres.json');
  try {
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Settings;
  } catch (error) {
    if (existsSync(dataOf(folder))) {
      throw new EmbeddedDatabaseFailed(
        `The file ${path} is damaged; without the password in it nobody can open the database. Restore it from a backup.`,
        `文件 ${path} 已损坏，缺少其中的密码便无法打开数据库。请从备份中恢复该文件。`,
        String(error),
      );
    }
  }
  const settings = makeSettings();
  writeSettings(folder, settings);
  return settings;
}

/** With a new password. */
export function makeSettings(): Settings {
  return { port: null, password: randomBytes(24).toString('base64url') };
}

/** There is data, and nothing that opens it. */
export function lacksSettings(folder: string): boolean {
  return existsSync(dataOf(folder)) && !existsSync(join(folder, 'postgres.json'));
}

export function writeSettings(folder: string, settings: Settings): void {
  writeWhole(join(folder, 'postgres.json'), JSON.stringify(settings), renameSync);
}

/** Writes beside the place and puts it there when it is whole and on the disk: one cut short leaves no half of it. */
function writeWhole(path: string, text: string, put: (from: string, to: string) => void): void {
  const half = `${path}.${process.pid}`;
  try {
    writeFileSync(half, text, { mode: 0o600, flush: true });
    put(half, path);
  } finally {
    rmSync(half, { force: true });
  }
}

/**
 * Marks the folder as ours, so that a second server does not take (and later stop) the database of the first.
 * Gives the act that takes the mark away; null when another living process has the folder.
 */
export function claimFolder(folder: string): (() => void) | null {
  const path = join(folder, 'owner');
  const mine = identifyProcess(process.pid) ?? String(process.pid);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      // A link, unlike a rename, does not take the place of another's mark.
      writeWhole(path, mine, linkSync);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = readFileSync(path, 'utf8');
    if (owner !== mine && isAlive(owner)) return null;
    rmSync(path, { force: true });
  }
  throw new DataFolderBusy(folder);
}

function isAlive(owner: string): boolean {
  const pid = Number(/(?:^|\s)(\d+)(?:\s|$)/.exec(owner)?.[1]);
  return Number.isInteger(pid) && identifyProcess(pid) === owner;
}

/** Calls with a file that holds the password and that only the server's user may read. */
export function withPasswordFile<T>(
  folder: string,
  user: RunAs,
  password: string,
  act: (path: string) => T,
): T {
  const path = join(folder, 'initdb-password');
  rmSync(path, { force: true });
  closeSync(openSync(path, 'wx', 0o600));
  try {
    writeFileSync(path, `${password}\n`);
    if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid);
    return act(path);
  } finally {
    unlinkSync(path);
  }
}
