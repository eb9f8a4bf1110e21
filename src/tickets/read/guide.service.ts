import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { Json } from '../../engine/common/model.js';
import type { CompiledSop } from '../../engine/index.js';
import type { Lang } from '../../engine/common/text.js';
import { actorOf, maySee, reachOf } from '../../people/access/access.js';
import type { Person } from '../../people/common/model.js';
import { Problem } from '../../problems/problem.js';
import { SopsService } from '../../sops/sops.service.js';
import { decidePair } from '../decide/decide-pair.js';
import { CannotUndo } from '../decide/merge-problems.js';
import type { Surroundings } from '../decide/surroundings.js';
import { Limits } from '../door/limits.service.js';
import { TicketStore } from '../door/ticket-store.service.js';
import type { Ticket } from '../model/model.js';
import type { UndoOf } from './open-acts.js';
import { PersonNames } from './person-names.service.js';
import { renderGuide } from './render-guide.js';
import { renderTicket, toJson, type Onlooker } from './render.js';
import { TicketSurroundings } from '../door/surroundings.service.js';
import type { GuideDto, TicketDto } from './ticket-answer.dto.js';

type Render = (ticket: Ticket, sop: CompiledSop) => Promise<Json>;

/** Tickets, and what an agent is led by, as one person sees them. */
@Injectable()
export class GuideService {
  constructor(
    private readonly store: TicketStore,
    private readonly sops: SopsService,
    private readonly surroundings: TicketSurroundings,
    private readonly limits: Limits,
    private readonly names: PersonNames,
    private readonly clock: Clock,
  ) {}

  /** The guide of a ticket for a person, in a language (default: the person's). */
  async guide(ticket: Ticket, person: Person, lang: Lang = person.lang): Promise<GuideDto> {
    await this.names.know(ticket.openVisits.map((visit) => visit.holder));
    const reach = { ...reachOf(person), leaseMs: 0 };
    const actor = actorOf(person, ticket.team);
    const around = await this.surroundings.of(ticket, null, { actor, now: this.clock.now(), reach });
    const nameOf = (id: string | null): string | null =>
      id === person.id ? person.name : this.names.nameOf(id);
    const undo = await this.undoOf(ticket, around, person);
    return this.limits.decide((limits) => renderGuide(ticket, { ...around, limits }, { lang, nameOf }, undo));
  }

  /** Would the door take the merge of this ticket back? It is asked, with the other ticket as it is. */
  private async undoOf(child: Ticket, ofChild: Surroundings, person: Person): Promise<UndoOf> {
    const target = child.mergedInto === null ? null : await this.store.read(child.mergedInto);
    if (target === null || !maySee(person, target)) return 'closed';
    const { actor, now, reach } = ofChild;
    const opts = { actor, now, reach: reach ?? undefined };
    const ofTarget = await this.surroundings.of(target, null, opts);
    try {
      decidePair({ child, target, ofChild, ofTarget }, { type: 'undo-merge' });
      return 'open';
    } catch (error) {
      if (error instanceof CannotUndo) return error;
      if (error instanceof Problem) return 'closed';
      throw error;
    }
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
    return (ticket, sop) => Promise.resolve(toJson(renderTicket(ticket, sop, this.onlooker(lang))));
  }

  /** How a command answers this person: `{ticket, guide}` as they are after it. */
  answerFor(person: Person, lang: Lang): Render {
    const nameOf = (id: string | null): string | null =>
      id === person.id ? person.name : this.names.nameOf(id);
    return async (ticket, sop) =>
      toJson({
        ticket: renderTicket(ticket, sop, { lang, nameOf }),
        guide: await this.guide(ticket, person, lang),
      });
  }

  private onlooker(lang: Lang): Onlooker {
    return { lang, nameOf: (id) => this.names.nameOf(id) };
  }
}
