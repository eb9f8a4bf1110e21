#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildIfStale, isStale } from './build-if-stale.mjs';

/** Whether a start can succeed is looked at before the build: from the source, which is all that there is then. */
function checkFromSource() {
  const loader = new URL('../test/support/typescript.mjs', import.meta.url);
  if (!existsSync(loader)) return;
  const check = fileURLToPath(new URL('../src/check-start.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, ['--import', loader.href, check], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (isStale()) checkFromSource();
buildIfStale();
await import('../dist/server/main.js');
