import { Injectable, Logger } from '@nestjs/common';
import { SKEW_MS } from '../clock.js';
import { Database } from '../database/database.service.js';
import { laterNow } from '../database/later-now.js';

/** How often timers are looked through although nobody saw a clock jump: it may have been another process's (ms). */
const LOOK_MS = 10 * 60_000;

/**
 * Timers that a clock which was ahead has set: the history row of their setting lies in the future. What stands in the
 * ticket's state is its own time; a row of `timers` that differs from it has been counted from the clock already.
 */
const CORRECT = `
  update timers t set due_at = t.due_at - (h.at - ${laterNow('$1')})
  from tickets k, history h
  where k.id = t.ticket_id and k.updated_at > $2 and h.ticket_id = t.ticket_id and h.seq = t.seq
    and h.at > $2 and h.at > ${laterNow('$1')} + interval '${String(SKEW_MS)} milliseconds'
    and abs(extract(epoch from t.due_at) * 1000 - (k.state->'timers'->t.id->>'dueAt')::float8) < 2
  returning t.ticket_id as "ticketId", h.at - $1::timestamptz as ahead`;

/** Finds timers that a clock which was ahead has set, and has them come when they were meant. */
@Injectable()
export class FutureTimers {
  private readonly log = new Logger('Timers');
  private lookedAt: number | null = null;
  private seenAt = 0;

  constructor(private readonly database: Database) {}

  /** Looks at the start, when the clock was set back since the last call, and now and then. How many were corrected. */
  async tick(now: number): Promise<number> {
    const wentBack = now < this.seenAt - SKEW_MS;
    if (wentBack) this.log.warn(`The clock was set back by ${Math.round((this.seenAt - now) / 1000)} s`);
    const isTime = this.lookedAt === null || wentBack || now - this.lookedAt >= LOOK_MS;
    if (!isTime) {
      this.seenAt = now;
      return 0;
    }
    const corrected = await this.correct(now);
    this.seenAt = now;
    this.lookedAt = now;
    return corrected;
  }

  private async correct(now: number): Promise<number> {
    const { rows } = await this.database.slow.query<{ ticketId: string }>(CORRECT, [
      new Date(now),
      new Date(now + SKEW_MS),
    ]);
    if (rows.length === 0) return 0;
    const tickets = [...new Set(rows.map(({ ticketId }) => ticketId))];
    const named = tickets.slice(0, 10).join(', ') + (tickets.length > 10 ? ', …' : '');
    this.log.warn(
      `${rows.length} timers were set by a clock that was ahead and come earlier now (tickets ${named})`,
    );
    return rows.length;
  }
}
