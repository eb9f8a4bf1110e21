#!/usr/bin/env node
/**
 * Builds the server and the pages into `dist`, side by side. What is built is not checked: that is what `npm run check`
 * is for.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleServer } from './bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'dist');

/** Runs a tool of the project; rejects when it fails. */
function run(tool, ...args) {
  const path = join(root, 'node_modules', '.bin', tool);
  return new Promise((done, fail) => {
    spawn(path, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
      .once('error', fail)
      .once('exit', (code) => (code === 0 ? done() : fail(new Error(`${tool} ended with ${code}`))));
  });
}

rmSync(target, { recursive: true, force: true });
try {
  await Promise.all([
    run('vite', 'build'),
    // The client of the database is generated first: it is part of the source.
    run('prisma', 'generate').then(() => bundleServer(root, join(target, 'server'))),
  ]);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
