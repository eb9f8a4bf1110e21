import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import { createInstance } from 'i18next';
import { parse } from 'yaml';
import { compileForm } from '../../../src/engine/forms/forms.js';
import { LANGS, type Lang } from '../../../src/console/i18n/define-texts.js';
import {
  effectiveSchema,
  filledValues,
  initialValues,
  kindOf,
  optionsOf,
  readNumber,
  titleOf,
  type Schema,
  type Values,
} from '../../../src/console/kit/schema-form/model.js';
import { findIssues, wordIssue } from '../../../src/console/kit/schema-form/rules.js';
import { schemaFormTexts } from '../../../src/console/kit/schema-form/texts.js';

const i18n = createInstance();
await i18n.init({
  ...{ keySeparator: false, interpolation: { escapeValue: false } },
  resources: Object.fromEntries(
    LANGS.map((lang) => [
      lang,
      { form: Object.fromEntries(Object.entries(schemaFormTexts.entries).map(([k, t]) => [k, t[lang]])) },
    ]),
  ),
});
const sayIn = (lang: Lang) => i18n.getFixedT(lang, 'form') as (key: string, values?: object) => string;

const refund: Schema = {
  type: 'object',
  required: ['orderId', 'amount', 'goodwill'],
  properties: {
    orderId: { type: 'string', pattern: '^ORD-[0-9]{6}$', examples: ['ORD-100234'] },
    amount: { type: 'number', exclusiveMinimum: 0, maximum: 50_000 },
    goodwill: { type: 'boolean' },
    reason: {
      type: 'string',
      enum: ['late', 'broken'],
      'x-enum-titles': { late: { en: 'Late', 'zh-CN': '晚到' } },
    },
    to: { type: 'object', properties: { team: { type: 'string', minLength: 1 } } },
  },
};
const told = (schema: Schema, values: Values): string[] =>
  findIssues(schema, values).map(({ pointer, keyword }) => `${pointer} ${keyword}`);

describe('What is wrong with a form', () => {
  it('names each missing answer at its own place', () => {
    expect(told(refund, {})).toEqual(['/orderId required', '/amount required', '/goodwill required']);
  });

  it('takes an answer that is only blanks for none', () => {
    expect(told(refund, { orderId: '  ', amount: 3, goodwill: false })).toEqual(['/orderId required']);
  });

  it('finds nothing in what fits', () => {
    expect(told(refund, { orderId: 'ORD-100234', amount: 12.5, goodwill: false, to: {} })).toEqual([]);
  });

  it('says in both languages what is asked for, with the limit and an example', () => {
    const issues = findIssues(refund, { orderId: 'x', amount: 50_001, goodwill: true });
    const words = (lang: 'en' | 'zh-CN'): string[] =>
      issues.map((issue) =>
        wordIssue(issue, sayIn(lang), issue.pointer === '/orderId' ? 'ORD-100234' : undefined),
      );
    expect(words('en')).toEqual(['Should look like ORD-100234', 'At most 50,000']);
    expect(words('zh-CN')).toEqual(['格式应类似 ORD-100234', '不能大于 50,000']);
  });

  it('tells a text where a number belongs', () => {
    const values = { orderId: 'ORD-100234', amount: 'twelve', goodwill: true };
    expect(told(refund, values)).toEqual(['/amount type']);
    expect(findIssues(refund, values).map((issue) => wordIssue(issue, sayIn('zh-CN')))).toEqual([
      '请输入数字',
    ]);
  });

  it('names what other answers make necessary', () => {
    const schema: Schema = {
      type: 'object',
      properties: { kind: { enum: ['a', 'b'] }, why: { type: 'string' }, who: { type: 'string' } },
      if: { properties: { kind: { const: 'b' } }, required: ['kind'] },
      then: { required: ['why'] },
      dependentRequired: { why: ['who'] },
    };
    expect(told(schema, { kind: 'a' })).toEqual([]);
    expect(told(schema, { kind: 'b' })).toEqual(['/why required']);
    expect(told(schema, { kind: 'b', why: 'x' })).toEqual(['/who dependentRequired']);
  });

  it('follows references to what is defined once, and says their limits', () => {
    const schema: Schema = {
      type: 'object',
      $defs: { money: { type: 'number', minimum: 5 } },
      properties: { items: { type: 'array', items: { $ref: '#/$defs/money' } } },
    };
    expect(findIssues(schema, { items: [7, 3] })).toEqual([
      { pointer: '/items/1', keyword: 'minimum', limit: 5 },
    ]);
  });

  it('leaves patterns to the server that could keep the page busy or that it cannot read', () => {
    for (const pattern of ['^(a+)+$', '(?i)abc']) {
      const schema: Schema = { type: 'object', properties: { x: { type: 'string', pattern } } };
      expect(told(schema, { x: `${'a'.repeat(40)}!` })).toEqual([]);
    }
  });

  it('agrees with the server about the forms of the shipped SOPs, whatever is filled in', () => {
    const forms = shippedForms();
    expect(forms.length).toBeGreaterThan(10);
    const answer = fc.oneof(
      fc.constantFrom('', 'ORD-100234', 'defective', 'refund', 'x', '2026-01-02', 'yes'),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -10, max: 1e6 }),
      fc.boolean(),
      fc.constant(undefined),
    );
    for (const form of forms) {
      const check = compileForm(form as Parameters<typeof compileForm>[0]);
      const names = Object.keys(form['properties'] as object);
      fc.assert(
        fc.property(fc.tuple(...names.map(() => answer)), (answers) => {
          const values = Object.fromEntries(names.map((name, i) => [name, answers[i]]));
          const here = findIssues(form, values).length === 0;
          const there = check(filledValues(form, values)).length === 0;
          expect(here).toBe(there);
        }),
        { numRuns: 60 },
      );
    }
  });
});

/** All forms of the shipped SOPs: of intakes, steps and ways out. */
function shippedForms(): Schema[] {
  const found: Schema[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'form' && typeof value === 'object') found.push(value as Schema);
      else walk(value);
    }
  };
  for (const name of readdirSync('workflows').filter((file) => file.endsWith('.yaml')))
    walk(parse(readFileSync(`workflows/${name}`, 'utf8')));
  return found;
}

describe('How a form is asked', () => {
  it('asks by type, format and length', () => {
    const kinds: [Schema, string][] = [
      [{ type: 'string', maxLength: 40 }, 'text'],
      [{ type: 'string', maxLength: 2000 }, 'long-text'],
      [{ type: 'string', format: 'date' }, 'date'],
      [{ type: 'string', enum: ['a'] }, 'choice'],
      [{ oneOf: [{ const: 1 }, { const: 2 }] }, 'choice'],
      [{ type: ['integer', 'null'] }, 'number'],
      [{ type: 'boolean' }, 'yes-no'],
      [{ type: 'array', items: { enum: ['a', 'b'] } }, 'choices'],
      [{ type: 'array', items: { type: 'string' } }, 'list'],
      [{ type: 'object', properties: {} }, 'object'],
      [{ type: 'object' }, 'json'],
      [{ type: ['string', 'number'] }, 'json'],
      [{ const: 3 }, 'fixed'],
    ];
    expect(kinds.map(([schema]) => kindOf(schema))).toEqual(kinds.map(([, kind]) => kind));
  });

  it('takes words in the reader’s language, from a guide or from an SOP itself', () => {
    expect(titleOf({ 'x-title': { en: 'Order', 'zh-CN': '订单' } }, 'zh-CN')).toBe('订单');
    expect(titleOf({ title: '订单' }, 'zh-CN')).toBe('订单');
    const { properties } = refund as { properties: { reason: Schema } };
    expect(optionsOf(properties.reason, 'zh-CN').map(({ label }) => label)).toEqual(['晚到', 'broken']);
  });

  it('shows the questions that other answers bring, and sends none that are not asked any more', () => {
    const schema: Schema = {
      type: 'object',
      properties: { kind: { enum: ['a', 'b'] } },
      if: { properties: { kind: { const: 'b' } }, required: ['kind'] },
      then: { properties: { why: { type: 'string' } } },
    };
    const names = (values: Values): string[] =>
      Object.keys(effectiveSchema(schema, schema, values)['properties'] as object);
    expect(names({ kind: 'a' })).toEqual(['kind']);
    expect(names({ kind: 'b' })).toEqual(['kind', 'why']);
    expect(filledValues(schema, { kind: 'a', why: 'typed before' })).toEqual({ kind: 'a' });
  });

  it('sends what is fixed, and begins with the defaults', () => {
    const schema: Schema = {
      type: 'object',
      properties: { version: { const: 2 }, amount: { type: 'number', default: 10 } },
    };
    expect(initialValues(schema)).toEqual({ amount: 10 });
    expect(filledValues(schema, {})).toEqual({ version: 2 });
  });

  it('reads numbers as people type them and keeps what is none', () => {
    const read = ['12', '12.', ' 1,234.5 ', '１２．５', '-3', '', 'about 5', '1e3', '1,2'].map(readNumber);
    expect(read).toEqual([12, 12, 1234.5, 12.5, -3, undefined, 'about 5', '1e3', '1,2']);
  });

  it('reads numbers typed with Chinese signs where they can mean one thing only', () => {
    const read = ['12。5', '１２。５', '12｡5', '１，２３４。５', '－３', '。5', '12，5', '1。2。3', '。'].map(
      readNumber,
    );
    expect(read).toEqual([12.5, 12.5, 12.5, 1234.5, -3, 0.5, '12，5', '1。2。3', '。']);
  });

  it('keeps a number that would be rounded as it was typed', () => {
    expect(['9007199254740991', '9007199254740993'].map(readNumber)).toEqual([
      9007199254740991,
      '9007199254740993',
    ]);
  });

  it('takes texts that nobody can read anything in for empty', () => {
    const schema = {
      type: 'object',
      properties: { note: { type: 'string' }, short: { type: 'string', maxLength: 9 } },
    };
    for (const note of [' ', '\u3000', '\u200b\u200d', '\n', '\u2800'])
      expect(filledValues(schema, { note, short: note })).toEqual({});
    expect(filledValues(schema, { note: ' a\n', short: '\u3000ok ' })).toEqual({ note: ' a\n', short: 'ok' });
  });
});
