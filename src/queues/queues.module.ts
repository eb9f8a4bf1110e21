import { BullModule, BullRegistrar } from '@nestjs/bullmq';
import { Global, Module } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../config.js';
import { Database } from '../database/database.service.js';
import { AUTOMATION_QUEUE, MARKER_QUEUE, TIMERS_QUEUE } from './jobs.js';
import { LaneQueues } from './lane-queues.service.js';
import { OutboxRelay } from './outbox-relay.service.js';
import { QueueBackend } from './queue-backend.service.js';
import { QueueRebuild } from './queue-rebuild.service.js';
import { Ticker } from './ticker.service.js';
import { TimerWakeups } from './timer-wakeups.service.js';
import { WorldLock } from './world-lock.service.js';

@Global()
@Module({
  providers: [
    {
      provide: QueueBackend,
      inject: [Config, Database],
      useFactory: (config: Config, database: Database) => QueueBackend.open(config.redisUrl, database.pool),
    },
  ],
  exports: [QueueBackend],
})
class QueueBackendModule {}

/** BullMQ on PostgreSQL or Redis, the way from the outbox into it, and what background loops share. */
@Module({
  imports: [
    QueueBackendModule,
    BullModule.forRootAsync({
      inject: [QueueBackend],
      useFactory: ({ connection }: QueueBackend) => ({
        connection,
        streams: { events: { maxLen: 1_000 } },
      }),
      // Processes that only answer HTTP have the queues, but no workers.
      extraOptions: { manualRegistration: true },
    }),
    BullModule.registerQueue({ name: AUTOMATION_QUEUE }, { name: TIMERS_QUEUE }, { name: MARKER_QUEUE }),
  ],
  providers: [LaneQueues, OutboxRelay, QueueRebuild, Ticker, TimerWakeups, WorldLock],
  exports: [LaneQueues, OutboxRelay, QueueRebuild, Ticker, TimerWakeups, WorldLock],
})
export class QueuesModule implements OnApplicationBootstrap {
  constructor(
    private readonly config: Config,
    private readonly registrar: BullRegistrar,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role !== 'api') this.registrar.register();
  }
}
