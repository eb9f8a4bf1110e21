import { beforeAll, describe, expect, it } from '@jest/globals';
import { Contract, type ApiDocument, type Breach } from '../support/contract.js';
import { openHttpRoom, type Answer, type Body } from './http-room.js';

const room = openHttpRoom();
let contract: Contract;
let breaches: Breach[];

beforeAll(async () => {
  const { body } = await room.app.http.get('/api/openapi.json').expect(200);
  contract = new Contract(body as ApiDocument);
  breaches = [];
});

/** Calls, and holds the answer against the document. */
async function call(method: 'get' | 'post', token: string, path: string, body: object = {}): Promise<Answer> {
  const answer = method === 'get' ? await room.get(token, path) : await room.post(token, path, body);
  const breach = contract.check(method, `/api${path}`, answer.status, answer.body);
  if (breach !== null) breaches.push(breach);
  return answer;
}

async function open(more: object = {}): Promise<Body> {
  const ticket = {
    sop: 'small',
    subject: 'Late',
    body: 'Where is it?',
    customer: { id: 'c9', name: 'Kim' },
    data: { reason: 'late' },
  };
  return (await call('post', room.ann, '/tickets', { ...ticket, ...more })).body;
}

async function readAll(id: string): Promise<void> {
  for (const path of ['', '/guide', '/history', '/visits', '/messages'])
    expect((await call('get', room.sue, `/tickets/${id}${path}`)).status).toBe(200);
}

describe('the OpenAPI document tells the truth', () => {
  it("about every answer of a ticket's life", async () => {
    const { id } = await open();
    const event = (type: string, data?: object): Promise<Answer> =>
      call('post', room.ann, `/tickets/${id}/events`, { type, data });
    await readAll(id);
    const next = await call('post', room.ann, '/desk/next');
    expect(next.status).toBe(200);
    expect((await call('get', room.ann, '/desk')).body['held']).toHaveLength(1);
    expect((await call('post', room.ann, `/desk/${id}/renew`)).status).toBe(200);
    expect((await call('post', room.ann, `/desk/${id}/release`, { reason: 'Break' })).status).toBe(200);
    expect((await call('get', room.ann, '/desk')).body['lanes']).toHaveLength(1);
    for (const message of [
      { from: 'agent', body: 'One moment' },
      { from: 'agent', body: 'Check the depot', internal: true },
      { from: 'customer', body: 'Thank you' },
    ])
      expect((await call('post', room.ann, `/tickets/${id}/messages`, message)).status).toBe(201);
    for (const type of ['NOTE', 'ASK']) expect((await event(type)).status).toBe(200);
    await readAll(id);
    await call('post', room.ann, `/tickets/${id}/messages`, { from: 'customer', body: 'It is blue' });
    expect((await event('SPLIT')).status).toBe(200);
    await readAll(id);
    expect((await event('LEFT_DONE')).status).toBe(200);
    await readAll(id);
    expect((await event('STOP')).status).toBe(200);
    expect((await call('post', room.ann, `/tickets/${id}/escalate`, { reason: 'Hard' })).status).toBe(200);
    expect((await call('post', room.sue, `/tickets/${id}/hand-back`, { reason: 'Easy' })).status).toBe(200);
    const to = { userId: room.w.sue.id };
    expect((await call('post', room.sue, `/tickets/${id}/transfer`, { to, reason: 'Yours' })).status).toBe(
      200,
    );
    expect((await call('post', room.sue, `/tickets/${id}/priority`, { priority: 'urgent' })).status).toBe(
      200,
    );
    await call('post', room.sue, `/tickets/${id}/events`, { type: 'APPROVE', data: { amount: 5 } });
    await readAll(id);
    expect((await call('post', room.sue, `/tickets/${id}/reopen`, { reason: 'Again' })).status).toBe(200);
    const { id: other } = await open();
    const into = { into: other };
    expect((await call('post', room.sue, `/tickets/${id}/merge`, into)).status).toBe(200);
    expect((await call('post', room.sue, `/tickets/${id}/undo`)).status).toBe(200);
    expect((await call('post', room.sue, `/tickets/${id}/merge`, into)).status).toBe(200);
    expect((await call('post', room.sue, `/tickets/${other}/cancel`, { reason: 'Void' })).status).toBe(200);
    await readAll(id);
    await readAll(other);
    expect((await call('get', room.ann, '/tickets?q=Late&limit=1')).body.items).toHaveLength(1);
    expect(breaches).toEqual([]);
    expect(contract.checked.size).toBeGreaterThan(18);
  });

  it('about every refusal', async () => {
    breaches = [];
    const { id } = await open();
    const statuses: number[] = [];
    for (const [type, data] of [
      ['FLY', {}],
      ['VIP', {}],
      ['APPROVE', {}],
      ['APPROVE', { amount: 'much' }],
    ] as const)
      statuses.push((await call('post', room.ann, `/tickets/${id}/events`, { type, data })).status);
    expect(statuses).toEqual([409, 409, 422, 422]);
    const stale = await room.post(room.ann, `/tickets/${id}/events`, { type: 'NOTE' }, { 'if-match': '"9"' });
    const breach = contract.check('post', `/api/tickets/${id}/events`, stale.status, stale.body);
    expect([stale.status, breach]).toEqual([412, null]);
    expect((await call('get', room.lab, `/tickets/${id}/guide`)).status).toBe(404);
    expect((await call('post', room.ann, '/tickets', { sop: 'small' })).status).toBe(422);
    expect((await call('get', room.ann, '/tickets?limit=0')).status).toBe(422);
    expect((await call('post', room.ann, `/desk/${id}/renew`)).status).toBe(409);
    expect((await call('post', room.ann, `/tickets/${id}/merge`, { into: id })).status).toBe(403);
    expect((await call('post', room.ann, `/tickets/${id}/reopen`, { reason: 'r' })).status).toBe(409);
    expect(breaches).toEqual([]);
  });

  it('about SOPs', async () => {
    breaches = [];
    expect((await call('get', room.ann, '/sops')).body.items).toHaveLength(1);
    expect((await call('get', room.sue, '/sops/small/versions')).body.items).toHaveLength(1);
    expect((await call('get', room.sue, '/sops/small/versions/1')).status).toBe(200);
    expect((await call('get', room.sue, '/sops/small/versions/9')).status).toBe(404);
    expect(breaches).toEqual([]);
  });
});

describe('the check of the contract itself', () => {
  it('sees a field that is missing, unknown or of another type, and an answer that is not declared', async () => {
    const { id } = await open();
    const { body } = await room.get(room.ann, `/tickets/${id}`);
    const errorsOf = (answer: object, status = 200): string[] =>
      contract.check('get', `/api/tickets/${id}`, status, answer)?.errors ?? [];
    expect(errorsOf(body)).toEqual([]);
    const { subject, ...without } = body;
    expect(subject).toBe('Late');
    expect(errorsOf(without)).toEqual([expect.stringContaining('required')]);
    expect(errorsOf({ ...body, secret: 1 })).toEqual([expect.stringContaining('secret')]);
    expect(errorsOf({ ...body, assignee: 7 })).toEqual([expect.stringContaining('/assignee')]);
    expect(errorsOf({ ...body, status: 'odd' })).toEqual([expect.stringContaining('/status')]);
    expect(errorsOf(body, 418)).toEqual(['is not declared']);
  });

  it('finds the names that clients are generated from', async () => {
    const { body } = await room.app.http.get('/api/openapi.json').expect(200);
    const { schemas } = (body as ApiDocument).components;
    const names =
      'Ticket Guide GuideStep GuideAction GuideReply ChecklistItem GuideClocks TicketAndGuide Held Lease Desk LaneWaiting HistoryEntry Visit VisitParts Message SopSummary SopVersion Finding Problem';
    expect(names.split(' ').filter((name) => !(name in schemas))).toEqual([]);
  });
});
