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

  it('two schemas may carry the same $id', () => {
    expect(check.fault({ $id: 'answer', type: 'string' }, 'a')).toBeNull();
    expect(check.fault({ $id: 'answer', type: 'number' }, 'a')).not.toBeNull();
  });
});
