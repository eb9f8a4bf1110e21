import { describe, expect, it } from '@jest/globals';
import type { ExpressionVars } from '../../../src/engine/cel/expressions.js';
import { buildScope } from '../../../src/engine/cel/expressions.js';
import { checkTemplate, compileTemplate, compileText } from '../../../src/engine/cel/templates.js';
import { makeInput } from './builders.js';

const SCOPE = buildScope({
  context: {
    type: 'object',
    properties: {
      name: { type: 'string' },
      amount: { type: 'number' },
      tags: { type: 'array', items: { type: 'string' } },
      gone: { type: 'string' },
      nothing: { type: ['string', 'null'] },
    },
  },
});

function vars(context: ExpressionVars['context']): ExpressionVars {
  const { ticket, customer, now } = makeInput();
  const actor = { kind: 'agent', id: 'u1', name: 'Ann', roles: [], tier: 1 };
  return { context, ticket, customer, event: { type: 'GO', data: {} }, actor, now: new Date(now) };
}
const fill = (template: string, context: ExpressionVars['context']): string =>
  compileTemplate(template, SCOPE)(vars(context));

describe('templates', () => {
  it('a text without expressions stays as it is', () => {
    expect(fill('Hello } { world', {})).toBe('Hello } { world');
  });

  it.each([
    [12, '12'],
    [0.1 + 0.2, '0.3'],
    [1e21, '1000000000000000000000'],
    [-3.5, '-3.5'],
    [0, '0'],
    [100, '100'],
  ])('the number %p is written %s', (amount, text) => {
    expect(fill('{{ context.amount }}', { amount })).toBe(text);
  });

  it('what is missing or empty leaves nothing', () => {
    expect(fill('[{{ context.gone }}|{{context.nothing}}]', { nothing: null })).toBe('[|]');
  });

  it('lists are written with commas', () => {
    expect(fill('{{ context.tags }}', { tags: ['a', 'b'] })).toBe('a, b');
  });

  it('values go in verbatim and are never read as templates', () => {
    const name = '{{ context.amount }} $& <b>';
    expect(fill('Hi {{ context.name }}!', { name, amount: 7 })).toBe(`Hi ${name}!`);
  });

  it('an expression may hold quoted braces', () => {
    expect(fill('{{ context.name + "}}" }}.', { name: 'a' })).toBe('a}}.');
  });

  it('says why a call failed in the language of each text', () => {
    const words = { en: 'No answer', 'zh-CN': '没有响应' };
    const error = { code: 'timeout', message: words.en, words };
    const fillText = compileText(
      { en: 'Failed: {{ event.error.message }}', 'zh-CN': '失败：{{ event.error.message }}' },
      SCOPE,
    );
    const told = fillText({ ...vars({}), event: { type: 'error', data: {}, error } });
    expect(told).toEqual({ en: 'Failed: No answer', 'zh-CN': '失败：没有响应' });
  });

  it.each([
    ['Parcel **{{ context.name }}**.', 'Parcel **—**.'],
    ['Parcel `{{ context.gone }}`.', 'Parcel `—`.'],
    ['**{{ context.name }} {{ context.gone }}** left', '**—** left'],
    ['**{{ context.amount }}** left', '**7** left'],
    ['plain {{ context.name }} text', 'plain  text'],
  ])('emphasis of nothing is no row of asterisks: %s', (template, text) => {
    expect(compileTemplate(template, SCOPE, 'markdown')(vars({ name: '', amount: 7 }))).toBe(text);
  });

  it('fills every language', () => {
    const fillText = compileText({ en: 'Dear {{customer.name}}', 'zh-CN': '{{customer.name}}，您好' }, SCOPE);
    expect(fillText(vars({}))).toEqual({ en: 'Dear Li Wei', 'zh-CN': 'Li Wei，您好' });
  });

  it('faults tell where they are', () => {
    expect(checkTemplate('Hi {{ context.name }} {{ context.nam }}', SCOPE)).toEqual([
      { message: 'No such key: nam', offset: 33 },
    ]);
    expect(checkTemplate('Hi {{ context.name', SCOPE)[0]?.offset).toBe(3);
    expect(() => compileTemplate('Hi {{ context.nam }}', SCOPE)).toThrow('nam');
  });
});
