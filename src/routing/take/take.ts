import type { OpenVisit, Reach, Ticket } from '../../tickets/model/model.js';
import { standingIn } from '../../tickets/rights/rights.js';

/**
 * What a person's wish to take a ticket comes down to. `held`: they have it already. `take-over`: a colleague holds it,
 * and they lead its team. `theirs`: a colleague holds what they could serve. `not-yours`: it needs people, but others.
 * `nothing`: no visit of it is for a person now.
 */
export type Taking =
  { how: 'claim' | 'take-over' | 'held' | 'theirs' | 'not-yours'; visit: OpenVisit } | { how: 'nothing' };

/**
 * Which visit a person gets who wants this ticket: one they hold, else the first that waits and that they may act in,
 * else the first that somebody else holds. `isBarred`: they may not decide there although they serve its lane.
 */
export function chooseTaking(
  ticket: Ticket,
  step: string | undefined,
  reach: Reach,
  isBarred: (visit: OpenVisit) => boolean,
): Taking {
  const human =
    ticket.status === 'open'
      ? ticket.openVisits.filter((v) => v.kind === 'human' && (step === undefined || v.step === step))
      : [];
  const mine = human.find((v) => v.holder === reach.userId);
  if (mine) return { how: 'held', visit: mine };
  const standings = human.map((visit) => ({ visit, standing: standingIn(visit, reach) }));
  const allowed = standings.filter(({ standing }) => standing.may);
  const waiting = allowed.filter(({ visit }) => visit.holder === null);
  // What is simply theirs comes before what they would take over as a lead.
  const ordered = [...waiting].sort((a, b) => Number(takesOver(a.standing)) - Number(takesOver(b.standing)));
  const free = ordered.find(({ visit }) => !isBarred(visit)) ?? ordered[0];
  if (free) return { how: 'claim', visit: free.visit };
  const [taken] = allowed;
  if (taken) return { how: 'take-over', visit: taken.visit };
  const held = standings.find(({ standing }) => !standing.may && standing.because === 'held');
  if (held) return { how: 'theirs', visit: held.visit };
  const [foreign] = human;
  return foreign ? { how: 'not-yours', visit: foreign } : { how: 'nothing' };
}

function takesOver(standing: ReturnType<typeof standingIn>): boolean {
  return standing.may && standing.takesOver;
}
