import type pg from 'pg';
import { Chance } from '../../../src/demo/chance.js';
import { TicketLists } from '../../../src/tickets/read/ticket-lists.service.js';
import { SearchRefill } from '../../../src/tickets/search/search-refill.service.js';
import { percentile, round } from '../shared/figures.js';
import { openBenchApp, type BenchApp } from '../shared/ours.js';
import { makeVocabulary, sentenceOf, wordOf, type Vocabulary } from './search-texts.js';
import type { BenchServer } from '../shared/server.js';

const MESSAGES = 1_000_000;
const MESSAGES_A_TICKET = 5;
const BATCH = 2_000;
const QUERIES = 200;
/** The scan takes long: fewer of the same questions. */
const SCANS = 20;

const TICKETS = `
  insert into tickets (id, sop_id, sop_version, version, status, subject, lang, channel, priority, customer_id, customer,
      team, tier, skills, tags, steps, state, open_visits, last_visit, sla, issue_key, opened_by, created_at, updated_at,
      handlers)
    select r.id, 'plain', 1, 1, 'open', r.subject, 'zh-CN', 'web', 'normal', 'c' || r.id % 50000,
      jsonb_build_object('id', 'c' || r.id % 50000, 'name', r.name), case r.id % 2 when 0 then 'bench' else 'other' end,
      1, '{}', '{}', '{check}',
      jsonb_build_object('snapshot', jsonb_build_object('context', jsonb_build_object('orderId', r.order_id))), '[]', 1,
      '{}', 'k', '{"kind": "customer", "id": "c"}', timestamptz '2026-01-01' + r.id * interval '1 minute',
      timestamptz '2026-01-01' + r.id * interval '1 minute', '{}'
    from json_to_recordset($1) as r(id bigint, subject text, name text, order_id text)`;
const SAID = `
  insert into messages (ticket_id, seq, at, "from", author, body, internal, closing)
    select r.id, r.seq, timestamptz '2026-01-01' + r.id * interval '1 minute', 'customer', '{"kind": "customer"}', r.body,
      false, false
    from json_to_recordset($1) as r(id bigint, seq int, body text)`;

/** What the list did before there was an index, extended to messages: the plain text of each word, looked for in all. */
const SCAN = (words: number): string => `
  select t.id from tickets t where t.team = any($1) and ${Array.from(
    { length: words },
    (_, n) => `(t.subject ilike $${String(n + 2)} or t.customer->>'name' ilike $${String(n + 2)} or exists (
      select from messages m where m.ticket_id = t.id and m.body ilike $${String(n + 2)}))`,
  ).join(' and ')} order by t.id desc limit 41`;

interface Times {
  queries: number;
  found: number;
  p50Ms: number;
  p95Ms: number;
  worstMs: number;
}

export interface SearchCompared {
  index: Times;
  scan: Times;
  /** How many times as long the scan takes (p50). */
  times: number;
}

export interface SearchResult {
  messages: number;
  tickets: number;
  termsSeconds: number;
  indexMiB: number;
  termsMiB: number;
  oneWord: SearchCompared;
  twoWords: SearchCompared;
}

interface Question {
  ticket: number;
  words: string[];
}

/**
 * Tickets with `--messages=` messages (a million), Chinese and English, their words as rare and as common as in a
 * language; the list of an agent, newest first, asked for one word and for two of the same ticket, drawn from what
 * was written; and the same questions as a plain scan.
 */
export async function benchSearch(server: BenchServer, args: string[]): Promise<SearchResult> {
  const named = args.find((arg) => arg.startsWith('--messages='));
  const messages = named === undefined ? MESSAGES : Number(named.slice('--messages='.length));
  const bench = await openBenchApp(await server.openDatabase('search'));
  const { pool, slow } = bench.database;
  try {
    const chance = new Chance(7, 'search');
    const vocabulary = makeVocabulary(chance);
    const tickets = messages / MESSAGES_A_TICKET;
    const questions = await fill(pool, chance, vocabulary, tickets);
    const began = performance.now();
    const refill = bench.app.get(SearchRefill, { strict: false });
    while ((await refill.tick()) > 0) continue;
    const termsSeconds = round((performance.now() - began) / 1_000, 1);
    await slow.query('vacuum analyze');
    const { rows } = await slow.query<{ index: string; table: string }>(
      `select pg_relation_size('search_terms_terms_idx') as index, pg_table_size('search_terms') as table`,
    );
    const mebibytes = (bytes: string | undefined): number => round(Number(bytes) / 2 ** 20, 0);
    return {
      messages,
      tickets,
      termsSeconds,
      indexMiB: mebibytes(rows[0]?.index),
      termsMiB: mebibytes(rows[0]?.table),
      oneWord: await compare(bench, questions, 1),
      twoWords: await compare(bench, questions, 2),
    };
  } finally {
    await bench.close();
  }
}

/** Writes the tickets, without the seals that would be most of the time; answers questions that have an answer. */
async function fill(
  pool: pg.Pool,
  chance: Chance,
  vocabulary: Vocabulary,
  tickets: number,
): Promise<Question[]> {
  const client = await pool.connect();
  const questions: Question[] = [];
  const every = Math.max(1, Math.floor(tickets / QUERIES));
  try {
    await client.query('set session_replication_role = replica');
    for (let from = 1; from <= tickets; from += BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, tickets - from + 1) }, (_, n) => ({
        id: from + n,
        subject: sentenceOf(vocabulary, chance, 4),
        name: wordOf(vocabulary, chance),
        order_id: `ORD-${String(chance.int(100_000, 999_999_999))}`,
      }));
      const said = rows.flatMap(({ id }) =>
        Array.from({ length: MESSAGES_A_TICKET }, (_, n) => ({
          id,
          seq: n + 1,
          body: sentenceOf(vocabulary, chance, chance.int(4, 30)),
        })),
      );
      await client.query(TICKETS, [JSON.stringify(rows)]);
      await client.query(SAID, [JSON.stringify(said)]);
      for (const { id } of rows.filter((row) => row.id % every === 0)) {
        const texts = said.filter((one) => one.id === id).map(({ body }) => body);
        const words = [0, 1].map(() => chance.pick(chance.pick(texts).split(/[\s，]+/u)));
        questions.push({ ticket: id, words });
      }
    }
    await client.query('insert into search_stale select id from tickets');
    return questions;
  } finally {
    await client.query('reset session_replication_role');
    client.release();
  }
}

async function compare(
  bench: BenchApp,
  questions: readonly Question[],
  words: number,
): Promise<SearchCompared> {
  const lists = bench.app.get(TicketLists, { strict: false });
  const ask = ({ words: all }: Question): Promise<number> =>
    lists.places(bench.person, { q: all.slice(0, words).join(' '), limit: 40 }).then(({ length }) => length);
  const scan = async ({ words: all }: Question): Promise<number> => {
    const values = all.slice(0, words).map((word) => `%${word}%`);
    return (await bench.database.slow.query(SCAN(words), [['bench'], ...values])).rowCount ?? 0;
  };
  const [index, plain] = [await timeAll(questions, ask), await timeAll(questions.slice(0, SCANS), scan)];
  return { index, scan: plain, times: round(plain.p50Ms / index.p50Ms, 0) };
}

async function timeAll(
  questions: readonly Question[],
  ask: (question: Question) => Promise<number>,
): Promise<Times> {
  const times: number[] = [];
  let found = 0;
  for (const question of questions) {
    const began = performance.now();
    if ((await ask(question)) > 0) found += 1;
    times.push(performance.now() - began);
  }
  return {
    queries: times.length,
    found,
    p50Ms: round(percentile(times, 0.5)),
    p95Ms: round(percentile(times, 0.95)),
    worstMs: round(Math.max(...times)),
  };
}
