import { AsyncLocalStorage } from 'node:async_hooks';

/** What a line is written in the course of. Ids only: no name, no word of anybody. */
export interface LogFacts {
  requestId?: string | undefined;
  personId?: string | undefined;
  ticketId?: string | undefined;
}

/** Asked anew for each line: who calls is known only after a while. */
const current = new AsyncLocalStorage<() => LogFacts>();

/** Runs `work`; each line that is written in it carries these facts. */
export function withFacts<T>(facts: () => LogFacts, work: () => T): T {
  return current.run(facts, work);
}

/** Runs `work` on a ticket, beside any request: a timer, an answer of another system. */
export function aboutTicket<T>(ticketId: string, work: () => T): T {
  const around = factsNow();
  return current.run(() => ({ ...around, ticketId }), work);
}

/** What the present moment belongs to. */
export function factsNow(): LogFacts {
  return current.getStore()?.() ?? {};
}
