import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AutomationService } from '../../src/automation/automation.service.js';
import { Connections } from '../../src/automation/connections.service.js';
import { PeopleService } from '../../src/people/people.service.js';
import { publishCallingSop } from '../db/automation/calling-sop.js';
import { Contract, type ApiDocument } from '../support/contract.js';
import { openHttpRoom, type Body } from './http-room.js';

const room = openHttpRoom();
let server: Server;
let base: string;
let admin: string;
let contract: Contract;

/** What the other system answers to an order of that name; to any other it answers nothing at all. */
const ANSWERS: Record<string, [status: number, type: string, body: string]> = {
  refuses: [404, 'application/json', '{}'],
  fails: [503, 'application/json', '{}'],
  moves: [302, 'application/json', '{}'],
  locks: [401, 'application/json', '{}'],
  page: [200, 'text/html', '<h1>Hello</h1>'],
  bare: [200, '', 'x'],
  broken: [200, 'application/json', '{"amount": 4'],
  unfit: [200, 'application/json', '{"amount": "much"}'],
  large: [200, 'application/json', JSON.stringify('x'.repeat(1024 * 1024))],
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const [status, type, body] = ANSWERS[request.url?.split('/').at(-1) ?? ''] ?? [0, '', ''];
    if (status === 0) return;
    response.writeHead(status, type === '' ? {} : { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  await publishCallingSop(room.w.database);
  const person = { email: 'admin@test', name: 'Ada Nowak', password: 'long-enough' };
  await room.app.app.get(PeopleService).createUser({ ...person, roles: ['admin'] });
  admin = await room.signIn('admin@test');
  contract = new Contract((await room.app.http.get('/api/openapi.json')).body as ApiDocument);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const connect = (baseUrl: string, more: object = {}): void =>
  room.app.app
    .get(Connections, { strict: false })
    .set('shop', { baseUrl, allowPrivate: true, timeoutMs: 400, ...more });

/** Opens a ticket that looks this order up, and lets the call be made. */
async function callFor(orderId: string): Promise<string> {
  const ticket = { sop: 'calling', subject: 'x', customer: { id: 'c' }, data: { orderId } };
  // The last error is the latest one.
  room.app.clock.pass(1);
  const { body } = await room.post(room.ann, '/tickets', ticket);
  const effects = `select id from outbox where ticket_id = $1 and kind = 'http'`;
  const { rows } = await room.w.database.pool.query<{ id: string }>(effects, [body.id]);
  await room.app.app
    .get(AutomationService, { strict: false })
    .run(rows[0]?.id ?? '', () => room.app.clock.now());
  return body.id;
}

/** The connection `shop` as the administrator sees it. */
async function shop(): Promise<{ usedBy: unknown[]; calls: { lastError: unknown } }> {
  const { status, body } = await room.get(admin, '/connections');
  expect(contract.check('get', '/api/connections', status, body)).toBeNull();
  const found = body.items.find(({ name }) => name === 'shop');
  return found as unknown as Awaited<ReturnType<typeof shop>>;
}

async function test(lang: string): Promise<{ error: { message: string } }> {
  const { status, body } = await room.post(admin, '/connections/shop/test', {}, { 'accept-language': lang });
  expect(contract.check('post', '/api/connections/shop/test', status, body)).toBeNull();
  return body as Body & { error: { message: string } };
}

describe('a connection', () => {
  it('says in both languages which SOPs call it, and in which steps', async () => {
    connect(base);
    expect((await shop()).usedBy).toEqual([
      {
        ...{ sop: 'calling', version: 1, steps: ['lookUp'] },
        titles: { en: 'Calling', 'zh-CN': '调用' },
        stepTitles: [{ en: 'Order look-up', 'zh-CN': '查询订单' }],
      },
    ]);
  });

  it.each([
    ['refuses', 'http-4xx', 'http-4xx', { status: '404' }, null],
    ['fails', 'http-5xx', 'http-5xx', { status: '503' }, null],
    ['moves', 'invalid-answer', 'redirect', { status: '302' }, null],
    ['page', 'invalid-answer', 'not-json', {}, 'text/html'],
    ['bare', 'invalid-answer', 'not-json', {}, null],
    ['broken', 'invalid-answer', 'broken-json', {}, expect.stringContaining('JSON')],
    ['unfit', 'invalid-answer', 'unfit-answer', {}, '/amount must be a number'],
    ['large', 'invalid-answer', 'too-large', { bytes: '1048576' }, null],
    ['silent', 'timeout', 'timeout', { ms: '400' }, null],
    ['../away', 'forbidden-address', 'bad-path', {}, expect.stringContaining('dot segments')],
  ])('that %s says why the call failed so that anybody can word it', async (order, code, reason, ...rest) => {
    connect(base);
    const ticketId = await callFor(order);
    const [facts, detail] = rest;
    const { lastError } = (await shop()).calls;
    expect(lastError).toMatchObject({ code, reason, facts, detail, ticketId });
  });

  it.each([
    ['http://127.0.0.1:1', {}, 'refused', 'unreachable', {}, expect.stringContaining('ECONNREFUSED')],
    ['no address', {}, 'unknown-connection', 'bad-address', {}, expect.stringContaining('Invalid URL')],
    [
      ...(['http://127.0.0.1', { allowPrivate: false }, 'forbidden-address', 'private-address'] as const),
      ...([{ host: '127.0.0.1', address: '127.0.0.1' }, null] as const),
    ],
  ])('at %s says so too', async (address, more, code, reason, ...rest) => {
    connect(address, more);
    await callFor('any');
    const [facts, detail] = rest;
    const { lastError } = (await shop()).calls;
    expect(lastError).toMatchObject({ code, reason, facts, detail });
  });
});

describe('the test of a connection', () => {
  it.each([
    ['locks', {}, 'rejected', { status: '401' }],
    ['moves', {}, 'redirect', { status: '302' }],
    ['fails', {}, 'http-5xx', { status: '503' }],
    ['silent', {}, 'timeout', { ms: '400' }],
    ['any', { allowPrivate: false }, 'private-address', { host: '127.0.0.1', address: '127.0.0.1' }],
  ])(
    'of one that %s gives what a page needs, and words without English in Chinese',
    async (path, more, ...rest) => {
      connect(`${base}/${path}`, more);
      const [reason, facts] = rest;
      const { error } = await test('zh-CN');
      expect(error).toMatchObject({ reason, facts, detail: null });
      expect(error.message.replace(/baseUrl|allowPrivate|[\d.]+/g, '')).not.toMatch(/[A-Za-z]/);
    },
  );

  it('keeps the words of others apart', async () => {
    connect('http://127.0.0.1:1');
    const detail: unknown = expect.stringContaining('ECONNREFUSED');
    expect((await test('en')).error).toMatchObject({ reason: 'unreachable', facts: {}, detail });
  });
});
