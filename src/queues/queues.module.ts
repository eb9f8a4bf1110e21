import { BullModule, BullRegistrar, InjectQueue } from '@nestjs/bullmq';
import { Global, Logger, Module } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { sharePool } from '../config-database.js';
import { Config } from '../config.js';
import { Database } from '../database/database.service.js';
import { AUTOMATION_QUEUE, MARKER_QUEUE, TIMERS_QUEUE } from './jobs.js';
import { LaneQueues } from './lanes/lane-queues.service.js';
import { OutboxRelay } from './outbox-relay.service.js';
import { QueueBackend } from './backend/queue-backend.service.js';
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
      useFactory: (config: Config, database: Database) =>
        QueueBackend.open(
          config.redisUrl,
          database.pool,
          sharePool(config.poolSize, config.redisUrl !== null).queues,
        ),
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
      useFactory: ({ connection, prefix }: QueueBackend) => ({
        connection,
        prefix,
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
export class QueuesModule implements OnModuleInit, OnApplicationBootstrap {
  private readonly log = new Logger('Queues');

  constructor(
    private readonly config: Config,
    private readonly registrar: BullRegistrar,
    @InjectQueue(AUTOMATION_QUEUE) private readonly automation: Queue,
    @InjectQueue(TIMERS_QUEUE) private readonly timers: Queue,
    @InjectQueue(MARKER_QUEUE) private readonly marker: Queue,
  ) {}

  onModuleInit(): void {
    for (const queue of [this.automation, this.timers, this.marker]) {
      queue.on('error', (error) => this.log.warn(`Queue ${queue.name}: ${error.message}`));
    }
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'api') this.registrar.register();
  }
}
