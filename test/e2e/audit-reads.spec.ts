import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Audit } from '../../src/audit/audit.service.js';
import { Clock } from '../../src/clock.js';
import { PeopleService } from '../../src/people/people.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { makeSmallWorld, START, type SmallWorld } from '../support/small-world.js';

interface Row {
  seq: string;
  act: string;
  tickets: string[] | null;
  data: Record<string, unknown>;
}
interface Operation {
  'x-audit'?: { act?: string };
  responses: Record<string, { content?: Record<string, unknown> }>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const RANGE = 'from=2026-11-16&to=2026-11-18&tz=UTC';
const CSV: [string, Record<string, string>][] = [
  ['&format=csv', {}],
  ['', { accept: 'text/csv' }],
];

class Watch extends Clock {
  at = START;
  override now(): number {
    return this.at;
  }
}

/** Which tickets were read, on every way on which somebody sees data of customers. */
describe('reads of customers’ data', () => {
  const watch = new Watch();
  let test: TestApp;
  let world: SmallWorld;
  let operations: [string, Operation][] = [];
  let token = '';
  /** Held by sue, waits, is done, was merged into the first one, stands on the brake. */
  let [held, waits, done, merged, braked] = ['', '', '', '', ''];

  beforeAll(async () => {
    test = await startTestApp({ clock: watch });
    world = await makeSmallWorld(test.app);
    const people = test.app.get(PeopleService, { strict: false });
    await test.db.pool.query(`update users set roles = '{lead,manager,admin}' where email = 'sue@test'`);
    const open = async (customer: string) => (await world.open(START, { customer, body: 'Hello' })).ticket.id;
    [held, waits, done, merged, braked] = [
      await open('c1'),
      await open('c2'),
      await open('c3'),
      await open('c1'),
      await open('c5'),
    ];
    const claim = (id: string, who = world.sue) =>
      world.act(who, id, { type: 'claim', visitNo: 1, userId: who.id, leaseMs: 4 * HOUR }, START + MINUTE);
    await claim(held);
    await claim(done, world.ann);
    await world.event(world.ann, done, 'APPROVE', { amount: 10 }, START + 5 * MINUTE);
    await test.db.pool.query('update tickets set braked_at = $2 where id = $1', [braked, new Date(START)]);
    await people.person(world.sue.id);
    watch.at = START + HOUR;
    const { body } = await test.http
      .post('/api/auth/login')
      .send({ email: 'sue@test', password: 'long-enough' })
      .expect(200);
    token = (body as { accessToken: string }).accessToken;
    await post(`/tickets/${merged}/merge`, { into: held, confirmed: true }).expect(200);
    const document = (await test.http.get('/api/openapi.json')).body as {
      paths: Record<string, Record<string, Operation>>;
    };
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]): [string, Operation] => [`${method} ${path}`, one]),
    );
  });
  afterAll(() => test.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    test.http.get(`/api${path}`).set({ authorization: `Bearer ${token}`, ...headers });
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    test.http
      .post(`/api${path}`)
      .set({ authorization: `Bearer ${token}`, ...headers })
      .send(body);
  const since = async (seq: string): Promise<Row[]> => {
    const { rows } = await test.db.pool.query<Row>(
      'select seq, act, tickets, data from audit where seq > $1 order by seq',
      [seq],
    );
    return rows;
  };
  const newest = async (): Promise<string> => (await since('0')).at(-1)?.seq ?? '0';

  /** How each of them is asked, so that the answer holds tickets. */
  const asked = (): Record<string, string[]> => ({
    'get /api/desk': ['/desk'],
    'get /api/desk/board': ['/desk/board'],
    'get /api/desk/waiting': ['/desk/waiting?team=desk&tier=1'],
    'post /api/desk/{ticketId}/take': [`/desk/${held}/take`],
    'get /api/tickets': ['/tickets?limit=3', `/tickets?sort=due`],
    'get /api/tickets/{id}': [`/tickets/${done}`],
    'get /api/tickets/{id}/guide': [`/tickets/${held}/guide`],
    'get /api/tickets/{id}/history': [`/tickets/${done}/history`],
    'get /api/tickets/{id}/visits': [`/tickets/${done}/visits`],
    'get /api/tickets/{id}/messages': [`/tickets/${held}/messages`],
    'get /api/metrics/steps/tickets': [`/metrics/steps/tickets?sop=small&step=triage&${RANGE}`],
    'get /api/metrics/overview/tickets': [
      `/metrics/overview/tickets?figure=sla-steps&part=counted&${RANGE}`,
      `/metrics/overview/tickets?figure=fcr-gross&reason=open&${RANGE}`,
    ],
    'get /api/metrics/backlog/tickets': [`/metrics/backlog/tickets?what=created&${RANGE}`],
    'get /api/metrics/bottlenecks/tickets': [`/metrics/bottlenecks/tickets?sop=small&step=triage&${RANGE}`],
    'get /api/metrics/agents/tickets': [`/metrics/agents/tickets?agent=${world.ann.id}&${RANGE}`],
    'post /api/desk/next': ['/desk/next'],
  });

  it('name the tickets, all of them, on each endpoint', async () => {
    const reading = operations.filter(([, one]) => one['x-audit']?.act === 'customer.read');
    expect(reading.map(([name]) => name).sort()).toEqual(Object.keys(asked()).sort());
    for (const [name, paths] of Object.entries(asked())) {
      for (const path of paths) {
        const before = await newest();
        const { body } = await (name.startsWith('get') ? get(path) : post(path, {})).expect(200);
        const rows = await since(before);
        expect([path, rows.map(({ act }) => act)]).toEqual([path, ['customer.read']]);
        const named = rows[0]?.tickets ?? [];
        const shown = ticketsIn(body);
        expect([path, named.length > 0, shown.filter((id) => !named.includes(id))]).toEqual([path, true, []]);
      }
    }
  });

  it('as a table they are an export, with the file and the tickets in it', async () => {
    const tables = operations.filter(([, one]) => {
      const { content = {} } = one.responses['200'] ?? {};
      return one['x-audit']?.act === 'customer.read' && 'text/csv' in content;
    });
    expect(tables.length).toBeGreaterThan(4);
    for (const path of tables.flatMap(([name]) => asked()[name] ?? [])) {
      for (const [more, headers] of CSV) {
        const before = await newest();
        const { text, headers: answered } = await get(path + more, headers).expect(200);
        const [, table = ''] = text.trim().split('\r\n\r\n');
        const lines = table.split('\r\n').slice(1);
        const inTable = new Set(lines.map((line) => line.split(',')[0] ?? ''));
        const file = /filename="(.+)"/u.exec(answered['content-disposition'] ?? '')?.[1];
        const rows = await since(before);
        expect(rows).toMatchObject([{ act: 'customer.exported', data: { file } }]);
        expect([path, inTable.size > 0, new Set(rows[0]?.tickets)]).toEqual([path, true, inTable]);
      }
    }
  });

  it('a table of figures says which file', async () => {
    const before = await newest();
    await get(`/metrics/backlog?format=csv&${RANGE}`).expect(200);
    expect(await since(before)).toMatchObject([{ act: 'figures.exported', data: { file: 'backlog.csv' } }]);
  });

  it('whoever asks for a table where there is none has taken nothing out', async () => {
    const before = await newest();
    const refused = await get(`/metrics/overview?format=csv&${RANGE}`).expect(422);
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/format' }] });
    const { headers } = await get(`/metrics/overview?${RANGE}`, { accept: 'text/csv' }).expect(200);
    expect(headers['content-type']).toMatch(/^application\/json/u);
    await get(`/metrics/overview?format=json&${RANGE}`).expect(200);
    expect(await since(before)).toEqual([]);
  });

  it('the conversation of a merged ticket was read with the one it went into', async () => {
    const before = await newest();
    await get(`/tickets/${held}/messages`).expect(200);
    expect((await since(before))[0]?.tickets?.sort()).toEqual([held, merged].sort());
  });

  it('an act that leaves everything as it was has shown the ticket; one that changes it stands in its history', async () => {
    const { body } = await get(`/tickets/${waits}`).expect(200);
    const { priority } = body as { priority: string };
    const other = priority === 'low' ? 'high' : 'low';
    const path = `/tickets/${waits}/priority`;
    const before = await newest();
    await post(path, { priority: other, reason: 'Once' }, { 'idempotency-key': 'priority-once' }).expect(200);
    expect(await since(before)).toEqual([]);
    await post(path, { priority: other, reason: 'Again' }).expect(200);
    expect(await since(before)).toMatchObject([{ act: 'customer.read', tickets: [waits] }]);
    await post(path, { priority: other, reason: 'Once' }, { 'idempotency-key': 'priority-once' }).expect(200);
    expect(await since(before)).toMatchObject([
      { tickets: [waits] },
      { act: 'customer.read', tickets: [waits] },
    ]);
    await post(`/desk/${held}/renew`, {}).expect(200);
    expect(await since(before)).toHaveLength(2);
  });

  it('of a list of any length each ticket can be asked for', async () => {
    const tickets = Array.from({ length: 2_500 }, (_, i) => String(1_000_000 + i));
    const before = await newest();
    await test.app.get(Audit, { strict: false }).note({
      ...{ actorKind: 'agent', actorId: world.sue.id, act: 'customer.exported', outcome: 'done', tickets },
      data: { file: 'tickets.csv' },
    });
    const rows = await since(before);
    expect(rows.map(({ data }) => data)).toEqual(
      [1, 2, 3].map((part) => ({ file: 'tickets.csv', part, parts: 3, tickets: 2_500 })),
    );
    expect(rows.flatMap((row) => row.tickets)).toEqual(tickets);
    const { body } = await get('/audit?ticket=1002499').expect(200);
    expect(body).toMatchObject({ items: [{ act: 'customer.exported', data: { part: 3 } }] });
  });
});

/** Every ticket that an answer shows, wherever it stands. */
function ticketsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(ticketsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { id, ticketId, customer, subject } = value as Record<string, unknown>;
  const isTicket = typeof id === 'string' && customer !== undefined && subject !== undefined;
  const own = [ticketId, isTicket ? id : undefined].filter((one) => typeof one === 'string');
  return [...own, ...Object.values(value).flatMap(ticketsIn)];
}
