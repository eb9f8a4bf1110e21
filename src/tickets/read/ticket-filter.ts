import type { Wanted } from '../search/words.js';
import type { WaitsFor } from './ticket-answer.dto.js';

export const SORTS = ['created', 'updated', 'due'] as const;
/** Newest first, last changed first, or due first; tickets without a due time come last. */
export type Sort = (typeof SORTS)[number];

/** Which tickets are wanted. `state` and `step` both name an active step or its phase. */
export interface TicketFilter {
  state?: string;
  status?: string;
  sop?: string;
  step?: string;
  team?: string;
  /** A user's id or `none`. */
  assignee?: string;
  customer?: string;
  waitsFor?: WaitsFor;
  wanted?: Wanted | null;
  /** Only in these neighbourhoods; absent: anywhere. */
  near?: readonly string[];
  /** This one only, or all but this one. */
  ticket?: { is: string } | { isNot: string };
  /** Of these only. */
  among?: readonly string[];
  sort?: Sort;
  cursor?: string;
  limit: number;
  /** Only tickets of these teams, or with a step there; null: all. */
  teams: string[] | null;
  /** And, whatever their teams, those that this person opened (a user's id); absent or null: nobody's. */
  openedBy?: string | null;
}

export interface Query {
  text: string;
  values: unknown[];
}

/** Where a ticket stands in a list. */
export interface Place {
  id: string;
  dueAt: Date | null;
  updatedAt: Date;
}

const ORDER: Readonly<Record<Sort, string>> = {
  created: 't.id desc',
  updated: 't.updated_at desc, t.id desc',
  due: 't.due_at asc nulls last, t.id asc',
};
const CUSTOMER = `t.open_visits @> '[{"kind":"waits-for-customer"}]'`;
const PERSON = `t.open_visits @> '[{"kind":"human"}]'`;
const TURN: Readonly<Record<WaitsFor, string>> = {
  person: PERSON,
  customer: `not ${PERSON} and ${CUSTOMER}`,
  others: `not ${PERSON} and not ${CUSTOMER}`,
};
const NO_TIME = 'none';
const CURSOR = /^(?:(\d{1,15}|none)\.)?(\d{1,18})$/;

/** The statement for one page and the ticket after it. Null for a cursor that belongs to another order. */
export function queryTickets(filter: TicketFilter): Query | null {
  const where = new Conditions();
  if (filter.teams !== null) addSight(where, filter.teams, filter.openedBy ?? null);
  for (const step of [filter.step, filter.state])
    if (step !== undefined && step !== '')
      where.add(
        (n) => `exists (select 1 from unnest(t.steps) s where s = ${n} or starts_with(s, ${n} || '.'))`,
        step,
      );
  if (filter.status !== undefined) where.add((n) => `t.status = ${n}`, filter.status);
  if (filter.sop !== undefined) where.add((n) => `t.sop_id = ${n}`, filter.sop);
  if (filter.team !== undefined) where.add((n) => `t.team = ${n}`, filter.team);
  if (filter.customer !== undefined) where.add((n) => `t.customer_id = ${n}`, filter.customer);
  if (filter.assignee === 'none') where.texts.push('t.assignee is null');
  else if (filter.assignee !== undefined) where.add((n) => `t.assignee::text = ${n}`, filter.assignee);
  if (filter.waitsFor !== undefined) where.texts.push(`t.status = 'open' and ${TURN[filter.waitsFor]}`);
  if (filter.wanted) addWanted(where, filter.wanted, filter.near ?? null);
  if (filter.ticket !== undefined) addTicket(where, filter.ticket);
  if (filter.among !== undefined) where.add((n) => `t.id = any(${n}::bigint[])`, filter.among);
  const sort = filter.sort ?? 'created';
  if (filter.cursor !== undefined && !addCursor(where, sort, filter.cursor)) return null;
  const all = where.texts.length > 0 ? `where ${where.texts.join(' and ')}` : '';
  const limit = where.next(filter.limit + 1);
  return {
    text: `select t.id, t.due_at as "dueAt", t.updated_at as "updatedAt" from tickets t ${all}
           order by ${ORDER[sort]} limit ${limit}`,
    values: where.values,
  };
}

/**
 * The statement for the tickets that have a word, in no order: `most` hits, or those among some tickets. A limit alone
 * would have the planner read the table in the hope of finding so many soon.
 */
export function queryHits(terms: readonly string[], within: { most: number } | { among: string[] }): Query {
  const hits = 'select ticket_id as id from search_terms where terms @> $1::text[]';
  return 'most' in within
    ? {
        text: `with hits as materialized (${hits}) select id from hits limit $2`,
        values: [terms, within.most],
      }
    : { text: `${hits} and ticket_id = any($2::bigint[])`, values: [terms, within.among] };
}

/** The cursor that goes on after a ticket. */
export function cursorAfter(place: Place, sort: Sort = 'created'): string {
  switch (sort) {
    case 'created':
      return place.id;
    case 'updated':
      return `${String(place.updatedAt.getTime())}.${place.id}`;
    case 'due':
      return `${place.dueAt === null ? NO_TIME : String(place.dueAt.getTime())}.${place.id}`;
  }
}

class Conditions {
  readonly texts: string[] = [];
  readonly values: unknown[] = [];

  next(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }

  add(condition: (n: string) => string, value: unknown): void {
    this.texts.push(condition(this.next(value)));
  }
}

/** What `maySee` says of one ticket, for all. */
function addSight(where: Conditions, teams: string[], opener: string | null): void {
  const n = where.next(teams);
  const ways = [
    `t.team = any(${n}::text[])`,
    `exists (select 1 from jsonb_array_elements(t.open_visits) v where v->>'team' = any(${n}::text[]))`,
  ];
  if (opener !== null)
    ways.push(`t.opened_by->>'kind' = 'agent' and t.opened_by->>'id' = ${where.next(opener)}::text`);
  where.texts.push(`(${ways.join(' or ')})`);
}

/**
 * Each word is looked up by the index. Near by, what has them all is found first; everywhere, which of them first is for
 * the planner, who knows how rare they are.
 */
function addWanted(where: Conditions, { words, numbers }: Wanted, near: readonly string[] | null): void {
  const lookUp = (terms: string[]): string => {
    const ways = near === null ? [terms] : near.map((place) => [...terms, place]);
    const fits = ways.map((way) => `w.terms @> ${where.next(way)}::text[]`).join(' or ');
    return `select w.ticket_id from search_terms w where ${fits}`;
  };
  const all = words.map(lookUp);
  const together = near === null || all.length === 0 ? all : [all.join(' intersect ')];
  for (const found of together) where.texts.push(`t.id in (${found})`);
  for (const number of numbers) where.add((n) => `t.id = ${n}::bigint`, number);
  // What is made of no letters and no digits is nowhere.
  if (words.length === 0 && numbers.length === 0) where.texts.push('false');
}

function addTicket(where: Conditions, ticket: { is: string } | { isNot: string }): void {
  if ('is' in ticket) where.add((n) => `t.id = ${n}::bigint`, ticket.is);
  else where.add((n) => `t.id <> ${n}::bigint`, ticket.isNot);
}

function addCursor(where: Conditions, sort: Sort, cursor: string): boolean {
  const [, time, id] = CURSOR.exec(cursor) ?? [];
  if (id === undefined || (time === undefined) !== (sort === 'created')) return false;
  if (time === NO_TIME && sort !== 'due') return false;
  const n = where.next(id);
  if (time === undefined) where.texts.push(`t.id < ${n}::bigint`);
  else if (time === NO_TIME) where.texts.push(`t.due_at is null and t.id > ${n}::bigint`);
  else {
    const at = `${where.next(new Date(Number(time)).toISOString())}::timestamptz`;
    where.texts.push(
      sort === 'updated'
        ? `(t.updated_at, t.id) < (${at}, ${n}::bigint)`
        : `(t.due_at is null or (t.due_at, t.id) > (${at}, ${n}::bigint))`,
    );
  }
  return true;
}
