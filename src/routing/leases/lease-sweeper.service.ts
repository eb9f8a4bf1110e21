import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { SKEW_MS } from '../../clock.js';
import { Config } from '../../config.js';
import { Database } from '../../database/database.service.js';
import { laterNow } from '../../database/later-now.js';
import { Ticker } from '../../queues/ticker.service.js';
import { NotFittingState, ObsoleteCommand, TicketNotFound } from '../../tickets/model/ticket-problems.js';
import { TicketsService } from '../../tickets/door/tickets.service.js';
import { RightsWatch } from './rights-watch.service.js';

const SWEEP_MS = 5_000;
const BATCH = 500;
const ACTOR = { kind: 'system', id: 'lease' } as const;

interface LeaseRow {
  ticketId: string;
  visitNo: number;
  userId: string;
  since: Date;
  expiresAt: Date;
}

/**
 * Gives tickets back whose holders stopped renewing (a closed browser, a crash, a lost network), or may not serve them
 * any more.
 */
@Injectable()
export class LeaseSweeper implements OnModuleInit {
  private readonly log = new Logger(LeaseSweeper.name);

  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly tickets: TicketsService,
    private readonly rights: RightsWatch,
    private readonly ticker: Ticker,
  ) {}

  onModuleInit(): void {
    this.ticker.every('leases', SWEEP_MS, (now) => this.tick(now));
  }

  /**
   * Brings the visits of all leases that have run out at `now` (ms), and of holders who lost the right to them, back to
   * their lanes, with their old due times; their number.
   */
  async tick(now: number): Promise<number> {
    await this.shorten(now);
    const expired = await this.expireAll(now);
    return expired + (await this.rights.look(now));
  }

  /** No lease lasts longer than one that is renewed now: such was made by a clock that was ahead. */
  private async shorten(now: number): Promise<void> {
    const { leaseMs } = this.config;
    const rows = await this.database.query<{ ticketId: string }>(
      'routing-shorten',
      `update leases set expires_at = ${laterNow('$1')} + $2::interval
       where expires_at > ${laterNow('$1')} + $3::interval returning ticket_id::text as "ticketId"`,
      [new Date(now), `${String(leaseMs)} milliseconds`, `${String(leaseMs + SKEW_MS)} milliseconds`],
    );
    if (rows.length === 0) return;
    const named = rows.slice(0, 10).map(({ ticketId }) => ticketId);
    this.log.warn(
      `${rows.length} leases were made by a clock that was ahead and end earlier now (tickets ${named.join(', ')})`,
    );
  }

  private async expireAll(now: number): Promise<number> {
    let given = 0;
    let last: LeaseRow | undefined;
    for (;;) {
      const rows = await this.database.query<LeaseRow>(
        'routing-expired',
        `select ticket_id as "ticketId", visit_no as "visitNo", user_id as "userId", since, expires_at as "expiresAt"
         from leases where expires_at <= $1 and (expires_at, ticket_id, visit_no) > ($2, $3::bigint, $4::int)
         order by expires_at, ticket_id, visit_no limit ${BATCH}`,
        [new Date(now), last?.expiresAt ?? new Date(0), last?.ticketId ?? '0', last?.visitNo ?? 0],
      );
      for (const row of rows) if (await this.expire(row, now)) given += 1;
      last = rows.at(-1);
      if (rows.length < BATCH) return given;
    }
  }

  private async expire(row: LeaseRow, now: number): Promise<boolean> {
    const { ticketId, visitNo, userId, since, expiresAt } = row;
    try {
      await this.tickets.apply(
        ticketId,
        { type: 'lease-expired', visitNo, userId, since: since.getTime() },
        { actor: ACTOR, now },
      );
      return true;
    } catch (error) {
      if ([ObsoleteCommand, NotFittingState, TicketNotFound].some((kind) => error instanceof kind)) {
        // The ticket does not know of this lease; a newer one of the same visit stays.
        await this.database.query(
          'routing-orphan',
          'delete from leases where ticket_id = $1 and visit_no = $2 and user_id = $3 and expires_at = $4',
          [ticketId, visitNo, userId, expiresAt],
        );
      } else {
        this.log.error(
          `Ticket ${ticketId} could not be given back and will be tried again: ${String(error)}`,
        );
      }
      return false;
    }
  }
}
