import { contextOf } from '../engine/run/acceptance.js';
import type { Json } from '../engine/common/model.js';
import type { Ticket } from '../tickets/model/model.js';
import type { Scene } from './scene.js';

/** Of a payment of which others may take their part: so little that it fits. */
const CAUTIOUS = 0.05;

const number = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);
const cents = (amount: number): number => Math.floor(amount * 100) / 100;

/** What the ticket has refunded last, CNY. */
export function refundedBy(ticket: Ticket): number {
  const { refundId, paymentId, remedy, refundAmount, amount } = contextOf(ticket.state);
  if (typeof refundId === 'string' && refundId !== '') return number(refundAmount ?? amount);
  return remedy === 'refund' && paymentId !== '' ? number(amount) : 0;
}

/**
 * How much people of the case take to be refundable on its order, CNY; all of it mostly. `certain`: no other ticket
 * about the order may come in between.
 */
export function refundableOf({ story, ticket }: Pick<Scene, 'story' | 'ticket'>): {
  most: number;
  certain: boolean;
} {
  const paid = (ticket && number(contextOf(ticket.state)['orderAmount'])) || story.order.amount;
  if (story.refunded === null) return { most: Math.max(0.01, cents(paid * CAUTIOUS)), certain: false };
  const certain = story.twinAfter === null && (ticket?.reopenings === 0 || story.repeatAfter === null);
  const others = certain ? 0 : 2 * CAUTIOUS * paid;
  // A cent where nothing is left: forms want more than nothing, and the ways to money are closed then.
  return { most: Math.max(0.01, cents(paid - story.refunded - others)), certain };
}
