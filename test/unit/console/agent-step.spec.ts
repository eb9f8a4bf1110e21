import { describe, expect, it } from '@jest/globals';
import { wordAnswers } from '../../../src/console/agent/around/answers-in-words';
import { KEYS } from '../../../src/console/agent/common/keys';
import { caseSchema, type CaseWords } from '../../../src/console/agent/desk/new-ticket-schema';
import { RANGES, rangeOf } from '../../../src/console/agent/desk/ticket-range';
import { filledValues } from '../../../src/console/kit/schema-form/model';
import { findIssues } from '../../../src/console/kit/schema-form/rules';

describe('Answers that were not sent', () => {
  it('are shown as their texts and numbers, line by line', () => {
    const answers = {
      note: ' photos are fine ',
      amount: 12,
      isDamaged: true,
      to: { team: 'quality' },
      none: null,
    };
    expect(wordAnswers(answers)).toBe('photos are fine\n12\nquality');
    expect(wordAnswers({})).toBe('');
  });
});

describe('A new ticket', () => {
  const words: CaseWords = {
    ...{ subject: 'S', channel: 'C', channels: { phone: 'Phone' }, customer: 'K', customerId: 'I' },
    ...{ customerName: 'N', customerTier: 'T', tiers: { vip: 'VIP' }, lang: 'L', body: 'B', data: 'D' },
    ...{ priority: 'P', priorities: { high: 'High' } },
  };
  const intake = {
    type: 'object',
    $defs: { order: { type: 'string', pattern: '^ORD-[0-9]{6}$' } },
    required: ['orderId'],
    properties: { orderId: { $ref: '#/$defs/order' } },
  };
  const known = { customer: { id: 'C-1', name: '' }, channel: 'phone', lang: 'en', subject: 'Broken mug' };

  it('asks for the customer, the subject and what the SOP asks', () => {
    const pointers = findIssues(caseSchema(intake, words, true), {}).map(({ pointer }) => pointer);
    expect([...pointers].sort()).toEqual(['/channel', '/customer/id', '/data/orderId', '/lang', '/subject']);
    const inner = findIssues(caseSchema(intake, words, true), { ...known, data: { orderId: 'x' } });
    expect(inner).toEqual([{ pointer: '/data/orderId', keyword: 'pattern', limit: '^ORD-[0-9]{6}$' }]);
  });

  it('asks for priority and standing only those who may set them, and sends neither for others', () => {
    const filled = { ...known, customer: { id: 'C-1', tier: 'vip' }, priority: 'high' };
    expect(filledValues(caseSchema(null, words, true), filled)).toEqual(filled);
    expect(filledValues(caseSchema(null, words, false), filled)).toEqual({
      ...known,
      customer: { id: 'C-1' },
    });
  });

  it('gives the request as its answers', () => {
    const schema = caseSchema(intake, words, true);
    const filled = { ...known, data: { orderId: 'ORD-100234' } };
    expect(findIssues(schema, filled)).toEqual([]);
    expect(filledValues(schema, filled)).toEqual({ ...filled, customer: { id: 'C-1' } });
  });

  it('asks for no data where the SOP asks for none', () => {
    expect(findIssues(caseSchema(null, words, true), known)).toEqual([]);
  });
});

describe('The agent’s list and keys', () => {
  it('takes an unknown range for what is to be done', () => {
    expect(rangeOf('customer')).toBe('customer');
    expect([rangeOf(null), rangeOf('constructor'), rangeOf('x')]).toEqual(['person', 'person', 'person']);
    expect(RANGES.person).toEqual({ waitsFor: 'person', sort: 'due' });
  });

  it('gives no key to two acts', () => {
    const keys = KEYS.flatMap((row) => row.keys).filter((key) => key !== '…');
    expect(new Set(keys).size).toBe(keys.length);
  });
});
