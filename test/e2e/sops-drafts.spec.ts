import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import type { SopDefinition } from '../../src/engine/common/model.js';
import { PeopleService } from '../../src/people/people.service.js';
import type { SopDiffDto } from '../../src/sops/sop-diff.dto.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { Contract, type ApiDocument } from '../support/contract.js';
import { smallSop } from '../support/small-sop.js';

function yamlOf(id: string, change: (sop: SopDefinition) => void = () => undefined): string {
  const sop = { ...smallSop(), id };
  change(sop);
  return stringify(sop);
}

interface Answered {
  status: number;
  body: Record<string, unknown>;
  headers: Record<string, string>;
}

describe('drafts of SOPs over HTTP', () => {
  let test: TestApp;
  const tokens = { ann: '', ben: '', agent: '' };
  type Who = keyof typeof tokens;

  beforeAll(async () => {
    test = await startTestApp();
    const people = test.app.get(PeopleService, { strict: false });
    await people.ensureTeam({ id: 'desk', title: { en: 'Desk', 'zh-CN': '服务台' } });
    await people.ensureTeam({ id: 'lab', title: { en: 'Lab', 'zh-CN': '实验室' } });
    for (const who of ['ann', 'ben', 'agent'] as const) {
      const email = `${who}@test`;
      const roles = [who === 'agent' ? ('agent' as const) : ('designer' as const)];
      const teams = who === 'agent' ? [{ team: 'desk', tier: 1 }] : [];
      await people.createUser({ email, name: `Miss ${who}`, password: 'long-enough', roles, teams });
      const { body } = await test.http.post('/api/auth/login').send({ email, password: 'long-enough' });
      tokens[who] = (body as { accessToken: string }).accessToken;
    }
  });
  afterAll(() => test.close());

  async function call(
    who: Who,
    method: 'get' | 'put' | 'delete' | 'post',
    path: string,
    { text, json, ...headers }: { text?: string; json?: object; [header: string]: unknown } = {},
  ): Promise<Answered> {
    const request = test.http[method](`/api/${path}`).set({
      authorization: `Bearer ${tokens[who]}`,
      ...headers,
    });
    if (text !== undefined) request.set('content-type', 'application/yaml').send(text);
    if (json !== undefined) request.send(json);
    return await request;
  }
  const publishNew = async (text: string, id: string): Promise<Answered> => {
    expect(await call('ann', 'put', `sops/${id}/draft`, { text })).toMatchObject({ status: 200 });
    return call('ann', 'post', `sops/${id}/publish`);
  };

  it('can begin with an SOP that ships; none of those is published by itself', async () => {
    const { body } = await call('ann', 'get', 'sops/samples');
    const { items } = body as { items: { id: string; title: string; source: string }[] };
    const ids = ['complaint', 'exchange', 'parcel-late', 'refund-only', 'return-refund'];
    expect(items.map(({ id }) => id)).toEqual(ids);
    expect(items[3]?.title).toBe('Refund only');
    for (const { id, source } of items) {
      const draft = await call('ann', 'put', `sops/${id}/draft`, { text: source, 'if-none-match': '*' });
      expect(draft).toMatchObject({ status: 200, body: { id } });
      expect(await call('ann', 'get', `sops/${id}/versions`)).not.toMatchObject({ body: { items: [{}] } });
      expect((await call('ann', 'delete', `sops/${id}/draft`)).status).toBe(204);
    }
    expect((await call('agent', 'get', 'sops/samples')).status).toBe(403);
  });

  it('are read as they were written, with who wrote them and the revision as the ETag', async () => {
    const text = `# with a comment\n${yamlOf('read')}`;
    await call('ann', 'put', 'sops/read/draft', { text });
    const { status, body, headers } = await call('ben', 'get', 'sops/read/draft');
    expect([status, headers['etag']]).toEqual([200, '"1"']);
    expect(body).toMatchObject({
      id: 'read',
      revision: 1,
      source: text,
      format: 'yaml',
      updatedByName: 'Miss ann',
    });
    expect((await call('agent', 'get', 'sops/read/draft')).status).toBe(403);
  });

  it('are not begun by two people at once when they say that they begin one', async () => {
    const begin = (who: Who) =>
      call(who, 'put', 'sops/begun/draft', { text: yamlOf('begun'), 'if-none-match': '*' });
    const answers = await Promise.all([begin('ann'), begin('ben'), begin('ann'), begin('ben')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    const refused = answers.find(({ status }) => status === 412);
    expect(refused?.body).toMatchObject({ type: 'urn:stepwise:problem:draft-exists', currentRevision: 1 });
    expect(refused?.body['updatedByName']).toMatch(/^Miss (ann|ben)$/);
  });

  it('of two people who change the same revision at once one wins, and the other learns who', async () => {
    await call('ann', 'put', 'sops/both/draft', { text: yamlOf('both') });
    const change = (who: Who) =>
      call(who, 'put', 'sops/both/draft', { text: yamlOf('both'), 'if-match': '"1"' });
    const answers = await Promise.all([change('ann'), change('ben'), change('ann'), change('ben')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    const [won] = answers.filter(({ status }) => status === 200);
    const [lost] = answers.filter(({ status }) => status === 412);
    expect(lost?.body['currentRevision']).toBe(won?.body['revision']);
    expect(lost?.body['updatedByName']).toMatch(/^Miss (ann|ben)$/);
  });

  it('are thrown away, but not one that changed since it was seen', async () => {
    await call('ann', 'put', 'sops/gone/draft', { text: yamlOf('gone') });
    await call('ben', 'put', 'sops/gone/draft', { text: yamlOf('gone') });
    expect(await call('ann', 'delete', 'sops/gone/draft', { 'if-match': '"1"' })).toMatchObject({
      status: 412,
      body: { currentRevision: 2, updatedByName: 'Miss ben' },
    });
    expect((await call('agent', 'delete', 'sops/gone/draft')).status).toBe(403);
    expect((await call('ann', 'delete', 'sops/gone/draft', { 'if-match': '"2"' })).status).toBe(204);
    expect((await call('ann', 'get', 'sops/gone/draft')).status).toBe(404);
    expect((await call('ann', 'delete', 'sops/gone/draft')).status).toBe(404);
    expect((await call('ann', 'delete', 'sops/never/draft')).status).toBe(404);
  });

  it('a revision never comes back, so that an old page cannot overwrite a new draft', async () => {
    await call('ann', 'put', 'sops/new/draft', { text: yamlOf('new') });
    await call('ben', 'delete', 'sops/new/draft');
    await call('ben', 'put', 'sops/new/draft', { text: yamlOf('new') });
    expect(
      (await call('ann', 'put', 'sops/new/draft', { text: yamlOf('new'), 'if-match': '"1"' })).status,
    ).toBe(412);
    await call('ben', 'post', 'sops/new/publish');
    const { body } = await call('ben', 'put', 'sops/new/draft', { text: yamlOf('new') });
    expect(body['revision']).toBe(3);
  });

  it('an old version comes back as a draft of its text', async () => {
    const first = yamlOf('back');
    await publishNew(first, 'back');
    await publishNew(
      yamlOf('back', (sop) => void (sop.meta.owner = 'lab')),
      'back',
    );
    const old = await test.http
      .get('/api/sops/back/versions/1')
      .set({ authorization: `Bearer ${tokens.ann}`, accept: 'application/yaml' })
      .expect(200);
    const { body } = await publishNew(old.text, 'back');
    expect(body).toMatchObject({ version: 3, created: true });
  });

  it('a text that came as JSON reads the same as YAML, down to lines of blanks', async () => {
    const json = { ...smallSop(), id: 'blanks', description: ' \n\t\n' };
    await call('ann', 'put', 'sops/blanks/draft', { json });
    expect(await call('ann', 'post', 'sops/blanks/publish')).toMatchObject({ status: 200 });
    const { text } = await test.http
      .get('/api/sops/blanks/versions/1')
      .set({ authorization: `Bearer ${tokens.ann}`, accept: 'application/yaml' })
      .expect(200);
    expect(parse(text)).toEqual(json);
  });

  it('publishing says how many open tickets stay in older versions, and in which steps they are', async () => {
    const open = async (): Promise<string> => {
      const { status, body } = await call('agent', 'post', 'tickets', {
        json: { sop: 'busy', subject: 'x', customer: { id: 'c' }, data: { reason: 'late' } },
      });
      expect(status).toBe(201);
      return body['id'] as string;
    };
    const send = (id: string, json: object) => call('agent', 'post', `tickets/${id}/events`, { json });
    expect((await publishNew(yamlOf('busy'), 'busy')).body).toMatchObject({ version: 1, inFlight: [] });
    const [one, two, three] = [await open(), await open(), await open()];
    await send(one, { type: 'SPLIT' });
    await send(two, { type: 'APPROVE', data: { amount: 1 } });

    const published = await publishNew(
      yamlOf('busy', (sop) => void (sop.meta.owner = 'lab')),
      'busy',
    );
    expect(published.body).toMatchObject({
      version: 2,
      created: true,
      inFlight: [{ version: 1, tickets: 2 }],
    });
    const four = await call('agent', 'post', 'tickets', {
      json: { sop: 'busy', subject: 'x', customer: { id: 'c' }, data: { reason: 'late' } },
    });
    expect(four).toMatchObject({ status: 201, body: { sopVersion: 2 } });

    const { body } = await call('agent', 'get', 'sops/busy/in-flight', { 'accept-language': 'zh-CN' });
    expect(body['versions']).toEqual([
      { version: 2, tickets: 1 },
      { version: 1, tickets: 2 },
    ]);
    const items = body['items'] as {
      version: number;
      step: string;
      title: string;
      tickets: number;
      oldestAt: string;
    }[];
    expect(items.map(({ version, step, title, tickets }) => [version, step, title, tickets])).toEqual([
      [2, 'triage', '初审', 1],
      [1, 'triage', '初审', 1],
      [1, 'both.left.work', '左', 1],
      [1, 'both.right.work', '右', 1],
    ]);
    const visits = await call('agent', 'get', `tickets/${three}/visits`);
    const [visit] = visits.body['items'] as { enteredAt: string }[];
    expect(items[1]?.oldestAt).toBe(visit?.enteredAt);
    expect((await call('agent', 'get', 'sops/nothing/in-flight')).status).toBe(404);
  });

  it('are compared with the newest version, or any two versions with each other', async () => {
    await publishNew(yamlOf('compared'), 'compared');
    const paths = async (query: string): Promise<unknown> => {
      const { status, body } = await call('agent', 'get', `sops/compared/diff${query}`, {
        'accept-language': 'zh-CN',
      });
      expect({ query, status }).toEqual({ query, status: 200 });
      const { from, to, same, steps } = body as unknown as SopDiffDto;
      const changed = steps.filter((step) => step.status !== 'same');
      return {
        from,
        to,
        same,
        changed: changed.map(({ step, title, changes }) => [step, title, changes[0]?.path]),
      };
    };
    expect((await call('ann', 'get', 'sops/compared/diff')).status).toBe(404);
    const text = yamlOf('compared', (sop) => {
      Object.assign(sop.states['triage']?.meta ?? {}, { tier: 2 });
    });
    await call('ann', 'put', 'sops/compared/draft', { text });
    const changed = [['triage', '初审', '/meta/tier']];
    expect(await paths('')).toEqual({ from: 'newest', to: 'draft', same: false, changed });
    await call('ann', 'post', 'sops/compared/publish');
    expect(await paths('?from=1&to=2')).toEqual({ from: '1', to: '2', same: false, changed });
    expect(await paths('?from=2&to=newest')).toEqual({ from: '2', to: 'newest', same: true, changed: [] });
    for (const [query, status] of [
      ['?from=1&to=9', 404],
      ['?from=x', 422],
      ['?from=0', 422],
    ] as const)
      expect((await call('ann', 'get', `sops/compared/diff${query}`)).status).toBe(status);
    expect((await call('ann', 'get', 'sops/nothing/diff')).status).toBe(404);
  });

  it('and every answer around them is as the contract says', async () => {
    const { body: document } = await test.http.get('/api/openapi.json').expect(200);
    const contract = new Contract(document as ApiDocument);
    const breaches: unknown[] = [];
    const kept = async (
      who: Who,
      method: 'get' | 'put' | 'post' | 'delete',
      path: string,
      more: Parameters<typeof call>[3] = {},
    ) => {
      const { status, body } = await call(who, method, path, more);
      const breach = contract.check(method, `/api/${path}`, status, body);
      if (breach !== null) breaches.push(breach);
    };
    const text = yamlOf('kept');
    await kept('ann', 'put', 'sops/kept/draft', { text });
    await kept('ann', 'get', 'sops/kept/draft');
    await kept('ann', 'put', 'sops/kept/draft', { text, 'if-none-match': '*' });
    await kept('ann', 'post', 'sops/kept/publish');
    await kept('ann', 'get', 'sops/kept/draft');
    await call('agent', 'post', 'tickets', {
      json: { sop: 'kept', subject: 'x', customer: { id: 'c' }, data: { reason: 'late' } },
    });
    await kept('ann', 'put', 'sops/kept/draft', {
      text: yamlOf('kept', (sop) => {
        sop.meta.owner = 'lab';
        delete sop.states['silent'];
      }),
    });
    await kept('ann', 'get', 'sops/kept/diff');
    await kept('ann', 'get', 'sops/kept/in-flight');
    await kept('ann', 'delete', 'sops/kept/draft', { 'if-match': '"1"' });
    await kept('ann', 'delete', 'sops/kept/draft');
    const acts = [
      { type: 'event', event: 'ASK' },
      { type: 'wait', for: 'next' },
      { type: 'event', event: 'FLY' },
    ];
    await kept('ann', 'post', 'sops/kept/simulate', { json: { data: { reason: 'late' }, acts } });
    await kept('ann', 'post', 'sops/kept/simulate', { json: { data: {} } });
    const refund = readFileSync(new URL('../../workflows/refund-only.yaml', import.meta.url), 'utf8');
    const data = { orderId: 'ORD-100001', reason: 'damaged' };
    await kept('ann', 'post', 'sops/refund-only/simulate', { json: { source: refund, data } });
    expect(breaches).toEqual([]);
    expect(contract.checked.size).toBeGreaterThan(9);
  });
});
