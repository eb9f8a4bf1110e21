import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startEmbedded, type EmbeddedServer } from '../../../src/database/embedded-server.js';

const folder = mkdtempSync(join(tmpdir(), 'stepwise-full-log-'));
const disk = join(folder, 'disk');
const ballast = join(disk, 'ballast');

/** A small disk with some of it set aside; false where this machine lets nobody make one. */
function makeDisk(): boolean {
  try {
    chmodSync(folder, 0o777);
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=130m', 'tmpfs', disk], { stdio: 'ignore' });
    chmodSync(disk, 0o777);
    writeFileSync(ballast, Buffer.alloc(66 * 1024 * 1024, 1));
    return true;
  } catch {
    return false;
  }
}
const hasDisk = makeDisk();
let server: EmbeddedServer | null = null;

afterAll(async () => {
  await server?.stop();
  if (hasDisk) execFileSync('umount', ['-l', disk]);
  rmSync(folder, { recursive: true, force: true });
});

/** Puts the log of a server that does not run on the small disk. */
function moveLog(data: string): void {
  const log = join(data, 'pg_wal');
  const { uid, gid } = statSync(log);
  const there = join(disk, 'pg_wal');
  cpSync(log, there, { recursive: true });
  rmSync(log, { recursive: true });
  symlinkSync(there, log);
  execFileSync('chown', ['-R', `${String(uid)}:${String(gid)}`, there]);
  execFileSync('chmod', ['700', there]);
}

/** One try on a connection of its own. */
async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

describe('the embedded database without room for its log', () => {
  (hasDisk ? it : it.skip)(
    'stops, says so, is started again when there is room, and has all that it confirmed',
    async () => {
      const changes: string[] = [];
      server = await startEmbedded({ dir: folder });
      await server.stop();
      moveLog(join(server.folder, 'postgres'));
      server = await startEmbedded({
        dir: folder,
        settings: { max_wal_size: '512MB', min_wal_size: '32MB', checkpoint_timeout: '1h' },
        onChange: (change) => changes.push(change),
      });
      const { url } = server;
      await ask(url, 'create table kept (no int primary key, noise text not null)');
      let confirmed = 0;
      // Each is confirmed by itself, until there is no room left for the log.
      for (let no = 1; no <= 400 && !changes.includes('gone'); no += 1) {
        const noise = `(select string_agg(md5(random()::text), '') from generate_series(1, 16000))`;
        const isKept = await ask(url, `insert into kept select ${String(no)}, ${noise}`).then(
          () => true,
          () => false,
        );
        if (isKept) confirmed += 1;
        else await sleep(200);
      }
      expect(confirmed).toBeGreaterThan(3);
      expect(changes).toEqual(['gone']);

      rmSync(ballast);
      let rows: { count: number }[] = [];
      for (let wait = 0; wait < 100 && (rows.length === 0 || !changes.includes('back')); wait += 1) {
        await sleep(300);
        rows = await ask<{ count: number }>(url, 'select count(*)::int as count from kept').catch(() => []);
      }
      expect(rows[0]?.count).toBeGreaterThanOrEqual(confirmed);
      expect(changes).toEqual(['gone', 'back']);
      await ask(url, `insert into kept values (100000, 'works again')`);
    },
  );
});
