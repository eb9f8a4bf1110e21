import type { Command, PairCommand, Ticket } from '../../../../src/tickets/model/model.js';
import { actorOf, HELD, HOLDER, PEOPLE, START, type Kind, type Who } from './rights-people.js';

/** What a person hears: `ok`, or the slug of the problem. */
export type Answer = string;
const NOT_YOURS: readonly Who[] = [
  'wrong tier',
  'wrong skill',
  'wrong team',
  'lead of another team',
  'admin without a team',
  'manager',
  'an agent of whom nothing is known',
];
const OF_THE_TEAM: readonly Who[] = [
  'own lane',
  'wrong tier',
  'wrong skill',
  'holder',
  'not the holder',
  'lead',
  'lead over a holder',
  'admin of the team',
];
export const LEADS: readonly Who[] = ['lead', 'lead over a holder', 'admin of the team'];

/** An act in a step: whoever serves its lane and is not kept from it by a colleague, and leads of its team. */
const inStep = (who: Who, kind: Kind): Answer => {
  if (NOT_YOURS.includes(who)) return 'not-yours';
  return who === 'not the holder' && kind === 'human' ? 'held-by-other' : 'ok';
};
export const onTicket =
  (allowed: readonly Who[]) =>
  (who: Who): Answer =>
    allowed.includes(who) ? 'ok' : 'not-yours';
const everybody = (): Answer => 'ok';
const onlyHuman = (answer: (who: Who, kind: Kind) => Answer, otherwise: Answer) => (who: Who, kind: Kind) =>
  kind === 'human' ? answer(who, kind) : otherwise;

interface Act {
  /** Made by a person; `system`: clocks and automations only, which have no rights to ask about. */
  by: 'person' | 'system';
  /** In which state the ticket is. */
  on?: 'open' | 'resolved';
  command: (who: Who, ticket: Ticket) => Command;
  expected: (who: Who, kind: Kind) => Answer;
}

/** One entry per command of the door: a new command without its row does not compile. */
export const ACTS: Record<Command['type'], readonly Act[]> = {
  event: [
    { by: 'person', command: () => ({ type: 'event', event: 'GO' }), expected: inStep },
    { by: 'person', command: () => ({ type: 'event', event: 'STAY' }), expected: inStep },
    { by: 'person', command: () => ({ type: 'event', event: 'GO', step: 'step' }), expected: inStep },
    {
      by: 'person',
      command: () => ({ type: 'event', event: 'SKIP', data: { reason: 'known' } }),
      expected: inStep,
    },
    {
      by: 'person',
      command: () => ({ type: 'event', event: 'ESCALATE', data: { reason: 'hard' } }),
      expected: onlyHuman(inStep, 'not-accepted'),
    },
    {
      by: 'person',
      command: () => ({ type: 'event', event: 'ESCALATE', data: { reason: 'mine', to: { tier: 1 } } }),
      expected: onlyHuman(
        (who, kind) => (inStep(who, kind) === 'ok' ? 'not-an-escalation' : inStep(who, kind)),
        'not-accepted',
      ),
    },
    // What a customer says comes as a message, whoever sends it.
    {
      by: 'person',
      command: () => ({ type: 'event', event: 'CUSTOMER_MESSAGE', data: { body: 'yes' } }),
      expected: () => 'not-accepted',
    },
  ],
  message: [
    {
      by: 'person',
      command: () => ({ type: 'message', from: 'agent', body: 'Hello', internal: false }),
      expected: inStep,
    },
    {
      by: 'person',
      command: () => ({ type: 'message', from: 'agent', body: 'Note', internal: true }),
      expected: everybody,
    },
    {
      by: 'person',
      on: 'resolved',
      command: () => ({ type: 'message', from: 'agent', body: 'Hello', internal: false }),
      expected: onTicket(OF_THE_TEAM),
    },
    // Whoever hears the customer passes it on; that they did is recorded.
    {
      by: 'person',
      command: (who) => ({
        type: 'message',
        from: 'customer',
        body: 'It is blue',
        internal: false,
        recordedBy: actorOf(who),
      }),
      expected: everybody,
    },
  ],
  claim: [
    {
      by: 'person',
      command: () => ({ type: 'claim', visitNo: 1, userId: 'x', leaseMs: 1 }),
      expected: onlyHuman((who, kind) => {
        if (who === 'holder' || who === 'lead over a holder') return 'not-waiting';
        return inStep(who, kind);
      }, 'not-waiting'),
    },
    {
      by: 'person',
      command: () => ({ type: 'claim', visitNo: 1, userId: 'x', leaseMs: 1, reason: 'went home' }),
      expected: onlyHuman(
        (who, kind) => (who === 'holder' ? 'not-waiting' : inStep(who, kind)),
        'not-waiting',
      ),
    },
  ],
  release: [
    {
      by: 'person',
      command: () => ({ type: 'release', userId: 'x', reason: 'break' }),
      expected: onlyHuman((who) => (who === 'holder' ? 'ok' : 'nothing-held'), 'nothing-held'),
    },
  ],
  escalate: [
    {
      by: 'person',
      command: () => ({ type: 'escalate', reason: 'hard' }),
      expected: onlyHuman(inStep, 'not-accepted'),
    },
    {
      by: 'person',
      command: () => ({ type: 'escalate', reason: 'mine', to: { tier: 1 } }),
      expected: onlyHuman(
        (who, kind) => (inStep(who, kind) === 'ok' ? 'not-an-escalation' : inStep(who, kind)),
        'not-accepted',
      ),
    },
    {
      by: 'person',
      command: () => ({ type: 'escalate', reason: 'theirs', to: { team: 'shop', tier: 2 } }),
      expected: onlyHuman(
        (who, kind) => (inStep(who, kind) === 'ok' ? 'not-an-escalation' : inStep(who, kind)),
        'not-accepted',
      ),
    },
    {
      by: 'person',
      command: () => ({ type: 'escalate', reason: 'theirs', to: { team: 'lab' } }),
      expected: onlyHuman(inStep, 'not-accepted'),
    },
  ],
  'hand-back': [
    {
      by: 'person',
      command: () => ({ type: 'hand-back', reason: 'you know it', knower: null, leaseMs: 1 }),
      expected: onlyHuman(inStep, 'not-in-step'),
    },
  ],
  transfer: [
    {
      by: 'person',
      command: () => ({ type: 'transfer', to: { team: 'lab' }, reason: 'theirs', leaseMs: 1 }),
      expected: onlyHuman((who, kind) => {
        const answer = inStep(who, kind);
        if (answer !== 'ok') return answer;
        return who === 'holder' || LEADS.includes(who) ? 'ok' : 'nothing-held';
      }, 'not-in-step'),
    },
    {
      by: 'person',
      command: () => ({
        type: 'transfer',
        to: { person: PEOPLE['wrong tier'] },
        reason: 'take this',
        leaseMs: 1,
      }),
      expected: onlyHuman((who, kind) => {
        const answer = inStep(who, kind);
        if (answer !== 'ok') return answer;
        return who === 'holder' || LEADS.includes(who) ? 'unknown-reference' : 'nothing-held';
      }, 'not-in-step'),
    },
  ],
  'set-priority': [
    {
      by: 'person',
      command: () => ({ type: 'set-priority', priority: 'urgent' }),
      expected: onTicket([...LEADS, 'manager']),
    },
  ],
  reopen: [
    {
      by: 'person',
      on: 'resolved',
      command: () => ({ type: 'reopen', reason: 'again' }),
      expected: onTicket(OF_THE_TEAM),
    },
  ],
  cancel: [{ by: 'person', command: () => ({ type: 'cancel', reason: 'void' }), expected: onTicket(LEADS) }],
  timer: [
    {
      by: 'system',
      command: (_, ticket) => {
        const [[id, timer] = ['', { seq: 0 }]] = Object.entries(ticket.state.timers);
        return { type: 'timer', id, seq: timer.seq };
      },
      expected: everybody,
    },
  ],
  'call-done': [
    {
      by: 'system',
      command: () => ({ type: 'call-done', id: 'call', seq: 1, output: {}, effect: { outboxId: '1' } }),
      expected: (_, kind) => (kind === 'automatic' ? 'ok' : 'obsolete'),
    },
  ],
  'call-failed': [
    {
      by: 'system',
      command: () => ({
        type: 'call-failed',
        id: 'call',
        seq: 1,
        error: { code: 'timeout', message: 'x' },
        effect: { outboxId: '1' },
      }),
      expected: (_, kind) => (kind === 'automatic' ? 'ok' : 'obsolete'),
    },
  ],
  'lease-expired': [
    {
      by: 'system',
      command: () => ({ type: 'lease-expired', visitNo: 1, userId: HOLDER, since: START }),
      expected: onlyHuman((who) => (HELD.includes(who) ? 'ok' : 'obsolete'), 'obsolete'),
    },
  ],
  revoke: [
    {
      by: 'system',
      command: () => ({ type: 'revoke', visitNo: 1, userId: HOLDER, heldSince: START }),
      expected: onlyHuman((who) => (HELD.includes(who) ? 'ok' : 'obsolete'), 'obsolete'),
    },
  ],
};

export const PAIR_ACTS: Record<PairCommand['type'], (who: Who) => Answer> = {
  merge: onTicket(LEADS),
  'undo-merge': onTicket(LEADS),
};
