import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../../src/engine/index.js';
import { exchanged, heard, lost, open, OWN, returned, STUCK, SUPERVISOR } from './shipped-tickets.js';
import type { TicketWalk } from './ticket-walk.js';

const OTHER_SUPERVISOR: Actor = { ...SUPERVISOR, id: 'u10', name: 'Fang' };

describe('an offer', () => {
  it.each([
    ['a refund above what was paid', { remedy: 'refund', amount: 199.01 }],
    ['a refund far above', { remedy: 'refund', amount: 6_595 }],
    ['a coupon above 500', { remedy: 'coupon', amount: 501 }],
    ['a refund of nothing', { remedy: 'refund', amount: 0 }],
    ['a coupon of nothing', { remedy: 'coupon', amount: 0 }],
  ])('after a complaint never is %s, whoever makes it, and says so', (_, offer) => {
    const walk = heard();
    for (const said of [
      walk.refusal('OFFER', offer),
      ...(offer.amount <= 1_000 ? [walk.act('REFER').refusal('OFFER', offer, SUPERVISOR)] : []),
    ])
      expect(JSON.stringify(said)).toMatch(/more than 0 and .*at most/);
    expect(walk.replies.join()).not.toContain('we offer');
  });

  it('of an apology needs no amount', () => {
    expect(heard().act('OFFER', { remedy: 'apology', amount: 0 }).act('ACCEPT').outcome).toBe('apologised');
  });

  it('for a return is at most what was paid', () => {
    const walk = returned().act('RECEIVED').act('FAIL', { condition: 'used' });
    const refusal = walk.refusal('OFFER', { refundAmount: 250 });
    expect(JSON.stringify(refusal)).toMatch(/More than the customer paid.*cannot be offered/);
    expect(walk.act('OFFER', { refundAmount: 199 }).steps).toEqual(['inspecting.waiting-for-consent']);
  });
});

describe('the last word of a supervisor', () => {
  const agreed = (amount: number): TicketWalk =>
    heard().act('REFER').act('OFFER', { remedy: 'refund', amount }, SUPERVISOR);

  it('is enough up to 200', () => {
    expect(agreed(150).steps).toEqual(['settling.pay-refund']);
  });

  it('above 200 is confirmed by a second supervisor, and then carried out without asking the customer again', () => {
    const walk = heard().act('REFER').act('OFFER', { remedy: 'coupon', amount: 300 }, SUPERVISOR);
    expect(walk.steps).toEqual(['settling.approve']);
    expect(walk.refusal('APPROVE', {}, SUPERVISOR)).toMatchObject({ refused: 'guard-closed' });
    expect(walk.button('APPROVE', OTHER_SUPERVISOR)).toMatchObject({ enabled: true });
    expect(walk.act('APPROVE', {}, OTHER_SUPERVISOR).steps).toEqual(['settling.issue-coupon']);
  });

  it('that the second one does not share leads back to the talk', () => {
    const walk = heard().act('REFER').act('OFFER', { remedy: 'coupon', amount: 300 }, SUPERVISOR);
    expect(walk.act('REJECT', {}, OTHER_SUPERVISOR).steps).toEqual(['settling.last-talk']);
  });
});

describe('a return that the carrier has lost', () => {
  it('is confirmed by a supervisor above 500: nobody has seen the goods', () => {
    const walk = open('return-refund')
      .answer('order', { ...OWN, amount: 900 })
      .act('APPROVE')
      .answer('label', { returnId: 'RET-1' })
      .act('SHIPPED', { trackingNo: 'SF1234567' })
      .wait(241);
    expect(walk.button('CONFIRM_LOSS')).toMatchObject({ enabled: false });
    expect(walk.act('CONFIRM_LOSS', {}, SUPERVISOR).steps).toEqual(['paying.pay']);
  });
});

describe("a customer's message", () => {
  it('that agrees to a part of the money is taken as the yes that it is', () => {
    const walk = returned().act('RECEIVED').act('FAIL', { condition: 'used' });
    expect(walk.button('ACCEPT')).toMatchObject({ enabled: false });
    walk.act('OFFER', { refundAmount: 120 }).write('I agree');
    expect(walk.steps).toEqual(['inspecting.discuss-deduction']);
    expect(walk.instructions('en')).toContain('Offered so far: **120** of 199');
    expect(walk.instructions('zh-CN')).toContain('已提议退款 **120** 元');
    walk.act('ACCEPT').answer('refund', { refundId: 'RF-1' });
    expect(walk.outcome).toBe('partly-refunded');
  });

  it('that accepts a rejection ends it without a second judgement', () => {
    const walk = open('refund-only').answer('order', OWN);
    walk.act('REJECT', { finding: 'No damage to be seen' }).act('CONTINUE').write('All right then');
    const before = walk.replies.length;
    expect(walk.act('ACCEPT').outcome).toBe('rejected');
    expect(walk.replies).toHaveLength(before);
  });

  it('that names another size is what is sent, when nothing has been sent yet', () => {
    const walk = exchanged().fail('replacement', 'http-4xx').act('ASK_MORE').write('Then size XL');
    expect(walk.act('RETRY', { wanted: 'Size XL' }).context.wanted).toBe('Size XL');
    expect(walk.fail('replacement').act('RETRY').context.wanted).toBe('Size XL');
  });

  it('that nothing is wanted any more ends the search for a parcel', () => {
    const moving = open('parcel-late')
      .answer('order', OWN)
      .answer('parcel', { ...STUCK, status: 'in-transit', daysSinceScan: 1 });
    expect(moving.write('Never mind').act('WITHDRAW').outcome).toBe('withdrawn');
    expect(lost().act('ASK_MORE').write('Never mind').act('WITHDRAW').outcome).toBe('withdrawn');
  });
});

describe('a complaint', () => {
  it('is confirmed to the customer once', () => {
    const walk = open('complaint').answer('order', OWN);
    expect(walk.prepared().filter((text) => text.includes('complaint'))).toEqual([]);
    walk.act('ACCEPT', { severity: 'normal', wish: 'Money' });
    expect(walk.replies.filter((text) => text.includes('Your complaint is with me'))).toHaveLength(1);
  });

  it('does not say a second time that the customer was missed, when it comes back from a threat', () => {
    const walk = open('complaint').answer('order', OWN).act('ACCEPT', { severity: 'normal', wish: 'Money' });
    walk.act('NOT_REACHED').act('THREAT').act('RESUME', {}, SUPERVISOR);
    expect(walk.replies.filter((text) => text.includes('tried to call you'))).toHaveLength(1);
  });
});

describe('what the customer is asked by itself', () => {
  it.each([
    ['refund-only', (walk: TicketWalk) => walk.fail('order')],
    ['exchange', (walk: TicketWalk) => walk.fail('order')],
    ['parcel-late', () => lost()],
  ])('%s: is not beside the button as a prepared reply, which would ask twice', (id, begin) => {
    const walk = begin(open(id));
    const prepared = walk.prepared();
    expect(prepared).not.toContain(walk.act('ASK_MORE').replies.at(-1));
  });
});
