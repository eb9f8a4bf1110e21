import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toDatabaseUnavailable } from '../../../src/database/unavailable.js';
import { isOutcomeUnknown } from '../../../src/database/outcome.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { makeSmallWorld, START, type SmallWorld } from '../../support/small-world.js';

const folder = mkdtempSync(join(tmpdir(), 'stepwise-full-'));

/** A disk of two megabytes; false where this machine lets nobody make one. */
function makeDisk(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' });
    chmodSync(folder, 0o777);
    return true;
  } catch {
    return false;
  }
}
const hasDisk = makeDisk();
let at = START;
let app: TestApp;
let w: SmallWorld;

beforeAll(async () => {
  app = await startTestApp({ role: 'api', clock: { now: () => at } });
  w = await makeSmallWorld(app.app);
});
afterAll(async () => {
  await app.close();
  if (hasDisk) execFileSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
});

const say = (id: string, body: string): Promise<unknown> =>
  w.act(w.ann, id, { type: 'message', from: 'agent', body, internal: true });

describe('a database without room', () => {
  (hasDisk ? it : it.skip)('refuses writes wholly, is not ready, and recovers by itself', async () => {
    const space = `full_${String(process.pid)}`;
    const { pool } = w.database;
    // A subfolder, which the server can make its own.
    execFileSync('mkdir', ['-m', '777', join(folder, 'space')]);
    const owner = await pool.query<{ data_directory: string }>('show data_directory');
    const uid = execFileSync('stat', ['-c', '%u:%g', String(owner.rows[0]?.data_directory)])
      .toString()
      .trim();
    execFileSync('chown', [uid, join(folder, 'space')]);
    await pool.query(`create tablespace ${space} location '${join(folder, 'space')}'`);
    await pool.query(`alter table messages set tablespace ${space}`);
    const { id } = (await w.open()).ticket;
    // Noise, which nothing makes smaller.
    const noise = (): string =>
      Array.from({ length: 8_000 }, () => Math.random().toString(36).slice(2)).join('');
    let kept = 0;
    let refused: unknown;
    while (refused === undefined && kept < 100) {
      refused = await say(id, noise().slice(0, 60_000)).then(
        () => void (kept += 1),
        (error: unknown) => toDatabaseUnavailable(error),
      );
    }
    expect(refused).toMatchObject({ slug: 'storage-full', status: 507 });
    const signedIn = await app.http
      .post('/api/auth/login')
      .send({ email: 'ann@test', password: 'long-enough' });
    const answer = await app.http
      .post(`/api/tickets/${id}/messages`)
      .set('authorization', `Bearer ${String(signedIn.body.accessToken)}`)
      .send({ from: 'agent', internal: true, body: noise().slice(0, 19_000) });
    expect(answer.status).toBe(507);
    expect(answer.body).toMatchObject({ type: 'urn:stepwise:problem:storage-full' });
    // All of it or nothing: the ticket stands where the last message that was kept left it.
    const ticket = await w.tickets.read(id);
    expect(ticket?.version).toBe(1 + kept);
    const rows = await pool.query('select 1 from history where ticket_id = $1', [id]);
    expect(rows.rowCount).toBe(1 + kept);
    const full = await app.http.get('/health/ready');
    expect(full.status).toBe(503);
    expect(full.body.checks).toMatchObject({ database: true, storage: false });

    await pool.query('alter table messages set tablespace pg_default');
    await pool.query(`drop tablespace ${space}`);
    await say(id, 'there is room');
    at += 60_000;
    expect((await app.http.get('/health/ready')).status).toBe(200);
  });

  it('is told apart from one that is away, and certainly did not write', () => {
    const full = { code: '53100' };
    expect(toDatabaseUnavailable(full)).toMatchObject({ slug: 'storage-full' });
    expect(toDatabaseUnavailable({ cause: { originalCode: '53100' } })).toMatchObject({
      slug: 'storage-full',
    });
    expect(toDatabaseUnavailable({ code: '57P01' })).toMatchObject({ slug: 'database-unavailable' });
    expect(isOutcomeUnknown(full)).toBe(false);
    expect(isOutcomeUnknown({ code: '57P01' })).toBe(true);
  });
});

describe('a database that takes no writes', () => {
  it('is not ready, and requests are told so', async () => {
    const { id } = (await w.open()).ticket;
    const url = String(app.config.databaseUrl);
    const name = new URL(url).pathname.slice(1);
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    const turn = async (mode: 'on' | 'off'): Promise<void> => {
      await admin.query(
        `begin read write; alter database ${name} set default_transaction_read_only = ${mode}; commit`,
      );
      // It counts for new sessions.
      await admin.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
        [name],
      );
    };
    const readyTurns = async (wanted: number): Promise<void> => {
      const deadline = performance.now() + 20_000;
      while ((await app.http.get('/health/ready')).status !== wanted)
        if (performance.now() > deadline) throw new Error(`ready did not become ${String(wanted)}`);
    };
    await turn('on');
    await readyTurns(503);
    const refused = await say(id, 'no').catch((error: unknown) => toDatabaseUnavailable(error));
    expect(refused).toMatchObject({ status: 503 });
    await turn('off');
    await admin.end();
    await readyTurns(200);
    await say(id, 'yes');
  });
});
