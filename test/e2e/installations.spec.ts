import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { openForRestore } from '../../src/backup/restore-backup.js';
import { writeBackup } from '../../src/backup/write-backup.js';
import { databaseUrlOf } from '../../src/config-database.js';
import { migrateDatabase, openSession, prepareSchema } from '../../src/database/migrate.js';
import { PeopleService } from '../../src/people/people.service.js';
import { LaneQueues } from '../../src/queues/lanes/lane-queues.service.js';
import { laneOf } from '../../src/queues/lanes/lanes.js';
import { OutboxRelay } from '../../src/queues/outbox-relay.service.js';
import { WorldLock } from '../../src/queues/world-lock.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { runSql } from '../support/backup-data.js';
import { inSchema, openTestDatabase, type TestDatabase } from '../support/database.js';
import { testRedisUrl } from '../support/redis.js';
import { makeSmallWorld, type SmallWorld } from '../support/small-world.js';
import { until } from '../support/until.js';

const LANE = laneOf({ team: 'desk', tier: 1, skills: [] });

/** Two whole programs, of which each would do the work of the other if it saw it: they count from 1 alike. */
describe('two installations in one database (and on one Redis)', () => {
  let database: TestDatabase;
  let branchUrl: string;
  let main: TestApp;
  let branch: TestApp;
  let mains: SmallWorld;
  let branches: SmallWorld;
  let dir: string;
  const open: string[] = [];

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'stepwise-two-'));
    main = await startTestApp();
    database = { url: String(main.config.databaseUrl), close: () => Promise.resolve() };
    branchUrl = inSchema(database.url, 'branch');
    // As two processes that start at once.
    const applied = await Promise.all([migrateDatabase(branchUrl), migrateDatabase(branchUrl)]);
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    branch = await startTestApp({ databaseUrl: branchUrl });
    mains = await makeSmallWorld(main.app);
    branches = await makeSmallWorld(branch.app);
  });
  afterAll(async () => {
    await branch.close();
    await main.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const countIn = async (app: TestApp, table: string): Promise<number> => {
    const { rows } = await app.db.pool.query<{ count: number }>(
      `select count(*)::int as count from ${table}`,
    );
    return Number(rows[0]?.count);
  };

  it('each has its own tables, through every way that asks for them', async () => {
    for (let i = 0; i < 3; i += 1) open.push((await branches.open()).ticket.id);
    expect(await countIn(branch, 'tickets')).toBe(3);
    expect(await countIn(main, 'tickets')).toBe(0);
    expect(await countIn(main, 'branch.tickets')).toBe(3);
    expect(await countIn(main, 'users')).toBe(4);
    await branch.app.get(PeopleService).ensureTeam({ id: 'only', title: { en: 'Only', 'zh-CN': '仅此' } });
    expect(await branch.db.prisma.team.count()).toBe(3);
    expect(await main.db.prisma.team.count()).toBe(2);
    expect(await runSql(branchUrl, 'select current_schemas(false)::text as path')).toEqual([
      { path: '{branch}' },
    ]);
  });

  it('neither hears what the other tells', async () => {
    const listener = new pg.Client({ connectionString: database.url });
    const heard: { channel: string; payload?: string | undefined }[] = [];
    listener.on('notification', ({ channel, payload }) => heard.push({ channel, payload }));
    await listener.connect();
    await listener.query('listen stepwise_live_public; listen stepwise_live_branch; listen bullmq_jobs');
    await branches.open();
    await branch.db.pool.query(`update users set name = 'Anna' where email = 'ann@test'`);
    await branch.app.get(OutboxRelay).drain(main.clock.now());
    // What is told after the commit is gathered first.
    await until('it is told', () => heard.some(({ payload }) => payload?.includes('"ticket"')));
    await listener.end();
    expect(heard.map(({ channel }) => channel)).not.toContain('stepwise_live_public');
    expect(heard.map(({ channel }) => channel)).toContain('stepwise_live_branch');
    const names = heard.filter(({ channel }) => channel === 'bullmq_jobs').map(({ payload }) => payload);
    expect(names.filter((name) => !name?.startsWith('branch.'))).toEqual([]);
    if (testRedisUrl() === undefined) expect(names).toContain(`branch.${LANE}`);
  });

  it('neither takes a job of the other', async () => {
    await branch.app.get(OutboxRelay).drain(main.clock.now());
    const [ours, theirs] = [branch.app.get(LaneQueues), main.app.get(LaneQueues)];
    expect(await ours.count(LANE)).toBe(4);
    expect(await theirs.count(LANE)).toBe(0);
    expect(await theirs.first(LANE)).toBeNull();
    const mine = (await mains.open()).ticket.id;
    await main.app.get(OutboxRelay).drain(main.clock.now());
    expect(await theirs.count(LANE)).toBe(1);
    const place = await theirs.first(LANE);
    expect(place?.ticketId).toBe(mine);
    place?.drop();
    await theirs.settle();
    expect(await ours.count(LANE)).toBe(4);
  });

  it('a lock of one holds nobody up in the other', async () => {
    const [ours, theirs] = [branch.app.get(WorldLock), main.app.get(WorldLock)];
    await ours.own(async () => {
      expect(await theirs.share(() => Promise.resolve('at work'))).toEqual({ result: 'at work' });
    });
    // Whoever migrates or restores keeps others of the same installation out, and only them.
    const session = openSession(branchUrl);
    await session.query('begin');
    await prepareSchema(session, branchUrl);
    expect(await migrateDatabase(inSchema(database.url, 'third'))).not.toEqual([]);
    await session.query('rollback');
    await session.end();
  });

  it('a copy of one is brought back while the other works, and touches nothing of it', async () => {
    const file = join(dir, 'branch.backup');
    await writeBackup(branchUrl, file);
    const refused = (await openForRestore(file)).restore(branchUrl, { force: true });
    await expect(refused).rejects.toThrow(/A Stepwise works on this database/);
    await branch.close();
    const before = await countIn(main, 'tickets');
    const jobs = 'select count(*)::int as count from pg_class where relnamespace = $1::regnamespace';
    const queuesBefore = testRedisUrl() ? null : await runSql(database.url, jobs, ['bullmq']);
    const { rows } = await (await openForRestore(file)).restore(branchUrl, { force: true });
    expect(rows['tickets']).toBe(4);
    expect(await countIn(main, 'tickets')).toBe(before);
    if (queuesBefore) expect(await runSql(database.url, jobs, ['bullmq'])).toEqual(queuesBefore);
    expect(await runSql(database.url, `select to_regnamespace('branch_bullmq') as found`)).toEqual([
      { found: null },
    ]);
    // It goes on, with queues that are filled anew.
    branch = await startTestApp({ databaseUrl: branchUrl });
    await branch.app.get(OutboxRelay).drain(main.clock.now());
    expect(await countIn(branch, 'tickets')).toBe(4);
  });

  it('on Redis every key begins with the id of one of them, which a copy of the data does not take along', async () => {
    const url = testRedisUrl();
    if (url === undefined) return;
    const idOf = async (at: string): Promise<string> => {
      const [row] = await runSql<{ id: string }>(
        at,
        `select value->>'id' as id from settings where key = 'installation'`,
      );
      return String(row?.id);
    };
    const ids = [await idOf(database.url), await idOf(branchUrl)];
    expect(new Set(ids).size).toBe(2);
    const redis = new Redis(url);
    const keys = await redis.keys('*');
    redis.disconnect();
    const owners = keys.map((key) => key.split(':')[0]);
    for (const id of ids) expect(owners).toContain(`stepwise-${id}`);
    // The id that the branch had before it was restored is the third.
    expect(new Set(owners).size).toBe(3);
  });
});

describe('a schema', () => {
  it('is named as PostgreSQL and the queues leave it free, or the start is refused', () => {
    for (const name of ['Branch', 'a b', '1st', '', 'pg_x', 'information_schema', 'bullmq', 'x_bullmq'])
      expect([name, typeof databaseUrlOf(`postgresql://u@h/d?schema=${name}`)]).toEqual([name, 'object']);
    const read = databaseUrlOf('postgresql://u:p%2B@h/d?schema=branch&options=-c%20jit%3Doff');
    expect(read).toBe(
      'postgresql://u:p%2B@h/d?schema=branch&options=-c%20jit%3Doff%20-c%20search_path%3Dbranch',
    );
  });

  it('is there after the first start, also when two start at once', async () => {
    const database = await openTestDatabase();
    try {
      const url = inSchema(database.url, 'fresh');
      await Promise.all([migrateDatabase(url), migrateDatabase(url), migrateDatabase(url)]);
      expect(await runSql(url, 'select count(*)::int as count from tickets')).toEqual([{ count: 0 }]);
    } finally {
      await database.close();
    }
  });
});
