import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoService } from '../../src/demo/demo.service.js';
import { customerIdOf, orderOf } from '../../src/demo/shop-data.js';
import { SopFolderService } from '../../src/sops/sop-folder.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { until } from '../support/until.js';
import type { Answer, Body } from './http-room.js';

const WORKFLOWS = fileURLToPath(new URL('../../workflows/', import.meta.url));
let app: TestApp;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  app = await startTestApp({ role: 'all', demo: true });
  await app.app.get(SopFolderService, { strict: false }).loadFromFolders([WORKFLOWS]);
  const demo = app.app.get(DemoService, { strict: false });
  await demo.ensureShop();
  await demo.ensurePeople();
  for (const name of ['agent', 'agent2', 'lead', 'manager']) {
    const { body } = await app.http
      .post('/api/auth/login')
      .send({ email: `${name}@demo`, password: 'stepwise' });
    tokens[name] = (body as { accessToken: string }).accessToken;
  }
});
afterAll(() => app.close());

async function call(who: string, method: 'get' | 'post', path: string, body?: object): Promise<Answer> {
  const request = app.http[method](`/api${path}`).set({ authorization: `Bearer ${String(tokens[who])}` });
  return await (body === undefined ? request : request.send(body));
}
async function ticketIn(id: string, step: string): Promise<Body> {
  let body: Body | undefined;
  await until(`ticket ${id} comes to ${step}`, async () => {
    ({ body } = await call('agent', 'get', `/tickets/${id}`));
    const steps = body['steps'] as string[];
    return steps.includes(step) || (step === 'end' && body['status'] !== 'open');
  });
  return body as unknown as Body;
}
const openRefund = (data: { orderId?: string; amount?: number }) =>
  call('agent', 'post', '/tickets', {
    sop: 'refund-only',
    subject: 'The handle is broken',
    body: 'It came broken.',
    customer: { id: customerIdOf(data.orderId ?? 'ORD-100001'), name: 'Lin' },
    data: { orderId: 'ORD-100001', reason: 'damaged', ...data },
  });

describe('a refund in the shop that ships', () => {
  it('is looked up, taken by an agent, approved, paid once by the shop, and answered for', async () => {
    const opened = await openRefund({ amount: 20 });
    expect(opened.status).toBe(201);
    const { id } = opened.body;
    await ticketIn(id, 'checking.assess');
    const taken = await call('agent', 'post', '/desk/next');
    expect(taken.status).toBe(200);
    expect(taken.body['ticket']).toMatchObject({ id });
    expect(taken.body['lease']).toMatchObject({ expiresAt: expect.any(String) as unknown });
    expect((await call('agent2', 'post', '/desk/next')).status).toBe(204);
    const stolen = await call('agent2', 'post', `/tickets/${id}/events`, {
      type: 'APPROVE',
      data: { amount: 20, finding: 'Broken handle' },
    });
    expect([stolen.status, stolen.body.type]).toEqual([409, 'urn:stepwise:problem:held-by-other']);
    const approved = await call('agent', 'post', `/tickets/${id}/events`, {
      type: 'APPROVE',
      data: { amount: 20, finding: 'Broken handle' },
    });
    expect(approved.status).toBe(200);
    const done = await ticketIn(id, 'end');
    expect(done).toMatchObject({ status: 'resolved', outcome: 'refunded' });

    const history = await call('agent', 'get', `/tickets/${id}/history`);
    expect(history.body.items.map((h) => h['type'])).toEqual([
      'opened',
      'done.order',
      'claimed',
      'APPROVE',
      'done.refund',
    ]);
    expect(history.body.items.map((h) => h['cause'])).toEqual([
      'agent',
      'automation',
      'agent',
      'agent',
      'automation',
    ]);
    const messages = await call('agent', 'get', `/tickets/${id}/messages`);
    expect(messages.body.items.map((m) => m['from'])).toEqual(expect.arrayContaining(['customer', 'system']));

    await call('agent', 'post', `/tickets/${id}/reopen`, { reason: 'The money is not there' });
    const again = await ticketIn(id, 'checking.assess');
    expect(again).toMatchObject({ status: 'open', reopenings: 1 });
  });

  it('above the limit needs a supervisor other than the one who asked', async () => {
    const ids = Array.from({ length: 1_000 }, (_, i) => `ORD-${String(100_000 + i)}`);
    const dear = ids.find((id) => (orderOf(id, app.clock.now())?.amount ?? 0) > 600);
    const { body } = await openRefund({ orderId: dear, amount: 600 });
    await ticketIn(body.id, 'checking.assess');
    await call('lead', 'post', `/tickets/${body.id}/events`, {
      type: 'APPROVE',
      data: { amount: 600, finding: 'Wrong item sent' },
    });
    await ticketIn(body.id, 'approving.supervisor');
    const own = await call('lead', 'post', `/tickets/${body.id}/events`, { type: 'APPROVE' });
    expect([own.status, own.body.type]).toEqual([409, 'urn:stepwise:problem:guard-closed']);
    // Nor are they handed it.
    const taken = await call('lead', 'post', `/desk/${body.id}/take`, {});
    expect([taken.status, taken.body.type]).toEqual([403, 'urn:stepwise:problem:not-yours']);
  });

  it('shows up in the figures, which a manager reads and an agent does not', async () => {
    const now = app.clock.now();
    const range = `from=${new Date(now - 86_400_000).toISOString()}&to=${new Date(now + 86_400_000).toISOString()}`;
    expect((await call('agent', 'get', `/metrics/overview?${range}`)).status).toBe(403);
    const overview = await call('manager', 'get', `/metrics/overview?${range}`);
    expect(overview.status).toBe(200);
    const steps = await call('manager', 'get', `/metrics/steps?sop=refund-only&${range}`);
    expect(steps.status).toBe(200);
    expect(JSON.stringify(steps.body)).toContain('checking.assess');
  });
});
