import { describe, expect, test } from '@jest/globals';
import { customer, entry, lin, tellInBrief } from './story-told';

describe('the story of a ticket in brief', () => {
  test('says in one line what happened, who entered it and where the ticket came to', () => {
    const entries = [
      entry('claimed', { data: { step: 'checking.assess' } }),
      entry('message', { actor: customer, recordedBy: lin, cause: 'customer' }),
      entry('APPROVE', { title: '同意退款', steps: ['paying.pay'], stepTitles: ['退款'] }),
      entry('cancelled', { steps: [], stepTitles: [] }),
    ];
    expect(tellInBrief(entries, 'zh-CN').slice(1)).toEqual([
      '王小雨发来消息 · 由 林若溪 代录',
      '林若溪：同意退款 · 进入：退款',
      '林若溪作废了工单 · 工单结束',
    ]);
    expect(tellInBrief(entries)[1]).toBe('王小雨 wrote · Recorded by 林若溪');
  });
});
