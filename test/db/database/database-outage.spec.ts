import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { createApp } from '../../../src/app.js';
import { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import { startEmbedded, type EmbeddedServer } from '../../../src/database/embedded-server.js';
import { migrateDatabase } from '../../../src/database/migrate.js';
import { testRedisUrl } from '../../support/redis.js';
import { makeSmallWorld } from '../../support/small-world.js';

/** Whoever stops a server waits this long before using force (ms). */
const STOP_LIMIT_MS = 10_000;

describe('while the database is away', () => {
  let dir: string;
  let server: EmbeddedServer;
  let app: NestFastifyApplication;
  let http: ReturnType<typeof supertest>;
  let isClosed: boolean;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'stepwise-outage-'));
    chmodSync(dir, 0o755);
    server = await startEmbedded({ dir });
    await migrateDatabase(server.url);
    const config = new Config({ databaseUrl: server.url, redisUrl: testRedisUrl() ?? null });
    app = await createApp(config, { logger: false });
    isClosed = false;
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    http = supertest(app.getHttpAdapter().getInstance().server);
  });
  afterEach(async () => {
    if (!isClosed) await app.close();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  // Signing in reads through Prisma.
  const signIn = (email = 'nobody@test', password = 'wrong-one') =>
    http.post('/api/auth/login').send({ email, password });

  async function closeInTime(): Promise<void> {
    isClosed = true;
    const begin = performance.now();
    await app.close();
    expect(performance.now() - begin).toBeLessThan(STOP_LIMIT_MS);
  }

  async function waitUntilReady(): Promise<void> {
    const deadline = performance.now() + 20_000;
    while ((await http.get('/health/ready')).status !== 200) {
      if (performance.now() > deadline) throw new Error('The server did not recover.');
      await sleep(50);
    }
  }

  it('requests are told so and when to come back, and the server recovers by itself and can be stopped', async () => {
    expect((await signIn()).status).toBe(401);
    await server.stop();
    const answer = await signIn();
    expect(answer.status).toBe(503);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.body.type).toBe('urn:stepwise:problem:database-unavailable');
    const ready = await http.get('/health/ready');
    expect(ready.status).toBe(503);
    expect(ready.body.checks.database).toBe(false);
    expect((await http.get('/health/live')).status).toBe(200);
    server = await startEmbedded({ dir });
    await waitUntilReady();
    expect((await signIn()).status).toBe(401);
    await closeInTime();
  });

  it('the server can be stopped', async () => {
    await server.stop();
    expect((await signIn()).status).toBe(503);
    await closeInTime();
  });

  it('nothing is confirmed that is lost: PostgreSQL dies in the middle of advances and is started again', async () => {
    const world = await makeSmallWorld(app);
    const signedIn = await signIn('ann@test', 'long-enough');
    const token = String(signedIn.body.accessToken);
    const tickets: string[] = [];
    for (let i = 0; i < 8; i += 1) tickets.push((await world.open()).ticket.id);

    const confirmed = new Map(tickets.map((id) => [id, [] as number[]]));
    const statuses = new Map<number, number>();
    let isOver = false;
    const advance = async (id: string): Promise<void> => {
      while (!isOver) {
        const answer = await http
          .post(`/api/tickets/${id}/events`)
          .set('authorization', `Bearer ${token}`)
          .send({ type: 'NOTE' });
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status === 200) confirmed.get(id)?.push(Number(answer.body.ticket.version));
        else await sleep(20);
      }
    };
    const work = Promise.all(tickets.map(advance));
    await sleep(500);
    const [postmaster] = readFileSync(join(dir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    const before = statuses.get(200) ?? 0;
    // Immediate: nothing is written any more, as when the machine goes down.
    process.kill(Number(postmaster), 'SIGQUIT');
    await sleep(200);
    await waitUntilReady();
    await sleep(500);
    isOver = true;
    await work;

    expect([...statuses.keys()].sort()).toEqual([200, 503]);
    expect(before).toBeGreaterThan(0);
    expect(statuses.get(200)).toBeGreaterThan(before);
    for (const [id, versions] of confirmed) {
      const { rows } = await app
        .get(Database)
        .pool.query<{ seq: number }>('select seq from history where ticket_id = $1 order by seq', [id]);
      const written = rows.map((row) => row.seq);
      expect(written).toEqual(written.map((_, i) => i + 1));
      expect(written).toEqual(expect.arrayContaining(versions));
    }
    await closeInTime();
  });
});
