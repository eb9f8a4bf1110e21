import { describe, expect, it } from '@jest/globals';
import { wordAnswers } from '../../../src/console/agent/around/answers-in-words';
import { wordEntry } from '../../../src/console/agent/around/history-words';
import { KEYS } from '../../../src/console/agent/common/keys';
import { caseSchema, type CaseWords } from '../../../src/console/agent/desk/new-ticket-schema';
import { stepTexts } from '../../../src/console/agent/common/texts-step';
import type { HistoryEntry } from '../../../src/console/agent/common/ticket-cache';
import { RANGES, rangeOf } from '../../../src/console/agent/desk/ticket-range';
import { filledValues } from '../../../src/console/kit/schema-form/model';
import { findIssues } from '../../../src/console/kit/schema-form/rules';

const sayIn =
  (lang: 'en' | 'zh-CN') =>
  (key: string, values: Record<string, string | number> = {}): string =>
    stepTexts.entries[key as keyof typeof stepTexts.entries][lang].replace(
      /\{\{(\w+)\}\}/g,
      (_, name: string) => String(values[name]),
    );

function entry(more: Partial<HistoryEntry>): HistoryEntry {
  return {
    seq: 5,
    type: 'APPROVE',
    title: null,
    at: '2026-11-22T05:00:00.000Z',
    actor: { kind: 'agent', id: 'u2', name: '林小雨' },
    recordedBy: null,
    cause: 'agent',
    data: null,
    steps: [],
    stepTitles: [],
    facts: [],
    escalation: null,
    ...more,
  };
}

describe('What happened meanwhile, in words', () => {
  it('says who chose what and where the ticket is now', () => {
    const words = wordEntry(entry({ title: '同意退款', stepTitles: ['退款'] }), sayIn('zh-CN'), 'me');
    expect(words).toEqual({ who: '林小雨', what: '选择了“同意退款”', where: '现在处于“退款”' });
  });

  it('tells a message from an internal note, and the person from others', () => {
    const note = entry({ type: 'message', data: { internal: true }, stepTitles: ['x'] });
    expect(wordEntry(note, sayIn('en'), 'u2')).toEqual({
      who: 'You',
      what: 'wrote an internal note',
      where: '',
    });
    const answer = entry({
      type: 'CUSTOMER_MESSAGE',
      actor: { kind: 'customer', id: 'C-1' },
      cause: 'customer',
    });
    expect(wordEntry(answer, sayIn('zh-CN'), 'u2')).toMatchObject({ who: '买家', what: '发了消息' });
  });

  it('tells taking over, handing back, losing a right and undoing a merge, and who entered what a customer said', () => {
    const what = (type: string): string => wordEntry(entry({ type }), sayIn('zh-CN'), 'me').what;
    expect(['taken-over', 'handed-back', 'revoked', 'merge-undone'].map(what)).toEqual([
      ...['接管了工单', '退回了工单', '处理人已无权限，工单回到队列', '撤销了合并'],
    ]);
    const customer = { kind: 'customer' as const, id: 'C-1', name: '王小雨' };
    const said = entry({
      type: 'message',
      actor: customer,
      recordedBy: { kind: 'agent', id: 'u2', name: 'Lin' },
    });
    expect(wordEntry(said, sayIn('zh-CN'), 'me').who).toBe('王小雨（由Lin代录）');
    expect(wordEntry(said, sayIn('en'), 'u2').who).toBe('王小雨 (recorded by You)');
  });

  it('has words for clocks, systems and whatever else may come', () => {
    const system = { kind: 'system' as const, id: 'timer' };
    const what = (more: Partial<HistoryEntry>): string =>
      wordEntry(entry({ actor: system, ...more }), sayIn('en'), 'me').what;
    expect(what({ type: 'after PT4H', cause: 'clock' })).toBe('a time limit ran out');
    expect(what({ type: 'done.order', cause: 'automation' })).toBe('an automatic step finished');
    expect(what({ type: 'lease-expired', cause: 'clock' })).toBe('the hold ended');
    expect(what({ type: 'unheard-of', cause: 'rule' })).toBe('changed the ticket');
  });
});

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
