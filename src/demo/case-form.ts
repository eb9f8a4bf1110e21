import type { JsonObject, JsonSchema } from '../engine/common/model.js';
import { say } from '../engine/common/text.js';
import type { Scene } from './scene.js';
import type { Chance } from './chance.js';
import { REMARKS, WANTED, WISHES } from './customer-texts.js';
import { fillForm, type Knowledge } from './fill-form.js';
import { refundableOf } from './refundable.js';
import { parcelOf } from './shop-data.js';

/**
 * A form filled in with what is known in the case; tries again with fewer and more of the optional fields when a form
 * asks for combinations. `mistaken`: the order number has a typing error.
 */
export function fillCaseForm(
  scene: Pick<Scene, 'story' | 'chance' | 'stage' | 'ticket'>,
  form: JsonSchema,
  now: number,
  { optional = 0.6, mistaken = false } = {},
): JsonObject {
  const { chance, stage } = scene;
  const knowledge = knowledgeOf(scene, now, mistaken);
  let data = fillForm(form, knowledge, chance, optional);
  for (let tries = 0; tries < 4 && !stage.door.fits(form, data); tries++)
    data = fillForm(form, knowledge, chance, tries % 2);
  return data;
}

function knowledgeOf(
  scene: Pick<Scene, 'story' | 'chance' | 'ticket'>,
  now: number,
  mistaken: boolean,
): Knowledge {
  const { story, chance } = scene;
  const { order, customer, sop } = story;
  const parcel = parcelOf(order.parcelId, now);
  const { most, certain } = refundableOf(scene);
  const part = Math.min(most, Math.max(1, Math.round(most * chance.between(0.2, 0.9) * 10) / 10));
  const isSmall = sop === 'complaint' && most < order.amount;
  const amount = isSmall
    ? 5 * chance.int(2, 10)
    : Math.min(most, drawAmount(sop, certain ? most : part, part, chance));
  return {
    facts: {
      orderId: mistaken ? mistype(order.id, chance) : order.id,
      parcelId: order.parcelId,
      amount,
      refundAmount: part,
      // Who was compensated before gets something small that fits beside it.
      ...(isSmall ? { remedy: 'coupon' } : {}),
      orderAmount: order.amount,
      orderStatus: order.status,
      daysSinceDelivery: order.daysSinceDelivery ?? -1,
      customerId: customer.id,
      parcelStatus: parcel?.status ?? 'in-transit',
      daysSinceScan: parcel?.daysSinceScan ?? 0,
      wanted: say(chance.pick(WANTED), customer.lang),
      wish: say(chance.pick(WISHES), customer.lang),
      goodwill: 5 * chance.int(1, 4),
    },
    today: new Date(now).toISOString(),
    words: () => say(chance.pick(REMARKS), customer.lang),
  };
}

/** A number that no order has, or that of somebody else's order. */
function mistype(orderId: string, chance: Chance): string {
  if (chance.happens(0.5)) return `ORD-0${orderId.slice(5)}`;
  return orderId.slice(0, -1) + String((Number(orderId.slice(-1)) + 1) % 10);
}

/** What a customer gets back: mostly all of it; after a complaint something small, now and then enough to need approval. */
function drawAmount(sop: string, all: number, part: number, chance: Chance): number {
  if (sop !== 'complaint') return chance.happens(0.75) ? all : part;
  return chance.happens(0.12) ? 5 * chance.int(41, 80) : 5 * chance.int(2, 30);
}
