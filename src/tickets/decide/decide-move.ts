import type { JsonObject } from '../../engine/common/model.js';
import { mayHold, mayServe } from '../../queues/lanes/lanes.js';
import type { Change } from './change.js';
import { heldVisit } from './decide-hold.js';
import { Draft, plain } from './draft.js';
import { barredFrom, type Surroundings } from './surroundings.js';
import { resolveEscalation, withinTeam } from '../rights/escalation.js';
import type { Command, OpenVisit, Ticket } from '../model/model.js';
import { AtTheTop, NotAnEscalation, NothingHeld, NothingToHandBack } from '../rights/rights-problems.js';
import { chooseVisit, eachAlone, reachOfActor, standingIn } from '../rights/rights.js';
import { NotFittingState, UnknownReference } from '../model/ticket-problems.js';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;
interface Place {
  team: string;
  tier: number;
}
type Refused = Extract<ReturnType<typeof resolveEscalation>, { refused: string }>;

/** Says why an escalation with these data moves nothing. */
export function refuseEscalation(
  visit: OpenVisit,
  data: JsonObject | undefined,
  around: Surroundings,
): never {
  const asked = readTarget(data?.['to']);
  const to = resolveEscalation(visit, asked, around);
  if ('refused' in to) throw refusedEscalation(visit, to);
  throw new NotAnEscalation(visit, to);
}

/** A person who asks for a tier asks for one that there is; an SOP's own number ends at the top of the team. */
export function mustHaveTier(
  visit: OpenVisit,
  data: JsonObject | undefined,
  around: Surroundings,
  pointer: string,
): void {
  const { team = visit.team, tier } = readTarget(data?.['to']);
  const tiers = around.tiersOf(team);
  if (tier === undefined || tier <= tiers) return;
  throw new UnknownReference(pointer, {
    en: `There is no tier ${tier}: team ${team} has ${tiers}.`,
    'zh-CN': `没有第 ${tier} 级：团队 ${team} 共 ${tiers} 级。`,
  });
}

function refusedEscalation(from: OpenVisit, target: Refused): AtTheTop | NotAnEscalation {
  return target.refused === 'top' ? new AtTheTop(from) : new NotAnEscalation(from, target.to);
}

function readTarget(to: JsonObject[string] | undefined): { team?: string; tier?: number } {
  if (typeof to !== 'object' || to === null || Array.isArray(to)) return {};
  const { team, tier } = to;
  return {
    ...(typeof team === 'string' && { team }),
    ...(typeof tier === 'number' && { tier }),
  };
}

/** A lead who moves what is not theirs, or what a colleague holds, takes it over first. */
function noteTaking(draft: Draft, visit: OpenVisit): void {
  const standing = standingIn(visit, reachOfActor(draft.around));
  if (standing.may && standing.takesOver) draft.noteTakeOver(visit);
}

/** Back to the lane, and to the person if they are still to be had, from which an escalation or a transfer took the step. */
export function handBack(ticket: Ticket, command: Of<'hand-back'>, around: Surroundings): Change {
  if (ticket.status !== 'open') throw new NotFittingState('hand-back', ticket.status, ['open']);
  const human = ticket.openVisits.filter((v) => v.kind === 'human');
  const visit = chooseVisit(eachAlone(human), command.step, around);
  const { cameFrom } = visit;
  if (!cameFrom) throw new NothingToHandBack(visit.step);
  const draft = new Draft(ticket, ticket, around);
  noteTaking(draft, visit);
  const { team, tier, skills, holder } = cameFrom;
  draft.moveVisit(visit.no, { team, tier, skills });
  draft.follow(visit, { team, tier });
  const { knower } = command;
  const isKnower =
    knower !== null &&
    knower.userId === holder &&
    mayServe(knower, cameFrom) &&
    barredFrom(ticket, visit.step, knower, around) === null;
  if (isKnower) draft.hold(visit.no, knower.userId);
  draft.changeVisits(
    (v) => v.no === visit.no,
    (v) => ({ ...v, cameFrom: null }),
  );
  const userId = isKnower ? knower.userId : undefined;
  const { step, no, team: fromTeam } = visit;
  const data = plain({ reason: command.reason, step, visit: no, fromTeam, team, tier, userId });
  return draft.finish({ type: 'handed-back', cause: 'agent', data }, command.leaseMs);
}

/** To another team at the same tier (or its highest, where it has fewer), or to a person: by who holds the step, or a lead of its team. */
export function transfer(ticket: Ticket, command: Of<'transfer'>, around: Surroundings): Change {
  if (ticket.status !== 'open') throw new NotFittingState('transfer', ticket.status, ['open']);
  const visit = transferable(ticket, command.step, around);
  const draft = new Draft(ticket, ticket, around);
  noteTaking(draft, visit);
  const { to } = command;
  if ('person' in to && to.person.userId === visit.holder)
    throw new UnknownReference('/to/userId', HOLDS_IT_ALREADY);
  if ('team' in to) {
    if (to.team === visit.team) throw new UnknownReference('/to/team', ALREADY_THERE);
    const place = withinTeam({ team: to.team, tier: visit.tier }, around);
    noteTransfer(draft, visit, place, command.reason);
    draft.moveVisit(visit.no, place);
    draft.follow(visit, place);
  } else {
    const isFit = mayHold(to.person, visit) && barredFrom(ticket, visit.step, to.person, around) === null;
    if (!isFit) throw new UnknownReference('/to/userId', NO_SUCH_PERSON);
    draft.ticket.transfers += 1;
    draft.hold(visit.no, to.person.userId);
  }
  const target = 'team' in to ? { team: to.team } : { userId: to.person.userId };
  const { step, no, team: fromTeam } = visit;
  const data = plain({ to: target, fromTeam, reason: command.reason, step, visit: no });
  return draft.finish({ type: 'transferred', cause: 'agent', data }, command.leaseMs);
}

/** To specialists it is an escalation like any other (definition section 2), unless they are those it came from. */
function noteTransfer(draft: Draft, visit: OpenVisit, to: Place, reason: string): void {
  const { team: fromTeam, tier: fromTier, cameFrom } = visit;
  const isUp = draft.around.isSpecialist(to.team) && cameFrom?.team !== to.team;
  if (isUp) draft.noteEscalation(visit, { fromTeam, fromTier, toTeam: to.team, toTier: to.tier, reason });
  else draft.ticket.transfers += 1;
}

const ALREADY_THERE = {
  en: 'The step is with this team already.',
  'zh-CN': '该步骤已在该团队处理。',
};
const HOLDS_IT_ALREADY = {
  en: 'This person holds the step already.',
  'zh-CN': '该人员已在处理该步骤。',
};
export const NO_SUCH_PERSON = {
  en: 'There is no such person, or they do not work for this team, tier and skills, or may not decide here.',
  'zh-CN': '该人员不存在，或其团队、层级、技能不匹配，或不能审批该步骤。',
};

function transferable(ticket: Ticket, step: string | undefined, around: Surroundings): OpenVisit {
  const reach = reachOfActor(around);
  if (ticket.openVisits.some((v) => v.holder === reach.userId)) {
    const named = ticket.openVisits.find((v) => v.step === step);
    if (named === undefined || named.holder === reach.userId) return heldVisit(ticket, reach.userId, step);
  }
  const human = ticket.openVisits.filter((v) => v.kind === 'human');
  const visit = chooseVisit(eachAlone(human), step, around);
  if (!reach.leads.includes(visit.team)) throw new NothingHeld(ticket.id);
  return visit;
}
