import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/engine/index.js';
import { BUYER, FOREIGN, IDS, open, ORDER, OWN, STUCK, SUPERVISOR } from './shipped-tickets.js';
import type { TicketWalk } from './ticket-walk.js';

const lookingByHand = (id: string): string =>
  `${id === 'complaint' ? 'receiving' : 'checking'}.look-up-by-hand`;
const typed = (id: string): JsonObject =>
  id === 'parcel-late'
    ? { parcelId: 'PCL-1', orderAmount: 9_000, parcelStatus: 'lost', daysSinceScan: 9 }
    : {
        ...{ orderStatus: 'delivered', orderAmount: 9_000 },
        ...(['return-refund', 'exchange'].includes(id) ? { daysSinceDelivery: 1 } : {}),
      };

/** From the step after the look-up to the last decision of an agent before something is paid or sent. */
const ASK: Record<string, (walk: TicketWalk) => TicketWalk> = {
  'refund-only': (walk) => walk.act('APPROVE', { amount: 20, finding: 'Broken handle' }),
  'return-refund': (walk) => walk.act('REFER'),
  exchange: (walk) => walk.act('REFER'),
  'parcel-late': (walk) => {
    if (walk.steps[0] === 'checking.look-up-parcel') walk.answer('parcel', STUCK);
    walk.answer('trace', { traceId: 'TR-1', expectedDays: 2 });
    return walk.act('CONFIRM_LOSS').act('REFUND');
  },
  complaint: (walk) =>
    walk
      .act('ACCEPT', { severity: 'normal', wish: 'Money' })
      .act('CALLED', { wish: 'Money' })
      .act('CONCLUDE', { fault: 'ours', finding: 'Weak seams' })
      .act('OFFER', { remedy: 'coupon', amount: 10 }),
};
const DECIDING: Record<string, string> = {
  'refund-only': 'approving.supervisor',
  'return-refund': 'checking.exception',
  exchange: 'checking.exception',
  'parcel-late': 'solving.approve',
  complaint: 'settling.approve',
};

describe.each(IDS)('whose order it is: %s', (id) => {
  it('an order of another account goes to a person, who is not told whose it is', () => {
    const walk = open(id).answer('order', FOREIGN);
    expect(walk.steps).toEqual([lookingByHand(id)]);
    expect(walk.notes()).toEqual([expect.stringContaining('belongs to another customer account')]);
    expect(walk.notes('zh-CN')).toEqual([expect.stringContaining('不在该买家账号名下')]);
    expect(walk.instructions('en')).toContain('belongs to another customer account');
    expect(walk.instructions('zh-CN')).toContain('不在该买家账号名下');
    const told = JSON.stringify([walk.facts, walk.context, walk.instructions('en')]);
    expect(told).not.toContain(FOREIGN.customerId);
  });

  it('its data cannot be typed over, but the right number can be looked up', () => {
    const walk = open(id).answer('order', FOREIGN);
    expect(walk.button('CONTINUE')).toMatchObject({ enabled: false });
    expect(walk.refusal('CONTINUE', typed(id))).toMatchObject({ refused: 'guard-closed' });
    walk.act('RETRY', { orderId: 'ORD-100002' }).answer('order', OWN);
    expect(walk.steps).not.toEqual([lookingByHand(id)]);
    expect(walk.context).toMatchObject({ orderId: 'ORD-100002', doubt: '' });
  });

  it('that it belongs to another account is not forgotten when the shop is down the next time', () => {
    const walk = open(id).answer('order', FOREIGN).act('RETRY', { orderId: ORDER }).fail('order', 'timeout');
    expect(walk.button('CONTINUE')).toMatchObject({ enabled: false });
  });

  it.each([
    [
      'bought by somebody else',
      (walk: TicketWalk) => walk.answer('order', FOREIGN).act('OTHER_ACCOUNT', BUYER),
    ],
    ['typed by hand', (walk: TicketWalk) => walk.fail('order', 'timeout').act('CONTINUE', typed(id))],
  ])(
    'an order %s is decided on by a supervisor who has not asked for it, whatever the amount',
    (_, begin) => {
      const walk = begin(open(id));
      ASK[id]?.(walk);
      expect(walk.steps).toEqual([DECIDING[id]]);
      expect(walk.refusal('APPROVE')).toMatchObject({ refused: 'guard-closed' });
      expect(walk.button('APPROVE')?.why?.en).toContain('so another supervisor decides');
      expect(walk.button('APPROVE')?.why?.['zh-CN']).toContain('须由其他主管审批');
      expect(walk.act('APPROVE', {}, SUPERVISOR).steps).not.toEqual([DECIDING[id]]);
    },
  );

  it('the supervisor reads what is in doubt', () => {
    const walk = open(id).answer('order', FOREIGN).act('OTHER_ACCOUNT', BUYER);
    ASK[id]?.(walk);
    for (const lang of ['en', 'zh-CN'] as const) expect(walk.instructions(lang)).toContain(BUYER.buyer);
  });

  it('a look-up that succeeds later takes the doubt away', () => {
    const walk = open(id).fail('order', 'timeout').act('RETRY', { orderId: ORDER });
    expect(walk.answer('order', OWN).context).toMatchObject({ doubt: '', orderAmount: 199 });
  });

  it('a reopened ticket asks the shop again', () => {
    const walk = open(id).answer('order', FOREIGN);
    walk.act('WITHDRAW').reopen();
    expect(walk.answer('order', OWN).context).toMatchObject({ doubt: '' });
  });
});

describe('what a customer can be asked about an order of another account', () => {
  it.each([
    ['refund-only', 'checking.waiting-for-order-number'],
    ['return-refund', 'checking.waiting-for-answer'],
    ['exchange', 'checking.waiting-for-order-number'],
    ['parcel-late', 'checking.waiting-for-answer'],
  ])('%s: the number, and who bought it; the answer leads back to where either can be done', (id, step) => {
    const walk = open(id).answer('order', FOREIGN).act('ASK_MORE');
    expect(walk.steps).toEqual([step]);
    expect(walk.replies.at(-1)).toContain('is not in your account');
    walk.write('My mother bought it');
    expect(walk.steps).toEqual([lookingByHand(id)]);
    expect(walk.button('OTHER_ACCOUNT')).toMatchObject({ enabled: true });
    expect(walk.button('RETRY')).toMatchObject({ enabled: true });
  });
});

describe('the parcel of a late order', () => {
  it('is that of the order: the loss of another one is no reason to pay', () => {
    const walk = open('parcel-late', { parcelId: 'PCL-999999' }).answer('order', OWN);
    expect(walk.context.parcelId).toBe('PCL-100001');
    expect(walk.notes().at(-1)).toContain('named parcel PCL-999999');
  });

  it('may be tracked by hand, but what the shop said the order cost stands', () => {
    const walk = open('parcel-late').answer('order', OWN).fail('parcel');
    walk.act('CONTINUE', typed('parcel-late'));
    expect(walk.context).toMatchObject({ orderAmount: 199, doubt: 'by-hand' });
  });
});
