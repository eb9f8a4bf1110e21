import { describe, expect, it } from '@jest/globals';
import { AnswerCheck } from '../../../src/automation/answers.js';

const order = {
  type: 'object',
  required: ['id', 'amount'],
  properties: { id: { type: 'string', pattern: '^ORD-' }, amount: { type: 'number' } },
};

describe('the check of an answer', () => {
  const check = new AnswerCheck();

  it('lets pass what fits, with more than was asked for', () => {
    expect(check.fault(order, { id: 'ORD-1', amount: 5, more: true })).toBeNull();
  });

  it('says where an answer does not fit', () => {
    expect(check.fault(order, { id: 'ORD-1', amount: '5' })).toContain('/amount');
    expect(check.fault(order, { id: 'X', amount: 5 })).toContain('/id');
    expect(check.fault(order, null)).toContain('/');
  });

  it('a pattern cannot hang the process', () => {
    const evil = { type: 'string', pattern: '^(a+)+$' };
    expect(check.fault(evil, `${'a'.repeat(50_000)}!`)).not.toBeNull();
  });

  it('a schema that cannot be compiled fits no answer', () => {
    expect(check.fault({ type: 'nonsense' }, {})).toContain('schema');
    expect(check.fault({ type: 'string', pattern: '(?=x)' }, 'x')).toContain('schema');
  });

  it('a schema may not carry an $id, as the check of SOPs says too', () => {
    expect(check.fault({ $id: 'answer', type: 'string' }, 'a')).toContain('schema');
  });

  it('what is answered is looked at within a budget, whatever the schema asks', () => {
    const many = Array.from({ length: 9_000 }, (_, n) => ({ n }));
    const parts = { anyOf: Array.from({ length: 100 }, () => ({ type: 'object', required: ['other'] })) };
    const long = { type: 'string', pattern: '^(?:a|b|c){1,900}$' };
    expect(check.fault({ type: 'array', items: parts }, many)).toMatch(/^\/ holds too much/);
    const texts = Array.from({ length: 1_000 }, () => 'abc'.repeat(300));
    expect(check.fault({ type: 'array', items: long }, texts)).toMatch(/^\/ holds too much/);
  });

  it('equal entries are found in one go', () => {
    const unique = { type: 'array', uniqueItems: true };
    const many = Array.from({ length: 9_000 }, (_, n) => ({ n }));
    expect(check.fault(unique, many)).toBeNull();
    expect(check.fault(unique, [...many, { n: 7 }])).not.toBeNull();
  });
});
