import { describe, expect, it } from '@jest/globals';
import { compileSop } from '../../../../src/engine/index.js';
import type { Actor, StateDef } from '../../../../src/engine/common/model.js';
import { blankTicket } from '../../../../src/tickets/decide/blank-ticket.js';
import type { Change } from '../../../../src/tickets/decide/change.js';
import { decide, decideOpen } from '../../../../src/tickets/decide/decide.js';
import type { Surroundings } from '../../../../src/tickets/decide/surroundings.js';
import type { Command, Reach, Ticket } from '../../../../src/tickets/model/model.js';
import { end, makeSop, step } from '../../engine/sample-sops.js';

const START = Date.UTC(2026, 10, 16, 9);
const LEAD: Reach = {
  ...{ userId: 'lena', skills: [], isManager: false, leaseMs: 1 },
  teams: ['after-sales', 'lab', 'shop'].map((team) => ({ team, tier: 3 })),
  leads: ['after-sales', 'lab', 'shop'],
};
const AGENT: Actor = { kind: 'agent', id: LEAD.userId, roles: ['lead'] };
const TIMER: Actor = { kind: 'system', id: 'timer' };
const WORKER: Actor = { kind: 'system', id: 'http' };

const call: StateDef['invoke'] = {
  ...{ id: 'look', src: 'http', onDone: 'second', onError: 'done' },
  input: { connection: 'shop', method: 'GET', path: '"/x"', answer: { type: 'object' } },
};
const region = (target: string): StateDef => ({
  initial: 'work',
  states: {
    work: step('human', { on: { UP: target, ON: 'more' } }),
    more: step('human', {}, { tier: 2 }),
    end: { type: 'final' },
  },
});
const seconds = { second: step('human', { on: { BACK: 'first', ASK: 'asking', ON: 'again' } }, { tier: 2 }) };

/** Begins in `first`, at tier 1 of `after-sales`; the lab is a team of specialists, the shop is not. */
const SOP = compileSop(
  makeSop({
    first: step('human', {
      on: {
        UP: 'second',
        LOOK: 'looking',
        JUDGE: 'judging',
        APPROVE: 'approval',
        LAB: 'lab',
        SHOP: 'shop',
        FORK: 'fork',
        ROUTE: { actions: { type: 'route', params: { tier: 2 } } },
      },
      after: { PT1H: 'second' },
    }),
    ...seconds,
    again: step('human', { on: { DONE: 'done' } }, { tier: 2 }),
    asking: step('waits-for-customer', { on: { CUSTOMER_MESSAGE: 'second' } }),
    looking: step('automatic', { invoke: call }),
    judging: {
      always: [
        {
          target: 'second',
          guard: { type: 'cel', params: { expr: 'context.n == 0', why: { en: 'x', 'zh-CN': 'x' } } },
        },
        { target: 'first' },
      ],
    },
    approval: step('human', { on: { BACK: 'first' } }, { tier: 3, approval: true }),
    lab: step('human', { on: { BACK: 'first' } }, { team: 'lab' }),
    shop: step('human', { on: { BACK: 'first' } }, { team: 'shop' }),
    fork: {
      type: 'parallel',
      onDone: 'done',
      states: { left: region('#sample.second'), right: region('#sample.second') },
    },
    done: end('done'),
  }),
  1,
);

/** A ticket of it, and what is done to it one after the other. */
class Case {
  private now = START;
  ticket: Ticket;
  last: Change | null = null;
  constructor() {
    const customer: Actor = { kind: 'customer', id: 'c' };
    const around = this.around(customer);
    const opening = { sop: 'sample', subject: 'x', customer: { id: 'c' }, data: {} };
    const blank = blankTicket('1', opening, around);
    this.ticket = decideOpen(blank, { data: {}, body: null, setsPriority: false }, around).ticket;
  }

  does(command: Command, actor: Actor = AGENT): this {
    this.last = decide(this.ticket, command, this.around(actor));
    this.ticket = this.last.ticket;
    return this;
  }

  sends(event: string, at?: string): this {
    return this.does({ type: 'event', event, ...(at === undefined ? {} : { step: at }) });
  }

  /** By whom, out of which step and place, and how many the ticket and its stays say there were. */
  get said() {
    const { escalation, facts } = this.last?.history ?? {};
    const stays = [...(this.last?.closed ?? []), ...this.ticket.openVisits];
    return {
      by: escalation?.by ?? null,
      out: escalation ? `${escalation.step ?? ''} ${escalation.fromTeam} ${escalation.fromTier}` : null,
      to: escalation ? `${escalation.toTeam} ${escalation.toTier}` : null,
      marked: stays.filter(({ escalated }) => escalated).map(({ step: at }) => at),
      count: this.ticket.escalations,
      approvals: facts?.filter((fact) => fact.type === 'went-up' && fact.approval).length,
    };
  }

  private around(actor: Actor): Surroundings {
    this.now += 60_000;
    return {
      ...{ sop: SOP, now: this.now, clock: this.now, actor, goesOn: null },
      calendarOf: () => ({ add: (from, ms) => from + ms, between: (a, b) => b - a }),
      isSpecialist: (team) => team === 'lab',
      tiersOf: () => 3,
      skillTitle: (skill) => ({ en: skill, 'zh-CN': skill }),
      reach: actor.kind === 'agent' ? LEAD : null,
    };
  }
}

const FIRST = { out: 'first after-sales 1', marked: ['first'], count: 1, approvals: 0 };
const NONE = { by: null, out: null, to: null, marked: [], count: 0, approvals: 0 };
const SECOND = 'after-sales 2';
const one = () => new Case();

describe('a way of an SOP to a higher tier or to specialists', () => {
  it.each([
    ['an event of an agent', () => one().sends('UP'), { by: 'agent', to: SECOND }],
    ['what decides by itself after it', () => one().sends('JUDGE'), { by: 'agent', to: SECOND }],
    ['a clock', () => one().does(timer(), TIMER), { by: 'clock', to: SECOND }],
    ['a team of specialists', () => one().sends('LAB'), { by: 'agent', to: 'lab 1' }],
    ['an action that routes', () => one().sends('ROUTE'), { by: 'agent', to: SECOND }],
    [
      'the usual escalation',
      () => one().does({ type: 'escalate', reason: 'hard' }),
      { by: 'agent', to: SECOND },
    ],
    ['a transfer to specialists', () => one().does(transferTo('lab')), { by: 'agent', to: 'lab 1' }],
  ])('is an escalation out of the step that it leaves: %s', (_, walk, said) => {
    expect(walk().said).toEqual({ ...FIRST, ...said });
  });

  it('is one by a rule where the answer of another system leads there, and belongs to that step', () => {
    const { said } = one().sends('LOOK').does(done(), WORKER);
    expect(said).toEqual({
      ...FIRST,
      by: 'rule',
      out: 'looking after-sales 1',
      to: SECOND,
      marked: ['looking'],
    });
  });

  it('is none into an approval, which is noted beside', () => {
    const asked = one().sends('APPROVE');
    expect(asked.said).toEqual({ ...NONE, approvals: 1 });
    expect(asked.sends('BACK').said).toEqual(NONE);
  });

  it.each([
    ['to a team of the same tier that is none of specialists', () => one().sends('SHOP')],
    ['a transfer there', () => one().does(transferTo('shop'))],
    ['to a person', () => one().does({ type: 'claim', visitNo: 1, userId: LEAD.userId, leaseMs: 1 })],
    ['into several steps at the same tier', () => one().sends('FORK')],
  ])('is none: %s', (_, walk) => {
    expect(walk().said).toEqual(NONE);
  });

  it('is counted once, also when it goes on at that tier, asks the customer there, or goes back', () => {
    const up = { ...NONE, count: 1 };
    expect(one().sends('UP').sends('ON').said).toEqual(up);
    expect(one().sends('UP').sends('BACK').said).toEqual(up);
    const asked = one().sends('UP').sends('ASK');
    expect(asked.said).toEqual(up);
    const message = { type: 'message', from: 'customer', body: 'Here it is.', internal: false } as const;
    expect(asked.does(message, { kind: 'customer', id: 'c' }).said).toEqual(up);
  });

  it('is charged in parallel steps to the one in which it was raised, and to no other', () => {
    const up = { by: 'agent', to: SECOND, count: 1, approvals: 0 };
    expect(one().sends('FORK').sends('UP', 'fork.right.work').said).toEqual({
      ...up,
      ...{ out: 'fork.right.work after-sales 1', marked: ['fork.right.work'] },
    });
    expect(one().sends('FORK').sends('ON', 'fork.left.work').said).toEqual({
      ...up,
      ...{ out: 'fork.left.work after-sales 1', marked: ['fork.left.work'] },
    });
  });

  it('is handed back, and a transfer back to the specialists it came from is a transfer', () => {
    const handBack = { type: 'hand-back', reason: 'known', knower: null, leaseMs: 1 } as const;
    const escalated = one().does({ type: 'escalate', reason: 'hard' });
    const back = escalated.does(handBack);
    expect(back.said).toMatchObject({ by: null, count: 1 });
    expect(back.last?.history).toMatchObject({ type: 'handed-back', data: { fromTeam: 'after-sales' } });
    const again = one().does(transferTo('lab')).does(transferTo('shop')).does(transferTo('lab'));
    expect([again.ticket.escalations, again.ticket.transfers]).toEqual([1, 2]);
  });
});

const timer = (): Command => ({ type: 'timer', id: 'xstate.after.PT1H.sample.first', seq: 1 });
const done = (): Command => ({
  type: 'call-done',
  id: 'look',
  seq: 2,
  output: {},
  effect: { outboxId: '1' },
});
const transferTo = (team: string): Command => ({
  type: 'transfer',
  to: { team },
  reason: 'theirs',
  leaseMs: 1,
});
