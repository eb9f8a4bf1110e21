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
