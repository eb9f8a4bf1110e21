import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../../../src/audit/acts.js';
import { Audit } from '../../../src/audit/audit.service.js';
import { readAuditHead, verifyAudit } from '../../../src/audit/verify-audit.service.js';
import { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

let test: TestDatabase;
let database: Database;
let other: Database;
let now = Date.parse('2024-11-26T08:00:00Z');
const clock = { now: () => now };
const DAY = 86_400_000;

const entry = (id: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  actorKind: 'agent',
  actorId: id,
  act: 'ticket.acted',
  outcome: 'done',
  tickets: ['7'],
  personal: { address: '192.0.2.7' },
  ...more,
});

/** What only the owner of the database can do: take the triggers away. */
async function tamper(...statements: string[]): Promise<void> {
  await database.pool.query(
    ['begin', 'set local session_replication_role = replica', ...statements, 'commit'].join(';'),
  );
}
const findings = async (...heads: string[]) => (await verifyAudit(database.pool, heads)).findings;

beforeAll(async () => {
  test = await openTestDatabase();
  database = new Database(new Config({ databaseUrl: test.url }));
  other = new Database(new Config({ databaseUrl: test.url }));
});
afterAll(async () => {
  await database.onApplicationShutdown();
  await other.onApplicationShutdown();
  await test.close();
});
beforeEach(async () => {
  await tamper(
    'delete from audit',
    'delete from audit_anchors',
    'delete from erasures',
    'delete from messages',
    'delete from history',
    'delete from ticket_seals',
    'delete from seal_anchors',
    "update audit_head set seq = 0, day = '2000-01-01', hash = decode(repeat('00', 32), 'hex')",
  );
  now = Date.parse('2024-11-26T08:00:00Z');
  const audit = new Audit(database, clock);
  for (const day of [0, 1, 2]) {
    now += day * DAY;
    for (const id of ['a', 'b', 'c']) await audit.write(entry(id));
  }
});

describe('the chain', () => {
  it('is whole as written, over days, with an anchor for each day that is over', async () => {
    const { rows, findings: found, head } = await verifyAudit(database.pool);
    expect({ rows, found }).toEqual({ rows: 9, found: [] });
    expect(head).toMatch(/^9:[0-9a-f]{64}$/);
    const anchors = await database.pool.query('select day::text, seq from audit_anchors order by day');
    expect(anchors.rows).toEqual([
      { day: '2024-11-26', seq: '3' },
      { day: '2024-11-27', seq: '6' },
    ]);
  });

  it('is whole when two processes write at once, singly, together and in batches', async () => {
    const audits = [new Audit(database, clock), new Audit(other, clock)];
    const databases = [database, other];
    await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        const audit = audits[n % 2] ?? new Audit(database, clock);
        if (n % 5 > 0) await audit.note(entry(`n${n}`));
        else await databases[n % 2]?.together(() => audit.write(entry(`n${n}`)));
      }),
    );
    expect(await verifyAudit(database.pool)).toMatchObject({ rows: 209, findings: [] });
  });

  it('holds nothing of a change that was rolled back, and no gap in its place', async () => {
    const audit = new Audit(database, clock);
    await expect(
      database.together(async () => {
        await audit.write(entry('x'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await audit.write(entry('y'));
    expect(await verifyAudit(database.pool)).toMatchObject({ rows: 10, findings: [] });
  });

  it('goes on from day to day after a row of a time far ahead', async () => {
    await database.pool.query(
      `insert into audit (at, actor_kind, act, outcome) values ('9999-01-01', 'agent', 'customer.read', 'done')`,
    );
    const { rows } = await database.pool.query(
      `select day <= (clock_timestamp() at time zone 'UTC')::date + 1 as soon from audit_head`,
    );
    expect(rows).toEqual([{ soon: true }]);
    expect(await findings()).toEqual([]);
  });

  it('takes from nobody but the database that seals were anchored', async () => {
    const forged = `insert into audit (actor_kind, act, outcome) values ('database', 'seals.anchored', 'done')`;
    await expect(database.pool.query(forged)).rejects.toMatchObject({ code: 'SW001' });
  });

  it.each([
    ['wiped', []],
    [
      'wiped and remembered',
      [`insert into erasures (kind, ref, digest) select 'audit', '5', digest from audit where seq = 5`],
    ],
  ])('does not take a personal value that was %s for erased', async (_name, more) => {
    await tamper('update audit set personal = null, salt = null where seq = 5', ...more);
    expect(await findings()).toEqual([{ kind: 'personal-changed', where: 'audit 5' }]);
  });

  it('takes a personal value for erased by the row of the record that says so', async () => {
    await database.pool.query('select erase_audit(5)');
    expect(await findings()).toEqual([]);
  });

  it('does not open a day again when a clock jumps back', async () => {
    now -= DAY;
    await new Audit(database, clock).write(entry('late'));
    expect(await findings()).toEqual([]);
  });

  it.each([
    ['an edit', [`update audit set actor_id = 'z' where seq = 5`], { kind: 'changed', where: 'audit 5' }],
    [
      'an edit of when',
      [`update audit set at = at + interval '1 ms' where seq = 2`],
      { kind: 'changed', where: 'audit 2' },
    ],
    ['a deletion', ['delete from audit where seq = 5'], { kind: 'unlinked', where: 'audit 4–6' }],
    [
      'a deletion at the start',
      ['delete from audit where seq = 1'],
      { kind: 'unlinked', where: 'audit 0–2' },
    ],
    [
      'a deletion at the end',
      ['delete from audit where seq = 9'],
      { kind: 'end-missing', where: 'audit 8–9' },
    ],
    [
      'a reordering',
      [
        'update audit set seq = 100 where seq = 4',
        'update audit set seq = 4 where seq = 5',
        'update audit set seq = 5 where seq = 100',
      ],
      { kind: 'changed', where: 'audit 4' },
    ],
    [
      'an insertion',
      [
        `insert into audit select 10, day, at, actor_kind, 'z', act, outcome, about_kind, about_id, tickets, request_id,
          data, personal, salt, digest, prev, hash from audit where seq = 9`,
      ],
      { kind: 'changed', where: 'audit 10' },
    ],
    [
      'another personal value',
      [`update audit set personal = '{"address": "198.51.100.9"}' where seq = 3`],
      { kind: 'personal-changed', where: 'audit 3' },
    ],
    [
      'an anchor gone',
      [`delete from audit_anchors where day = '2024-11-27'`],
      { kind: 'anchor-missing', where: '2024-11-27' },
    ],
    [
      'an anchor changed',
      [`update audit_anchors set seq = 2 where day = '2024-11-26'`],
      { kind: 'anchor-wrong', where: '2024-11-26' },
    ],
  ])('shows %s, and where', async (_name, statements, finding) => {
    await tamper(...statements);
    expect(await findings()).toContainEqual(finding);
  });

  it('shows by a head that was kept that everything was written anew', async () => {
    const kept = await readAuditHead(database.pool);
    expect(await findings(kept)).toEqual([]);
    await tamper(
      'create temp table old on commit drop as select * from audit order by seq',
      'delete from audit',
      'delete from audit_anchors',
      "update audit_head set seq = 0, day = '2000-01-01', hash = decode(repeat('00', 32), 'hex')",
      'set local session_replication_role = origin',
      `insert into audit (at, actor_kind, actor_id, act, outcome) select at, actor_kind, 'z', act, outcome from old`,
    );
    expect(await findings()).toEqual([]);
    expect(await findings(kept)).toEqual([{ kind: 'head-unknown', where: kept }]);
  });
});
