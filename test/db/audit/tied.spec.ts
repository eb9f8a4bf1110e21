import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyAudit } from '../../../src/audit/verify-audit.service.js';
import type { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { event, fillSealed, message, tamper as tamperIn } from '../../support/sealed-ticket.js';

let test: TestDatabase;
let database: Database;

const tamper = (...statements: string[]) => tamperIn(database.pool, ...statements);
const findings = async () => (await verifyAudit(database.pool)).findings;

beforeAll(async () => {
  test = await openTestDatabase();
  database = new Database({ databaseUrl: test.url } as Config);
});
afterAll(async () => {
  await database.onApplicationShutdown();
  await test.close();
});
beforeEach(() => fillSealed(database));

describe('tickets hang on the record', () => {
  /** The first row of a new day covers what the tickets hold. */
  const nextDay = () =>
    database.pool.query(
      `insert into audit (at, actor_kind, act, outcome) values (
         (select day + 1 from audit_head)::timestamp at time zone 'UTC', 'system', 'customer.read', 'done')`,
    );
  const anchored = async () =>
    (
      await database.pool.query<{ data: { tickets: number } }>(
        `select data from audit where act = 'seals.anchored' order by seq`,
      )
    ).rows.map(({ data }) => data.tickets);

  it('from day to day, those that grew', async () => {
    await nextDay();
    await nextDay();
    expect(await anchored()).toEqual([1]);
    await database.pool.query(message(4));
    await nextDay();
    expect(await anchored()).toEqual([1, 1]);
    expect(await findings()).toEqual([]);
  });

  it.each([
    [
      'deleted',
      [
        'delete from history',
        'delete from messages',
        'delete from ticket_seals',
        'delete from tickets',
        'delete from seal_anchors',
      ],
      { kind: 'seals-wrong', where: 'audit 2' },
    ],
    [
      'deleted, but for what the record covered',
      ['delete from history', 'delete from messages', 'delete from ticket_seals', 'delete from tickets'],
      { kind: 'seal-lost', where: 'ticket 7' },
    ],
    [
      'cut at its end',
      [
        'delete from messages where seq = 3',
        `update ticket_seals s set links = h.link, seal = h.seal from history h where h.seq = 3`,
      ],
      { kind: 'seal-lost', where: 'ticket 7' },
    ],
    [
      'written anew',
      [
        'delete from history',
        'delete from messages',
        'delete from ticket_seals',
        'set local session_replication_role = origin',
        ...[1, 2, 3].map((seq) => `${event(seq).replace('"item":"mug"', '"item":"cup"')};${message(seq)}`),
      ],
      { kind: 'seal-lost', where: 'ticket 7' },
    ],
    [
      'written anew, with what the record covered',
      [
        'delete from history',
        'delete from messages',
        'delete from ticket_seals',
        'set local session_replication_role = origin',
        ...[1, 2, 3].map((seq) => `${event(seq).replace('"item":"mug"', '"item":"cup"')};${message(seq)}`),
        'set local session_replication_role = replica',
        'update seal_anchors a set seal = s.seal from ticket_seals s',
      ],
      { kind: 'seals-wrong', where: 'audit 2' },
    ],
  ])('so that it shows that one was %s', async (_name, statements, finding) => {
    await nextDay();
    await tamper(...statements);
    expect(await findings()).toEqual([finding]);
  });

  it('so that it shows that one of which the record tells is gone', async () => {
    await database.pool.query(
      `insert into audit (at, actor_kind, act, outcome, tickets)
         values ('2024-11-26T09:00:00Z', 'agent', 'customer.read', 'done', '{7}')`,
    );
    await tamper(
      ...['history', 'messages', 'ticket_seals', 'tickets'].map((table) => `delete from ${table}`),
    );
    expect(await findings()).toEqual([{ kind: 'ticket-missing', where: 'ticket 7' }]);
  });
});
