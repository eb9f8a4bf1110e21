import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DemoService } from '../../../src/demo/demo.service.js';
import { DemoPeopleGate } from '../../../src/demo/people-gate.service.js';
import { startTestApp, type TestApp } from '../../support/app.js';

let test: TestApp;
let gate: DemoPeopleGate;

beforeAll(async () => {
  test = await startTestApp({ role: 'api' });
  gate = new DemoPeopleGate(test.db);
  await test.app.get(DemoService, { strict: false }).ensurePeople();
});
afterAll(() => test.close());

const signIn = (email: string) => test.http.post('/api/auth/login').send({ email, password: 'stepwise' });

it('without the demo its people cannot sign in, their sessions end, and with it they come back', async () => {
  const before = await signIn('agent@demo');
  expect(before.status).toBe(200);
  await test.db.pool.query(`update users set active = false where email = 'agent2@demo'`);

  expect(await gate.close()).toBeGreaterThan(3);
  expect(await gate.close()).toBe(0);
  for (const email of ['agent@demo', 'admin@demo']) expect((await signIn(email)).status).toBe(401);
  // What a process knows of a session is a second old at most.
  test.clock.pass(1_100);
  const me = await test.http.get('/api/me').set('authorization', `Bearer ${before.body.accessToken}`);
  expect(me.status).toBe(401);

  expect(await gate.open()).toBeGreaterThan(3);
  expect((await signIn('agent@demo')).status).toBe(200);
  // Somebody else put this one out.
  expect((await signIn('agent2@demo')).status).toBe(401);
  expect(await gate.open()).toBe(0);
});
