import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Connections } from '../../../src/automation/connections.service.js';
import { HttpActor, HttpActorSeams } from '../../../src/automation/http-actor.service.js';

let server: Server;
let actor: HttpActor;
let answer = '';

beforeAll(async () => {
  server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  actor = new HttpActor(
    { find: () => ({ baseUrl, allowPrivate: true }) } as unknown as Connections,
    new HttpActorSeams(),
  );
});
afterAll(async () => {
  await actor.onApplicationShutdown();
  server.closeAllConnections();
  server.close();
});

const ask = () =>
  actor.call(
    {
      ...{ connection: 'shop', method: 'GET', path: '/orders/1', query: {}, body: null },
      ...{ answer: { type: 'object' }, timeoutMs: 5_000, retries: 3 },
    },
    'k',
  );

it.each([
  [
    'nested',
    `${'['.repeat(400_000)}${']'.repeat(400_000)}`,
    /^\/more(?:\/0)+ is nested more than 64 levels deep$/,
  ],
  ['full of values', `[${'{},'.repeat(300_000)}{}]`, /^\/ holds more than 20000 values in all$/],
])(
  'an answer that is %s without end is invalid, with its place, and nothing is made of it',
  async (_, more, place) => {
    const parsed = jest.spyOn(JSON, 'parse');
    try {
      answer = '{"id":"seen by the watch"}';
      expect(await ask()).toMatchObject({ ok: true });
      expect(parsed).toHaveBeenCalledWith(answer);
      answer = `{"id":"x","more":${more}}`;
      parsed.mockClear();
      const result = await ask();
      expect(result).toMatchObject({ ok: false, error: { code: 'invalid-answer' }, tries: 1 });
      const { message, words } = (result as Extract<typeof result, { ok: false }>).error;
      expect(message.replace('The answer does not fit: ', '')).toMatch(place);
      expect(words?.['zh-CN']).toMatch(/^对方系统的响应不符合约定的格式：/);
      expect(parsed.mock.calls.filter(([text]) => text === answer)).toEqual([]);
    } finally {
      parsed.mockRestore();
    }
  },
);
