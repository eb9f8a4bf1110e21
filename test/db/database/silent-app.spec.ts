import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '../../../src/clock.js';
import { LiveBus } from '../../../src/channels/live/live-bus.service.js';
import { TicketsService } from '../../../src/tickets/door/tickets.service.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { LiveReader } from '../../support/live-reader.js';
import { LossyProxy } from '../../support/lossy-proxy.js';
import { makeSmallWorld, type SmallWorld } from '../../support/small-world.js';
import { openCallingShop, type CallingShop } from '../automation/calling-shop.js';
import { publishCallingSop } from '../automation/calling-sop.js';

/** A dead connection is noticed and replaced within this time (ms). */
const REPLACED_MS = 10_000;
/** A command stands in line for ten seconds at most, and what was sent hears something within six (ms). */
const ANSWERED_MS = 20_000;
/** Whoever stops a server waits this long before using force (ms). */
const STOP_LIMIT_MS = 9_000;

describe('the program on a network that swallows everything', () => {
  let database: TestDatabase;
  let proxy: LossyProxy;
  let shop: CallingShop;
  let app: TestApp;
  /** Another process, whose network works. */
  let there: TestApp;
  let w: SmallWorld;
  let url: string;
  let token: string;
  let reader: LiveReader;
  /** Each one told is another. */
  let hint = 1_000;

  beforeEach(async () => {
    database = await openTestDatabase();
    proxy = new LossyProxy();
    shop = await openCallingShop();
    const databaseUrl = await proxy.open(database.url);
    const connections = { shop: { baseUrl: shop.baseUrl, allowPrivate: true } };
    // Silence is counted in real time.
    const clock = new Clock();
    app = await startTestApp({ role: 'all', clock, databaseUrl, connections });
    there = await startTestApp({ role: 'api', clock, databaseUrl: database.url, connections });
    w = await makeSmallWorld(app.app);
    await publishCallingSop(there.db);
    await app.app.listen(0, '127.0.0.1');
    url = await app.app.getUrl();
    token = String((await signIn()).body.accessToken);
    reader = await LiveReader.open(url, token);
    await reader.next('hello');
  });
  afterEach(async () => {
    reader.close();
    const begin = performance.now();
    await app.close();
    expect(performance.now() - begin).toBeLessThan(STOP_LIMIT_MS);
    await there.close();
    shop.close();
    await proxy.close();
    await database.close();
  });

  const signIn = () => app.http.post('/api/auth/login').send({ email: 'ann@test', password: 'long-enough' });
  const note = (id: string) =>
    app.http.post(`/api/tickets/${id}/events`).set('authorization', `Bearer ${token}`).send({ type: 'NOTE' });
  const ready = () => app.http.get('/health/ready');

  /** How long it takes until it is so (ms). */
  async function until(isSo: () => Promise<boolean>): Promise<number> {
    const begin = performance.now();
    while (!(await isSo())) {
      if (performance.now() - begin > 3 * REPLACED_MS) throw new Error('it never came to be so');
      await sleep(50);
    }
    return performance.now() - begin;
  }
  async function isHeard(): Promise<boolean> {
    hint += 1;
    const version = hint;
    there.app.get(LiveBus, { strict: false }).tell({ kind: 'sop', id: 'small', version });
    return reader
      .next('sops', (data) => data['version'] === version, 500)
      .then(
        () => true,
        () => false,
      );
  }
  const isEffectDone = async (): Promise<boolean> => {
    const { rows } = await there.db.pool.query<{ n: number }>(
      `select count(*)::int as n from outbox where kind = 'http' and done_at is null`,
    );
    return rows[0]?.n === 0;
  };

  it('works again within ten seconds, whichever way it asks', async () => {
    const { id } = (await w.open()).ticket;
    proxy.silence();
    // What another process has ordered meanwhile is for our workers alone.
    await makeSmallOrder(there);
    const took = {
      prisma: until(async () => (await signIn()).status === 200),
      door: until(async () => (await note(id)).status === 200),
      queue: until(isEffectDone),
      listen: until(isHeard),
      ready: until(async () => (await ready()).status === 200),
    };
    const late: string[] = [];
    for (const [way, ms] of Object.entries(took))
      if ((await ms) > REPLACED_MS) late.push(`${way}: ${String(Math.round(await ms))} ms`);
    expect(late).toEqual([]);
    expect(shop.keys).toHaveLength(1);
  });

  it('says so, lets nobody wait in line for long, and stores what it acknowledged', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 30; n += 1) ids.push((await w.open()).ticket.id);
    proxy.newcomers = 'silent';
    proxy.silence();
    const asked = performance.now();
    expect((await ready()).status).toBe(503);
    expect(performance.now() - asked).toBeLessThan(5_000);
    const answers = await Promise.all(
      // Several to each ticket: they wait for their turns too.
      [...ids, ...ids, ...ids, ...ids].map(async (id) => {
        const begin = performance.now();
        const { status, body } = await note(id);
        return { status, type: String(body.type), ms: performance.now() - begin };
      }),
    );
    for (const { status, type, ms } of answers) {
      expect(status).toBe(503);
      expect(type).toMatch(/database-(unavailable|busy)$/);
      expect(ms).toBeLessThan(ANSWERED_MS);
    }
    proxy.newcomers = 'served';
    proxy.silence();
    expect(await until(async () => (await ready()).status === 200)).toBeLessThan(REPLACED_MS);
    const [first = ''] = ids;
    expect(await until(async () => (await note(first)).status === 200)).toBeLessThan(REPLACED_MS);
    // Nothing was answered, so nothing needed to be written; what was, was written once.
    const { rows } = await there.db.pool.query<{ version: number; rows: number }>(
      `select t.version, count(h.*)::int as rows from tickets t join history h on h.ticket_id = t.id group by t.id`,
    );
    for (const { version, rows: n } of rows) expect(n).toBe(version);
  });

  it('can be stopped in time', async () => {
    const { id } = (await w.open()).ticket;
    proxy.newcomers = 'silent';
    proxy.silence();
    const answer = note(id);
    await sleep(100);
    // `afterEach` stops it and looks at the time.
    void answer.catch(() => undefined);
  });
});

/** A ticket with a call that has to be made. */
async function makeSmallOrder({ app }: TestApp): Promise<void> {
  await app
    .get(TicketsService, { strict: false })
    .open(
      { sop: 'calling', subject: 'Order', customer: { id: 'c1' }, data: { orderId: 'ORD-1' } },
      { actor: { kind: 'customer', id: 'c1' }, now: app.get(Clock).now() },
    );
}
