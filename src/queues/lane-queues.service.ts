import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { Job } from 'bullmq';
import { Queue, Worker } from 'bullmq';
import { laneJob } from './jobs.js';
import type { LaneJob } from './jobs.js';
import { QueueBackend } from './queue-backend.service.js';
import type { BullFactory } from './queue-backend.service.js';

/** A job that was taken out of a lane by hand. It says who may wait; the table `waiting` says whether. */
export interface TakenJob extends LaneJob {
  /** Ends the job; never throws, for a job that was lost meanwhile is as good as ended. */
  complete(): Promise<void>;
}

interface LaneEnds {
  queue: Queue<LaneJob>;
  worker: Worker<LaneJob>;
}

/** One BullMQ queue per lane, ordered by the minute in which its visits are due. */
@Injectable()
export class LaneQueues implements BeforeApplicationShutdown {
  private readonly log = new Logger(LaneQueues.name);
  private readonly lanes = new Map<string, LaneEnds>();
  private readonly completing = new Set<Promise<void>>();
  private closed = false;

  constructor(private readonly backend: QueueBackend) {}

  /** Adds visits to a lane; those that stand in it already (same due minute) stay as they are. */
  async add(lane: string, visits: readonly LaneJob[]): Promise<void> {
    const [first, ...others] = visits.map(laneJob);
    if (!first) return;
    await this.backend.within(async () => {
      const { queue } = this.open(lane);
      // One job alone is cheaper without the machinery of a batch.
      if (others.length === 0) await queue.add(first.name, first.data, first.opts);
      else await queue.addBulk([first, ...others]);
    });
  }

  /** Takes the visit that is due first; null when the lane's queue is empty. */
  async take(lane: string): Promise<TakenJob | null> {
    if (this.closed) return null;
    const token = randomUUID();
    const job = await this.backend.within(() => this.open(lane).worker.getNextJob(token, { block: false }));
    if (!job) return null;
    return { ...job.data, complete: () => this.complete(job, token) };
  }

  /** How many jobs a lane's queue holds, taken ones that are not completed included. */
  async count(lane: string): Promise<number> {
    return this.backend.within(() =>
      this.open(lane).queue.getJobCountByTypes('prioritized', 'waiting', 'active'),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.backend.prepareStop();
    await Promise.all(this.completing);
    await Promise.all(
      [...this.lanes.values()].flatMap(({ queue, worker }) => [worker.close(), queue.close()]),
    );
    this.lanes.clear();
  }

  private complete(job: Job<LaneJob>, token: string): Promise<void> {
    const done = this.backend
      .within(() => job.moveToCompleted(null, token, false))
      .then(
        () => undefined,
        (error: unknown) =>
          this.log.debug(`Job ${job.id} was gone before it was completed: ${String(error)}`),
      )
      .finally(() => this.completing.delete(done));
    this.completing.add(done);
    return done;
  }

  private open(lane: string): LaneEnds {
    const known = this.lanes.get(lane);
    if (known) return known;
    const { connection, factory, prefix } = this.backend;
    // Jobs are fetched by hand, so no worker ever blocks: without this each lane would hold a connection of its own.
    const withoutBlocking: BullFactory = (name, opts) => factory(name, opts);
    const queue = new Queue<LaneJob>(
      lane,
      { connection, prefix, streams: { events: { maxLen: 100 } } },
      withoutBlocking,
    );
    const worker = new Worker<LaneJob>(
      lane,
      undefined,
      { connection, prefix, autorun: false, maxStalledCount: 1_000_000 },
      withoutBlocking,
    );
    const warn = (error: Error): void => this.log.warn(`Lane ${lane}: ${error.message}`);
    queue.on('error', warn);
    worker.on('error', warn);
    // A process that dies between taking and completing leaves its job active; this brings it back.
    void worker.startStalledCheckTimer();
    const ends = { queue, worker };
    this.lanes.set(lane, ends);
    return ends;
  }
}
