import { describe, expect, it } from '@jest/globals';
import { dwellOf } from '../../../src/tickets/decide/change.js';
import { OldKeys } from '../../../src/tickets/door/old-keys.service.js';
import { TicketsService } from '../../../src/tickets/door/tickets.service.js';
import { startTestApp } from '../../support/app.js';
import { START } from '../../support/small-world.js';
import { MINUTE, openDoorRoom, slugOf } from './door-room.js';

const room = openDoorRoom();
const { rows } = room;

describe('the promises of the one door', () => {
  it('50 concurrent copies of one command with one key: one effect, 50 equal answers', async () => {
    const { ticket } = await room.w.open();
    const idempotency = { scope: room.w.ann.id, key: 'copy', bodyHash: 'h' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        room.w.act(room.w.ann, ticket.id, { type: 'event', event: 'NOTE' }, START, {
          idempotency,
          answer: (t) => ({ version: t.version }),
        }),
      ),
    );
    expect(new Set(answers.map((a) => JSON.stringify(a.answer)))).toEqual(new Set(['{"version":2}']));
    expect(await rows('select seq from history where ticket_id = $1', ticket.id)).toHaveLength(2);
    const later = await room.w.act(room.w.ann, ticket.id, { type: 'event', event: 'NOTE' }, START, {
      idempotency,
    });
    expect(later).toMatchObject({ replayed: true, answer: { version: 2 } });
    const other = room.w.act(room.w.ann, ticket.id, { type: 'event', event: 'ASK' }, START, {
      idempotency: { ...idempotency, bodyHash: 'other' },
    });
    expect(await slugOf(other)).toBe('idempotency-key-reused');
  });

  it('keys are kept for a day', async () => {
    const { ticket } = await room.w.open();
    const idempotency = { scope: 'day', key: 'day', bodyHash: 'h' };
    const note = (now: number) =>
      room.w.act(room.w.ann, ticket.id, { type: 'event', event: 'NOTE' }, now, { idempotency });
    const day = 24 * 60 * MINUTE;
    await note(START);
    const keys = room.app.app.get(OldKeys, { strict: false });
    await keys.tick(START + day);
    expect((await note(START + day)).replayed).toBe(true);
    await keys.tick(START + day + 1);
    expect((await note(START + day + 1)).replayed).toBe(false);
  });

  it('32 clients on one ticket: exactly one success per version', async () => {
    const { ticket } = await room.w.open();
    for (let version = 1; version <= 5; version++) {
      const slugs = await Promise.all(
        Array.from({ length: 32 }, () =>
          slugOf(
            room.w.act(room.w.ann, ticket.id, { type: 'event', event: 'NOTE' }, START, { ifMatch: version }),
          ),
        ),
      );
      expect(slugs.filter((s) => s === 'accepted')).toHaveLength(1);
      expect(slugs.filter((s) => s === 'stale-version')).toHaveLength(31);
    }
    expect((await room.w.tickets.read(ticket.id))?.version).toBe(6);
  });

  it('copies without a key or version are all applied, one after the other', async () => {
    const { ticket } = await room.w.open();
    await Promise.all(Array.from({ length: 20 }, () => room.w.event(room.w.ann, ticket.id, 'NOTE')));
    const seqs = await rows('select seq from history where ticket_id = $1 order by seq', ticket.id);
    expect(seqs.map((r) => r['seq'])).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
  });

  it('another process that moved the ticket on is noticed, whatever this one remembers of it', async () => {
    const other = await startTestApp({ role: 'api', databaseUrl: room.app.config.databaseUrl });
    try {
      const there = other.app.get(TicketsService);
      const { ticket } = await room.w.open();
      const by = room.w.by(room.w.ann, START);
      await room.w.event(room.w.ann, ticket.id, 'NOTE');
      await there.apply(ticket.id, { type: 'event', event: 'ASK' }, by);
      expect(await slugOf(room.w.event(room.w.ann, ticket.id, 'APPROVE', { amount: 5 }))).toBe(
        'not-accepted',
      );
      const note = (door: TicketsService) =>
        door.apply(ticket.id, { type: 'message', from: 'agent', body: 'x', internal: true }, by);
      await Promise.all(Array.from({ length: 20 }, (_, i) => note(i % 2 === 0 ? there : room.w.tickets)));
      const seqs = await rows('select seq from history where ticket_id = $1 order by seq', ticket.id);
      expect(seqs.map((r) => r['seq'])).toEqual(Array.from({ length: 23 }, (_, i) => i + 1));
    } finally {
      await other.close();
    }
  });

  it('a ticket that the caller may not see looks like none', async () => {
    const { ticket } = await room.w.open();
    const hidden = room.w.act(room.w.lab, ticket.id, { type: 'event', event: 'NOTE' }, START, {
      visible: () => false,
    });
    expect(await slugOf(hidden)).toBe('ticket-not-found');
    expect(await slugOf(room.w.event(room.w.ann, '999999999', 'NOTE'))).toBe('ticket-not-found');
    expect(await slugOf(room.w.event(room.w.ann, "1'; drop table tickets", 'NOTE'))).toBe('ticket-not-found');
  });

  it('one bad write in a batch does not fail its neighbours', async () => {
    const opened = await Promise.all(Array.from({ length: 4 }, () => room.w.open()));
    const results = await Promise.all(
      opened.map(({ ticket }, i) =>
        slugOf(
          room.w.act(room.w.ann, ticket.id, {
            type: 'message',
            from: 'agent',
            body: i === 2 ? 'nul \u0000' : 'fine',
            internal: true,
          }),
        ),
      ),
    );
    expect(results.filter((r) => r === 'accepted')).toHaveLength(3);
  });

  it('visits of a whole ticket add up to the time it was open', async () => {
    const { ticket } = await room.w.open();
    let now = START;
    for (const event of ['REQUEST', 'REJECT', 'ASK']) {
      now += 7 * MINUTE + 13;
      await room.w.event(event === 'REQUEST' ? room.w.ann : room.w.sue, ticket.id, event, undefined, now);
    }
    const { ticket: after } = await room.w.act(
      room.w.sue,
      ticket.id,
      { type: 'cancel', reason: 'r' },
      now + 99,
    );
    const visits = await rows(
      `select queue_ms::int as queue, touch_ms::int as touch, customer_ms::int as customer, external_ms::int as external,
         off_shift_ms::int as "offShift", join_ms::int as "join" from visits where ticket_id = $1`,
      ticket.id,
    );
    const sum = visits.reduce(
      (total, v) => total + dwellOf(v as unknown as Parameters<typeof dwellOf>[0]),
      0,
    );
    expect(sum).toBe(after.updatedAt - after.createdAt);
  });
});
