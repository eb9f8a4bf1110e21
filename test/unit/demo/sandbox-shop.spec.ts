import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SandboxShop, type ShopAct } from '../../../src/demo/sandbox-shop.js';
import { orderOf } from '../../../src/demo/shop-data.js';

const NOW = Date.parse('2026-11-20T10:00:00Z');
let shop: SandboxShop;

beforeEach(async () => {
  shop = await SandboxShop.start({ now: () => NOW });
});
afterEach(async () => {
  await shop.stop();
});

async function ask(path: string, body?: unknown, key?: string): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(shop.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }) },
  });
  return { status: answer.status, body: await answer.json() };
}

describe('the sandbox shop over HTTP', () => {
  it('serves the order and the parcel of an id, and 404 for another kind of id', async () => {
    expect(await ask('/orders/ORD-20001')).toEqual({ status: 200, body: orderOf('ORD-20001', NOW) });
    expect(await ask('/parcels/PCL-20001')).toMatchObject({ status: 200, body: { id: 'PCL-20001' } });
    expect((await ask('/orders/4711')).status).toBe(404);
    expect((await ask('/nothing')).status).toBe(404);
  });

  it('the same key gives the same answer and acts once, also when asked at the same time', async () => {
    const refund = { orderId: 'ORD-20001', amount: 9, reason: 'broken' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask('/refunds', refund, 'stepwise-7-3-0')),
    );
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 201, body: { status: 'paid' } });
    const listed = (await ask('/_acts')).body as { items: ShopAct[] };
    expect(listed.items).toEqual([
      { key: 'stepwise-7-3-0', path: '/refunds', body: JSON.stringify(refund), asked: 20, acted: 1 },
    ]);
  });

  it('a key that comes back with another request is refused', async () => {
    await ask('/coupons', { customerId: 'CUS-1001', amount: 10 }, 'k');
    expect((await ask('/coupons', { customerId: 'CUS-1001', amount: 20 }, 'k')).status).toBe(422);
  });

  it('requests without a key act each time', async () => {
    const first = await ask('/replacements', { orderId: 'ORD-20001', reason: 'torn' });
    const second = await ask('/replacements', { orderId: 'ORD-20001', reason: 'torn' });
    expect(first.status).toBe(201);
    expect(second.body).not.toEqual(first.body);
    expect(shop.listActs()).toHaveLength(2);
  });

  it('a refused act is not an act', async () => {
    expect((await ask('/refunds', { orderId: 'ORD-20001', amount: 99_999 }, 'a')).status).toBe(422);
    expect((await ask('/refunds', { orderId: 'X', amount: 5 }, 'b')).status).toBe(404);
    expect((await ask('/refunds', '{broken', 'c')).status).toBe(400);
    expect(shop.listActs()).toEqual([]);
  });

  it('refunds of an order are together at most what was paid, and the refusal says so in both languages', async () => {
    const { amount } = orderOf('ORD-20001', NOW) ?? { amount: 0 };
    const part = Math.round(amount * 60) / 100;
    const refund = (more: object, key: string) => ask('/refunds', { orderId: 'ORD-20001', ...more }, key);
    expect((await refund({ amount: part }, 'one')).status).toBe(201);
    expect((await refund({ amount: part }, 'one')).status).toBe(201);
    const refused = await refund({ amount: part }, 'two');
    expect(refused).toMatchObject({ status: 422, body: { error: 'refunded-already' } });
    const { message } = refused.body as { message: Record<string, string> };
    expect(message['en']).toContain(`${String(part)} of ${String(amount)} CNY have been refunded`);
    expect(message['zh-CN']).toContain(`实付 ${String(amount)} 元，已退 ${String(part)} 元`);
    const rest = Math.round((amount - part) * 100) / 100;
    expect((await refund({ amount: rest }, 'three')).status).toBe(201);
    expect((await refund({ amount: 0.01 }, 'four')).status).toBe(422);
    expect((await ask('/refunds', { orderId: 'ORD-20002', amount: 1 }, 'five')).status).toBe(201);
  });

  it('a return can be asked for and followed', async () => {
    const made = await ask('/returns', { orderId: 'ORD-20001', reason: 'too small' }, 'r');
    const { returnId } = made.body as { returnId: string };
    expect(await ask(`/returns/${returnId}`)).toEqual({
      status: 200,
      body: { id: returnId, status: 'in-transit' },
    });
  });

  it('breaks down as often as it is told, before or after it acts', async () => {
    await ask('/_switches', { failNext: 1, failWhen: 'after' });
    expect((await ask('/coupons', { customerId: 'CUS-1001', amount: 10 }, 'lost')).status).toBe(500);
    expect((await ask('/coupons', { customerId: 'CUS-1001', amount: 10 }, 'lost')).status).toBe(201);
    expect(shop.listActs()).toMatchObject([{ key: 'lost', asked: 2, acted: 1 }]);
    await ask('/_switches', { failNext: 1, failWhen: 'before' });
    expect((await ask('/coupons', { customerId: 'CUS-1001', amount: 10 }, 'never')).status).toBe(500);
    expect(shop.listActs()).toHaveLength(1);
    await ask('/_switches', { failureRate: 1 });
    expect((await ask('/orders/ORD-20001')).status).toBe(500);
  });
});
