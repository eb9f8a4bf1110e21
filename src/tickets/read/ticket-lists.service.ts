import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import type { Lang } from '../../engine/text.js';
import { seesAllTickets, seesOpenedBy } from '../../people/access.js';
import type { Person } from '../../people/model.js';
import { GuideService } from './guide.service.js';
import type { TicketPageDto } from './ticket-answer.dto.js';
import { cursorAfter, queryTickets, type Place, type TicketFilter } from './ticket-filter.js';
import { UnknownReference } from '../model/ticket-problems.js';
import { TicketStore } from '../door/ticket-store.service.js';

/** Lists of tickets for people. */
@Injectable()
export class TicketLists {
  constructor(
    private readonly database: Database,
    private readonly store: TicketStore,
    private readonly guides: GuideService,
  ) {}

  /** A page of the tickets that this person may see. Throws `UnknownReference` for a cursor of another order. */
  async tickets(person: Person, filter: Omit<TicketFilter, 'teams'>, lang: Lang): Promise<TicketPageDto> {
    const query = queryTickets({
      ...filter,
      assignee: filter.assignee === 'me' ? person.id : filter.assignee,
      teams: seesAllTickets(person) ? null : person.teams.map((m) => m.team),
      openedBy: seesOpenedBy(person),
    });
    if (query === null)
      throw new UnknownReference('/cursor', {
        en: 'The cursor belongs to a list in another order.',
        'zh-CN': '该游标（cursor）属于另一种排序的列表。',
      });
    const { rows } = await this.database.pool.query<Place>(query.text, query.values);
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    const tickets = await Promise.all(page.map((row) => this.store.read(row.id)));
    return {
      items: await this.guides.tickets(
        tickets.filter((ticket) => ticket !== null),
        lang,
      ),
      nextCursor: last && rows.length > filter.limit ? cursorAfter(last, filter.sort) : null,
    };
  }
}
