import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PeopleService } from '../../src/people/people.service.js';
import { openHttpRoom } from './http-room.js';

type Method = 'post' | 'put' | 'patch' | 'delete';

const room = openHttpRoom();
let designer = '';

beforeAll(async () => {
  await room.app.app.get(PeopleService).createUser({
    ...{ email: 'designer@test', name: 'Dee', password: 'long-enough' },
    roles: ['admin', 'designer'],
  });
  designer = await room.signIn('designer@test');
});

const MARK = '[[[[[[[[';
/** So small that strangers may send it. */
const DEEP = `{"data":{"a":${'['.repeat(7_000)}${']'.repeat(7_000)}}}`;
const AS_JSON = 'application/json';
const FULL = [{ pointer: `/data/a${'/0'.repeat(63)}`, message: 'is nested more than 64 levels deep' }];

const send = (method: Method, path: string, type: string, body: string) =>
  room.app.http[method](path)
    .set({ authorization: `Bearer ${designer}`, 'content-type': type, 'accept-language': 'en' })
    .send(body);

/** Every way in that takes a body, with something in the place of its parameters. */
async function doors(): Promise<[Method, string][]> {
  const { body } = await room.get(designer, '/openapi.json');
  const paths = body['paths'] as Record<string, Record<string, unknown>>;
  return Object.entries(paths).flatMap(([path, operations]) =>
    (['post', 'put', 'patch', 'delete'] as const)
      .filter((method) => method in operations)
      .map((method): [Method, string] => [method, path.replace(/\{\w+\}/g, '1')]),
  );
}

describe('a body of JSON beyond the limits', () => {
  it('is refused at every endpoint of the contract, and nothing is ever made of it', async () => {
    const parsed = jest.spyOn(JSON, 'parse');
    try {
      const texts = (): string[] => parsed.mock.calls.map(([text]) => String(text));
      await send('post', '/api/tickets', AS_JSON, '{"seen":"by the watch"}').expect(422);
      expect(texts().some((text) => text.includes('by the watch'))).toBe(true);
      const all = await doors();
      expect(all.length).toBeGreaterThan(30);
      for (const [method, path] of all) {
        const { status, body } = await send(method, path, AS_JSON, DEEP);
        // Texts of SOPs have a parser of their own, in a thread.
        const isSop = /^\/api\/sops\/(?:check|1\/draft)$/.test(path) && method !== 'delete';
        if (isSop) expect([path, status < 500]).toEqual([path, true]);
        else expect([method, path, status, body.errors]).toEqual([method, path, 422, FULL]);
      }
      // The answer names the place; it holds nothing that was sent.
      expect(texts().filter((text) => text.includes(MARK))).toEqual([]);
    } finally {
      parsed.mockRestore();
    }
  });

  it('is refused however its type is written, and in pieces', async () => {
    for (const type of [
      'application/json; charset=utf-8',
      'application/json;charset=utf-16',
      'APPLICATION/JSON',
      ' application/json ; x=1',
    ]) {
      const { status, body } = await send('post', '/api/tickets', type, DEEP);
      expect([type, status, body.errors]).toEqual([type, 422, FULL]);
    }
    await room.app.app.listen(0, '127.0.0.1');
    const { port } = room.app.app.getHttpAdapter().getInstance().server.address() as AddressInfo;
    const headers = { authorization: `Bearer ${designer}`, 'content-type': AS_JSON };
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(
        { port, host: '127.0.0.1', path: '/api/tickets', method: 'POST', headers },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      );
      request.on('error', reject);
      for (let from = 0; from < DEEP.length; from += 1_000) request.write(DEEP.slice(from, from + 1_000));
      request.end();
    });
    expect(status).toBe(422);
  });

  it('is not understood as anything else', async () => {
    for (const type of [
      'application/problem+json',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
    ])
      expect([type, (await send('post', '/api/tickets', type, 'a=1')).status]).toEqual([type, 415]);
  });

  it('that a key came with is refused each time, and the key is still free', async () => {
    const ticket = { sop: 'small', subject: 'Late', customer: { id: 'c' }, data: { reason: 'late' } };
    const headers = { 'idempotency-key': 'deep-then-fine', 'content-type': AS_JSON };
    const post = (body: string) =>
      room.app.http
        .post('/api/tickets')
        .set({ ...headers, authorization: `Bearer ${room.ann}` })
        .send(body);
    expect([(await post(DEEP)).status, (await post(DEEP)).status]).toEqual([422, 422]);
    const { id } = (await post(JSON.stringify(ticket)).expect(201)).body as { id: string };
    const again = await post(JSON.stringify(ticket));
    expect(again.body).toMatchObject({ id });
  });
});
