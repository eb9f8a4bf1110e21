import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { Database } from '../../database/database.service.js';
import { laneJob, lanePlace, readLanePlace } from '../jobs.js';
import type { LaneJob, LanePlace } from '../jobs.js';
import { LaneView } from './lane-view.js';
import type { HandedPlace } from './lane-view.js';
import { QueueBackend } from '../backend/queue-backend.service.js';
import type { BullFactory } from '../backend/queue-backend.service.js';

/** Jobs that were dealt with leave their queue together, after so long (ms), and so many at a time. */
const SWEEP_MS = 25;
const SWEEP = 500;
/** So many are removed side by side; the pool of the queues has a few connections. */
const ABREAST = 16;

interface Lane {
  queue: Queue<LaneJob>;
  view: LaneView;
  /** Dealt with; they are still in the queue. */
  dealtWith: LanePlace[];
  sweep: NodeJS.Timeout | undefined;
}

/**
 * One BullMQ queue per lane, ordered by the minute in which its visits are due. A job says who may wait; the table
 * `waiting` says whether. Nobody takes a job out to try: it is looked at, claimed in the table, then removed.
 */
@Injectable()
export class LaneQueues implements BeforeApplicationShutdown {
  private readonly log = new Logger(LaneQueues.name);
  private readonly lanes = new Map<string, Lane>();
  private readonly sweeping = new Set<Promise<void>>();
  private readonly watchers: ((places: readonly LanePlace[]) => void)[] = [];
  private closed = false;

  constructor(
    private readonly backend: QueueBackend,
    private readonly database: Database,
  ) {}

  /** Adds visits to a lane; those that stand in it already (same due minute) stay as they are. */
  async add(lane: string, visits: readonly LaneJob[]): Promise<void> {
    const [first, ...others] = visits.map(laneJob);
    if (!first) return;
    const { queue, view } = this.open(lane);
    await this.backend.within(async () => {
      // One job alone is cheaper without the machinery of a batch.
      if (others.length === 0) await queue.add(first.name, first.data, first.opts);
      else await queue.addBulk([first, ...others]);
    });
    view.add(visits.map(lanePlace));
  }

  /** Adds those of the visits at the front of a lane that are not there. Costs little when all are. */
  async addMissing(lane: string, front: readonly LaneJob[]): Promise<void> {
    const there = new Set(await this.look(lane, 2 * front.length));
    await this.add(
      lane,
      front.filter((visit) => !there.has(lanePlace(visit).jobId)),
    );
  }

  /**
   * The visit of the lane that is due first among those that `passes` and that nobody in this process has been handed;
   * null when its queue holds no such. What is seen of a lane is at most half a second old.
   */
  async first(lane: string, passes: (place: LanePlace) => boolean = () => true): Promise<HandedPlace | null> {
    return this.closed ? null : this.open(lane).view.first(passes);
  }

  /** The listener hears of the visits that stand at the front of a lane, each time it is looked at. It must not throw. */
  watch(listener: (places: readonly LanePlace[]) => void): void {
    this.watchers.push(listener);
  }

  /** How many jobs a lane's queue holds, those included whose visits do not wait any more and that are about to go. */
  async count(lane: string): Promise<number> {
    return this.backend.within(() => this.open(lane).queue.getJobCountByTypes('prioritized', 'waiting'));
  }

  /** Removes jobs that a process took out of the lane and did not end, as programs before 0.3 did; their number. */
  async freeTaken(lane: string): Promise<number> {
    return this.backend.within(async () => {
      const { queue } = this.open(lane);
      // Redis puts those of processes that died among jobs without a priority.
      const taken = await queue.getRanges(['active', 'waiting'], 0, SWEEP - 1);
      const removed = await Promise.all(taken.map((id) => queue.remove(id, { removeChildren: false })));
      return removed.filter((count) => count > 0).length;
    });
  }

  /** Everything that was dealt with so far has left its queue. */
  async settle(): Promise<void> {
    for (const name of this.lanes.keys()) this.startSweep(name);
    await Promise.all(this.sweeping);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.backend.prepareStop();
    await this.settle();
    await Promise.all([...this.lanes.values()].map(({ queue }) => queue.close()));
    this.lanes.clear();
  }

  private drop(name: string, place: LanePlace): void {
    const lane = this.open(name);
    lane.dealtWith.push(place);
    lane.sweep ??= setTimeout(() => this.startSweep(name), SWEEP_MS);
  }

  private startSweep(name: string): void {
    const lane = this.open(name);
    clearTimeout(lane.sweep);
    lane.sweep = undefined;
    const places = lane.dealtWith.splice(0, SWEEP);
    if (places.length === 0) return;
    if (lane.dealtWith.length > 0) lane.sweep = setTimeout(() => this.startSweep(name), SWEEP_MS);
    const done = this.remove(name, lane, places)
      .catch((error: unknown) =>
        // They are seen again, and again found not to wait.
        this.log.warn(`Lane ${name}: ${places.length} jobs could not be removed: ${String(error)}`),
      )
      .finally(() => {
        lane.view.forget(places);
        this.sweeping.delete(done);
      });
    this.sweeping.add(done);
  }

  /**
   * A visit that waits again meanwhile has the same job: putting that into the queue did nothing as long as it stood
   * there, so whatever waits after the removal gets its job back.
   */
  private async remove(name: string, { queue }: Lane, places: LanePlace[]): Promise<void> {
    for (let at = 0; at < places.length; at += ABREAST) {
      await this.backend.within(() =>
        Promise.all(
          places.slice(at, at + ABREAST).map(({ jobId }) => queue.remove(jobId, { removeChildren: false })),
        ),
      );
    }
    const { rows: again } = await this.database.hot.query<{ ticketId: string; visitNo: number; dueAt: Date }>(
      {
        name: 'queues-waits-again',
        text: `select w.ticket_id as "ticketId", w.visit_no as "visitNo", w.due_at as "dueAt"
       from unnest($2::bigint[], $3::int[]) gone (ticket_id, visit_no)
       join waiting w on w.ticket_id = gone.ticket_id and w.visit_no = gone.visit_no and w.lane = $1`,
        values: [name, places.map(({ ticketId }) => ticketId), places.map(({ visitNo }) => visitNo)],
      },
    );
    await this.add(
      name,
      again.map((visit) => ({ ...visit, dueAt: visit.dueAt.getTime() })),
    );
  }

  /** The ids of the first jobs; they say all that a place does, and the jobs themselves would be read one by one. */
  private look(lane: string, count: number): Promise<string[]> {
    return this.backend.within(() => this.open(lane).queue.getRanges(['prioritized'], 0, count - 1, true));
  }

  private open(name: string): Lane {
    const known = this.lanes.get(name);
    if (known) return known;
    const { connection, factory, prefix } = this.backend;
    const withoutBlocking: BullFactory = (queue, opts) => factory(queue, opts);
    const queue = new Queue<LaneJob>(
      name,
      { connection, prefix, streams: { events: { maxLen: 100 } } },
      withoutBlocking,
    );
    queue.on('error', (error) => this.log.warn(`Lane ${name}: ${error.message}`));
    const look = async (count: number): Promise<LanePlace[]> => {
      const places = (await this.look(name, count)).map(readLanePlace).filter((place) => place !== null);
      for (const watcher of this.watchers) watcher(places);
      return places;
    };
    const lane: Lane = {
      queue,
      view: new LaneView(
        look,
        (place) => this.drop(name, place),
        () => performance.now(),
      ),
      dealtWith: [],
      sweep: undefined,
    };
    this.lanes.set(name, lane);
    return lane;
  }
}
