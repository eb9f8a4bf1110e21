import { describe, expect, it } from '@jest/globals';
import { leaseChanges, waitingChanges } from '../../../../src/tickets/decide/change.js';
import { countFrom } from '../../../../src/tickets/decide/real-clock.js';
import { smallSop } from '../../../support/small-sop.js';
import { START } from '../../../support/test-clock.js';
import { ANN, BEN, CLOCK, CUSTOMER, HOUR, LAB, LEASE_MS, MINUTE, SmallCase, SUE } from './small-case.js';

const factsOf = ({ last }: SmallCase): string[] => last?.facts.map(({ type }) => type) ?? [];

describe('taking a step', () => {
  it('is for those who serve its lane, once, and gives them a lease', () => {
    const one = new SmallCase();
    expect(one.refuses(() => one.takes(LAB))).toBe('not-yours');
    one.takes(ANN);
    expect(one.ticket).toMatchObject({ assignee: 'ann', openVisits: [{ holder: 'ann', agents: ['ann'] }] });
    expect(one.last).toMatchObject({ leaseMs: LEASE_MS, history: { type: 'claimed' } });
    expect(factsOf(one)).toEqual([]);
    expect(one.refuses(() => one.takes(ANN))).toBe('not-waiting');
    expect(one.refuses(() => one.takes(BEN, 1, 'mine'))).toBe('held-by-other');
  });

  it('from a colleague is for a lead with a reason, counts as a transfer, and is recorded', () => {
    const one = new SmallCase().takes(ANN);
    expect(one.refuses(() => one.takes(SUE))).toBe('not-waiting');
    one.takes(SUE, 1, 'ann went home');
    expect(one.ticket).toMatchObject({
      assignee: 'sue',
      transfers: 1,
      handovers: 1,
      handlers: ['ann', 'sue'],
    });
    expect(one.last?.history).toMatchObject({ type: 'taken-over', data: { fromTeam: 'desk' } });
    expect(factsOf(one)).toEqual(['take-over']);
    expect(leaseChanges({ ...one.ticket, openVisits: [] }, one.ticket).put).toHaveLength(1);
  });

  it('changes whose lease it is', () => {
    const one = new SmallCase().takes(ANN);
    const before = one.ticket;
    one.takes(SUE, 1, 'x');
    expect(leaseChanges(before, one.ticket)).toEqual({ put: [{ visitNo: 1, userId: 'sue' }], gone: [] });
    expect(leaseChanges(one.ticket, { ...one.ticket, status: 'cancelled' }).gone).toEqual([1]);
  });

  it('is refused to who may not decide there', () => {
    const one = new SmallCase().takes(SUE).sends(SUE, 'REQUEST');
    expect(one.refuses(() => one.takes(SUE))).toBe('not-yours');
    expect(one.refuses(() => one.takes(ANN))).toBe('not-yours');
  });

  it('ends with its own lease and its own hold, never with an earlier one', () => {
    const one = new SmallCase().takes(ANN);
    const since = one.now;
    const expired = { type: 'lease-expired', visitNo: 1, userId: 'ann', since } as const;
    one.does(ANN, { type: 'release', userId: 'ann', reason: 'lunch' }).takes(ANN);
    expect(one.refuses(() => one.does(CLOCK, expired))).toBe('obsolete');
    const revoked = { type: 'revoke', visitNo: 1, userId: 'ann', heldSince: since } as const;
    expect(one.refuses(() => one.does(CLOCK, revoked))).toBe('obsolete');
    one.does(CLOCK, { ...expired, since: since + 2 * MINUTE });
    expect(one.ticket).toMatchObject({ assignee: null, openVisits: [{ holder: null, running: 'queue' }] });
  });
});

describe('who goes on with the next step', () => {
  const goOn = (one: SmallCase, event: string) =>
    one
      .does(SUE, { type: 'event', event }, MINUTE, SUE)
      .ticket.openVisits.map(({ step, holder }) => [step, holder]);

  it('is who acted, where they serve', () => {
    const one = new SmallCase().takes(SUE);
    expect(goOn(one, 'SPLIT')).toEqual([
      ['both.left.work', 'sue'],
      ['both.right.work', 'sue'],
    ]);
    const two = new SmallCase().takes(ANN).does(ANN, { type: 'event', event: 'SPLIT' }, MINUTE, ANN);
    expect(two.ticket.openVisits.map(({ holder }) => holder)).toEqual(['ann', null]);
  });

  it('is nobody where four eyes are asked', () => {
    expect(goOn(new SmallCase().takes(SUE), 'REQUEST')).toEqual([['approval', null]]);
  });

  it('a ticket is with whoever holds one of its parallel steps, also when the first is free', () => {
    const one = new SmallCase().takes(ANN).sends(ANN, 'SPLIT');
    const right = one.ticket.openVisits[1]?.no ?? 0;
    one.takes(LAB, right);
    expect(one.ticket.openVisits.map(({ holder }) => holder)).toEqual([null, 'lab']);
    expect(one.ticket.assignee).toBe('lab');
  });
});

describe('time', () => {
  it('marks a step that was left after its target, and no other', () => {
    const late = new SmallCase().takes(ANN);
    late.does(ANN, { type: 'event', event: 'ASK' }, 5 * HOUR);
    expect(late.last?.closed.map(({ slaBreached }) => slaBreached)).toEqual([true]);
    // At the very moment it is in time still.
    const one = new SmallCase();
    one.does(ANN, { type: 'event', event: 'ASK' }, 4 * HOUR);
    expect(one.last?.closed.map(({ slaBreached }) => slaBreached)).toEqual([false]);
  });

  it('charges nothing when a clock went back, and nothing twice', () => {
    const one = new SmallCase().takes(ANN, 1).does(ANN, { type: 'event', event: 'NOTE' }, -HOUR);
    one.does(ANN, { type: 'event', event: 'ASK' }, 2 * HOUR);
    const [closed] = one.last?.closed ?? [];
    expect(Object.values(closed?.parts ?? {}).every((ms) => ms >= 0)).toBe(true);
    expect(closed?.parts).toMatchObject({ queue: MINUTE, touch: HOUR });
  });

  it('of a ticket that is ahead counts no lease and no timer twice', () => {
    const { last } = new SmallCase().takes(ANN).sends(ANN, 'ASK');
    if (last === null) throw new Error('nothing happened');
    const back = countFrom({ ...last, leaseMs: LEASE_MS }, last.history.at - MINUTE);
    expect(back.leaseMs).toBe(LEASE_MS - MINUTE);
    expect(back.timersSet.map(({ dueAt }) => dueAt)).toEqual(
      last.timersSet.map(({ dueAt }) => dueAt - MINUTE),
    );
    expect(countFrom(last, last.history.at + MINUTE)).toBe(last);
  });

  it('in which nobody is on shift is no waiting in the queue', () => {
    const one = new SmallCase();
    one.calendar = { add: (from, ms) => from + ms, between: (a, b) => (b - a) / 4 };
    one.does(ANN, { type: 'event', event: 'ASK' }, 4 * MINUTE);
    expect(one.last?.closed[0]?.parts).toMatchObject({ queue: MINUTE, offShift: 3 * MINUTE });
  });

  it('of a waiting step moves with the priority, and its place in the line with it', () => {
    const one = new SmallCase();
    const before = one.ticket;
    one.does(SUE, { type: 'set-priority', priority: 'urgent' });
    expect(one.ticket.openVisits[0]?.dueAt).toBe(START);
    expect(waitingChanges(before, one.ticket)).toMatchObject({
      put: [{ visitNo: 1, dueAt: START }],
      gone: [],
    });
    expect(waitingChanges(one.ticket, one.ticket)).toEqual({ put: [], gone: [] });
  });

  it('stands still while everybody waits for the customer, and is left as it was when they answer', () => {
    const one = new SmallCase();
    const { resolveDueAt } = one.ticket.sla;
    one.sends(ANN, 'ASK');
    expect(one.ticket.sla.pausedAt).toBe(one.now);
    one.does(
      CUSTOMER,
      { type: 'message', from: 'customer', body: 'It is the blue one', internal: false },
      HOUR,
    );
    expect(one.ticket.sla).toMatchObject({
      pausedAt: null,
      pausedMs: HOUR,
      resolveDueAt: resolveDueAt + HOUR,
    });
  });
});

describe('skills', () => {
  it('that the ticket asks for are asked for in each step that names none, and in one that does its own', () => {
    const sop = smallSop();
    const approval = sop.states['approval'];
    const skilled = {
      ...sop,
      meta: { ...sop.meta, skills: ['returns'] },
      states: { ...sop.states, approval: { ...approval, meta: { ...approval?.meta, skills: ['money'] } } },
    } as ReturnType<typeof smallSop>;
    const one = new SmallCase('1', skilled);
    expect(one.ticket.openVisits[0]?.skills).toEqual(['returns']);
    expect(one.refuses(() => one.takes(ANN))).toBe('not-yours');
    const skilledAnn = { ...ANN, skills: ['returns'] };
    one.takes(skilledAnn).sends(skilledAnn, 'REQUEST');
    expect(one.ticket.openVisits[0]?.skills).toEqual(['money']);
  });
});
