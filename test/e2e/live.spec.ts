import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LiveBus } from '../../src/channels/live/live-bus.service.js';
import { LiveStreams, STREAMS_PER_PERSON } from '../../src/channels/live/live-streams.service.js';
import { PeopleService } from '../../src/people/people.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { LiveReader } from '../support/live-reader.js';
import { makeSmallWorld, type SmallWorld } from '../support/small-world.js';
import { until } from '../support/until.js';

let here: TestApp;
/** Another process on the same database. */
let there: TestApp;
let w: SmallWorld;
const tokens = new Map<string, string>();
const urls = new Map<TestApp, string>();
const readers: LiveReader[] = [];

beforeAll(async () => {
  here = await startTestApp({ role: 'all' });
  w = await makeSmallWorld(here.app);
  there = await startTestApp({ databaseUrl: here.config.databaseUrl, role: 'api' });
  for (const app of [here, there]) {
    await app.app.listen(0, '127.0.0.1');
    urls.set(app, await app.app.getUrl());
  }
  await here.app.get(PeopleService).createUser({
    email: 'dee@test',
    name: 'dee',
    password: 'long-enough',
    roles: ['designer'],
  });
  for (const name of ['ann', 'ben', 'sue', 'lab', 'dee']) tokens.set(name, await signIn(name));
});
afterEach(() => {
  for (const reader of readers.splice(0)) reader.close();
});
afterAll(async () => {
  await there.close();
  await here.close();
});

async function signIn(name: string): Promise<string> {
  const { body } = await here.http
    .post('/api/auth/login')
    .send({ email: `${name}@test`, password: 'long-enough' })
    .expect(200);
  return (body as { accessToken: string }).accessToken;
}

async function listen(app: TestApp, name: string): Promise<LiveReader> {
  const reader = await LiveReader.open(urls.get(app) ?? '', tokens.get(name) ?? '');
  readers.push(reader);
  await reader.next('hello');
  return reader;
}

describe('the live stream', () => {
  it('begins with a greeting and is not kept by anybody on the way', async () => {
    const reader = await LiveReader.open(urls.get(here) ?? '', tokens.get('ann') ?? '');
    readers.push(reader);
    const { now } = await reader.next('hello');
    expect(now).toBe(new Date(here.clock.now()).toISOString());
    expect(reader.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(reader.response.headers.get('cache-control')).toBe('no-store');
    expect(reader.response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('does not count as an answer that took long', async () => {
    const ann = await listen(here, 'ann');
    ann.close();
    await ann.end();
    await here.http.get('/api/me').set('Authorization', `Bearer ${tokens.get('ann') ?? ''}`);
    const { text } = await here.http.get('/metrics');
    expect(text).toMatch(/route="\/api\/me",status="200"/);
    expect(text).not.toMatch(/route="\/api\/live",status="200"/);
  });

  it('goes only to those who ask for a stream, and to nobody without a session', async () => {
    const plain = await here.http.get('/api/live').set('Authorization', `Bearer ${tokens.get('ann') ?? ''}`);
    expect(plain.status).toBe(406);
    expect(plain.body.type).toBe('urn:stepwise:problem:stream-not-accepted');
    expect((await LiveReader.open(urls.get(here) ?? '', 'nonsense')).response.status).toBe(401);
  });

  it('tells what another process does to a ticket, to those who may see it', async () => {
    const [ann, lab, dee] = [
      await listen(there, 'ann'),
      await listen(there, 'lab'),
      await listen(there, 'dee'),
    ];
    const { ticket } = await w.open();
    const told = await ann.next('ticket', ({ id }) => id === ticket.id);
    expect(told).toEqual({
      id: ticket.id,
      version: 1,
      team: 'desk',
      status: 'open',
      assignee: null,
      at: new Date(ticket.updatedAt).toISOString(),
    });
    await ann.next('desk');
    await here.http
      .post(`/api/desk/next`)
      .set('Authorization', `Bearer ${tokens.get('ben') ?? ''}`)
      .expect(200);
    await ann.next('ticket', ({ version, assignee }) => version === 2 && assignee === w.ben.id);
    // Who may not see it heard nothing, though others heard of it long ago.
    expect([...lab.events, ...dee.events].filter(({ event }) => event !== 'people')).toEqual([]);
  });

  it('tells those from whom a ticket went away that it is gone', async () => {
    const { ticket } = await w.open();
    const ann = await listen(there, 'ann');
    const lab = await listen(here, 'lab');
    await w.act(w.sue, ticket.id, { type: 'transfer', to: { team: 'lab' }, reason: 'x', leaseMs: 1 });
    await lab.next('ticket', ({ id, team }) => id === ticket.id && team === 'lab');
    expect(await ann.next('ticket-gone', ({ id }) => id === ticket.id)).toEqual({ id: ticket.id });
    await ann.next('desk');
  });

  it('gathers what happens at once, and tells each ticket as it is at the end', async () => {
    const { ticket } = await w.open();
    const ann = await listen(here, 'ann');
    for (let n = 0; n < 5; n++) await w.event(w.ann, ticket.id, 'NOTE');
    await ann.next('ticket', ({ id, version }) => id === ticket.id && version === 6);
    const told = ann.events.filter(({ event, data }) => event === 'ticket' && data['id'] === ticket.id);
    expect(told.length).toBeLessThan(3);
  });

  it('tells of SOPs and people, whoever changes them', async () => {
    const dee = await listen(there, 'dee');
    await w.database.pool.query(`insert into sops (id) values ('new-one')`);
    await w.database.pool.query(
      `insert into sop_drafts (sop_id, source, format, updated_by) values ('new-one', 'x', 'yaml', 'dee')`,
    );
    expect(await dee.next('sops')).toEqual({ id: 'new-one', version: null });
    await w.database.pool.query(
      `insert into sop_versions (sop_id, version, source, format, definition, hash, origin, published_by)
       select 'new-one', 4, source, format, definition, hash, origin, published_by from sop_versions limit 1`,
    );
    expect(await dee.next('sops')).toEqual({ id: 'new-one', version: 4 });
    await here.app.get(PeopleService).ensureTeam({ id: 'fresh', title: { en: 'Fresh', 'zh-CN': '新组' } });
    await dee.next('people');
  });

  it('knows at once that somebody lost a team', async () => {
    const lab = await listen(there, 'lab');
    await w.database.pool.query(`insert into members (user_id, team_id, tier) values ($1, 'desk', 1)`, [
      w.lab.id,
    ]);
    await lab.next('people');
    const first = (await w.open()).ticket;
    await lab.next('ticket', ({ id }) => id === first.id);
    await w.database.pool.query(`delete from members where user_id = $1 and team_id = 'desk'`, [w.lab.id]);
    await lab.next('people');
    const ann = await listen(there, 'ann');
    const second = (await w.open()).ticket;
    await ann.next('ticket', ({ id }) => id === second.id);
    expect(lab.events.filter(({ event }) => event === 'ticket')).toEqual([]);
  });

  it('ends with the session: when it expires, and when it is ended elsewhere', async () => {
    const expiring = await listen(there, 'sue');
    there.app.get(LiveStreams).tick(here.clock.now() + 61 * 60_000);
    expect(await expiring.next('bye')).toEqual({ reason: 'expired' });
    await expiring.end();

    const ben = await listen(there, 'ben');
    await here.http
      .post('/api/auth/logout')
      .set('Authorization', `Bearer ${tokens.get('ben') ?? ''}`)
      .expect(204);
    expect(await ben.next('bye', undefined, 2_000)).toEqual({ reason: 'signed-out' });
    await ben.end();
    tokens.set('ben', await signIn('ben'));
  });

  it('says something at least every 15 s', async () => {
    const ann = await listen(here, 'ann');
    here.app.get(LiveStreams).tick(here.clock.now() + 14_000);
    here.app.get(LiveStreams).tick(here.clock.now() + 15_100);
    await expect(ann.next('desk', undefined, 300)).rejects.toThrow('No "desk" came');
    expect(ann.comments).toEqual([': still here']);
  });

  it('says something, and notes who is here, also when the clock was set back', async () => {
    const sue = await listen(here, 'sue');
    const ahead = new Date(here.clock.now() + 60 * 60_000);
    await w.database.pool.query('update presence set seen_at = $1', [ahead]);
    here.app.get(LiveStreams).tick(here.clock.now() - 60 * 60_000);
    const noted = async (): Promise<number> => {
      const { rows } = await w.database.pool.query(
        'select 1 from presence where user_id = $1 and seen_at < $2',
        [w.sue.id, new Date(here.clock.now())],
      );
      return rows.length;
    };
    await until('it is said and noted', async () => sue.comments.length > 0 && (await noted()) > 0);
    expect(sue.comments).toEqual([': still here']);
  });

  it('is not opened without limit, and a closed window makes room again', async () => {
    const open: LiveReader[] = [];
    for (let n = 0; n < STREAMS_PER_PERSON; n++) open.push(await listen(here, 'sue'));
    const one = await LiveReader.open(urls.get(here) ?? '', tokens.get('sue') ?? '');
    expect(one.response.status).toBe(429);
    expect(one.response.headers.get('retry-after')).toBe('30');
    open[0]?.close();
    await until('there is room', async () => {
      const again = await LiveReader.open(urls.get(here) ?? '', tokens.get('sue') ?? '');
      readers.push(again);
      return again.response.status === 200;
    });
  });

  it('lets go of a reader who does not keep up', async () => {
    const streams = here.app.get(LiveStreams);
    let cut = 0;
    const close = streams.open(
      w.ann,
      {
        ...{ id: w.ann.id, userId: w.ann.id, generation: 0, serial: 0 },
        ...{ signedInAt: 0, provedAt: 0, expiresAt: here.clock.now() + 60_000 },
      },
      { push: () => false, end: () => undefined, cut: () => (cut += 1) },
    );
    const ann = await listen(here, 'ann');
    await w.open();
    await ann.next('ticket');
    await w.open();
    await ann.next('ticket');
    expect(cut).toBe(1);
    close();
  });

  it('goes on after its connection was lost, and says that something may have been missed', async () => {
    const ann = await listen(there, 'ann');
    await w.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'stepwise-live' and datname = current_database()`,
    );
    await ann.next('resync', undefined, 5_000);
    for (const app of [here, there]) await until('it listens', () => app.app.get(LiveBus).isConnected);
    const { ticket } = await w.open();
    await ann.next('ticket', ({ id }) => id === ticket.id);
  });

  it('notes who is here', async () => {
    await w.database.pool.query('delete from presence');
    const sue = await listen(here, 'sue');
    await listen(there, 'ann');
    await sue.next('desk');
    const { rows } = await w.database.pool.query<{ user_id: string }>('select user_id from presence');
    expect(rows.map(({ user_id }) => user_id).sort()).toEqual([w.ann.id, w.sue.id].sort());
  });

  it('ends at once when the process stops', async () => {
    const third = await startTestApp({ databaseUrl: here.config.databaseUrl, role: 'api' });
    await third.app.listen(0, '127.0.0.1');
    urls.set(third, await third.app.getUrl());
    const ann = await listen(third, 'ann');
    const closing = third.close();
    expect(await ann.next('bye')).toEqual({ reason: 'stopping' });
    await ann.end();
    await closing;
  });
});
