import { describe, expect, it } from '@jest/globals';
import { checkForm, compileForm, FormInvalid } from '../../../src/engine/forms/forms.js';
import type { JsonSchema } from '../../../src/engine/common/model.js';

const REFUND: JsonSchema = {
  type: 'object',
  required: ['amount', 'reason'],
  properties: {
    amount: { type: 'number', title: { en: 'Amount', 'zh-CN': '金额' }, exclusiveMinimum: 0, maximum: 500 },
    reason: { type: 'string', minLength: 1, maxLength: 5 },
    account: { type: 'object', properties: { iban: { type: 'string', pattern: '^[A-Z]{2}[0-9]+$' } } },
    kind: {
      oneOf: [
        { const: 'full', title: 'Full' },
        { const: 'partial', title: 'Partial' },
      ],
    },
    items: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
    mail: { type: 'string', format: 'email' },
  },
};

/** Pointers and English messages. */
function faults(schema: JsonSchema, data: unknown): Record<string, string> {
  return Object.fromEntries(compileForm(schema)(data).map((e) => [e.pointer, e.message.en]));
}

describe('forms', () => {
  it('accepts what fits', () => {
    expect(faults(REFUND, { amount: 20, reason: 'late', kind: 'full', items: [{ sku: 'A' }] })).toEqual({});
  });

  it('takes a blank text for empty where one is asked for, and only there', () => {
    for (const reason of [' ', '\u3000', '\u200b', '\n\t', '\ufeff\u2800'])
      expect(faults(REFUND, { amount: 20, reason })).toEqual({ '/reason': 'must not be blank' });
    expect(faults(REFUND, { amount: 20, reason: '' })).toEqual({ '/reason': 'must not be empty' });
    expect(faults(REFUND, { amount: 20, reason: '\u3000ok', items: [{ sku: ' ' }] })).toEqual({});
  });

  it('tells every fault with its place', () => {
    const data = { amount: 501, account: { iban: 'x' }, kind: 'half', mail: 'nobody', items: [{ sku: 7 }] };
    expect(faults(REFUND, data)).toEqual({
      '/amount': 'must be at most 500',
      '/reason': 'is required',
      '/account/iban': 'must match the pattern ^[A-Z]{2}[0-9]+$',
      '/kind': 'must be one of: full, partial',
      '/mail': 'must be an e-mail address',
      '/items/0/sku': 'must be a text',
    });
  });

  it('tells every fault in Chinese too', () => {
    const errors = compileForm(REFUND)({ amount: '20', reason: '', extra: 1 });
    expect(errors.map((e) => e.message['zh-CN'])).toEqual(
      expect.arrayContaining(['必须是数字', '不能为空', '表单中没有这个字段']),
    );
  });

  it('refuses fields that the schema does not name, at every depth', () => {
    const data = { amount: 1, reason: 'x', more: 1, account: { bic: 'x' }, items: [{ sku: 'A', 'a/b': 1 }] };
    expect(Object.keys(faults(REFUND, data)).sort()).toEqual(['/account/bic', '/items/0/a~1b', '/more']);
  });

  it('leaves an object open that says so', () => {
    expect(faults({ type: 'object', additionalProperties: true }, { a: 1 })).toEqual({});
    expect(faults({ type: 'object', additionalProperties: { type: 'number' } }, { a: 'x' })).toEqual({
      '/a': 'must be a number',
    });
  });

  it('closes an object that is put together from parts as a whole', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: { paid: { type: 'boolean' } },
      allOf: [{ $ref: '#/$defs/contact' }],
      if: { properties: { paid: { const: true } }, required: ['paid'] },
      then: { properties: { receipt: { type: 'string' } }, required: ['receipt'] },
      $defs: { contact: { type: 'object', properties: { phone: { type: 'string' } } } },
    };
    expect(faults(schema, { paid: true, receipt: 'R1', phone: '1' })).toEqual({});
    expect(faults(schema, { paid: true })).toEqual({ '/receipt': 'is required' });
    expect(faults(schema, { paid: false, other: 1 })).toEqual({ '/other': 'is not a field of this form' });
  });

  it.each(['{"__proto__": {"admin": true}}', '{"account": {"constructor": 1}}', '{"a": [{"prototype": 1}]}'])(
    'refuses %s even where an object is open',
    (json) => {
      const open = compileForm({ type: 'object', additionalProperties: true });
      expect(open(JSON.parse(json))).toHaveLength(1);
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    },
  );

  it('refuses data of endless depth without overflowing the stack', () => {
    let deep: unknown = {};
    for (let i = 0; i < 20_000; i += 1) deep = { deep };
    expect(compileForm({ type: 'object', additionalProperties: true })(deep)).toHaveLength(1);
  });

  it('runs patterns in linear time', () => {
    const form = compileForm({ type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } });
    expect(form({ a: `${'a'.repeat(50)}!` })).toHaveLength(1);
  });

  it('entries that are equal are found among very many, whatever the order of their fields', () => {
    const form = compileForm({
      type: 'array',
      uniqueItems: true,
      items: { type: 'object', properties: { a: { type: 'number' }, b: { type: 'array' } } },
    });
    const items = Array.from({ length: 1_500 }, (_, n) => ({ a: n, b: [n, { c: n }] }));
    expect(form(items)).toEqual([]);
    expect(form([...items, { b: [7, { c: 7 }], a: 7 }])).toMatchObject([
      { pointer: '', message: { en: 'must not hold an entry twice' } },
    ]);
    expect(form([{ a: 1 }, { a: 2 }, {}])).toEqual([]);
  });

  it.each<[string, JsonSchema, string]>([
    ['an unknown type', { type: 'texts' }, '/type'],
    ['a keyword of the wrong kind', { type: 'object', required: 'a' }, '/required'],
    ['an unknown keyword', { type: 'object', propertees: {} }, ''],
    ['an unknown format', { type: 'string', format: 'telephone' }, ''],
    ['a pattern that is none', { properties: { a: { pattern: '(' } } }, '/properties/a/pattern'],
    ['a look-ahead', { properties: { a: { pattern: '(?=a)' } } }, '/properties/a/pattern'],
    ['a reference to somewhere else', { $ref: 'https://example.com/x' }, '/$ref'],
    ['a reference to nothing', { $ref: '#/$defs/x' }, '/$ref'],
    ['an id', { $id: 'https://example.com/x' }, '/$id'],
    ['a title in one language', { title: { en: 'Amount' } }, '/title'],
    ['an older draft', { $schema: 'http://json-schema.org/draft-07/schema#' }, '/$schema'],
  ])('a schema with %s is refused', (_, schema, pointer) => {
    expect(checkForm(schema).map((f) => f.pointer)).toContain(pointer);
    // What only shows when the checks are built, the first look finds.
    expect(() => compileForm(schema)({})).toThrow(FormInvalid);
  });

  it('a schema with a field called __proto__ is refused', () => {
    const schema = JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}') as JsonSchema;
    expect(checkForm(schema)).toHaveLength(1);
  });

  it('a schema may be checked again and again', () => {
    for (let i = 0; i < 3; i += 1) expect(checkForm(REFUND)).toEqual([]);
  });
});

describe('what a look at an answer may cost', () => {
  const TOO_MUCH = [{ pointer: '', message: { en: expect.stringMatching(/too much/) } }];
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
  const branches = (count: number): JsonSchema[] =>
    numbers(count).map((n) => ({ type: 'string', minLength: n }));

  it.each<[string, JsonSchema, unknown]>([
    [
      'many possibilities for each of many entries',
      { type: 'array', items: { anyOf: branches(100) } },
      numbers(9_000),
    ],
    [
      'possibilities that double with each level of the answer',
      { $ref: '#/$defs/a', $defs: { a: { anyOf: [next('a'), next('a'), { type: 'string' }] } } },
      numbers(30).reduce<unknown>((inner) => ({ next: inner }), 1),
    ],
    ['a long text, again and again', { anyOf: branches(120) }, 'x'.repeat(900_000)],
    [
      'long texts and patterns',
      { type: 'array', items: { type: 'string', pattern: 'a+b'.repeat(20) } },
      numbers(100).map(() => 'a'.repeat(1_000)),
    ],
    [
      'entries compared again and again',
      { anyOf: numbers(120).map(() => ({ type: 'array', uniqueItems: true, maxItems: 1 })) },
      numbers(9_000),
    ],
  ])('%s: the answer is refused', (_, schema, answer) => {
    expect(checkForm(schema)).toEqual([]);
    expect(compileForm(schema)(answer)).toMatchObject(TOO_MUCH);
  });

  it('a reference that comes round without going into the answer is refused, however it comes round', () => {
    const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
    const told = (schema: JsonSchema): string[] => checkForm(schema).map((f) => f.message.en);
    const comesRound = ['A reference leads back to itself.'];
    expect(told({ ...ref('a'), $defs: { a: ref('a') } })).toEqual(comesRound);
    expect(
      told({ ...ref('a'), $defs: { a: { anyOf: [{ type: 'null' }, ref('b')] }, b: { not: ref('a') } } }),
    ).toEqual(comesRound);
    expect(told({ type: 'object', $defs: { a: { if: ref('a'), then: { type: 'null' } } } })).toEqual(
      comesRound,
    );
    const inside = { type: 'object', properties: { next: ref('a') } };
    expect(told({ ...ref('a'), $defs: { a: { allOf: [inside] } } })).toEqual([]);
  });

  it('fields that are required and missing count, for each entry anew', () => {
    const required = numbers(1_000).map((n) => `f${String(n)}`);
    const form = compileForm({
      type: 'array',
      items: { type: 'object', required, additionalProperties: true },
    });
    expect(form(numbers(2_000).map(() => ({})))).toMatchObject(TOO_MUCH);
    expect(form([{}]).length).toBeGreaterThan(0);
  });

  it('a short pattern of many states counts by its states', () => {
    const form = compileForm({
      type: 'array',
      items: { type: 'string', pattern: '(?i)(a|ab?){400}[xyz]$' },
    });
    expect(form(numbers(20).map(() => 'a'.repeat(1_000)))).toMatchObject(TOO_MUCH);
  });

  it('an answer of very many values is refused, however easy they are to check', () => {
    const form = compileForm({ type: 'array', items: { type: 'number' } });
    expect(form(numbers(9_999))).toEqual([]);
    expect(form(numbers(10_000))).toMatchObject(TOO_MUCH);
  });

  it('an answer of some hundred entries is no problem for an ordinary form', () => {
    const field = { type: 'string', maxLength: 100, pattern: '^[a-z0-9 ]+$' };
    const properties = Object.fromEntries(numbers(8).map((n) => [`f${String(n)}`, field]));
    const form = compileForm({ type: 'array', items: { type: 'object', required: ['f0'], properties } });
    const item = Object.fromEntries(numbers(8).map((n) => [`f${String(n)}`, 'a text of ordinary size']));
    expect(form(numbers(250).map(() => item))).toEqual([]);
  });

  it('a form whose references multiply is refused, one that leads back to itself is not', () => {
    const link = (n: number): JsonSchema => ({ $ref: `#/$defs/d${String(n)}` });
    const doubled = (depth: number): JsonSchema => ({
      ...link(0),
      $defs: {
        ...Object.fromEntries(
          numbers(depth).map((n) => [`d${String(n)}`, { anyOf: [link(n + 1), link(n + 1)] }]),
        ),
        [`d${String(depth)}`]: { type: 'string' },
      },
    });
    expect(checkForm(doubled(25)).map((f) => f.message.en)).toEqual([
      expect.stringMatching(/too many parts/),
    ]);
    expect(checkForm(doubled(9))).toEqual([]);
    expect(compileForm(doubled(9))('fits')).toEqual([]);
    const tree: JsonSchema = { ...link(0), $defs: { d0: { type: 'array', items: link(0) } } };
    expect(checkForm(tree)).toEqual([]);
    expect(compileForm(tree)([[], [[]]])).toEqual([]);
  });

  it('a form of very many fields is refused', () => {
    const wide = (count: number): JsonSchema => ({
      type: 'object',
      properties: Object.fromEntries(numbers(count).map((n) => [`f${String(n)}`, { type: 'string' }])),
    });
    expect(checkForm(wide(120))).toEqual([]);
    expect(checkForm(wide(1_500)).map((f) => f.message.en)).toEqual(['The schema is too large.']);
  });

  function next(def: string): JsonSchema {
    return { type: 'object', properties: { next: { $ref: `#/$defs/${def}` } }, additionalProperties: true };
  }
});
