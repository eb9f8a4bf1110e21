import { drawInt, drawOf, drawWeighted } from './draw.js';
import { CATALOGUE, type Article } from './shop-catalogue.js';

const DAY = 86_400_000;
/** The dearest order of the shop, CNY. */
const MOST = 1500;
const CUSTOMERS = 2000;
/** How long a returned parcel is on its way to the warehouse. */
const RETURN_TRAVEL_MS = 2 * DAY;

export type OrderStatus = 'paid' | 'shipped' | 'delivered' | 'cancelled';
export type ParcelStatus = 'in-transit' | 'delivered' | 'stuck' | 'lost';

export interface OrderItem {
  sku: string;
  /** Both languages: "Cotton towel / 纯棉毛巾". */
  name: string;
  quantity: number;
  /** CNY for one. */
  price: number;
}

export interface Order {
  id: string;
  status: OrderStatus;
  /** CNY, 9 to 1500. */
  amount: number;
  currency: 'CNY';
  placedAt: string;
  /** Null while it is not delivered. */
  deliveredAt: string | null;
  /** Whole days; null while it is not delivered. */
  daysSinceDelivery: number | null;
  customerId: string;
  parcelId: string;
  items: OrderItem[];
}

export interface Parcel {
  id: string;
  carrier: string;
  status: ParcelStatus;
  lastScanAt: string;
  /** Whole days. */
  daysSinceScan: number;
}

export interface ShopReturn {
  id: string;
  status: 'in-transit' | 'received';
}

const iso = (at: number): string => new Date(at).toISOString();
/** Ages count from the start of the UTC day, so that the same question has the same answer all day. */
const startOfDay = (now: number): number => Math.floor(now / DAY) * DAY;

function statusOf(id: string): OrderStatus {
  return drawWeighted<OrderStatus>(drawOf(id, 'status'), [
    ['delivered', 76],
    ['shipped', 16],
    ['paid', 6],
    ['cancelled', 2],
  ]);
}

function itemsOf(id: string): OrderItem[] {
  const items: OrderItem[] = [];
  let amount = 0;
  const wanted = drawWeighted(drawOf(id, 'lines'), [
    [1, 62],
    [2, 28],
    [3, 10],
  ]);
  for (let line = 0; line < wanted; line++) {
    const article = drawWeighted<Article>(
      drawOf(id, `article${line}`),
      CATALOGUE.map((a) => [a, a.share] as const),
    );
    if (items.some((i) => i.sku === article.sku)) continue;
    const quantity = article.price < 100 && drawOf(id, `quantity${line}`) < 0.25 ? 2 : 1;
    // A second dear article would leave the range that the shop promises.
    if (amount + quantity * article.price > MOST) continue;
    amount += quantity * article.price;
    items.push({ sku: article.sku, name: `${article.en} / ${article.zh}`, quantity, price: article.price });
  }
  return items;
}

/** Whole days since delivery; three in four orders are younger than a week. */
function daysSinceDelivery(id: string): number {
  const draw = drawOf(id, 'age');
  return draw < 0.75 ? Math.floor((draw / 0.75) * 7) : 7 + Math.floor(((draw - 0.75) / 0.25) * 28);
}

/** Whose order it is. */
export function customerIdOf(orderId: string): string {
  return `CUS-${String(1000 + drawInt(orderId, 'customer', CUSTOMERS))}`;
}

/** The order with this id as it looks at `now` (ms); null when there is none: ids begin with `ORD-`, then no zero. */
export function orderOf(id: string, now: number): Order | null {
  if (!/^ORD-(?!0)[\w-]{1,40}$/.test(id)) return null;
  const status = statusOf(id);
  const items = itemsOf(id);
  const age = status === 'delivered' ? daysSinceDelivery(id) : null;
  const secondOfDay = drawInt(id, 'second', 86_400) * 1000;
  const travelDays =
    status === 'paid' ? drawInt(id, 'travel', 2) : 1 + drawInt(id, 'travel', status === 'shipped' ? 9 : 4);
  const deliveredAt = age === null ? null : startOfDay(now) - age * DAY - secondOfDay;
  const placedAt = (deliveredAt ?? startOfDay(now) - secondOfDay) - travelDays * DAY;
  return {
    id,
    status,
    amount: Math.round(items.reduce((sum, i) => sum + i.quantity * i.price, 0) * 100) / 100,
    currency: 'CNY',
    placedAt: iso(placedAt),
    deliveredAt: deliveredAt === null ? null : iso(deliveredAt),
    daysSinceDelivery: age,
    customerId: customerIdOf(id),
    parcelId: `PCL-${id.slice(4)}`,
    items,
  };
}

const CARRIERS = ['Redbird Express', 'Lanting Logistics', 'Northgate Parcel'];

/** The parcel with this id at `now`; null when there is none. `PCL-x` carries the order `ORD-x`. */
export function parcelOf(id: string, now: number): Parcel | null {
  if (!/^PCL-(?!0)[\w-]{1,40}$/.test(id)) return null;
  const order = statusOf(`ORD-${id.slice(4)}`);
  const status: ParcelStatus =
    order === 'delivered'
      ? 'delivered'
      : order !== 'shipped'
        ? 'in-transit'
        : drawWeighted<ParcelStatus>(drawOf(id, 'parcel'), [
            ['in-transit', 50],
            ['stuck', 35],
            ['lost', 15],
          ]);
  const scanAge = {
    'in-transit': drawInt(id, 'scan', 3),
    delivered: daysSinceDelivery(`ORD-${id.slice(4)}`),
    stuck: 3 + drawInt(id, 'scan', 5),
    lost: 8 + drawInt(id, 'scan', 12),
  }[status];
  return {
    id,
    carrier: CARRIERS[drawInt(id, 'carrier', CARRIERS.length)] ?? 'Redbird Express',
    status,
    lastScanAt: iso(startOfDay(now) - scanAge * DAY - drawInt(id, 'scanSecond', 86_400) * 1000),
    daysSinceScan: scanAge,
  };
}

/** The id of a return that is asked for at `now`; it carries its own birthday, so nothing must be stored. */
export function returnIdFor(orderId: string, now: number): string {
  return `RET-${orderId.slice(4)}-${Math.floor(now / 1000).toString(36)}`;
}

/** The return with this id at `now`; null when there is none. It reaches the warehouse two days after its birth. */
export function returnOf(id: string, now: number): ShopReturn | null {
  const born = /^RET-[\w-]{1,60}-([0-9a-z]{5,9})$/.exec(id)?.[1];
  if (born === undefined) return null;
  const age = now - Number.parseInt(born, 36) * 1000;
  return { id, status: age < RETURN_TRAVEL_MS ? 'in-transit' : 'received' };
}
