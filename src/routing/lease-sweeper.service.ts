import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.service.js';
import { Ticker } from '../queues/ticker.service.js';
import { NotFittingState, ObsoleteCommand, TicketNotFound } from '../tickets/model/ticket-problems.js';
import { TicketsService } from '../tickets/door/tickets.service.js';
import { RightsWatch } from './rights-watch.service.js';

const SWEEP_MS = 5_000;
const BATCH = 500;
const ACTOR = { kind: 'system', id: 'lease' } as const;

interface LeaseRow {
  ticketId: string;
  visitNo: number;
  userId: string;
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
    const expired = await this.expireAll(now);
    return expired + (await this.rights.look(now));
  }

  private async expireAll(now: number): Promise<number> {
    let given = 0;
    let last: LeaseRow | undefined;
    for (;;) {
      const rows = await this.database.query<LeaseRow>(
        'routing-expired',
        `select ticket_id as "ticketId", visit_no as "visitNo", user_id as "userId", expires_at as "expiresAt"
         from leases where expires_at <= $1 and (expires_at, ticket_id, visit_no) > ($2, $3::bigint, $4::int)
         order by expires_at, ticket_id, visit_no limit ${BATCH}`,
        [new Date(now), last?.expiresAt ?? new Date(0), last?.ticketId ?? '0', last?.visitNo ?? 0],
      );
      for (const row of rows) if (await this.expire(row, now)) given += 1;
      last = rows.at(-1);
      if (rows.length < BATCH) return given;
    }
  }

  private async expire({ ticketId, visitNo, userId, expiresAt }: LeaseRow, now: number): Promise<boolean> {
    try {
      await this.tickets.apply(
        ticketId,
        { type: 'lease-expired', visitNo, userId, expiresAt: expiresAt.getTime() },
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
