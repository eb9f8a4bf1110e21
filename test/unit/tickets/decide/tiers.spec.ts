import { describe, expect, it } from '@jest/globals';
import { compileSop } from '../../../../src/engine/index.js';
import type { Actor, SopMeta } from '../../../../src/engine/common/model.js';
import { blankTicket } from '../../../../src/tickets/decide/blank-ticket.js';
import { decide, decideOpen } from '../../../../src/tickets/decide/decide.js';
import type { Surroundings } from '../../../../src/tickets/decide/surroundings.js';
import type { Command, Reach, Ticket } from '../../../../src/tickets/model/model.js';
import type { Problem } from '../../../../src/problems/problem.js';
import { end, makeSop, step } from '../../engine/sample-sops.js';

const START = Date.UTC(2026, 10, 16, 9);
const TEAMS = ['after-sales', 'lab', 'shop'];
const LEAD: Reach = {
  ...{ userId: 'lena', skills: [], isManager: false, leaseMs: 1 },
  teams: TEAMS.map((team) => ({ team, tier: 9 })),
  leads: TEAMS,
};
const AGENT: Actor = { kind: 'agent', id: LEAD.userId, roles: ['lead'] };
const TIMER: Actor = { kind: 'system', id: 'timer' };

const sopAt = (tier: number) =>
  compileSop(
    makeSop(
      {
        first: step('human', {
          on: {
            UP: 'high',
            ROUTE: { actions: { type: 'route', params: { tier: 5 } } },
            ROUTE_LAB: { actions: { type: 'route', params: { team: 'lab', tier: 5 } } },
            RAISE: { actions: { type: 'escalate', params: { to: { tier: 5 } } } },
            RAISE_LAB: { actions: { type: 'escalate', params: { to: { team: 'lab', tier: 5 } } } },
          },
          after: { PT1H: { actions: { type: 'escalate', params: {} } } },
        }),
        high: step('human', { on: { DONE: 'done' } }, { tier: 5 }),
        done: end('done'),
      },
      { meta: { title: { en: 'x', 'zh-CN': 'x' }, team: 'after-sales', tier } as SopMeta },
    ),
    1,
  );

/** A ticket that begins at this tier of `after-sales`, and what is done to it where teams have so many tiers. */
class Case {
  ticket: Ticket;
  private readonly sop;
  constructor(
    private readonly tiers: Record<string, number>,
    begins = 1,
  ) {
    this.sop = sopAt(begins);
    const around = this.around({ kind: 'customer', id: 'c' });
    const blank = blankTicket('1', { sop: 'sample', subject: 'x', customer: { id: 'c' }, data: {} }, around);
    this.ticket = decideOpen(blank, { data: {}, body: null, setsPriority: false }, around).ticket;
  }

  does(command: Command, actor: Actor = AGENT): this {
    this.ticket = decide(this.ticket, command, this.around(actor)).ticket;
    return this;
  }

  sends(event: string): this {
    return this.does({ type: 'event', event });
  }

  /** An hour passes in the first step. */
  waits(): this {
    const [id = '', { seq } = { seq: 0 }] = Object.entries(this.ticket.state.timers)[0] ?? [];
    return this.does({ type: 'timer', id, seq }, TIMER);
  }

  get at(): string {
    return `${this.ticket.team} ${this.ticket.tier}, ${this.ticket.openVisits.map((v) => `${v.team} ${v.tier}`).join()}`;
  }

  private around(actor: Actor): Surroundings {
    const now = START + (this.ticket?.version ?? 0) * 60_000;
    return {
      ...{ sop: this.sop, now, clock: now, actor, goesOn: null },
      calendarOf: () => ({ add: (from, ms) => from + ms, between: (a, b) => b - a }),
      isSpecialist: (team) => team === 'lab',
      tiersOf: (team) => this.tiers[team] ?? 3,
      skillTitle: (skill) => ({ en: skill, 'zh-CN': skill }),
      reach: actor.kind === 'agent' ? LEAD : null,
    };
  }
}

const escalate = (to?: { team?: string; tier?: number }): Command => ({
  type: 'escalate',
  reason: 'hard',
  to,
});
const transfer = (team: string): Command => ({
  type: 'transfer',
  to: { team },
  reason: 'theirs',
  leaseMs: 1,
});
const problemOf = (act: () => unknown): Pick<Problem, 'slug' | 'errors'> => {
  try {
    act();
  } catch (error) {
    return error as Problem;
  }
  throw new Error('It was not refused.');
};
const two = (begins?: number) => new Case({ 'after-sales': 2, lab: 1 }, begins);
const five = (begins?: number) => new Case({ 'after-sales': 5, lab: 4 }, begins);

describe('the tiers of a team', () => {
  it.each([
    ['one by one, up to its own highest', () => five(3).does(escalate()).does(escalate()), 5],
    ['to one that is named', () => five().does(escalate({ tier: 4 })), 4],
    ['by a clock', () => five(4).waits(), 5],
    ['by an action of the SOP', () => five().sends('RAISE'), 5],
    ['by a step of the SOP', () => five().sends('UP'), 5],
    ['by a route of the SOP', () => five().sends('ROUTE'), 5],
    ['from the beginning', () => five(5), 5],
  ])('are as many as it has, and reached: %s', (_, walk, tier) => {
    expect(walk().at.split(', ')[1]).toBe(`after-sales ${tier}`);
  });

  it.each([
    ['a beginning', () => two(5), 'after-sales 2, after-sales 2'],
    ['an escalation of the SOP', () => two().sends('RAISE'), 'after-sales 2, after-sales 2'],
    ['a route', () => two().sends('ROUTE'), 'after-sales 2, after-sales 2'],
    ['a route to another team', () => two().sends('ROUTE_LAB'), 'lab 1, lab 1'],
    ['a clock at the top', () => two(2).waits(), 'after-sales 2, after-sales 2'],
    ['a transfer', () => two(2).does(transfer('lab')), 'lab 1, lab 1'],
    ['an escalation to specialists with fewer', () => two(2).does(escalate({ team: 'lab' })), 'lab 1, lab 1'],
    ['the same by the SOP', () => two(2).sends('RAISE_LAB'), 'lab 1, lab 1'],
  ])('end at its highest, where somebody can take it: %s', (_, walk, at) => {
    expect(walk().at).toBe(at);
  });

  it('end at its highest for the step that an SOP puts higher', () => {
    expect(two().sends('UP').ticket.openVisits).toMatchObject([
      { step: 'high', team: 'after-sales', tier: 2 },
    ]);
  });

  it('end at its highest for what is handed back after it got fewer', () => {
    const tiers = { 'after-sales': 5, lab: 4 };
    const moved = new Case(tiers, 4).does(transfer('lab'));
    tiers['after-sales'] = 2;
    const back = moved.does({ type: 'hand-back', reason: 'known', knower: null, leaseMs: 1 });
    expect(back.at).toBe('after-sales 2, after-sales 2');
  });

  it('count an escalation to specialists with fewer as one', () => {
    expect(two(2).does(escalate({ team: 'lab' })).ticket.escalations).toBe(1);
  });

  it('leave nobody above the highest', () => {
    expect(problemOf(() => two(2).does(escalate())).slug).toBe('at-the-top');
    expect(problemOf(() => five(5).does(escalate())).slug).toBe('at-the-top');
  });

  it.each([
    ['a command', (tier: number, team?: string) => escalate({ tier, team }), '/to/tier'],
    [
      'an event',
      (tier: number, team?: string): Command => ({
        type: 'event',
        event: 'ESCALATE',
        data: { reason: 'hard', to: { tier, ...(team !== undefined && { team }) } },
      }),
      '/data/to/tier',
    ],
  ])('are all that a person can ask for by %s', (_, command, pointer) => {
    const refused = problemOf(() => two().does(command(3)));
    expect([refused.slug, refused.errors.map((error) => error.pointer)]).toEqual([
      'unknown-reference',
      [pointer],
    ]);
    expect(refused.errors[0]?.message).toEqual({
      en: 'There is no tier 3: team after-sales has 2.',
      'zh-CN': '没有第 3 级：团队 after-sales 共 2 级。',
    });
    expect(problemOf(() => two().does(command(2, 'lab'))).errors.map((error) => error.pointer)).toEqual([
      pointer,
    ]);
    expect(two().does(command(2)).at).toBe('after-sales 2, after-sales 2');
  });

  it('go up from where the work lies, also in a step of another team', () => {
    const moved = new Case({ 'after-sales': 4 }).does(escalate()).does(escalate());
    expect(moved.at).toBe('after-sales 3, after-sales 3');
  });
});
