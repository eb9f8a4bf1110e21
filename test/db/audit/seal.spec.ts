import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Audit } from '../../../src/audit/audit.service.js';
import { listErasures, reapplyErasures } from '../../../src/audit/erasures.service.js';
import { verifyAudit } from '../../../src/audit/verify-audit.service.js';
import type { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

let test: TestDatabase;
let database: Database;

/** What only the owner of the database can do: take the triggers away. */
async function tamper(...statements: string[]): Promise<void> {
  await database.pool.query(
    ['begin', 'set local session_replication_role = replica', ...statements, 'commit'].join(';'),
  );
}
const findings = async () => (await verifyAudit(database.pool)).findings;
const CUSTOMER = `'{"kind":"customer","id":"c1","name":"Ada"}'`;
const event = (seq: number): string => `
  insert into history (ticket_id, seq, at, type, actor, cause, data, steps, facts, escalation, recorded_by)
  values (7, ${seq}, '2026-11-26T08:00:00Z', 'ASK', ${CUSTOMER}, 'customer', '{"phone":"1","item":"mug"}', '{a}', '[1]',
    '{"step":"a","reason":"angry"}', '{"kind":"agent","id":"u1","name":"Bo"}')`;
const message = (seq: number): string => `
  insert into messages (ticket_id, seq, at, "from", author, body, internal, closing)
  values (7, ${seq}, '2026-11-26T08:00:00Z', 'customer', ${CUSTOMER}, 'my address', false, false)`;

beforeAll(async () => {
  test = await openTestDatabase();
  database = new Database({ databaseUrl: test.url } as Config);
});
afterAll(async () => {
  await database.onApplicationShutdown();
  await test.close();
});
beforeEach(async () => {
  await tamper(
    ...['audit', 'audit_anchors', 'erasures', 'messages', 'history', 'ticket_seals'].map(
      (table) => `delete from ${table}`,
    ),
    "update audit_head set seq = 0, day = '2000-01-01', hash = decode(repeat('00', 32), 'hex')",
    'alter sequence messages_id_seq restart with 1',
  );
  await new Audit(database, { now: () => Date.parse('2026-11-26T08:00:00Z') }).write({
    actorKind: 'agent',
    actorId: 'a',
    act: 'customer.read',
    outcome: 'done',
    personal: { address: '192.0.2.7' },
  });
  for (const seq of [1, 2, 3]) await database.pool.query(`${event(seq)};${message(seq)}`);
});

describe('what only grows', () => {
  it('is whole as written', async () => {
    expect(await findings()).toEqual([]);
  });

  it.each([
    `update audit set actor_id = 'z'`,
    'delete from audit',
    'truncate audit',
    'delete from audit_head',
    'update erasures set ref = ref',
    'truncate erasures',
    'delete from ticket_seals',
    'truncate ticket_seals',
    `update history set type = 'X'`,
    `update history set data = '{}'`,
    `update history set data = null, salt = null, erased = '{"digests":{},"salts":{}}'`,
    'delete from history',
    'truncate history',
    `update messages set body = 'other'`,
    `update messages set body = ''`,
    'delete from messages',
    'truncate messages',
  ])('refuses: %s', async (statement) => {
    if (statement.includes('erasures')) await database.pool.query('select erase_audit(1)');
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: 'SW001' });
  });

  it.each([
    ['an event', `update history set type = 'X' where seq = 2`, 'row-changed', 'history 7/2'],
    ['when', `update history set at = at + interval '1 ms' where seq = 2`, 'row-changed', 'history 7/2'],
    [
      'who',
      `update history set actor = '{"kind":"agent","id":"z","name":"Ada"}' where seq = 2`,
      'row-changed',
      'history 7/2',
    ],
    ['the steps', `update history set steps = '{b}' where seq = 2`, 'row-changed', 'history 7/2'],
    [
      'whose command',
      `update history set command_id = gen_random_uuid() where seq = 2`,
      'row-changed',
      'history 7/2',
    ],
    [
      'where it was escalated',
      `update history set escalation = '{"step":"b","reason":"angry"}' where seq = 2`,
      'row-changed',
      'history 7/2',
    ],
    [
      'a field',
      `update history set data = '{"phone":"2","item":"mug"}' where seq = 2`,
      'value-changed',
      'history 7/2',
    ],
    [
      'a field put in',
      `update history set data = data || '{"x":1}' where seq = 2`,
      'value-changed',
      'history 7/2',
    ],
    [
      'a name',
      `update history set actor = '{"kind":"customer","id":"c1","name":"Eve"}' where seq = 2`,
      'value-changed',
      'history 7/2',
    ],
    ['facts', `update history set facts = null where seq = 2`, 'value-changed', 'history 7/2'],
    ['a message', `update messages set body = 'other' where seq = 2`, 'value-changed', 'messages 7/2 #2'],
    ['its side', `update messages set internal = true where seq = 2`, 'row-changed', 'messages 7/2 #2'],
    ['its number', `update messages set id = 20 where seq = 2`, 'row-changed', 'messages 7/2 #20'],
    ['a deleted message', 'delete from messages where seq = 2', 'rows-unlinked', 'history 7/2 – history 7/3'],
    [
      'a deleted event',
      'delete from history where seq = 2',
      'rows-unlinked',
      'messages 7/1 #1 – messages 7/2 #2',
    ],
    [
      'a deleted first event',
      'delete from history where seq = 1',
      'rows-unlinked',
      'the start of ticket 7 – messages 7/1 #1',
    ],
    ['a deleted last message', 'delete from messages where seq = 3', 'rows-missing', 'ticket 7'],
    ['a message put in', message(2), 'rows-unlinked', 'messages 7/3 #3 – messages 7/2 #4'],
    [
      'an event put in as if it belonged there',
      `insert into history select ticket_id, 4, at, type, actor, cause, data, steps, facts, escalation, recorded_by,
        command_id, salt, digest, erased, 7, seal from history where seq = 3`,
      'row-changed',
      'history 7/4',
    ],
    ['all of a ticket', 'delete from messages;delete from history', 'rows-missing', 'ticket 7'],
    [
      'a place taken by another',
      `update history set link = 5 where seq = 2;update history set link = 3 where seq = 3`,
      'row-changed',
      'history 7/3',
    ],
  ])('shows that it was tampered with: %s', async (_name, statements, kind, where) => {
    await tamper(statements);
    expect(await findings()).toContainEqual({ kind, where });
  });
});

describe('a personal value', () => {
  it('is erased alone, is recorded, and nothing breaks', async () => {
    const erase = (sql: string) => database.pool.query<{ done: boolean }>(`select ${sql} as done`);
    const done = [
      await erase(`erase_history(7, 1, 'data.phone')`),
      await erase(`erase_history(7, 1, 'actor.name')`),
      await erase(`erase_history(7, 1, 'actor.name')`),
      await erase(`erase_history(7, 1, 'data.nothing')`),
      await erase(`erase_message(2, 'author.name')`),
      await erase(`erase_audit(1)`),
    ].map(({ rows }) => rows[0]?.done);
    expect(done).toEqual([true, true, false, false, true, true]);
    const left = await database.pool.query(
      `select h.data, h.actor, h.recorded_by, h.facts, m.body, m.author, a.personal, h.salt
         from history h, messages m, audit a where h.seq = 1 and m.id = 2 and a.seq = 1`,
    );
    expect(left.rows).toEqual([
      {
        data: { phone: null, item: 'mug' },
        actor: { kind: 'customer', id: 'c1' },
        recorded_by: { kind: 'agent', id: 'u1', name: 'Bo' },
        facts: [1],
        body: 'my address',
        author: { kind: 'customer', id: 'c1' },
        personal: null,
        salt: null,
      },
    ]);
    expect(await listErasures(database.pool)).toEqual([
      { kind: 'history', ref: '7/1#data.phone' },
      { kind: 'history', ref: '7/1#actor.name' },
      { kind: 'message', ref: '2#author.name' },
      { kind: 'audit', ref: '1' },
    ]);
    expect(await verifyAudit(database.pool)).toMatchObject({ rows: 5, findings: [] });
  });

  it('is erased with all others of its row', async () => {
    await database.pool.query('select erase_history(7, 1), erase_message(1)');
    const left = await database.pool.query(
      `select data, facts, actor, h.recorded_by, escalation, body, author from history h, messages m
         where h.seq = 1 and m.id = 1`,
    );
    expect(left.rows).toEqual([
      {
        data: { phone: null, item: null },
        facts: null,
        actor: { kind: 'customer', id: 'c1' },
        recorded_by: { kind: 'agent', id: 'u1' },
        escalation: { step: 'a' },
        body: '',
        author: { kind: 'customer', id: 'c1' },
      },
    ]);
    expect(await findings()).toEqual([]);
  });

  it('leaves the others of its row covered', async () => {
    await database.pool.query(`select erase_history(7, 1, 'data.phone'), erase_message(1, 'author.name')`);
    await tamper(
      `update history set data = '{"phone":null,"item":"cup"}' where seq = 1`,
      `update messages set body = 'other' where id = 1`,
    );
    expect(await findings()).toEqual([
      { kind: 'value-changed', where: 'history 7/1' },
      { kind: 'value-changed', where: 'messages 7/1 #1' },
    ]);
  });

  it.each([
    ['put in again', `update history set data = '{"phone":"9","item":"mug"}' where seq = 1`],
    ['no longer remembered', 'delete from erasures'],
  ])('does not pass for erased when it was %s', async (_name, statement) => {
    await database.pool.query(`select erase_history(7, 1, 'data.phone')`);
    await tamper(statement);
    expect(await findings()).toContainEqual({ kind: 'value-changed', where: 'history 7/1' });
  });

  it('erased past the function is a change', async () => {
    await tamper(`update messages set body = '', salt = null where id = 1`);
    expect(await findings()).toEqual([{ kind: 'value-changed', where: 'messages 7/1 #1' }]);
  });

  it('is erased again when a restore brought it back', async () => {
    const list = [
      { kind: 'message', ref: '1' },
      { kind: 'message', ref: '2#body' },
      { kind: 'history', ref: '7/2#data.phone' },
    ];
    expect(await reapplyErasures(database.pool, list)).toBe(3);
    expect(await reapplyErasures(database.pool, list)).toBe(0);
    const { rows } = await database.pool.query('select body, author from messages order by id limit 2');
    expect(rows).toEqual([
      { body: '', author: { kind: 'customer', id: 'c1' } },
      { body: '', author: { kind: 'customer', id: 'c1', name: 'Ada' } },
    ]);
    expect(await findings()).toEqual([]);
  });
});
