import { describe, expect, test } from '@jest/globals';
import { storyTexts } from '../../../src/console/kit/ticket-story/texts';
import type { Visit } from '../../../src/console/kit/ticket-story/words';
import type { HistoryEntry } from '../../../src/console/kit/ticket-story/words';
import type { Lang } from '../../../src/console/i18n/define-texts';
import { lin, customer, timer, entry, tell, last, texts } from './story-told';

describe('the story of a ticket', () => {
  test('begins with who asked for what, in the words of the form', () => {
    const opened = entry('opened', {
      actor: customer,
      data: { subject: 'Broken mug', channel: 'chat', data: { orderId: 'ORD-100001', reason: 'damaged' } },
    });
    expect(last(opened)?.text).toBe('王小雨 asked for help (Chat)');
    expect(texts(last(opened))).toEqual([
      'Broken mug',
      'Order number = ORD-100001',
      'Reason = Arrived damaged',
      'Next: Assess',
    ]);
    const [line] = tell([opened], 'zh-CN');
    expect(line?.text).toBe('王小雨发起工单（在线聊天）');
    expect(texts(line)).toContain('退款原因 = 收到时已破损');
  });

  test('tells a decision by the name on its button, with what was filled in and where it led', () => {
    const approve = entry('APPROVE', {
      title: 'Grant refund',
      data: { amount: 79, finding: 'Photos fit' },
      steps: ['paying.pay'],
      stepTitles: ['Pay'],
    });
    const line = last(entry('claimed'), approve);
    expect(line?.text).toBe('林若溪: Grant refund');
    expect(texts(line)).toEqual(['Amount to refund = 79', 'What you found = Photos fit', 'Next: Pay']);
  });

  test('tells who took, gave back, handed over and lost a ticket, by name', () => {
    const lines = tell([
      entry('claimed', { data: { step: 'checking.assess' } }),
      entry('released', { data: { userId: 'u-lin', reason: 'Lunch' } }),
      entry('transferred', { data: { to: { userId: 'u-jonas' }, reason: 'Knows it' } }),
      entry('transferred', { data: { to: { team: 'quality' }, reason: 'Theirs' } }),
      entry('transferred', { data: { to: { userId: 'u-lin' }, reason: 'Urgent' } }),
      entry('lease-expired', { actor: timer, cause: 'clock', data: { userId: 'u-jonas' } }),
    ]);
    expect(lines.map(({ text }) => text)).toEqual([
      '林若溪 took “<checking.assess>”',
      '林若溪 gave the ticket back',
      '林若溪 handed it over to Jonas',
      '林若溪 transferred it to Quality team',
      '林若溪 took it over',
      'Back in the queue: Jonas was away too long',
    ]);
    expect(lines.slice(1, 5).map((line) => texts(line))).toEqual([
      ['Reason = Lunch'],
      ['Reason = Knows it'],
      ['Reason = Theirs'],
      ['Reason = Urgent'],
    ]);
  });

  test('tells an escalation once, with where to and why', () => {
    const escalation = {
      ...{ by: 'agent' as const, step: 'checking.assess', fromTeam: 'after-sales', fromTier: 1 },
      ...{ toTeam: 'quality', toTier: 2, reason: 'Dangerous goods' },
    };
    const fact = {
      type: 'escalate' as const,
      team: 'quality',
      tier: 2,
      reason: 'Dangerous goods',
      step: null,
    };
    const line = last(
      entry('claimed'),
      entry('ESCALATE', {
        title: 'Escalate',
        data: { reason: 'Dangerous goods' },
        facts: [fact],
        escalation,
      }),
    );
    expect(line?.text).toBe('林若溪 escalated it to Quality team, tier 2');
    expect(texts(line)).toEqual(['Reason = Dangerous goods']);
  });

  test('tells an escalation by a clock under what the clock did', () => {
    const line = last(
      entry('claimed'),
      entry('after PT4H business sla-breached', {
        ...{ actor: timer, cause: 'clock' },
        data: { timer: 'xstate.after.PT4H business sla-breached.refund-only.checking.assess' },
        facts: [
          { type: 'sla', step: 'checking.assess', state: 'breached' },
          { type: 'escalate', team: 'quality', tier: 2, reason: null, step: null },
        ],
        escalation: {
          ...{ by: 'clock', step: 'checking.assess', fromTeam: 'after-sales', fromTier: 1 },
          ...{ toTeam: 'quality', toTier: 2, reason: null },
        },
      }),
    );
    expect(line).toMatchObject({ sign: 'clock', text: 'Overdue in “<checking.assess>”' });
    expect(texts(line)).toEqual(['Escalated to Quality team, tier 2']);
  });

  test('tells how long a clock had run, business time as such', () => {
    const after = (delay: string) =>
      last(
        entry(`after ${delay}`, {
          ...{ actor: timer, cause: 'clock' },
          data: { timer: `xstate.after.${delay}.refund-only.checking.waiting-for-evidence` },
        }),
      )?.text;
    expect(after('PT24H')).toBe('1440 min had passed in “<checking.waiting-for-evidence>”');
    expect(after('P1DT30M')).toContain('1470 min had');
    expect(after('PT4H business')).toContain('240 min of business time had passed');
  });

  test('tells replies, notes, stopped clocks and tags that the SOP brought along', () => {
    const line = last(
      entry('claimed'),
      entry('ASK_CUSTOMER', {
        title: 'Ask',
        facts: [
          { type: 'pause-clock' },
          { type: 'reply', text: 'Please send photos', reply: 'ask' },
          { type: 'tag', add: ['vip', 'glass'], remove: [] },
          { type: 'set-priority', priority: 'urgent' },
          { type: 'route', team: 'quality', tier: 2, skills: null },
        ],
      }),
    );
    expect(texts(line)).toEqual([
      'Clock stopped',
      'Sent to the customer by the SOP = Please send photos',
      'Tagged vip, glass',
      'Priority is now urgent',
      'Routed to Quality team, tier 2',
    ]);
  });

  test('tells messages as what they are: of the customer, to the customer, for colleagues', () => {
    const message = (more: Partial<HistoryEntry>, data: HistoryEntry['data']) =>
      last(entry('message', { ...more, data }));
    expect(message({ actor: customer }, { body: 'Hi' })).toMatchObject({ sign: 'customer' });
    expect(message({}, { body: 'Hello', internal: false })?.text).toBe('林若溪 wrote to the customer');
    const note = message({}, { body: '<img src=x onerror=alert(1)>', internal: true });
    expect(note?.text).toBe('林若溪 made an internal note');
    expect(note?.details[0]).toEqual({ kind: 'quote', label: null, text: '<img src=x onerror=alert(1)>' });
  });

  test('tells what other systems did by the step that it ended, and an error by its code', () => {
    const at = '2026-11-22T10:00:00.000Z';
    const visit = {
      step: 'look-up',
      title: 'Look up the order',
      leftBy: 'error.order',
      exitedAt: at,
    } as Visit;
    const failed = entry('error.order', { at, actor: timer, data: { error: { code: 'http-5xx' } } });
    const [, line] = tell([entry('opened'), failed], 'en', [visit]);
    expect(line?.text).toBe('“Look up the order” failed');
    expect(texts(line)).toEqual(['Error = http-5xx']);
  });

  test('says for whom was waited in between', () => {
    const stay = (kind: Visit['kind'], from: string, to: string | null) =>
      ({
        kind,
        enteredAt: `2026-11-22T${from}:00.000Z`,
        exitedAt: to && `2026-11-22T${to}:00.000Z`,
      }) as Visit;
    const at = (time: string) => ({ at: `2026-11-22T${time}:00.000Z` });
    const entries = [
      entry('opened', at('10:00')),
      entry('claimed', at('10:30')),
      entry('ASK', at('10:32')),
      entry('CUSTOMER_MESSAGE', { ...at('12:32'), actor: customer }),
    ];
    const visits = [stay('human', '10:00', '10:32'), stay('waits-for-customer', '10:32', '12:32')];
    expect(tell(entries, 'en', visits).map(({ wait }) => wait)).toEqual([
      null,
      'Waited 30 min for somebody of ours',
      null,
      'Waited 120 min for the customer',
    ]);
  });

  test('shows what was stored, and beside it what was entered where that differs', () => {
    const approve = (lang: Lang) =>
      tell(
        [
          entry('claimed'),
          entry('APPROVE', {
            title: 'Grant refund',
            data: { amount: 2000, finding: 'Photos fit' },
            facts: [{ type: 'stored', values: { amount: 943, finding: 'Photos fit', approved: true } }],
          }),
        ],
        lang,
      ).at(-1)?.details;
    expect(approve('en')).toEqual([
      { kind: 'field', label: 'Amount to refund', text: '943', aside: 'entered: 2,000' },
      { kind: 'field', label: 'What you found', text: 'Photos fit' },
    ]);
    expect(approve('zh-CN')?.[0]).toMatchObject({ text: '943', aside: '填写：2,000' });
  });

  test('leaves an automatic reply in the language in which it was sent', () => {
    const [line] = tell(
      [entry('ASK', { facts: [{ type: 'reply', text: '请补充照片', reply: 'ask', lang: 'zh-CN' }] })],
      'en',
    );
    expect(line?.details[0]).toEqual({
      ...{ kind: 'quote', label: 'Sent to the customer by the SOP', text: '请补充照片', lang: 'zh-CN' },
    });
  });

  test('says who entered what a customer said, and marks somebody who works on this very case', () => {
    const said = (ownCase: boolean) =>
      last(
        entry('claimed'),
        entry('message', {
          ...{ actor: customer, recordedBy: lin, data: { body: 'Agreed' } },
          facts: [{ type: 'on-behalf', of: 'customer', ownCase }],
        }),
      )?.details.at(-1);
    expect(said(false)).toEqual({ kind: 'fact', label: null, text: 'Recorded by 林若溪' });
    expect(said(true)).toEqual({
      ...{ kind: 'warning', label: null, text: 'Recorded by 林若溪, who works on this very case' },
    });
    const own = entry('AGREE', {
      title: 'Agrees',
      facts: [{ type: 'on-behalf', of: 'customer', ownCase: true }],
    });
    expect(tell([own], 'zh-CN')[0]?.details).toContainEqual({
      ...{ kind: 'warning', label: null, text: '由本单处理人代买家操作' },
    });
  });

  test('tells taking over, handing back, a right that was lost and a merge that was undone', () => {
    const step = 'checking.assess';
    const entries = [
      entry('taken-over', {
        data: { step, userId: 'u-lin', reason: 'Ill' },
        facts: [{ type: 'take-over', step, from: 'u-jonas' }],
      }),
      entry('handed-back', { data: { step, team: 'quality', tier: 2, reason: 'Not ours' } }),
      entry('revoked', { actor: timer, cause: 'rule', data: { step, userId: 'u-jonas' } }),
      entry('merge-undone', { data: { from: '12' } }),
      entry('merge-undone', { data: { child: '13' } }),
    ];
    expect(tell(entries).map(({ text }) => text)).toEqual([
      '林若溪 took over “<checking.assess>” from Jonas',
      '林若溪 handed “<checking.assess>” back to Quality team, tier 2',
      'Jonas may not work on “<checking.assess>” any more; it waits again',
      '林若溪 undid the merge into #12',
      '林若溪 undid the merge of ticket #13 into this one',
    ]);
    const [, taken, back] = tell([entry('claimed'), ...entries], 'zh-CN');
    expect([taken?.text, back?.text]).toEqual([
      '林若溪从Jonas处接管了“<checking.assess>”',
      '林若溪将“<checking.assess>”退回Quality team（2 线）',
    ]);
    expect(texts(taken)).toEqual(['原因 = Ill']);
  });

  test('tells in which of parallel steps somebody acted, as a lead too, and an escalation that moved nothing', () => {
    const line = last(
      entry('claimed'),
      entry('CALLED', {
        facts: [
          { type: 'take-over', step: 'appease.call', from: null },
          { type: 'acted-in', step: 'appease.call' },
          { type: 'escalate', team: null, tier: 2, reason: null, step: null, moved: false },
        ],
      }),
    );
    expect(texts(line)).toEqual([
      'Took over “<appease.call>” as a lead',
      'In step “<appease.call>”',
      'Not escalated: it was at that tier or above already',
    ]);
  });

  test('tells of a way of the SOP to a higher tier, and of one into an approval', () => {
    const up = {
      type: 'went-up' as const,
      step: 'appease.call',
      fromTeam: 'quality',
      team: 'quality',
      tier: 3,
    };
    const line = last(entry('claimed'), entry('CALLED', { facts: [{ ...up, approval: true }] }));
    expect(texts(line)).toEqual(['For approval by Quality team, tier 3']);
    const escalated = last(entry('claimed'), entry('CALLED', { facts: [{ ...up, approval: false }] }));
    expect(texts(escalated)).toEqual(['Escalated to Quality team, tier 3']);
  });

  test('ends', () => {
    const line = last(entry('claimed'), entry('REJECT', { title: 'Reject', steps: [], stepTitles: [] }));
    expect(texts(line)).toEqual(['The ticket ended']);
  });

  test('names somebody whom we do not know, and an event that has no name, without failing', () => {
    expect(last(entry('transferred', { data: { to: { userId: 'gone' } } }))?.text).toContain('Somebody');
    expect(last(entry('SOMETHING', { actor: { kind: 'agent', id: 'x' } }))?.text).toBe('Somebody: SOMETHING');
    expect(last(entry('transferred'))?.text).toContain('transferred');
  });
});

test('every text of the story fills in the same facts in both languages', () => {
  for (const { en, 'zh-CN': zh } of Object.values(storyTexts.entries)) {
    const names = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).toSorted();
    expect(names(zh)).toEqual(names(en));
  }
});
