import { listWaysOutOf, stepsTaking } from '../../engine/index.js';
import type { OpenVisit, Ticket } from '../model/model.js';
import { chooseVisit, type Acting, type Candidate } from './rights.js';

/** Where an event is taken, and in which visit the person acts who sends it. */
export interface EventPlace {
  step: string;
  visit: OpenVisit;
}

/**
 * Where the person's event is meant; null for one that no open step knows. A way out of a phase around several visits is
 * open to whoever may act in one of them, also where their own part is done and waits for the others. Throws as
 * `chooseVisit` does.
 */
export function placeOfEvent(
  ticket: Ticket,
  event: string,
  named: string | undefined,
  around: Acting,
): EventPlace | null {
  const ways = stepsTaking(around.sop, ticket.state, event);
  if (ways.length === 0) return null;
  const candidates: Candidate[] = ticket.openVisits.flatMap((visit) => {
    const way =
      visit.kind === 'joined'
        ? listWaysOutOf(around.sop, visit.step).get(event)?.[0]?.state.id
        : ways.find(({ step }) => step === visit.step)?.from;
    return way !== undefined && ways.some(({ from }) => from === way) ? [{ visit, way }] : [];
  });
  const visit = chooseVisit(candidates, named, around);
  const way = candidates.find((one) => one.visit === visit)?.way;
  const step =
    ways.find((one) => one.step === (named ?? visit.step)) ?? ways.find(({ from }) => from === way);
  return { step: step?.step ?? visit.step, visit };
}
