#!/usr/bin/env node
/**
 * Builds the server and the pages into `dist`, side by side. What is built is not checked: that is what `npm run check`
 * is for.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';
import { swcOptions } from './swc-options.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [source, target] = [join(root, 'src'), join(root, 'dist')];

/** Runs a tool of the project; rejects when it fails. */
function run(tool, ...args) {
  const path = join(root, 'node_modules', '.bin', tool);
  return new Promise((done, fail) => {
    spawn(path, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
      .once('error', fail)
      .once('exit', (code) => (code === 0 ? done() : fail(new Error(`${tool} ended with ${code}`))));
  });
}

/** The server's files; those below a folder of `console` are the pages'. */
function serverFiles() {
  const pages = join('console', sep).slice(0, -1);
  return readdirSync(source, { recursive: true })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .filter((path) => dirname(path) === pages || !path.startsWith(pages + sep));
}

async function transpile(path) {
  const from = join(source, path);
  const to = join(target, path.replace(/\.ts$/, '.js'));
  const { code, map } = await transformFile(from, {
    ...swcOptions,
    sourceMaps: true,
    sourceFileName: relative(dirname(to), from),
  });
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, `${code}//# sourceMappingURL=${to.split(sep).at(-1)}.map\n`);
  writeFileSync(`${to}.map`, map);
}

rmSync(target, { recursive: true, force: true });
try {
  await Promise.all([
    run('vite', 'build'),
    // The client of the database is generated first: it is part of the source.
    run('prisma', 'generate').then(() => Promise.all(serverFiles().map(transpile))),
  ]);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
