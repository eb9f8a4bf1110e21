import type pg from 'pg';
import { Audit } from '../../src/audit/audit.service.js';
import type { Database } from '../../src/database/database.service.js';
import { bareTicketSql } from './backup-data.js';

/** What only the owner of the database can do: take the triggers away. */
export async function tamper(pool: pg.Pool, ...statements: string[]): Promise<void> {
  await pool.query(
    ['begin', 'set local session_replication_role = replica', ...statements, 'commit'].join(';'),
  );
}

const CUSTOMER = `'{"kind":"customer","id":"c1","name":"Ada"}'`;
/** An event of ticket 7 with every kind of personal value. */
export const event = (seq: number): string => `
  insert into history (ticket_id, seq, at, type, actor, cause, data, steps, facts, escalation, recorded_by)
  values (7, ${seq}, '2024-11-26T08:00:00Z', 'ASK', ${CUSTOMER}, 'customer', '{"phone":"1","item":"mug"}', '{a}', '[1]',
    '{"step":"a","reason":"angry"}', '{"kind":"agent","id":"u1","name":"Bo"}')`;
/** A message of ticket 7. */
export const message = (seq: number): string => `
  insert into messages (ticket_id, seq, at, "from", author, body, internal, closing)
  values (7, ${seq}, '2024-11-26T08:00:00Z', 'customer', ${CUSTOMER}, 'my address', false, false)`;

/** A record of one row, and ticket 7 with three events and three messages, in the place of what was there. */
export async function fillSealed(database: Database): Promise<void> {
  await tamper(
    database.pool,
    ...[
      ...['audit', 'audit_anchors', 'erasures', 'messages', 'history', 'ticket_seals', 'seal_anchors'],
      'tickets',
    ].map((table) => `delete from ${table}`),
    bareTicketSql(7, 3),
    "update audit_head set seq = 0, day = '2000-01-01', hash = decode(repeat('00', 32), 'hex')",
    'alter sequence messages_id_seq restart with 1',
  );
  await new Audit(database, { now: () => Date.parse('2024-11-26T08:00:00Z') }).write({
    actorKind: 'agent',
    actorId: 'a',
    act: 'customer.read',
    outcome: 'done',
    personal: { address: '192.0.2.7' },
  });
  for (const seq of [1, 2, 3]) await database.pool.query(`${event(seq)};${message(seq)}`);
}
