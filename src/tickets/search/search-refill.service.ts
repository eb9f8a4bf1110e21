import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { Database } from '../../database/database.service.js';
import type { JsonObject } from '../../engine/common/model.js';
import { Ticker } from '../../queues/ticker.service.js';
import { messageTerms, ticketTerms } from './terms.js';

const EVERY_MS = 2_000;
/** Tickets whose terms are made in one transaction; others wait for them so long. */
const BATCH = 100;
/** A tick ends after so many, so that a process can stop. */
const MOST_BATCHES = 10;
/** After so many characters others have their turn. */
const SLICE = 50_000;

/** Marks with their tickets, both locked. Who is at work on one of them is not waited for: it comes with a later tick. */
const TAKE = `
  select s.ticket_id as id, t.subject, json_build_object('id', t.customer_id, 'name', coalesce(t.name, '')) as customer,
    t.data
  from search_stale s
  cross join lateral (
    select k.subject, k.customer_id, k.customer->>'name' as name, k.state->'snapshot'->'context' as data
    from tickets k where k.id = s.ticket_id for no key update skip locked) t
  order by s.ticket_id limit $1 for update of s skip locked`;
const READ_MESSAGES = `
  select ticket_id as id, seq, array_agg(body) as bodies from messages where ticket_id = any($1::bigint[]) group by 1, 2`;
const FORGET = 'delete from search_terms where ticket_id = any($1::bigint[])';
const WRITE = `
  insert into search_terms (ticket_id, seq, terms)
  select r.id, r.seq, r.terms from json_to_recordset($1) as r(id bigint, seq int, terms text[])`;
const UNMARK = 'delete from search_stale where ticket_id = any($1::bigint[])';
/** What a restore or a hand left behind of tickets that are not there. */
const UNMARK_GONE =
  'delete from search_stale s where not exists (select from tickets t where t.id = s.ticket_id)';

interface StaleTicket {
  id: string;
  subject: string;
  customer: { id: string; name: string };
  data: JsonObject | null;
}
interface Said {
  id: string;
  seq: number;
  bodies: string[];
}

/**
 * Makes terms anew: of tickets from before there were any, and of those that were forgotten because something was erased.
 * What is left to do stands in `search_stale`, so it goes on after a restart, in whichever process works.
 */
@Injectable()
export class SearchRefill implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly ticker: Ticker,
  ) {}

  onModuleInit(): void {
    this.ticker.every('terms of tickets', EVERY_MS, () => this.tick());
  }

  /** Makes the terms of a thousand tickets at most; of how many. */
  async tick(): Promise<number> {
    let made = 0;
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const count = await this.refill();
      made += count;
      if (count < BATCH) {
        await this.database.pool.query(UNMARK_GONE);
        break;
      }
    }
    return made;
  }

  private async refill(): Promise<number> {
    const client = await this.database.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const count = await refillIn(client);
      await client.query('commit');
      return count;
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

async function refillIn(client: pg.ClientBase): Promise<number> {
  const { rows: tickets } = await client.query<StaleTicket>(TAKE, [BATCH]);
  if (tickets.length === 0) return 0;
  const ids = tickets.map(({ id }) => id);
  const { rows: said } = await client.query<Said>(READ_MESSAGES, [ids]);
  const rows: { id: string; seq: number; terms: string[] }[] = [];
  let characters = 0;
  for (const { id, seq, bodies } of said) {
    rows.push({ id, seq, terms: messageTerms(id, bodies) });
    characters += bodies.reduce((sum, body) => sum + body.length, 0);
    if (characters < SLICE) continue;
    characters = 0;
    await nextTurn();
  }
  for (const { data, ...ticket } of tickets)
    rows.push({ id: ticket.id, seq: 0, terms: ticketTerms({ ...ticket, data: data ?? {} }) });
  await client.query(FORGET, [ids]);
  await client.query(WRITE, [JSON.stringify(rows)]);
  await client.query(UNMARK, [ids]);
  return tickets.length;
}
