import { describe, expect, it } from '@jest/globals';
import type { Actor, JsonObject } from '../../../src/engine/index.js';
import { compileShipped, TicketWalk } from './ticket-walk.js';

const SUPERVISOR: Actor = { kind: 'agent', id: 'u9', name: 'Zhou', roles: ['lead'], tier: 3 };
const DELIVERED = {
  ...{ status: 'delivered', amount: 199, daysSinceDelivery: 3, parcelId: 'PCL-100001' },
  customerId: 'c1',
};
const ORDER = 'ORD-100001';
/** Opens a ticket on a shipped SOP. */
const opener = (id: string) => {
  const sop = compileShipped(id);
  return (data: JsonObject) => new TicketWalk(sop, { orderId: ORDER, ...data });
};

describe('refund only', () => {
  const open = opener('refund-only');

  it('is paid: order found, granted, money back, customer told', () => {
    const walk = open({ reason: 'damaged', amount: 80 }).answer('order', DELIVERED);
    expect(walk.steps).toEqual(['checking.assess']);
    walk.act('APPROVE', { amount: 80, finding: 'Broken handle' }).answer('refund', { refundId: 'RF-1' });
    expect(walk.outcome).toBe('refunded');
    expect(walk.replies.at(-1)).toContain('refunded 80 for order ORD-100001');
  });

  it('above 500 waits for somebody else who approves', () => {
    const walk = open({ reason: 'not-shipped' }).answer('order', { ...DELIVERED, amount: 880 });
    walk.act('APPROVE', { amount: 880, finding: 'Shipment stopped' }, SUPERVISOR);
    expect(walk.steps).toEqual(['approving.supervisor']);
    expect(walk.refusal('APPROVE', {}, SUPERVISOR)).toMatchObject({ refused: 'guard-closed' });
    expect(walk.button('APPROVE', SUPERVISOR)).toMatchObject({ enabled: false });
    walk.act('APPROVE', {}, { ...SUPERVISOR, id: 'u10' });
    expect(walk.steps).toEqual(['paying.pay']);
  });

  it('refuses to refund more than was paid, and says so instead of paying less', () => {
    const walk = open({ reason: 'damaged' }).answer('order', DELIVERED);
    for (const amount of [199.01, 450, 700]) {
      const refusal = walk.refusal('APPROVE', { amount, finding: 'Typed wrong' });
      expect(JSON.stringify(refusal)).toMatch(/More than the customer paid.*cannot be refunded/);
    }
    expect(walk.act('APPROVE', { amount: 199, finding: 'ok' }).steps).toEqual(['paying.pay']);
  });

  it('is looked up by hand when the shop is down, and the payment is checked by a person when it is unclear', () => {
    const walk = open({ reason: 'damaged' }).fail('order', 'timeout');
    expect(walk.steps).toEqual(['checking.look-up-by-hand']);
    walk.act('CONTINUE', { orderStatus: 'delivered', orderAmount: 60 });
    walk.act('APPROVE', { amount: 60, finding: 'ok' }).act('APPROVE', {}, SUPERVISOR);
    walk.fail('refund', 'timeout');
    expect(walk.steps).toEqual(['paying.check-payment']);
    walk.act('RETRY').fail('refund');
    expect(walk.act('CONTINUE', { refundId: 'RF-2' }).outcome).toBe('refunded');
    expect(walk.replies.at(-1)).toContain('refunded 60');
  });

  it('reminds a silent customer after a day and closes after three', () => {
    const walk = open({ reason: 'damaged' }).answer('order', DELIVERED).act('ASK_CUSTOMER');
    expect(walk.replies).toHaveLength(1);
    expect(walk.wait(25).replies).toHaveLength(2);
    expect(walk.wait(48).outcome).toBe('no-answer');
  });

  it('a refused customer may object, and somebody of tier 2 looks again', () => {
    const walk = open({ reason: 'damaged' }).answer('order', DELIVERED);
    walk.act('REJECT', { finding: 'Photos show another product' }).act('CONTINUE').write('That is not true!');
    expect(walk.steps).toEqual(['rejecting.second-opinion']);
    expect(walk.button('APPROVE')).toMatchObject({ enabled: true });
    expect(walk.refusal('APPROVE', { amount: 500 })).toMatchObject({ rule: 'more-than-paid' });
    expect(walk.act('REJECT').outcome).toBe('rejected');
  });

  it('an order that is still to be shipped may not be refused', () => {
    const walk = open({ reason: 'not-shipped' }).answer('order', { ...DELIVERED, status: 'paid' });
    expect(walk.button('REJECT')).toMatchObject({ enabled: false });
    expect(walk.button('REJECT')?.why?.en).toContain('not been shipped');
  });

  it('speaks to the agent in words, not in stored values', () => {
    const walk = open({ reason: 'not-shipped' }).answer('order', { ...DELIVERED, status: 'paid' });
    expect(walk.instructions('zh-CN')).toContain('状态 **已付款待发货**');
    expect(walk.instructions('zh-CN')).toContain('原因 **未发货**');
    expect(walk.instructions('en')).toContain('paid **199**');
  });

  it('an overdue step goes to tier 2, and after a working day to the supervisor', () => {
    const walk = open({ reason: 'damaged' }).answer('order', DELIVERED).wait(9);
    const tiers = walk.facts.flatMap((fact) => (fact.type === 'escalate' ? [fact.tier] : []));
    expect(tiers).toEqual([2, 3]);
  });
});

describe('return and refund', () => {
  const open = opener('return-refund');
  const sent = (): TicketWalk =>
    open({ reason: 'does-not-fit' })
      .answer('order', DELIVERED)
      .act('APPROVE')
      .answer('label', { returnId: 'RET-1' })
      .act('SHIPPED', { trackingNo: 'SF1234567' });

  it('is paid once the warehouse has inspected what came back', () => {
    const walk = sent().act('RECEIVED');
    expect(walk.steps).toEqual(['inspecting.inspect']);
    walk.act('PASS', { condition: 'as-new' }).answer('refund', { refundId: 'RF-1' });
    expect(walk.outcome).toBe('refunded');
  });

  it('a reopened ticket is judged and inspected anew', () => {
    const walk = sent()
      .act('RECEIVED')
      .act('PASS', { condition: 'as-new' })
      .answer('refund', { refundId: 'RF-1' });
    expect(walk.reopen().steps).toEqual(['checking.look-up']);
    expect(walk.context).toMatchObject({ orderId: ORDER, inspected: false, trackingNo: '' });
  });

  it('pays the part that was offered when the customer does not answer the offer', () => {
    const walk = sent().act('RECEIVED').act('FAIL', { condition: 'used', remark: 'worn' });
    expect(walk.refusal('APPROVE')).toMatchObject({ refused: 'guard-closed' });
    walk.act('OFFER', { refundAmount: 120 }).wait(73);
    expect(walk.steps).toEqual(['paying.pay']);
    expect(walk.answer('refund', { refundId: 'RF-2' }).outcome).toBe('partly-refunded');
  });

  it('after the return period only a supervisor can grant it', () => {
    const walk = open({ reason: 'no-longer-wanted' }).answer('order', {
      ...DELIVERED,
      daysSinceDelivery: 12,
    });
    expect(walk.refusal('APPROVE')).toMatchObject({ refused: 'guard-closed' });
    expect(walk.act('REFER').act('APPROVE', {}, SUPERVISOR).steps).toEqual(['returning.make-label']);
  });

  it('asks for the number of an order that is not found, and looks it up with the answer', () => {
    const walk = open({ reason: 'defective' }).fail('order', 'http-4xx').act('ASK_MORE');
    expect(walk.steps).toEqual(['checking.waiting-for-answer']);
    walk.act('RESUME');
    expect(walk.steps).toEqual(['checking.look-up-by-hand']);
    walk.act('RETRY', { orderId: ORDER }).answer('order', DELIVERED).act('ASK_CUSTOMER').act('RESUME');
    expect(walk.steps).toEqual(['checking.assess']);
  });

  it('a follow-up that is skipped goes back to what is awaited, with the reason', () => {
    const walk = sent().wait(10 * 24 + 1);
    expect(walk.refusal('SKIP', {})).toMatchObject({ refused: 'invalid-form' });
    expect(walk.act('SKIP', { reason: 'It is at the gate' }).steps).toEqual(['returning.in-transit']);
  });

  it('a parcel that never arrives is followed up, and refunded once the carrier admits the loss', () => {
    const walk = sent().wait(10 * 24 + 1);
    expect(walk.steps).toEqual(['returning.follow-up']);
    expect(walk.act('CONFIRM_LOSS').answer('refund', { refundId: 'RF-3' }).outcome).toBe('refunded');
  });
});

describe('exchange', () => {
  const open = opener('exchange');
  const inspected = (): TicketWalk =>
    open({ reason: 'wrong-size' })
      .answer('order', DELIVERED)
      .act('APPROVE', { wanted: 'Size L' })
      .act('RECEIVED')
      .act('PASS', { condition: 'as-new' })
      .answer('replacement', { orderId: 'ORD-900001', parcelId: 'PCL-900001' });

  it('ends when the replacement has been delivered', () => {
    const walk = inspected().wait(49).answer('parcel', { status: 'in-transit' });
    expect(walk.steps).toEqual(['replacing.on-the-way']);
    expect(walk.wait(49).answer('parcel', { status: 'delivered' }).outcome).toBe('replaced');
  });

  it('asks a person after five looks, who can refund instead', () => {
    const walk = inspected();
    for (let look = 0; look < 5; look += 1) walk.wait(49).answer('parcel', { status: 'in-transit' });
    expect(walk.wait(49).steps).toEqual(['replacing.resolve']);
    expect(walk.button('RETRY')).toMatchObject({ enabled: false });
    // With the replacement out as well, money back is the word of a supervisor.
    expect(walk.button('REFUND')).toMatchObject({ enabled: false });
    walk.act('REFUND', {}, SUPERVISOR).answer('refund', { refundId: 'RF-1' });
    expect(walk.outcome).toBe('refunded');
  });

  it('sends nothing for goods that did not pass the inspection', () => {
    const walk = open({ reason: 'wrong-size' }).answer('order', DELIVERED).act('APPROVE', { wanted: 'L' });
    walk.act('RECEIVED').act('FAIL', { condition: 'used' });
    expect(walk.button('CONTINUE')).toMatchObject({ enabled: false });
    expect(walk.act('REJECT').outcome).toBe('rejected');
  });
});

describe('complaint', () => {
  const open = opener('complaint');
  const CAUSE = { fault: 'ours', finding: 'The batch had weak seams' };
  const accepted = (): TicketWalk =>
    open({ reason: 'product-quality' })
      .answer('order', DELIVERED)
      .act('ACCEPT', { severity: 'serious', wish: 'Money and an apology' });

  it('goes on when the customer is calm and the cause is known, whichever comes first', () => {
    const walk = accepted();
    expect(walk.steps).toEqual(['handling.appease.call', 'handling.investigate.examine']);
    walk.act('CONCLUDE', CAUSE).act('CALLED', { wish: 'Money' });
    walk.act('OFFER', { remedy: 'refund', amount: 150 }).act('ACCEPT').answer('refund', { refundId: 'RF-1' });
    expect(walk.outcome).toBe('refunded');
    expect(walk.replies.join()).toContain('we offer a refund of 150.');
  });

  it('after a threat goes on exactly where both sides were', () => {
    const walk = accepted().act('NOT_REACHED').act('ASK_SUPPLIER');
    const before = walk.steps;
    expect(walk.act('THREAT').steps).toEqual(['crisis.supervisor']);
    expect(walk.act('RESUME', {}, SUPERVISOR).steps).toEqual(before);
    expect(walk.write('Call me now').steps[0]).toBe('handling.appease.call');
  });

  it('a customer who accepts nothing ends with a supervisor', () => {
    const walk = accepted().act('CALLED', { wish: 'Millions' }).act('CONCLUDE', CAUSE);
    for (let offer = 0; offer < 3; offer += 1)
      walk.act('OFFER', { remedy: 'coupon', amount: 20 }).act('DECLINE');
    expect(walk.refusal('OFFER', { remedy: 'coupon', amount: 30 })).toMatchObject({
      refused: 'guard-closed',
    });
    expect(walk.act('REFER').act('REJECT', {}, SUPERVISOR).outcome).toBe('rejected');
  });

  it('a large remedy is approved before the customer hears of it', () => {
    const walk = accepted().act('CALLED', { wish: 'Money' }).act('CONCLUDE', CAUSE);
    walk.act('OFFER', { remedy: 'refund', amount: 199 }).write('Not enough');
    walk.act('OFFER', { remedy: 'coupon', amount: 300 });
    expect(walk.steps).toEqual(['settling.approve']);
    expect(walk.replies.join()).not.toContain('300');
    expect(walk.act('APPROVE', {}, SUPERVISOR).replies.at(-1)).toContain('300');
  });
});

describe('late parcel', () => {
  const open = opener('parcel-late');
  const STUCK = { carrier: 'SF Express', status: 'stuck', daysSinceScan: 6 };

  it('is sent again after the carrier has lost it', () => {
    const walk = open({ reason: 'no-update' }).answer('order', DELIVERED).answer('parcel', STUCK);
    walk.answer('trace', { traceId: 'TR-1', expectedDays: 2 }).act('CONFIRM_LOSS').act('RESHIP');
    expect(walk.answer('replacement', { orderId: 'ORD-9', parcelId: 'PCL-9' }).outcome).toBe('replaced');
    expect(walk.replies.at(-1)).toContain('PCL-9');
  });

  it('is looked at every day while it moves, and traced when that lasts too long', () => {
    const walk = open({ reason: 'late' }).answer('order', DELIVERED);
    const moving = { carrier: 'SF Express', status: 'in-transit', daysSinceScan: 1 };
    for (let day = 0; day < 4; day += 1) {
      expect(walk.answer('parcel', moving).steps).toEqual(['watching.on-the-way']);
      walk.wait(25);
    }
    expect(walk.replies).toHaveLength(1);
    expect(walk.answer('parcel', moving).steps).toEqual(['tracing.start-trace']);
  });

  it('a silent carrier is pressed by a person, and goods above 500 need a supervisor', () => {
    const walk = open({ reason: 'no-update' })
      .answer('order', { ...DELIVERED, amount: 900 })
      .answer('parcel', STUCK);
    walk.answer('trace', { traceId: 'TR-1', expectedDays: 2 }).wait(73);
    expect(walk.steps).toEqual(['tracing.trace-by-hand']);
    walk.act('RESUME').act('REFUND');
    expect(walk.steps).toEqual(['solving.approve']);
    expect(walk.refusal('APPROVE')).toMatchObject({ refused: 'guard-closed' });
    expect(walk.act('APPROVE', {}, SUPERVISOR).answer('refund', { refundId: 'RF-1' }).outcome).toBe(
      'refunded',
    );
  });

  it('a parcel shown as delivered is cleared up with the customer first', () => {
    const walk = open({ reason: 'not-received' }).answer('order', DELIVERED);
    walk.answer('parcel', { ...STUCK, status: 'delivered' }).act('ASK_CUSTOMER');
    expect(walk.write('My neighbour had it').act('ARRIVED').outcome).toBe('arrived');
  });
});
