import type { Change } from './change.js';
import { Draft, plain } from './draft.js';
import { barredFrom, type Surroundings } from './surroundings.js';
import type { Command, OpenVisit, Ticket } from '../model/model.js';
import type { OwnerWords } from '../rights/rights-problems.js';
import { AmbiguousStep, HeldByOther, NothingHeld, NotInStep, NotYours } from '../rights/rights-problems.js';
import { reachOfActor, standingIn } from '../rights/rights.js';
import { NotWaiting, ObsoleteCommand } from '../model/ticket-problems.js';
import { freeVisit } from './visits.js';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * A person takes a visit: one that waits in a lane of theirs, or, as a lead of its team, at any tier and skill and,
 * with a reason, from whoever holds it. Nobody is handed what they may not decide.
 */
export function claim(ticket: Ticket, command: Of<'claim'>, around: Surroundings): Change {
  const visit = ticket.openVisits.find((v) => v.no === command.visitNo);
  if (ticket.status !== 'open' || visit?.kind !== 'human') throw new NotWaiting(ticket.id);
  const reach = reachOfActor(around);
  const { holder: from } = visit;
  if (from === reach.userId) throw new NotWaiting(ticket.id);
  const standing = standingIn(visit, reach);
  if (!standing.may)
    throw standing.because === 'held'
      ? new HeldByOther(visit.step, from ?? '')
      : new NotYours(visit, wordsOf(visit, around));
  if (from !== null && command.reason === undefined) throw new NotWaiting(ticket.id);
  mayDecide(ticket, visit, around);
  const draft = new Draft(ticket, ticket, around);
  if (standing.takesOver) draft.noteTakeOver(visit);
  if (from !== null) draft.ticket.transfers += 1;
  draft.hold(visit.no, reach.userId);
  const { step, no, team } = visit;
  const fromTeam = from === null ? undefined : team;
  const data = plain({ step, visit: no, fromTeam, userId: reach.userId, reason: command.reason });
  return draft.finish(
    { type: from === null ? 'claimed' : 'taken-over', cause: 'agent', data },
    command.leaseMs,
  );
}

/** Throws `NotYours` with the reason of the four-eyes rule that keeps the person from deciding here. */
function mayDecide(ticket: Ticket, visit: OpenVisit, around: Surroundings): void {
  const why = barredFrom(ticket, visit.step, reachOfActor(around), around);
  if (why !== null) throw new NotYours(visit, wordsOf(visit, around), why);
}

function wordsOf({ step }: OpenVisit, { sop, skillTitle }: Surroundings): OwnerWords {
  return { title: sop.steps.get(step)?.meta.title, skillTitle };
}

function letGo(ticket: Ticket, around: Surroundings, no: number): Draft {
  const draft = new Draft(ticket, ticket, around);
  draft.changeVisits((v) => v.no === no, freeVisit);
  return draft;
}

/** The visit that the person holds: the one they name, or the only one. Throws `NothingHeld`, `NotInStep`, `AmbiguousStep`. */
export function heldVisit(ticket: Ticket, userId: string, step: string | undefined): OpenVisit {
  const held = ticket.openVisits.filter((v) => v.holder === userId);
  const steps = held.map((v) => v.step);
  if (held.length === 0) throw new NothingHeld(ticket.id);
  const [visit, second] = step === undefined ? held : held.filter((v) => v.step === step);
  if (visit === undefined) throw new NotInStep(step ?? null, steps);
  if (second !== undefined) throw new AmbiguousStep(steps);
  return visit;
}

/** A person gives back a step that they hold; it waits again with its old due time. */
export function release(ticket: Ticket, command: Of<'release'>, around: Surroundings): Change {
  const visit = heldVisit(ticket, reachOfActor(around).userId, command.step);
  const draft = letGo(ticket, around, visit.no);
  const data = plain({ userId: visit.holder, reason: command.reason, step: visit.step, visit: visit.no });
  return draft.finish({ type: 'released', cause: 'agent', data }, 0);
}

/** A lease that its holder stopped renewing; `since` (the ticket's own time) tells it from a later one. */
export function expireLease(ticket: Ticket, command: Of<'lease-expired'>, around: Surroundings): Change {
  const held = ticket.openVisits.find((v) => v.no === command.visitNo && v.holder === command.userId);
  // Released and taken again since: that is another lease.
  const isOver = held !== undefined && (held.heldSince ?? 0) <= command.since;
  if (ticket.status !== 'open' || !isOver) throw new ObsoleteCommand('lease-expired');
  const draft = letGo(ticket, around, command.visitNo);
  const data = plain({ userId: command.userId, visit: command.visitNo });
  return draft.finish({ type: 'lease-expired', cause: 'clock', data }, 0);
}

/** The holder lost the team, the tier, a skill or the account: what they hold waits for somebody else. */
export function revoke(ticket: Ticket, command: Of<'revoke'>, around: Surroundings): Change {
  const held = ticket.openVisits.find((v) => v.no === command.visitNo && v.holder === command.userId);
  if (ticket.status !== 'open' || held === undefined || held.heldSince !== command.heldSince)
    throw new ObsoleteCommand('revoke');
  const draft = letGo(ticket, around, command.visitNo);
  const data = plain({ userId: command.userId, visit: command.visitNo, step: held.step });
  return draft.finish({ type: 'revoked', cause: 'rule', data }, 0);
}
