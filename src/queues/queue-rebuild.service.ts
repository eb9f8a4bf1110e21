import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Database } from '../database/database.service.js';
import { MARKER_QUEUE } from './jobs.js';
import type { LaneJob } from './jobs.js';
import { LaneQueues } from './lanes/lane-queues.service.js';
import { OutboxRelay } from './outbox-relay.service.js';
import { QueueBackend } from './backend/queue-backend.service.js';
import { Ticker } from './ticker.service.js';
import { TimerWakeups } from './timer-wakeups.service.js';

const MARKER = 'whole';
const BATCH = 1_000;
/** So many visits at the front of each lane are looked after each time. */
const FRONT = 100;

interface VisitRow {
  lane: string;
  ticketId: string;
  visitNo: number;
  dueAt: Date;
}
const SELECT_VISITS =
  'select lane, ticket_id as "ticketId", visit_no as "visitNo", due_at as "dueAt" from waiting';

/** What a rebuild brought into the queues; what stood there already is counted too. */
export interface Rebuilt {
  effects: number;
  visits: number;
  timers: number;
}

/** Fills the queues from the tables again when they were wiped or lost jobs. */
@Injectable()
export class QueueRebuild implements OnModuleInit {
  private readonly log = new Logger(QueueRebuild.name);

  constructor(
    private readonly database: Database,
    private readonly lanes: LaneQueues,
    private readonly relay: OutboxRelay,
    private readonly wakeups: TimerWakeups,
    @InjectQueue(MARKER_QUEUE) private readonly marker: Queue,
    private readonly ticker: Ticker,
    private readonly backend: QueueBackend,
  ) {}

  onModuleInit(): void {
    this.ticker.every('queues wiped?', 10_000, (now) => this.tick(now));
    this.ticker.every('lanes complete?', 20_000, (now) => this.mendLanes(now));
  }

  /** Looks for the job that nobody takes; when it is gone the queues were wiped (or are new) and are rebuilt. True: they were. */
  async tick(now: number): Promise<boolean> {
    if (this.backend.isAway) return false;
    if (await this.backend.within(() => this.marker.getJob(MARKER))) return false;
    const { effects, visits, timers } = await this.rebuild(now);
    this.log.log(
      `Queues filled from the tables: ${effects} effects, ${visits} waiting visits, ${timers} timers`,
    );
    return true;
  }

  /**
   * Everything that the tables say is to be done is in the queues afterwards: effects not done, visits that wait,
   * timers of the next hour. What is there already stays as it is.
   */
  async rebuild(now: number): Promise<Rebuilt> {
    const fresh = await this.relay.drain(now);
    const effects = fresh + (await this.relay.sweep(now, 0));
    const visits = await this.addVisits(null);
    const timers = await this.wakeups.rebuild(now);
    await this.backend.within(() => this.marker.add(MARKER, {}, { jobId: MARKER }));
    return { effects, visits, timers };
  }

  /**
   * Refills each lane whose queue holds fewer jobs than visits wait in it; the names of those lanes. Of every lane the
   * visits that are due first get their jobs in any case, for left-over jobs could hide that one of theirs is missing.
   */
  async mendLanes(now: number): Promise<string[]> {
    if (this.backend.isAway) return [];
    await this.relay.drain(now);
    const { rows } = await this.database.pool.query<{ lane: string; waiting: number }>(
      'select lane, count(*)::int as waiting from waiting group by lane',
    );
    const short: string[] = [];
    for (const { lane, waiting } of rows) {
      await this.lanes.freeTaken(lane);
      if ((await this.lanes.count(lane)) < waiting) {
        await this.addVisits(lane);
        short.push(lane);
      } else await this.addFirst(lane);
    }
    return short;
  }

  private async addFirst(lane: string): Promise<void> {
    const { rows } = await this.database.pool.query<VisitRow>(
      `${SELECT_VISITS} where lane = $1 order by due_at, ticket_id limit ${FRONT}`,
      [lane],
    );
    await this.lanes.addMissing(
      lane,
      rows.map((row) => ({ ...row, dueAt: row.dueAt.getTime() })),
    );
  }

  private async addVisits(lane: string | null): Promise<number> {
    let total = 0;
    let last: LaneJob | undefined;
    for (;;) {
      const { rows } = await this.database.pool.query<VisitRow>(
        `${SELECT_VISITS} where (ticket_id, visit_no) > ($1::bigint, $2) and ($3::text is null or lane = $3)
         order by ticket_id, visit_no limit ${BATCH}`,
        [last?.ticketId ?? '0', last?.visitNo ?? 0, lane],
      );
      const jobs = rows.map((row) => ({ ...row, dueAt: row.dueAt.getTime() }));
      for (const name of new Set(jobs.map((job) => job.lane))) {
        await this.lanes.add(
          name,
          jobs.filter((job) => job.lane === name),
        );
      }
      total += jobs.length;
      last = jobs.at(-1);
      if (jobs.length < BATCH) return total;
    }
  }
}
