import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { HttpCall } from '../../../src/engine/common/model.js';
import type { Connections, Connection } from '../../../src/automation/connections.service.js';
import { HttpActor, HttpActorSeams } from '../../../src/automation/http-actor.service.js';

const waits: number[] = [];
const connections = new Map<string, Connection>();
const seams = Object.assign(new HttpActorSeams(), {
  sleep: async (ms: number) => void waits.push(ms),
  random: () => 1,
});

let server: Server;
let answer: RequestListener;
let seen: IncomingMessage[] = [];
let base: string;
let actor: HttpActor;

const call = (more: Partial<HttpCall['request']> = {}): HttpCall['request'] => ({
  connection: 'shop',
  method: 'GET',
  path: '/orders/ORD-1',
  query: {},
  body: null,
  answer: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
  timeoutMs: 2_000,
  retries: 3,
  ...more,
});
const json =
  (status: number, body: unknown, headers = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  connections.set('shop', { baseUrl: base, allowPrivate: true, headers: { Authorization: 'Bearer k' } });
  actor = new HttpActor({ find: (name: string) => connections.get(name) ?? null } as Connections, seams);
});
afterEach(() => {
  seen = [];
  waits.length = 0;
});
afterAll(async () => {
  await actor.onApplicationShutdown();
  server.closeAllConnections();
  server.close();
});

describe('the http actor', () => {
  it('calls with the key and the headers of the connection and gives the answer', async () => {
    let body = '';
    answer = (request, response) => {
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => json(200, { id: 'ORD-1', extra: 1 })(request, response));
    };
    const result = await actor.call(
      call({ method: 'POST', body: { amount: 5 }, query: { a: 'b c' } }),
      'stepwise-1-2-0',
    );
    expect(result).toEqual({ ok: true, output: { id: 'ORD-1', extra: 1 }, tries: 1 });
    expect(body).toBe('{"amount":5}');
    expect(seen[0]?.url).toBe('/orders/ORD-1?a=b+c');
    expect(seen[0]?.headers).toMatchObject({
      authorization: 'Bearer k',
      'idempotency-key': 'stepwise-1-2-0',
      'content-type': 'application/json',
    });
  });

  it('tries again after errors of the server, with the same key, and waits longer each time', async () => {
    answer = (request, response) => json(seen.length < 3 ? 500 : 200, { id: 'x' })(request, response);
    expect(await actor.call(call(), 'stepwise-1-2-0')).toMatchObject({ ok: true, tries: 3 });
    expect(waits).toEqual([250, 500]);
    expect(new Set(seen.map((request) => request.headers['idempotency-key']))).toEqual(
      new Set(['stepwise-1-2-0']),
    );
  });

  it('gives up after the last repetition with http-5xx', async () => {
    answer = json(503, {});
    expect(await actor.call(call({ retries: 2 }), 'k')).toMatchObject({
      ok: false,
      error: { code: 'http-5xx' },
      tries: 3,
    });
    expect(seen).toHaveLength(3);
  });

  it('waits as long as a 429 asks, but not for an hour', async () => {
    answer = (request, response) =>
      json(seen.length < 2 ? 429 : 200, { id: 'x' }, { 'retry-after': '4' })(request, response);
    expect(await actor.call(call(), 'k')).toMatchObject({ ok: true, tries: 2 });
    expect(waits).toEqual([4_000]);
    answer = json(429, {}, { 'retry-after': '3600' });
    expect(await actor.call(call(), 'k')).toMatchObject({ ok: false, error: { code: 'http-4xx' }, tries: 1 });
  });

  it.each([
    ['a POST that may have been taken before it was refused', 'POST', 'unclear'],
    ['a GET, which does nothing', 'GET', 'http-4xx'],
  ] as const)('%s is %s → %s', async (_, method, code) => {
    answer = (request, response) => json(seen.length < 2 ? 500 : 401, {})(request, response);
    const request = call(method === 'POST' ? { method, body: { amount: 5 } } : {});
    expect(await actor.call(request, 'k')).toMatchObject({ ok: false, error: { code }, tries: 2 });
  });

  it('what went out before under its key is not refused for certain; what never did is', async () => {
    answer = json(422, { message: 'No.' });
    const post = call({ method: 'POST', body: { amount: 5 } });
    expect(await actor.call(post, 'k', undefined, true)).toMatchObject({
      error: { code: 'unclear', message: 'It may have been done before. The answer was 422: No.' },
    });
    expect(await actor.call(post, 'k')).toMatchObject({ error: { code: 'http-4xx' } });
    answer = json(409, { message: 'In progress.' });
    expect(await actor.call(post, 'k')).toMatchObject({ error: { code: 'unclear' } });
  });

  it('a 404 is final at once', async () => {
    answer = json(404, {});
    expect(await actor.call(call(), 'k')).toMatchObject({ ok: false, error: { code: 'http-4xx' }, tries: 1 });
  });

  it('a refusal says why in the words of the other side', async () => {
    answer = json(422, { error: 'invalid-amount', message: 'A refund is more than 0 and at most 943 CNY.' });
    expect(await actor.call(call(), 'k')).toEqual({
      ok: false,
      error: {
        code: 'http-4xx',
        message: 'The answer was 422: A refund is more than 0 and at most 943 CNY.',
        words: {
          en: 'The answer was 422: A refund is more than 0 and at most 943 CNY.',
          'zh-CN': '对方系统返回 422：A refund is more than 0 and at most 943 CNY.',
        },
      },
      tries: 1,
    });
    answer = json(503, { detail: 'Closed for stocktaking.' });
    expect(await actor.call(call({ retries: 0 }), 'k')).toMatchObject({
      error: { code: 'http-5xx', message: 'The answer was 503: Closed for stocktaking.' },
    });
  });

  it.each<[string, RequestListener]>([
    [
      'never ends',
      (_, r) => void r.writeHead(422, { 'content-type': 'application/json' }).write('{"detail":'),
    ],
    [
      'trickles',
      (_, response) => {
        response.writeHead(422, { 'content-type': 'application/json' });
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
    ],
    ['is huge', json(422, { detail: 'x'.repeat(40_000_000) })],
    ['is a page', (_, r) => r.writeHead(422, { 'content-type': 'text/html' }).end('<h1>No</h1>')],
    ['is broken', json(422, '{"detail":')],
    ['is empty', (_, r) => r.writeHead(422).end()],
    [
      'breaks off',
      (_, r) => {
        r.writeHead(422, { 'content-type': 'application/json', 'content-length': 100 }).write('{');
        setTimeout(() => r.destroy(), 20);
      },
    ],
  ])('a refusal whose body %s is the refusal all the same, soon and without words', async (_, listener) => {
    answer = listener;
    const begin = performance.now();
    expect(await actor.call(call({ timeoutMs: 60_000 }), 'k')).toEqual({
      ok: false,
      error: {
        code: 'http-4xx',
        message: 'The answer was 422.',
        words: { en: 'The answer was 422.', 'zh-CN': '对方系统返回 422。' },
      },
      tries: 1,
    });
    expect(performance.now() - begin).toBeLessThan(4_000);
  });

  it('a server that does not answer in time is tried again and then a timeout', async () => {
    answer = () => undefined;
    expect(await actor.call(call({ timeoutMs: 60, retries: 1 }), 'k')).toMatchObject({
      ok: false,
      error: { code: 'timeout' },
      tries: 2,
    });
  });

  it('a body that trickles is a timeout too', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id":');
    };
    expect(await actor.call(call({ timeoutMs: 80, retries: 0 }), 'k')).toMatchObject({
      ok: false,
      error: { code: 'timeout' },
    });
  });

  it('the shorter time-out of the connection counts', async () => {
    answer = () => undefined;
    connections.set('hasty', { baseUrl: base, allowPrivate: true, timeoutMs: 50 });
    const result = await actor.call(call({ connection: 'hasty', timeoutMs: 60_000, retries: 0 }), 'k');
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'timeout', message: 'No answer within 50 ms.' },
    });
  });

  it('a redirect, even to another address, is not followed', async () => {
    answer = (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/meta' }).end();
    expect(await actor.call(call(), 'k')).toMatchObject({
      ok: false,
      error: { code: 'invalid-answer' },
      tries: 1,
    });
    expect(seen).toHaveLength(1);
  });

  it.each<[string, RequestListener]>([
    ['more than 1 MiB', json(200, JSON.stringify({ id: 'x'.repeat(1_100_000) }))],
    ['broken JSON', json(200, '{"id":')],
    ['JSON that does not fit', json(200, { id: 5 })],
    [
      'bytes that are no UTF-8',
      (_, r) => r.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from([0x22, 0xff, 0x22])),
    ],
    ['a web page', (_, r) => r.writeHead(200, { 'content-type': 'text/html' }).end('{"id":"x"}')],
    ['nothing at all', (_, r) => r.writeHead(204).end()],
  ])('an answer of %s is invalid and not asked for again', async (_, listener) => {
    answer = listener;
    expect(await actor.call(call(), 'k')).toMatchObject({
      ok: false,
      error: { code: 'invalid-answer' },
      tries: 1,
    });
  });

  it('an empty answer is null where the schema allows that', async () => {
    answer = (_, response) => response.writeHead(204).end();
    expect(await actor.call(call({ answer: {} }), 'k')).toEqual({ ok: true, output: null, tries: 1 });
  });

  it('a closed port is refused', async () => {
    connections.set('closed', { baseUrl: 'http://127.0.0.1:1', allowPrivate: true });
    expect(await actor.call(call({ connection: 'closed', retries: 1 }), 'k')).toMatchObject({
      ok: false,
      error: { code: 'refused' },
      tries: 2,
    });
  });

  it('a connection that nobody configured is an unknown connection', async () => {
    expect(await actor.call(call({ connection: 'none' }), 'k')).toMatchObject({
      error: { code: 'unknown-connection' },
    });
  });

  it('a path that leaves the connection is forbidden', async () => {
    expect(await actor.call(call({ path: '/../admin' }), 'k')).toMatchObject({
      error: { code: 'forbidden-address' },
    });
    expect(seen).toHaveLength(0);
  });

  it('private addresses are refused unless the connection allows them', async () => {
    const port = new URL(base).port;
    answer = json(200, { id: 'x' });
    for (const host of ['127.0.0.1', '127.1', '2130706433', '[::ffff:127.0.0.1]', '[::1]', 'localhost']) {
      connections.set('guarded', { baseUrl: `http://${host}:${port}` });
      expect(await actor.call(call({ connection: 'guarded' }), 'k')).toMatchObject({
        ok: false,
        error: { code: 'forbidden-address' },
      });
    }
    expect(seen).toHaveLength(0);
  });

  it('a name that turns to a private address after a public one was seen is refused at the socket', async () => {
    let asked = 0;
    const rebinding = new HttpActor(
      { find: () => ({ baseUrl: `http://shop.example:${new URL(base).port}` }) } as unknown as Connections,
      Object.assign(new HttpActorSeams(), {
        sleep: async () => undefined,
        lookUp: (_: string, done: (e: null, a: { address: string; family: number }[]) => void) => {
          asked += 1;
          done(null, [
            { address: '93.184.216.34', family: 4 },
            { address: '127.0.0.1', family: 4 },
          ]);
        },
      }),
    );
    expect(await rebinding.call(call(), 'k')).toMatchObject({ error: { code: 'forbidden-address' } });
    expect(asked).toBe(1);
    expect(seen).toHaveLength(0);
    await rebinding.onApplicationShutdown();
  });

  it('a stop in the middle throws, for nobody knows what the other side did', async () => {
    answer = () => undefined;
    const stop = new AbortController();
    const running = actor.call(call(), 'k', stop.signal);
    setTimeout(() => stop.abort(new Error('shutting down')), 20);
    await expect(running).rejects.toThrow('shutting down');
  });
});
