import type { CompiledSop } from '../../engine/index.js';
import type { Actor } from '../../engine/common/model.js';
import type { Text } from '../../engine/common/text.js';
import { mayServe } from '../../queues/lanes/lanes.js';
import type { OpenVisit, Reach, Ticket } from '../model/model.js';
import { AmbiguousStep, HeldByOther, NotInStep, NotYours } from './rights-problems.js';

/**
 * Who may act, in one place: every way to an effect asks here (the door when it decides, the guide when it shows what
 * is open, the desk when it hands out). A person acts in a visit when they serve its lane (team, tier and skills), or
 * lead its team: then at any tier and skill, and it is recorded as a take-over.
 */
export type Standing =
  /** `takesOver`: only because they lead the team, or although a colleague holds it. */
  | { may: true; takesOver: boolean }
  /** `held`: they could, but a colleague is at work on it. */
  | { may: false; because: 'not-yours' | 'held' };

/** Who acts, and on which SOP. */
export interface Acting {
  sop: CompiledSop;
  actor: Actor;
  /** What the person who acts may do; null for clocks, automations and customers. */
  reach: Reach | null;
  /** How a skill is called. */
  skillTitle: (skill: string) => Text;
}

/** What the acting person may do. An agent about whom nothing is known may nothing. */
export function reachOfActor({ actor, reach }: Pick<Acting, 'actor' | 'reach'>): Reach {
  return reach ?? { userId: actor.id, teams: [], skills: [], leads: [], isManager: false, leaseMs: 0 };
}

/** How a person stands to a visit. */
export function standingIn(visit: OpenVisit, reach: Reach): Standing {
  const serves = mayServe(reach, visit);
  const leads = reach.leads.includes(visit.team);
  if (!serves && !leads) return { may: false, because: 'not-yours' };
  const isTaken = visit.holder !== null && visit.holder !== reach.userId;
  if (isTaken && !leads) return { may: false, because: 'held' };
  return { may: true, takesOver: isTaken || !serves };
}

/** A visit in which an act could be meant. `way`: acts of the same way are one act, whichever visit it is named by. */
export interface Candidate {
  visit: OpenVisit;
  way: string;
}

/**
 * The visit in which the person acts. They name a step, or only one way is open to them; of a way that several visits
 * share (out of a phase around them) any visit of theirs will do. Throws `NotInStep` for a step in which the act cannot
 * be, `NotYours` (whose it is), `HeldByOther`, and `AmbiguousStep` where more than one way is open to them.
 */
export function chooseVisit(
  candidates: readonly Candidate[],
  named: string | undefined,
  around: Acting,
): OpenVisit {
  const way = candidates.find(({ visit }) => visit.step === named)?.way;
  const meant = named === undefined ? candidates : candidates.filter((one) => one.way === way);
  const [first] = meant;
  if (first === undefined)
    throw new NotInStep(named ?? null, [...new Set(candidates.map(({ visit }) => visit.step))]);
  const reach = reachOfActor(around);
  const standings = meant.map((one) => ({ ...one, standing: standingIn(one.visit, reach) }));
  const allowed = standings.filter(({ standing }) => standing.may);
  if (allowed.length === 0) {
    const held = standings.find(({ standing }) => !standing.may && standing.because === 'held');
    if (held !== undefined) throw new HeldByOther(held.visit.step, held.visit.holder ?? '');
    const { visit } = meant.find((one) => one.visit.step === named) ?? first;
    throw new NotYours(visit, { ...around, title: around.sop.steps.get(visit.step)?.meta.title });
  }
  if (new Set(allowed.map((one) => one.way)).size > 1)
    throw new AmbiguousStep(allowed.map(({ visit }) => visit.step));
  const own = allowed.find(({ visit }) => visit.holder === reach.userId);
  // Who is at work on none of the parts does not end what a colleague is at work on.
  const theirs = standings.find(({ visit, standing }) => !standing.may && visit.holder !== null);
  if (own === undefined && theirs !== undefined)
    throw new HeldByOther(theirs.visit.step, theirs.visit.holder ?? '');
  const inNamed = allowed.find(({ visit }) => visit.step === named);
  const ordinary = allowed.find(({ standing }) => standing.may && !standing.takesOver);
  return (own ?? inNamed ?? ordinary ?? allowed[0] ?? first).visit;
}

/** Every visit on its own, for acts that move one of them. */
export function eachAlone(visits: readonly OpenVisit[]): Candidate[] {
  return visits.map((visit) => ({ visit, way: String(visit.no) }));
}

/** Does the person work for the team that the ticket belongs to? Then they may begin it again, or write after its end. */
export function worksForTicket(reach: Reach, ticket: Pick<Ticket, 'team'>): boolean {
  return reach.teams.some(({ team }) => team === ticket.team);
}

/** Does the person work for a team whose case it is? Then what they enter for the customer moves it. */
export function mayPassOn(reach: Reach, ticket: Pick<Ticket, 'team' | 'openVisits'>): boolean {
  const teams = [ticket.team, ...ticket.openVisits.map(({ team }) => team)];
  return reach.teams.some(({ team }) => teams.includes(team));
}

/** Does the person lead the team that the ticket belongs to? Then they may end it, merge it, change its priority. */
export function leadsTicket(reach: Reach, ticket: Pick<Ticket, 'team'>): boolean {
  return reach.leads.includes(ticket.team);
}

/** Leads of the ticket's team, and managers, set priorities. */
export function mayPrioritise(reach: Reach, ticket: Pick<Ticket, 'team'>): boolean {
  return reach.isManager || leadsTicket(reach, ticket);
}
