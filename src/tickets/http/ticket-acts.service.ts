import { Injectable } from '@nestjs/common';
import { Config } from '../../config.js';
import type { CompiledSop } from '../../engine/index.js';
import type { JsonObject } from '../../engine/common/model.js';
import { isUuid } from '../../people/accounts/accounts.service.js';
import { reachOf } from '../../people/access/access.js';
import { PeopleService } from '../../people/people.service.js';
import { SopsService } from '../../sops/sops.service.js';
import { NO_SUCH_PERSON } from '../decide/decide-move.js';
import { CannotUndo } from '../decide/merge-problems.js';
import type { Applied, Command, CommandOptions, Reach, Ticket } from '../model/model.js';
import { PersonNames } from '../read/person-names.service.js';
import {
  NotFittingState,
  ObsoleteCommand,
  StaleVersion,
  TicketNotFound,
  UnknownReference,
} from '../model/ticket-problems.js';
import { TicketsService } from '../door/tickets.service.js';

type TransferTarget = Extract<Command, { type: 'transfer' }>['to'];

/** A customer's message follows a ticket that is being merged again and again so often. */
const MOST_MERGES = 20;

/** What has to hold beyond the ticket itself before some acts are taken. */
@Injectable()
export class TicketActsService {
  constructor(
    private readonly tickets: TicketsService,
    private readonly people: PeopleService,
    private readonly names: PersonNames,
    private readonly sops: SopsService,
    private readonly config: Config,
  ) {}

  /** Throws `UnknownReference` when there is no such team. */
  async mustKnowTeam(team: string, pointer = '/to/team'): Promise<void> {
    const known = await this.people.teamIds();
    if (known.includes(team)) return;
    const shown = team.slice(0, 80);
    throw new UnknownReference(
      pointer,
      {
        en: `There is no team "${shown}". Teams: ${known.join(', ')}.`,
        'zh-CN': `没有团队“${shown}”。现有团队：${known.join('、')}。`,
      },
      known,
    );
  }

  /** The same for the data of an `ESCALATE` event; data of another shape is for its form to judge. */
  async mustEscalateToKnown(data: JsonObject | undefined): Promise<void> {
    const to = data?.['to'];
    if (to === null || typeof to !== 'object' || Array.isArray(to)) return;
    if (typeof to['team'] === 'string') await this.mustKnowTeam(to['team'], '/data/to/team');
  }

  /** Where a transfer goes: exactly one target, a known team or a person, of whom the door judges whether they fit. */
  async targetOf(to: { team?: string; userId?: string }): Promise<TransferTarget> {
    const { team, userId } = to;
    if ((team === undefined) === (userId === undefined))
      throw new UnknownReference('/to', {
        en: 'Name either a team or a person (userId).',
        'zh-CN': '请指定团队（team）或人员（userId）其中之一。',
      });
    if (team !== undefined) {
      await this.mustKnowTeam(team);
      return { team };
    }
    const person = await this.reachOf(userId ?? '');
    if (person === null) throw new UnknownReference('/to/userId', NO_SUCH_PERSON);
    return { person };
  }

  /** Who held a step before it was escalated or transferred, with what they may do now; null when nobody is to be had. */
  async knowerOf(id: string, step: string | undefined): Promise<Reach | null> {
    const ticket = await this.tickets.read(id);
    const moved = ticket?.openVisits.filter((visit) => visit.cameFrom) ?? [];
    const visit = moved.find((one) => step === undefined || one.step === step);
    return this.reachOf(visit?.cameFrom?.holder ?? '');
  }

  /** Into which ticket this one was merged. Throws `TicketNotFound`, and `CannotUndo` when it was not. */
  async mergedInto(id: string, { visible }: CommandOptions): Promise<string> {
    const ticket = await this.tickets.read(id);
    if (ticket === null || visible?.(ticket) === false) throw new TicketNotFound(id);
    if (ticket.mergedInto === null) throw new CannotUndo('not-merged');
    return ticket.mergedInto;
  }

  /**
   * What a customer said, entered by a person: its author is the customer of the ticket it was said about. A merged
   * ticket's goes to where that went on; what is answered is only what the person may see.
   */
  async sayAsCustomer(id: string, body: string, options: CommandOptions): Promise<Applied> {
    const { visible, answer, ifMatch, actor: recordedBy, ...rest } = options;
    const said = await this.tickets.read(id);
    if (said === null || visible?.(said) === false) throw new TicketNotFound(id);
    if (ifMatch !== undefined && ifMatch !== said.version) throw new StaleVersion(ifMatch, said.version);
    const { customer } = said;
    const author = { kind: 'customer' as const, id: customer.id, name: customer.name };
    for (let tries = 1; ; tries++) {
      const way = await this.wayOf(id);
      const target = way.pop() ?? said;
      const via = target.id === id ? undefined : id;
      const command = {
        type: 'message',
        from: 'customer',
        body,
        internal: false,
        recordedBy,
        author,
        via,
      } as const;
      const show: CommandOptions['answer'] = async (ticket, sop) => {
        const isSeen = visible?.(ticket) !== false;
        return (await (isSeen ? answer?.(ticket, sop) : answer?.(said, await this.sopOf(said)))) ?? null;
      };
      try {
        const unmoved = way.map(({ id: merged, version }) => ({ id: merged, version }));
        return await this.tickets.apply(target.id, command, {
          ...rest,
          actor: author,
          answer: show,
          unmoved,
        });
      } catch (error) {
        // A merge, or its undoing, was quicker: what the customer says goes with their ticket.
        const isMoved = error instanceof NotFittingState || error instanceof ObsoleteCommand;
        if (!isMoved || tries >= MOST_MERGES || !(await this.hasMoved([...way, target]))) throw error;
      }
    }
  }

  /** The ticket, those that it was merged into one after the other, and last the one that goes on. */
  private async wayOf(id: string): Promise<Ticket[]> {
    const way: Ticket[] = [];
    for (let next: string | null = id; next !== null;) {
      const ticket: Ticket | null = await this.tickets.read(next);
      // A circle, which an older version could leave, ends where it closes.
      if (ticket === null || way.some((known) => known.id === ticket.id)) break;
      way.push(ticket);
      next = ticket.mergedInto;
    }
    return way;
  }

  private async hasMoved(seen: readonly Ticket[]): Promise<boolean> {
    const now = await Promise.all(seen.map(({ id }) => this.tickets.read(id)));
    return now.some((ticket, i) => ticket?.version !== seen[i]?.version);
  }

  private sopOf(ticket: Ticket): Promise<CompiledSop> {
    return this.sops.compiled(ticket.sopId, ticket.sopVersion);
  }

  private async reachOf(userId: string): Promise<Reach | null> {
    const person = isUuid(userId) ? await this.people.person(userId) : null;
    if (person === null) return null;
    // The answer of the act names them.
    await this.names.know([person.id]);
    return { ...reachOf(person), leaseMs: this.config.leaseMs };
  }
}
