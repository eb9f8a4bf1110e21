import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type pg from 'pg';
import { Clock, SKEW_MS } from '../clock.js';
import { Database } from '../database/database.service.js';
import { isHeldAt } from './held-calls.js';
import { AUTOMATION_QUEUE, effectJob } from './jobs.js';
import type { EffectJob, LaneJob } from './jobs.js';
import { LaneQueues } from './lanes/lane-queues.service.js';
import { QueueBackend } from './backend/queue-backend.service.js';
import { Ticker } from './ticker.service.js';
import { WorldLock } from './world-lock.service.js';

const BATCH = 500;
/** A nudge waits this long for others to join it (ms). */
const COALESCE_MS = 4;
/** An effect whose job has not been accounted for after this time is brought again (ms). */
const STALE_MS = 2 * 60_000;
/** Effects that are done are kept this long (ms). */
const KEEP_MS = 7 * 86_400_000;
const FORGET_BATCH = 20_000;

/** Visits that have no job yet are kept in mind up to this number; the lanes are mended for more. */
const MOST_VISITS = 20_000;
/** A visit may wait no more when its job could not be made for so long (ms). */
const OLD_MS = 1_000;
/** After a failure the next try comes by itself, also in processes without loops (ms). */
const RETRY_MS = 2_000;

interface OutboxRow {
  id: string;
  kind: string;
}

/** A visit that has begun to wait in a lane. */
export type Arrival = LaneJob & { lane: string };

/**
 * Brings what was committed into the queues: effects from the table `outbox`, and visits that have begun to wait from
 * the memory of the process that wrote them. The latter need no row of their own: what is lost with a process is found
 * in the table `waiting` (`QueueRebuild.mendLanes`).
 */
@Injectable()
export class OutboxRelay implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(OutboxRelay.name);
  private timer: NodeJS.Timeout | undefined;
  private nudged = false;
  private arrivals: { visits: Arrival[]; since: number } = { visits: [], since: 0 };
  private bringing: Promise<number> = Promise.resolve(0);
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly lanes: LaneQueues,
    @InjectQueue(AUTOMATION_QUEUE) private readonly automation: Queue<EffectJob>,
    private readonly world: WorldLock,
    private readonly clock: Clock,
    private readonly ticker: Ticker,
    private readonly backend: QueueBackend,
  ) {}

  onModuleInit(): void {
    // What a crash between commit and nudge left behind, and what other processes could not bring.
    this.ticker.every('outbox', 2_000, (now) => this.drain(now));
    let staleMs = 0;
    this.ticker.every('effects left open', 30_000, async (now) => {
      await this.sweep(now, staleMs);
      // At the start everything open is brought again: it may have been cut off by the stop before.
      staleMs = STALE_MS;
    });
    this.ticker.every('old effects', 600_000, (now) => this.forget(now));
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.backend.prepareStop();
    await this.running;
    // What could not be brought is found by those who mend the lanes.
    await this.bringVisits().catch(() => undefined);
  }

  /** Something was committed to the outbox: brings it soon, together with what others commit meanwhile. Never throws. */
  nudge(): void {
    this.nudged = true;
    if (this.stopped || this.timer || this.running) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.running = this.followNudges().finally(() => {
        this.running = null;
        if (this.nudged) this.nudge();
      });
    }, COALESCE_MS);
  }

  /** Visits have begun to wait, and that is committed: they get their jobs soon. Never throws. */
  bring(visits: readonly Arrival[]): void {
    const { arrivals } = this;
    if (arrivals.visits.length === 0) arrivals.since = performance.now();
    if (arrivals.visits.length < MOST_VISITS) arrivals.visits.push(...visits);
    this.nudge();
  }

  /**
   * Brings one batch of new effects into the queues and says how many it was; none while the queues are away. Jobs are
   * added before the rows are marked: a crash between the two adds them again under the same ids. A queue that falls
   * silent keeps the transaction for a moment only.
   */
  async tick(now: number): Promise<number> {
    if (this.backend.isAway) return 0;
    const client = await this.database.pool.connect();
    try {
      await client.query('begin');
      const rows = await pickNew(client, now);
      await this.add(rows);
      if (rows.length > 0) {
        // Programs before 0.3 wrote a row for each visit that began to wait. Nobody reports back for those.
        await client.query(
          `update outbox set queued_at = $2, done_at = case when kind = 'lane' then $2 else done_at end
           where id = any($1::bigint[])`,
          [rows.map((row) => row.id), new Date(now)],
        );
      }
      await client.query('commit');
      return rows.length;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  /** Brings all visits, and ticks until the outbox holds nothing new; how many visits and effects were brought. */
  async drain(now: number): Promise<number> {
    let total = await this.bringVisits();
    for (;;) {
      const moved = await this.tick(now);
      total += moved;
      if (moved < BATCH || this.stopped) return total;
    }
  }

  /**
   * Adds jobs again for effects that were queued more than two minutes ago (`staleMs`) and are not accounted for;
   * their number.
   */
  async sweep(now: number, staleMs = STALE_MS): Promise<number> {
    let total = 0;
    let last = { at: new Date(0), id: '0' };
    for (;;) {
      const { rows } = await this.database.pool.query<{ id: string; at: Date }>(
        `select id, at from outbox
         where done_at is null and (queued_at <= $1 or queued_at > $4) and (at, id) > ($2, $3::bigint)
         order by at, id limit ${BATCH}`,
        // What a clock that was ahead has noted says nothing.
        [new Date(now - staleMs), last.at, last.id, new Date(now + SKEW_MS)],
      );
      if (rows.length > 0)
        await this.backend.within(() => this.automation.addBulk(rows.map((row) => effectJob(row.id))));
      total += rows.length;
      last = rows.at(-1) ?? last;
      if (rows.length < BATCH) return total;
    }
  }

  /** Forgets effects that were done a week ago, the oldest first; their number. */
  async forget(now: number): Promise<number> {
    const { rowCount } = await this.database.pool.query(
      `delete from outbox where id in (
         select id from (select id, at, done_at from outbox order by id limit ${FORGET_BATCH}) oldest
         where done_at < $1)`,
      [new Date(now - KEEP_MS)],
    );
    return rowCount ?? 0;
  }

  private async followNudges(): Promise<void> {
    try {
      while (this.nudged && !this.stopped) {
        this.nudged = false;
        await this.world.share(() => this.drain(this.clock.now()));
      }
    } catch (error) {
      this.log.warn(`What was committed waits for the next round: ${String(error)}`);
      this.nudged = false;
    }
    // Nothing is brought while somebody owns the world either.
    this.retryLater();
  }

  private retryLater(): void {
    if (this.stopped || this.arrivals.visits.length === 0) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.nudge();
    }, RETRY_MS);
  }

  /** One after the other: whoever asks for all waits for those that are on their way too. */
  private bringVisits(): Promise<number> {
    const mine = this.bringing.catch(() => 0).then(() => this.bringVisitsNow());
    this.bringing = mine;
    return mine;
  }

  private async bringVisitsNow(): Promise<number> {
    const { visits, since } = this.arrivals;
    if (visits.length === 0) return 0;
    if (this.backend.isAway) return 0;
    this.arrivals = { visits: [], since: 0 };
    try {
      const isOld = performance.now() - since > OLD_MS;
      const perLane = new Map<string, LaneJob[]>();
      for (const { lane, ...visit } of isOld ? await this.stillWaiting(visits) : visits)
        perLane.set(lane, [...(perLane.get(lane) ?? []), visit]);
      await Promise.all([...perLane].map(([lane, jobs]) => this.lanes.add(lane, jobs)));
    } catch (error) {
      this.arrivals = { visits: [...visits, ...this.arrivals.visits].slice(0, MOST_VISITS), since };
      throw error;
    }
    return visits.length;
  }

  private async stillWaiting(visits: readonly Arrival[]): Promise<Arrival[]> {
    const rows = await this.database.query<{ ticketId: string; visitNo: number; lane: string; dueAt: Date }>(
      'queues-still-waiting',
      `select w.ticket_id as "ticketId", w.visit_no as "visitNo", w.lane, w.due_at as "dueAt"
       from (select distinct * from unnest($1::bigint[], $2::int[]) v (ticket_id, visit_no)) v
       join waiting w on w.ticket_id = v.ticket_id and w.visit_no = v.visit_no`,
      [visits.map(({ ticketId }) => ticketId), visits.map(({ visitNo }) => visitNo)],
    );
    return rows.map((row) => ({ ...row, dueAt: row.dueAt.getTime() }));
  }

  private async add(rows: readonly OutboxRow[]): Promise<void> {
    const [first, ...others] = rows.filter(({ kind }) => kind !== 'lane').map(({ id }) => effectJob(id));
    if (!first) return;
    await this.backend.within(async () => {
      // One job alone is cheaper without the machinery of a batch.
      if (others.length === 0) await this.automation.add(first.name, first.data, first.opts);
      else await this.automation.addBulk([first, ...others]);
    });
  }
}

/** New rows that are not held back, locked until the transaction ends. */
async function pickNew(client: pg.PoolClient, now: number): Promise<OutboxRow[]> {
  const { rows } = await client.query<OutboxRow>(
    `select id, kind from outbox o
     where done_at is null and queued_at is null and not ${isHeldAt('$1')}
     order by at, id limit ${BATCH} for update skip locked`,
    [new Date(now)],
  );
  return rows;
}
