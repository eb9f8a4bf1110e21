import type { Actor, JsonObject } from '../../../src/engine/index.js';
import { SharedLimits } from './shared-limits.js';
import { compileShipped, TicketWalk } from './ticket-walk.js';

export const SUPERVISOR: Actor = { kind: 'agent', id: 'u9', name: 'Zhou', roles: ['lead'], tier: 3 };
export const ORDER = 'ORD-100001';
/** The shop's answer about an order of the customer, and about one of somebody else. */
export const OWN = {
  ...{ status: 'delivered', amount: 199, daysSinceDelivery: 3, parcelId: 'PCL-100001' },
  customerId: 'c1',
};
export const FOREIGN = { ...OWN, customerId: 'CUS-4711' };
export const STUCK = { carrier: 'SF Express', status: 'stuck', daysSinceScan: 6 };
export const BUYER = { buyer: 'Her husband; screenshot of the order seen' };
const REASONS: Record<string, string> = {
  'refund-only': 'damaged',
  'return-refund': 'does-not-fit',
  exchange: 'wrong-size',
  'parcel-late': 'no-update',
  complaint: 'product-quality',
};
export const IDS = Object.keys(REASONS);

const SOPS = new Map(IDS.map((id) => [id, compileShipped(id)]));
/** A new ticket of a shipped SOP. */
export function open(id: string, data: JsonObject = {}, limits = new SharedLimits()): TicketWalk {
  const sop = SOPS.get(id);
  if (!sop) throw new Error(`${id} does not ship`);
  return new TicketWalk(sop, { orderId: ORDER, reason: REASONS[id] ?? '', ...data }, limits);
}

/** A return that is on its way. */
export function returned(limits = new SharedLimits()): TicketWalk {
  return open('return-refund', {}, limits)
    .answer('order', OWN)
    .act('APPROVE')
    .answer('label', { returnId: 'RET-1' })
    .act('SHIPPED', { trackingNo: 'SF1234567' });
}
/** An exchange whose goods are back: the replacement is being ordered. */
export function exchanged(limits = new SharedLimits()): TicketWalk {
  return open('exchange', {}, limits)
    .answer('order', OWN)
    .act('APPROVE', { wanted: 'Size L' })
    .act('RECEIVED')
    .act('PASS', { condition: 'as-new' });
}
/** A parcel of which the carrier admits the loss. */
export function lost(limits = new SharedLimits()): TicketWalk {
  return open('parcel-late', {}, limits)
    .answer('order', OWN)
    .answer('parcel', STUCK)
    .answer('trace', { traceId: 'TR-1', expectedDays: 2 })
    .act('CONFIRM_LOSS');
}
/** A complaint of which everything is known that a remedy needs. */
export function heard(limits = new SharedLimits()): TicketWalk {
  return open('complaint', {}, limits)
    .answer('order', OWN)
    .act('ACCEPT', { severity: 'normal', wish: 'Money' })
    .act('CALLED', { wish: 'Money' })
    .act('CONCLUDE', { fault: 'ours', finding: 'Weak seams' });
}
