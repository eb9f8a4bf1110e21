import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmbedded } from '../../src/database/embedded-server.js';
import { choosePort } from '../../src/database/free-port.js';
import { migrateDatabase } from '../../src/database/migrate.js';
import { runSql } from '../support/backup-data.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

const NEWER = `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
  values ('far', 'x', '20991231000000_far', now(), 1)`;

/** `npm start` with this environment alone: what it says while it fails. */
function start(env: Record<string, string>): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('bin/start.mjs')], {
    env: { PATH: String(process.env['PATH']), PORT: '0', ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect([status, stdout]).toEqual([1, '']);
  // Nobody waited for a build, and nobody is shown a stack.
  expect(stderr).not.toMatch(/Building|^\s+at /m);
  expect(stderr).toMatch(/\p{Script=Han}/u);
  return stderr;
}

describe('a start that cannot succeed says so in one line in each language, before anything is built', () => {
  let dir: string;
  let database: TestDatabase;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'stepwise-start-'));
    chmodSync(dir, 0o755);
    database = await openTestDatabase();
  });
  afterAll(async () => {
    await database.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('a port that is taken', async () => {
    const holder = createServer();
    await new Promise<void>((ready) => holder.listen(0, '127.0.0.1', ready));
    const { port } = holder.address() as { port: number };
    const folder = join(dir, 'taken');
    const said = start({ PORT: String(port), STEPWISE_DATA_DIR: folder });
    holder.close();
    expect(said).toMatch(new RegExp(`^Port ${port} is taken.*PORT 指定`));
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(existsSync(folder)).toBe(false);
  });

  it('a folder of SOPs that is none', () => {
    const folder = join(dir, 'nowhere');
    const said = start({ STEPWISE_SOPS: folder, STEPWISE_DATA_DIR: join(dir, 'sops') });
    expect(said).toMatch(/nowhere cannot be read as a folder of SOPs \(ENOENT\); correct STEPWISE_SOPS/);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(dir, 'sops'))).toBe(false);
  });

  it('a data folder that cannot be written', () => {
    writeFileSync(join(dir, 'file'), '');
    const said = start({ STEPWISE_DATA_DIR: join(dir, 'file', 'data') });
    expect(said).toMatch(/cannot be written \(ENOTDIR\)/);
    expect(said.trim().split('\n')).toHaveLength(2);
  });

  it('a database and a Redis that are not there', async () => {
    const port = await choosePort(null);
    expect(start({ DATABASE_URL: `postgresql://u:secret@127.0.0.1:${port}/x` })).toMatch(
      new RegExp(`cannot be reached at 127.0.0.1:${port} \\(ECONNREFUSED\\)`),
    );
    const said = start({ DATABASE_URL: database.url, REDIS_URL: `redis://:secret@127.0.0.1:${port}` });
    expect(said).toMatch(new RegExp(`^Redis at 127.0.0.1:${port} .*ECONNREFUSED`));
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).not.toContain('secret');
  });

  it('a host that others reach without TLS', () => {
    const said = start({ DATABASE_URL: database.url, STEPWISE_HOST: '0.0.0.0' });
    expect(said).toMatch(/STEPWISE_HOST: .*STEPWISE_TRUSTED_PROXIES.*STEPWISE_TLS=elsewhere/);
  });

  it('a database that is newer than the program', async () => {
    await runSql(database.url, NEWER);
    const said = start({ DATABASE_URL: database.url });
    expect(said).toMatch(/^The database is newer .*20991231000000_far/);
    expect(said.trim().split('\n')).toHaveLength(2);
  });

  it('an embedded database that is newer than the program', async () => {
    const folder = join(dir, 'newer');
    const server = await startEmbedded({ dir: folder });
    await migrateDatabase(server.url);
    await runSql(server.url, NEWER);
    await server.stop();
    expect(start({ STEPWISE_DATA_DIR: folder })).toMatch(/^The database is newer .*20991231000000_far/);
  });
});
