import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connection, Connections } from '../../../src/automation/connections.service.js';
import { HttpActor, HttpActorSeams } from '../../../src/automation/http-actor.service.js';
import type { CallResult } from '../../../src/automation/http-actor.service.js';

const fine: RequestListener = (_, response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
let server: Server;
let base: string;
let actor: HttpActor;
let connection: Connection;
let answer: RequestListener;
let seen: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request.url);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  actor = new HttpActor({ find: () => connection } as unknown as Connections, new HttpActorSeams());
});
beforeEach(() => {
  seen = [];
  answer = fine;
});
afterAll(async () => {
  await actor.onApplicationShutdown();
  server.closeAllConnections();
  server.close();
});

const ask = (
  path: string,
  method: 'GET' | 'POST' | 'DELETE' = 'GET',
  sentBefore = false,
): Promise<CallResult> =>
  actor.call(
    {
      ...{ connection: 'narrow', method, path, query: { q: '/../refunds' }, body: null },
      ...{ answer: {}, timeoutMs: 2_000, retries: 0 },
    },
    'key',
    undefined,
    sentBefore,
  );

describe('a connection that names what it allows', () => {
  beforeEach(() => {
    connection = {
      ...{ baseUrl: `${base}/api/`, allowPrivate: true },
      ...{ methods: ['GET', 'POST'], paths: ['/orders', '/returns/', '/退款'] },
    };
  });

  it('refuses the rest before anything is sent, and what goes around it too', async () => {
    for (const path of ['/orders', '/orders/', '/orders/1', '/returns/7/x', '/%E9%80%80%E6%AC%BE/1', '/退款'])
      expect([path, (await ask(path)).ok]).toEqual([path, true]);
    expect(seen).toHaveLength(6);
    for (const path of [
      ...['/', '/refunds', '/orders-old', '/orders.json', '/returns', '/ORDERS/1', '/%6frders/1'],
      ...['//orders/1', '/x/../orders/1', '/orders/../refunds', '/orders/%2e%2e/refunds'],
      ...['/orders/%252e%252e/refunds', '/orders%2f..%2frefunds', '/orders/%252f..', '/orders/..;/refunds'],
      ...[
        '/orders/..;a=1/refunds',
        '/orders/%2e%2e%3b/refunds',
        '/orders\\..\\refunds',
        '/orders?x',
        '/orders#x',
      ],
      ...['http://evil.example/orders', '@evil.example/orders', '/refunds/orders'],
    ])
      expect([path, await ask(path)]).toMatchObject([
        path,
        { error: { code: 'forbidden-address' }, tries: 0 },
      ]);
    expect(await ask('/orders/1', 'DELETE')).toMatchObject({
      error: { code: 'forbidden-address', message: expect.stringContaining('DELETE is not among') },
    });
    // It may have gone out when the connection still allowed it.
    expect(await ask('/refunds', 'POST', true)).toMatchObject({ error: { code: 'unclear' } });
    expect(seen).toHaveLength(6);
  });

  it('is not left by a redirect', async () => {
    answer = (_, response) => response.writeHead(307, { location: '/api/refunds' }).end();
    expect(await ask('/orders')).toMatchObject({
      error: { code: 'invalid-answer' },
    });
    expect(seen).toEqual(['/api/orders?q=%2F..%2Frefunds']);
  });
});
