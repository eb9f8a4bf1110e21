import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type EmbeddedServer } from '../../src/database/embedded-server.js';
import { migrateDatabase } from '../../src/database/migrate.js';

/** Where the workers of a run find the server; its database `stepwise` is migrated and empty, a template. */
const TEST_SERVER_VARIABLE = 'STEPWISE_TEST_SERVER';

let running: { server: EmbeddedServer; dir: string } | undefined;

/** One PostgreSQL for the whole run of jest, in a folder of its own. Speed before safety: its data is thrown away. */
export async function startTestServer(): Promise<void> {
  // Somebody keeps one for several runs.
  if (running || process.env[TEST_SERVER_VARIABLE]) return;
  const dir = mkdtempSync(join(tmpdir(), 'stepwise-test-'));
  // The server's user is not us when we are root.
  chmodSync(dir, 0o755);
  const server = await startEmbedded({
    dir,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '500' },
  });
  await migrateDatabase(server.url);
  process.env[TEST_SERVER_VARIABLE] = server.url;
  running = { server, dir };
}

export async function stopTestServer(): Promise<void> {
  if (!running) return;
  await running.server.stop();
  rmSync(running.dir, { recursive: true, force: true });
  running = undefined;
}
