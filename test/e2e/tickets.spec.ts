import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findTestData } from '../support/test-data.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { makeSmallWorld, type SmallWorld } from '../support/small-world.js';

let app: TestApp;
let w: SmallWorld;
let ann: string;
let lab: string;
let sue: string;

beforeAll(async () => {
  app = await startTestApp();
  w = await makeSmallWorld(app.app);
  ann = await signIn('ann@test');
  lab = await signIn('lab@test');
  sue = await signIn('sue@test');
});
afterAll(() => app.close());

interface Body {
  [key: string]: unknown;
  id: string;
  version: number;
  type: string;
  detail: string;
  errors: { pointer: string; message: string }[];
  accepted: string[];
  items: Record<string, unknown>[];
}
interface Answer {
  status: number;
  body: Body;
  headers: Record<string, string>;
}

async function signIn(email: string): Promise<string> {
  const { body } = await app.http
    .post('/api/auth/login')
    .send({ email, password: 'long-enough' })
    .expect(200);
  return (body as { accessToken: string }).accessToken;
}
async function post(
  token: string,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return (await app.http
    .post(`/api${path}`)
    .set({ authorization: `Bearer ${token}`, ...headers })
    .send(body)) as unknown as Answer;
}
async function get(token: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return (await app.http
    .get(`/api${path}`)
    .set({ authorization: `Bearer ${token}`, ...headers })) as unknown as Answer;
}
async function openSmall(more: object = {}): Promise<Body> {
  const { status, body } = await post(ann, '/tickets', {
    sop: 'small',
    subject: 'Late',
    customer: { id: 'c9', name: 'Kim' },
    data: { reason: 'late' },
    ...more,
  });
  expect(status).toBe(201);
  return body;
}

describe('a ticket over HTTP', () => {
  it('is opened, read, led and advanced to its end, and tells its story', async () => {
    const opened = await openSmall({ body: 'Where is my parcel?' });
    expect(opened).toMatchObject({
      sop: 'small',
      sopVersion: 1,
      status: 'open',
      state: 'triage',
      steps: ['triage'],
      team: 'desk',
      tier: 1,
      version: 1,
      assignee: null,
      data: { reason: 'late' },
    });
    const read = await get(ann, `/tickets/${opened.id}`);
    expect(read.headers['etag']).toBe('"1"');
    expect(read.body).toEqual(opened);

    const guide = await get(ann, `/tickets/${opened.id}/guide`, { 'accept-language': 'zh-CN' });
    expect(guide.body['steps']).toEqual([
      expect.objectContaining({
        title: '初审',
        instructions: '阅读“late”并决定。',
        replies: [expect.objectContaining({ text: '您好，Kim' })],
      }),
    ]);
    const actions = guide.body['actions'] as {
      event: string;
      enabled: boolean;
      why?: string;
      form?: object;
    }[];
    expect(actions.find((a) => a.event === 'VIP')).toMatchObject({ enabled: false, why: '仅限 VIP 买家。' });
    expect(actions.find((a) => a.event === 'APPROVE')).toMatchObject({
      enabled: true,
      form: { type: 'object' },
    });

    const done = await post(ann, `/tickets/${opened.id}/events`, { type: 'APPROVE', data: { amount: 12.5 } });
    expect(done.status).toBe(200);
    expect(done.body['ticket']).toMatchObject({
      status: 'resolved',
      outcome: 'paid',
      version: 2,
      data: { amount: 12.5 },
    });

    const history = await get(ann, `/tickets/${opened.id}/history`);
    expect(history.body.items.map((h) => [h['seq'], h['type'], h['cause']])).toEqual([
      [1, 'opened', 'agent'],
      [2, 'APPROVE', 'agent'],
    ]);
    const visits = await get(ann, `/tickets/${opened.id}/visits`);
    expect(visits.body.items).toHaveLength(1);
    const [visit] = visits.body.items as { dwell: number; parts: Record<string, number>; leftBy: string }[];
    expect(visit?.leftBy).toBe('APPROVE');
    expect(Object.values(visit?.parts ?? {}).reduce((a, b) => a + b)).toBe(visit?.dwell);
    const messages = await get(ann, `/tickets/${opened.id}/messages`);
    expect(messages.body.items).toEqual([
      expect.objectContaining({ from: 'customer', body: 'Where is my parcel?' }),
    ]);
  });

  it('is answered the same for the same Idempotency-Key, and 422 for another request under it', async () => {
    const body = { sop: 'small', subject: 'Once', customer: { id: 'c1' }, data: { reason: 'r' } };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post(ann, '/tickets', body, { 'idempotency-key': 'open-once' })),
    );
    expect(new Set(answers.map((a) => `${String(a.status)} ${JSON.stringify(a.body)}`)).size).toBe(1);
    const other = await post(
      ann,
      '/tickets',
      { ...body, subject: 'Twice' },
      { 'idempotency-key': 'open-once' },
    );
    expect([other.status, other.body.type]).toEqual([422, 'urn:stepwise:problem:idempotency-key-reused']);
    const { id } = answers[0]?.body ?? { id: '' };
    const note = () =>
      post(ann, `/tickets/${id}/events`, { type: 'NOTE' }, { 'idempotency-key': 'note-once' });
    const notes = [await note(), await note()];
    expect(notes[0]?.body).toEqual(notes[1]?.body);
    expect((await get(ann, `/tickets/${id}`)).body.version).toBe(2);
  });

  it('refuses a version that is not the current one, and says which is', async () => {
    const { id } = await openSmall();
    const stale = await post(ann, `/tickets/${id}/events`, { type: 'NOTE' }, { 'if-match': '"7"' });
    expect([stale.status, stale.body['currentVersion']]).toEqual([412, 1]);
    const fresh = await post(ann, `/tickets/${id}/events`, { type: 'NOTE' }, { 'if-match': '"1"' });
    expect(fresh.status).toBe(200);
    const nonsense = await post(ann, `/tickets/${id}/events`, { type: 'NOTE' }, { 'if-match': 'yesterday' });
    expect(nonsense.status).toBe(400);
  });

  it('says in the language of the caller why a way is closed and what a form lacks', async () => {
    const { id } = await openSmall();
    const closed = await post(
      ann,
      `/tickets/${id}/events`,
      { type: 'APPROVE', data: { amount: 900 } },
      { 'accept-language': 'zh-CN' },
    );
    expect(closed.status).toBe(409);
    expect(closed.body['why']).toBe('超过 500 元须主管审批，请用“提交审批”。');
    const form = await post(
      ann,
      `/tickets/${id}/events`,
      { type: 'APPROVE', data: {} },
      { 'accept-language': 'en' },
    );
    expect(form.status).toBe(422);
    expect(form.body.errors).toEqual([
      { pointer: '/data/amount', message: expect.any(String) as unknown as string },
    ]);
    const unknown = await post(ann, `/tickets/${id}/events`, { type: 'FLY' });
    expect([unknown.status, unknown.body.accepted.includes('ASK')]).toEqual([409, true]);
  });

  it("of another team does not exist, in reads, lists and writes alike; one of whose steps is the team's does", async () => {
    const { id } = await openSmall({ subject: 'Hidden from the lab' });
    for (const path of ['', '/guide', '/history', '/visits', '/messages'])
      expect((await get(lab, `/tickets/${id}${path}`)).status).toBe(404);
    for (const [path, body] of [
      ['events', { type: 'NOTE' }],
      ['escalate', { reason: 'r' }],
      ['transfer', { to: { team: 'lab' }, reason: 'r' }],
      ['reopen', { reason: 'r' }],
      ['messages', { from: 'agent', body: 'b' }],
      ['messages', { from: 'customer', body: 'b' }],
    ] as const)
      expect((await post(lab, `/tickets/${id}/${path}`, body)).status).toBe(404);
    const list = await get(lab, '/tickets?q=Hidden');
    expect(list.body.items).toEqual([]);
    await post(ann, `/tickets/${id}/events`, { type: 'SPLIT' });
    expect((await get(lab, `/tickets/${id}`)).status).toBe(200);
    expect((await get(lab, '/tickets?q=Hidden')).body.items).toHaveLength(1);
  });

  it('is found by step, status, team, assignee and words, page by page', async () => {
    const ids = [];
    for (let i = 0; i < 5; i++) ids.push((await openSmall({ subject: `Findable 100% ${String(i)}` })).id);
    await post(ann, `/tickets/${String(ids[0])}/events`, { type: 'ASK' });
    const asking = await get(ann, '/tickets?step=asking&q=Findable');
    expect(asking.body.items.map((t) => t['id'])).toEqual([ids[0]]);
    const first = await get(ann, `/tickets?q=${encodeURIComponent('100%')}&limit=2&status=open&team=desk`);
    expect(first.body.items.map((t) => t['id'])).toEqual([ids[4], ids[3]]);
    const second = await get(ann, `/tickets?q=Findable&limit=2&cursor=${String(first.body['nextCursor'])}`);
    expect(second.body.items.map((t) => t['id'])).toEqual([ids[2], ids[1]]);
    const bad = await get(ann, '/tickets?limit=9999&cursor=x');
    expect(bad.status).toBe(422);
  });

  it('is escalated, transferred, cancelled, merged and reopened by those who may', async () => {
    const { id } = await openSmall();
    const up = await post(ann, `/tickets/${id}/escalate`, { reason: 'Too hard' });
    expect(up.body['ticket']).toMatchObject({ tier: 2, escalations: 1 });
    const nowhere = await post(ann, `/tickets/${id}/transfer`, { to: { team: 'moon' }, reason: 'r' });
    expect([nowhere.status, nowhere.body.errors[0]?.pointer]).toEqual([422, '/to/team']);
    const lost = await post(ann, `/tickets/${id}/transfer`, { to: { userId: w.lab.id }, reason: 'r' });
    expect(lost.status).toBe(422);
    expect((await post(ann, `/tickets/${id}/cancel`, { reason: 'r' })).status).toBe(403);
    const { id: other } = await openSmall();
    expect((await post(sue, `/tickets/${id}/merge`, { into: id })).status).toBe(409);
    const merged = await post(sue, `/tickets/${id}/merge`, { into: other });
    expect(merged.body['ticket']).toMatchObject({ status: 'merged', mergedInto: other });
    const said = await post(ann, `/tickets/${id}/messages`, { from: 'customer', body: 'One more thing' });
    expect(said.body['ticket']).toMatchObject({ id: other });
    const gone = await post(sue, `/tickets/${other}/cancel`, { reason: 'Test order' });
    expect(gone.body['ticket']).toMatchObject({ status: 'cancelled' });
    expect((await post(ann, `/tickets/${other}/reopen`, { reason: 'r' })).status).toBe(409);
  });
});

describe('bad input', () => {
  it('is named with its place and changes nothing: fields that do not exist, wrong types, missing ones', async () => {
    const bad = await post(ann, '/tickets', {
      sop: 'small',
      subject: 7,
      customer: { name: 'x', age: 3 },
      data: [],
      colour: 'red',
    });
    expect(bad.status).toBe(422);
    expect(bad.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(bad.body.errors.map((e) => e.pointer)).toEqual(
      expect.arrayContaining(['/subject', '/customer/id', '/customer/age', '/colour', '/data']),
    );
  });

  it('as broken JSON, too large, of a wrong type, or endlessly nested is a 4xx problem', async () => {
    const send = (body: string, type = 'application/json') =>
      app.http
        .post('/api/tickets')
        .set({ authorization: `Bearer ${ann}`, 'content-type': type })
        .send(body);
    expect((await send('{"sop": "small",')).status).toBe(400);
    expect((await send(`{"subject":"${'x'.repeat(5_000_000)}"}`)).status).toBe(413);
    expect((await send('<a/>', 'application/xml')).status).toBe(415);
    const nested = `{"data":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`;
    expect((await send(nested)).status).toBeLessThan(500);
    for (const body of [
      'null',
      '[]',
      '"x"',
      '7',
      '{"__proto__":{"sop":"small"}}',
      '{"constructor":{"prototype":1}}',
    ])
      expect((await send(body)).status).toBeGreaterThanOrEqual(400);
  });

  it('cannot poison objects or lists', async () => {
    const answer = await app.http
      .post('/api/tickets')
      .set({ authorization: `Bearer ${ann}`, 'content-type': 'application/json' })
      .send(
        '{"sop":"small","subject":"s","customer":{"id":"c"},"data":{"reason":"r","__proto__":{"polluted":1}}}',
      );
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('from the list of naughty strings is stored and given back as it was, or refused; never a 5xx', async () => {
    const file = findTestData('naughty strings', 'naughty-strings', 'blns.json');
    const strings =
      file === null
        ? ['', '\u0000', '😍', "' or 1=1 --", '\u202e']
        : (JSON.parse(readFileSync(file, 'utf8')) as string[]);
    const { id } = await openSmall();
    for (const text of strings) {
      const opened = await post(ann, '/tickets', {
        sop: 'small',
        subject: text,
        customer: { id: text, name: text },
        data: { reason: text },
      });
      expect([201, 422]).toContain(opened.status);
      if (opened.status === 201) {
        expect(opened.body).toMatchObject({
          subject: text,
          customer: { id: text, name: text },
          data: { reason: text },
        });
        const back = await get(ann, `/tickets/${opened.body.id}`);
        expect(back.body['subject']).toBe(text);
      }
      for (const answer of [
        await post(ann, `/tickets/${id}/messages`, { from: 'customer', body: text }),
        await post(ann, `/tickets/${id}/events`, { type: text }),
        await get(ann, `/tickets?q=${encodeURIComponent(text)}&step=${encodeURIComponent(text)}`),
        await get(ann, `/tickets/${encodeURIComponent(text)}`),
      ])
        expect(answer.status).toBeLessThan(500);
    }
  });
});
