import { describe, expect, it, jest } from '@jest/globals';
import {
  acceptedEvents,
  compileSop,
  guideLimits,
  guideSteps,
  SopInvalid,
} from '../../../src/engine/index.js';
import type { AdvanceInput, EngineState, JsonObject, StateDef } from '../../../src/engine/common/model.js';
import { AGENT, makeInput } from './builders.js';
import { GIFTS, limitedSop, ORDER_REFUNDS } from './limited-sops.js';
import { openIn, refused, sendTo, taken } from './outcomes.js';
import { both, end, guard, makeSop, note, set, step } from './sample-sops.js';

type Reader = NonNullable<AdvanceInput['limits']>;
const DATA: JsonObject = { name: 'A-1', n: 120 };
const used = (amount: number): Reader => jest.fn(() => amount);
const contextAfter = (state: EngineState): unknown => state.snapshot.context;

/** What an expression is, in an SOP with the two limits, when so much is used. */
function valueOf(
  expr: string,
  limits?: Reader,
  data: JsonObject = DATA,
  defs = [ORDER_REFUNDS, GIFTS],
): unknown {
  const ask: StateDef = { on: { ASK: { actions: note(`{{ ${expr} }}`) } } };
  const [sop, state] = openIn(limitedSop(ask, { limits: defs }), data);
  const [fact] = taken(sendTo(sop, state, 'ASK', undefined, { input: { limits } })).facts;
  return fact?.type === 'note' ? fact.text.en : fact;
}

describe('a limit in an expression', () => {
  it.each([
    ['limits.orderRefunds.used', '100'],
    ['limits.orderRefunds.most', '300'],
    ['limits.orderRefunds.left', '200'],
    ['limits.orderRefunds.left - context.n', '80'],
    ['limits.orderRefunds.used + context.n <= limits.orderRefunds.most', 'true'],
    ['limits["orderRefunds"].left', '200'],
    ['limits.gifts.most', '3'],
    ['has(limits.orderRefunds.used)', 'true'],
  ])('%s is %s when 100 are used', (expr, expected) => {
    expect(valueOf(expr, used(100))).toBe(expected);
  });

  it('has nothing left, not less, when more is used than may be', () => {
    expect(valueOf('limits.orderRefunds.left', used(500))).toBe('0');
  });

  it('has nothing used where the caller counts nothing', () => {
    expect(valueOf('limits.orderRefunds.left')).toBe('300');
  });

  it('is counted by its key, and the reader is not asked while that is empty', () => {
    const read = used(100);
    expect(valueOf('limits.orderRefunds.used', read)).toBe('100');
    expect(read).toHaveBeenCalledWith('orderRefunds', 'A-1');
    const unasked = used(100);
    expect(valueOf('limits.orderRefunds.used', unasked, { n: 1 })).toBe('0');
    expect(unasked).not.toHaveBeenCalled();
  });

  it.each([
    ['cannot be evaluated', { key: 'context.name.split("")[7]', most: '300' }],
    ['is no text', { key: '{"a": 1}["a"]', most: '300' }],
  ])('is not counted where the key %s', (_, over) => {
    const read = used(100);
    expect(valueOf('limits.orderRefunds.used', read, DATA, [{ ...ORDER_REFUNDS, ...over }])).toBe('0');
    expect(read).not.toHaveBeenCalled();
  });

  it('ends at 0 where its end cannot be evaluated', () => {
    const limits = [{ ...ORDER_REFUNDS, most: '1 / int(context.said == "" ? 0 : 1)' }];
    expect(valueOf('limits.orderRefunds.most', used(5), DATA, limits)).toBe('0');
    expect(valueOf('limits.orderRefunds.left', used(5), DATA, limits)).toBe('0');
  });

  it('is asked for only by expressions that name it', () => {
    const read = used(1);
    expect(valueOf('limits.gifts.used', read)).toBe('1');
    expect(jest.mocked(read).mock.calls.map(([limit]) => limit)).toEqual(['gifts', 'gifts']);
    const unasked = used(1);
    expect(valueOf('"limits" + context.name', unasked)).toBe('limitsA-1');
    expect(valueOf('["a"].exists(limits, limits == "a")', unasked)).toBe('true');
    expect(unasked).not.toHaveBeenCalled();
  });

  it('is there also when the expression takes all limits as a whole', () => {
    expect(valueOf('limits', used(1))).toBe(
      '{"orderRefunds":{"used":1,"most":300,"left":299},"gifts":{"used":1,"most":3,"left":2}}',
    );
  });

  it('reads the values of the very moment: a key that an action before it has set', () => {
    const ask: StateDef = {
      on: { ASK: { actions: [set({ name: '"B-2"' }), set({ n: 'limits.orderRefunds.used' })] } },
    };
    const [sop, state] = openIn(limitedSop(ask), DATA);
    const limits: Reader = (_, key) => (key === 'B-2' ? 7 : 1);
    const after = taken(sendTo(sop, state, 'ASK', undefined, { input: { limits } })).state;
    expect(contextAfter(after)).toMatchObject({ n: 7 });
  });

  it('is known to rules that must never be broken', () => {
    const sop = limitedSop({ on: { PAY: 'pay' } });
    const never = [
      { id: 'once', step: 'pay', when: 'limits.orderRefunds.used > 0', why: both('Paid already.') },
    ];
    const [compiled, state] = openIn({ ...sop, meta: { ...sop.meta, never } }, DATA);
    const pay = (amount: number): unknown =>
      sendTo(compiled, state, 'PAY', undefined, { input: { limits: used(amount) } });
    expect(pay(0)).toMatchObject({ ok: true });
    expect(pay(1)).toMatchObject({ ok: false, refusal: { refused: 'never', rule: 'once' } });
  });

  it.each([
    ['a limit of another SOP', limitedSop({ on: { ASK: { actions: note('{{ limits.gifts.left }}') } } })],
    [
      'limits in an SOP without any',
      makeSop({ a: step('human', { entry: note('{{ limits.gifts.left }}') }) }),
    ],
    [
      'a key by a limit',
      limitedSop({}, { limits: [{ ...ORDER_REFUNDS, key: 'string(limits.orderRefunds.used)' }] }),
    ],
    [
      'an end by a limit',
      limitedSop({}, { limits: [{ ...ORDER_REFUNDS, most: 'limits.orderRefunds.used' }] }),
    ],
    ['two limits with one id', limitedSop({}, { limits: [ORDER_REFUNDS, ORDER_REFUNDS] })],
    ['a call that does not exist', limitedSop({}, { limits: [{ ...ORDER_REFUNDS, calls: { pay: '1' } }] })],
    ['a limit called constructor', limitedSop({}, { limits: [{ ...ORDER_REFUNDS, id: 'constructor' }] })],
  ])('%s does not compile', (_, definition) => {
    expect(() => compileSop(definition, 1)).toThrow(SopInvalid);
  });
});

describe('what people see of a limit', () => {
  const ask: StateDef = {
    on: {
      PAY: {
        target: 'pay',
        guard: guard('limits.orderRefunds.left >= context.n', 'too much'),
        meta: { title: both('Pay') },
      },
    },
    meta: { instructions: both('{{ limits.orderRefunds.left }} left') },
  };
  const [sop, state] = openIn(limitedSop(ask, { limits: [ORDER_REFUNDS, GIFTS] }), DATA);
  const look = (limits?: Reader): Parameters<typeof guideSteps>[2] => ({
    ...makeInput({ limits }),
    actor: AGENT,
  });

  it('is in the texts of the step and in its buttons', () => {
    const [open] = guideSteps(sop, state, look(used(180)));
    const [closed] = guideSteps(sop, state, look(used(181)));
    expect(open?.instructions).toEqual(both('120 left'));
    expect(open?.actions[0]).toMatchObject({ event: 'PAY', enabled: true });
    expect(closed?.actions[0]).toMatchObject({ event: 'PAY', enabled: false, why: both('too much') });
  });

  it('is in the events that are accepted, and in why one is not', () => {
    expect(acceptedEvents(sop, state, look(used(180)))).toContain('PAY');
    expect(acceptedEvents(sop, state, look(used(181)))).not.toContain('PAY');
    expect(refused(sendTo(sop, state, 'PAY', undefined, { input: { limits: used(181) } }))).toMatchObject({
      refused: 'guard-closed',
      why: [both('too much')],
    });
  });

  it('is told by itself, with its key', () => {
    expect(guideLimits(sop, state, look(used(2)))).toEqual([
      {
        id: 'orderRefunds',
        title: both('Refunded on this order'),
        key: 'A-1',
        used: 2,
        most: 300,
        left: 298,
        unit: 'money',
        isKnown: true,
      },
      {
        id: 'gifts',
        title: both('Gifts'),
        key: 'c1',
        unit: 'count',
        isKnown: true,
        used: 2,
        most: 3,
        left: 1,
      },
    ]);
  });

  it('is left out while nobody knows what it is counted by, and where there is none', () => {
    const [compiled, blank] = openIn(limitedSop(ask, { limits: [ORDER_REFUNDS, GIFTS] }), { n: 1 });
    expect(guideLimits(compiled, blank, look()).map(({ id }) => id)).toEqual(['gifts']);
    const [bare, opened] = openIn(makeSop({ a: step('human'), z: end('x') }));
    expect(guideLimits(bare, opened, look())).toEqual([]);
  });
});
