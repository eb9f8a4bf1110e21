import { describe, expect, it } from '@jest/globals';
import type { Problem } from '../../../src/problems/problem.js';
import { LEASE_MS, START, system } from '../../support/small-world.js';
import { HOUR, MINUTE, openDoorRoom, slugOf } from './door-room.js';

const room = openDoorRoom();
const { rows } = room;

describe('opening a ticket', () => {
  it('puts it into its first step, into history, and into the lane', async () => {
    const { ticket } = await room.w.open(START, { body: 'Where is it?' });
    expect(ticket).toMatchObject({ version: 1, status: 'open', team: 'desk', tier: 1, askedAt: START });
    expect(ticket.state.steps).toEqual(['triage']);
    expect(await room.w.tickets.read(ticket.id)).toEqual(ticket);
    expect(await rows('select seq, type, cause from history where ticket_id = $1', ticket.id)).toEqual([
      { seq: 1, type: 'opened', cause: 'customer' },
    ]);
    expect(await rows('select lane, due_at from waiting where ticket_id = $1', ticket.id)).toHaveLength(1);
    expect(await rows('select kind from outbox where ticket_id = $1', ticket.id)).toEqual([]);
    expect(await rows('select body, "from" from messages where ticket_id = $1', ticket.id)).toEqual([
      { body: 'Where is it?', from: 'customer' },
    ]);
    expect(await rows('select id from timers where ticket_id = $1', ticket.id)).toHaveLength(2);
  });

  it('names an unknown SOP and a form that does not fit, and stores nothing', async () => {
    const before = await room.w.database.pool.query<{ n: string }>('select count(*) as n from tickets');
    const open = (sop: string, data: Record<string, string | number>) =>
      room.w.tickets.open(
        { sop, subject: 's', customer: { id: 'c' }, data },
        { actor: { kind: 'customer', id: 'c' }, now: START },
      );
    expect(await slugOf(open('nothing', {}))).toBe('unknown-reference');
    const refused = await open('small', { amount: 'much' }).catch((e: Problem) => e);
    expect((refused as Problem).errors.map((e) => e.pointer).sort()).toEqual([
      '/data/amount',
      '/data/reason',
    ]);
    const after = await room.w.database.pool.query<{ n: string }>('select count(*) as n from tickets');
    expect(after.rows).toEqual(before.rows);
  });
});

describe('advancing a ticket', () => {
  it('goes to the end: resolved, visits closed, nothing waits, no timer is left', async () => {
    const { ticket } = await room.w.open();
    const { ticket: done } = await room.w.event(
      room.w.ann,
      ticket.id,
      'APPROVE',
      { amount: 20 },
      START + HOUR,
    );
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
      agents: [room.w.ann.id],
    });
  });

  it('says what would be accepted, why a way is closed, and what is wrong in a form; nothing changes', async () => {
    const { ticket } = await room.w.open();
    const unknown = (await room.w.event(room.w.ann, ticket.id, 'FLY').catch((e: Problem) => e)) as Problem;
    expect(unknown.slug).toBe('not-accepted');
    expect(unknown.facts['accepted']).toEqual(
      expect.arrayContaining(['APPROVE', 'REQUEST', 'ASK', 'ESCALATE']),
    );
    const closed = (await room.w
      .event(room.w.ann, ticket.id, 'APPROVE', { amount: 501 })
      .catch((e: Problem) => e)) as Problem;
    expect(closed.slug).toBe('guard-closed');
    expect(closed.detail['zh-CN']).toContain('主管');
    const form = (await room.w
      .event(room.w.ann, ticket.id, 'APPROVE', { amount: 'x', more: 1 })
      .catch((e: Problem) => e)) as Problem;
    expect(form.slug).toBe('invalid-form');
    expect(form.errors.map((e) => e.pointer).sort()).toEqual(['/data/amount', '/data/more']);
    expect(await room.w.tickets.read(ticket.id)).toEqual(ticket);
  });

  it('does not let an agent pretend that the customer wrote', async () => {
    const { ticket } = await room.w.open();
    await room.w.event(room.w.ann, ticket.id, 'ASK');
    expect(await slugOf(room.w.event(room.w.ann, ticket.id, 'CUSTOMER_MESSAGE', { body: 'I agree' }))).toBe(
      'not-accepted',
    );
  });

  it('keeps the person who is at work in the next step that they may serve, and queues what they may not', async () => {
    const { ticket } = await room.w.open();
    await room.w.act(room.w.ann, ticket.id, {
      type: 'claim',
      visitNo: 1,
      userId: room.w.ann.id,
      leaseMs: LEASE_MS,
    });
    const asked = await room.w.event(room.w.ann, ticket.id, 'REQUEST', undefined, START + MINUTE);
    expect(asked.ticket.openVisits[0]).toMatchObject({ step: 'approval', tier: 3, holder: null });
    const own = await room.w.event(room.w.ann, ticket.id, 'APPROVE').catch((e: Problem) => e);
    expect((own as Problem).slug).toBe('not-yours');
    const back = await room.w.event(room.w.sue, ticket.id, 'REJECT', undefined, START + 2 * MINUTE);
    expect(back.ticket.openVisits[0]).toMatchObject({
      step: 'triage',
      holder: room.w.sue.id,
      running: 'touch',
    });
    expect(await rows('select user_id from leases where ticket_id = $1', ticket.id)).toEqual([
      { user_id: room.w.sue.id },
    ]);
    expect(back.ticket.handovers).toBe(1);
  });

  it('refuses an agent what another one holds, but not a lead', async () => {
    const { ticket } = await room.w.open();
    await room.w.act(room.w.ann, ticket.id, {
      type: 'claim',
      visitNo: 1,
      userId: room.w.ann.id,
      leaseMs: LEASE_MS,
    });
    expect(await slugOf(room.w.event(room.w.ben, ticket.id, 'APPROVE', { amount: 1 }))).toBe('held-by-other');
    const lead = room.w.event(room.w.sue, ticket.id, 'APPROVE', { amount: 1 });
    expect(await slugOf(lead)).toBe('accepted');
  });

  it('charges waiting, work, and the customer to their parts, which add up', async () => {
    const { ticket } = await room.w.open();
    const at = (minutes: number): number => START + minutes * MINUTE;
    await room.w.act(
      room.w.ann,
      ticket.id,
      { type: 'claim', visitNo: 1, userId: room.w.ann.id, leaseMs: LEASE_MS },
      at(10),
    );
    await room.w.event(room.w.ann, ticket.id, 'ASK', undefined, at(15));
    const { ticket: again } = await room.w.act(
      room.w.ann,
      ticket.id,
      { type: 'message', from: 'customer', body: 'It is the blue one', internal: false },
      at(75),
      { actor: { kind: 'customer', id: 'c1' }, reach: undefined },
    );
    expect(again.state.steps).toEqual(['triage']);
    expect(again.sla.resolveDueAt).toBe(ticket.sla.resolveDueAt + 60 * MINUTE);
    await room.w.event(room.w.ann, ticket.id, 'APPROVE', { amount: 5 }, at(80));
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
    const { ticket } = await room.w.open();
    const split = await room.w.event(room.w.ann, ticket.id, 'SPLIT');
    expect(split.ticket.state.steps).toEqual(['both.left.work', 'both.right.work']);
    expect(split.ticket.openVisits.map((v) => [v.team, v.holder])).toEqual([
      ['desk', room.w.ann.id],
      ['lab', null],
    ]);
    await room.w.event(room.w.ann, ticket.id, 'LEFT_DONE', undefined, START + MINUTE);
    const { ticket: joined } = await room.w.event(
      room.w.lab,
      ticket.id,
      'RIGHT_DONE',
      undefined,
      START + 10 * MINUTE,
    );
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

  it('lets who works in one of several parallel steps end them all, and nobody else', async () => {
    const { ticket } = await room.w.open();
    await room.w.event(room.w.ann, ticket.id, 'SPLIT');
    await room.w.act(room.w.lab, ticket.id, {
      type: 'claim',
      visitNo: 3,
      userId: room.w.lab.id,
      leaseMs: LEASE_MS,
    });
    expect(await slugOf(room.w.event(room.w.ben, ticket.id, 'STOP'))).toBe('held-by-other');
    const { ticket: stopped } = await room.w.event(room.w.ann, ticket.id, 'STOP');
    expect(stopped.state.steps).toEqual(['triage']);
  });

  it('takes a timer once and never one that was cancelled', async () => {
    const { ticket } = await room.w.open();
    const asked = await room.w.event(room.w.ann, ticket.id, 'ASK');
    const [reminder, limit] = Object.entries(asked.ticket.state.timers).sort(
      (a, b) => a[1].dueAt - b[1].dueAt,
    );
    if (reminder === undefined || limit === undefined) throw new Error('the timers are missing');
    const fire = (id: string, seq: number, now: number) =>
      room.w.tickets.apply(ticket.id, { type: 'timer', id, seq }, { actor: system, now });
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
