import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createApp } from '../../src/app.js';
import { Config } from '../../src/config.js';
import { DemoService } from '../../src/demo/demo.service.js';
import { SopFolderService } from '../../src/sops/sop-folder.service.js';
import { findChromium } from './chromium.js';

/** The database that holds the demo world; tests get copies of it. */
export const WORLD = 'demo_world';
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the console and makes the demo world, once for a run. Nothing where there is no browser to look at it. */
export async function prepareConsole(): Promise<void> {
  const server = process.env['STEPWISE_TEST_SERVER'];
  if (findChromium() === undefined || server === undefined) return;
  // As it is shipped: with the NODE_ENV of jest it would be built for developers.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync('npx', ['vite', 'build', '--logLevel', 'warn'], { cwd: ROOT, stdio: ['ignore', 2, 2], env });
  const client = new pg.Client({ connectionString: server.replace(/\/stepwise$/, '/postgres') });
  await client.connect();
  const { rowCount } = await client.query('select from pg_database where datname = $1', [WORLD]);
  if (rowCount === 0) await client.query(`create database ${WORLD} template stepwise`);
  await client.end();
  if (rowCount !== 0) return;
  await makeWorld(server.replace(/\/stepwise$/, `/${WORLD}`));
}

async function makeWorld(databaseUrl: string): Promise<void> {
  const app = await createApp(new Config({ databaseUrl, demo: true, requestsPerMinute: 0 }), {
    logger: false,
  });
  await app.init();
  try {
    await app.get(SopFolderService, { strict: false }).loadFromFolders([`${ROOT}/workflows/`]);
    const demo = app.get(DemoService, { strict: false });
    await demo.ensureShop();
    await demo.ensureWorld();
  } finally {
    await app.close();
  }
}
