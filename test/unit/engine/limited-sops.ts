import type { JsonObject, LimitDef, SopDefinition, StateDef } from '../../../src/engine/common/model.js';
import { both, end, makeSop, step } from './sample-sops.js';

/** The sum of refunds on an order; `name` is the order, `n` the amount. */
export const ORDER_REFUNDS: LimitDef = {
  id: 'orderRefunds',
  title: both('Refunded on this order'),
  key: 'context.name',
  calls: { refund: 'context.n' },
  most: '300',
  why: both('More than the order was worth.'),
};
/** What a customer may get in a year, whatever the order. */
export const GIFTS: LimitDef = {
  id: 'gifts',
  title: both('Gifts'),
  key: 'customer.id',
  calls: { refund: '1' },
  most: 'customer.tier == "gold" ? 3 : 1',
  why: both('Enough gifts.'),
};

/** The call that uses limits up. */
export const refund = (more: JsonObject = {}): StateDef['invoke'] => ({
  id: 'refund',
  src: 'http',
  input: {
    connection: 'shop',
    method: 'POST',
    path: '"/refunds"',
    body: { order: 'context.name', amount: 'context.n' },
    answer: {},
    ...more,
  },
  onDone: 'paid',
  onError: 'ask',
});

/** An SOP with limits whose first step asks (`ask`) and whose second (`pay`) makes the call. */
export function limitedSop(
  ask: StateDef,
  { limits = [ORDER_REFUNDS], pay = {}, states = {} }: Partial<LimitedParts> = {},
): SopDefinition {
  const sop = makeSop({
    ask: step('human', ask),
    pay: step('automatic', { invoke: refund(), ...pay }),
    paid: end('paid'),
    ...states,
  });
  return { ...sop, meta: { ...sop.meta, limits } };
}

interface LimitedParts {
  limits: LimitDef[];
  pay: StateDef;
  states: Record<string, StateDef>;
}
