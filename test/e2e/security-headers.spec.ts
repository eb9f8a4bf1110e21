import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp({ role: 'api' });
});
afterAll(() => test.close());

const policyOf = async (path: string): Promise<string> =>
  String((await test.http.get(path)).headers['content-security-policy']);

it('pages may bring no styles of their own, but for the reader of the API', async () => {
  for (const path of [
    '/health/live',
    '/api/me',
    '/api/openapi.json',
    '/api/docsish',
    '/no-such-page',
    '/x?/api/docs',
  ])
    expect(await policyOf(path)).toContain("style-src 'self';");
  for (const path of ['/api/docs', '/api/docs/', '/%61pi/docs'])
    expect(await policyOf(path)).toContain("style-src 'self' 'unsafe-inline';");
  for (const path of ['/health/live', '/api/docs'])
    expect(await policyOf(path)).toContain("script-src 'self';");
});

it('answers of the API are kept by nobody, but for what is the same for everybody', async () => {
  const kept = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
    String((await test.http.get(path).set(headers)).headers['cache-control']);
  for (const path of [
    '/api/me',
    '/api/me?x=/api/docs',
    '/api/no-such-thing',
    '/api/about',
    // The same endpoint, written otherwise.
    '/%61pi/about',
    '/ap%69/abou%74',
    '/%61pi/tickets',
    '/api/docsish',
    '/api/tickets/%ED%A0%80',
    '/api/tickets/%zz',
    '/api',
  ])
    expect([path, await kept(path)]).toEqual([path, 'no-store']);
  expect((await test.http.get('/%61pi/about')).status).toBe(200);
  const { headers } = await test.http.post('/api/auth/login').send({});
  expect(headers['cache-control']).toBe('no-store');
  for (const path of ['/api/openapi.json', '/api/docs', '/api/sop.schema.json'])
    expect([path, await kept(path)]).not.toEqual([path, 'no-store']);
});

it('every answer has all of them, whoever gives it', async () => {
  const all = {
    'content-security-policy':
      "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'SAMEORIGIN',
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
  };
  const { http } = test;
  const answers = {
    200: http.get('/health/live'),
    400: http.get('/api/tickets/%zz'),
    401: http.get('/api/me'),
    404: http.get('/api/no-such-thing'),
    405: http.delete('/api/me'),
    413: http.post('/api/tickets').send({ subject: 'x'.repeat(20_000) }),
    415: http.post('/api/auth/login').set('content-type', 'application/xml').send('<x/>'),
    422: http.post('/api/auth/login').send({}),
  };
  for (const [status, asked] of Object.entries(answers)) {
    const answer = await asked;
    expect([status, answer.status]).toEqual([status, Number(status)]);
    expect(answer.headers).toMatchObject(all);
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
  }
});
