import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import { stepsTaking } from '../../../src/engine/index.js';
import type { CompiledSop } from '../../../src/engine/index.js';
import type { EngineState } from '../../../src/engine/common/model.js';
import { openIn, sendTo } from './outcomes.js';
import { EVERYTHING, makeSop, set, step } from './sample-sops.js';

describe('whatever event is sent to whatever step', () => {
  /** Regions within a region, ways at every height, targets inside and around. */
  const NESTED = makeSop({
    top: {
      type: 'parallel',
      on: { A: { actions: set({ n: 'context.n + 1' }) } },
      states: {
        left: {
          initial: 'fork',
          on: { B: '.fork' },
          states: {
            fork: {
              type: 'parallel',
              on: { C: 'rest' },
              states: {
                one: {
                  initial: 'x',
                  states: {
                    x: step('human', { on: { A: 'y', D: 'y' } }),
                    y: step('human', { on: { A: 'x', B: 'x' } }),
                  },
                },
                two: {
                  initial: 'x',
                  states: {
                    x: step('human', { on: { A: 'y', D: 'y' } }),
                    y: step('human', { on: { C: 'x', D: 'x' } }),
                  },
                },
              },
            },
            rest: step('human', { on: { A: 'fork', D: 'fork' } }),
          },
        },
        right: {
          initial: 'x',
          states: {
            x: step('human', { on: { A: 'y', B: 'y', D: 'y' } }),
            y: step('human', { on: { C: 'x', D: 'x' } }),
          },
        },
      },
    },
  });

  /** The innermost region that holds a state; the state itself is '' where there is none. */
  function regionAround(sop: CompiledSop, id: string): string {
    for (let at = sop.states.get(id) ?? null; at?.parent; at = at.parent)
      if (at.parent.type === 'parallel') return at.id;
    return '';
  }

  /** The active steps outside of the innermost region of the state that takes the event: no matter of theirs. */
  function bystanders(sop: CompiledSop, state: EngineState, from: string): string[] {
    const region = regionAround(sop, from);
    return state.steps.filter((id) => region !== '' && !id.startsWith(`${region}.`));
  }

  it.each([
    ['a sample with regions within regions', NESTED],
    ['the sample of everything', { ...EVERYTHING, initial: 'work' }],
  ])('steps of other regions stay as they are, in %s', (_, definition) => {
    const [sop, start] = openIn(definition, { n: 2 });
    const events = [...new Set([...sop.waysOut.values()].flatMap((ways) => [...ways.keys()]))];
    let spared = 0;
    const happen = (state: EngineState, named: string, event: string): EngineState => {
      const outcome = sendTo(sop, state, event, named);
      const way = stepsTaking(sop, state, event).find((taking) => taking.step === named);
      if (!outcome.ok) {
        expect(outcome.refusal.refused === 'unknown-event').toBe(way === undefined);
        return state;
      }
      const others = bystanders(sop, state, way?.from ?? 'nobody');
      spared += others.length;
      expect(outcome.advanced.exited.filter((id) => others.includes(id))).toEqual([]);
      expect(outcome.advanced.state.steps).toEqual(expect.arrayContaining(others));
      return outcome.advanced.state.status === 'done' ? start : outcome.advanced.state;
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 30 }), (choices) => {
        choices.reduce(
          (state, [s, e]) =>
            happen(state, state.steps[s % state.steps.length] ?? '', events[e % events.length] ?? ''),
          start,
        );
      }),
      { numRuns: 300 },
    );
    expect(spared).toBeGreaterThan(5);
  });
});
