import { describe, expect, it } from '@jest/globals';
import type { ExpressionVars } from '../../../src/engine/cel/expressions.js';
import {
  buildScope,
  checkExpression,
  compileExpression,
  ExpressionInvalid,
  mentions,
} from '../../../src/engine/cel/expressions.js';
import { makeInput } from './builders.js';

const SCOPE = buildScope({
  context: {
    type: 'object',
    properties: {
      amount: { type: 'number' },
      count: { type: 'integer' },
      name: { type: 'string' },
      paid: { type: 'boolean' },
      either: { type: ['string', 'null'] },
      tags: { type: 'array', items: { type: 'string' } },
      items: { type: 'array', items: { $ref: '#/$defs/item' } },
      free: { type: 'object' },
      reason: { enum: ['late', 'broken'] },
    },
    $defs: { item: { type: 'object', properties: { sku: { type: 'string' }, price: { type: 'number' } } } },
  },
  eventData: { type: 'object', properties: { reason: { type: 'string' } } },
});

const CONTEXT = {
  ...{ amount: 500, count: 3, name: 'Li', paid: true, either: null, tags: ['a', 'b'], reason: 'late' },
  items: [
    { sku: 'A', price: 10 },
    { sku: 'B', price: 0.5 },
  ],
  free: { x: 1 },
};

function vars(context: ExpressionVars['context'] = CONTEXT): ExpressionVars {
  const { ticket, customer, now } = makeInput();
  return {
    context,
    ticket,
    customer,
    event: { type: 'GO', data: { reason: 'because' } },
    actor: { kind: 'agent', id: 'u1', name: 'Ann', roles: ['agent'], tier: 1 },
    now: new Date(now),
  };
}

describe('expressions', () => {
  it.each([
    ['context.amount > 500', false],
    ['context.amount >= 500.0', true],
    ['context.amount == 500', true],
    ['500 == context.amount', true],
    ['context.amount in [500, 600]', true],
    ['context.amount * 2 + 1', 1001],
    ['context.amount % 7', 3],
    ['context.count - 1', 2],
    ['size(context.tags)', 2],
    ['context.items.filter(i, i.price > 1).map(i, i.sku)', ['A']],
    ['context.either == null', true],
    ['{"sku": context.items[0].sku, "n": 1}', { sku: 'A', n: 1 }],
    ['"/orders/" + context.name', '/orders/Li'],
    ['context.name.matches("^L[a-z]$")', true],
    ['now', '2026-03-02T09:00:00.000Z'],
    ['now - timestamp(ticket.createdAt) >= duration("1h")', true],
    ['event.data.reason', 'because'],
    ['"agent" in actor.roles && actor.tier < 2', true],
    ['has(context.free.y)', false],
    ['1', 1],
  ])('%s is %j', (expr, expected) => {
    expect(compileExpression(expr, SCOPE)(vars())).toEqual(expected);
  });

  it.each([
    ['context.amout > 1', 'No such key: amout', 8],
    ['context.name > 1', 'no such overload', 0],
    ['context.name == null', 'no such overload', 0],
    ['event.data.other', 'No such key: other', 11],
    ['order.id', 'Unknown variable: order', 0],
    ['context.amount >', 'Unexpected', 16],
    ['context.constructor', 'No such key', 8],
    ['context.__proto__', '', 8],
    ['context.name.matches("(?=a)")', '', undefined],
  ])('%s does not check, and the finding says where', (expr, message, offset) => {
    const checked = checkExpression(expr, SCOPE);
    expect(checked.ok).toBe(false);
    if (checked.ok) return;
    expect(checked.message).toContain(message);
    expect(checked.offset).toBe(offset);
    expect(() => compileExpression(expr, SCOPE)).toThrow(ExpressionInvalid);
  });

  it('a guard must certainly be a bool', () => {
    expect(checkExpression('context.paid', SCOPE, 'bool')).toEqual({ ok: true, type: 'bool' });
    expect(checkExpression('context.free.x', SCOPE, 'bool').ok).toBe(false);
    expect(checkExpression('context.free.x == true', SCOPE, 'bool').ok).toBe(true);
  });

  it('where a number is expected a whole number and a value of unknown type pass, a text does not', () => {
    expect(checkExpression('1', SCOPE, 'double').ok).toBe(true);
    expect(checkExpression('context.either', SCOPE, 'double').ok).toBe(true);
    expect(checkExpression('context.name', SCOPE, 'double').ok).toBe(false);
  });

  it('a pattern that makes backtracking explode is answered', () => {
    const evil = compileExpression('context.name.matches("^(a+)+$")', SCOPE);
    expect(evil(vars({ ...CONTEXT, name: `${'a'.repeat(40)}!` }))).toBe(false);
  });

  it('a pattern inside a macro does not escape RE2 either', () => {
    const evil = compileExpression('context.tags.exists(t, t.matches("^(a+)+$"))', SCOPE);
    expect(evil(vars({ ...CONTEXT, tags: [`${'a'.repeat(40)}!`] }))).toBe(false);
  });

  it('inherited properties of JavaScript objects are no data', () => {
    const loose = buildScope({ context: { type: 'object' } });
    for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
      expect(() => compileExpression(`context.${name}`, loose)(vars({}))).toThrow();
      expect(compileExpression(`has(context.${name})`, loose)(vars({}))).toBe(false);
    }
  });

  it('what is no JSON value is refused when it is evaluated', () => {
    expect(() => compileExpression('context.amount / 0', SCOPE)(vars())).toThrow(RangeError);
    expect(() => compileExpression('b"x"', SCOPE)(vars())).toThrow(RangeError);
  });

  it('knows the limits of its scope and no others, as numbers', () => {
    const limited = buildScope({ context: { type: 'object' }, limits: ['orderRefunds'] });
    const check = (expr: string, scope = limited): unknown => checkExpression(expr, scope, 'double');
    for (const field of ['used', 'most', 'left'])
      expect(check(`limits.orderRefunds.${field}`)).toEqual({ ok: true, type: 'double' });
    expect(check('limits.orderRefund.used')).toMatchObject({
      ok: false,
      message: 'No such key: orderRefund',
    });
    expect(check('limits.orderRefunds.rest')).toMatchObject({ ok: false, message: 'No such key: rest' });
    expect(check('limits.orderRefunds.used', SCOPE)).toMatchObject({
      ok: false,
      message: 'Unknown variable: limits',
    });
  });

  it('without a word on how a limit stands, nothing is used and nothing is left', () => {
    const limited = buildScope({ context: { type: 'object' }, limits: ['orderRefunds'] });
    expect(compileExpression('limits.orderRefunds', limited)(vars())).toEqual({ used: 0, most: 0, left: 0 });
  });

  it('an expression of endless length or depth is refused', () => {
    expect(checkExpression(`1${' + 1'.repeat(5_000)}`, SCOPE).ok).toBe(false);
    expect(checkExpression('('.repeat(500) + '1' + ')'.repeat(500), SCOPE).ok).toBe(false);
  });

  it('tells whether it speaks of the event', () => {
    expect(mentions('context.paid && event.data.reason == "x"', 'event')).toBe(true);
    expect(mentions('context.paid', 'event')).toBe(false);
    expect(mentions('context.name == "event"', 'event')).toBe(false);
    expect(mentions('context.tags.exists(event, event == "a")', 'event')).toBe(false);
  });

  it('tells whether it speaks of limits', () => {
    expect(mentions('context.paid || limits.orderRefunds.left > 0', 'limits')).toBe(true);
    expect(mentions('context.name == "limits" && context.free.limits == 1', 'limits')).toBe(false);
  });
});

describe('what an evaluation may cost', () => {
  const TEN = '[0,1,2,3,4,5,6,7,8,9]';
  const nested = (depth: number, macro: string): string =>
    depth === 0 ? 'true' : `${TEN}.${macro}(v${String(depth)}, ${nested(depth - 1, macro)})`;
  const run = (expr: string, context = CONTEXT): unknown => compileExpression(expr, SCOPE)(vars(context));

  it.each(['all', 'map', 'exists_one'])('%s within itself is bounded, however deep', (macro) => {
    expect(() => run(nested(7, macro))).toThrow(/more than 200000 steps/);
    expect(() => run(nested(2, macro))).not.toThrow();
  });

  it('is not hidden by an operator that swallows errors', () => {
    expect(() => run(`true || ${nested(7, 'all')}`)).not.toThrow();
    expect(() => run(`${nested(7, 'all')} || true`)).toThrow(/steps/);
    expect(() => run(`${nested(7, 'all')} && false`)).toThrow(/steps/);
  });

  it('counts what the data holds, not only what is written out', () => {
    const tags = Array.from({ length: 3_000 }, (_, n) => String(n));
    expect(run('context.tags.all(t, t != "x")', { ...CONTEXT, tags })).toBe(true);
    expect(() => run('context.tags.all(t, context.tags.exists(u, u == t))', { ...CONTEXT, tags })).toThrow(
      /steps/,
    );
  });

  it('counts comparing long texts with long patterns', () => {
    const name = 'a'.repeat(20_000);
    expect(run('context.name.matches("^a+$")', { ...CONTEXT, name })).toBe(true);
    expect(() => run(`context.name.matches("${'(a|b)*'.repeat(100)}c")`, { ...CONTEXT, name })).toThrow(
      /steps/,
    );
  });

  it.each([
    ['joining texts', 'context.tags.all(t, size(context.name + context.name) > 0)'],
    ['changing a text', 'context.tags.all(t, context.name.lowerAscii() != "x")'],
    [
      'looking for a text',
      'context.tags.all(t, !context.name.contains("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"))',
    ],
    [
      'looking from behind',
      'context.tags.all(t, context.name.lastIndexOf("baaaaaaaaaaaaaaaaaaaaaaaaaaaa") < 0)',
    ],
    ['taking a text apart', 'context.tags.all(t, size(context.name.split("a")) > 0)'],
    ['measuring a text', 'context.tags.all(t, size(context.name) > 0)'],
    ['comparing texts', 'context.tags.all(t, context.name != context.name + t)'],
    ['looking into a list', 'context.tags.all(t, !("x" in context.tags.map(u, u + "y")))'],
    ['joining lists', 'context.tags.all(t, size(context.tags + context.tags) > 0)'],
    ['comparing lists', 'context.tags.all(t, [context.tags] == [context.tags + []])'],
    ['joining a list to a text', 'context.tags.all(t, context.tags.join(",") != "")'],
    ['asking clocks elsewhere', 'context.tags.all(t, now.getHours("Asia/Shanghai") >= 0)'],
    ['making bytes', 'context.tags.all(t, size(bytes(context.name)) > 0)'],
  ])('counts %s by the size of what is given', (_, expr) => {
    const tags = Array.from({ length: 1_000 }, (_, n) => String(n));
    const large = { ...CONTEXT, name: 'a'.repeat(50_000), tags };
    expect(() => run(expr, large)).toThrow(/steps/);
    expect(() => run(expr, { ...CONTEXT, tags: tags.slice(0, 20) })).not.toThrow();
  });

  it('counts errors that a repetition swallows', () => {
    const tags = Array.from({ length: 3_000 }, (_, n) => String(n));
    expect(() => run('context.tags.exists(t, context.free["missing"] == t)', { ...CONTEXT, tags })).toThrow(
      /steps/,
    );
    expect(run('context.tags.exists(t, context.free["x"] == t)', { ...CONTEXT, tags })).toBe(false);
  });

  it('takes patterns that are written out only, and counts them by their states', () => {
    for (const pattern of ['context.name', '"a" + context.name', 'context.tags[0]']) {
      const checked = checkExpression(`context.name.matches(${pattern})`, SCOPE, 'bool');
      expect(checked).toMatchObject({ ok: false, message: expect.stringMatching(/written out/) });
    }
    const name = 'a'.repeat(2_000);
    expect(() => run('context.name.matches("(?i)(a|ab?){400}[xyz]$")', { ...CONTEXT, name })).toThrow(
      /steps/,
    );
    expect(run('context.name.matches("^a+$")', { ...CONTEXT, name })).toBe(true);
  });

  it('lets a message of the longest size be searched for many words', () => {
    const words = `[${Array.from({ length: 190 }, (_, n) => `"keyword${String(n)}"`).join(',')}]`;
    const name = '这是一条很长的留言'.repeat(2_000);
    expect(run(`${words}.exists(k, context.name.contains(k))`, { ...CONTEXT, name })).toBe(false);
    expect(run('context.name.startsWith(context.name)', { ...CONTEXT, name })).toBe(true);
  });

  it('begins anew with each evaluation, and says the same each time', () => {
    const half = compileExpression(nested(4, 'all'), SCOPE);
    for (let n = 0; n < 20; n++) expect(half(vars())).toBe(true);
    const costly = compileExpression(nested(7, 'all'), SCOPE);
    for (let n = 0; n < 3; n++) expect(() => costly(vars())).toThrow(/steps/);
  });

  it('counts each value that comes out, also of lists that stand in many places', () => {
    const tags = Array.from({ length: 100 }, (_, n) => String(n));
    const cube = '[context.tags.map(x, context.tags)].map(m, context.tags.map(y, m))[0]';
    expect(() => run(cube, { ...CONTEXT, tags })).toThrow(/steps/);
    expect(run('context.tags.map(x, context.tags)', { ...CONTEXT, tags })).toHaveLength(100);
  });

  it('makes nothing that grows without end', () => {
    const name = 'a'.repeat(60_000);
    expect(() => run('context.name + context.name', { ...CONTEXT, name })).toThrow(
      /longer than 100000 signs/,
    );
  });
});
