import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AutomationService } from '../../../src/automation/automation.service.js';
import type { ConnectionDto, ConnectionProbeDto } from '../../../src/automation/connections.dto.js';
import { Connections } from '../../../src/automation/connections.service.js';
import { PeopleService } from '../../../src/people/people.service.js';
import { TicketsService } from '../../../src/tickets/door/tickets.service.js';
import { startTestApp } from '../../support/app.js';
import type { TestApp } from '../../support/app.js';
import { makeSmallWorld } from '../../support/small-world.js';
import type { SmallWorld } from '../../support/small-world.js';
import { openCallingShop } from './calling-shop.js';
import type { CallingShop } from './calling-shop.js';
import { publishCallingSop } from './calling-sop.js';

const SECRET = 'k-9f2c-very-secret';
/** How the SOP `calling` uses a connection. */
const USE = {
  ...{ sop: 'calling', titles: { en: 'Calling', 'zh-CN': '调用' }, version: 1 },
  ...{ steps: ['lookUp'], stepTitles: [{ en: 'Order look-up', 'zh-CN': '查询订单' }] },
};
let app: TestApp;
let world: SmallWorld;
let shop: CallingShop;
let probed: Server;
let probeUrl: string;
let seen: IncomingMessage[] = [];
let admin = '';
let sue = '';

beforeAll(async () => {
  shop = await openCallingShop();
  probed = createServer((request, response) => {
    seen.push(request);
    const status = Number(request.url?.split('/').at(-1));
    if (status === 0) return;
    response.writeHead(status, { location: '/elsewhere' }).end('x');
  });
  await new Promise<void>((resolve) => probed.listen(0, '127.0.0.1', resolve));
  probeUrl = `http://127.0.0.1:${(probed.address() as AddressInfo).port}`;
  app = await startTestApp({
    role: 'api',
    connections: {
      shop: {
        baseUrl: shop.baseUrl.replace('http://', `http://me:${SECRET}@`) + `/?key=${SECRET}`,
        headers: { Authorization: `Bearer ${SECRET}`, 'X-Shop': SECRET },
        allowPrivate: true,
        timeoutMs: 4_000,
      },
      idle: { baseUrl: 'https://idle.example/api', methods: ['GET'], paths: ['/items'] },
    },
  });
  world = await makeSmallWorld(app.app);
  await publishCallingSop(world.database);
  await app.app.get(PeopleService).createUser({
    email: 'admin@test',
    name: 'Ada Nowak',
    password: 'long-enough',
    roles: ['admin'],
  });
  admin = await signIn('admin');
  sue = await signIn('sue');
});
afterAll(async () => {
  await app.close();
  shop.close();
  probed.closeAllConnections();
  probed.close();
});

async function signIn(name: string): Promise<string> {
  const { body } = await app.http
    .post('/api/auth/login')
    .send({ email: `${name}@test`, password: 'long-enough' })
    .expect(200);
  return (body as { accessToken: string }).accessToken;
}

async function list(): Promise<{ items: ConnectionDto[]; text: string }> {
  const { body, text } = await app.http
    .get('/api/connections')
    .set({ authorization: `Bearer ${admin}` })
    .expect(200);
  return { items: (body as { items: ConnectionDto[] }).items, text };
}

async function test(path: string, more: object = {}, lang = 'en'): Promise<ConnectionProbeDto> {
  app.app.get(Connections, { strict: false }).set('probed', {
    baseUrl: probeUrl + path,
    allowPrivate: true,
    headers: { authorization: `Bearer ${SECRET}` },
    ...more,
  });
  const { body } = await app.http
    .post('/api/connections/probed/test')
    .set({ authorization: `Bearer ${admin}`, 'accept-language': lang })
    .expect(200);
  return body as ConnectionProbeDto;
}

/** Opens a ticket that looks an order up, and lets the call be made. */
async function callFor(orderId: string, isMade = true): Promise<string> {
  const sop = 'calling';
  const { ticket } = await app.app
    .get(TicketsService)
    .open(
      { sop, subject: 'x', customer: { id: 'c' }, data: { orderId } },
      { actor: { kind: 'customer', id: 'c' }, now: app.clock.now() },
    );
  const { rows } = await world.database.pool.query<{ id: string }>(
    `select id from outbox where ticket_id = $1 and kind = 'http'`,
    [ticket.id],
  );
  if (isMade) await app.app.get(AutomationService, { strict: false }).run(rows[0]?.id ?? '', app.clock.now());
  return ticket.id;
}

describe('connections', () => {
  it('are for the administrator only', async () => {
    await app.http
      .get('/api/connections')
      .set({ authorization: `Bearer ${sue}` })
      .expect(403);
    await app.http
      .post('/api/connections/shop/test')
      .set({ authorization: `Bearer ${sue}` })
      .expect(403);
  });

  it('say which SOPs call them where, and never a secret', async () => {
    const { items, text } = await list();
    expect(items).toEqual([
      {
        name: 'idle',
        configured: true,
        baseUrl: 'https://idle.example/api',
        timeoutMs: null,
        allowPrivate: false,
        methods: ['GET'],
        paths: ['/items'],
        headerNames: [],
        usedBy: [],
        calls: { last24h: 0, failed: 0, underWay: 0, lastAt: null, lastFailed: false, lastError: null },
      },
      {
        name: 'shop',
        configured: true,
        baseUrl: `${shop.baseUrl}/`,
        timeoutMs: 4_000,
        allowPrivate: true,
        methods: null,
        paths: null,
        headerNames: ['authorization', 'x-shop'],
        usedBy: [USE],
        calls: { last24h: 0, failed: 0, underWay: 0, lastAt: null, lastFailed: false, lastError: null },
      },
    ]);
    expect(text).not.toContain(SECRET);
  });

  it('count their calls of a day, those that failed, and say what failed last', async () => {
    app.app.get(Connections, { strict: false }).set('shop', { baseUrl: shop.baseUrl, allowPrivate: true });
    await callFor('ORD-1');
    const failed = await callFor('NONE-1');
    await callFor('ORD-2', false);
    const old = await callFor('NONE-2');
    await world.database.pool.query(`update outbox set at = at - interval '25 hours' where ticket_id = $1`, [
      old,
    ]);
    const [, { calls } = { calls: null }] = (await list()).items;
    expect(calls).toEqual({
      last24h: 3,
      failed: 1,
      underWay: 1,
      lastAt: expect.any(String),
      lastFailed: true,
      lastError: {
        at: expect.any(String),
        code: 'http-4xx',
        message: 'The answer was 404.',
        reason: 'http-4xx',
        facts: { status: '404' },
        detail: null,
        ticketId: failed,
      },
    });
    // What failed before does not make one that works again a failing one.
    await callFor('ORD-3');
    const [, { calls: later } = { calls: null }] = (await list()).items;
    expect(later).toMatchObject({ failed: 1, lastFailed: false, lastError: { ticketId: failed } });
  });

  it('of older versions count as long as a ticket is on them, and missing ones are named', async () => {
    await world.database.pool.query(
      `insert into sop_versions (sop_id, version, source, format, definition, ordered, hash, origin, published_by)
       select sop_id, n, replace(source, '"connection":"shop"', '"connection":"erp"'), format,
         replace(definition::text, '"connection":"shop"', '"connection":"erp"')::json, ordered, hash, origin, published_by
       from sop_versions, generate_series(2, 3) as n where sop_id = 'calling'`,
    );
    const { items } = await list();
    expect(items.map(({ name, configured, usedBy }) => [name, configured, usedBy])).toEqual([
      ['erp', false, [{ ...USE, version: 3 }]],
      ['idle', true, []],
      ['shop', true, [USE]],
    ]);
  });
});

describe('the test of a connection', () => {
  it('reads the base address with the headers of the connection, and any honest answer is fine', async () => {
    seen = [];
    for (const status of [200, 204, 404, 405]) {
      expect(await test(`/api/${status}`)).toEqual({
        ok: true,
        status,
        ms: expect.any(Number),
        error: null,
      });
    }
    expect(seen.map(({ method, url }) => [method, url])[0]).toEqual(['GET', '/api/200']);
    expect(seen[0]?.headers['authorization']).toBe(`Bearer ${SECRET}`);
  });

  it.each([
    ['a refused key', '/401', 'rejected', 401],
    ['a redirect', '/302', 'redirect', 302],
    ['a fault of theirs', '/503', 'http-5xx', 503],
  ])('says what %s means', async (_, path, code, status) => {
    expect(await test(path)).toMatchObject({ ok: false, status, error: { code } });
  });

  it('waits no longer than the connection allows', async () => {
    const answer = await test('/0', { timeoutMs: 80 }, 'zh-CN');
    expect(answer).toMatchObject({
      ok: false,
      status: null,
      error: { code: 'timeout', message: '80 毫秒内没有响应。' },
    });
  });

  it('keeps to the rule of addresses, and says so for a host that is not there', async () => {
    expect(await test('/200', { allowPrivate: false })).toMatchObject({
      ok: false,
      error: { code: 'forbidden-address' },
    });
    const nobody = await test('', { baseUrl: 'http://127.0.0.1:1' });
    expect(nobody).toMatchObject({ ok: false, status: null, error: { code: 'unreachable' } });
    const broken = await test('', { baseUrl: `no url ${SECRET}` });
    expect(JSON.stringify(broken)).not.toContain(SECRET);
  });

  it('needs a connection', async () => {
    const { body } = await app.http
      .post('/api/connections/none/test')
      .set({ authorization: `Bearer ${admin}` })
      .expect(404);
    expect(body).toMatchObject({ type: 'urn:stepwise:problem:unknown-connection' });
  });
});
