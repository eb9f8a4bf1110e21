import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import { Inject, Logger } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Job } from 'bullmq';
import { QueueBackend } from './queue-backend.service.js';

/**
 * Jobs of a process that died are taken up by another within half a minute, however often that happens: what a job
 * may do twice is decided by the tables.
 */
export const QUICK_RECOVERY = {
  lockDuration: 15_000,
  stalledInterval: 10_000,
  maxStalledCount: 1_000_000,
  // While nobody listens where the queue was; a stop waits for the end of it.
  runRetryDelay: 1_000,
};

/** While the store is away BullMQ tells about it many times a second; so often is enough (ms). */
const COMPLAIN_EVERY_MS = 5_000;

/** After their grace jobs get so long to end before the store of the queues is not waited for any more (ms). */
const LAST_MS = 1_000;

/** A worker that ends while the database is still there: jobs under way finish, or are told to stop after a while. */
export abstract class StoppableWorker extends WorkerHost implements OnModuleDestroy {
  protected readonly log = new Logger(this.constructor.name);
  private readonly stopping = new AbortController();
  @Inject(QueueBackend)
  private readonly backend!: QueueBackend;
  private complainedAt = Number.NEGATIVE_INFINITY;

  /** `graceMs`: how long jobs under way may go on after the stop; what is cut off comes again from the tables. */
  protected constructor(private readonly graceMs: number) {
    super();
  }

  /** Aborted when the time of grace is over. */
  protected get stop(): AbortSignal {
    return this.stopping.signal;
  }

  @OnWorkerEvent('failed')
  noteFailed(job: Job | undefined, error: Error): void {
    this.log.warn(`Job ${job?.id ?? '?'} failed and will come again: ${error.message}`);
  }

  @OnWorkerEvent('error')
  noteError(error: Error): void {
    const now = performance.now();
    if (now < this.complainedAt + COMPLAIN_EVERY_MS) return;
    this.complainedAt = now;
    this.log.warn(`The queue does not answer: ${error.message}`);
  }

  async onModuleDestroy(): Promise<void> {
    const timer = setTimeout(() => this.stopping.abort(new Error('the server is stopping')), this.graceMs);
    const last = setTimeout(() => this.backend.cutOff(), this.graceMs + LAST_MS);
    await this.backend.prepareStop();
    await this.startedWorker()?.close();
    clearTimeout(timer);
    clearTimeout(last);
    this.stopping.abort(new Error('the server is stopping'));
  }

  /** Null in processes that only answer HTTP. */
  private startedWorker(): WorkerHost['worker'] | null {
    try {
      return this.worker;
    } catch {
      return null;
    }
  }
}
