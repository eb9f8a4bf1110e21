import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verifyAudit } from '../../../src/audit/verify-audit.service.js';
import type { Change } from '../../../src/tickets/decide/change.js';
import { TicketStore } from '../../../src/tickets/door/ticket-store.service.js';
import type { Ticket } from '../../../src/tickets/model/model.js';
import { START } from '../../support/small-world.js';
import { openDoorRoom } from './door-room.js';

const room = openDoorRoom();
const findings = async () => (await verifyAudit(room.w.database.pool)).findings;
const store = () => room.app.app.get(TicketStore, { strict: false });

/** A change that leaves the ticket as it is, with whatever may stand in its rows. */
function changeOf(before: Ticket, rows: Pick<Change, 'history' | 'messages'>): Change {
  const ticket = { ...before, version: before.version + 1, updatedAt: rows.history.at };
  return {
    ...{ before, ticket, ...rows, closed: [], timersSet: [], timersCancelled: [], effects: [], uses: [] },
    ...{ settled: [], effectDone: null, leaseMs: 0, advanced: null, facts: [], answer: null },
  };
}

const text = fc.string({ unit: 'binary' }).filter((s) => !s.includes('\0'));
const json = fc
  .jsonValue({ stringUnit: 'binary', maxDepth: 3 })
  .filter((v) => !JSON.stringify(v).includes('\\u0000'));
const person = fc.record(
  { kind: fc.constantFrom('agent', 'customer', 'system'), id: text, name: fc.option(text) },
  { requiredKeys: ['kind', 'id'] },
);
const rows = fc.record({
  history: fc.record({
    at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
    type: text,
    actor: person,
    cause: fc.constantFrom('agent', 'customer', 'rule', 'clock', 'automation'),
    data: fc.option(fc.dictionary(text, json, { maxKeys: 6 })),
    facts: fc.array(json, { maxLength: 3 }),
    escalation: fc.option(fc.record({ step: text, reason: fc.option(text) }, { requiredKeys: ['step'] })),
    recordedBy: fc.option(person),
  }),
  messages: fc.array(
    fc.record({
      from: fc.constantFrom('customer', 'agent', 'system'),
      author: person,
      recordedBy: fc.option(person),
      body: text,
      internal: fc.boolean(),
      closing: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
});

describe('what a command writes is sealed', () => {
  it('whatever stands in it', async () => {
    const tickets = await Promise.all(Array.from({ length: 8 }, async () => (await room.w.open()).ticket));
    await fc.assert(
      fc.asyncProperty(fc.array(rows, { minLength: 8, maxLength: 8 }), async (many) => {
        const written = await Promise.all(
          many.map(async (one, n) => {
            const ticket = await store().read(tickets[n]?.id ?? '');
            if (ticket === null) throw new Error('no ticket');
            return store().write(changeOf(ticket, one as Pick<Change, 'history' | 'messages'>), null);
          }),
        );
        expect(written).toEqual(many.map(() => true));
        expect(await findings()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('messages of one command have their numbers in their order', async () => {
    let { ticket } = await room.w.open();
    const [one] = fc.sample(rows, { numRuns: 1, seed: 7 });
    const said = (n: number) => ({
      ...{ from: 'system', author: { kind: 'system', id: 'rule' }, recordedBy: null },
      ...{ body: `said ${String(n)}`, internal: false, closing: false },
    });
    for (let n = 0; n < 200; n++) {
      const change = changeOf(ticket, {
        history: { ...one?.history, at: START },
        messages: [said(0), said(1), said(2)],
      } as Pick<Change, 'history' | 'messages'>);
      expect(await store().write(change, null)).toBe(true);
      ({ ticket } = change);
    }
    const swapped = await room.rows(
      `select seq, array_agg(body order by id) as bodies from messages where ticket_id = $1 group by seq
       having array_agg(body order by id) <> array_agg(body order by link) or count(*) <> 3`,
      ticket.id,
    );
    expect(swapped).toEqual([]);
  });

  it('also when rows are put in by hand between and beside the commands', async () => {
    const { ticket } = await room.w.open();
    const byHand = (n: number) =>
      room.w.database.pool.query(
        `insert into messages (ticket_id, seq, at, "from", author, body, internal, closing)
         values ($1, 1, now(), 'system', '{"kind":"system","id":"hand"}', $2, true, false)`,
        [ticket.id, `by hand ${String(n)}`],
      );
    for (let n = 0; n < 20; n++) {
      await Promise.all([
        room.w.act(room.w.ann, ticket.id, { type: 'event', event: 'NOTE' }, START),
        byHand(n),
        byHand(100 + n),
      ]);
      await byHand(200 + n);
    }
    expect(await findings()).toEqual([]);
    const [ends] = await room.rows(
      `select links, (select count(*)::int from history h where h.ticket_id = s.ticket_id) +
         (select count(*)::int from messages m where m.ticket_id = s.ticket_id) as rows
       from ticket_seals s where ticket_id = $1`,
      ticket.id,
    );
    expect(ends?.['links']).toBe(ends?.['rows']);
  });

  it('and shows when a row was changed, as one by hand does', async () => {
    const { ticket } = await room.w.open();
    await room.w.act(room.w.ann, ticket.id, { type: 'event', event: 'NOTE' }, START);
    expect(await findings()).toEqual([]);
    const client = await room.w.database.pool.connect();
    const change = async (sql: string) => {
      await client.query(`begin; set local session_replication_role = replica; ${sql}; commit`);
      const found = await findings();
      return found.map(({ kind }) => kind);
    };
    try {
      expect(
        await change(
          `update history set actor = actor || '{"name":"Eve"}' where ticket_id = ${ticket.id} and seq = 2`,
        ),
      ).toEqual(['value-changed']);
      expect(
        await change(`update history set type = 'X' where ticket_id = ${ticket.id} and seq = 1`),
      ).toEqual(expect.arrayContaining(['row-changed']));
    } finally {
      client.release();
    }
  });
});
