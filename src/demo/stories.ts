import type { Lang } from '../engine/common/text.js';
import { say, type Text } from '../engine/common/text.js';
import { Chance } from './chance.js';
import { OPENINGS } from './customer-texts.js';
import { customerOf, type DemoCustomer } from './customers.js';
import { drawArrivals } from './rhythm.js';
import { orderOf, parcelOf, type Order } from './shop-data.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The procedures of the demo shop and how many of its cases each gets. */
export const SOP_SHARES = [
  ['refund-only', 27],
  ['return-refund', 25],
  ['exchange', 15],
  ['complaint', 8],
  ['parcel-late', 25],
] as const;
export type DemoSop = (typeof SOP_SHARES)[number][0];

/** Which orders a case of the procedure is about. */
const FITTING: Record<DemoSop, (order: Order, now: number) => boolean> = {
  'refund-only': (o) => o.status === 'paid' || (o.status === 'delivered' && (o.daysSinceDelivery ?? 99) < 8),
  'return-refund': (o) => o.status === 'delivered' && (o.daysSinceDelivery ?? 99) < 8,
  exchange: (o) => o.status === 'delivered' && (o.daysSinceDelivery ?? 99) < 8,
  complaint: (o) => o.status === 'delivered' && o.amount > 30,
  'parcel-late': (o, now) =>
    o.daysSinceDelivery === 0 ||
    (o.status === 'shipped' && (parcelOf(o.parcelId, now)?.daysSinceScan ?? 0) > 1),
};

/** One case before it happens: who writes when, about which order, and how they are. */
export interface Story {
  index: number;
  at: number;
  sop: DemoSop;
  order: Order;
  customer: DemoCustomer;
  channel: 'chat' | 'email' | 'phone' | 'app';
  /** Minutes until the customer writes again when nothing happens; Infinity: never. */
  patience: number;
  /** Answers when asked. */
  responsive: boolean;
  /** Opens a second ticket about the same thing so many ms after the first; null: does not. */
  twinAfter: number | null;
  /** This story is such a second ticket; the index of the first one. */
  twinOf: number | null;
  /** Comes back with a new ticket about the same issue so many ms after the end; null: does not. */
  repeatAfter: number | null;
  /** This story is such a come-back. */
  repeatOf: number | null;
  /** What has been refunded on the order so far, CNY; null when that is not certain. Grows as its ticket ends. */
  refunded: number | null;
  /** Writes again so many ms after the end, which opens the ticket again; null: does not. */
  comebackAfter: number | null;
  /** Takes it all back before anybody has looked. */
  changesMind: boolean;
}

/**
 * The cases of the days before `to`, in order of time. `recent`: at least so many of them in the last five hours,
 * so that something waits when the world is handed over.
 */
export function planStories(seed: number, count: number, from: number, to: number, recent: number): Story[] {
  const chance = new Chance(seed, 'arrivals');
  const late = Math.min(recent, count);
  const lateFrom = Math.max(from, to - 5 * 3_600_000);
  const arrivals = [
    ...drawArrivals(chance, count - late, from, to),
    ...Array.from({ length: late }, () => Math.floor(chance.between(lateFrom, to - MINUTE))),
  ].sort((a, b) => a - b);
  return arrivals.map((at, index) => planStory(seed, index, at));
}

function planStory(seed: number, index: number, at: number): Story {
  const chance = new Chance(seed, `story ${String(index)}`);
  const sop = chance.weighted(SOP_SHARES);
  const order = drawOrder(chance, sop, at);
  const customer = customerOf(order.customerId);
  return {
    index,
    at,
    sop,
    order,
    customer,
    channel: chance.weighted([
      ['chat', 58],
      ['app', 22],
      ['email', 12],
      ['phone', 8],
    ]),
    patience: chance.happens(0.3) ? chance.around(50, 0.8) : Infinity,
    responsive: chance.happens(0.86),
    twinAfter: chance.happens(0.025) ? chance.between(8, 45) * MINUTE : null,
    twinOf: null,
    repeatAfter: chance.happens(0.16) ? Math.min(6.5 * DAY, chance.around(1.6 * DAY, 0.7)) : null,
    repeatOf: null,
    refunded: 0,
    comebackAfter: chance.happens(0.06) ? chance.around(0.8 * DAY, 0.9) : null,
    changesMind: chance.happens(0.015),
  };
}

/** A second ticket about the same thing: a duplicate while the first is open, or a come-back after its end. */
export function planSequel(story: Story, index: number, at: number, kind: 'twin' | 'repeat'): Story {
  return {
    ...story,
    index,
    at,
    twinOf: kind === 'twin' ? story.index : null,
    repeatOf: kind === 'repeat' ? story.index : null,
    // The first one may still pay while it is open, or when it is opened again; so may a twin.
    refunded:
      kind === 'repeat' && story.comebackAfter === null && story.twinAfter === null ? story.refunded : null,
    twinAfter: null,
    repeatAfter: null,
    comebackAfter: null,
    changesMind: false,
  };
}

/** Mostly an order that fits the procedure; now and then one that does not, as in life. */
function drawOrder(chance: Chance, sop: DemoSop, at: number): Order {
  const picky = !chance.happens(0.05);
  for (;;) {
    const order = orderOf(`ORD-${String(chance.int(100_000, 999_999))}`, at);
    if (order !== null && (!picky || FITTING[sop](order, at))) return order;
  }
}

/** How the case begins, in the customer's words. */
export function openingOf(
  story: Story,
  reason: string | null,
  chance: Chance,
): { subject: string; body: string } {
  const opening = OPENINGS[reason ?? ''] ?? OPENINGS[story.sop] ?? OPENINGS['complaint'];
  if (opening === undefined) throw new Error('there is no opening for complaints');
  const { subject, bodies } = opening;
  const { lang } = story.customer;
  const item = itemName(story.order, lang);
  const body = say(chance.pick(bodies), lang)
    .replaceAll('{item}', item)
    .replaceAll('{order}', story.order.id);
  const prefix = story.repeatOf === null ? '' : say(AGAIN, lang);
  return { subject: `${say(subject, lang)} · ${item}`, body: prefix + body };
}

const AGAIN: Text = {
  en: 'I wrote before and it is still not solved. ',
  'zh-CN': '之前找过你们，还是没解决。',
};

function itemName(order: Order, lang: Lang): string {
  const [en = '', zh = ''] = (order.items[0]?.name ?? '').split(' / ');
  return lang === 'en' ? en : zh;
}
