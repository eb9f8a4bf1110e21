import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { verifyAudit } from '../../src/audit/verify-audit.service.js';
import { runCli } from '../../src/cli/run.js';
import { Database } from '../../src/database/database.service.js';
import { DemoShop } from '../../src/demo/demo-shop.service.js';
import { RelaxedCommits } from '../../src/demo/relaxed-commits.service.js';
import { WorldDoor } from '../../src/demo/world-door.service.js';
import { WorldService } from '../../src/demo/world.service.js';
import { TeamCalendars } from '../../src/people/teams/team-calendars.service.js';
import { QueueRebuild } from '../../src/queues/queue-rebuild.service.js';
import { WorldLock } from '../../src/queues/world-lock.service.js';
import { migrateDatabase } from '../../src/database/migrate.js';
import { SearchRefill } from '../../src/tickets/search/search-refill.service.js';
import { startTestApp } from '../support/app.js';
import { runSql } from '../support/backup-data.js';
import { inSchema } from '../support/database.js';
import { makeSmallWorld } from '../support/small-world.js';
import { HttpRoom } from './http-room.js';

const server = String(process.env['STEPWISE_TEST_SERVER']).replace(/\/stepwise$/, '/postgres');
const id = randomBytes(6).toString('hex');
const [database, owner, lesser] = [`roles_${id}`, `owner_${id}`, `app_${id}`];
const room = new HttpRoom();
let ownerUrl = '';
let lesserUrl = '';
let ticketId = '';

interface Said {
  code: number;
  out: string;
  err: string;
}
const cli = (...argv: string[]): Promise<Said> => cliWith({ DATABASE_URL: ownerUrl }, ...argv);
async function cliWith(env: Record<string, string>, ...argv: string[]): Promise<Said> {
  let [out, err] = ['', ''];
  const code = await runCli(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    readInput: () => Promise.resolve(''),
    askSecret: () => Promise.resolve(null),
    env,
  });
  return { code, out, err };
}

/** What only grows, each with a column. */
const COLUMNS: Record<string, string> = {
  audit: 'act',
  history: 'type',
  messages: 'body',
  team_calendars: 'since',
  team_idle: 'since',
  ticket_seals: 'seal',
  seal_anchors: 'seal',
  audit_head: 'hash',
  audit_anchors: 'hash',
  erasures: 'kind',
};
const asLesser = (sql: string) => runSql(lesserUrl, sql);

beforeAll(async () => {
  await runSql(server, `create role ${owner} login createrole password 'long-enough'`);
  await runSql(server, `create database ${database} owner ${owner}`);
  const url = new URL(server);
  [url.pathname, url.username, url.password] = [`/${database}`, owner, 'long-enough'];
  ownerUrl = url.href;
  const { code, out } = await cli('roles', '--name', lesser);
  expect(code).toBe(0);
  lesserUrl = /^DATABASE_URL=(\S+)$/m.exec(out)?.[1] ?? '';
  room.app = await startTestApp({ databaseUrl: lesserUrl });
  room.w = await makeSmallWorld(room.app.app);
  room.ann = await room.signIn('ann@test');
});
afterAll(async () => {
  await room.app.close();
  await runSql(server, `drop database ${database} with (force)`);
  await runSql(server, `drop role ${lesser}`);
  await runSql(server, `drop role ${owner}`);
});

describe('the lesser role', () => {
  it('is not the owner, and does a whole ticket with its record', async () => {
    expect(new URL(lesserUrl).username).toBe(lesser);
    const opened = await room.openSmall({ body: 'Where is my parcel?' });
    ticketId = opened.id;
    expect((await room.post(room.ann, '/desk/next', {})).status).toBe(200);
    const said = { from: 'agent', body: 'On its way.' };
    expect((await room.post(room.ann, `/tickets/${ticketId}/messages`, said)).status).toBeLessThan(300);
    const approve = { type: 'APPROVE', data: { amount: 12.5 } };
    const done = await room.post(room.ann, `/tickets/${ticketId}/events`, approve);
    expect(done.status).toBe(200);
    expect(done.body['ticket']).toMatchObject({ status: 'resolved' });
    const [rows] = await asLesser(
      `select (select count(*)::int from history where ticket_id = ${ticketId}) as events,
         (select count(*)::int from messages where ticket_id = ${ticketId}) as messages,
         (select count(*)::int from audit) > 0 as "isRecorded"`,
    );
    expect(rows).toEqual({
      events: (done.body['ticket'] as { version: number }).version,
      messages: 2,
      isRecorded: true,
    });
    const pool = new pg.Pool({ connectionString: lesserUrl, max: 1 });
    expect((await verifyAudit(pool)).findings).toEqual([]);
    await pool.end();
  });

  it.each(
    Object.keys(COLUMNS).flatMap((table) => [
      ...(table === 'ticket_seals' ? [] : [`update ${table} set ${COLUMNS[table] ?? ''} = null`]),
      `delete from ${table}`,
      `truncate ${table}`,
      `alter table ${table} disable trigger all`,
      `drop table ${table}`,
      `create rule silent as on insert to ${table} do instead nothing`,
    ]),
  )('cannot: %s', async (statement) => {
    await expect(asLesser(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('moves the end of a chain on, and never back', async () => {
    for (const sql of [
      'update ticket_seals set seal = null',
      'update ticket_seals set links = links - 1',
      'update ticket_seals set links = links + 1, ticket_id = ticket_id + 1',
    ])
      await expect(asLesser(sql)).rejects.toMatchObject({ code: 'SW001' });
  });

  it.each([
    `set session_replication_role = replica`,
    `create or replace function erase_audit("seq" bigint) returns boolean language sql return true`,
    `create function sha256(text) returns bytea language sql return null`,
    `select append_seal(1, '')`,
    `select anchor_seals(now())`,
    `select note_erasure('audit', '1', null)`,
    `insert into erasures (kind, ref) values ('audit', '1')`,
    `create table mine ()`,
    `set role ${owner}`,
  ])('cannot: %s', async (statement) => {
    await expect(asLesser(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('erases a personal value by the functions that are for it', async () => {
    const found = async (q: string) => (await room.get(room.ann, `/tickets?q=${q}`)).body['items'];
    expect(await found('parcel')).toHaveLength(1);
    await asLesser(`select erase_history(${ticketId}, 1), erase_audit(1)`);
    await asLesser(`select erase_message(id) from messages where ticket_id = ${ticketId} and seq = 1`);
    expect(await found('parcel')).toEqual([]);
    await room.app.app.get(SearchRefill, { strict: false }).tick();
    expect([await found('parcel'), await found('way')]).toEqual([
      [],
      [expect.objectContaining({ id: ticketId })],
    ]);
    const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
    expect((await verifyAudit(pool)).findings).toEqual([]);
    await pool.end();
  });
});

describe('`stepwise roles`', () => {
  it('keeps the password of a role that is there, and refuses one that owns the tables', async () => {
    const again = await cli('roles', '--name', owner);
    expect(again).toMatchObject({ code: 1 });
    expect(again.err).toMatch(/could do whatever the owner/);
  });

  it('is enough for the demo to begin anew when it was broken off, where the owner is named; else it is told what to do', async () => {
    const leftOf = () =>
      asLesser(
        `select (select count(*)::int from tickets) as tickets, (select count(*)::int from history) as history,
           (select count(*)::int from settings where key = 'demo-world') as marks`,
      );
    const clear = (ownerUrl: string | null): Promise<void> => {
      const { app } = room.app;
      const get = <T>(kind: new (...args: never[]) => T): T => app.get(kind, { strict: false });
      return new WorldService(
        ...([get(Database), get(WorldLock), get(QueueRebuild), get(TeamCalendars), get(DemoShop)] as const),
        ...([get(WorldDoor), room.app.config.with({ ownerUrl }), get(RelaxedCommits)] as const),
      ).clearHalfMade();
    };
    await asLesser(`insert into settings (key, value) values ('demo-world', '"making"')`);
    const before = await leftOf();
    await expect(clear(null)).rejects.toThrow(/STEPWISE_OWNER_URL.*STEPWISE_OWNER_URL/s);
    expect(await leftOf()).toEqual(before);
    await clear(ownerUrl);
    expect(await leftOf()).toEqual([{ tickets: 0, history: 0, marks: 0 }]);
  });

  it('makes tables of the queues only where the queues are on PostgreSQL', async () => {
    const url = inSchema(ownerUrl, 'quiet');
    const queues = `select to_regnamespace('quiet_bullmq') is not null as there`;
    const quiet = await cliWith(
      { DATABASE_URL: url, REDIS_URL: 'redis://127.0.0.1:1' },
      'roles',
      '--name',
      lesser,
    );
    expect(quiet.code).toBe(0);
    expect(await runSql(url, queues)).toEqual([{ there: false }]);
    // What is brought up to date later makes none either.
    const migrated = await cliWith({ DATABASE_URL: url, REDIS_URL: 'redis://127.0.0.1:1' }, 'migrate');
    expect(migrated.code).toBe(0);
    expect(await runSql(url, queues)).toEqual([{ there: false }]);
    expect((await cliWith({ DATABASE_URL: url }, 'roles', '--name', lesser)).code).toBe(0);
    expect(await runSql(url, queues)).toEqual([{ there: true }]);
  });

  // The last one: it takes a migration back.
  it('is told when the owner has to come first', async () => {
    await runSql(
      ownerUrl,
      `delete from _prisma_migrations where migration_name = (select max(migration_name) from _prisma_migrations)`,
    );
    await expect(migrateDatabase(lesserUrl)).rejects.toThrow(/npx stepwise migrate/);
  });
});
