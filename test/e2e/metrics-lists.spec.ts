import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Clock } from '../../src/clock.js';
import type { AgentsAnswer } from '../../src/metrics/people/agents.dto.js';
import type { BacklogAnswer } from '../../src/metrics/backlog/backlog.dto.js';
import type { BottlenecksAnswer } from '../../src/metrics/bottlenecks/bottlenecks.dto.js';
import type { OverviewAnswer } from '../../src/metrics/overview/overview-answer.dto.js';
import type { StepsAnswer } from '../../src/metrics/steps/steps-answer.dto.js';
import { PeopleService } from '../../src/people/people.service.js';
import type { TestApp } from '../support/app.js';
import { startTestApp } from '../support/app.js';
import type { SmallWorld } from '../support/small-world.js';
import { makeSmallWorld, START } from '../support/small-world.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const COMPARED = 'compare=previous&from=2026-11-17&to=2026-11-18&tz=UTC';
const SOMEBODY = '00000000-0000-4000-8000-000000000001';
const RANGE = 'from=2026-11-16&to=2026-11-18&tz=UTC';

class Watch extends Clock {
  at = START;
  override now(): number {
    return this.at;
  }
}

/** Everything that lists figures: three tickets walk through the one door, one of them with a name for a formula. */
describe('the lists of figures over HTTP', () => {
  const watch = new Watch();
  const tokens = new Map<string, string>();
  let test: TestApp;
  let world: SmallWorld;
  /** The ticket that waits on. */
  let third: string;

  beforeAll(async () => {
    test = await startTestApp({ clock: watch });
    world = await makeSmallWorld(test.app);
    const people = test.app.get(PeopleService, { strict: false });
    for (const role of ['manager', 'designer'] as const)
      await people.createUser({ email: `${role}@test`, name: role, password: 'long-enough', roles: [role] });
    await walk();
    watch.at = START + 11 * DAY;
    for (const name of ['ann', 'sue', 'lab', 'manager', 'designer']) {
      const { body } = await test.http
        .post('/api/auth/login')
        .send({ email: `${name}@test`, password: 'long-enough' })
        .expect(200);
      tokens.set(name, (body as { accessToken: string }).accessToken);
    }
  });
  afterAll(() => test.close());

  const claim = (id: string, visitNo: number, at: number) =>
    world.act(world.ann, id, { type: 'claim', visitNo, userId: world.ann.id, leaseMs: HOUR }, at);

  async function walk(): Promise<void> {
    // 1: waits 10 minutes, held for 5, paid. 2: waits for 2 hours while ann works on 1, then paid. 3: waits on.
    const one = await world.open(START, { customer: 'c1', body: 'Where is my money?' });
    const two = await world.open(START, { customer: 'c2', body: 'Too late' });
    await test.db.pool.query("update tickets set subject = '=cmd|calc' where id = $1", [two.ticket.id]);
    await claim(one.ticket.id, 1, START + 10 * MINUTE);
    await world.event(world.ann, one.ticket.id, 'APPROVE', { amount: 10 }, START + 15 * MINUTE);
    await claim(two.ticket.id, 1, START + 2 * HOUR);
    await world.event(world.ann, two.ticket.id, 'APPROVE', { amount: 10 }, START + 2 * HOUR + 5 * MINUTE);
    third = (await world.open(START + DAY, { customer: 'c3', body: 'Hello' })).ticket.id;
  }

  const ask = (name: string, path: string) =>
    test.http.get(`/api/metrics/${path}`).set('Authorization', `Bearer ${tokens.get(name) ?? ''}`);
  const get = async <T>(path: string, lang = 'en'): Promise<T> => {
    const { body } = await ask('manager', path).set('Accept-Language', lang).expect(200);
    return body as T;
  };
  const LISTS = [
    `steps?sop=small&${RANGE}`,
    `steps/tickets?sop=small&step=triage&${RANGE}`,
    `steps/tickets?sop=small&way=triage~APPROVE~&way=~opened~triage&${RANGE}`,
    `bottlenecks?${RANGE}`,
    `bottlenecks/tickets?sop=small&step=triage&${RANGE}`,
    `steps/tickets?sop=small&step=triage&part=open&${RANGE}`,
    `overview/tickets?figure=sla-steps&excluded=true&${RANGE}`,
    `overview/tickets?figure=sla-steps&part=counted&${RANGE}`,
    `overview/tickets?figure=fcr-gross&reason=open&${RANGE}`,
    `backlog?${RANGE}`,
    `backlog/tickets?what=created&${RANGE}`,
    `agents?${RANGE}`,
  ];

  it('flows say which way the tickets went, with the titles of the ways', async () => {
    const { flows } = await get<StepsAnswer>(`steps?sop=small&${RANGE}`, 'zh-CN');
    expect(flows).toEqual([
      { version: 1, from: null, event: 'opened', title: '创建工单', to: 'triage', count: 3 },
      { version: 1, from: 'triage', event: 'APPROVE', title: '同意', to: null, count: 2 },
    ]);
  });

  it('a bottleneck says what was waited for, and opens on the visit that waited longest', async () => {
    const { bottlenecks } = await get<BottlenecksAnswer>(`bottlenecks?${RANGE}`);
    expect(bottlenecks).toMatchObject([
      { step: 'triage', title: 'Triage', score: 1, visits: 2, idleSeconds: 7_800, openVisits: 1 },
    ]);
    const causes = bottlenecks[0]?.causes.map(({ cause, seconds }) => [cause, seconds]);
    expect(causes).toEqual([
      ['nobody-free', 7_200],
      ['batching', 600],
    ]);
    const { items } = await get<{ items: unknown[] }>(`bottlenecks/tickets?sop=small&step=triage&${RANGE}`);
    expect(items).toMatchObject([{ subject: '=cmd|calc', idleSeconds: 7_200 }, { idleSeconds: 600 }]);
  });

  it('the overview compares with the period before when asked to', async () => {
    const alone = await get<OverviewAnswer>(`overview?${RANGE}`);
    expect(alone.previous).toBeNull();
    const later = 'from=2026-11-18&to=2026-11-20&tz=UTC';
    const both = await get<OverviewAnswer>(`overview?compare=previous&${later}`);
    const { previous, tickets } = both;
    expect(tickets).toMatchObject({ created: 0, handled: 0 });
    expect(both.backlog).toEqual({ atStart: 1, atEnd: 1 });
    const { tickets: then, fcr, sla, reopen, backlog, escalation } = alone;
    expect(previous).toMatchObject({
      from: '2026-11-16T00:00:00.000Z',
      to: '2026-11-18T00:00:00.000Z',
      ...{ tickets: then, fcr, sla, reopen, backlog, escalation },
    });
    expect(previous?.tickets).toMatchObject({ created: 3, resolved: 2, handled: 2 });
    expect(previous?.sla.steps).toMatchObject({ n: 3, count: 2, tickets: 3 });
    expect(alone.comparisons).toBeNull();
    const tooFew = { result: 'too-few', change: null, test: null };
    expect(both.comparisons?.created).toEqual({ ...tooFew, n: 0, nBefore: 3 });
    expect(both.comparisons?.slaSteps).toEqual({ ...tooFew, n: 0, nBefore: 3 });
  });

  it('the backlog says what came and went day by day, and lists what is open', async () => {
    const { points, openBefore } = await get<BacklogAnswer>(`backlog?${RANGE}`);
    expect(openBefore).toBe(0);
    expect(points.map(({ created, resolved, open }) => [created, resolved, open])).toEqual([
      [2, 2, 0],
      [1, 0, 1],
    ]);
    const { items } = await get<{ items: unknown[] }>(`backlog/tickets?what=open&${RANGE}`, 'zh-CN');
    expect(items).toMatchObject([{ status: 'open', sopTitle: '小流程' }]);
  });

  it('people have what they held, and it opens on their tickets', async () => {
    const { agents, missing } = await get<AgentsAnswer>(`agents?${RANGE}`);
    expect(agents).toMatchObject([
      {
        id: world.ann.id,
        handled: 2,
        visits: 2,
        throughput: { days: [{ day: '2026-11-16', tickets: 2 }], perActiveDay: 2 },
        handling: { n: 2, sumSeconds: 600, meanSeconds: 300, weightedSumSeconds: 600 },
        fcr: { n: 2, count: 2 },
      },
    ]);
    expect(missing.map(({ figure }) => figure)).toContain('online');
    const { items } = await get<{ items: unknown[] }>(`agents/tickets?agent=${world.ann.id}&${RANGE}`);
    expect(items).toMatchObject([{ touchSeconds: 300 }, { touchSeconds: 300, firstContact: true }]);
    const days = await get<object>(`agents/tickets?agent=${world.ann.id}&part=active-days&${RANGE}`);
    expect(days).toMatchObject({ items: [{ times: 1 }, { times: 1 }], total: 2, sum: 2 });
  });

  it('a number opens what it counts, and every page says how much that is', async () => {
    const list = (path: string) => get<{ items: object[]; nextCursor: string | null }>(`${path}&${RANGE}`);
    const targets = await list('overview/tickets?figure=sla-steps&part=counted&limit=1');
    expect(targets).toMatchObject({ items: [{ times: 1 }], total: 3, sum: 3 });
    expect(targets.nextCursor).not.toBeNull();
    const open = await list('overview/tickets?figure=fcr-gross&reason=open');
    expect(open).toMatchObject({ items: [{ excluded: 'open' }], total: 1, sum: null });
    const visits = 'steps/tickets?sop=small&step=triage';
    expect(await list(`${visits}&limit=1`)).toMatchObject({ items: [{ nth: 1 }], total: 3, tickets: 3 });
    expect(await list(`${visits}&part=open`)).toMatchObject({ items: [{ exitedAt: null }], total: 1 });
    expect(await list(`${visits}&part=again`)).toMatchObject({ items: [], total: 0, hidden: 0, tickets: 0 });
  });

  it.each(LISTS)('%s is also a table for spreadsheets', async (path) => {
    for (const send of [
      () => ask('manager', `${path}&format=csv`),
      () => ask('manager', path).set('Accept', 'text/csv'),
    ]) {
      const { headers, text } = await send().expect(200);
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(headers['content-disposition']).toMatch(/^attachment; filename="[a-z-]+\.csv"$/u);
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(text).toMatch(/^\uFEFFDefinition,1\.2\r\nAs of,.*[+-]\d\d:\d\d\r\nFrom,/u);
      expect(text.split('\r\n\r\n')[1]?.split('\r\n').length).toBeGreaterThan(1);
      expect(text).not.toMatch(/(^|,|\n)=/u);
    }
  });

  it('a table has its headers in the language of the caller, and no formula', async () => {
    const path = `backlog/tickets?what=created&format=csv&${RANGE}`;
    const { text } = await ask('manager', path).set('Accept-Language', 'zh-CN').expect(200);
    const [head = '', rows = ''] = text.split('\r\n\r\n');
    expect(head).toBe(
      [
        ...['\uFEFF指标口径版本,1.2', '数据截至,2026-11-27 09:00:00+00:00', '起始,2026-11-16 00:00:00+00:00'],
        ...[
          '截止（不含）,2026-11-18 00:00:00+00:00',
          '时区,UTC',
          '流程,全部',
          '版本,全部',
          '团队,全部',
          '人员,全部',
          '渠道,全部',
        ],
        '查询内容,what = created',
      ].join('\r\n'),
    );
    expect(rows).toMatch(/^工单,主题,/u);
    // Status, team and channel in words.
    expect(rows).toContain(',已解决,Desk组,网页,普通,');
    expect(text).toContain("'=cmd|calc");
  });

  it('a lead of another team sees nothing of it, agents and designers are refused', async () => {
    await test.db.pool.query(`update users set roles = '{lead}' where email = 'lab@test'`);
    watch.at += 10_000;
    const expected = { bottlenecks: [], agents: [], items: [] };
    for (const path of [`bottlenecks?${RANGE}`, `agents?${RANGE}`, `backlog/tickets?what=open&${RANGE}`]) {
      const { body } = await ask('lab', path).expect(200);
      for (const [name, list] of Object.entries(expected))
        if (name in (body as object)) expect(body).toMatchObject({ [name]: list });
      await ask('ann', path).expect(403);
      await ask('designer', path).expect(403);
    }
    const { body } = await ask('sue', `bottlenecks?${RANGE}`).expect(200);
    expect((body as BottlenecksAnswer).bottlenecks).toHaveLength(1);
  });

  it.each([
    ['overview?compare=yesterday', '/compare'],
    ['bottlenecks?format=xml', '/format'],
    ['bottlenecks/tickets?sop=small&step=x&cursor=1.2', '/cursor'],
    ['bottlenecks/tickets?sop=small&step=x&weekday=8', '/weekday'],
    ['backlog?interval=second', '/interval'],
    ['backlog?interval=hour&from=2025-01-01&to=2026-01-01', '/interval'],
    ['backlog/tickets', '/what'],
    ['overview/tickets?figure=reopen&part=luck', '/part'],
    ['overview/tickets?figure=reopen&part=transfers', '/part'],
    ['overview/tickets?figure=reopen&reason=luck', '/reason'],
    ['steps/tickets?sop=small&step=triage&part=transfers', '/part'],
    ['steps/tickets?sop=small', '/step'],
    ['steps/tickets?sop=small&way=triage', '/way'],
    ['steps/tickets?sop=small&way=~APPROVE~triage', '/way'],
    [`agents/tickets?agent=${SOMEBODY}&part=open`, '/part'],
    ['agents/tickets?agent=ann', '/agent'],
    ['agents/tickets', '/agent'],
  ])('%s is refused and names its parameter', async (path, pointer) => {
    const { body } = await ask('manager', path).expect(422);
    expect((body as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe(pointer);
  });

  it('people and bottlenecks stand beside the period before when asked to', async () => {
    const agents = 'agents?compare=previous&from=2026-11-16T10:00:00Z&to=2026-11-16T12:00:00Z&tz=UTC';
    expect((await get<AgentsAnswer>(agents)).agents).toMatchObject([
      { handled: 1, handling: { sumSeconds: 300 }, previous: { id: world.ann.id, handled: 1, visits: 1 } },
    ]);
    const alone = await get<AgentsAnswer>(agents.replace('compare=previous&', ''));
    expect(alone.agents[0]?.previous).toBeNull();
    // It has run into its targets meanwhile, so it cannot end before now.
    await world.event(world.ann, third, 'APPROVE', { amount: 10 }, watch.at);
    expect((await get<BottlenecksAnswer>(`bottlenecks?${COMPARED}`)).bottlenecks).toMatchObject([
      { visits: 1, previous: { visits: 2, score: 1, idleSeconds: 7_800, meanIdleSeconds: 3_900 } },
    ]);
  });

  it('every answer is what the contract says, with nothing beside it', async () => {
    const { body } = await test.http.get('/api/openapi.json').expect(200);
    const api = body as {
      paths: Record<string, { get: { responses: { 200: { content: Record<string, { schema: object }> } } } }>;
      components: {
        schemas: Record<string, { type?: string; properties?: object; additionalProperties?: unknown }>;
      };
    };
    for (const schema of Object.values(api.components.schemas))
      if (schema.properties !== undefined) schema.additionalProperties ??= false;
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'api', components: api.components });
    for (const path of [
      ...LISTS,
      `overview?compare=previous&${RANGE}`,
      `bottlenecks?${COMPARED}`,
      'agents?compare=previous&from=2026-11-16T10:00:00Z&to=2026-11-16T12:00:00Z&tz=UTC',
      `agents/tickets?agent=${world.ann.id}&part=escalated&${RANGE}`,
      `agents/tickets?agent=${world.ann.id}&part=active-days&${RANGE}`,
      `agents/tickets?agent=${world.ann.id}&${RANGE}`,
    ]) {
      const route = `/api/metrics/${path.split('?')[0] ?? ''}`;
      const schema = api.paths[route]?.get.responses[200].content['application/json']?.schema;
      expect(schema).toBeDefined();
      const text = JSON.stringify(schema).replaceAll('"#/', '"api#/');
      const validate = ajv.compile(JSON.parse(text) as object);
      validate(await get(path));
      expect([path, validate.errors]).toEqual([path, null]);
    }
  });
});
