import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actorOf } from '../../../src/people/access.js';
import type { Problem } from '../../../src/problems/problem.js';
import { dwellOf } from '../../../src/tickets/change.js';
import { TicketsService } from '../../../src/tickets/tickets.service.js';
import { LEASE_MS, makeSmallWorld, START, system, type SmallWorld } from '../../support/small-world.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let app: TestApp;
let w: SmallWorld;

beforeAll(async () => {
  app = await startTestApp();
  w = await makeSmallWorld(app.app);
});
afterAll(() => app.close());

async function rows(sql: string, id: string): Promise<Record<string, unknown>[]> {
  return (await w.database.pool.query<Record<string, unknown>>(sql, [id])).rows;
}
async function slugOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'accepted',
    (error: Problem) => error.slug,
  );
}

describe('opening a ticket', () => {
  it('puts it into its first step, into history, and into the lane', async () => {
    const { ticket } = await w.open(START, { body: 'Where is it?' });
    expect(ticket).toMatchObject({ version: 1, status: 'open', team: 'desk', tier: 1, askedAt: START });
    expect(ticket.state.steps).toEqual(['triage']);
    expect(await w.tickets.read(ticket.id)).toEqual(ticket);
    expect(await rows('select seq, type, cause from history where ticket_id = $1', ticket.id)).toEqual([
      { seq: 1, type: 'opened', cause: 'customer' },
    ]);
    expect(await rows('select lane, due_at from waiting where ticket_id = $1', ticket.id)).toHaveLength(1);
    expect(await rows('select kind from outbox where ticket_id = $1', ticket.id)).toEqual([{ kind: 'lane' }]);
    expect(await rows('select body, "from" from messages where ticket_id = $1', ticket.id)).toEqual([
      { body: 'Where is it?', from: 'customer' },
    ]);
    expect(await rows('select id from timers where ticket_id = $1', ticket.id)).toHaveLength(2);
  });

  it('names an unknown SOP and a form that does not fit, and stores nothing', async () => {
    const before = await w.database.pool.query<{ n: string }>('select count(*) as n from tickets');
    const open = (sop: string, data: Record<string, string | number>) =>
      w.tickets.open(
        { sop, subject: 's', customer: { id: 'c' }, data },
        { actor: { kind: 'customer', id: 'c' }, now: START },
      );
    expect(await slugOf(open('nothing', {}))).toBe('unknown-reference');
    const refused = await open('small', { amount: 'much' }).catch((e: Problem) => e);
    expect((refused as Problem).errors.map((e) => e.pointer).sort()).toEqual([
      '/data/amount',
      '/data/reason',
    ]);
    const after = await w.database.pool.query<{ n: string }>('select count(*) as n from tickets');
    expect(after.rows).toEqual(before.rows);
  });
});

describe('advancing a ticket', () => {
  it('goes to the end: resolved, visits closed, nothing waits, no timer is left', async () => {
    const { ticket } = await w.open();
    const { ticket: done } = await w.event(w.ann, ticket.id, 'APPROVE', { amount: 20 }, START + HOUR);
    expect(done).toMatchObject({ status: 'resolved', outcome: 'paid', version: 2, resolvedAt: START + HOUR });
    expect(done.openVisits).toEqual([]);
    for (const table of ['waiting', 'leases', 'timers'])
      expect(await rows(`select 1 from ${table} where ticket_id = $1`, ticket.id)).toEqual([]);
    const [visit] = await rows(
      'select step, left_by, queue_ms, touch_ms, agents from visits where ticket_id = $1',
      ticket.id,
    );
    expect(visit).toEqual({
      step: 'triage',
      left_by: 'APPROVE',
      queue_ms: String(HOUR),
      touch_ms: '0',
      agents: [w.ann.id],
    });
  });

  it('says what would be accepted, why a way is closed, and what is wrong in a form; nothing changes', async () => {
    const { ticket } = await w.open();
    const unknown = (await w.event(w.ann, ticket.id, 'FLY').catch((e: Problem) => e)) as Problem;
    expect(unknown.slug).toBe('not-accepted');
    expect(unknown.facts['accepted']).toEqual(
      expect.arrayContaining(['APPROVE', 'REQUEST', 'ASK', 'ESCALATE']),
    );
    const closed = (await w
      .event(w.ann, ticket.id, 'APPROVE', { amount: 501 })
      .catch((e: Problem) => e)) as Problem;
    expect(closed.slug).toBe('guard-closed');
    expect(closed.detail['zh-CN']).toContain('主管');
    const form = (await w
      .event(w.ann, ticket.id, 'APPROVE', { amount: 'x', more: 1 })
      .catch((e: Problem) => e)) as Problem;
    expect(form.slug).toBe('invalid-form');
    expect(form.errors.map((e) => e.pointer).sort()).toEqual(['/data/amount', '/data/more']);
    expect(await w.tickets.read(ticket.id)).toEqual(ticket);
  });

  it('does not let an agent pretend that the customer wrote', async () => {
    const { ticket } = await w.open();
    await w.event(w.ann, ticket.id, 'ASK');
    expect(await slugOf(w.event(w.ann, ticket.id, 'CUSTOMER_MESSAGE', { body: 'I agree' }))).toBe(
      'not-accepted',
    );
  });

  it('keeps the person who is at work in the next step that they may serve, and queues what they may not', async () => {
    const { ticket } = await w.open();
    await w.act(w.ann, ticket.id, { type: 'claim', visitNo: 1, userId: w.ann.id, leaseMs: LEASE_MS });
    const asked = await w.event(w.ann, ticket.id, 'REQUEST', undefined, START + MINUTE);
    expect(asked.ticket.openVisits[0]).toMatchObject({ step: 'approval', tier: 3, holder: null });
    const own = await w.event(w.ann, ticket.id, 'APPROVE').catch((e: Problem) => e);
    expect((own as Problem).slug).toBe('guard-closed');
    const back = await w.event(w.sue, ticket.id, 'REJECT', undefined, START + 2 * MINUTE);
    expect(back.ticket.openVisits[0]).toMatchObject({ step: 'triage', holder: w.sue.id, running: 'touch' });
    expect(await rows('select user_id from leases where ticket_id = $1', ticket.id)).toEqual([
      { user_id: w.sue.id },
    ]);
    expect(back.ticket.handovers).toBe(1);
  });

  it('refuses an agent what another one holds, but not a lead', async () => {
    const { ticket } = await w.open();
    await w.act(w.ann, ticket.id, { type: 'claim', visitNo: 1, userId: w.ann.id, leaseMs: LEASE_MS });
    expect(await slugOf(w.event(w.ben, ticket.id, 'APPROVE', { amount: 1 }))).toBe('held-by-other');
    const lead = w.act(w.sue, ticket.id, { type: 'event', event: 'APPROVE', data: { amount: 1 } }, START, {
      overridesHold: true,
    });
    expect(await slugOf(lead)).toBe('accepted');
  });

  it('charges waiting, work, and the customer to their parts, which add up', async () => {
    const { ticket } = await w.open();
    const at = (minutes: number): number => START + minutes * MINUTE;
    await w.act(w.ann, ticket.id, { type: 'claim', visitNo: 1, userId: w.ann.id, leaseMs: LEASE_MS }, at(10));
    await w.event(w.ann, ticket.id, 'ASK', undefined, at(15));
    const { ticket: again } = await w.act(
      w.ann,
      ticket.id,
      { type: 'message', from: 'customer', body: 'It is the blue one', internal: false },
      at(75),
      { actor: { kind: 'customer', id: 'c1' }, reach: undefined },
    );
    expect(again.state.steps).toEqual(['triage']);
    expect(again.sla.resolveDueAt).toBe(ticket.sla.resolveDueAt + 60 * MINUTE);
    await w.event(w.ann, ticket.id, 'APPROVE', { amount: 5 }, at(80));
    const visits = await rows(
      `select step, queue_ms::int as q, touch_ms::int as t, customer_ms::int as c,
         (extract(epoch from exited_at - entered_at) * 1000)::int as dwell from visits where ticket_id = $1 order by no`,
      ticket.id,
    );
    expect(visits).toEqual([
      { step: 'triage', q: 10 * MINUTE, t: 5 * MINUTE, c: 0, dwell: 15 * MINUTE },
      { step: 'asking', q: 0, t: 0, c: 60 * MINUTE, dwell: 60 * MINUTE },
      { step: 'triage', q: 5 * MINUTE, t: 0, c: 0, dwell: 5 * MINUTE },
    ]);
  });

  it('joins two people in parallel steps: each has a visit of their own, the first one waits for the second', async () => {
    const { ticket } = await w.open();
    const split = await w.event(w.ann, ticket.id, 'SPLIT');
    expect(split.ticket.state.steps).toEqual(['both.left.work', 'both.right.work']);
    expect(split.ticket.openVisits.map((v) => [v.team, v.holder])).toEqual([
      ['desk', w.ann.id],
      ['lab', null],
    ]);
    await w.event(w.ann, ticket.id, 'LEFT_DONE', undefined, START + MINUTE);
    const { ticket: joined } = await w.event(w.lab, ticket.id, 'RIGHT_DONE', undefined, START + 10 * MINUTE);
    expect(joined.state.steps).toEqual(['triage']);
    const visits = await rows(
      "select step, kind, join_ms::int as j, regions from visits where ticket_id = $1 and kind = 'joined'",
      ticket.id,
    );
    expect(visits).toEqual([
      expect.objectContaining({
        step: 'both.left.done',
        j: 9 * MINUTE,
        regions: [{ fork: 'both', region: 'left', seq: 2 }],
      }),
    ]);
  });

  it('takes a timer once and never one that was cancelled', async () => {
    const { ticket } = await w.open();
    const asked = await w.event(w.ann, ticket.id, 'ASK');
    const [reminder, limit] = Object.entries(asked.ticket.state.timers).sort(
      (a, b) => a[1].dueAt - b[1].dueAt,
    );
    if (reminder === undefined || limit === undefined) throw new Error('the timers are missing');
    const fire = (id: string, seq: number, now: number) =>
      w.tickets.apply(ticket.id, { type: 'timer', id, seq }, { actor: system, now });
    const reminded = await fire(reminder[0], reminder[1].seq, reminder[1].dueAt);
    expect(reminded.facts).toEqual([expect.objectContaining({ type: 'reply' })]);
    expect(await slugOf(fire(reminder[0], reminder[1].seq, reminder[1].dueAt))).toBe('obsolete');
    const closed = await fire(limit[0], limit[1].seq, limit[1].dueAt);
    expect(closed.ticket).toMatchObject({ status: 'resolved', outcome: 'no-answer' });
    const [triageTimer] = Object.entries(ticket.state.timers);
    expect(await slugOf(fire(triageTimer?.[0] ?? '', triageTimer?.[1].seq ?? 0, START + HOUR))).not.toBe(
      'accepted',
    );
    expect(await rows('select 1 from timers where ticket_id = $1', ticket.id)).toEqual([]);
  });
});

describe('the acts beside the SOP', () => {
  it('escalate: one tier up, counted with who raised it, and waiting in the new lane', async () => {
    const { ticket } = await w.open();
    await w.act(w.ann, ticket.id, { type: 'claim', visitNo: 1, userId: w.ann.id, leaseMs: LEASE_MS });
    const { ticket: up } = await w.act(
      w.ann,
      ticket.id,
      { type: 'escalate', reason: 'Too hard' },
      START + MINUTE,
    );
    expect(up).toMatchObject({ tier: 2, escalations: 1, assignee: null });
    expect(up.openVisits[0]).toMatchObject({ step: 'triage', tier: 2, holder: null, escalated: true });
    const [h] = await rows(
      'select escalation from history where ticket_id = $1 and escalation is not null',
      ticket.id,
    );
    expect(h?.['escalation']).toMatchObject({ by: 'agent', step: 'triage', fromTier: 1, toTier: 2 });
    expect(await rows('select tier from waiting where ticket_id = $1', ticket.id)).toEqual([{ tier: 2 }]);
  });

  it('lease-expired: back to the lane with the old due time, but never what was taken again since', async () => {
    const { ticket } = await w.open();
    const claim = (now: number) =>
      w.act(w.ann, ticket.id, { type: 'claim', visitNo: 1, userId: w.ann.id, leaseMs: LEASE_MS }, now);
    const expire = (expiresAt: number, now: number) =>
      w.act(w.ann, ticket.id, { type: 'lease-expired', visitNo: 1, userId: w.ann.id, expiresAt }, now);
    await claim(START);
    const { ticket: back } = await expire(START + LEASE_MS, START + LEASE_MS);
    expect(back.openVisits[0]).toMatchObject({
      holder: null,
      running: 'queue',
      dueAt: ticket.openVisits[0]?.dueAt,
    });
    await claim(START + 2 * LEASE_MS);
    expect(await slugOf(expire(START + LEASE_MS, START + 2 * LEASE_MS))).toBe('obsolete');
  });

  it('transfer: to a team it waits there, to a person they hold it', async () => {
    const { ticket } = await w.open();
    const moved = await w.act(w.ann, ticket.id, {
      type: 'transfer',
      to: { team: 'lab' },
      reason: 'Theirs',
      leaseMs: LEASE_MS,
    });
    expect(moved.ticket).toMatchObject({ team: 'lab', transfers: 1, assignee: null });
    const given = await w.act(w.lab, ticket.id, {
      type: 'transfer',
      to: { userId: w.sue.id },
      reason: 'Yours',
      leaseMs: LEASE_MS,
    });
    expect(given.ticket).toMatchObject({ assignee: w.sue.id, transfers: 2 });
  });

  it('reopen: only a resolved ticket, by a person or by what the customer writes, but not by thanks', async () => {
    const { ticket } = await w.open();
    expect(await slugOf(w.act(w.ann, ticket.id, { type: 'reopen', reason: 'r' }))).toBe('not-fitting-state');
    await w.event(w.ann, ticket.id, 'APPROVE', { amount: 5 });
    const says = (body: string, now: number) =>
      w.act(w.ann, ticket.id, { type: 'message', from: 'customer', body, internal: false }, now, {
        actor: { kind: 'customer', id: 'c1' },
      });
    expect((await says('Thanks!', START + HOUR)).ticket.status).toBe('resolved');
    const again = await says('The money is not there', START + 2 * HOUR);
    expect(again.ticket).toMatchObject({
      status: 'open',
      reopenings: 1,
      firstResolvedAt: START,
      resolvedAt: null,
    });
    expect(again.ticket.state.snapshot['context']).toMatchObject({ amount: 5 });
    const [row] = await rows(
      "select cause from history where ticket_id = $1 and type = 'reopened'",
      ticket.id,
    );
    expect(row).toEqual({ cause: 'customer' });
  });

  it('cancel: an outcome of its own, nothing is left running', async () => {
    const { ticket } = await w.open();
    const { ticket: gone } = await w.act(w.sue, ticket.id, { type: 'cancel', reason: 'Test order' });
    expect(gone).toMatchObject({ status: 'cancelled', outcome: 'cancelled', resolvedAt: null });
    for (const table of ['waiting', 'leases', 'timers'])
      expect(await rows(`select 1 from ${table} where ticket_id = $1`, ticket.id)).toEqual([]);
    expect(await slugOf(w.event(w.ann, ticket.id, 'APPROVE', { amount: 5 }))).toBe('not-fitting-state');
  });

  it('merge: the other ticket is told once, however often the effect comes', async () => {
    const { ticket: child } = await w.open();
    const { ticket: parent } = await w.open();
    const merged = await w.act(w.sue, child.id, { type: 'merge', into: parent.id });
    expect(merged.ticket).toMatchObject({ status: 'merged', mergedInto: parent.id });
    const [effect] = await rows("select id from outbox where ticket_id = $1 and kind = 'merge'", child.id);
    const tell = () =>
      w.tickets.apply(
        parent.id,
        { type: 'merged-from', child: child.id, effect: { outboxId: String(effect?.['id']) } },
        { actor: { kind: 'system', id: 'merge' }, now: START },
      );
    const told = await Promise.all([slugOf(tell()), slugOf(tell()), slugOf(tell())]);
    expect(told.filter((s) => s === 'accepted').length).toBeLessThanOrEqual(1);
    expect(told.every((s) => s === 'accepted' || s === 'obsolete')).toBe(true);
    expect(
      await rows("select 1 from history where ticket_id = $1 and type = 'merged-from'", parent.id),
    ).toHaveLength(1);
  });
});

describe('the promises of the one door', () => {
  it('50 concurrent copies of one command with one key: one effect, 50 equal answers', async () => {
    const { ticket } = await w.open();
    const idempotency = { scope: w.ann.id, key: 'copy', bodyHash: 'h' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        w.act(w.ann, ticket.id, { type: 'event', event: 'NOTE' }, START, {
          idempotency,
          answer: (t) => ({ version: t.version }),
        }),
      ),
    );
    expect(new Set(answers.map((a) => JSON.stringify(a.answer)))).toEqual(new Set(['{"version":2}']));
    expect(await rows('select seq from history where ticket_id = $1', ticket.id)).toHaveLength(2);
    const later = await w.act(w.ann, ticket.id, { type: 'event', event: 'NOTE' }, START, { idempotency });
    expect(later).toMatchObject({ replayed: true, answer: { version: 2 } });
    const other = w.act(w.ann, ticket.id, { type: 'event', event: 'ASK' }, START, {
      idempotency: { ...idempotency, bodyHash: 'other' },
    });
    expect(await slugOf(other)).toBe('idempotency-key-reused');
  });

  it('32 clients on one ticket: exactly one success per version', async () => {
    const { ticket } = await w.open();
    for (let version = 1; version <= 5; version++) {
      const slugs = await Promise.all(
        Array.from({ length: 32 }, () =>
          slugOf(w.act(w.ann, ticket.id, { type: 'event', event: 'NOTE' }, START, { ifMatch: version })),
        ),
      );
      expect(slugs.filter((s) => s === 'accepted')).toHaveLength(1);
      expect(slugs.filter((s) => s === 'stale-version')).toHaveLength(31);
    }
    expect((await w.tickets.read(ticket.id))?.version).toBe(6);
  });

  it('copies without a key or version are all applied, one after the other', async () => {
    const { ticket } = await w.open();
    await Promise.all(Array.from({ length: 20 }, () => w.event(w.ann, ticket.id, 'NOTE')));
    const seqs = await rows('select seq from history where ticket_id = $1 order by seq', ticket.id);
    expect(seqs.map((r) => r['seq'])).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
  });

  it('another process that moved the ticket on is noticed, whatever this one remembers of it', async () => {
    const other = await startTestApp({ databaseUrl: app.config.databaseUrl });
    try {
      const there = other.app.get(TicketsService);
      const { ticket } = await w.open();
      const by = { actor: actorOf(w.ann), now: START };
      await w.event(w.ann, ticket.id, 'NOTE');
      await there.apply(ticket.id, { type: 'event', event: 'ASK' }, by);
      expect(await slugOf(w.event(w.ann, ticket.id, 'APPROVE', { amount: 5 }))).toBe('not-accepted');
      const note = (door: TicketsService) =>
        door.apply(ticket.id, { type: 'message', from: 'agent', body: 'x', internal: true }, by);
      await Promise.all(Array.from({ length: 20 }, (_, i) => note(i % 2 === 0 ? there : w.tickets)));
      const seqs = await rows('select seq from history where ticket_id = $1 order by seq', ticket.id);
      expect(seqs.map((r) => r['seq'])).toEqual(Array.from({ length: 23 }, (_, i) => i + 1));
    } finally {
      await other.close();
    }
  });

  it('a ticket that the caller may not see looks like none', async () => {
    const { ticket } = await w.open();
    const hidden = w.act(w.lab, ticket.id, { type: 'event', event: 'NOTE' }, START, { visible: () => false });
    expect(await slugOf(hidden)).toBe('ticket-not-found');
    expect(await slugOf(w.event(w.ann, '999999999', 'NOTE'))).toBe('ticket-not-found');
    expect(await slugOf(w.event(w.ann, "1'; drop table tickets", 'NOTE'))).toBe('ticket-not-found');
  });

  it('one bad write in a batch does not fail its neighbours', async () => {
    const opened = await Promise.all(Array.from({ length: 4 }, () => w.open()));
    const results = await Promise.all(
      opened.map(({ ticket }, i) =>
        slugOf(
          w.act(w.ann, ticket.id, {
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
    const { ticket } = await w.open();
    let now = START;
    for (const event of ['REQUEST', 'REJECT', 'ASK']) {
      now += 7 * MINUTE + 13;
      await w.event(event === 'REQUEST' ? w.ann : w.sue, ticket.id, event, undefined, now);
    }
    const { ticket: after } = await w.act(w.sue, ticket.id, { type: 'cancel', reason: 'r' }, now + 99);
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
