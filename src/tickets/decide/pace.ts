import { HELD_CALL_MS } from '../../queues/held-calls.js';
import type { Pace, Ticket, TicketFact } from '../model/model.js';
import type { Change, Effect } from './change.js';

/** So many moves by clocks and calls may come in a row, with nobody in between. */
const AT_ONCE = 200;
/** And one more for each of these (ms): an enquiry every ten seconds, which is a clock and a call, never meets the brake. */
const REFILL_MS = 4_000;
/** Timers of a ticket on the brake fire no sooner than this after they were set (ms). */
export const BRAKED_TIMER_MS = 600_000;

/** What of a decided change the pace looks at and slows down. */
interface Move {
  readonly before: Ticket | null;
  readonly now: number;
  readonly around: { readonly clock: number };
  ticket: Ticket;
  readonly timersSet: { id: string; dueAt: number }[];
  readonly effects: Effect[];
  readonly facts: TicketFact[];
}

/**
 * Keeps a ticket from running away: one that its SOP's clocks and calls move on and on, with no person and no customer
 * in between, is slowed down and shown to those who lead. Whatever a person does to it lets it go at full pace again.
 */
export function keepPace(draft: Move, cause: Change['history']['cause']): void {
  const { ticket, now, around } = draft;
  if (cause === 'agent' || cause === 'customer') {
    letGo(draft);
    return;
  }
  if (cause !== 'clock' && cause !== 'automation') return;
  // By the clock: a ticket's own time may stand still, and would never let it rest.
  const pace = step(draft.before?.state.pace, around.clock);
  if (ticket.status !== 'open') {
    letGo(draft);
    return;
  }
  ticket.state = { ...ticket.state, pace };
  if (pace.left > 0 && ticket.brakedAt === null) return;
  if (ticket.brakedAt === null) {
    ticket.brakedAt = now;
    draft.facts.push({ type: 'braked' });
  }
  slowDown(draft);
}

function step(before: Pace | undefined, now: number): Pace {
  const { left, at } = before ?? { left: AT_ONCE, at: now };
  // A clock that went back fills nothing.
  const filled = Math.floor(Math.max(0, now - at) / REFILL_MS);
  const isFull = left + filled >= AT_ONCE;
  return {
    left: Math.max(0, Math.min(AT_ONCE, left + filled) - 1),
    at: isFull || now < at ? now : at + filled * REFILL_MS,
  };
}

function letGo({ ticket }: Move): void {
  ticket.brakedAt = null;
  if (ticket.state.pace === undefined) return;
  const { pace: _gone, ...state } = ticket.state;
  ticket.state = state;
}

function slowDown(draft: Move): void {
  const { ticket, now } = draft;
  const soonest = now + BRAKED_TIMER_MS;
  const { timers } = ticket.state;
  const later = { ...timers };
  for (const timer of draft.timersSet) {
    timer.dueAt = Math.max(timer.dueAt, soonest);
    const set = later[timer.id];
    if (set) later[timer.id] = { ...set, dueAt: timer.dueAt };
  }
  ticket.state = { ...ticket.state, timers: later };
  for (const effect of draft.effects) if (effect.kind === 'http') effect.heldUntil = now + HELD_CALL_MS;
}
