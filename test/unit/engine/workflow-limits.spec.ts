import { describe, expect, it } from '@jest/globals';
import { exchanged, heard, IDS, lost, open, OWN, returned, SUPERVISOR } from './shipped-tickets.js';
import { compileShipped, type TicketWalk } from './ticket-walk.js';
import { SharedLimits } from './shared-limits.js';

/** Somebody has refunded so much of the 199 of the order in another ticket. */
function refunded(amount: number, limits = new SharedLimits()): SharedLimits {
  open('refund-only', {}, limits)
    .answer('order', OWN)
    .act('APPROVE', { amount, finding: 'Broken handle' })
    .answer('refund', { refundId: 'RF-1' });
  return limits;
}
/** Somebody has sent the order again in another ticket. */
function sentAgain(limits = new SharedLimits()): SharedLimits {
  lost(limits).act('RESHIP').answer('replacement', { orderId: 'ORD-9', parcelId: 'PCL-9' });
  return limits;
}
const assessed = (limits: SharedLimits): TicketWalk => open('refund-only', {}, limits).answer('order', OWN);

it('every SOP counts its refunds into the same sum, one for each order', () => {
  for (const id of IDS) {
    const limit = compileShipped(id).meta.limits?.find((l) => l.id === 'orderRefunds');
    expect(limit).toMatchObject({ key: 'context.orderId', most: 'context.orderAmount' });
    expect(Object.keys(limit?.calls ?? {})).toEqual(['refund']);
  }
});

describe('what has been refunded on an order in another ticket', () => {
  it.each<[string, (limits: SharedLimits) => TicketWalk]>([
    ['a refund', assessed],
    ['a return', (limits) => open('return-refund', {}, limits).answer('order', OWN)],
    ['an exchange', (limits) => open('exchange', {}, limits).answer('order', OWN)],
    ['a lost parcel', lost],
    ['a complaint', heard],
  ])('is read by whoever decides on %s', (_, begin) => {
    const walk = begin(refunded(100));
    expect(walk.instructions('en')).toContain('**100** of 199');
    expect(walk.instructions('zh-CN')).toContain('已退 **100** 元，实付 199 元');
  });

  it('bounds what may be granted, offered and agreed', () => {
    const limits = refunded(100);
    expect(() => assessed(limits).act('APPROVE', { amount: 100, finding: 'Typed' })).toThrow(
      'more than the customer paid',
    );
    expect(heard(limits).refusal('OFFER', { remedy: 'refund', amount: 100 })).toMatchObject({
      refused: 'never',
    });
    const back = returned(limits).act('RECEIVED').act('FAIL', { condition: 'used' });
    expect(back.refusal('OFFER', { refundAmount: 99.5 })).toMatchObject({ refused: 'never' });
    expect(back.act('OFFER', { refundAmount: 99 }).steps).toEqual(['inspecting.waiting-for-consent']);
  });

  it.each<[string, (limits: SharedLimits) => TicketWalk]>([
    ['a return', (limits) => returned(limits).act('RECEIVED').act('PASS', { condition: 'as-new' })],
    ['a return that was lost', (limits) => returned(limits).wait(241).act('CONFIRM_LOSS')],
    ['a lost parcel', (limits) => lost(limits).act('REFUND')],
    ['an exchange', (limits) => exchanged(limits).fail('replacement', 'http-4xx').act('REFUND')],
  ])('is not paid a second time for %s: the rest goes back', (_, begin) => {
    const limits = refunded(100);
    const walk = begin(limits);
    expect(walk.context.refundAmount).toBe(99);
    expect(walk.answer('refund', { refundId: 'RF-2' }).outcome).toBe('refunded');
    expect(limits.read('orderRefunds', 'ORD-100001')).toBe(199);
  });

  it('closes the money ways when it was all, with a way to end the ticket', () => {
    const limits = refunded(199);
    const claim = open('refund-only', { reason: 'not-shipped' }, limits);
    claim.answer('order', { ...OWN, status: 'paid' });
    expect(claim.button('APPROVE')).toMatchObject({ enabled: false });
    expect(claim.button('APPROVE')?.why?.en).toContain('Nothing is left to refund');
    expect(claim.button('REJECT')).toMatchObject({ enabled: true });
    const parcel = lost(limits);
    expect(parcel.button('REFUND')).toMatchObject({ enabled: false });
    expect(parcel.button('RESHIP')).toMatchObject({ enabled: false });
    expect(parcel.act('SETTLED').outcome).toBe('refunded');
    const back = open('return-refund', {}, limits).answer('order', OWN);
    expect(back.button('APPROVE')).toMatchObject({ enabled: false });
    expect(back.act('REJECT').replies.at(-1)).toContain('has been refunded in full already');
    const swap = open('exchange', {}, limits).answer('order', OWN);
    expect(swap.button('APPROVE')).toMatchObject({ enabled: false });
  });

  it('leaves the warehouse its word about the goods: after-sales ends the ticket', () => {
    const limits = new SharedLimits();
    const back = returned(limits).act('RECEIVED');
    const swap = open('exchange', {}, limits)
      .answer('order', OWN)
      .act('APPROVE', { wanted: 'L' })
      .act('RECEIVED');
    refunded(199, limits);
    back.act('PASS', { condition: 'as-new' });
    expect(back.steps).toEqual(['inspecting.discuss-deduction']);
    expect(back.button('OFFER')).toMatchObject({ enabled: false });
    expect(back.act('SETTLED').outcome).toBe('refunded');
    swap.act('PASS', { condition: 'as-new' });
    expect(swap.steps).toEqual(['replacing.resolve']);
    expect(swap.button('REFUND')).toMatchObject({ enabled: false });
    expect(swap.act('REJECT').outcome).toBe('rejected');
  });

  it('counts for a reopened ticket too', () => {
    const walk = assessed(new SharedLimits());
    walk.act('APPROVE', { amount: 199, finding: 'ok' }).answer('refund', { refundId: 'RF-1' });
    walk.reopen().answer('order', OWN);
    expect(walk.button('APPROVE')).toMatchObject({ enabled: false });
  });
});

describe('a payment', () => {
  it('whose outcome is unknown is ordered again without needing the money twice', () => {
    const limits = new SharedLimits();
    const walk = assessed(limits).act('APPROVE', { amount: 199, finding: 'ok' }).fail('refund', 'timeout');
    walk.act('RETRY').fail('refund', 'http-5xx').act('RETRY').answer('refund', { refundId: 'RF-1' });
    expect(walk.outcome).toBe('refunded');
    expect(limits.read('orderRefunds', 'ORD-100001')).toBe(199);
  });

  it.each<[string, (limits: SharedLimits) => TicketWalk]>([
    ['replacement', (limits) => exchanged(limits).fail('replacement', 'timeout').act('RETRY')],
    ['replacement', (limits) => lost(limits).act('RESHIP').fail('replacement', 'timeout').act('RETRY')],
    ['refund', (limits) => lost(limits).act('REFUND').fail('refund', 'timeout').act('RETRY')],
  ])('of a %s is not held against its own repetition', (call, begin) => {
    const walk = begin(new SharedLimits()).answer(call, {
      orderId: 'ORD-9',
      parcelId: 'PCL-9',
      refundId: 'R',
    });
    expect(['replacing.on-the-way', '']).toContain(walk.steps[0] ?? '');
  });

  it('that was refused gives back what it had reserved', () => {
    const limits = new SharedLimits();
    const walk = assessed(limits).act('APPROVE', { amount: 199, finding: 'ok' }).fail('refund', 'http-4xx');
    expect(limits.read('orderRefunds', 'ORD-100001')).toBe(0);
    expect(walk.act('REVISE').button('APPROVE')).toMatchObject({ enabled: true });
  });

  it('that comes too late because nobody pressed a button fails at once, says why, and can be changed', () => {
    const limits = new SharedLimits();
    const walk = returned(limits).act('RECEIVED').act('FAIL', { condition: 'used' });
    walk.act('OFFER', { refundAmount: 150 });
    refunded(100, limits);
    walk.wait(73);
    expect(walk.steps).toEqual(['paying.check-payment']);
    expect(walk.notes().at(-1)).toContain('more than the customer paid');
    walk.act('REVISE');
    expect(walk.button('ACCEPT')).toMatchObject({ enabled: false });
    walk.act('OFFER', { refundAmount: 99 }).act('ACCEPT').answer('refund', { refundId: 'RF-2' });
    expect(walk.outcome).toBe('refunded');
  });
});

describe('a customer who agrees too late', () => {
  it('to an offer that does not fit any more is made a new one', () => {
    const limits = new SharedLimits();
    const walk = heard(limits).act('OFFER', { remedy: 'refund', amount: 150 }).write('All right');
    expect(walk.button('ACCEPT')).toMatchObject({ enabled: true });
    refunded(100, limits);
    expect(walk.button('ACCEPT')).toMatchObject({ enabled: false });
    walk.act('OFFER', { remedy: 'refund', amount: 99 }).act('ACCEPT');
    expect(walk.steps).toEqual(['settling.pay-refund']);
  });
});

describe('goods that are sent again', () => {
  it('make every further refund of the order a matter for a supervisor', () => {
    const claim = assessed(sentAgain()).act('APPROVE', { amount: 20, finding: 'ok' });
    expect(claim.steps).toEqual(['approving.supervisor']);
    expect(claim.instructions('en')).toContain('A replacement has been sent');
    const parcel = lost(sentAgain()).act('REFUND');
    expect(parcel.steps).toEqual(['solving.approve']);
    const complaint = heard(sentAgain()).act('OFFER', { remedy: 'refund', amount: 20 });
    expect(complaint.steps).toEqual(['settling.approve']);
    const swap = exchanged(sentAgain()).fail('replacement', 'http-4xx');
    expect(swap.button('REFUND')).toMatchObject({ enabled: false });
    expect(swap.button('REFUND', SUPERVISOR)).toMatchObject({ enabled: true });
  });

  it('are sent at most twice for an order; then there is the refund', () => {
    const limits = sentAgain();
    const second = lost(limits).act('RESHIP');
    expect(second.steps).toEqual(['solving.approve']);
    second.act('APPROVE', {}, SUPERVISOR).answer('replacement', { orderId: 'ORD-8', parcelId: 'PCL-8' });
    const third = lost(limits);
    expect(third.button('RESHIP')).toMatchObject({ enabled: false });
    expect(third.act('REFUND').act('APPROVE', {}, SUPERVISOR).steps).toEqual(['solving.pay']);
  });
});

describe('coupons', () => {
  it('are together worth at most 500 for an order', () => {
    const limits = new SharedLimits();
    const give = (amount: number): TicketWalk => {
      const walk = heard(limits).act('OFFER', { remedy: 'coupon', amount });
      if (walk.steps[0] === 'settling.approve') walk.act('APPROVE', {}, SUPERVISOR);
      return walk.act('ACCEPT').answer('coupon', { couponId: 'CPN-1' });
    };
    give(400);
    expect(heard(limits).refusal('OFFER', { remedy: 'coupon', amount: 101 })).toMatchObject({
      refused: 'never',
    });
    give(100);
    const rejected = assessed(limits).act('REJECT', { finding: 'No damage to be seen' });
    expect(rejected.button('COMPENSATE')).toMatchObject({ enabled: false });
  });
});
