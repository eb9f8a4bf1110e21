import { Injectable } from '@nestjs/common';
import { Config } from '../../config.js';
import type { Lang } from '../../engine/common/text.js';
import { may, maySee } from '../../people/access/access.js';
import type { Person } from '../../people/common/model.js';
import { PeopleService } from '../../people/people.service.js';
import { CommandOptionsService } from '../../tickets/http/command-options.service.js';
import { answerWritten } from '../../writes/sure-write.js';
import type { WriteRequest } from '../../writes/identity.js';
import { GuideService } from '../../tickets/read/guide.service.js';
import { barredFrom } from '../../tickets/decide/surroundings.js';
import { Limits } from '../../tickets/door/limits.service.js';
import type { Command, CommandOptions, Ticket } from '../../tickets/model/model.js';
import { HeldByOther, NotYours } from '../../tickets/rights/rights-problems.js';
import { reachOfActor } from '../../tickets/rights/rights.js';
import { TicketSurroundings } from '../../tickets/door/surroundings.service.js';
import {
  NotFittingState,
  NotWaiting,
  ObsoleteCommand,
  StaleVersion,
  TicketNotFound,
} from '../../tickets/model/ticket-problems.js';
import { TicketsService } from '../../tickets/door/tickets.service.js';
import type { HeldDto } from '../desk/desk.dto.js';
import { HeldTickets } from '../leases/held-tickets.service.js';
import { chooseTaking } from './take.js';
import type { Taking } from './take.js';
import { HeldByColleague } from './take-problems.js';

/** Looks at a ticket that others move at the same time, before it counts as not to be had. */
const TRIES = 5;

/** Gives people the ticket that they name. */
@Injectable()
export class TakeService {
  constructor(
    private readonly held: HeldTickets,
    private readonly config: Config,
    private readonly tickets: TicketsService,
    private readonly guides: GuideService,
    private readonly people: PeopleService,
    private readonly surroundings: TicketSurroundings,
    private readonly limits: Limits,
    private readonly options: CommandOptionsService,
  ) {}

  /**
   * Takes a ticket for a person. What somebody else holds goes over only to those who lead, and with a reason; who
   * holds it already keeps it. Throws `TicketNotFound`, `HeldByColleague`, `NotYours` or `NotWaiting`.
   */
  async take(
    request: WriteRequest,
    ticketId: string,
    { reason, step }: { reason: string | null; step?: string },
    person: Person,
    lang: Lang,
  ): Promise<HeldDto> {
    const options = this.options.optionsFor(request, person, lang);
    const before = await this.tickets.replay(options);
    if (before !== null) return this.held.of(before, person);
    for (let tries = 1; ; tries++) {
      const ticket = await this.tickets.read(ticketId);
      if (!ticket || !maySee(person, ticket)) throw new TicketNotFound(ticketId);
      const taking = await this.takingOf(ticket, step, options);
      // A repetition under its key gets the first answer again, so the door is asked then.
      if (taking.how === 'held' && options.idempotency?.isMade === true)
        return this.keep(ticket, person, lang);
      const visitNo = await this.visitToTake(taking, ticket, reason, person);
      const command: Command = {
        type: 'claim',
        visitNo,
        userId: person.id,
        leaseMs: this.config.leaseMs,
        ...(reason !== null && { reason }),
      };
      try {
        const applied = await this.tickets.apply(ticketId, command, options);
        return await answerWritten(options.idempotency?.key, () => this.held.of(applied, person));
      } catch (error) {
        // Somebody was quicker: what is so now decides what is answered.
        if (!MOVED.some((kind) => error instanceof kind)) throw error;
        if (taking.how === 'held') return this.keep(ticket, person, lang);
        if (options.ifMatch !== undefined || tries >= TRIES) throw error;
      }
    }
  }

  private async takingOf(ticket: Ticket, step: string | undefined, options: CommandOptions): Promise<Taking> {
    const around = await this.surroundings.of(ticket, null, options);
    const reach = reachOfActor(around);
    return this.limits.decide((limits) =>
      chooseTaking(
        ticket,
        step,
        reach,
        (visit) => barredFrom(ticket, visit.step, reach, { ...around, limits }) !== null,
      ),
    );
  }

  /** Which visit the person asks the door for; throws why there is none. Whether they may, the door decides. */
  private async visitToTake(
    taking: Taking,
    ticket: Ticket,
    reason: string | null,
    person: Person,
  ): Promise<number> {
    if (taking.how === 'nothing') throw new NotWaiting(ticket.id);
    const { how, visit } = taking;
    switch (how) {
      case 'not-yours':
        throw new NotYours(visit, { skillTitle: await this.people.skillNaming() });
      case 'theirs':
        throw new HeldByColleague(visit.step, await this.colleague(visit.holder), false);
      case 'take-over': {
        const mayTakeOver = may(person, 'desk.take-over');
        if (mayTakeOver && reason !== null) return visit.no;
        throw new HeldByColleague(visit.step, await this.colleague(visit.holder), mayTakeOver);
      }
      case 'claim':
      case 'held':
        return visit.no;
    }
  }

  private async keep(ticket: Ticket, person: Person, lang: Lang): Promise<HeldDto> {
    const [shown, guide, lease] = await Promise.all([
      this.guides.ticket(ticket, lang),
      this.guides.guide(ticket, person, lang),
      this.held.leaseOf(ticket, person, true),
    ]);
    return { ticket: shown, guide, lease };
  }

  private async colleague(id: string | null): Promise<{ id: string; name: string }> {
    const person = id === null ? null : await this.people.person(id);
    return { id: id ?? '', name: person?.name ?? '–' };
  }
}

const MOVED = [HeldByOther, NotWaiting, NotFittingState, ObsoleteCommand, StaleVersion, TicketNotFound];
