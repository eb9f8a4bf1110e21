import { Injectable } from '@nestjs/common';
import type { JsonObject } from '../engine/model.js';
import { maySee } from '../people/access.js';
import type { Person } from '../people/model.js';
import { PeopleService } from '../people/people.service.js';
import { mayServe } from '../queues/lanes.js';
import type { Applied, CommandOptions, Ticket } from './model.js';
import { PersonNames } from './person-names.service.js';
import { MergeRefused, TicketNotFound, UnknownReference } from './ticket-problems.js';
import { TicketsService } from './tickets.service.js';

/** What has to hold beyond the ticket itself before some acts are taken. */
@Injectable()
export class TicketActsService {
  constructor(
    private readonly tickets: TicketsService,
    private readonly people: PeopleService,
    private readonly names: PersonNames,
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

  /** A transfer names exactly one target: a known team, or a person who may serve what is open. */
  async mustBeReachable(id: string, to: { team?: string; userId?: string }): Promise<void> {
    if ((to.team === undefined) === (to.userId === undefined))
      throw new UnknownReference('/to', {
        en: 'Name either a team or a person (userId).',
        'zh-CN': '请指定团队（team）或人员（userId）其中之一。',
      });
    if (to.team !== undefined) return this.mustKnowTeam(to.team);
    const ticket = await this.tickets.read(id);
    const person = await this.findPerson(to.userId ?? '');
    // The answer of the transfer names them.
    if (person !== null) await this.names.know([person.id]);
    const fits = (v: Ticket['openVisits'][number]): boolean => person !== null && mayServe(person, v);
    if (person === null || !(ticket?.openVisits.filter((v) => v.kind === 'human').every(fits) ?? true))
      throw new UnknownReference('/to/userId', {
        en: 'There is no such person, or they do not work for this team, tier and skills.',
        'zh-CN': '该人员不存在，或其团队、层级、技能不匹配。',
      });
  }

  /** A ticket can only go on in another open one that the caller may see. */
  async mustBeMergeable(id: string, into: string, person: Person): Promise<void> {
    const target = await this.tickets.read(into);
    if (target === null || !maySee(person, target)) throw new TicketNotFound(into);
    if (id === into) throw new MergeRefused('self');
    if (target.status !== 'open') throw new MergeRefused('ended');
  }

  /** A message that a channel passes on: its author is the ticket's customer. A merged ticket's goes to where it went. */
  async sayAsCustomer(id: string, body: string, options: CommandOptions): Promise<Applied> {
    let ticket = await this.tickets.read(id);
    if (ticket === null || options.visible?.(ticket) === false) throw new TicketNotFound(id);
    while (ticket.mergedInto !== null) {
      const next: Ticket | null = await this.tickets.read(ticket.mergedInto);
      if (next === null) break;
      ticket = next;
    }
    const { customer } = ticket;
    const actor = { kind: 'customer' as const, id: customer.id, name: customer.name };
    const rest: CommandOptions = { ...options, actor, reach: undefined, visible: undefined };
    return this.tickets.apply(ticket.id, { type: 'message', from: 'customer', body, internal: false }, rest);
  }

  private async findPerson(userId: string): Promise<Person | null> {
    return /^[0-9a-f-]{36}$/i.test(userId) ? this.people.person(userId) : null;
  }
}
