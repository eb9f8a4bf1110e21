import { describe, expect, it } from '@jest/globals';
import { openHttpRoom } from './http-room.js';

const room = openHttpRoom();

describe('a ticket over HTTP', () => {
  it('is opened, read, led and advanced to its end, and tells its story', async () => {
    const opened = await room.openSmall({ body: 'Where is my parcel?' });
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
    const read = await room.get(room.ann, `/tickets/${opened.id}`);
    expect(read.headers['etag']).toBe('"1"');
    expect(read.body).toEqual(opened);

    const guide = await room.get(room.ann, `/tickets/${opened.id}/guide`, { 'accept-language': 'zh-CN' });
    expect(guide.body['steps']).toEqual([
      expect.objectContaining({
        title: '初审',
        instructions: '阅读“late”并决定。',
        replies: [expect.objectContaining({ text: '您好，Kim' })],
      }),
    ]);
    expect(guide.body['facts']).toEqual([
      { name: 'reason', title: '原因', value: 'late', valueTitle: '超时未到', type: 'string' },
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
      to: [],
      ends: true,
    });
    expect(actions.find((a) => a.event === 'ASK')).toMatchObject({
      to: [{ step: 'asking', title: '等待买家', kind: 'waits-for-customer' }],
      ends: false,
    });

    const done = await room.post(room.ann, `/tickets/${opened.id}/events`, {
      type: 'APPROVE',
      data: { amount: 12.5 },
    });
    expect(done.status).toBe(200);
    expect(done.body['ticket']).toMatchObject({
      status: 'resolved',
      outcome: 'paid',
      version: 2,
      data: { amount: 12.5 },
    });

    const history = await room.get(room.ann, `/tickets/${opened.id}/history`);
    expect(history.body.items.map((h) => [h['seq'], h['type'], h['title'], h['cause']])).toEqual([
      [1, 'opened', null, 'agent'],
      [2, 'APPROVE', 'Approve', 'agent'],
    ]);
    const visits = await room.get(room.ann, `/tickets/${opened.id}/visits`);
    expect(visits.body.items).toHaveLength(1);
    const [visit] = visits.body.items as { dwell: number; parts: Record<string, number>; leftBy: string }[];
    expect(visit?.leftBy).toBe('APPROVE');
    expect(Object.values(visit?.parts ?? {}).reduce((a, b) => a + b)).toBe(visit?.dwell);
    const messages = await room.get(room.ann, `/tickets/${opened.id}/messages`);
    expect(messages.body.items).toEqual([
      expect.objectContaining({ from: 'customer', body: 'Where is my parcel?' }),
    ]);
  });

  it('gives a conversation from its beginning or from its end, page by page', async () => {
    const { id } = await room.openSmall();
    for (const body of ['one', 'two', 'three'])
      await room.post(room.ann, `/tickets/${id}/messages`, { from: 'agent', body, internal: true });
    const read = async (query: string): Promise<[unknown[], unknown]> => {
      const { body } = await room.get(room.ann, `/tickets/${id}/messages?limit=2&${query}`);
      return [body.items?.map((message) => message['body']) ?? [], body['nextCursor']];
    };
    for (const [order, wanted] of [
      ['oldest', [['one', 'two'], ['three']]],
      ['newest', [['three', 'two'], ['one']]],
    ] as const) {
      const [first, cursor] = await read(`order=${order}`);
      const [second, end] = await read(`order=${order}&cursor=${String(cursor)}`);
      expect([first, second, end]).toEqual([...wanted, null]);
    }
    expect((await room.get(room.ann, `/tickets/${id}/messages?order=odd`)).status).toBe(422);
  });

  it('is answered the same for the same Idempotency-Key, and 422 for another request under it', async () => {
    const body = { sop: 'small', subject: 'Once', customer: { id: 'c1' }, data: { reason: 'r' } };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        room.post(room.ann, '/tickets', body, { 'idempotency-key': 'open-once' }),
      ),
    );
    expect(new Set(answers.map((a) => `${String(a.status)} ${JSON.stringify(a.body)}`)).size).toBe(1);
    const other = await room.post(
      room.ann,
      '/tickets',
      { ...body, subject: 'Twice' },
      { 'idempotency-key': 'open-once' },
    );
    expect([other.status, other.body.type]).toEqual([422, 'urn:stepwise:problem:idempotency-key-reused']);
    const { id } = answers[0]?.body ?? { id: '' };
    const note = () =>
      room.post(room.ann, `/tickets/${id}/events`, { type: 'NOTE' }, { 'idempotency-key': 'note-once' });
    const notes = [await note(), await note()];
    expect(notes[0]?.body).toEqual(notes[1]?.body);
    expect((await room.get(room.ann, `/tickets/${id}`)).body.version).toBe(2);
  });

  it('refuses a version that is not the current one, and says which is', async () => {
    const { id } = await room.openSmall();
    const stale = await room.post(room.ann, `/tickets/${id}/events`, { type: 'NOTE' }, { 'if-match': '"7"' });
    expect([stale.status, stale.body['currentVersion']]).toEqual([412, 1]);
    const fresh = await room.post(room.ann, `/tickets/${id}/events`, { type: 'NOTE' }, { 'if-match': '"1"' });
    expect(fresh.status).toBe(200);
    const nonsense = await room.post(
      room.ann,
      `/tickets/${id}/events`,
      { type: 'NOTE' },
      { 'if-match': 'yesterday' },
    );
    expect(nonsense.status).toBe(400);
  });

  it('says in the language of the caller why a way is closed and what a form lacks', async () => {
    const { id } = await room.openSmall();
    const closed = await room.post(
      room.ann,
      `/tickets/${id}/events`,
      { type: 'APPROVE', data: { amount: 900 } },
      { 'accept-language': 'zh-CN' },
    );
    expect(closed.status).toBe(409);
    expect(closed.body['why']).toBe('超过 500 元须主管审批，请用“提交审批”。');
    const form = await room.post(
      room.ann,
      `/tickets/${id}/events`,
      { type: 'APPROVE', data: {} },
      { 'accept-language': 'en' },
    );
    expect(form.status).toBe(422);
    expect(form.body.errors).toEqual([
      { pointer: '/data/amount', message: expect.any(String) as unknown as string },
    ]);
    const unknown = await room.post(room.ann, `/tickets/${id}/events`, { type: 'FLY' });
    expect([unknown.status, unknown.body.accepted.includes('ASK')]).toEqual([409, true]);
  });

  it("of another team does not exist, in reads, lists and writes alike; one of whose steps is the team's does", async () => {
    const { id } = await room.openSmall({ subject: 'Hidden from the lab' });
    for (const path of ['', '/guide', '/history', '/visits', '/messages'])
      expect((await room.get(room.lab, `/tickets/${id}${path}`)).status).toBe(404);
    for (const [path, body] of [
      ['events', { type: 'NOTE' }],
      ['escalate', { reason: 'r' }],
      ['transfer', { to: { team: 'lab' }, reason: 'r' }],
      ['reopen', { reason: 'r' }],
      ['messages', { from: 'agent', body: 'b' }],
      ['messages', { from: 'customer', body: 'b' }],
    ] as const)
      expect((await room.post(room.lab, `/tickets/${id}/${path}`, body)).status).toBe(404);
    const list = await room.get(room.lab, '/tickets?q=Hidden');
    expect(list.body.items).toEqual([]);
    await room.post(room.ann, `/tickets/${id}/events`, { type: 'SPLIT' });
    expect((await room.get(room.lab, `/tickets/${id}`)).status).toBe(200);
    expect((await room.get(room.lab, '/tickets?q=Hidden')).body.items).toHaveLength(1);
  });

  it('is found by step, status, team, assignee and words, page by page', async () => {
    const ids = [];
    for (let i = 0; i < 5; i++)
      ids.push((await room.openSmall({ subject: `Findable 100% ${String(i)}` })).id);
    await room.post(room.ann, `/tickets/${String(ids[0])}/events`, { type: 'ASK' });
    const asking = await room.get(room.ann, '/tickets?step=asking&q=Findable');
    expect(asking.body.items.map((t) => t['id'])).toEqual([ids[0]]);
    const first = await room.get(
      room.ann,
      `/tickets?q=${encodeURIComponent('100%')}&limit=2&status=open&team=desk`,
    );
    expect(first.body.items.map((t) => t['id'])).toEqual([ids[4], ids[3]]);
    const second = await room.get(
      room.ann,
      `/tickets?q=Findable&limit=2&cursor=${String(first.body['nextCursor'])}`,
    );
    expect(second.body.items.map((t) => t['id'])).toEqual([ids[2], ids[1]]);
    const bad = await room.get(room.ann, '/tickets?limit=9999&cursor=x');
    expect(bad.status).toBe(422);
  });

  it("is listed by customer, by whose turn it is and in three orders, with names in the caller's language", async () => {
    const customer = { id: 'c-lists', name: 'Lo' };
    const ids: string[] = [];
    for (const subject of ['A', 'B', 'C']) ids.push((await room.openSmall({ subject, customer })).id);
    const [a = '', b = '', c = ''] = ids;
    const list = async (query: string, headers = {}): Promise<Record<string, unknown>[]> => {
      const answer = await room.get(room.ann, `/tickets?customer=c-lists&${query}`, headers);
      expect(answer.status).toBe(200);
      return answer.body.items;
    };
    const idsOf = async (query: string): Promise<unknown[]> => (await list(query)).map((t) => t['id']);
    for (const [id, event] of [
      [b, { type: 'ASK' }],
      [c, { type: 'APPROVE', data: { amount: 5 } }],
      [a, { type: 'NOTE' }],
    ] as const) {
      room.app.clock.pass(1);
      await room.post(room.ann, `/tickets/${id}/events`, event);
    }
    expect(await idsOf('')).toEqual([c, b, a]);
    expect(await idsOf('sort=updated')).toEqual([a, c, b]);
    expect(await idsOf('sort=due&status=open')).toEqual([a, b]);
    expect(await idsOf('waitsFor=person')).toEqual([a]);
    expect(await idsOf('waitsFor=customer')).toEqual([b]);
    expect(await idsOf('waitsFor=others')).toEqual([]);
    const [first] = await list('waitsFor=person', { 'accept-language': 'zh-CN' });
    expect(first).toMatchObject({
      sopTitle: '小流程',
      stepTitles: ['初审'],
      waitsFor: 'person',
      assigneeName: null,
      outcomeTitle: null,
    });
    const held = await room.post(room.sue, `/tickets/${a}/transfer`, {
      to: { userId: room.w.ben.id },
      reason: 'Yours',
    });
    expect(held.body['ticket']).toMatchObject({ assignee: room.w.ben.id, assigneeName: 'ben' });
    expect(held.body['guide']).toMatchObject({ steps: [{ holder: room.w.ben.id, holderName: 'ben' }] });
    const [done] = await list('status=resolved', { 'accept-language': 'zh-CN' });
    expect(done).toMatchObject({ waitsFor: null, outcomeTitle: '已退款', steps: [] });
  });

  it.each(['created', 'updated', 'due'])('is found once on the pages of a list by %s', async (sort) => {
    const customer = { id: `pages-${sort}`, name: 'Po' };
    const ids = new Set<unknown>();
    for (let n = 0; n < 5; n++) ids.add((await room.openSmall({ customer })).id);
    const [ended] = ids;
    await room.post(room.ann, `/tickets/${String(ended)}/events`, { type: 'APPROVE', data: { amount: 5 } });
    const seen: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const path = `/tickets?customer=pages-${sort}&sort=${sort}&limit=2${after}`;
      const { status, body } = await room.get(room.ann, path);
      expect(status).toBe(200);
      seen.push(...body.items.map((ticket) => ticket['id']));
      cursor = body['nextCursor'] as string | null;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(ids);
    const other = await room.get(
      room.ann,
      `/tickets?sort=${sort}&cursor=${sort === 'created' ? '1.1' : '1'}`,
    );
    expect([other.status, other.body.errors[0]?.pointer]).toEqual([422, '/cursor']);
  });

  it('is escalated, transferred, cancelled, merged and reopened by those who may', async () => {
    const { id } = await room.openSmall();
    const up = await room.post(room.ann, `/tickets/${id}/escalate`, { reason: 'Too hard' });
    expect(up.body['ticket']).toMatchObject({ tier: 2, escalations: 1 });
    const nowhere = await room.post(room.ann, `/tickets/${id}/transfer`, {
      to: { team: 'moon' },
      reason: 'r',
    });
    expect([nowhere.status, nowhere.body.errors[0]?.pointer]).toEqual([422, '/to/team']);
    const into = { type: 'ESCALATE', data: { reason: 'r', to: { team: 'moon' } } };
    const nobody = await room.post(room.ann, `/tickets/${id}/events`, into);
    expect([nobody.status, nobody.body.errors[0]?.pointer]).toEqual([422, '/data/to/team']);
    const lost = await room.post(room.sue, `/tickets/${id}/transfer`, {
      to: { userId: room.w.lab.id },
      reason: 'r',
    });
    expect(lost.status).toBe(422);
    expect((await room.post(room.ann, `/tickets/${id}/cancel`, { reason: 'r' })).status).toBe(403);
    const { id: other } = await room.openSmall();
    expect((await room.post(room.sue, `/tickets/${id}/merge`, { into: id })).status).toBe(409);
    const merged = await room.post(room.sue, `/tickets/${id}/merge`, { into: other });
    expect(merged.body['ticket']).toMatchObject({ status: 'merged', mergedInto: other });
    const said = await room.post(room.ann, `/tickets/${id}/messages`, {
      from: 'customer',
      body: 'One more thing',
    });
    expect(said.body['ticket']).toMatchObject({ id: other });
    const gone = await room.post(room.sue, `/tickets/${other}/cancel`, { reason: 'Test order' });
    expect(gone.body['ticket']).toMatchObject({ status: 'cancelled' });
    expect((await room.post(room.ann, `/tickets/${other}/reopen`, { reason: 'r' })).status).toBe(409);
  });
});
