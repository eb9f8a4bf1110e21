import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { BusinessCalendar, Json } from '../engine/model.js';
import type { CompiledSop } from '../engine/index.js';
import type { Lang } from '../engine/text.js';
import { actorOf } from '../people/access.js';
import type { Person } from '../people/model.js';
import { TeamCalendars } from '../people/team-calendars.service.js';
import { SopsService } from '../sops/sops.service.js';
import type { Ticket } from './model.js';
import { PersonNames } from './person-names.service.js';
import { renderGuide, renderTicket, toJson, type Onlooker } from './render.js';
import type { GuideDto, TicketDto } from './ticket-answer.dto.js';

type Render = (ticket: Ticket, sop: CompiledSop, calendar: BusinessCalendar) => Json;

/** Tickets, and what an agent is led by, as one person sees them. */
@Injectable()
export class GuideService {
  constructor(
    private readonly sops: SopsService,
    private readonly calendars: TeamCalendars,
    private readonly names: PersonNames,
    private readonly clock: Clock,
  ) {}

  /** The guide of a ticket for a person, in a language (default: the person's). */
  async guide(ticket: Ticket, person: Person, lang: Lang = person.lang): Promise<GuideDto> {
    const sop = await this.sops.compiled(ticket.sopId, ticket.sopVersion);
    const calendarOf = await this.calendars.all();
    await this.names.know(ticket.openVisits.map((visit) => visit.holder));
    return renderGuide(ticket, sop, {
      ...this.onlooker(lang),
      actor: actorOf(person, ticket.team),
      now: this.clock.now(),
      calendarOf,
    });
  }

  /** Tickets as the API answers them, in a language. */
  async tickets(tickets: readonly Ticket[], lang: Lang): Promise<TicketDto[]> {
    await this.names.know(tickets.map((ticket) => ticket.assignee));
    return Promise.all(
      tickets.map(async (ticket) => {
        const sop = await this.sops.compiled(ticket.sopId, ticket.sopVersion);
        return renderTicket(ticket, sop, this.onlooker(lang));
      }),
    );
  }

  /** One ticket as the API answers it. */
  async ticket(ticket: Ticket, lang: Lang): Promise<TicketDto> {
    await this.names.know([ticket.assignee]);
    const sop = await this.sops.compiled(ticket.sopId, ticket.sopVersion);
    return renderTicket(ticket, sop, this.onlooker(lang));
  }

  /** How opening a ticket answers: the ticket. */
  ticketFor(lang: Lang): Render {
    return (ticket, sop) => toJson(renderTicket(ticket, sop, this.onlooker(lang)));
  }

  /** How a command answers this person: `{ticket, guide}` as they are after it. */
  answerFor(person: Person, lang: Lang): Render {
    const nameOf = (id: string | null): string | null =>
      id === person.id ? person.name : this.names.nameOf(id);
    const onlooker: Onlooker = { lang, nameOf };
    return (ticket, sop, calendar) =>
      toJson({
        ticket: renderTicket(ticket, sop, onlooker),
        guide: renderGuide(ticket, sop, {
          ...onlooker,
          actor: actorOf(person, ticket.team),
          now: this.clock.now(),
          calendarOf: () => calendar,
        }),
      });
  }

  private onlooker(lang: Lang): Onlooker {
    return { lang, nameOf: (id) => this.names.nameOf(id) };
  }
}
