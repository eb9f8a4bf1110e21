import { describe, expect, it } from '@jest/globals';
import type { CompiledSop } from '../../../../src/engine/index.js';
import { Problem } from '../../../../src/problems/problem.js';
import { blankTicket } from '../../../../src/tickets/decide/blank-ticket.js';
import { decide, decideOpen } from '../../../../src/tickets/decide/decide.js';
import { decidePair } from '../../../../src/tickets/decide/decide-pair.js';
import type { Command, Ticket } from '../../../../src/tickets/model/model.js';
import { renderGuide } from '../../../../src/tickets/read/render-guide.js';
import { ACTS, LEADS, onTicket, PAIR_ACTS, type Answer } from './rights-acts.js';
import {
  actorOf,
  around,
  KINDS,
  sopWith,
  SYSTEM,
  ticketIn,
  WHO,
  type Kind,
  type Who,
} from './rights-people.js';

function answerOf(run: () => unknown): Answer {
  try {
    run();
    return 'ok';
  } catch (error) {
    if (error instanceof Problem) return error.slug;
    throw error;
  }
}

function resolved(sop: CompiledSop, ticket: Ticket): Ticket {
  const free = { ...ticket, openVisits: ticket.openVisits.map((v) => ({ ...v, holder: null })) };
  return decide(free, { type: 'event', event: 'GO' }, around(sop, SYSTEM, null)).ticket;
}

interface Cell {
  act: string;
  kind: Kind;
  who: Who;
  expected: Answer;
  answer: Answer;
}

function walk(): Cell[] {
  const cells: Cell[] = [];
  for (const kind of KINDS) {
    const sop = sopWith(kind);
    for (const who of WHO) {
      const actor = actorOf(who);
      for (const [act, rows] of Object.entries(ACTS))
        for (const [n, { by, on, command, expected }] of rows.entries()) {
          const ticket = ticketIn(sop, who);
          const before = on === 'resolved' ? resolved(sop, ticket) : ticket;
          const asking = by === 'person' ? around(sop, actor, who) : around(sop, SYSTEM, null);
          const answer = answerOf(() => decide(before, command(who, before), asking));
          cells.push({ act: `${act} ${n}`, kind, who, expected: expected(who, kind), answer });
        }
    }
  }
  return cells;
}

describe('who may act', () => {
  it('every act × every kind of step × everybody: as the rule says, no cell otherwise', () => {
    const cells = walk();
    const violations = cells.filter(({ expected, answer }) => expected !== answer);
    expect(violations).toEqual([]);
    expect(cells.length).toBe(Object.values(ACTS).flat().length * KINDS.length * WHO.length);
  });

  it('every act on two tickets is for those who lead the teams of both', () => {
    const sop = sopWith('human');
    for (const who of WHO) {
      const child = ticketIn(sop, who);
      const target = { ...ticketIn(sop, who), id: '2' };
      const asking = around(sop, actorOf(who), who);
      const merge = (from: Ticket, into: Ticket) =>
        decidePair(
          { child: from, target: into, ofChild: asking, ofTarget: asking },
          { type: 'merge', confirmed: true },
        );
      expect({ who, answer: answerOf(() => merge(child, target)) }).toEqual({
        who,
        answer: PAIR_ACTS.merge(who),
      });
      const foreign = { ...target, team: 'lab' };
      expect(answerOf(() => merge(child, foreign))).toBe('not-yours');
      expect(answerOf(() => merge(foreign, child))).toBe('not-yours');
      const boss = around(sop, actorOf('lead'), 'lead');
      const merged = decidePair(
        { child, target, ofChild: boss, ofTarget: boss },
        { type: 'merge', confirmed: true },
      );
      const undo = () =>
        decidePair(
          { child: merged.child.ticket, target: merged.target.ticket, ofChild: asking, ofTarget: asking },
          { type: 'undo-merge' },
        );
      expect({ who, answer: answerOf(undo) }).toEqual({ who, answer: PAIR_ACTS['undo-merge'](who) });
    }
  });

  it('the guide shows as open just what the door takes, and gives the same reason for the rest', () => {
    for (const kind of KINDS) {
      const sop = sopWith(kind);
      for (const who of WHO) {
        const ticket = ticketIn(sop, who);
        const asking = around(sop, actorOf(who), who);
        const guide = renderGuide(ticket, asking, { lang: 'en', nameOf: () => 'Lin' });
        const [step] = guide.steps;
        for (const action of guide.actions) {
          const data = action.form === undefined ? undefined : { reason: 'known' };
          const answer = answerOf(() =>
            decide(ticket, { type: 'event', event: action.event, data, step: action.step }, asking),
          );
          expect({ kind, who, event: action.event, open: action.enabled }).toEqual({
            kind,
            who,
            event: action.event,
            open: answer === 'ok',
          });
          if (!action.enabled) expect(action.why).toBe(step?.whyNot);
        }
        const claim: Command = { type: 'claim', visitNo: 1, userId: 'x', leaseMs: 1, reason: 'went home' };
        expect({ kind, who, mayTake: step?.mayTake }).toEqual({
          kind,
          who,
          mayTake: answerOf(() => decide(ticket, claim, asking)) === 'ok',
        });
      }
    }
  });

  it('only who may set priorities opens a ticket with one, or with a tier of the customer', () => {
    const sop = sopWith('human');
    for (const who of WHO) {
      const asking = around(sop, actorOf(who), who);
      const blank = blankTicket('1', { sop: 'matrix', subject: 'x', customer: { id: 'c' } }, asking);
      const open = (setsPriority: boolean) =>
        answerOf(() => decideOpen(blank, { data: {}, body: null, setsPriority }, asking));
      expect({ who, answer: open(true) }).toEqual({ who, answer: onTicket([...LEADS, 'manager'])(who) });
      expect(open(false)).toBe('ok');
    }
  });
});
