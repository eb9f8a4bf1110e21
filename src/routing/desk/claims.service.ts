import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../../config.js';
import { toDatabaseUnavailable } from '../../database/unavailable.js';
import type { Lang } from '../../engine/common/text.js';
import { actorOf, maySee, reachOf } from '../../people/access/access.js';
import type { Person } from '../../people/common/model.js';
import { Problem } from '../../problems/problem.js';
import { laneOf, priorityOf } from '../../queues/lanes/lanes.js';
import { GuideService } from '../../tickets/read/guide.service.js';
import type { Applied, CommandOptions, OpenVisit, Ticket } from '../../tickets/model/model.js';
import { TicketsService } from '../../tickets/door/tickets.service.js';
import { HeldByOther, NotYours } from '../../tickets/rights/rights-problems.js';
import {
  NotFittingState,
  NotWaiting,
  StaleVersion,
  TicketNotFound,
} from '../../tickets/model/ticket-problems.js';
import type { Identity } from '../../writes/identity.js';

/** Who asks, for an answer in which language, when (ms). */
export interface Asking {
  person: Person;
  lang: Lang;
  now: number;
  /** Under which the one ticket that they get is stored; undefined: they gave no key. */
  idempotency?: Identity;
}

/** A visit that is believed to wait in the lane. */
export interface WantedVisit {
  ticketId: string;
  visitNo: number;
  lane: string;
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
  async claim(visit: WantedVisit, asking: Asking, dueMinute: number | null): Promise<ClaimOutcome> {
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

  /** What the person got when they asked under this key before; null when they got nothing, or gave none. */
  replay(asking: Asking): Promise<Applied | null> {
    return this.tickets.replay(this.optionsOf(asking));
  }

  private optionsOf({ person, lang, now, idempotency }: Asking): CommandOptions {
    return {
      actor: actorOf(person),
      now,
      idempotency,
      reach: { ...reachOf(person), leaseMs: this.config.leaseMs },
      visible: (ticket) => maySee(person, ticket),
      answer: this.guides.answerFor(person, lang),
    };
  }

  private async claimNow(
    visit: WantedVisit,
    asking: Asking,
    dueMinute: number | null,
  ): Promise<ClaimOutcome> {
    const { person } = asking;
    const { visitNo, ticketId } = visit;
    try {
      const applied = await this.tickets.apply(
        ticketId,
        { type: 'claim', visitNo, userId: person.id, leaseMs: this.config.leaseMs },
        {
          ...this.optionsOf(asking),
          // Asked on the very version that is written; whether they may is asked there by the door itself.
          visible: (ticket) => ticket.openVisits.some((open) => isTheOne(ticket, open, visit, dueMinute)),
        },
      );
      return { applied };
    } catch (error) {
      const replayed = error instanceof Problem ? await this.replay(asking) : null;
      if (replayed !== null) return { applied: replayed };
      if (LOST.some((kind) => error instanceof kind)) return 'lost';
      if (error instanceof NotYours) return 'not-theirs';
      if (toDatabaseUnavailable(error)) throw error;
      this.log.error(`Ticket ${ticketId} waits, but cannot be taken: ${String(error)}`);
      return 'broken';
    }
  }
}

const LOST = [NotWaiting, TicketNotFound, NotFittingState, HeldByOther, StaleVersion];

function isTheOne(ticket: Ticket, open: OpenVisit, wanted: WantedVisit, dueMinute: number | null): boolean {
  const dueAt = open.dueAt ?? ticket.sla.resolveDueAt;
  return (
    open.no === wanted.visitNo &&
    laneOf(open) === wanted.lane &&
    (dueMinute === null || priorityOf(dueAt) === dueMinute)
  );
}
