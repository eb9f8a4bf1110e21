import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config.js';
import { toDatabaseUnavailable } from '../database/unavailable.js';
import type { Lang } from '../engine/text.js';
import { actorOf, reachOf } from '../people/access.js';
import type { Person } from '../people/model.js';
import { laneOf, priorityOf } from '../queues/lanes.js';
import { GuideService } from '../tickets/read/guide.service.js';
import type { Applied, OpenVisit, Ticket } from '../tickets/model/model.js';
import { TicketsService } from '../tickets/door/tickets.service.js';
import { HeldByOther, NotYours } from '../tickets/rights/rights-problems.js';
import {
  NotFittingState,
  NotWaiting,
  StaleVersion,
  TicketNotFound,
} from '../tickets/model/ticket-problems.js';
import type { WaitingVisit } from './waiting-lanes.service.js';

/** Who asks, for an answer in which language, when (ms). */
export interface Asking {
  person: Person;
  lang: Lang;
  now: number;
}

/**
 * `lost`: it does not wait any more, or not there. `busy`: somebody in this process is just taking it. `not-theirs`: it
 * waits, but this person may not decide there. `broken`: the ticket cannot be claimed by anybody.
 */
export type ClaimOutcome = { applied: Applied } | 'lost' | 'busy' | 'not-theirs' | 'broken';

/** Takes waiting visits for people through the one door. */
@Injectable()
export class Claims {
  private readonly log = new Logger(Claims.name);
  private readonly underWay = new Map<string, Promise<unknown>>();

  constructor(
    private readonly tickets: TicketsService,
    private readonly guides: GuideService,
    private readonly config: Config,
  ) {}

  /**
   * Takes the visit for the person if it still waits in this lane and they may serve it. `dueMinute`: and only if it
   * is due in that minute, for a job whose visit was moved is not its turn. Throws only when the database is away.
   */
  async claim(visit: WaitingVisit, asking: Asking, dueMinute: number | null): Promise<ClaimOutcome> {
    const key = `${visit.ticketId} ${visit.visitNo}`;
    if (this.underWay.has(key)) return 'busy';
    const outcome = this.claimNow(visit, asking, dueMinute);
    this.underWay.set(
      key,
      outcome.catch(() => undefined),
    );
    try {
      return await outcome;
    } finally {
      this.underWay.delete(key);
    }
  }

  /** Waits until one of the claims under way has ended; not at all when there is none. */
  async settleOne(): Promise<void> {
    if (this.underWay.size > 0) await Promise.race(this.underWay.values());
  }

  private async claimNow(
    visit: WaitingVisit,
    asking: Asking,
    dueMinute: number | null,
  ): Promise<ClaimOutcome> {
    const { person, lang, now } = asking;
    const { visitNo, ticketId } = visit;
    try {
      const applied = await this.tickets.apply(
        ticketId,
        { type: 'claim', visitNo, userId: person.id, leaseMs: this.config.leaseMs },
        {
          actor: actorOf(person),
          now,
          reach: { ...reachOf(person), leaseMs: this.config.leaseMs },
          // Asked on the very version that is written; whether they may is asked there by the door itself.
          visible: (ticket) => ticket.openVisits.some((open) => isTheOne(ticket, open, visit, dueMinute)),
          answer: this.guides.answerFor(person, lang),
        },
      );
      return { applied };
    } catch (error) {
      if (LOST.some((kind) => error instanceof kind)) return 'lost';
      if (error instanceof NotYours) return 'not-theirs';
      if (toDatabaseUnavailable(error)) throw error;
      this.log.error(`Ticket ${ticketId} waits, but cannot be taken: ${String(error)}`);
      return 'broken';
    }
  }
}

const LOST = [NotWaiting, TicketNotFound, NotFittingState, HeldByOther, StaleVersion];

function isTheOne(ticket: Ticket, open: OpenVisit, wanted: WaitingVisit, dueMinute: number | null): boolean {
  const dueAt = open.dueAt ?? ticket.sla.resolveDueAt;
  return (
    open.no === wanted.visitNo &&
    laneOf(open) === wanted.lane &&
    (dueMinute === null || priorityOf(dueAt) === dueMinute)
  );
}
