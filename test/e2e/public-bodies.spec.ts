import { describe, expect, it } from '@jest/globals';
import { PUBLIC_BODY_BYTES, publicPaths } from '../../src/edge/public-bodies.js';
import { openHttpRoom } from './http-room.js';

const room = openHttpRoom();
const post = (path: string, headers: Record<string, string> = {}) =>
  room.app.http.post(path).set({ 'content-type': 'application/json', ...headers });
/** JSON of so many bytes. */
const bytes = (n: number): string => JSON.stringify({ email: 'x'.repeat(n - 12) });
const keys = (n: number): string => `{${Array.from({ length: n }, (_, i) => `"k${String(i)}":1`).join(',')}}`;

describe('bodies of strangers', () => {
  it('are small on every endpoint that the contract calls public', async () => {
    const { body } = await room.get(room.ann, '/openapi.json');
    const paths = body['paths'] as Record<string, Record<string, { 'x-access'?: { public?: boolean } }>>;
    const open = Object.entries(paths).filter(
      ([path, methods]) =>
        path.startsWith('/api/') && Object.values(methods).some((one) => one['x-access']?.public === true),
    );
    expect([...publicPaths(room.app.app)]).toEqual(expect.arrayContaining(open.map(([path]) => path)));
    expect(open.map(([path]) => path)).toEqual(
      expect.arrayContaining(['/api/auth/login', '/api/auth/setup']),
    );
    for (const [path, methods] of open) {
      if (!('post' in methods)) continue;
      const fits = await post(path).send(bytes(PUBLIC_BODY_BYTES));
      expect([401, 422]).toContain(fits.status);
      // A token does not make it more.
      const dresses: Record<string, string>[] = [{}, { authorization: `Bearer ${room.ann}` }];
      for (const headers of dresses) {
        const { status, body: problem } = await post(path, headers).send(bytes(PUBLIC_BODY_BYTES + 1));
        expect({ path, status }).toEqual({ path, status: 413 });
        expect(problem).toMatchObject({ type: 'urn:stepwise:problem:body-too-large', limitBytes: 16_384 });
      }
    }
  });

  it('are small however the address is written', async () => {
    const headers = { authorization: 'Bearer x' };
    const { status } = await post('/api/auth/%6cogin', headers).send(bytes(PUBLIC_BODY_BYTES + 1));
    expect(status).toBe(413);
  });

  it('are small without a token wherever they are sent to', async () => {
    expect((await post('/api/tickets').send(bytes(PUBLIC_BODY_BYTES + 1))).status).toBe(413);
    expect((await post('/api/no/such/thing').send(bytes(PUBLIC_BODY_BYTES + 1))).status).toBe(413);
    const madeUp = { authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl' };
    expect((await post('/api/tickets', madeUp).send(bytes(PUBLIC_BODY_BYTES + 1))).status).toBe(413);
    const mine = { authorization: `Bearer ${room.ann}` };
    expect((await post('/api/tickets', mine).send(bytes(PUBLIC_BODY_BYTES + 1))).status).toBe(422);
    expect((await post('/api/tickets').send(bytes(100))).status).toBe(401);
  });

  it('that come in pieces are not read', async () => {
    const request = post('/api/auth/login');
    request.write(bytes(100));
    const { status, body } = await request;
    expect(status).toBe(411);
    expect(body).toMatchObject({ type: 'urn:stepwise:problem:length-missing' });
  });

  it('with very many fields are refused in one go: the sign-in, and whoever has signed in', async () => {
    expect((await post('/api/auth/login').send(keys(90_000))).status).toBe(413);
    const small = await post('/api/auth/login').send(keys(1_200));
    expect(small.status).toBe(422);
    expect((small.body as { errors: unknown[] }).errors).toEqual([
      { pointer: '', message: 'has more than 1000 fields' },
    ]);
    const mine = await post('/api/tickets', { authorization: `Bearer ${room.ann}` }).send(keys(60_000));
    expect(mine.status).toBe(422);
    expect((mine.body as { errors: unknown[] }).errors).toHaveLength(1);
  });

  it('must come within half a minute, and their headers within ten seconds', () => {
    const { server } = room.app.app.getHttpAdapter().getInstance();
    expect({ request: server.requestTimeout, headers: server.headersTimeout }).toEqual({
      request: 30_000,
      headers: 10_000,
    });
  });
});
