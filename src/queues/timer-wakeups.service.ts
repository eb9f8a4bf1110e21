import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Clock } from '../clock.js';
import { Database } from '../database/database.service.js';
import { TIMERS_QUEUE, timerJob } from './jobs.js';
import type { TimerJob, TimerRow } from './jobs.js';
import { QueueBackend } from './backend/queue-backend.service.js';
import { Ticker } from './ticker.service.js';

/** Only timers that are due within this time have a wake-up in the queue (ms). */
export const HORIZON_MS = 3_600_000;
/** What is overdue by more than this is not woken but fired by the sweep (ms). */
const OVERDUE_MS = 60_000;
const TOP_UP_MS = 5 * 60_000;
const BATCH = 1_000;
/** New timers wait this long for others to join them (ms). */
const COALESCE_MS = 4;

/** Delayed jobs that wake a worker when a timer is due. The table `timers` is the truth; a lost wake-up only makes a timer late. */
@Injectable()
export class TimerWakeups implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(TimerWakeups.name);
  /** Timers due up to here have been given their wake-ups by this process. */
  private toppedUpTo: number | null = null;
  private fresh: TimerRow[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    @InjectQueue(TIMERS_QUEUE) private readonly queue: Queue<TimerJob>,
    private readonly clock: Clock,
    private readonly ticker: Ticker,
    private readonly backend: QueueBackend,
  ) {}

  onModuleInit(): void {
    this.ticker.every('timer wake-ups', TOP_UP_MS, (now) => this.topUp(now));
  }

  async onModuleDestroy(): Promise<void> {
    await this.backend.prepareStop();
    await this.flush();
  }

  /** Wake-ups, in a moment, for timers just set; those due later than within the hour wait for `topUp`. Never throws. */
  schedule(rows: readonly TimerRow[]): void {
    const now = this.clock.now();
    this.fresh.push(...rows.filter((row) => row.dueAt <= now + HORIZON_MS && row.dueAt >= now - OVERDUE_MS));
    if (this.fresh.length === 0 || this.timer) return;
    this.timer = setTimeout(() => void this.flush(), COALESCE_MS);
  }

  /** Brings the wake-ups that wait for company into the queue now. Never throws. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const rows = this.fresh;
    this.fresh = [];
    // Nobody is told for each of them: the sweep fires them.
    if (this.backend.isAway) return;
    try {
      await this.add(rows, this.clock.now());
    } catch (error) {
      this.log.warn(`${rows.length} timers have no wake-up and are left to the sweep: ${String(error)}`);
    }
  }

  /** Wake-ups for the timers that came within the hour since the last time; their number. */
  async topUp(now: number): Promise<number> {
    // A clock that has been set back since would leave out what is due next.
    if ((this.toppedUpTo ?? 0) > now + HORIZON_MS) this.toppedUpTo = null;
    const total = await this.addBetween(this.toppedUpTo ?? now - OVERDUE_MS, now + HORIZON_MS, now);
    this.toppedUpTo = now + HORIZON_MS;
    return total;
  }

  /** Wake-ups for all timers of the next hour, whether they had one or not; their number. */
  async rebuild(now: number): Promise<number> {
    this.toppedUpTo = null;
    return this.topUp(now);
  }

  private async addBetween(from: number, to: number, now: number): Promise<number> {
    let total = 0;
    let last: TimerRow | undefined;
    for (;;) {
      const { rows } = await this.database.pool.query<{
        ticketId: string;
        id: string;
        seq: number;
        dueAt: Date;
      }>(
        `select ticket_id as "ticketId", id, seq, due_at as "dueAt" from timers
         where due_at <= $2 and (due_at, ticket_id, id) > ($1, $3, $4)
         order by due_at, ticket_id, id limit ${BATCH}`,
        [new Date(last?.dueAt ?? from), new Date(to), last?.ticketId ?? '0', last?.id ?? ''],
      );
      const page = rows.map((row) => ({ ...row, dueAt: row.dueAt.getTime() }));
      await this.add(page, now);
      total += page.length;
      last = page.at(-1);
      if (page.length < BATCH) return total;
    }
  }

  private async add(rows: readonly TimerRow[], now: number): Promise<void> {
    const [first, ...others] = rows.map((row) => timerJob(row, now));
    if (!first) return;
    // One job alone is cheaper without the machinery of a batch.
    await this.backend.within(async () => {
      if (others.length === 0) await this.queue.add(first.name, first.data, first.opts);
      else await this.queue.addBulk([first, ...others]);
    });
  }
}
