import { describe, expect, it } from '@jest/globals';
import { decidePair } from '../../../../src/tickets/decide/decide-pair.js';
import type { Command, Reach } from '../../../../src/tickets/model/model.js';
import { smallSop } from '../../../support/small-sop.js';
import { ANN, BEN, CUSTOMER, HOUR, LAB, LEASE_MS, MAX, SmallCase, SUE } from './small-case.js';

const transfer = (to: { team: string } | { person: Reach }): Command => ({
  ...{ type: 'transfer', to, reason: 'x', leaseMs: LEASE_MS },
});
const handBack = (knower: Reach | null): Command => ({
  ...{ type: 'hand-back', reason: 'x', knower, leaseMs: LEASE_MS },
});
const says = (body: string) => ({ type: 'message', from: 'customer', body, internal: false }) as const;
const answers = (internal = false): Command => ({ type: 'message', from: 'agent', body: 'Hello', internal });
const resolved = () => new SmallCase().does(ANN, { type: 'event', event: 'APPROVE', data: { amount: 5 } });

describe('a priority', () => {
  const urgent: Command = { type: 'set-priority', priority: 'urgent' };

  it('is set by leads of the team and by managers, while the ticket is open', () => {
    for (const who of [ANN, LAB]) {
      const one = new SmallCase();
      expect(one.refuses(() => one.does(who, urgent))).toBe('not-yours');
    }
    for (const who of [SUE, MAX]) expect(new SmallCase().does(who, urgent).ticket.priority).toBe('urgent');
    const ended = resolved();
    expect(ended.refuses(() => ended.does(SUE, urgent))).toBe('not-fitting-state');
  });
});

describe('the end of a ticket', () => {
  it('before its SOP is for leads, and ends its clocks', () => {
    const one = new SmallCase().sends(ANN, 'ASK');
    const timers = Object.keys(one.ticket.state.timers);
    expect(timers).toHaveLength(2);
    expect(one.refuses(() => one.does(ANN, { type: 'cancel', reason: 'x' }))).toBe('not-yours');
    one.does(SUE, { type: 'cancel', reason: 'void' });
    expect(one.ticket).toMatchObject({ status: 'cancelled', openVisits: [], dueAt: null });
    expect([...(one.last?.timersCancelled ?? [])].sort()).toEqual(timers.sort());
    expect(one.refuses(() => one.does(SUE, { type: 'reopen', reason: 'x' }))).toBe('not-fitting-state');
  });

  it('can be undone by its team, with a new target; the first time is remembered', () => {
    const one = resolved();
    expect(one.refuses(() => one.does(LAB, { type: 'reopen', reason: 'x' }))).toBe('not-yours');
    one.does(ANN, { type: 'reopen', reason: 'not paid' }, HOUR);
    const first = one.now;
    expect(one.ticket).toMatchObject({
      status: 'open',
      reopenings: 1,
      resolvedAt: null,
      firstReopenedAt: first,
    });
    expect(one.ticket.sla.resolveDueAt).toBe(first + 48 * HOUR);
    one.does(ANN, { type: 'event', event: 'APPROVE', data: { amount: 5 } });
    one.does(ANN, { type: 'reopen', reason: 'again' });
    expect(one.ticket).toMatchObject({ reopenings: 2, firstReopenedAt: first });
  });
});

describe('what is said', () => {
  it('by the customer opens a resolved ticket again, but thanks do not', () => {
    expect(resolved().does(CUSTOMER, says('Thank you!')).ticket.status).toBe('resolved');
    const one = resolved().does(CUSTOMER, says('The money is not there'));
    expect(one.ticket).toMatchObject({ status: 'open', reopenings: 1 });
  });

  it('to the customer is the first response once, and a note is none', () => {
    const one = new SmallCase().does(ANN, answers(true));
    expect(one.ticket.repliedAt).toBeNull();
    one.does(ANN, answers());
    const first = one.now;
    one.does(ANN, answers());
    expect(one.ticket.repliedAt).toBe(first);
  });

  it('to the customer is said by who may act in the ticket, notes by anybody who sees it', () => {
    const one = new SmallCase();
    expect(one.refuses(() => one.does(LAB, answers()))).toBe('not-yours');
    one.does(LAB, answers(true));
    expect(one.last?.messages).toMatchObject([{ internal: true }]);
  });
});

describe('moving a step', () => {
  it('is for who holds it, or a lead, and to a person only who may hold it', () => {
    const one = new SmallCase();
    expect(one.refuses(() => one.does(ANN, transfer({ person: BEN })))).toBe('nothing-held');
    one.takes(ANN);
    expect(one.refuses(() => one.does(ANN, transfer({ person: { ...LAB, leads: [] } })))).toBe(
      'unknown-reference',
    );
    expect(one.refuses(() => one.does(ANN, transfer({ person: ANN })))).toBe('unknown-reference');
    one.does(ANN, transfer({ person: BEN }));
    expect(one.ticket).toMatchObject({ assignee: 'ben', transfers: 1, escalations: 0 });
  });

  it('to specialists is an escalation; back from them it is none, and goes to who knew it', () => {
    const one = new SmallCase().takes(ANN).does(ANN, transfer({ team: 'lab' }));
    expect(one.ticket).toMatchObject({ team: 'lab', escalations: 1, transfers: 0, assignee: null });
    expect(one.refuses(() => one.does(ANN, handBack(ANN)))).toBe('not-yours');
    one.does(LAB, handBack(ANN));
    expect(one.ticket).toMatchObject({ team: 'desk', escalations: 1, assignee: 'ann' });
    expect(one.ticket.openVisits[0]?.cameFrom).toBeNull();
    expect(one.refuses(() => one.does(ANN, handBack(ANN)))).toBe('nothing-to-hand-back');
  });

  it('back finds nobody who may not serve there any more, or who did not have it', () => {
    for (const knower of [{ ...ANN, teams: [] }, BEN, null]) {
      const one = new SmallCase()
        .takes(ANN)
        .does(ANN, transfer({ team: 'lab' }))
        .does(LAB, handBack(knower));
      expect(one.ticket).toMatchObject({ team: 'desk', assignee: null });
    }
  });

  it('to where it came from is no escalation, though they are specialists', () => {
    const one = new SmallCase().takes(ANN).does(ANN, transfer({ team: 'lab' }));
    one.does(SUE, transfer({ team: 'desk' })).does(SUE, transfer({ team: 'lab' }));
    expect(one.ticket).toMatchObject({ escalations: 1, transfers: 2 });
  });
});

describe('an act without a step', () => {
  it('is refused where it could be meant in more than one', () => {
    const one = new SmallCase().takes(ANN).sends(ANN, 'SPLIT');
    expect(one.refuses(() => one.does(SUE, transfer({ person: SUE })))).toBe('ambiguous-step');
    one.does(SUE, { ...transfer({ person: SUE }), step: 'both.right.work' } as Command);
    expect(one.ticket.openVisits.map(({ holder }) => holder)).toEqual([null, 'sue']);
  });

  it('that escalates goes no higher than the top', () => {
    const one = new SmallCase().takes(ANN).sends(ANN, 'REQUEST');
    expect(one.refuses(() => one.does(SUE, { type: 'escalate', reason: 'x' }))).toBe('at-the-top');
  });
});

describe('what somebody writes down for the customer', () => {
  it('moves the ticket when they work for a team whose case it is, and is kept all the same', () => {
    const heard = (who: Reach) => {
      const one = new SmallCase().takes(ANN).sends(ANN, 'ASK');
      const recordedBy = { kind: 'agent' as const, id: who.userId };
      one.does(who, { ...says('It is the blue one'), recordedBy });
      return [one.last?.messages.length, one.ticket.state.steps[0]];
    };
    expect(heard(BEN)).toEqual([1, 'triage']);
    expect(heard(LAB)).toEqual([1, 'asking']);
  });
});

describe('merging', () => {
  const merge = (a: SmallCase, b: SmallCase, who = SUE, confirmed = false) =>
    decidePair(a.with(b, who), { type: 'merge', confirmed });
  const pair = () => [new SmallCase('2'), new SmallCase('1')] as const;

  it('is for those who lead both teams', () => {
    const [child, target] = pair();
    expect(child.refuses(() => merge(child, target, ANN))).toBe('not-yours');
    const away = { ...target.ticket, team: 'lab' };
    target.ticket = away;
    const desk = { ...SUE, leads: ['desk'] };
    expect(child.refuses(() => merge(child, target, desk))).toBe('not-yours');
    expect(merge(child, target).child.ticket).toMatchObject({ status: 'merged', mergedInto: '1' });
  });

  it('of another customer, with itself, into an ended one or with a call under way is refused', () => {
    const [child, target] = pair();
    const other = new SmallCase('3', undefined, 'another');
    expect(child.refuses(() => merge(child, other))).toBe('confirm-merge');
    expect(merge(child, other, SUE, true).child.ticket.status).toBe('merged');
    expect(child.refuses(() => merge(child, child))).toBe('merge-refused');
    target.does(SUE, { type: 'cancel', reason: 'x' });
    expect(child.refuses(() => merge(child, target))).toBe('merge-refused');
    child.ticket = { ...child.ticket, state: { ...child.ticket.state, calls: { pay: 1 } } };
    expect(child.refuses(() => merge(child, new SmallCase('4')))).toBe('merge-refused');
  });

  it('is undone as long as the other did not go on, with all clocks where they stood', () => {
    const [child, target] = pair();
    child.sends(ANN, 'ASK');
    const before = child.ticket;
    const merged = merge(child, target);
    child.ticket = merged.child.ticket;
    target.ticket = merged.target.ticket;
    child.now += HOUR;
    const since = child.now - before.updatedAt;
    const undo = () => decidePair(child.with(target, SUE), { type: 'undo-merge' });
    const back = undo().child;
    expect(back.ticket).toMatchObject({ status: 'open', mergedInto: null });
    const due = (timers: Record<string, { dueAt: number }>) =>
      Object.values(timers).map(({ dueAt }) => dueAt);
    expect(due(back.ticket.state.timers)).toEqual(due(before.state.timers).map((at) => at + since));
    expect(back.ticket.sla.resolveDueAt).toBe(before.sla.resolveDueAt + since);
    target.sends(ANN, 'NOTE');
    expect(child.refuses(undo)).toBe('cannot-undo');
    target.does(SUE, { type: 'cancel', reason: 'x' });
    expect(undo().child.ticket.status).toBe('open');
  });
});

describe('one event', () => {
  it('raises one escalation, however many of its actions escalate', () => {
    const sop = smallSop();
    const escalate = (tier: number) => ({ type: 'escalate', params: { to: { tier } } }) as const;
    const triage = sop.states['triage'];
    const on = { ...triage?.on, TWICE: { actions: [escalate(2), escalate(3)] } };
    const twice = { ...sop, states: { ...sop.states, triage: { ...triage, on } } } as typeof sop;
    const one = new SmallCase('1', twice).takes(ANN).sends(ANN, 'TWICE');
    expect(one.ticket.escalations).toBe(1);
    expect(one.last?.history.escalation).toMatchObject({ fromTier: 1, by: 'agent' });
  });
});
