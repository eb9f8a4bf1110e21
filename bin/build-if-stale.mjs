import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.built');

/** What npm and the tools of the build have to know. */
const NEEDED = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LANG',
  'TERM',
  'NODE_OPTIONS',
  'SystemRoot',
  'ComSpec',
  'PATHEXT',
  'APPDATA',
];

/** The latest change below a file or folder, in ms since 1970; what the build itself generates does not count. */
function changedAt(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path)
    .filter((name) => name !== 'generated')
    .reduce((latest, name) => Math.max(latest, changedAt(join(path, name))), stat.mtimeMs);
}

/** Whether what runs has to be built first. An installation without the source runs what it has. */
export function isStale() {
  return existsSync(join(root, 'src')) && !isFresh();
}

function isFresh() {
  if (!existsSync(stamp)) return false;
  const builtAt = statSync(stamp).mtimeMs;
  return ['src', 'prisma/schema.prisma', 'package.json', 'tsconfig.json', 'vite.config.ts'].every(
    (path) => changedAt(join(root, path)) <= builtAt,
  );
}

/** Ends the process with one line where a build could not be written. */
function refuseReadOnly() {
  for (const path of [join(root, 'dist'), root].filter(existsSync)) {
    try {
      accessSync(path, constants.W_OK);
    } catch (error) {
      process.stderr.write(
        `Stepwise has to be built first, and ${path} cannot be written (${error.code}). / 需要先构建 Stepwise，但 ${path} 不可写(${error.code})。\n`,
      );
      process.exit(1);
    }
  }
}

/** Builds `dist` when it is missing or older than the source. */
export function buildIfStale() {
  if (!isStale()) return;
  refuseReadOnly();
  const startedAt = new Date();
  process.stderr.write('Building… 正在构建……\n');
  // The build needs no secrets: passwords and keys in the environment do not travel to it.
  const env = Object.fromEntries(
    NEEDED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
  const result = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, env, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) {
    process.stderr.write('The build failed; see above. 构建失败，原因见上。\n');
    process.exit(1);
  }
  writeFileSync(stamp, startedAt.toISOString());
}
