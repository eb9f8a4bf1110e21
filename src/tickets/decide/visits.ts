import type { BusinessCalendar, StepEntered, StepKind } from '../../engine/common/model.js';
import type { OpenVisit, Parts, Ticket } from '../model/model.js';

/** Time nobody has spent yet. */
export function noParts(): Parts {
  return { queue: 0, touch: 0, customer: 0, external: 0, offShift: 0, join: 0 };
}

/** Which part an unheld visit's time goes to, by the kind of its step (definition section 8). */
function partOf(kind: StepKind | 'joined'): OpenVisit['running'] {
  switch (kind) {
    case 'human':
      return 'queue';
    case 'waits-for-customer':
      return 'customer';
    case 'joined':
      return 'join';
    case 'automatic':
    case 'waits-for-others':
      return 'external';
  }
}

/**
 * Charges the time since the last charge to the part that is running; the parts add up to the dwell to the
 * millisecond (definition section 8). Waiting in the queue while nobody of the team is on shift is off-shift time.
 */
export function chargeVisit(visit: OpenVisit, now: number, calendar: BusinessCalendar): OpenVisit {
  const elapsed = now - visit.since;
  if (elapsed <= 0) return visit;
  const parts = { ...visit.parts };
  if (visit.running === 'queue') {
    const onShift = Math.min(elapsed, calendar.between(visit.since, now));
    parts.queue += onShift;
    parts.offShift += elapsed - onShift;
  } else {
    parts[visit.running] += elapsed;
  }
  return { ...visit, parts, since: now };
}

/** A new stay in a step; it waits for whoever the step's kind names. */
export function enterVisit(
  entered: StepEntered,
  ticket: Pick<Ticket, 'team' | 'tier' | 'skills'>,
  no: number,
  now: number,
  forkSeq: (fork: string) => number,
): OpenVisit {
  return {
    no,
    step: entered.step,
    kind: entered.kind,
    team: entered.team ?? ticket.team,
    tier: entered.tier ?? ticket.tier,
    skills: entered.skills.length > 0 ? entered.skills : ticket.skills,
    enteredAt: now,
    since: now,
    running: partOf(entered.kind),
    parts: noParts(),
    holder: null,
    heldSince: null,
    agents: [],
    dueAt: null,
    slaDueAt: entered.slaDueAt,
    slaBreached: false,
    escalated: false,
    policy: entered.policyContact,
    cameFrom: null,
    regions: entered.regions.map((r) => ({ ...r, seq: forkSeq(r.fork) })),
  };
}

/** The visit with a person at work on it; their name is kept. Charge it first. */
export function holdVisit(visit: OpenVisit, userId: string): OpenVisit {
  const agents = visit.agents.includes(userId) ? visit.agents : [...visit.agents, userId];
  return { ...visit, holder: userId, heldSince: visit.since, agents, running: 'touch' };
}

/** The visit back in its queue. Charge it first. */
export function freeVisit(visit: OpenVisit): OpenVisit {
  return { ...visit, holder: null, heldSince: null, running: partOf(visit.kind) };
}

/** The visit in the charge of another team from now on, with those that were before kept. Charge it first. */
export function moveVisitTo(
  visit: OpenVisit,
  to: { team: string; tier: number; skills: string[] },
): OpenVisit {
  const moved = { ...visit, ...to };
  if (to.team === visit.team) return moved;
  return { ...moved, teamsBefore: [...(visit.teamsBefore ?? []), { team: visit.team, until: visit.since }] };
}

/** Whether the visit waits for a person to take it. */
export function isWaiting(visit: OpenVisit): boolean {
  return visit.kind === 'human' && visit.holder === null;
}
