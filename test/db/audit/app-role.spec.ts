import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { verifyAudit } from '../../../src/audit/verify-audit.service.js';
import { appRoleSql } from '../../../src/database/app-role.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

const role = `app_${randomBytes(4).toString('hex')}`;
let test: TestDatabase;
let owner: pg.Pool;
let app: pg.Pool;

beforeAll(async () => {
  test = await openTestDatabase();
  owner = new pg.Pool({ connectionString: test.url, max: 1 });
  for (let time = 0; time < 2; time++) await owner.query(appRoleSql(role));
  await owner.query(`alter role ${role} password 'secret'`);
  const url = new URL(test.url);
  url.username = role;
  url.password = 'secret';
  app = new pg.Pool({ connectionString: url.href, max: 1 });
});
afterAll(async () => {
  await app.end();
  await owner.query(`drop owned by ${role}`);
  await owner.query(`drop role ${role}`);
  await owner.end();
  await test.close();
});

const REFUSED = { code: '42501' };

describe('the lesser role', () => {
  it('writes what belongs to its work, and the record', async () => {
    await app.query(`
      insert into history (ticket_id, seq, at, type, actor, cause, steps)
        values (7, 1, now(), 'OPENED', '{"kind":"customer","id":"c1"}', 'customer', '{a}');
      insert into messages (ticket_id, seq, at, "from", author, body, internal, closing)
        values (7, 1, now(), 'customer', '{"kind":"customer","id":"c1","name":"Ada"}', 'hello', false, false);
      insert into audit (actor_kind, act, outcome) values ('system', 'customer.read', 'done');
      insert into settings (key, value) values ('a', '1');
      delete from settings where key = 'a'`);
    expect(await verifyAudit(app)).toMatchObject({ rows: 1, findings: [] });
  });

  it('erases a personal value by the function for it', async () => {
    const { rows } = await app.query('select erase_message(id) as erased from messages');
    expect(rows).toEqual([{ erased: true }]);
    expect(await verifyAudit(app)).toMatchObject({ rows: 2, findings: [] });
  });

  it('puts no table of its own in the place of the head', async () => {
    await app.query(`
      create temp table audit_head as select * from public.audit_head;
      create temp table erasures as select * from public.erasures`);
    await app.query(
      `insert into audit (actor_kind, act, outcome) values ('system', 'customer.read', 'done')`,
    );
    await app.query('drop table pg_temp.audit_head, pg_temp.erasures');
    expect(await verifyAudit(app)).toMatchObject({ rows: 3, findings: [] });
  });

  it.each([
    `update audit set act = 'x'`,
    'delete from audit',
    'truncate audit',
    'alter table audit disable trigger all',
    'drop trigger audit_chain on audit',
    'update audit_head set seq = 0',
    'insert into audit_anchors (day, seq, hash) select day, seq, hash from audit_head',
    'delete from erasures',
    `update history set type = 'x'`,
    'delete from history',
    `update messages set body = 'x'`,
    'truncate messages',
    'drop table messages',
    'create table own (a int)',
    'set session_replication_role = replica',
    `select note_erasure('message', '1', '7')`,
  ])('may not: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toMatchObject(REFUSED);
  });
});
