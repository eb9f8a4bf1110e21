import { reachOf } from '../people/access.js';
import type { Person } from '../people/model.js';
import { mayServe } from '../queues/lanes.js';
import type { OpenVisit, Ticket } from '../tickets/model.js';
import { isWaiting } from '../tickets/visits.js';

/**
 * What a person's wish to take a ticket comes down to. `held`: they have it already. `out-of-reach`: it needs people,
 * but of another lane. `nothing`: no visit of it is for a person now.
 */
export type Taking =
  { how: 'claim' | 'take-over' | 'held' | 'out-of-reach'; visit: OpenVisit } | { how: 'nothing' };

/**
 * Which visit a person gets who wants this ticket: one they hold, else the first that waits for them, else the first
 * that somebody else holds and that they may serve.
 */
export function chooseVisit(ticket: Ticket, person: Person): Taking {
  const human = ticket.status === 'open' ? ticket.openVisits.filter((v) => v.kind === 'human') : [];
  const mine = human.find((v) => v.holder === person.id);
  if (mine) return { how: 'held', visit: mine };
  const reach = reachOf(person);
  const inReach = human.filter((v) => mayServe(reach, v));
  const waiting = inReach.find(isWaiting);
  if (waiting) return { how: 'claim', visit: waiting };
  const [taken] = inReach;
  if (taken) return { how: 'take-over', visit: taken };
  const [foreign] = human;
  return foreign ? { how: 'out-of-reach', visit: foreign } : { how: 'nothing' };
}
