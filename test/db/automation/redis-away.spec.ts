import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '../../../src/clock.js';
import { LaneQueues } from '../../../src/queues/lanes/lane-queues.service.js';
import { laneOf } from '../../../src/queues/lanes/lanes.js';
import { OutboxRelay } from '../../../src/queues/outbox-relay.service.js';
import { QueueBackend } from '../../../src/queues/backend/queue-backend.service.js';
import { RedisLink } from '../../../src/queues/backend/redis-link.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { LossyProxy } from '../../support/lossy-proxy.js';
import { testRedisUrl } from '../../support/redis.js';
import { makeSmallWorld, type SmallWorld } from '../../support/small-world.js';
import { openCallingShop, type CallingShop } from './calling-shop.js';
import { publishCallingSop } from './calling-sop.js';

const redisUrl = testRedisUrl();
/** A dead connection is noticed and replaced within this time (ms). */
const REPLACED_MS = 10_000;
/** Whoever stops a server waits this long before using force (ms). */
const STOP_LIMIT_MS = 9_000;

const on = redisUrl === undefined ? describe.skip : describe;

on('while Redis is away', () => {
  let proxy: LossyProxy;
  let shop: CallingShop;
  let app: TestApp;
  let w: SmallWorld;
  let token: string;
  // Who is silent for how long is counted in real time; so are the rounds that find it.
  const clock = new Clock();

  beforeAll(async () => {
    shop = await openCallingShop();
  });
  afterAll(() => shop.close());
  beforeEach(async () => {
    proxy = new LossyProxy();
    shop.keys.length = 0;
    app = await startTestApp({
      role: 'all',
      clock,
      redisUrl: await proxy.open(String(redisUrl)),
      connections: { shop: { baseUrl: shop.baseUrl, allowPrivate: true } },
    });
    w = await makeSmallWorld(app.app);
    await publishCallingSop(w.database);
    const login = { email: 'ann@test', password: 'long-enough' };
    token = String((await app.http.post('/api/auth/login').send(login)).body.accessToken);
  });
  afterEach(async () => {
    const begin = performance.now();
    await app.close();
    expect(performance.now() - begin).toBeLessThan(STOP_LIMIT_MS);
    await proxy.close();
  });

  const post = (path: string, body: object = {}) =>
    app.http.post(path).set('authorization', `Bearer ${token}`).send(body);
  const openCalling = async (orderId: string): Promise<string> => {
    const { ticket } = await w.tickets.open(
      { sop: 'calling', subject: 'Order', customer: { id: 'c1' }, data: { orderId } },
      { actor: { kind: 'customer', id: 'c1' }, now: clock.now() },
    );
    return ticket.id;
  };
  const stepsOf = async (id: string) => (await w.tickets.read(id))?.state.steps;
  async function until(what: string, isSo: () => Promise<boolean>, ms = REPLACED_MS): Promise<void> {
    const begin = performance.now();
    while (!(await isSo())) {
      if (performance.now() - begin > ms) throw new Error(`not within ${String(ms)} ms: ${what}`);
      await sleep(50);
    }
  }
  const undone = async (): Promise<number> => {
    const { rows } = await w.database.pool.query<{ n: number }>(
      'select count(*)::int as n from outbox where done_at is null',
    );
    return Number(rows[0]?.n);
  };

  /** Work goes on, and is told so; what it orders is done once when Redis is back. */
  async function workOn(ids: string[]): Promise<void> {
    const begin = performance.now();
    for (let n = 0; n < 5; n += 1) {
      const { id } = (await w.open()).ticket;
      expect((await post(`/api/tickets/${id}/events`, { type: 'NOTE' })).status).toBe(200);
      ids.push(await openCalling(`ORD-${String(n)}`));
    }
    const next = await post('/api/desk/next');
    expect(next.status).toBe(200);
    expect(next.body.ticket.id).toMatch(/^\d+$/);
    expect(performance.now() - begin).toBeLessThan(15_000);
    const asked = performance.now();
    const ready = await app.http.get('/health/ready');
    expect(ready.status).toBe(200);
    expect(ready.body).toMatchObject({ checks: { database: true, queue: false }, warnings: ['queue'] });
    expect(performance.now() - asked).toBeLessThan(8_000);
  }

  async function isDoneOnce(ids: string[]): Promise<void> {
    // Workers come back by themselves, after growing pauses.
    await until('all effects are accounted for', async () => (await undone()) === 0, 30_000);
    for (const id of ids) expect(await stepsOf(id)).toEqual(['check']);
    expect([...shop.keys].sort()).toEqual(ids.map((id) => `stepwise-${id}-1-0`).sort());
    // Every visit that waits stands in its lane again.
    const lanes = app.app.get(LaneQueues, { strict: false });
    const lane = laneOf({ team: 'desk', tier: 1, skills: [] });
    const { rows } = await w.database.pool.query<{ n: number }>(
      'select count(*)::int as n from waiting where lane = $1',
      [lane],
    );
    await until('the lane is whole', async () => (await lanes.count(lane)) >= Number(rows[0]?.n));
    expect((await app.http.get('/health/ready')).body.warnings).toEqual([]);
  }

  it('refused: work goes on, ready with a warning, and what was ordered is done once afterwards', async () => {
    const ids = [await openCalling('ORD-first')];
    await until('the first is done', async () => (await undone()) === 0);
    proxy.refuse();
    await until('it is noticed', () => Promise.resolve(app.app.get(QueueBackend, { strict: false }).isAway));
    await workOn(ids);
    proxy.newcomers = 'served';
    await until('it is back', async () => (await app.http.get('/health/ready')).body.checks.queue === true);
    await isDoneOnce(ids);
  });

  it('silent: the dead connections are noticed and replaced, also those that workers wait on', async () => {
    const ids = [await openCalling('ORD-first')];
    await until('the first is done', async () => (await undone()) === 0);
    proxy.silence();
    const begin = performance.now();
    await workOn(ids);
    await until(
      'it is replaced',
      async () => (await app.http.get('/health/ready')).body.checks.queue === true,
    );
    await until('it is done', async () => (await undone()) === 0);
    expect(performance.now() - begin).toBeLessThan(REPLACED_MS + 5_000);
    await isDoneOnce(ids);
  });

  it('silent for long, new connections too: nothing is held meanwhile', async () => {
    const ids: string[] = [];
    proxy.newcomers = 'silent';
    proxy.silence();
    await workOn(ids);
    const relay = app.app.get(OutboxRelay, { strict: false });
    // Whatever is asked of it ends, and no transaction stands open.
    await until('asking costs nothing', async () => {
      const began = performance.now();
      await relay.tick(clock.now()).catch(() => undefined);
      return performance.now() - began < 100;
    });
    await sleep(5_000);
    const { rows } = await w.database.pool.query(
      `select state, query, now() - xact_start as age from pg_stat_activity
       where datname = current_database() and state like 'idle in transaction%'
         and xact_start < now() - interval '4 s'`,
    );
    expect(rows).toEqual([]);
    // Longer than any of its time-outs: they are tried again and again, and the last try is as good as the first.
    await sleep(9_000);
    proxy.newcomers = 'served';
    proxy.silence();
    await until('it is back', async () => (await app.http.get('/health/ready')).body.checks.queue === true);
    await isDoneOnce(ids);
  });

  it.each(['silent', 'refused'] as const)('%s: the server can be stopped in time', async (how) => {
    await openCalling('ORD-1');
    if (how === 'refused') proxy.refuse();
    else {
      proxy.newcomers = 'silent';
      proxy.silence();
    }
    await openCalling('ORD-2');
    // `afterEach` stops it and looks at the time.
  });

  it('asks it one question at a time, however many ask for its health', async () => {
    const backend = app.app.get(QueueBackend, { strict: false });
    let pings = 0;
    proxy.loses = (said) => {
      pings += said.split(/\r\nping\r\n/i).length - 1;
      return false;
    };
    proxy.newcomers = 'silent';
    expect(await Promise.all(Array.from({ length: 50 }, () => backend.isReady(1_000)))).toEqual(
      Array(50).fill(true),
    );
    expect(pings).toBeGreaterThan(0);
    expect(pings).toBeLessThanOrEqual(3);
  });
});

describe('a start without Redis', () => {
  it('names the one that refuses, never its password', async () => {
    const failed: unknown = await RedisLink.open('redis://:secret-word@127.0.0.1:1/0').catch(
      (e: unknown) => e,
    );
    expect(failed).toMatchObject({ name: 'QueuesUnreachable' });
    const { message } = failed as Error;
    expect(message).toMatch(/Redis at 127\.0\.0\.1:1 \(REDIS_URL\) cannot be reached: .*ECONNREFUSED/);
    expect(message).not.toContain('secret-word');
  });

  it('names the one that says nothing, in time', async () => {
    const mute = createServer((socket) => socket.resume().on('error', () => undefined));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    const begin = performance.now();
    const failed: unknown = await RedisLink.open(`redis://127.0.0.1:${String(port)}`).catch(
      (e: unknown) => e,
    );
    expect(performance.now() - begin).toBeLessThan(10_000);
    expect((failed as Error).message).toMatch(
      new RegExp(`Redis at 127\\.0\\.0\\.1:${String(port)} \\(REDIS_URL\\) cannot be reached: no answer`),
    );
    await new Promise((resolve) => mute.close(resolve));
  });
});
