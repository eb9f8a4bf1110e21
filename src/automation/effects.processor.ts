import { Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { Clock } from '../clock.js';
import { AUTOMATION_QUEUE } from '../queues/jobs.js';
import type { EffectJob } from '../queues/jobs.js';
import { QUICK_RECOVERY, StoppableWorker } from '../queues/backend/stoppable-worker.processor.js';
import { WorldLock } from '../queues/world-lock.service.js';
import { AutomationService } from './automation.service.js';

/** Calls mostly wait for others, so many run at once. */
@Processor(AUTOMATION_QUEUE, { concurrency: 32, ...QUICK_RECOVERY })
export class EffectsProcessor extends StoppableWorker {
  constructor(
    private readonly automation: AutomationService,
    private readonly world: WorldLock,
    private readonly clock: Clock,
  ) {
    super(6_000);
  }

  async process({ data }: Job<EffectJob>): Promise<string> {
    return this.world.shareWhenFree(
      () => this.automation.run(data.outboxId, () => this.clock.now(), this.stop),
      this.stop,
    );
  }
}
