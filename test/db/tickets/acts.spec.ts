import { describe, expect, it } from '@jest/globals';
import { reachOf } from '../../../src/people/access/access.js';
import { LEASE_MS, START } from '../../support/small-world.js';
import { HOUR, MINUTE, openDoorRoom, slugOf } from './door-room.js';

const room = openDoorRoom();
const { rows } = room;

describe('the acts beside the SOP', () => {
  it('escalate: one tier up, counted with who raised it, and waiting in the new lane', async () => {
    const { ticket } = await room.w.open();
    await room.w.act(room.w.ann, ticket.id, {
      type: 'claim',
      visitNo: 1,
      userId: room.w.ann.id,
      leaseMs: LEASE_MS,
    });
    const { ticket: up } = await room.w.act(
      room.w.ann,
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
    const { ticket } = await room.w.open();
    const claim = (now: number) =>
      room.w.act(
        room.w.ann,
        ticket.id,
        { type: 'claim', visitNo: 1, userId: room.w.ann.id, leaseMs: LEASE_MS },
        now,
      );
    const expire = (since: number, now: number) =>
      room.w.act(
        room.w.ann,
        ticket.id,
        { type: 'lease-expired', visitNo: 1, userId: room.w.ann.id, since },
        now,
      );
    await claim(START);
    const { ticket: back } = await expire(START, START + LEASE_MS);
    expect(back.openVisits[0]).toMatchObject({
      holder: null,
      running: 'queue',
      dueAt: ticket.openVisits[0]?.dueAt,
    });
    await claim(START + 2 * LEASE_MS);
    expect(await slugOf(expire(START, START + 2 * LEASE_MS))).toBe('obsolete');
  });

  it('transfer: by who holds the step, or a lead; to a team it waits there, to a person they hold it', async () => {
    const { ticket } = await room.w.open();
    const toLab = { type: 'transfer', to: { team: 'lab' }, reason: 'Theirs', leaseMs: LEASE_MS } as const;
    expect(await slugOf(room.w.act(room.w.ann, ticket.id, toLab))).toBe('nothing-held');
    await room.w.act(room.w.ann, ticket.id, {
      type: 'claim',
      visitNo: 1,
      userId: room.w.ann.id,
      leaseMs: LEASE_MS,
    });
    expect(await slugOf(room.w.act(room.w.ben, ticket.id, toLab))).toBe('held-by-other');
    const moved = await room.w.act(room.w.ann, ticket.id, toLab);
    expect(moved.ticket).toMatchObject({ team: 'lab', transfers: 1, assignee: null });
    expect(await slugOf(room.w.act(room.w.ann, ticket.id, toLab))).toBe('not-yours');
    const person = { ...reachOf(room.w.lab), leaseMs: LEASE_MS };
    const given = await room.w.act(room.w.sue, ticket.id, {
      type: 'transfer',
      to: { person },
      reason: 'Yours',
      leaseMs: LEASE_MS,
    });
    expect(given.ticket).toMatchObject({ assignee: room.w.lab.id, transfers: 2 });
    const unfit = { ...reachOf(room.w.ann), leaseMs: LEASE_MS };
    const refused = room.w.act(room.w.lab, ticket.id, {
      type: 'transfer',
      to: { person: unfit },
      reason: 'Hers',
      leaseMs: LEASE_MS,
    });
    expect(await slugOf(refused)).toBe('unknown-reference');
  });

  it('a step that was moved keeps which teams were in charge of it, and until when', async () => {
    const { ticket } = await room.w.open();
    const claim = { type: 'claim', visitNo: 1, userId: room.w.sue.id, leaseMs: LEASE_MS } as const;
    const move = (team: string, now: number) =>
      room.w.act(
        room.w.sue,
        ticket.id,
        { type: 'transfer', to: { team }, reason: 'Theirs', leaseMs: LEASE_MS },
        now,
      );
    await move('lab', START + HOUR);
    await move('desk', START + 3 * HOUR);
    await room.w.act(room.w.sue, ticket.id, claim, START + 3 * HOUR);
    await room.w.event(room.w.sue, ticket.id, 'APPROVE', { amount: 5 }, START + 4 * HOUR);
    const before = [
      { team: 'desk', until: START + HOUR },
      { team: 'lab', until: START + 3 * HOUR },
    ];
    const visits = 'select team, teams_before as before from visits where ticket_id = $1';
    expect(await room.rows(visits, ticket.id)).toEqual([{ team: 'desk', before }]);
    const { ticket: unmoved } = await room.w.open();
    await room.w.event(room.w.ann, unmoved.id, 'APPROVE', { amount: 5 });
    expect(await room.rows(visits, unmoved.id)).toEqual([{ team: 'desk', before: null }]);
  });

  it('reopen: only a resolved ticket, by a person or by what the customer writes, but not by thanks', async () => {
    const { ticket } = await room.w.open();
    expect(await slugOf(room.w.act(room.w.ann, ticket.id, { type: 'reopen', reason: 'r' }))).toBe(
      'not-fitting-state',
    );
    await room.w.event(room.w.ann, ticket.id, 'APPROVE', { amount: 5 });
    const says = (body: string, now: number) =>
      room.w.act(room.w.ann, ticket.id, { type: 'message', from: 'customer', body, internal: false }, now, {
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
    const { ticket } = await room.w.open();
    const { ticket: gone } = await room.w.act(room.w.sue, ticket.id, {
      type: 'cancel',
      reason: 'Test order',
    });
    expect(gone).toMatchObject({ status: 'cancelled', outcome: 'cancelled', resolvedAt: null });
    for (const table of ['waiting', 'leases', 'timers'])
      expect(await rows(`select 1 from ${table} where ticket_id = $1`, ticket.id)).toEqual([]);
    expect(await slugOf(room.w.event(room.w.ann, ticket.id, 'APPROVE', { amount: 5 }))).toBe(
      'not-fitting-state',
    );
  });
});
