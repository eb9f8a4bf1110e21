import { Queue } from 'bullmq';
import { Clock } from '../../../src/clock.js';
import { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import { AUTOMATION_QUEUE, MARKER_QUEUE, TIMERS_QUEUE } from '../../../src/queues/jobs.js';
import type { EffectJob, TimerJob } from '../../../src/queues/jobs.js';
import { laneOf } from '../../../src/queues/lanes/lanes.js';
import { LaneQueues } from '../../../src/queues/lanes/lane-queues.service.js';
import { OutboxRelay } from '../../../src/queues/outbox-relay.service.js';
import { QueueBackend } from '../../../src/queues/backend/queue-backend.service.js';
import { QueueRebuild } from '../../../src/queues/queue-rebuild.service.js';
import { Ticker } from '../../../src/queues/ticker.service.js';
import { TimerWakeups } from '../../../src/queues/timer-wakeups.service.js';
import { WorldLock } from '../../../src/queues/world-lock.service.js';
import { openTestDatabase } from '../../support/database.js';
import { wipeQueues } from '../../support/queues.js';
import { flushTestRedis } from '../../support/redis.js';

/** The whole queue layer on a database of its own, with the hands that a test needs inside. */
export type QueueLayer = Awaited<ReturnType<typeof openQueueLayer>>;

/** On Redis when its URL is given, else on PostgreSQL. Background loops do not run. */
export async function openQueueLayer(redisUrl: string | undefined) {
  const testDatabase = await openTestDatabase();
  await flushTestRedis();
  const database = new Database(new Config({ databaseUrl: testDatabase.url }));
  const { pool } = database;
  const clock = new Clock();
  const backend = await QueueBackend.open(redisUrl, pool);
  const { connection, prefix } = backend;
  const automation = new Queue<EffectJob>(AUTOMATION_QUEUE, { connection, prefix });
  const timers = new Queue<TimerJob>(TIMERS_QUEUE, { connection, prefix });
  const marker = new Queue(MARKER_QUEUE, { connection, prefix });
  // The test's database may go before the last connection has noticed.
  for (const queue of [automation, timers, marker]) queue.on('error', () => undefined);
  const world = new WorldLock(database);
  const ticker = new Ticker({ role: 'api' } as Config, clock, world);
  const lanes = new LaneQueues(backend, database);
  const relay = new OutboxRelay(database, lanes, automation, world, clock, ticker, backend);
  const wakeups = new TimerWakeups(database, timers, clock, ticker, backend);
  const rebuild = new QueueRebuild(database, lanes, relay, wakeups, marker, ticker, backend);
  let outboxSeq = 0;

  return {
    backend,
    pool,
    database,
    lanes,
    relay,
    wakeups,
    rebuild,
    world,
    automation,
    timers,

    /** A row of the outbox; its id. */
    async effect(kind: 'http' | 'merge' | 'lane', payload: object, ticketId = '1'): Promise<string> {
      outboxSeq += 1;
      const { rows } = await pool.query<{ id: string }>(
        `insert into outbox (ticket_id, seq, n, kind, payload, at) values ($1, $2, 0, $3, $4, now()) returning id`,
        [ticketId, outboxSeq, kind, payload],
      );
      return String(rows[0]?.id);
    },
    /** A visit that waits for tier 1 of a team, as the door writes it. */
    async waiting(ticketId: string, dueAt: number, team = 'after-sales', visitNo = 1): Promise<string> {
      const lane = laneOf({ team, tier: 1, skills: [] });
      await pool.query(
        `insert into waiting (ticket_id, visit_no, lane, team, tier, skills, due_at, since)
         values ($1, $2, $3, $4, 1, '{}', $5, now())`,
        [ticketId, visitNo, lane, team, new Date(dueAt)],
      );
      return lane;
    },
    async timer(ticketId: string, id: string, dueAt: number): Promise<void> {
      await pool.query('insert into timers (ticket_id, id, seq, due_at) values ($1, $2, 1, $3)', [
        ticketId,
        id,
        new Date(dueAt),
      ]);
    },
    wipe: (): Promise<void> => wipeQueues(backend, pool),
    async close(): Promise<void> {
      await relay.onModuleDestroy();
      await wakeups.onModuleDestroy();
      await lanes.beforeApplicationShutdown();
      await Promise.all([automation.close(), timers.close(), marker.close()]);
      await world.beforeApplicationShutdown();
      await backend.onApplicationShutdown();
      await database.onApplicationShutdown();
      await testDatabase.close();
      await flushTestRedis();
    },
  };
}
