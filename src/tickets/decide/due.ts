import type { BusinessCalendar, CustomerFacts, Priority, SopMeta } from '../../engine/common/model.js';
import { parseDuration } from '../../engine/index.js';
import type { OpenVisit, Ticket, TicketSla } from '../model/model.js';

const SHARE_OF_TIME: Record<Priority, number> = { urgent: 0, high: 0.5, normal: 1, low: 1.5 };
const SHARE_FOR_TIER: Record<string, number> = { vip: 0.5, gold: 0.75 };
const ALWAYS_OPEN: BusinessCalendar = { add: (from, ms) => from + ms, between: (a, b) => b - a };

/** The calendar that a target of this SOP runs on. */
export function targetCalendar(meta: SopMeta, team: BusinessCalendar): BusinessCalendar {
  return meta.sla.clock === 'business' ? team : ALWAYS_OPEN;
}

/** Ticket-level targets at the start of a ticket (definition section 7: fixed when they are applied). */
export function startTargets(meta: SopMeta, now: number, team: BusinessCalendar): TicketSla {
  const calendar = targetCalendar(meta, team);
  return {
    firstResponseDueAt: calendar.add(now, parseDuration(meta.sla.firstResponse) ?? 0),
    resolveDueAt: calendar.add(now, parseDuration(meta.sla.resolve) ?? 0),
    pausedAt: null,
    pausedMs: 0,
    pauseAsked: false,
  };
}

/** Stops the resolve target, or lets it run on with what was left of it. No change when it already is so. */
export function setPaused(
  sla: TicketSla,
  paused: boolean,
  now: number,
  meta: SopMeta,
  team: BusinessCalendar,
): TicketSla {
  if (paused === (sla.pausedAt !== null)) return sla;
  if (sla.pausedAt === null) return { ...sla, pausedAt: now };
  const calendar = targetCalendar(meta, team);
  const left = calendar.between(sla.pausedAt, sla.resolveDueAt);
  const resolveDueAt = left > 0 ? calendar.add(now, left) : sla.resolveDueAt;
  return { ...sla, pausedAt: null, pausedMs: sla.pausedMs + (now - sla.pausedAt), resolveDueAt };
}

/**
 * When a waiting visit is due: the earlier of its step's target and the ticket's, drawn nearer by priority and by the
 * customer's tier. Urgent work is due at once; nothing is ever due later than the ticket's own target.
 */
export function visitDueAt(
  visit: Pick<OpenVisit, 'enteredAt' | 'slaDueAt'>,
  sla: TicketSla,
  priority: Priority,
  customer: CustomerFacts,
): number {
  const target = Math.min(visit.slaDueAt ?? sla.resolveDueAt, sla.resolveDueAt);
  const span = target - visit.enteredAt;
  if (span <= 0) return target;
  const share = SHARE_OF_TIME[priority] * (SHARE_FOR_TIER[customer.tier] ?? 1);
  return Math.min(visit.enteredAt + Math.round(span * share), sla.resolveDueAt);
}

/** The next moment at which something of the ticket is due; null when it is not open. */
export function ticketDueAt(ticket: Pick<Ticket, 'status' | 'openVisits' | 'sla'>): number | null {
  if (ticket.status !== 'open') return null;
  return ticket.openVisits.reduce((due, v) => Math.min(due, v.dueAt ?? due), ticket.sla.resolveDueAt);
}
