import { hashText } from './draw.js';
import { orderOf, parcelOf, returnIdFor } from './shop-data.js';

/** What a POST does to the shop: an answer, or why not. */
export type ActAnswer = { status: number; body: Record<string, unknown> };

/** In both languages of the house: SOPs show it to the agent as it is. */
const refuse = (status: number, error: string, en: string, zh: string): ActAnswer => ({
  status,
  body: { error, message: { en, 'zh-CN': zh } },
});
const unknownOrder = (): ActAnswer => refuse(404, 'unknown-order', 'There is no such order.', '没有该订单。');
const token = (prefix: string, key: string): string =>
  `${prefix}-${hashText(key).toString(36).toUpperCase().padStart(7, '0')}`;
const money = (amount: number): string => String(Math.round(amount * 100) / 100);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Answers a POST of the sandbox shop. `key` names the act (the idempotency key, or a fresh one) and gives the new
 * thing its id; `now` in ms; `refundedOf` tells what has been refunded on an order so far. Null when the shop has no
 * such endpoint.
 */
export function answerAct(
  path: string,
  body: Record<string, unknown>,
  key: string,
  now: number,
  refundedOf: (orderId: string) => number,
): ActAnswer | null {
  const trace = /^\/parcels\/([^/]+)\/trace$/.exec(path)?.[1];
  if (trace !== undefined) return answerTrace(decodeURIComponent(trace), key, now);
  switch (path) {
    case '/refunds':
      return answerRefund(body, key, now, refundedOf);
    case '/returns': {
      const order = orderOf(text(body['orderId']), now);
      if (order === null) return unknownOrder();
      const returnId = returnIdFor(order.id, now);
      return { status: 201, body: { returnId, label: `https://labels.invalid/${returnId}` } };
    }
    case '/replacements': {
      const order = orderOf(text(body['orderId']), now);
      if (order === null) return unknownOrder();
      const id = token('ORD-R', key);
      return { status: 201, body: { orderId: id, parcelId: `PCL-${id.slice(4)}` } };
    }
    case '/coupons': {
      const amount = body['amount'];
      if (typeof amount !== 'number' || !(amount > 0 && amount <= 500))
        return refuse(
          422,
          'invalid-amount',
          'A coupon is worth more than 0 and at most 500 CNY.',
          '优惠券面额须大于 0 元且不超过 500 元。',
        );
      if (text(body['customerId']) === '')
        return refuse(422, 'invalid-customer', 'A coupon needs a customerId.', '发放优惠券须提供买家编号。');
      return { status: 201, body: { couponId: token('CPN', key) } };
    }
    default:
      return null;
  }
}

function answerRefund(
  body: Record<string, unknown>,
  key: string,
  now: number,
  refundedOf: (orderId: string) => number,
): ActAnswer {
  const order = orderOf(text(body['orderId']), now);
  if (order === null) return unknownOrder();
  const amount = body['amount'];
  const most = String(order.amount);
  if (typeof amount !== 'number' || !(amount > 0 && amount <= order.amount))
    return refuse(
      422,
      'invalid-amount',
      `A refund is more than 0 and at most ${most} CNY.`,
      `退款须大于 0 元且不超过 ${most} 元。`,
    );
  const refunded = refundedOf(order.id);
  // Half a cent: sums of fractions are not exact.
  if (refunded + amount > order.amount + 0.005)
    return refuse(
      422,
      'refunded-already',
      `${money(refunded)} of ${most} CNY have been refunded on this order; ${money(amount)} more would be too much.`,
      `该订单实付 ${most} 元，已退 ${money(refunded)} 元，再退 ${money(amount)} 元将超出实付金额。`,
    );
  return { status: 201, body: { refundId: token('RF', key), status: 'paid' } };
}

function answerTrace(parcelId: string, key: string, now: number): ActAnswer {
  const parcel = parcelOf(parcelId, now);
  if (parcel === null) return refuse(404, 'unknown-parcel', 'There is no such parcel.', '没有该包裹。');
  const expectedDays = { 'in-transit': 1, delivered: 2, stuck: 2, lost: 3 }[parcel.status];
  return { status: 201, body: { traceId: token('TRC', key), expectedDays } };
}
