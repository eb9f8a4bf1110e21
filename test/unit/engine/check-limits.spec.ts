import { describe, expect, it } from '@jest/globals';
import { checkDefinition, checkSop } from '../../../src/engine/check/check.js';
import { change, expectFaults, findingsOf, lineOf, SAMPLE } from './check-sample.js';
import type { Fault } from './check-sample.js';
import { guard, note, set } from './sample-sops.js';
import { limitedSop, ORDER_REFUNDS } from './limited-sops.js';

const LIMIT = SAMPLE.slice(SAMPLE.indexOf('    - id: orderLookups'), SAMPLE.indexOf('  reopenAt'));

const FAULTS: Fault[] = [
  {
    name: 'a call that does not exist',
    from: 'calls: { order: 1 + 0 }',
    to: 'calls: { oder: 1 + 0 }',
    finds: ['error unknown-call'],
  },
  {
    name: 'an id that is no name in expressions',
    from: 'id: orderLookups',
    to: 'id: order-lookups',
    finds: ['error invalid-structure'],
  },
  {
    name: 'an id that begins with a capital letter',
    from: 'id: orderLookups',
    to: 'id: OrderLookups',
    finds: ['error invalid-structure'],
  },
  {
    name: 'an id of 41 characters',
    from: 'id: orderLookups',
    to: `id: ${'a'.repeat(41)}`,
    finds: ['error invalid-structure'],
  },
  {
    name: 'an id that JavaScript gives a meaning',
    from: 'id: orderLookups',
    to: 'id: constructor',
    finds: ['error invalid-structure'],
  },
  {
    name: 'an id that is there twice',
    from: LIMIT,
    to: `${LIMIT}${LIMIT.replace('orderLookups', 'orderLookups # twice')}`,
    finds: ['error duplicate-id'],
    at: '# twice',
  },
  {
    name: 'a limit without an end',
    from: '      most: context.amount + 5\n',
    to: '',
    at: '- id: orderLookups',
    finds: ['error invalid-structure'],
  },
  {
    name: 'a key that is no text',
    from: 'key: context.orderId',
    to: 'key: context.amount',
    finds: ['error invalid-expression'],
  },
  {
    name: 'a key that nobody knows',
    from: 'key: context.orderId',
    to: 'key: context.order',
    finds: ['error invalid-expression'],
  },
  {
    name: 'an amount that is no number',
    from: 'order: 1 + 0',
    to: 'order: context.orderId',
    finds: ['error invalid-expression'],
  },
  {
    name: 'an end that is no number',
    from: 'most: context.amount + 5',
    to: 'most: context.orderId',
    finds: ['error invalid-expression'],
  },
  {
    name: 'an end that speaks of limits',
    from: 'most: context.amount + 5',
    to: 'most: limits.orderLookups.used',
    finds: ['error invalid-expression'],
  },
  {
    name: 'a key that speaks of limits',
    from: 'key: context.orderId',
    to: 'key: string(limits.orderLookups.used)',
    finds: ['error invalid-expression'],
  },
  {
    name: 'a title without Chinese',
    from: '{ en: Looked up, zh-CN: 查询次数 }',
    to: '{ en: Looked up }',
    finds: ['error missing-translation'],
  },
  {
    name: 'a reason without Chinese',
    from: '{ en: Looked up too often, zh-CN: 查询过于频繁 }',
    to: '{ en: Looked up too often }',
    finds: ['error missing-translation'],
  },
  {
    name: 'a condition by a limit of another SOP',
    from: 'expr: context.amount > 0 && event.data.ok',
    to: 'expr: limits.orderRefunds.left > 0 && event.data.ok',
    finds: ['error invalid-expression'],
  },
  {
    name: 'a text by a limit of another SOP',
    from: "'Look at {{ context.orderId }}.'",
    to: "'Look at {{ limits.orderRefunds.left }}.'",
    finds: ['error invalid-expression'],
  },
  {
    name: 'which tickets belong here, by a limit',
    from: 'when: ticket.channel != "phone"',
    to: 'when: limits.orderLookups.left > 0',
    finds: ['error invalid-expression'],
  },
  {
    name: 'a priority by a limit',
    from: '- { when: context.amount > 500, priority: high }',
    to: '- { when: limits.orderLookups.left > 0, priority: high }',
    finds: ['error invalid-expression'],
  },
];

describe('a fault of a limit is found, and nothing else', () => expectFaults(FAULTS));

describe('a limit that is right', () => {
  it.each([
    [
      'a condition',
      'expr: context.amount > 0 && event.data.ok',
      'expr: limits.orderLookups.left > 0 && event.data.ok',
    ],
    ['an assignment', 'amount: event.output.amount', 'amount: limits.orderLookups.used'],
    ['a text', "'Look at {{ context.orderId }}.'", "'{{ limits.orderLookups.left }} left.'"],
    ['the query of a call', `full: '"yes"'`, 'full: limits.orderLookups.used'],
    ['a rule', 'when: context.amount > 500 && !context.approved', 'when: limits.orderLookups.used > 3'],
    ['an amount', 'order: 1 + 0', 'order: limits.orderLookups.left'],
  ])('may be spoken of in %s', (_, from, to) => {
    expect(findingsOf(change(from, to))).toEqual([]);
  });

  it('is not known to an SOP that has none', () => {
    const source = change(`  limits:\n${LIMIT}`, '').replace(
      'context.amount > 0 &&',
      'limits.orderLookups.left > 0 &&',
    );
    expect(findingsOf(source)).toEqual([
      `error invalid-expression ${String(lineOf(source, 'limits.orderLookups.left > 0'))}`,
    ]);
  });

  it('tells how its id is written, and which call was probably meant', () => {
    const [id] = checkSop(change('id: orderLookups', 'id: order-lookups')).findings;
    expect(id?.message).toEqual({
      en: expect.stringContaining('`orderRefunds`'),
      'zh-CN': expect.stringContaining('限额'),
    });
    const [call] = checkSop(change('calls: { order: 1 + 0 }', 'calls: { oder: 1 + 0 }')).findings;
    expect(call?.message.en).toContain('Did you mean `order`?');
    expect(call?.path).toBe('/meta/limits/0/calls/oder');
  });

  it('is as right in a definition that never was a text', () => {
    const ask = {
      on: {
        PAY: {
          target: 'pay',
          guard: guard('limits.orderRefunds.left > 0'),
          actions: [set({ n: 'limits.orderRefunds.used' }), note('{{ limits.orderRefunds.most }}')],
        },
      },
    };
    const codes = (limits: (typeof ORDER_REFUNDS)[]): string[] =>
      checkDefinition(limitedSop(ask, { limits })).map(({ code }) => code);
    expect(codes([ORDER_REFUNDS])).not.toContain('invalid-expression');
    expect(codes([]).filter((code) => code === 'invalid-expression').length).toBeGreaterThanOrEqual(3);
  });
});
