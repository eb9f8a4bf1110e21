import { describe, expect, it } from '@jest/globals';
import { advance, compileSop, LimitUnknown, openTicket, reopenTicket } from '../../../src/engine/index.js';
import type {
  AdvanceInput,
  JsonObject,
  Outcome,
  StateDef,
  TransitionDef,
} from '../../../src/engine/common/model.js';
import { makeInput } from './builders.js';
import { limitedSop, ORDER_REFUNDS } from './limited-sops.js';
import { Sums, thrownBy } from './limited-sums.js';
import { openIn, sendTo, taken } from './outcomes.js';
import { both, guard, note, set } from './sample-sops.js';

const LEFT = guard('limits.orderRefunds.left > 0', 'nothing left');
const DATA: JsonObject = { name: 'A-1', n: 1 };

const nothing: AdvanceInput['limits'] = new Sums().read;

/** A ticket in a step with one way out, GO, and what becomes of it when no sum is loaded. */
function go(way: TransitionDef, more: StateDef = {}, parts: Parameters<typeof limitedSop>[1] = {}): unknown {
  const [sop, state] = openIn(
    limitedSop({ on: { GO: way }, ...more }, parts),
    DATA,
    makeInput({ limits: () => 0 }),
  );
  return thrownBy(() => sendTo(sop, state, 'GO', undefined, { input: { limits: nothing } }));
}

describe('a sum that is not loaded comes out of an advance as itself', () => {
  const CHOICE = { choice: { always: [{ guard: LEFT, target: 'pay' }, { target: 'ask' }] } };

  it.each<[string, unknown]>([
    ['a guard', go({ guard: LEFT, target: 'pay' })],
    [
      'a guard whose answer would not depend on it',
      go({ guard: guard('limits.orderRefunds.left > 0 || true'), target: 'pay' }),
    ],
    ['an assignment', go({ actions: set({ n: 'limits.orderRefunds.used' }) })],
    ['a text', go({ actions: note('{{ limits.orderRefunds.left }} left') })],
    ['a reply', go({ actions: { type: 'reply', params: { text: both('{{ limits.orderRefunds.left }}') } } })],
    [
      'the reason of an escalation',
      go({ actions: { type: 'escalate', params: { reason: both('{{ limits.orderRefunds.left }}') } } }),
    ],
    ['what is done on leaving', go({ target: 'pay' }, { exit: set({ n: 'limits.orderRefunds.used' }) })],
    [
      'what is done on entering',
      go({ target: 'pay' }, {}, { pay: { entry: set({ n: 'limits.orderRefunds.used' }) } }),
    ],
    ['a choice on the way', go({ target: 'choice' }, {}, { states: CHOICE })],
    [
      'the amount that a call uses up',
      go(
        { target: 'pay' },
        {},
        { limits: [{ ...ORDER_REFUNDS, calls: { refund: 'limits.orderRefunds.left' } }] },
      ),
    ],
  ])('from %s', (_, thrown) => {
    expect(thrown).toBe('orderRefunds of A-1');
  });

  it('from the body of a call', () => {
    const [ask, refund] = [{ on: { GO: 'pay' } }, limitedSop({}).states['pay']?.invoke];
    const invoke = structuredClone(refund);
    if (!invoke || Array.isArray(invoke)) throw new Error('one call');
    invoke.input.body = { left: 'limits.orderRefunds.left' };
    const [sop, state] = openIn(limitedSop(ask, { pay: { invoke } }), DATA);
    expect(thrownBy(() => sendTo(sop, state, 'GO', undefined, { input: { limits: nothing } }))).toBe(
      'orderRefunds of A-1',
    );
  });

  it('from a rule that must never be broken', () => {
    const sop = limitedSop({ on: { GO: 'pay' } });
    const never = [{ id: 'once', step: 'pay', when: 'limits.orderRefunds.used > 0', why: both('no') }];
    const [compiled, state] = openIn({ ...sop, meta: { ...sop.meta, never } }, DATA);
    expect(thrownBy(() => sendTo(compiled, state, 'GO', undefined, { input: { limits: nothing } }))).toBe(
      'orderRefunds of A-1',
    );
  });

  it('from a choice whose key was set in the same move: under the new key', () => {
    const way = { target: 'choice', actions: set({ name: '"B-2"' }) };
    expect(go(way, {}, { states: CHOICE })).toBe('orderRefunds of B-2');
  });

  it('from why an event was refused, after the machine had another answer', () => {
    let asked = 0;
    const second: AdvanceInput['limits'] = (limit, key) => {
      asked += 1;
      if (asked > 1) throw new LimitUnknown(limit, key);
      return 1_000;
    };
    const [sop, state] = openIn(limitedSop({ on: { GO: { guard: LEFT, target: 'pay' } } }), DATA);
    expect(thrownBy(() => sendTo(sop, state, 'GO', undefined, { input: { limits: second } }))).toBe(
      'orderRefunds of A-1',
    );
  });

  it('from the events that are accepted instead of one that nobody knows', () => {
    const [sop, state] = openIn(limitedSop({ on: { GO: { guard: LEFT, target: 'pay' } } }), DATA);
    expect(thrownBy(() => sendTo(sop, state, 'OTHER', undefined, { input: { limits: nothing } }))).toBe(
      'orderRefunds of A-1',
    );
  });

  it('from timers and answers of calls', () => {
    const note1 = note('{{ limits.orderRefunds.left }}');
    const invoke = limitedSop({}).states['pay']?.invoke;
    if (!invoke || Array.isArray(invoke)) throw new Error('one call');
    const pay: StateDef = {
      invoke: { ...invoke, onDone: { target: 'paid', actions: note1 } },
      after: { PT1H: { actions: note1 } },
    };
    const [sop, asking] = openIn(limitedSop({ on: { GO: 'pay' } }, { pay }), DATA);
    const { state } = taken(sendTo(sop, asking, 'GO'));
    const [timer = ''] = Object.keys(state.timers);
    const input = makeInput({ seq: 3, limits: nothing });
    expect(thrownBy(() => advance(sop, state, { type: 'timer', id: timer, seq: 2 }, input))).toBe(
      'orderRefunds of A-1',
    );
    expect(
      thrownBy(() => advance(sop, state, { type: 'call-done', id: 'refund', seq: 2, output: null }, input)),
    ).toBe('orderRefunds of A-1');
  });

  it.each<[string, StateDef]>([
    ['an action', { entry: set({ n: 'limits.orderRefunds.used' }) }],
    ['a text', { entry: note('{{ limits.orderRefunds.used }}') }],
    ['a choice', { always: [{ guard: LEFT, target: 'pay' }] }],
  ])('from %s of the first step, when a ticket is opened and when it is reopened', (_, ask) => {
    const sop = compileSop(limitedSop(ask), 1);
    const input = makeInput({ limits: nothing });
    expect(thrownBy(() => openTicket(sop, DATA, input))).toBe('orderRefunds of A-1');
    const { state } = taken(openTicket(sop, DATA, makeInput()));
    expect(thrownBy(() => reopenTicket(sop, { ...state, status: 'done' }, input))).toBe(
      'orderRefunds of A-1',
    );
  });

  it('and nothing of it is left for the next advance', () => {
    const [sop, state] = openIn(limitedSop({ on: { GO: { guard: LEFT, target: 'pay' }, STAY: {} } }), DATA);
    const input = { input: { limits: nothing } };
    expect(thrownBy(() => sendTo(sop, state, 'GO', undefined, input))).toBe('orderRefunds of A-1');
    expect(sendTo(sop, state, 'STAY', undefined, input).ok).toBe(true);
    expect(sendTo(sop, state, 'GO').ok).toBe(true);
  });

  it('but another error of the reader closes the guard, and refuses what is computed with it', () => {
    const broken = (): number => {
      throw new Error('the reader is broken');
    };
    const ask = {
      on: { GO: { guard: LEFT, target: 'pay' }, ADD: { actions: set({ n: 'limits.orderRefunds.used' }) } },
    };
    const [sop, state] = openIn(limitedSop(ask), DATA);
    const sent = (event: string): Outcome =>
      sendTo(sop, state, event, undefined, { input: { limits: broken } });
    expect(sent('GO')).toMatchObject({ refusal: { refused: 'guard-closed' } });
    expect(sent('ADD')).toMatchObject({
      refusal: { refused: 'failed', message: expect.stringContaining('broken') },
    });
  });
});
