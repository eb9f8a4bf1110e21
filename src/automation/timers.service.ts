import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { SKEW_MS } from '../clock.js';
import { Database } from '../database/database.service.js';
import { toDatabaseUnavailable } from '../database/unavailable.js';
import { aboutTicket } from '../log/context.js';
import type { TimerJob } from '../queues/jobs.js';
import { Ticker } from '../queues/ticker.service.js';
import { TimerWakeups } from '../queues/timer-wakeups.service.js';
import { TicketsService } from '../tickets/door/tickets.service.js';
import { FutureTimers } from './future-timers.service.js';
import { isSettled } from './outcomes.js';

/** `failed`: the ticket could not take it just now; the timer stays and is tried again later. */
export type Fired = 'fired' | 'early' | 'obsolete' | 'failed';

const ACTOR = { kind: 'system', id: 'timer' } as const;
/** Wake-ups have the first go; the sweep takes what is overdue by more than this (ms). */
const GRACE_MS = 3_000;
const SWEEP_MS = 5_000;
const AT_ONCE = 8;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Fires timers through the one door. The table `timers` is the truth: who fires one, and how often, does not matter. */
@Injectable()
export class TimersService implements OnModuleInit {
  private readonly log = new Logger(TimersService.name);
  /** Timers that could not be fired, and when each may be tried again; they do not stand in the way of others. */
  private readonly paused = new Map<
    string,
    { timer: TimerJob; failures: number; since: number; until: number }
  >();

  constructor(
    private readonly database: Database,
    private readonly tickets: TicketsService,
    private readonly wakeups: TimerWakeups,
    private readonly ticker: Ticker,
    private readonly future: FutureTimers,
  ) {}

  onModuleInit(): void {
    this.ticker.every('due timers', SWEEP_MS, async (now) => {
      await this.future.tick(now);
      while ((await this.fireDue(now, 500, now - GRACE_MS)) === 500);
    });
  }

  /**
   * Fires up to `limit` timers that were due at `dueBy` (default: `now`), earliest first, and says how many were due.
   * Timers of one ticket fire one after the other. A timer that fails is left for later.
   */
  async fireDue(now: number, limit: number, dueBy = now): Promise<number> {
    const due = await this.readDue(dueBy, limit, now);
    const perTicket = new Map<string, TimerJob[]>();
    for (const timer of due) {
      const timers = perTicket.get(timer.ticketId) ?? [];
      timers.push(timer);
      perTicket.set(timer.ticketId, timers);
    }
    const waiting = [...perTicket.values()].values();
    const fireTickets = async (): Promise<void> => {
      for (const timers of waiting) for (const timer of timers) await this.fireRow(timer, now);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, fireTickets));
    return due.length;
  }

  /** A wake-up came: fires the timer if it is still set and due. One that came too early is scheduled again. Throws nothing but errors of the database. */
  async fire(timer: TimerJob, now: number): Promise<Fired> {
    const { rows } = await this.database.pool.query<{ dueAt: Date }>(
      'select due_at as "dueAt" from timers where ticket_id = $1 and id = $2 and seq = $3',
      [timer.ticketId, timer.id, timer.seq],
    );
    const dueAt = rows[0]?.dueAt.getTime();
    if (dueAt === undefined) return 'obsolete';
    if (dueAt > now) {
      this.wakeups.schedule([{ ...timer, dueAt }]);
      return 'early';
    }
    return this.fireRow(timer, now);
  }

  private fireRow(timer: TimerJob, now: number): Promise<Fired> {
    return aboutTicket(timer.ticketId, () => this.fireNow(timer, now));
  }

  private async fireNow(timer: TimerJob, now: number): Promise<Fired> {
    const { ticketId, id, seq } = timer;
    const key = `${ticketId} ${seq} ${id}`;
    try {
      await this.tickets.apply(ticketId, { type: 'timer', id, seq }, { actor: ACTOR, now });
      this.paused.delete(key);
      return 'fired';
    } catch (error) {
      if (isSettled(error)) {
        await this.database.pool.query('delete from timers where ticket_id = $1 and id = $2 and seq = $3', [
          ticketId,
          id,
          seq,
        ]);
        this.paused.delete(key);
        return 'obsolete';
      }
      // A database that is away is not the timer's fault.
      if (toDatabaseUnavailable(error)) throw error;
      const failures = (this.paused.get(key)?.failures ?? 0) + 1;
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
      this.paused.set(key, { timer, failures, since: now, until: now + pause });
      this.log.error(
        `Timer ${id} of ticket ${ticketId} failed (${failures}), again in ${pause / 1000} s: ${String(error)}`,
      );
      return 'failed';
    }
  }

  private async readDue(dueBy: number, limit: number, now: number): Promise<TimerJob[]> {
    // A clock that was set back must not make a pause longer.
    const paused = [...this.paused.values()]
      .filter(({ since, until }) => since - SKEW_MS <= now && now < until)
      .map(({ timer }) => timer);
    const { rows } = await this.database.pool.query<TimerJob>(
      `select ticket_id as "ticketId", id, seq from timers t
       where due_at <= $1 and not exists (
         select from unnest($3::bigint[], $4::text[], $5::int[]) p(ticket_id, id, seq)
         where p.ticket_id = t.ticket_id and p.id = t.id and p.seq = t.seq)
       order by due_at, ticket_id, id limit $2`,
      [
        new Date(dueBy),
        limit,
        paused.map((timer) => timer.ticketId),
        paused.map((timer) => timer.id),
        paused.map((timer) => timer.seq),
      ],
    );
    return rows;
  }
}
