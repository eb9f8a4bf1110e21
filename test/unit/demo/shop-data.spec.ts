import { describe, expect, it } from '@jest/globals';
import { customerIdOf, orderOf, parcelOf, returnIdFor, returnOf } from '../../../src/demo/shop-data.js';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const DAY = 86_400_000;
const ids = Array.from({ length: 3000 }, (_, i) => `ORD-${String(20_000 + i)}`);
const orders = ids.map((id) => orderOf(id, NOW)).filter((order) => order !== null);

describe('the data of the sandbox shop', () => {
  it('an order is a pure function of its id and the day', () => {
    for (const id of ids.slice(0, 200)) expect(orderOf(id, NOW + 3_600_000)).toEqual(orderOf(id, NOW));
  });

  it('an order belongs to one of the two thousand customers', () => {
    for (const order of orders) expect(customerIdOf(order.id)).toBe(order.customerId);
    expect(new Set(orders.map((order) => order.customerId)).size).toBeGreaterThan(1_000);
    expect(orders.every(({ customerId }) => /^CUS-[12]\d{3}$/.test(customerId))).toBe(true);
  });

  it('there is no order with another kind of id', () => {
    for (const id of ['', 'ORD-', 'PCL-1', 'ord-1', 'ORD-012345', 'ORD-1/../2', `ORD-${'9'.repeat(41)}`])
      expect(orderOf(id, NOW)).toBeNull();
    expect(parcelOf('ORD-1', NOW)).toBeNull();
    expect(returnOf('RET-1', NOW)).toBeNull();
  });

  it('amounts are what the items cost and lie between 9 and 1500 with a long tail', () => {
    for (const order of orders) {
      const sum = order.items.reduce((total, item) => total + item.price * item.quantity, 0);
      expect(order.amount).toBeCloseTo(sum, 2);
      expect(order.amount).toBeGreaterThanOrEqual(9);
      expect(order.amount).toBeLessThanOrEqual(1500);
    }
    const amounts = orders.map((o) => o.amount).sort((a, b) => a - b);
    const median = amounts[amounts.length / 2] ?? 0;
    const mean = amounts.reduce((a, b) => a + b, 0) / amounts.length;
    expect(mean).toBeGreaterThan(median * 1.3);
    expect(amounts.filter((a) => a > 500).length / amounts.length).toBeGreaterThan(0.05);
  });

  it('only delivered orders have a delivery, and it lies as many days back as they say', () => {
    for (const order of orders) {
      expect(order.deliveredAt !== null).toBe(order.status === 'delivered');
      if (order.deliveredAt === null || order.daysSinceDelivery === null) continue;
      const days = (NOW - Date.parse(order.deliveredAt)) / DAY;
      expect(days).toBeGreaterThanOrEqual(order.daysSinceDelivery);
      expect(days).toBeLessThan(order.daysSinceDelivery + 2);
      expect(Date.parse(order.placedAt)).toBeLessThan(Date.parse(order.deliveredAt));
    }
  });

  it('a parcel agrees with its order', () => {
    for (const order of orders) {
      const parcel = parcelOf(order.parcelId, NOW);
      expect(parcel?.status === 'delivered').toBe(order.status === 'delivered');
      if (parcel?.status === 'stuck' || parcel?.status === 'lost') {
        expect(order.status).toBe('shipped');
        expect(parcel.daysSinceScan).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('every state that a procedure must handle occurs', () => {
    const parcels = orders.map((o) => parcelOf(o.parcelId, NOW)?.status);
    expect(new Set(orders.map((o) => o.status))).toEqual(
      new Set(['paid', 'shipped', 'delivered', 'cancelled']),
    );
    expect(new Set(parcels)).toEqual(new Set(['in-transit', 'delivered', 'stuck', 'lost']));
  });

  it('a return reaches the warehouse two days after it was asked for', () => {
    const id = returnIdFor('ORD-20001', NOW);
    expect(returnOf(id, NOW + DAY)?.status).toBe('in-transit');
    expect(returnOf(id, NOW + 3 * DAY)?.status).toBe('received');
  });
});
