import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
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

function isFresh() {
  if (!existsSync(stamp)) return false;
  const builtAt = statSync(stamp).mtimeMs;
  return ['src', 'prisma/schema.prisma', 'package.json', 'tsconfig.json', 'vite.config.ts'].every(
    (path) => changedAt(join(root, path)) <= builtAt,
  );
}

/** Builds `dist` when it is missing or older than the source. An installation without the source runs what it has. */
export function buildIfStale() {
  if (!existsSync(join(root, 'src')) || isFresh()) return;
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
