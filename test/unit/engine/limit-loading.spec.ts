import { describe, expect, it } from '@jest/globals';
import { acceptedEvents, barredBy, guideLimits, guideSteps } from '../../../src/engine/index.js';
import type { AdvanceInput, JsonObject, StateDef, TransitionDef } from '../../../src/engine/common/model.js';
import { AGENT, makeInput } from './builders.js';
import { GIFTS, limitedSop, ORDER_REFUNDS } from './limited-sops.js';
import { Sums, thrownBy } from './limited-sums.js';
import { openIn, sendTo, taken } from './outcomes.js';
import { both, guard, note, set, step } from './sample-sops.js';

const LEFT = guard('limits.orderRefunds.left > 0', 'nothing left');
const DATA: JsonObject = { name: 'A-1', n: 1 };
const nothing: AdvanceInput['limits'] = new Sums().read;

describe('a sum that is not loaded comes out of a look at the ticket as itself', () => {
  const button = (way: TransitionDef): StateDef => ({
    on: { GO: { target: 'pay', ...way, meta: { title: both('Go') } } },
  });
  const look = (ask: StateDef) => {
    const [sop, state] = openIn(limitedSop(ask), DATA);
    return { sop, state, input: { ...makeInput({ limits: nothing }), actor: AGENT } };
  };

  it('from a button, and from the events that are accepted', () => {
    const { sop, state, input } = look(button({ guard: LEFT }));
    expect(thrownBy(() => guideSteps(sop, state, input))).toBe('orderRefunds of A-1');
    expect(thrownBy(() => acceptedEvents(sop, state, input))).toBe('orderRefunds of A-1');
  });

  it('from instructions and quick replies', () => {
    const text = both('{{ limits.orderRefunds.left }}');
    for (const meta of [{ instructions: text }, { replies: [{ id: 'r', title: both('R'), text }] }]) {
      const { sop, state, input } = look({ meta });
      expect(thrownBy(() => guideSteps(sop, state, input))).toBe('orderRefunds of A-1');
    }
  });

  it('from who may not decide', () => {
    const { sop, state, input } = look(
      button({ guard: guard('actor.id == "x" && limits.orderRefunds.left > 0', 'no') }),
    );
    expect(thrownBy(() => barredBy(sop, state, 'ask', input))).toBe('orderRefunds of A-1');
  });

  it('from the limits themselves', () => {
    const { sop, state, input } = look({});
    expect(thrownBy(() => guideLimits(sop, state, input))).toBe('orderRefunds of A-1');
  });

  it('but not where nothing speaks of limits', () => {
    const { sop, state, input } = look(button({ guard: guard('context.n > 0') }));
    expect(guideSteps(sop, state, input)).toHaveLength(1);
    expect(acceptedEvents(sop, state, input)).toContain('GO');
    expect(barredBy(sop, state, 'ask', input)).toBeNull();
    expect(sendTo(sop, state, 'GO', undefined, { input: { limits: nothing } }).ok).toBe(true);
  });
});

describe('loading a sum and asking again', () => {
  it('ends, and every sum is asked for once, although each answer leads to another', () => {
    const ask: StateDef = {
      on: {
        GO: {
          target: 'first',
          guard: guard('limits.gifts.left < 5 && limits.orderRefunds.left > 0'),
          actions: set({ name: '"B-2"' }),
        },
      },
    };
    const states: Record<string, StateDef> = {
      first: {
        always: [{ guard: LEFT, target: 'second', actions: set({ name: '"C-3"' }) }, { target: 'ask' }],
      },
      second: {
        always: [
          { guard: LEFT, target: 'pay', actions: note('{{ limits.orderRefunds.left }}') },
          { target: 'ask' },
        ],
      },
    };
    const [sop, state] = openIn(limitedSop(ask, { states, limits: [ORDER_REFUNDS, GIFTS] }), DATA);
    const sums = new Sums();
    const { calls, facts } = taken(
      sums.retry(() => sendTo(sop, state, 'GO', undefined, { input: { limits: sums.read } })),
    );
    expect([...sums.loaded.keys()].sort()).toEqual([
      'gifts c1',
      'orderRefunds A-1',
      'orderRefunds B-2',
      'orderRefunds C-3',
    ]);
    expect(sums.tries).toBe(5);
    expect(facts).toEqual([{ type: 'note', text: both('290') }]);
    expect(calls).toMatchObject([{ reserves: [{ key: 'C-3', amount: 1 }, { key: 'c1' }] }]);
  });

  it('ends also for a look at a ticket in two regions', () => {
    const region = (expr: string): StateDef => ({
      initial: 'do',
      states: { do: step('human', {}, { instructions: both(`{{ ${expr} }}`) }), done: { type: 'final' } },
    });
    const parallel = {
      type: 'parallel' as const,
      states: { a: region('limits.gifts.used'), b: region('limits.orderRefunds.used') },
    };
    const [sop, asking] = openIn(
      limitedSop({ on: { GO: 'both' } }, { states: { both: parallel }, limits: [ORDER_REFUNDS, GIFTS] }),
      DATA,
    );
    const { state } = taken(sendTo(sop, asking, 'GO'));
    const sums = new Sums();
    const steps = sums.retry(() =>
      guideSteps(sop, state, { ...makeInput({ limits: sums.read }), actor: AGENT }),
    );
    expect(steps.map(({ instructions }) => instructions?.en)).toEqual(['10', '10']);
    expect(sums.tries).toBe(3);
  });
});
