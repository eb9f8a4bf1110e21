import { describe, expect, it } from '@jest/globals';
import { acceptedEvents, stepsTaking } from '../../../src/engine/index.js';
import type { StateDef } from '../../../src/engine/common/model.js';
import { AGENT, makeInput } from './builders.js';
import { openIn, refused, sendTo, taken } from './outcomes.js';
import { both, end, guard, makeSop, set, step } from './sample-sops.js';

const region = (first: StateDef, more: StateDef = {}): StateDef => ({
  initial: 'do',
  ...more,
  states: { do: first, also: step('human'), done: { type: 'final' } },
});

/** Two regions that know NEXT, one of them behind a guard; WITHDRAW stands around both, HOLD around the first. */
const SHARED = makeSop({
  work: {
    type: 'parallel',
    on: { WITHDRAW: 'gone', BOTH: { actions: set({ n: 'context.n + 100' }) } },
    onDone: 'won',
    states: {
      office: region(
        step('human', {
          on: {
            NEXT: { target: 'done', guard: guard('context.n > 0', 'n is zero') },
            BOTH: { actions: set({ n: 'context.n + 1' }), guard: guard('context.n < 1', 'n is big') },
            ONLY: 'also',
          },
        }),
        { on: { HOLD: '.also' } },
      ),
      warehouse: region(
        step('human', {
          on: { NEXT: 'done', BOTH: { actions: set({ n: 'context.n + 10' }) }, FILL: fillWay() },
        }),
      ),
    },
  },
  won: end('won'),
  gone: end('gone'),
});

function fillWay(): NonNullable<StateDef['on']>[string] {
  const form = { type: 'object', required: ['n'], properties: { n: { type: 'number' } } };
  return { target: 'done', meta: { title: both('Fill'), form } };
}

describe('an event that names its step', () => {
  it('moves that step only, in whichever region it stands', () => {
    const [sop, state] = openIn(SHARED, { n: 1 });
    const [office, warehouse] = ['work.office.do', 'work.warehouse.do'].map((named) => {
      const { state: after, exited } = taken(sendTo(sop, state, 'NEXT', named));
      return [after.steps, exited];
    });
    expect(office).toEqual([['work.warehouse.do'], ['work.office.do']]);
    expect(warehouse).toEqual([['work.office.do'], ['work.warehouse.do']]);
  });

  it('moves every region that knows it when it names none, as ever', () => {
    const [sop, state] = openIn(SHARED, { n: 1 });
    expect(taken(sendTo(sop, state, 'NEXT')).state.outcome).toBe('won');
  });

  it('may be taken by the states around its step', () => {
    const [sop, state] = openIn(SHARED);
    const named = 'work.office.do';
    expect(taken(sendTo(sop, state, 'HOLD', named)).state.steps).toEqual([
      'work.office.also',
      'work.warehouse.do',
    ]);
    expect(taken(sendTo(sop, state, 'WITHDRAW', named)).state.outcome).toBe('gone');
  });

  it('may be taken by the SOP itself', () => {
    const [sop, state] = openIn({ ...SHARED, on: { STOP: '.gone' } });
    expect(taken(sendTo(sop, state, 'STOP', 'work.office.do')).state.outcome).toBe('gone');
  });

  it('falls to a state around when its own way is closed, past the open way of another region', () => {
    const [sop, state] = openIn(SHARED, { n: 5 });
    const counted = (named: string): unknown =>
      taken(sendTo(sop, state, 'BOTH', named)).state.snapshot.context;
    expect(counted('work.office.do')).toMatchObject({ n: 105 });
    expect(counted('work.warehouse.do')).toMatchObject({ n: 15 });
  });

  it('is refused with the reason of its own step, though another region would take it', () => {
    const [sop, state] = openIn(SHARED);
    expect(refused(sendTo(sop, state, 'NEXT', 'work.office.do'))).toEqual({
      refused: 'guard-closed',
      why: [both('n is zero')],
      accepted: ['BOTH', 'ONLY', 'ESCALATE', 'HOLD', 'WITHDRAW'],
    });
  });

  it('is told what its own form lacks', () => {
    const [sop, state] = openIn(SHARED);
    expect(refused(sendTo(sop, state, 'FILL', 'work.warehouse.do'))).toMatchObject({
      refused: 'invalid-form',
      errors: [{ pointer: '/data/n' }],
    });
  });

  it('cannot be taken by a step that does not know it, and learns what that step takes', () => {
    const [sop, state] = openIn(SHARED, { n: 1 });
    expect(refused(sendTo(sop, state, 'ONLY', 'work.warehouse.do'))).toEqual({
      refused: 'unknown-event',
      accepted: ['NEXT', 'BOTH', 'FILL', 'ESCALATE', 'WITHDRAW'],
    });
  });

  it.each(['work.office.also', 'work.office.done', 'work.office', 'work', '', 'nowhere', 'won'])(
    'cannot name "%s", which is no active step',
    (named) => {
      const [sop, state] = openIn(SHARED, { n: 1 });
      expect(refused(sendTo(sop, state, 'NEXT', named))).toEqual({ refused: 'unknown-event', accepted: [] });
    },
  );

  it('cannot name the end of a region, where a ticket only waits', () => {
    const [sop, state] = openIn(SHARED, { n: 1 });
    const after = taken(sendTo(sop, state, 'NEXT', 'work.office.do')).state;
    expect(refused(sendTo(sop, after, 'WITHDRAW', 'work.office.done'))).toMatchObject({
      refused: 'unknown-event',
    });
    expect(taken(sendTo(sop, after, 'WITHDRAW', 'work.warehouse.do')).state.outcome).toBe('gone');
  });

  it('does not take a step for another whose name begins alike', () => {
    const twin = (): StateDef => ({
      initial: 'x',
      on: { GO: '.y' },
      states: { x: step('human'), y: step('human') },
    });
    const twins = makeSop({
      p: {
        type: 'parallel',
        states: {
          a: twin(),
          ab: twin(),
        },
      },
    });
    const [sop, state] = openIn(twins);
    expect(taken(sendTo(sop, state, 'GO', 'p.ab.x')).state.steps).toEqual(['p.a.x', 'p.ab.y']);
  });

  it('is refused as ended when the ticket has ended', () => {
    const [sop, state] = openIn(SHARED);
    const after = taken(sendTo(sop, state, 'WITHDRAW')).state;
    expect(refused(sendTo(sop, after, 'NEXT', 'work.office.do'))).toEqual({ refused: 'ended' });
  });

  it('escalates one step, although every human step can be escalated', () => {
    const [sop, state] = openIn(SHARED);
    const data = { reason: 'too heavy' };
    const { facts } = taken(sendTo(sop, state, 'ESCALATE', 'work.warehouse.do', { data }));
    expect(facts).toMatchObject([{ type: 'escalate', step: 'work.warehouse.do' }]);
    expect(taken(sendTo(sop, state, 'ESCALATE', undefined, { data })).facts).toHaveLength(2);
  });
});

describe('the events that one step accepts', () => {
  it('are those of its own and of the states around it', () => {
    const [sop, state] = openIn(SHARED);
    const accepted = acceptedEvents(sop, state, { ...makeInput(), actor: AGENT }, 'work.office.do');
    expect(accepted).toEqual(['BOTH', 'ONLY', 'ESCALATE', 'HOLD', 'WITHDRAW']);
  });
});

describe('the steps that take an event', () => {
  const [sop, state] = openIn(SHARED, { n: 1 });

  it('are told with the state that defines it: the same one where they share the way', () => {
    expect(stepsTaking(sop, state, 'WITHDRAW')).toEqual([
      { step: 'work.office.do', from: 'work' },
      { step: 'work.warehouse.do', from: 'work' },
    ]);
  });

  it('each have a way of their own where the regions define it', () => {
    expect(stepsTaking(sop, state, 'NEXT')).toEqual([
      { step: 'work.office.do', from: 'work.office.do' },
      { step: 'work.warehouse.do', from: 'work.warehouse.do' },
    ]);
    expect(stepsTaking(sop, state, 'ESCALATE').map(({ from }) => from)).toEqual([
      'work.office.do',
      'work.warehouse.do',
    ]);
  });

  it('are told with the innermost state where several around them define it', () => {
    expect(stepsTaking(sop, state, 'HOLD')).toEqual([{ step: 'work.office.do', from: 'work.office' }]);
    expect(stepsTaking(sop, state, 'BOTH').map(({ from }) => from)).toEqual([
      'work.office.do',
      'work.warehouse.do',
    ]);
  });

  it('are told with an empty name for the SOP itself', () => {
    const [rooted, opened] = openIn(makeSop({ a: step('human'), z: end('x') }, { on: { STOP: '.z' } }));
    expect(stepsTaking(rooted, opened, 'STOP')).toEqual([{ step: 'a', from: '' }]);
  });

  it('are none where nobody knows it, none that only wait, and none once the ticket has ended', () => {
    expect(stepsTaking(sop, state, 'NOTHING')).toEqual([]);
    const joined = taken(sendTo(sop, state, 'NEXT', 'work.office.do')).state;
    expect(stepsTaking(sop, joined, 'WITHDRAW')).toEqual([{ step: 'work.warehouse.do', from: 'work' }]);
    expect(stepsTaking(sop, taken(sendTo(sop, state, 'WITHDRAW')).state, 'WITHDRAW')).toEqual([]);
  });
});
