import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listErasures, reapplyErasures } from '../../../src/audit/erasures.service.js';
import { verifyAudit } from '../../../src/audit/verify-audit.service.js';
import type { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { fillSealed, message, tamper as tamperIn } from '../../support/sealed-ticket.js';

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
    const digest: unknown = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(await listErasures(database.pool)).toEqual([
      { kind: 'history', ref: '7/1#data.phone', digest },
      { kind: 'history', ref: '7/1#actor.name', digest },
      { kind: 'message', ref: '2#author.name', digest },
      { kind: 'audit', ref: '1', digest },
    ]);
    // Four, one of before, and one that covers the ticket as of the day before.
    expect(await verifyAudit(database.pool)).toMatchObject({ rows: 6, findings: [] });
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
    [
      'remembered for another row',
      `update erasures set digest = (select digest from history where seq = 2) where kind = 'history'`,
    ],
  ])('does not pass for erased when it was %s', async (_name, statement) => {
    await database.pool.query(`select erase_history(7, 1, 'data.phone')`);
    await tamper(statement);
    expect(await findings()).toContainEqual({ kind: 'value-changed', where: 'history 7/1' });
  });

  it('is not erased because somebody remembers it so', async () => {
    await tamper(
      `update messages set body = '', salt = null,
         erased = erase_fields(salt, erased, message_personal(messages), '{body}') where id = 1`,
      `insert into erasures (kind, ref, digest) select 'message', '1#body', digest from messages where id = 1`,
    );
    expect(await findings()).toEqual([{ kind: 'value-changed', where: 'messages 7/1 #1' }]);
  });

  it('erased past the function is a change', async () => {
    await tamper(`update messages set body = '', salt = null where id = 1`);
    expect(await findings()).toEqual([{ kind: 'value-changed', where: 'messages 7/1 #1' }]);
  });

  it('is erased again when a restore brought it back', async () => {
    const named = [
      { kind: 'message', ref: '1' },
      { kind: 'message', ref: '2#body' },
      { kind: 'history', ref: '7/2#data.phone' },
      { kind: 'audit', ref: '1' },
    ];
    const digestOf = async ({ kind, ref }: { kind: string; ref: string }): Promise<string> => {
      const { rows } = await database.pool.query<{ digest: string }>(
        `select encode(erasure_digest($1, $2), 'hex') as digest`,
        [kind, ref],
      );
      return String(rows[0]?.digest);
    };
    const list = await Promise.all(named.map(async (one) => ({ ...one, digest: await digestOf(one) })));
    expect(await reapplyErasures(database.pool, list)).toEqual({ erased: 4, unknown: 0 });
    expect(await reapplyErasures(database.pool, list)).toEqual({ erased: 0, unknown: 0 });
    const { rows } = await database.pool.query('select body, author from messages order by id limit 2');
    expect(rows).toEqual([
      { body: '', author: { kind: 'customer', id: 'c1' } },
      { body: '', author: { kind: 'customer', id: 'c1', name: 'Ada' } },
    ]);
    expect(await findings()).toEqual([]);
  });

  it('of another row under the same number stays, and what was erased is remembered', async () => {
    const digest = 'ab'.repeat(32);
    const list = [
      { kind: 'message', ref: '1', digest },
      { kind: 'history', ref: '7/2#data.phone', digest },
      { kind: 'audit', ref: '1', digest },
      { kind: 'message', ref: '999', digest },
    ];
    expect(await reapplyErasures(database.pool, list)).toEqual({ erased: 0, unknown: 4 });
    expect(await listErasures(database.pool)).toEqual(list);
    expect((await database.pool.query(`select from messages where body = 'my address'`)).rowCount).toBe(3);
    expect(await findings()).toEqual([]);
    // Later it is erased for its own sake.
    await database.pool.query(`select erase_message(1)`);
    expect(await findings()).toEqual([]);
  });
});
