import { beforeAll, describe, expect, it } from '@jest/globals';
import { Audit } from '../../src/audit/audit.service.js';
import { Refusals } from '../../src/audit/refusals.service.js';
import type { AuditEntry } from '../../src/audit/acts.js';
import { PeopleService } from '../../src/people/people.service.js';
import { openHttpRoom } from './http-room.js';

interface Row {
  act: string;
  outcome: string;
  actor: { kind: string; id: string | null };
  about: { kind: string; id: string } | null;
  data: Record<string, unknown>;
  personal: Record<string, string> | null;
}

const room = openHttpRoom();
let admin = '';

beforeAll(async () => {
  const root = { email: 'root@audit', name: 'Root', password: 'long-enough', roles: ['admin' as const] };
  await room.app.app.get(PeopleService).createUser(root);
  admin = await room.signIn('root@audit');
});

const rows = async (filter: string): Promise<Row[]> =>
  (await room.get(admin, `/audit?${filter}`)).body.items as unknown as Row[];

describe('a refusal', () => {
  it('by role is recorded, with what was wanted', async () => {
    const person = { email: 'x@audit', name: 'X', password: 'long-enough-1', roles: ['admin'] };
    expect((await room.post(room.ann, '/users', person)).status).toBe(403);
    const [row] = await rows('act=person.created&limit=1');
    expect(row).toMatchObject({
      outcome: 'refused',
      actor: { kind: 'agent', id: room.w.ann.id },
      data: { problem: 'forbidden', status: 403, route: 'POST /api/users' },
      personal: { address: '127.0.0.1' },
    });
    expect(JSON.stringify(row)).not.toContain('x@audit');
    expect((await room.get(room.ann, '/users')).status).toBe(403);
    expect((await rows('act=access.refused&limit=1'))[0]).toMatchObject({
      actor: { id: room.w.ann.id },
      data: { status: 403, route: 'GET /api/users' },
    });
  });

  it('of a stranger is recorded once a minute for an address, however often and for whatever', async () => {
    for (const path of ['/users', '/tickets', '/audit', '/me'])
      for (const token of ['', 'x.y.z']) expect((await room.get(token, path)).status).toBe(401);
    const strangers = (await rows('act=access.refused')).filter(({ actor }) => actor.kind === 'anonymous');
    // One without a token that can be read, at most one for each other reason.
    expect(strangers.length).toBeGreaterThan(0);
    expect(new Set(strangers.map(({ data }) => data['problem'])).size).toBe(strangers.length);
    expect(strangers[0]).toMatchObject({ outcome: 'refused', personal: { address: '127.0.0.1' } });
  });
});

describe('refusals that are many', () => {
  let now = Date.parse('2031-01-01T08:00:00Z');
  const entry = (account: string, address: string): AuditEntry => ({
    actorKind: 'anonymous',
    actorId: null,
    act: 'session.began',
    outcome: 'refused',
    data: { problem: 'wrong-credentials', status: 401 },
    personal: { email: account, address },
  });
  const written = async (address: string) =>
    (
      await room.app.db.pool.query<{ email: string | null; count: number | null; various: boolean | null }>(
        `select personal->>'email' as email, (data->>'count')::int as count, (data->>'various')::bool as various
           from audit where personal->>'address' = $1 order by seq`,
        [address],
      )
    ).rows;
  const open = (): Refusals => new Refusals(room.app.app.get(Audit), { now: () => now });

  it('of one account from one address are one row a minute, with their number', async () => {
    const refusals = open();
    for (let n = 0; n < 50; n += 1) await refusals.note(entry('ann@test', '192.0.2.1'));
    expect(await written('192.0.2.1')).toEqual([{ email: 'ann@test', count: null, various: null }]);
    now += 61_000;
    await refusals.writeCounted(now);
    await refusals.note(entry('ann@test', '192.0.2.1'));
    expect(await written('192.0.2.1')).toEqual([
      { email: 'ann@test', count: null, various: null },
      { email: 'ann@test', count: 49, various: null },
    ]);
    await refusals.beforeApplicationShutdown();
    expect((await written('192.0.2.1')).at(-1)).toMatchObject({ count: 1 });
  });

  it('of many accounts from one address have a row each until they are too many', async () => {
    const refusals = open();
    for (let n = 0; n < 200; n += 1) await refusals.note(entry(`a${n}@test`, '192.0.2.2'));
    const first = await written('192.0.2.2');
    expect(first).toHaveLength(21);
    expect(first.at(-1)).toEqual({ email: null, count: null, various: true });
    await refusals.beforeApplicationShutdown();
    expect((await written('192.0.2.2')).slice(21)).toEqual([{ email: null, count: 179, various: true }]);
  });

  it('are written a minute later also when nothing more comes, and forgotten after the next', async () => {
    const refusals = open();
    await refusals.note(entry('b@test', '192.0.2.3'));
    await refusals.note(entry('b@test', '192.0.2.3'));
    for (let minute = 0; minute < 3; minute += 1) {
      now += 61_000;
      await refusals.writeCounted(now);
    }
    expect(await written('192.0.2.3')).toHaveLength(2);
    await refusals.note(entry('b@test', '192.0.2.3'));
    expect(await written('192.0.2.3')).toHaveLength(3);
    await refusals.beforeApplicationShutdown();
  });
});

describe('a change', () => {
  it('of a person says what was before, and no secret', async () => {
    const person = { email: 'eva@audit', name: 'Eva', password: 'kept-to-herself', roles: ['agent'] };
    const { body } = await room.post(admin, '/users', person);
    const change = { name: 'Eve', roles: ['agent', 'lead'], skills: ['refunds'] };
    const headers = { authorization: `Bearer ${admin}` };
    const { status } = await room.app.http.patch(`/api/users/${body.id}`).set(headers).send(change);
    expect(status).toBe(200);
    const [row] = await rows('act=person.changed&limit=1');
    expect(row).toMatchObject({
      about: { kind: 'person', id: body.id },
      data: {
        roles: ['agent', 'lead'],
        skills: ['refunds'],
        before: { roles: ['agent'], skills: [] },
      },
      personal: { name: 'Eve', nameBefore: 'Eva' },
    });
    expect(Object.keys(row?.data['before'] ?? {})).toEqual(['roles', 'skills']);
  });

  it('of a team says what was before', async () => {
    const headers = { authorization: `Bearer ${admin}` };
    const title = { en: 'Front desk', 'zh-CN': '前台' };
    const change = { title, members: [{ userId: room.w.ann.id, tier: 2 }] };
    expect((await room.app.http.patch('/api/teams/lab').set(headers).send(change)).status).toBe(200);
    const [row] = await rows('act=team.changed&limit=1');
    expect(row?.data).toMatchObject({
      title,
      before: { title: { en: 'Lab' }, members: expect.arrayContaining([{ userId: room.w.lab.id, tier: 1 }]) },
    });
  });
});
