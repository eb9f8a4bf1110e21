import { Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { Clock } from '../clock.js';
import { TIMERS_QUEUE } from '../queues/jobs.js';
import type { TimerJob } from '../queues/jobs.js';
import { QUICK_RECOVERY, StoppableWorker } from '../queues/backend/stoppable-worker.processor.js';
import { WorldLock } from '../queues/world-lock.service.js';
import { TimersService } from './timers.service.js';

@Processor(TIMERS_QUEUE, { concurrency: 8, ...QUICK_RECOVERY })
export class TimersProcessor extends StoppableWorker {
  constructor(
    private readonly timers: TimersService,
    private readonly world: WorldLock,
    private readonly clock: Clock,
  ) {
    super(3_000);
  }

  async process({ data }: Job<TimerJob>): Promise<string> {
    return this.world.shareWhenFree(() => this.timers.fire(data, this.clock.now()), this.stop);
  }
}
