import type { GuideStep, Ticket } from './ticket-cache';

/** A target and how it stands. `reply`: the first answer to the customer. */
export interface Clock {
  whose: 'reply' | 'step' | 'ticket';
  /** ISO 8601. */
  to: string;
  /** It stands still; only the target of a ticket can. */
  isPaused: boolean;
}

export type Timed = Pick<
  Ticket,
  'status' | 'firstResponseDueAt' | 'firstRespondedAt' | 'resolveDueAt' | 'stepDueAt' | 'paused'
>;

/** From when on a clock counts as pressing (ms): whole tickets take longer to end than a step or an answer. */
const PRESSING_MS: Record<Clock['whose'], number> = {
  reply: 15 * 60_000,
  step: 15 * 60_000,
  ticket: 60 * 60_000,
};

/** The clocks of the ticket as a whole; those of its steps stand at the steps. */
export function ticketClocks(ticket: Timed): Clock[] {
  if (ticket.status !== 'open') return [];
  const { firstResponseDueAt, firstRespondedAt, resolveDueAt, paused } = ticket;
  return [
    ...(firstResponseDueAt !== null && firstRespondedAt === null
      ? [{ whose: 'reply' as const, to: firstResponseDueAt, isPaused: false }]
      : []),
    ...(resolveDueAt === null ? [] : [{ whose: 'ticket' as const, to: resolveDueAt, isPaused: paused }]),
  ];
}

/** The clock of a step; null: it has no target. */
export function stepClock({ slaDueAt }: Pick<GuideStep, 'slaDueAt'>): Clock | null {
  return slaDueAt === null ? null : { whose: 'step', to: slaDueAt, isPaused: false };
}

/**
 * Where there is room for one: the one that runs out first, of those that run; of equal ones the nearest to the work.
 * It is one of those that the ticket and its steps show themselves, so they never say something else.
 */
export function nextClock(ticket: Timed): Clock | null {
  const own = ticket.status === 'open' ? stepClock({ slaDueAt: ticket.stepDueAt }) : null;
  const all = [...(own === null ? [] : [own]), ...ticketClocks(ticket)];
  const running = all.filter(({ isPaused }) => !isPaused);
  const [first] = (running.length > 0 ? running : all).sort((a, b) => Date.parse(a.to) - Date.parse(b.to));
  return first ?? null;
}

/** How a clock stands at `now` (ms), in whole seconds: what is left is never rounded up, nor what it is late by. */
export function readClock(
  { whose, to, isPaused }: Clock,
  now: number,
): { stands: 'paused' | 'over' | 'pressing' | 'calm'; ms: number } {
  const left = Date.parse(to) - now;
  const ms = Math.floor(Math.abs(left) / 1000) * 1000;
  if (isPaused) return { stands: 'paused', ms };
  if (left <= 0) return { stands: 'over', ms };
  return { stands: left <= PRESSING_MS[whose] ? 'pressing' : 'calm', ms };
}
