import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskService } from '../../../src/routing/desk/desk.service.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { makeSmallWorld, START, type SmallWorld } from '../../support/small-world.js';
import { HOUR, MINUTE } from './door-room.js';

const MANY = 100_000;
const TABLES = [
  ...['tickets', 'history', 'visits', 'waiting', 'leases', 'timers', 'outbox', 'messages'],
  ...['idempotency', 'search_terms', 'ticket_seals'],
];

let now = START;
let app: TestApp;
let w: SmallWorld;

beforeAll(async () => {
  app = await startTestApp({ role: 'api', clock: { now: () => now } });
  w = await makeSmallWorld(app.app);
  // Nobody counts the rows: plans are made of what was known when the tables were empty.
  for (const table of TABLES)
    await app.db.pool.query(`alter table ${table} set (autovacuum_enabled = false)`);
});
afterAll(() => app.close());

/** Commands of all kinds, so that each part of the write and each read of the door has its turn. */
async function work(round: number): Promise<void> {
  const key = (name: string) => ({ scope: 'u', key: `${name} ${String(round)}`, bodyHash: 'same' });
  now += MINUTE;
  const opened = await Promise.all(
    Array.from({ length: 6 }, (_, i) => w.open(now, { customer: `c${String(i)}`, body: 'Where is it?' })),
  );
  const [a, b, c, d, e] = opened.map(({ ticket }) => ticket.id);
  if (!a || !b || !c || !d || !e) throw new Error('nothing was opened');
  const idempotency = key('message');
  await Promise.all([
    w.act(w.ann, a, { type: 'message', from: 'agent', body: 'Here', internal: false }, now, { idempotency }),
    w.event(w.ann, b, 'SPLIT', {}, now),
    w.event(w.ann, c, 'APPROVE', { amount: 5 }, now),
    w.act(w.ann, d, { type: 'escalate', reason: 'Too hard for me' }, now),
  ]);
  await w.act(w.ann, a, { type: 'message', from: 'agent', body: 'Here', internal: false }, now, {
    idempotency,
  });
  const visitNo = opened[4]?.ticket.openVisits[0]?.no ?? 0;
  await w.act(w.ann, e, { type: 'claim', userId: w.ann.id, visitNo, leaseMs: HOUR }, now);
  await w.act(w.ann, e, { type: 'release', userId: w.ann.id, reason: 'Lunch' }, now);
  expect(await app.app.get(DeskService, { strict: false }).next(w.ben, null, now)).not.toBeNull();
}

/** Rows that were read because a whole table was, by table; of what all connections did up to now. */
async function readAlong(): Promise<Record<string, number>> {
  for (const pool of [app.db.hot, app.db.pool, app.db.slow])
    await Promise.all(
      Array.from({ length: pool.options.max }, () =>
        pool.query('select pg_stat_force_next_flush(), pg_sleep(0.05)'),
      ),
    );
  const { rows } = await app.db.pool.query<{ table: string; n: string }>(
    'select relname as table, seq_tup_read as n from pg_stat_user_tables where relname = any ($1)',
    [TABLES],
  );
  return Object.fromEntries(rows.map(({ table, n }) => [table, Number(n)]));
}

/** Copies of a ticket and of all that hangs on it, as a year leaves behind. */
async function grow(): Promise<void> {
  const columns = async (table: string, except: readonly string[]): Promise<string> => {
    const { rows } = await app.db.pool.query<{ name: string }>(
      `select quote_ident(attname) as name from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> all ($2)`,
      [table, except],
    );
    return rows.map(({ name }) => name).join(', ');
  };
  const client = await app.db.slow.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (const table of TABLES) {
      const id = table === 'tickets' ? 'id' : 'ticket_id';
      if (table === 'idempotency') {
        await client.query(
          `insert into idempotency select scope, key || ' ' || i, body_hash, answer, at
           from (select * from idempotency limit 1) k, generate_series(1, ${String(MANY)}) i`,
        );
        continue;
      }
      const own = ['outbox', 'messages'].includes(table) ? [id, 'id'] : [id];
      const others = await columns(table, own);
      await client.query(
        `insert into ${table} (${id}, ${others}) select ${String(MANY)} + i, ${others}
         from (select * from ${table} limit 1) one, generate_series(1, ${String(MANY)}) i`,
      );
    }
    // They are no work: nobody is to be woken for them.
    await client.query(
      `update outbox set done_at = at, queued_at = at, sent_at = at where ticket_id > ${String(MANY)}`,
    );
    await client.query(
      `update timers set due_at = due_at + interval '9 years' where ticket_id > ${String(MANY)}`,
    );
    await client.query(`update waiting set lane = 'archive|1|' where ticket_id > ${String(MANY)}`);
    await client.query(
      `update leases set expires_at = expires_at + interval '9 years' where ticket_id > ${String(MANY)}`,
    );
  } finally {
    client.release(true);
  }
}

describe('the hot path on a house that grows', () => {
  it('reads no table as a whole, with plans that are as old as the house', async () => {
    for (let round = 0; round < 4; round++) await work(round);
    await grow();
    const before = await readAlong();
    expect(Object.keys(before).sort()).toEqual([...TABLES].sort());
    for (let round = 4; round < 8; round++) await work(round);
    const after = await readAlong();
    expect(
      Object.fromEntries(TABLES.map((table) => [table, (after[table] ?? 0) - (before[table] ?? 0)])),
    ).toEqual(Object.fromEntries(TABLES.map((table) => [table, 0])));
  }, 120_000);

  it('goes on when a newer version has given its tables a column, alone and with two tickets at once', async () => {
    const open = async () => (await w.open(now, { customer: 'c-new', body: 'Hello' })).ticket.id;
    const [a, b] = [await open(), await open()];
    for (const table of ['tickets', 'history', 'messages', 'visits', 'waiting'])
      await app.db.pool.query(`alter table ${table} add column of_a_newer_version text`);
    const said = { type: 'message', from: 'agent', body: 'Here', internal: false } as const;
    expect((await w.act(w.ann, a, said, now)).ticket.version).toBe(2);
    await app.db.pool.query('alter table history add column of_the_next_one int');
    await w.tickets.applyToPair(b, a, { type: 'merge', confirmed: true }, w.by(w.sue, now));
    expect((await w.tickets.read(b))?.status).toBe('merged');
  });
});
