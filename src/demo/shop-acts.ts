import { hashText } from './draw.js';
import { orderOf, parcelOf, returnIdFor } from './shop-data.js';

/** What a POST does to the shop: an answer, or why not. */
export type ActAnswer = { status: number; body: Record<string, unknown> };

const refuse = (status: number, error: string, message: string): ActAnswer => ({
  status,
  body: { error, message },
});
const token = (prefix: string, key: string): string =>
  `${prefix}-${hashText(key).toString(36).toUpperCase().padStart(7, '0')}`;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Answers a POST of the sandbox shop. `key` names the act (the idempotency key, or a fresh one) and gives the new
 * thing its id; `now` in ms. Null when the shop has no such endpoint.
 */
export function answerAct(
  path: string,
  body: Record<string, unknown>,
  key: string,
  now: number,
): ActAnswer | null {
  const trace = /^\/parcels\/([^/]+)\/trace$/.exec(path)?.[1];
  if (trace !== undefined) return answerTrace(decodeURIComponent(trace), key, now);
  switch (path) {
    case '/refunds':
      return answerRefund(body, key, now);
    case '/returns': {
      const order = orderOf(text(body['orderId']), now);
      if (order === null) return refuse(404, 'unknown-order', 'There is no such order.');
      const returnId = returnIdFor(order.id, now);
      return { status: 201, body: { returnId, label: `https://labels.invalid/${returnId}` } };
    }
    case '/replacements': {
      const order = orderOf(text(body['orderId']), now);
      if (order === null) return refuse(404, 'unknown-order', 'There is no such order.');
      const id = token('ORD-R', key);
      return { status: 201, body: { orderId: id, parcelId: `PCL-${id.slice(4)}` } };
    }
    case '/coupons': {
      const amount = body['amount'];
      if (typeof amount !== 'number' || !(amount > 0 && amount <= 500))
        return refuse(422, 'invalid-amount', 'A coupon is worth more than 0 and at most 500 CNY.');
      if (text(body['customerId']) === '')
        return refuse(422, 'invalid-customer', 'A coupon needs a customerId.');
      return { status: 201, body: { couponId: token('CPN', key) } };
    }
    default:
      return null;
  }
}

function answerRefund(body: Record<string, unknown>, key: string, now: number): ActAnswer {
  const order = orderOf(text(body['orderId']), now);
  if (order === null) return refuse(404, 'unknown-order', 'There is no such order.');
  const amount = body['amount'];
  if (typeof amount !== 'number' || !(amount > 0 && amount <= order.amount))
    return refuse(422, 'invalid-amount', `A refund is more than 0 and at most ${String(order.amount)} CNY.`);
  return { status: 201, body: { refundId: token('RF', key), status: 'paid' } };
}

function answerTrace(parcelId: string, key: string, now: number): ActAnswer {
  const parcel = parcelOf(parcelId, now);
  if (parcel === null) return refuse(404, 'unknown-parcel', 'There is no such parcel.');
  const expectedDays = { 'in-transit': 1, delivered: 2, stuck: 2, lost: 3 }[parcel.status];
  return { status: 201, body: { traceId: token('TRC', key), expectedDays } };
}
