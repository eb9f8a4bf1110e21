import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PeopleService } from '../../src/people/people.service.js';
import type { TestApp } from '../support/app.js';
import { startTestApp } from '../support/app.js';
import { makeSmallWorld, START } from '../support/small-world.js';

interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[];
}
type Paths = Record<string, Record<string, Operation>>;
interface Refused {
  errors?: { pointer: string; message: string }[];
}

const NOBODY = '00000000-0000-4000-8000-00000000dead';
/** What each endpoint needs to answer at all, and what each parameter that names something may be. */
const NEEDED: Record<string, string> = { sop: 'small', step: 'triage', figure: 'tickets', what: 'open' };
/** Names that there are not, also with signs that mean something to JSON, SQL, URLs and paths of states. */
const ODD = [`x'; drop`, '{"a":1}', '..', 'triage.', '.triage', 'a~b', '工单', '%', '😀', 'x'.repeat(200)];
const ZONES = [
  ...[
    '+25:00',
    '+08:00',
    'Etc/Unknown',
    'CET',
    'EST5EDT4',
    'FOO+3',
    'Mars/Olympus',
    '',
    ' ',
    'Asia/Shanghai ',
  ],
  ...['local', 'default', '🕰', 'z'.repeat(200), 'Z', '-00:00', 'UTC+8', 'posix/Asia/Shanghai'],
];

/** A name that nothing has is an error of every endpoint with figures, as JSON and as a table. */
describe('figures of something that there is not', () => {
  let test: TestApp;
  let doors: { path: string; names: string[]; needed: string[] }[] = [];
  const tokens = new Map<string, string>();
  let agent = '';

  beforeAll(async () => {
    test = await startTestApp();
    const world = await makeSmallWorld(test.app);
    await world.open(START, { customer: 'c1', body: 'Hello' });
    agent = world.ann.id;
    const manager = { email: 'manager@test', name: 'Mona', password: 'long-enough' };
    const people = test.app.get(PeopleService, { strict: false });
    await people.createUser({ ...manager, roles: ['manager'] });
    const other = { email: 'other@test', name: 'Olga', password: 'long-enough' };
    const { id } = await people.createUser({ ...other, roles: ['lead'] });
    await people.ensureMember(id, 'lab', 1);
    for (const name of ['manager', 'other', 'sue']) {
      const credentials = { email: `${name}@test`, password: 'long-enough' };
      const { body } = await test.http.post('/api/auth/login').send(credentials).expect(200);
      tokens.set(name, (body as { accessToken: string }).accessToken);
    }
    const { body } = await ask('manager', '/api/openapi.json', {});
    doors = Object.entries((body as { paths: Paths }).paths).flatMap(([path, { get }]) => {
      if (get === undefined || !path.startsWith('/api/metrics/')) return [];
      const parameters = (get.parameters ?? []).filter((parameter) => parameter.in === 'query');
      const required = parameters.filter((parameter) => parameter.required === true).map(({ name }) => name);
      const step = path.endsWith('steps/tickets') ? ['step'] : [];
      return [{ path, names: parameters.map(({ name }) => name), needed: [...required, ...step] }];
    });
  });
  afterAll(() => test.close());

  const ask = (name: string, path: string, query: Record<string, string>) =>
    test.http
      .get(path)
      .query(query)
      .set('Authorization', `Bearer ${tokens.get(name) ?? ''}`);
  const baseOf = (needed: string[]): Record<string, string> =>
    Object.fromEntries(needed.map((name) => [name, name === 'agent' ? agent : (NEEDED[name] ?? '')]));

  /** Each endpoint with the parameter, as JSON and, where it has one, as a table. */
  async function everywhere(
    parameter: string,
    queries: Record<string, string>[],
    check: (answer: { status: number; body: Refused }, asked: string) => void,
  ): Promise<number> {
    let asked = 0;
    for (const { path, names, needed } of doors) {
      if (!names.includes(parameter)) continue;
      for (const query of queries)
        for (const format of names.includes('format') ? ['json', 'csv'] : ['json']) {
          const all = { ...baseOf(needed), ...query, ...(names.includes('format') && { format }) };
          const { status, body } = await ask('manager', path, all);
          check({ status, body: body as Refused }, `${path} ${JSON.stringify(all)}`);
          asked += 1;
        }
    }
    return asked;
  }

  it('are answered where everything is known', async () => {
    expect(doors.length).toBeGreaterThanOrEqual(9);
    const { rows } = await test.db.pool.query<{ channel: string }>('select channel from tickets');
    const { channel = '' } = rows[0] ?? {};
    for (const { path, needed } of doors) {
      const query = {
        ...baseOf(needed),
        team: 'desk',
        channel,
        sop: 'small',
        version: '1',
        tz: 'asia/shanghai',
      };
      const { status, body } = await ask('manager', path, query);
      expect([path, status, body]).toEqual([path, 200, expect.anything()]);
    }
  });

  const names = (parameter: string, values: string[], more: Record<string, string> = {}) =>
    values.map((value) => ({ ...more, [parameter]: value }));
  it.each([
    ['sop', names('sop', ['nothing', ...ODD])],
    ['version', names('version', ['99', '2147483647'], { sop: 'small' })],
    ['team', names('team', ['nobody', ...ODD])],
    ['channel', names('channel', ['pigeon', ...ODD])],
    ['agent', names('agent', [NOBODY])],
    ['step', names('step', ['both', 'paid', 'both.left', 'triage.more', ...ODD])],
    ['way', names('way', ['triage~APPROVE~nowhere', 'nowhere~APPROVE~', '~opened~a.b'])],
  ])('are refused, and the unknown %s is named', async (parameter, queries) => {
    const asked = await everywhere(parameter, queries, ({ status, body }, what) => {
      expect([what, status]).toEqual([what, 422]);
      const [error] = body.errors ?? [];
      expect([what, error?.pointer]).toEqual([what, `/${parameter}`]);
      if (parameter === 'team') expect(error?.message).toContain('There is no team "');
    });
    expect(asked).toBeGreaterThan(0);
  });

  it('are refused where the time zone is none, or not the same to everybody who cuts days', async () => {
    await everywhere('tz', names('tz', ZONES), ({ status, body }, what) => {
      expect([what, status, body.errors?.[0]?.pointer]).toEqual([what, 422, '/tz']);
    });
  });

  it('are never zeros of a team that is not the caller’s', async () => {
    for (const { path, needed } of doors) {
      const { status, body } = await ask('other', path, { ...baseOf(needed), team: 'desk' });
      const { type, errors } = body as Refused & { type?: string };
      expect([path, status, type, errors?.[0]?.pointer]).toEqual([
        path,
        422,
        expect.stringContaining('not-your-team'),
        '/team',
      ]);
      await ask('sue', path, { ...baseOf(needed), team: 'desk' }).expect(200);
    }
  });

  it('the sums of steps that a designer sees are never those of one person', async () => {
    const people = test.app.get(PeopleService, { strict: false });
    const dora = { email: 'dora@test', name: 'Dora', password: 'long-enough' };
    await people.createUser({ ...dora, roles: ['designer'] });
    const { email, password } = dora;
    const { body } = await test.http.post('/api/auth/login').send({ email, password }).expect(200);
    tokens.set('dora', (body as { accessToken: string }).accessToken);
    await ask('dora', '/api/metrics/steps', { sop: 'small' }).expect(200);
    await ask('dora', '/api/metrics/steps', { sop: 'small', agent }).expect(403);
    await ask('manager', '/api/metrics/steps', { sop: 'small', agent }).expect(200);
  });
});
