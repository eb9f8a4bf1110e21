import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Database } from '../../database/database.service.js';
import { Accounts } from '../../people/accounts/accounts.service.js';
import type { Reach } from '../../people/access/access.js';
import { reachOf } from '../../people/access/access.js';
import { PeopleChanges } from '../../people/accounts/people-changes.service.js';
import { mayHold } from '../../queues/lanes/lanes.js';
import type { OpenVisit, Ticket } from '../../tickets/model/model.js';
import { NotFittingState, ObsoleteCommand, TicketNotFound } from '../../tickets/model/ticket-problems.js';
import { TicketsService } from '../../tickets/door/tickets.service.js';

const ACTOR = { kind: 'system', id: 'rights' } as const;

/** Takes from people what they may not serve any more: it waits in its lane again, with its old due time. */
@Injectable()
export class LeaseRevoker implements OnModuleInit {
  private readonly log = new Logger(LeaseRevoker.name);

  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly tickets: TicketsService,
    private readonly changes: PeopleChanges,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe(async (userIds) => {
      await this.checkAll(userIds, this.clock.now());
    });
  }

  /**
   * Looks at everything that somebody holds, with their rights as they are stored; the number of visits that were
   * taken from them. `now` in ms. Throws `AggregateError` when some could not be given back, after the others were.
   */
  check(userId: string, now: number): Promise<number> {
    return this.checkAll([userId], now);
  }

  /** The same for several people; those who hold nothing cost nothing. */
  async checkAll(userIds: readonly string[], now: number): Promise<number> {
    const rows = await this.database.query<{ userId: string; ticketIds: string[] }>(
      'routing-held-by',
      `select user_id::text as "userId", array_agg(distinct ticket_id::text) as "ticketIds"
       from leases where user_id = any($1::uuid[]) group by user_id`,
      [userIds],
    );
    let revoked = 0;
    const failed: unknown[] = [];
    for (const { userId, ticketIds } of rows) {
      const reach = await this.reachOf(userId);
      for (const ticketId of ticketIds) {
        try {
          revoked += await this.takeBack(await this.tickets.read(ticketId), userId, reach, now);
        } catch (error) {
          this.log.error(`Ticket ${ticketId} could not be taken from ${userId}: ${String(error)}`);
          failed.push(error);
        }
      }
    }
    if (failed.length > 0) throw new AggregateError(failed, `${failed.length} tickets could not be taken`);
    return revoked;
  }

  /**
   * The same for what somebody holds of one ticket. Answers the ticket as it was found (null: there is none) and the
   * first open visit of it which they had, now or earlier, and may not hold: null when there is none.
   */
  async checkTicket(
    userId: string,
    ticketId: string,
    now: number,
  ): Promise<{ ticket: Ticket | null; outOfReach: OpenVisit | null }> {
    const [ticket, reach] = await Promise.all([this.tickets.read(ticketId), this.reachOf(userId)]);
    await this.takeBack(ticket, userId, reach, now);
    const had = ticket?.openVisits.find((v) => v.agents.includes(userId) && !mayHoldNow(reach, v));
    return { ticket, outOfReach: had ?? null };
  }

  /** What the person may do as it is stored at this moment; null for who is not active, or not there. */
  private async reachOf(userId: string): Promise<Reach | null> {
    this.accounts.forget(userId);
    const account = await this.accounts.account(userId);
    return account?.active ? reachOf(account.person) : null;
  }

  private async takeBack(
    ticket: Ticket | null,
    userId: string,
    reach: Reach | null,
    now: number,
  ): Promise<number> {
    let revoked = 0;
    for (const visit of ticket?.openVisits ?? []) {
      if (ticket === null || visit.holder !== userId || mayHoldNow(reach, visit)) continue;
      if (await this.revoke(ticket.id, visit, userId, now)) revoked += 1;
    }
    return revoked;
  }

  /** False: the visit ended, or went to somebody else, in the meantime. */
  private async revoke(ticketId: string, visit: OpenVisit, userId: string, now: number): Promise<boolean> {
    try {
      await this.tickets.apply(
        ticketId,
        { type: 'revoke', visitNo: visit.no, userId, heldSince: visit.heldSince },
        { actor: ACTOR, now },
      );
      return true;
    } catch (error) {
      if ([ObsoleteCommand, NotFittingState, TicketNotFound].some((kind) => error instanceof kind))
        return false;
      throw error;
    }
  }
}

function mayHoldNow(reach: Reach | null, visit: OpenVisit): boolean {
  return reach !== null && mayHold(reach, visit);
}
