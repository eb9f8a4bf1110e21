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
import { LaneQueues } from './lane-queues.service.js';
import { QueueBackend } from './queue-backend.service.js';
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

interface OutboxRow {
  id: string;
  kind: string;
  /** Of a visit that still waits; null for others. */
  lane: string | null;
  ticketId: string;
  visitNo: number | null;
  dueAt: Date | null;
}

/** Brings the effects of advances from the table `outbox` into the queues. */
@Injectable()
export class OutboxRelay implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(OutboxRelay.name);
  private timer: NodeJS.Timeout | undefined;
  private nudged = false;
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
        // The truth of a lane is the table `waiting`; nobody reports back for its jobs.
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

  /** Ticks until the outbox holds nothing new; the number of effects brought. */
  async drain(now: number): Promise<number> {
    let total = 0;
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
      this.log.warn(`New effects wait in the outbox for the next round: ${String(error)}`);
      this.nudged = false;
    }
  }

  private async add(rows: readonly OutboxRow[]): Promise<void> {
    const effects = rows.filter((row) => row.kind !== 'lane').map((row) => effectJob(row.id));
    const perLane = new Map<string, LaneJob[]>();
    for (const { lane, ticketId, visitNo, dueAt } of rows) {
      if (lane === null || visitNo === null || dueAt === null) continue;
      const visits = perLane.get(lane) ?? [];
      visits.push({ ticketId, visitNo, dueAt: dueAt.getTime() });
      perLane.set(lane, visits);
    }
    const [first, ...others] = effects;
    // One job alone is cheaper without the machinery of a batch.
    const addEffects = async (): Promise<void> => {
      if (first && others.length === 0) await this.automation.add(first.name, first.data, first.opts);
      else if (first) await this.automation.addBulk(effects);
    };
    await Promise.all([
      first ? this.backend.within(addEffects) : null,
      ...[...perLane].map(([lane, visits]) => this.lanes.add(lane, visits)),
    ]);
  }
}

/** New rows that are not held back, locked until the transaction ends; a lane's with the place where its visit waits now, if it still does. */
async function pickNew(client: pg.PoolClient, now: number): Promise<OutboxRow[]> {
  const { rows } = await client.query<OutboxRow>(
    `select o.id, o.kind, o.ticket_id as "ticketId", w.lane, w.visit_no as "visitNo", w.due_at as "dueAt"
     from (
       select id, kind, ticket_id, payload from outbox o
       where done_at is null and queued_at is null and not ${isHeldAt('$1')} order by at, id limit ${BATCH} for update skip locked
     ) o
     left join waiting w
       on o.kind = 'lane' and w.ticket_id = o.ticket_id and w.visit_no = (o.payload->>'visitNo')::int
     order by o.id`,
    [new Date(now)],
  );
  return rows;
}
