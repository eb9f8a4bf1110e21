import { clearTables, TICKET_TABLES } from '../../support/clear-tables.js';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { AppModule } from '../../../src/app.module.js';
import { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import { LaneQueues } from '../../../src/queues/lanes/lane-queues.service.js';
import { OutboxRelay } from '../../../src/queues/outbox-relay.service.js';
import { QueueBackend } from '../../../src/queues/backend/queue-backend.service.js';
import { DeskService } from '../../../src/routing/desk/desk.service.js';
import { LeaseSweeper } from '../../../src/routing/leases/lease-sweeper.service.js';
import { openTestDatabase } from '../../support/database.js';
import { wipeQueues } from '../../support/queues.js';
import { flushTestRedis } from '../../support/redis.js';
import { LEASE_MS, makeSmallWorld } from '../../support/small-world.js';
import type { SmallWorld } from '../../support/small-world.js';
import { TestClock } from '../../support/test-clock.js';

export interface DeskRoom {
  module: TestingModule;
  world: SmallWorld;
  desk: DeskService;
  sweeper: LeaseSweeper;
  lanes: LaneQueues;
  database: Database;
  clock: TestClock;
  /** All that was committed so far has its jobs, whether this call brought them or a nudge that was under way. */
  relayed(): Promise<void>;
  /** Everything in the queues is gone, as after FLUSHALL or a lost volume. */
  wipe(): Promise<void>;
  /** Empties the tables of tickets between tests. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** The whole program without HTTP and background loops, with a few people and one small SOP. */
export async function openDeskRoom(redisUrl: string | undefined): Promise<DeskRoom> {
  const testDatabase = await openTestDatabase();
  await flushTestRedis();
  const clock = new TestClock();
  const config = new Config({
    databaseUrl: testDatabase.url,
    redisUrl: redisUrl ?? null,
    role: 'api',
    leaseMs: LEASE_MS,
  });
  const module = await Test.createTestingModule({
    imports: [AppModule.for(config, clock)],
  }).compile();
  module.useLogger(false);
  await module.init();
  const world = await makeSmallWorld(module);
  const database = module.get(Database);
  const backend = module.get(QueueBackend);
  const wipe = (): Promise<void> => wipeQueues(backend, database.pool);
  const relay = module.get(OutboxRelay, { strict: false });
  const relayed = async (): Promise<void> => {
    for (;;) {
      await relay.drain(clock.now());
      const { rows } = await database.pool.query('select from outbox where queued_at is null limit 1');
      if (rows.length === 0) return;
    }
  };
  return {
    module,
    world,
    desk: module.get(DeskService, { strict: false }),
    sweeper: module.get(LeaseSweeper, { strict: false }),
    lanes: module.get(LaneQueues, { strict: false }),
    database,
    clock,
    relayed,
    wipe,
    async clear() {
      await relayed();
      await clearTables(database.pool, TICKET_TABLES);
      await wipe();
    },
    async close() {
      await module.close();
      await testDatabase.close();
      await flushTestRedis();
    },
  };
}
