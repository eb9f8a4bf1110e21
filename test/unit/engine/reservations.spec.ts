import { describe, expect, it } from '@jest/globals';
import { compileSop, LimitUnknown, reopenTicket } from '../../../src/engine/index.js';
import type { ExpressionVars } from '../../../src/engine/index.js';
import { compileReservations } from '../../../src/engine/machine/limits.js';
import type { JsonObject, LimitDef, StateDef } from '../../../src/engine/common/model.js';
import { makeInput } from './builders.js';
import { GIFTS, limitedSop, ORDER_REFUNDS, refund } from './limited-sops.js';
import { openIn, sendTo, taken } from './outcomes.js';
import { end, makeSop, set, step } from './sample-sops.js';

const DATA: JsonObject = { name: 'A-1', n: 120 };
const used = (amount: number) => (): number => amount;

describe('what a call reserves', () => {
  /** The reservations of the call that PAY leads to, or why it was refused. */
  function reserve(limits: LimitDef[], data: JsonObject = DATA, pay: StateDef = {}): unknown {
    const [sop, state] = openIn(limitedSop({ on: { PAY: 'pay' } }, { limits, pay }), data);
    const outcome = sendTo(sop, state, 'PAY', undefined, { input: { limits: used(50) } });
    return outcome.ok ? outcome.advanced.calls.map(({ reserves }) => reserves) : outcome.refusal;
  }
  const limit = (over: Partial<LimitDef>): LimitDef[] => [{ ...ORDER_REFUNDS, ...over }];
  const own = { limit: 'orderRefunds', key: 'A-1', amount: 120, most: 300, why: ORDER_REFUNDS.why };

  it('is what every limit that counts it says, in their order', () => {
    const gift = { limit: 'gifts', key: 'c1', amount: 1, most: 3, why: GIFTS.why };
    expect(reserve([ORDER_REFUNDS, GIFTS])).toEqual([[own, gift]]);
  });

  it('is nothing for a call that no limit counts, and for an SOP without limits', () => {
    expect(reserve([])).toEqual([[]]);
    expect(reserve(limit({ calls: {} }))).toEqual([[]]);
  });

  it('is computed with the values of the request', () => {
    const entry = set({ n: 'context.n / 2', name: '"B-2"' });
    expect(reserve([ORDER_REFUNDS], DATA, { entry })).toEqual([[{ ...own, key: 'B-2', amount: 60 }]]);
  });

  it('may depend on how the limit stands', () => {
    expect(reserve(limit({ calls: { refund: 'limits.orderRefunds.left' } }))).toEqual([
      [{ ...own, amount: 250 }],
    ]);
  });

  it('is nothing for an amount of 0, whatever key and end are', () => {
    expect(reserve(limit({ calls: { refund: '0' }, key: '""', most: 'context.n / 0' }))).toEqual([[]]);
  });

  it('is known already when the first step makes the call, and when a ticket is reopened', () => {
    const first = makeSop({
      pay: step('automatic', { invoke: refund() }),
      ask: step('human'),
      paid: end('paid'),
    });
    const definition = { ...first, meta: { ...first.meta, limits: [ORDER_REFUNDS] } };
    const [sop, state] = openIn(definition, DATA);
    const done = { ...state, status: 'done' as const };
    expect(taken(reopenTicket(sop, done, makeInput())).calls).toMatchObject([{ reserves: [own] }]);
  });

  it('is not taken for unclear when the amount reads a sum that is not loaded', () => {
    const definition = limitedSop({}, { limits: limit({ calls: { refund: 'limits.orderRefunds.left' } }) });
    const { limits } = compileSop(definition, 1);
    const { ticket, customer } = makeInput();
    const vars: ExpressionVars = {
      ...{ context: DATA, ticket, customer, event: { type: '', data: {} }, now: new Date(0) },
      actor: { kind: 'agent', id: 'u1', name: '', roles: [], tier: 1 },
      limits: () => {
        throw new LimitUnknown('orderRefunds', 'A-1');
      },
    };
    expect(() => compileReservations(limits, 'refund')(vars)).toThrow(LimitUnknown);
  });

  it.each<[string, LimitDef[], string]>([
    ['an amount below 0', limit({ calls: { refund: '0 - context.n' } }), 'the amount is -120'],
    [
      'an amount that is not finite',
      limit({ calls: { refund: 'context.n / 0' } }),
      'the amount cannot be told',
    ],
    [
      'an amount that cannot be evaluated',
      limit({ calls: { refund: '1 / 0' } }),
      'the amount cannot be told',
    ],
    ['an amount that is no number', limit({ calls: { refund: 'true' } }), 'the amount'],
    ['an end that is not finite', limit({ most: 'context.n / 0' }), 'the most cannot be told'],
    ['an end that is no number', limit({ most: '["a"].map(a, dyn(a))[0]' }), 'the most is no number'],
    ['an empty key', limit({ key: 'context.said' }), 'the key is empty'],
    ['a key that is no text', limit({ key: 'dyn(context.n)' }), 'the key is empty or no text'],
    [
      'a key that cannot be evaluated',
      limit({ key: 'string(1 / int(context.said == "" ? 0 : 1))' }),
      'the key cannot be told',
    ],
  ])('%s is no call: the whole move is refused, with limit and reason', (_, limits, reason) => {
    expect(reserve(limits)).toEqual({ refused: 'failed', message: expect.stringContaining(reason) });
    expect(reserve(limits)).toMatchObject({ message: expect.stringContaining('"orderRefunds"') });
  });
});
