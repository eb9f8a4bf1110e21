import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { childEnv } from './child-env.js';
import { EmbeddedDatabaseFailed } from './database-problems.js';
import { versionOnBoard, type RunAs } from './embedded-binaries.js';
import { dataOf, makeSettings, readSettings, withPasswordFile, writeSettings } from './embedded-folder.js';

/**
 * Makes the data directory beside its place and moves it there when it is whole: a start that was cut short leaves
 * nothing half-made.
 */
export function makeDataDirectory(folder: string, user: RunAs, binaries: string): void {
  removeHalves(folder);
  // A name of its own: the initdb of a start that was killed may still be writing to its half.
  const half = mkdtempSync(`${dataOf(folder)}.new-`);
  if (user.uid !== undefined && user.gid !== undefined) chownSync(half, user.uid, user.gid);
  const { status, stdout, stderr } = withPasswordFile(folder, user, readSettings(folder).password, (path) =>
    spawnSync(
      join(binaries, 'initdb'),
      [
        ...['--pgdata', half, '--username=postgres', `--pwfile=${path}`, '--auth=scram-sha-256'],
        ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ],
      { ...user, cwd: half, env: childEnv(), encoding: 'utf8' },
    ),
  );
  if (status !== 0) {
    rmSync(half, { recursive: true, force: true });
    const log = `${stdout ?? ''}${stderr ?? ''}`;
    throw new EmbeddedDatabaseFailed('The database cannot be made.', '无法创建数据库。', log);
  }
  renameSync(half, dataOf(folder));
}

/**
 * Gives data whose settings are not there a new password, as only the owner of its files can: a folder that was copied
 * without them opens.
 */
export function renewPassword(folder: string, user: RunAs, binaries: string): void {
  const settings = makeSettings();
  const { status, stdout, stderr } = spawnSync(
    join(binaries, 'postgres'),
    // `-j`: the statement ends with a semicolon and an empty line.
    ['--single', '-j', '-D', dataOf(folder), 'postgres'],
    {
      ...user,
      cwd: dataOf(folder),
      env: childEnv(),
      input: `alter role postgres password '${settings.password}';\n\n`,
      encoding: 'utf8',
    },
  );
  if (status !== 0 || stderr.includes('ERROR:')) {
    throw new EmbeddedDatabaseFailed(
      `The data in ${dataOf(folder)} cannot be opened without postgres.json, which lay beside it. Copy that file too.`,
      `缺少与数据放在一起的 postgres.json，无法打开 ${dataOf(folder)} 中的数据。请把该文件也复制过来。`,
      `${stdout}${stderr}`,
    );
  }
  writeSettings(folder, settings);
}

/** Throws EmbeddedDatabaseFailed for data of another major version of PostgreSQL than the one on board. */
export function refuseOtherMajor(folder: string): void {
  const path = join(dataOf(folder), 'PG_VERSION');
  if (!existsSync(path)) return;
  const [theirs, ours] = [readFileSync(path, 'utf8').trim(), versionOnBoard().split('.')[0]];
  if (theirs === ours) return;
  throw new EmbeddedDatabaseFailed(
    `The data in ${folder} are of PostgreSQL ${theirs}, and this version of Stepwise brings ${ours}. Make a backup with the version that wrote them and restore it here into an empty folder.`,
    `${folder} 中的数据来自 PostgreSQL ${theirs}，而当前版本的 Stepwise 自带 ${ours}。请用写入这些数据的版本备份，再恢复到一个空目录。`,
  );
}

/** Takes away what starts that were cut short left half-made; what one of them still writes to goes the next time. */
function removeHalves(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('postgres.new')) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // It is being written to.
    }
  }
}
