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
  for (const path of ['/api/docs', '/api/docs/'])
    expect(await policyOf(path)).toContain("style-src 'self' 'unsafe-inline';");
  for (const path of ['/health/live', '/api/docs'])
    expect(await policyOf(path)).toContain("script-src 'self';");
});
