import { SKEW_MS } from '../clock.js';

/** A call of a ticket on the brake goes out so long after it was ordered (ms). */
export const HELD_CALL_MS = 2 * 60_000;

/**
 * SQL: whether the row `o` of the outbox is held back at the time `now`: its ticket is on the brake, and the time that it
 * was given is not over. One that a clock which was ahead has given says nothing.
 */
export function isHeldAt(now: string): string {
  const limit = `${String(HELD_CALL_MS + SKEW_MS)} * interval '1 ms'`;
  return `(o.held_until is not null and o.held_until > ${now}::timestamptz
    and o.held_until <= ${now}::timestamptz + ${limit}
    and exists (select from tickets b where b.id = o.ticket_id and b.braked_at is not null))`;
}
