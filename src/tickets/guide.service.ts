import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { BusinessCalendar, Json, JsonObject } from '../engine/model.js';
import type { CompiledSop } from '../engine/index.js';
import type { Lang } from '../engine/text.js';
import { actorOf } from '../people/access.js';
import type { Person } from '../people/model.js';
import { TeamCalendars } from '../people/team-calendars.service.js';
import { SopsService } from '../sops/sops.service.js';
import type { Ticket } from './model.js';
import { renderGuide, renderTicket } from './render.js';

/** What an agent is led by: the steps of a ticket as one person sees them. */
@Injectable()
export class GuideService {
  constructor(
    private readonly sops: SopsService,
    private readonly calendars: TeamCalendars,
    private readonly clock: Clock,
  ) {}

  /** The guide of a ticket for a person, in a language (default: the person's). */
  async guide(ticket: Ticket, person: Person, lang: Lang = person.lang): Promise<JsonObject> {
    const sop = await this.sops.compiled(ticket.sopId, ticket.sopVersion);
    const calendarOf = await this.calendars.all();
    return renderGuide(ticket, sop, {
      actor: actorOf(person, ticket.team),
      now: this.clock.now(),
      lang,
      calendarOf,
    });
  }

  /** How a command answers this person: `{ticket, guide}` as they are after it. */
  answerFor(
    person: Person,
    lang: Lang,
  ): (ticket: Ticket, sop: CompiledSop, calendar: BusinessCalendar) => Json {
    return (ticket, sop, calendar) => ({
      ticket: renderTicket(ticket),
      guide: renderGuide(ticket, sop, {
        actor: actorOf(person, ticket.team),
        now: this.clock.now(),
        lang,
        calendarOf: () => calendar,
      }),
    });
  }
}
