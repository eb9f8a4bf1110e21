import { describe, expect, it } from '@jest/globals';
import { BUYER, exchanged, FOREIGN, heard, lost, open, OWN, returned } from './shipped-tickets.js';
import type { TicketWalk } from './ticket-walk.js';

/** Tickets in which the shop has been told to pay or to send, and the step in which a person sees what came of it. */
const ORDERED: [what: string, call: string, after: string, begin: () => TicketWalk][] = [
  [
    'a refund without return',
    'refund',
    'paying.check-payment',
    () => open('refund-only').answer('order', OWN).act('APPROVE', { amount: 80, finding: 'ok' }),
  ],
  [
    'a refund of a return',
    'refund',
    'paying.check-payment',
    () => returned().act('RECEIVED').act('PASS', { condition: 'as-new' }),
  ],
  ['a replacement', 'replacement', 'replacing.resolve', () => exchanged()],
  [
    'a refund instead of an exchange',
    'refund',
    'replacing.check-payment',
    () => exchanged().fail('replacement', 'http-4xx').act('REFUND'),
  ],
  ['a refund of a lost parcel', 'refund', 'solving.by-hand', () => lost().act('REFUND')],
  ['a lost parcel sent again', 'replacement', 'solving.by-hand', () => lost().act('RESHIP')],
  [
    'a refund after a complaint',
    'refund',
    'settling.check-payment',
    () => heard().act('OFFER', { remedy: 'refund', amount: 50 }).act('ACCEPT'),
  ],
  [
    'a coupon after a complaint',
    'coupon',
    'settling.check-payment',
    () => heard().act('OFFER', { remedy: 'coupon', amount: 50 }).act('ACCEPT'),
  ],
];

describe.each(ORDERED)('%s', (_, call, after, begin) => {
  const WHY = 'The answer was 422: A refund is more than 0 and at most 943 CNY.';

  it('that the shop refuses is not called unclear: the agent reads why, in the note and in the step', () => {
    const walk = begin().fail(call, 'http-4xx', WHY);
    expect(walk.steps).toEqual([after]);
    expect(walk.notes().at(-1)).toContain(WHY);
    expect(walk.notes('zh-CN').at(-1)).toMatch(/^商城拒绝.*943 CNY/u);
    expect(walk.context.refusedWhy).toBe(WHY);
    for (const lang of ['en', 'zh-CN'] as const) {
      expect(walk.instructions(lang)).toContain(WHY);
      expect(walk.notes(lang).at(-1) + walk.instructions(lang)).not.toMatch(/clear answer|明确结果/u);
    }
  });

  it.each(['unknown-connection', 'forbidden-address', 'limit-reached'])(
    'is refused by %s as well',
    (code) => {
      expect(begin().fail(call, code, 'No way.').context.refusedWhy).toBe('No way.');
    },
  );

  it.each(['timeout', 'refused', 'http-5xx', 'invalid-answer'])('is unclear after %s', (code) => {
    const walk = begin().fail(call, code, 'No answer within 10 s.');
    expect(walk.steps).toEqual([after]);
    expect(walk.notes().at(-1)).toMatch(/no clear answer.*No answer within 10 s\./u);
    expect(walk.notes('zh-CN').at(-1)).toMatch(/未返回明确结果.*No answer within 10 s\./u);
    expect(walk.context.refusedWhy).toBe('');
  });
});

describe.each(ORDERED.filter(([, call, after]) => call !== 'replacement' || after !== 'replacing.resolve'))(
  '%s',
  (_, call, __, begin) => {
    it('can be decided anew after a refusal, and only then', () => {
      const unclear = begin().fail(call, 'timeout');
      expect(unclear.button('REVISE')).toMatchObject({ enabled: false });
      const refused = begin().fail(call, 'http-4xx');
      expect(refused.button('REVISE')).toMatchObject({ enabled: true });
      const step = refused.act('REVISE').steps[0] ?? '';
      expect(step).toMatch(/assess|discuss-deduction|resolve|decide|propose/);
    });
  },
);

describe('a coupon for a rejected customer', () => {
  const asked = (): TicketWalk =>
    open('refund-only')
      .answer('order', OWN)
      .act('REJECT', { finding: 'No damage to be seen' })
      .act('COMPENSATE', { goodwill: 20 });

  it('that was refused may be given again; one that may have been issued may not', () => {
    const refused = asked().fail('coupon', 'http-4xx', 'The answer was 422: Too much.');
    expect(refused.notes().at(-1)).toContain('Too much.');
    expect(refused.button('COMPENSATE')).toMatchObject({ enabled: true });
    const unclear = asked().fail('coupon', 'timeout');
    expect(unclear.notes().at(-1)).toContain('no clear answer');
    expect(unclear.button('COMPENSATE')).toMatchObject({ enabled: false });
  });

  it('is not given for an order of another account', () => {
    const walk = open('refund-only').answer('order', FOREIGN).act('OTHER_ACCOUNT', BUYER);
    walk.act('REJECT', { finding: 'No damage to be seen' });
    expect(walk.button('COMPENSATE')).toMatchObject({ enabled: false });
  });
});
