import { afterEach, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { makeSmallWorld } from '../support/small-world.js';

let app: TestApp;
afterEach(() => app.close());

/** From where somebody signed in, as their list of sessions shows it. */
async function addressOfSignIn(trustedProxies: string[]): Promise<string> {
  app = await startTestApp({ trustedProxies });
  await makeSmallWorld(app.app);
  const { body } = await app.http
    .post('/api/auth/login')
    .set('x-forwarded-for', '198.51.100.4, 203.0.113.9')
    .send({ email: 'ann@test', password: 'long-enough' })
    .expect(200);
  const { accessToken } = body as { accessToken: string };
  const { body: sessions } = await app.http
    .get('/api/me/sessions')
    .set('authorization', `Bearer ${accessToken}`)
    .expect(200);
  return String((sessions as { items: { address: string }[] }).items[0]?.address);
}

it('nobody is believed about an address unless they are named', async () => {
  expect(await addressOfSignIn(['10.0.0.0/8'])).toMatch(/127\.0\.0\.1$/);
});

it('a trusted proxy says whom it speaks for, and what the caller claims before it counts for nothing', async () => {
  expect(await addressOfSignIn(['127.0.0.1', '::1'])).toBe('203.0.113.9');
});
