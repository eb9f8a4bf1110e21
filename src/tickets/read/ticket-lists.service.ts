import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import type { Lang } from '../../engine/common/text.js';
import { seesAllTickets, seesOpenedBy } from '../../people/access/access.js';
import type { Person } from '../../people/common/model.js';
import { InvalidBody } from '../../problems/http-problems.js';
import { GuideService } from './guide.service.js';
import type { TicketPageDto } from './ticket-answer.dto.js';
import { cursorAfter, queryHits, queryTickets, type Place, type TicketFilter } from './ticket-filter.js';
import { UnknownReference } from '../model/ticket-problems.js';
import { placesUpTo } from '../search/terms.js';
import { MOST_WORDS, readWords } from '../search/words.js';
import { TicketStore } from '../door/ticket-store.service.js';

type ListQuery = Omit<TicketFilter, 'teams' | 'openedBy' | 'wanted' | 'ticket'> & { q?: string };

/** A word with no more hits than this is rare. */
const RARE = 2_000;

const tooManyWords = {
  en: `must be at most ${String(MOST_WORDS)} words`,
  'zh-CN': `最多 ${String(MOST_WORDS)} 个词`,
};

/** Lists of tickets for people. */
@Injectable()
export class TicketLists {
  constructor(
    private readonly database: Database,
    private readonly store: TicketStore,
    private readonly guides: GuideService,
  ) {}

  /**
   * A page of the tickets that this person may see. Where a number is looked for, the ticket that has it comes first.
   * Throws `UnknownReference` for a cursor of another order, `InvalidBody` for too many words.
   */
  async tickets(person: Person, query: ListQuery, lang: Lang): Promise<TicketPageDto> {
    const rows = await this.places(person, query);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    const tickets = await Promise.all(page.map((row) => this.store.read(row.id)));
    return {
      items: await this.guides.tickets(
        tickets.filter((ticket) => ticket !== null),
        lang,
      ),
      nextCursor: last && rows.length > query.limit ? cursorAfter(last, query.sort) : null,
    };
  }

  /** Where the tickets of a page stand, and one more where the list goes on. Throws as `tickets` does. */
  async places(person: Person, { q, ...asked }: ListQuery): Promise<Place[]> {
    const wanted = readWords(q ?? '');
    if (wanted !== null && wanted.words.length + wanted.numbers.length > MOST_WORDS)
      throw new InvalidBody([{ pointer: '/q', message: tooManyWords }]);
    const filter: TicketFilter = {
      ...asked,
      wanted,
      assignee: asked.assignee === 'me' ? person.id : asked.assignee,
      teams: seesAllTickets(person) ? null : person.teams.map((m) => m.team),
      openedBy: seesOpenedBy(person),
    };
    const first = await this.numbered(filter);
    return [...first, ...(await this.rest(filter))];
  }

  /** The ticket whose number is looked for, on the first page. */
  private async numbered(filter: TicketFilter): Promise<Place[]> {
    const number = filter.wanted?.maybeNumber ?? null;
    if (number === null || filter.cursor !== undefined || filter.limit === 1) return [];
    return this.find({ ...filter, wanted: null, ticket: { is: number } });
  }

  private rest(filter: TicketFilter): Promise<Place[]> {
    const number = filter.wanted?.maybeNumber ?? null;
    return this.findNewest(
      number === null || filter.limit === 1 ? filter : { ...filter, ticket: { isNot: number } },
    );
  }

  /**
   * The newest first: common words are found in enough of them before all tickets are looked through. Of several words
   * a rare one names the few tickets that can be meant; no estimate knows it, since pairs of Han come together.
   */
  private async findNewest(filter: TicketFilter): Promise<Place[]> {
    const { sort = 'created', wanted, cursor } = filter;
    if (sort !== 'created' || !wanted?.words.length) return this.find(filter);
    const from = cursor ?? (await this.newest());
    const [small, large] = /^\d+$/.test(from) ? placesUpTo(from) : [];
    if (small === undefined || large === undefined) return this.find(filter);
    const newest = await this.find({ ...filter, near: small.terms });
    if (small.isAll || newest.length > filter.limit) return newest;
    const among = wanted.words.length > 1 ? await this.haveAll(wanted.words) : null;
    if (among !== null) {
      const left = wanted.numbers.length > 0 ? { ...wanted, words: [] } : null;
      return this.find({ ...filter, wanted: left, among });
    }
    const newer = await this.find({ ...filter, near: large.terms });
    return large.isAll || newer.length > filter.limit ? newer : this.find(filter);
  }

  /** The tickets that have all words, where one of these is rare; null: all are common. */
  private async haveAll(words: readonly string[][]): Promise<string[] | null> {
    for (const rare of words) {
      let among = await this.hits(rare, { most: RARE + 1 });
      if (among.length > RARE) continue;
      for (const word of words) if (word !== rare) among = await this.hits(word, { among });
      return among;
    }
    return null;
  }

  /** One for each hit: a ticket comes as often as it has rows with the word. */
  private async hits(word: readonly string[], within: Parameters<typeof queryHits>[1]): Promise<string[]> {
    const { text, values } = queryHits(word, within);
    return (await this.database.pool.query<{ id: string }>(text, values)).rows.map(({ id }) => id);
  }

  private async newest(): Promise<string> {
    const { rows } = await this.database.pool.query<{ id: string | null }>(
      'select max(id) as id from tickets',
    );
    return rows[0]?.id ?? '0';
  }

  private async find(filter: TicketFilter): Promise<Place[]> {
    const query = queryTickets(filter);
    if (query === null)
      throw new UnknownReference('/cursor', {
        en: 'The cursor belongs to a list in another order.',
        'zh-CN': '该游标（cursor）属于另一种排序的列表。',
      });
    return (await this.database.pool.query<Place>(query.text, query.values)).rows;
  }
}
