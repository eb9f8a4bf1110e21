import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import type { SopDefinition } from '../../src/engine/common/model.js';
import type { Role } from '../../src/people/common/model.js';
import { PeopleService } from '../../src/people/people.service.js';
import { SopsService } from '../../src/sops/sops.service.js';
import type { TestApp } from '../support/app.js';
import { startTestApp } from '../support/app.js';
import { smallSop } from '../support/small-sop.js';

const YAML = 'application/yaml';

/** The small SOP under another id, as YAML. */
function yamlOf(id: string, change: (sop: SopDefinition) => void = () => undefined): string {
  const sop = { ...smallSop(), id };
  change(sop);
  return stringify(sop);
}

describe('SOPs over HTTP', () => {
  let test: TestApp;
  const tokens = {} as Record<Role, string>;

  beforeAll(async () => {
    test = await startTestApp();
    const people = test.app.get(PeopleService, { strict: false });
    await people.ensureTeam({ id: 'desk', title: { en: 'Desk', 'zh-CN': '服务台' } });
    await people.ensureTeam({ id: 'lab', title: { en: 'Lab', 'zh-CN': '实验室' } });
    for (const role of ['agent', 'designer'] as const) {
      const email = `${role}@test`;
      await people.createUser({ email, name: role, password: 'long-enough', roles: [role] });
      const signedIn = await test.http
        .post('/api/auth/login')
        .send({ email, password: 'long-enough' })
        .expect(200);
      tokens[role] = (signedIn.body as { accessToken: string }).accessToken;
    }
  });
  afterAll(() => test.close());

  const as = (role: 'agent' | 'designer') => ['Authorization', `Bearer ${tokens[role]}`] as const;
  const draft = (id: string, body: string, type = YAML) =>
    test.http
      .put(`/api/sops/${id}/draft`)
      .set(...as('designer'))
      .set('Content-Type', type)
      .send(body);
  const publish = (id: string) => test.http.post(`/api/sops/${id}/publish`).set(...as('designer'));
  const check = (body: string, type = YAML) =>
    test.http
      .post('/api/sops/check')
      .set(...as('designer'))
      .set('Content-Type', type)
      .send(body);

  it('a draft becomes version 1, 2, …, and every version stays as it was', async () => {
    const first = yamlOf('grows');
    const saved = await draft('grows', first).expect(200);
    expect(saved.body).toMatchObject({ id: 'grows', revision: 1, ok: true });
    expect(saved.headers['etag']).toBe('"1"');
    await publish('grows')
      .expect(200)
      .expect(({ body }) => expect(body).toMatchObject({ version: 1, created: true }));

    const second = yamlOf('grows', (sop) => {
      sop.meta.title = { en: 'Grown', 'zh-CN': '长大了' };
    });
    await draft('grows', second).expect(200);
    await publish('grows')
      .expect(200)
      .expect(({ body }) => expect(body).toMatchObject({ version: 2, created: true }));

    const one = await test.http
      .get('/api/sops/grows/versions/1')
      .set(...as('agent'))
      .set('Accept', YAML)
      .expect(200);
    expect(one.headers['content-type']).toContain(YAML);
    expect(one.text).toBe(first);
    const two = await test.http
      .get('/api/sops/grows/versions/newest')
      .set(...as('agent'))
      .expect(200);
    expect(two.body).toMatchObject({ id: 'grows', meta: { title: { en: 'Grown' } } });
    expect(Object.keys((two.body as SopDefinition).states)).toEqual(Object.keys(smallSop().states));

    const versions = await test.http
      .get('/api/sops/grows/versions?limit=1')
      .set(...as('agent'))
      .expect(200);
    expect(versions.body).toMatchObject({ items: [{ version: 2, origin: 'console' }], nextCursor: '2' });
    const rest = await test.http
      .get('/api/sops/grows/versions?limit=1&cursor=2')
      .set(...as('agent'))
      .expect(200);
    expect(rest.body).toMatchObject({ items: [{ version: 1 }], nextCursor: null });
  });

  it('publishing the same content again gives the same version', async () => {
    await draft('same', yamlOf('same')).expect(200);
    await publish('same').expect(200);
    await publish('same')
      .expect(200)
      .expect(({ body }) => expect(body).toMatchObject({ version: 1, created: false }));
    await draft('same', yamlOf('same')).expect(200);
    await publish('same')
      .expect(200)
      .expect(({ body }) => expect(body).toMatchObject({ version: 1, created: false }));
  });

  it('twenty people who publish one draft at once make one version', async () => {
    await draft('race', yamlOf('race')).expect(200);
    const answers = await Promise.all(Array.from({ length: 20 }, () => publish('race')));
    expect(answers.map((one) => one.status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(answers.map((one) => (one.body as { version: number }).version)).toEqual(
      Array.from({ length: 20 }, () => 1),
    );
    expect(answers.filter((one) => (one.body as { created: boolean }).created)).toHaveLength(1);
  });

  it('a draft with errors is stored with its findings, and cannot be published', async () => {
    const broken = yamlOf('faulty', (sop) => {
      sop.states['triage'] = { ...sop.states['triage'], on: { GO: { target: 'nowhere' } } };
    });
    const saved = await draft('faulty', broken).expect(200);
    const line = broken.split('\n').findIndex((text) => text.includes('nowhere')) + 1;
    expect((saved.body as { findings: unknown[] }).findings).toContainEqual(
      expect.objectContaining({
        code: 'unknown-target',
        severity: 'error',
        line,
        messages: expect.anything(),
      }),
    );
    const refused = await publish('faulty').set('Accept-Language', 'zh-CN').expect(409);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body).toMatchObject({
      type: 'urn:stepwise:problem:sop-not-publishable',
      title: '草稿存在错误',
    });
    expect((refused.body as { findings: { code: string }[] }).findings.map((f) => f.code)).toContain(
      'unknown-target',
    );
    await test.http
      .get('/api/sops/faulty/versions')
      .set(...as('agent'))
      .expect(200, { items: [], nextCursor: null });
    expect(await test.app.get(SopsService, { strict: false }).newest('faulty')).toBeNull();
  });

  it('a text that is no SOP is refused with line and column, and changes nothing', async () => {
    await draft('kept', yamlOf('kept')).expect(200);
    for (const [body, type] of [
      ['id: kept\n  initial: [', YAML],
      ['{"id": "kept",\n "initial" "x"}', 'application/json'],
      [`a: ${'['.repeat(20_000)}`, YAML],
      ['a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]', YAML],
      ['{"__proto__": {"id": "kept"}}', 'application/json'],
      ['just words', 'text/plain'],
    ] as const) {
      const refused = await draft('kept', body, type).expect(422);
      const [finding] = (refused.body as { findings: { line: number; column: number }[] }).findings;
      expect(finding?.line).toBeGreaterThanOrEqual(1);
      expect(finding?.column).toBeGreaterThanOrEqual(1);
    }
    const kept = await test.http
      .get('/api/sops/kept/versions/draft')
      .set(...as('designer'))
      .set('Accept', YAML)
      .expect(200);
    expect(kept.text).toBe(yamlOf('kept'));
    expect(kept.headers['etag']).toBe('"1"');
  });

  it('a body that is no text of an SOP is refused', async () => {
    await draft('empty', '').expect(422);
    await draft('empty', 'id=empty', 'application/x-www-form-urlencoded').expect(415);
    await draft('empty', 'x', 'application/octet-stream').expect(415);
    await test.http
      .put('/api/sops/empty/draft')
      .set(...as('designer'))
      .expect(422);
  });

  it('the id in the file must be the one in the address', async () => {
    const refused = await draft('other', yamlOf('kept')).expect(422);
    expect(refused.body).toMatchObject({
      type: 'urn:stepwise:problem:sop-id-mismatch',
      errors: [{ pointer: '/id' }],
    });
    await draft('Not%20an%20id', yamlOf('kept')).expect(422);
  });

  it('a stale revision cannot replace a draft', async () => {
    await draft('shared', yamlOf('shared')).set('If-Match', '"1"').expect(412);
    await draft('shared', yamlOf('shared')).expect(200);
    await draft('shared', yamlOf('shared')).set('If-Match', '"1"').expect(200);
    const refused = await draft('shared', yamlOf('shared')).set('If-Match', '"1"').expect(412);
    expect(refused.body).toMatchObject({ currentRevision: 2 });
    await publish('shared').set('If-Match', '"1"').expect(412);
    await publish('shared').set('If-Match', 'word').expect(422);
    await publish('shared').set('If-Match', '"2"').expect(200);
  });

  it('the check reads YAML, JSON and JSON around a text, and stores nothing', async () => {
    const sop = { ...smallSop(), id: 'checked' };
    for (const [body, type] of [
      [stringify(sop), YAML],
      [stringify(sop), 'text/yaml'],
      [stringify(sop), 'application/x-yaml'],
      [JSON.stringify(sop), 'application/json'],
      [JSON.stringify({ source: stringify(sop) }), 'application/json'],
      [JSON.stringify({ source: JSON.stringify(sop), format: 'json' }), 'application/json'],
    ] as const) {
      const answer = await check(body, type).expect(200);
      expect(answer.body).toMatchObject({ ok: true });
    }
    await test.http
      .get('/api/sops/checked/versions')
      .set(...as('designer'))
      .expect(404);
  });

  it('the check says what is wrong in the language of the caller, with both beside', async () => {
    const answer = await check('id: x\n\tinitial: y').set('Accept-Language', 'zh-CN,zh;q=0.9').expect(200);
    const { ok, findings } = answer.body as {
      ok: boolean;
      findings: { message: string; messages: Record<string, string> }[];
    };
    expect(ok).toBe(false);
    expect(findings[0]?.message).toBe(findings[0]?.messages['zh-CN']);
    expect(findings[0]?.messages['en']).not.toBe(findings[0]?.message);
  });

  it('agents see what is published; designers see drafts too', async () => {
    await draft('seen', yamlOf('seen')).expect(200);
    const list = async (role: 'agent' | 'designer') => {
      const { body } = await test.http
        .get('/api/sops?limit=200')
        .set(...as(role))
        .expect(200);
      return (body as { items: { id: string; version: number | null; hasDraft: boolean }[] }).items;
    };
    expect((await list('agent')).map((one) => one.id)).not.toContain('seen');
    expect(await list('designer')).toContainEqual(
      expect.objectContaining({ id: 'seen', version: null, hasDraft: true }),
    );
    await publish('seen').expect(200);
    expect(await list('agent')).toContainEqual(
      expect.objectContaining({
        id: 'seen',
        version: 1,
        hasDraft: false,
        title: 'Small',
        titles: { en: 'Small', 'zh-CN': '小流程' },
        intake: { form: smallSop().meta.intake.form },
      }),
    );
  });

  it('the list comes in pages', async () => {
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await test.http
        .get(`/api/sops?limit=2${query}`)
        .set(...as('designer'))
        .expect(200);
      const page = body as { items: { id: string }[]; nextCursor: string | null };
      ids.push(...page.items.map((one) => one.id));
      cursor = page.nextCursor;
    }
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toContain('grows');
  });

  it('what does not exist is a 404 that says where to look', async () => {
    for (const path of [
      'nothing/versions',
      'nothing/versions/1',
      'grows/versions/99',
      'grows/versions/draft',
      'grows/versions/0x1',
    ]) {
      const { body } = await test.http
        .get(`/api/sops/${path}`)
        .set(...as('agent'))
        .expect(404);
      expect((body as { type: string }).type).toMatch(/^urn:stepwise:problem:unknown-sop/);
    }
    await publish('nothing').expect(404);
  });

  it('agents read, only designers write', async () => {
    await test.http
      .put('/api/sops/grows/draft')
      .set(...as('agent'))
      .set('Content-Type', YAML)
      .send('x')
      .expect(403);
    await test.http
      .post('/api/sops/grows/publish')
      .set(...as('agent'))
      .expect(403);
    await test.http
      .post('/api/sops/check')
      .set(...as('agent'))
      .set('Content-Type', YAML)
      .send('x')
      .expect(403);
    await test.http.get('/api/sops').expect(401);
  });

  it('the schema of the format is there for everybody', async () => {
    const { body } = await test.http.get('/api/sop.schema.json').expect(200);
    expect(body).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  });
});
