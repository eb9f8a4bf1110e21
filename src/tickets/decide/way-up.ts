import type { StepEntered } from '../../engine/common/model.js';
import type { OpenVisit } from '../model/model.js';
import { resolveEscalation } from '../rights/escalation.js';
import type { Draft } from './draft.js';

interface Place {
  team: string;
  tier: number;
}

/** Where people worked last on this way: in a wait or an automation, in the step of a person before it. */
function placeOf(visit: OpenVisit): Place {
  return visit.kind === 'human' ? visit : (visit.behind ?? visit);
}

/** Both lie in the same region of each parallel state that is around both. */
function isOnWay(left: OpenVisit, entered: OpenVisit): boolean {
  return left.regions.every(({ fork, region }) =>
    entered.regions.every((other) => other.fork !== fork || other.region === region),
  );
}

/** The stays that the new one follows: those of its own regions, where there are any. */
function followed(gone: readonly OpenVisit[], entered: OpenVisit): readonly OpenVisit[] {
  const own = gone.filter((visit) => isOnWay(visit, entered));
  return own.length > 0 ? own : gone;
}

/** `at`: the step, or the id of the clock, by which the way was taken. */
function raisedIn(followed: readonly OpenVisit[], at: string | null): OpenVisit | undefined {
  return (
    followed.find(({ step }) => at !== null && (at === step || at.endsWith(`.${step}`))) ??
    followed.find(({ kind }) => kind === 'human') ??
    followed[0]
  );
}

/**
 * A way of the SOP into a step that says a higher tier or a team of specialists is an escalation, charged to the step that
 * it leads out of (definition section 2); one into an approval is none and is noted as such. What leads on at the same
 * place, down or back is neither. `gone`: the stays that ended, `entered`: the steps that began.
 */
export function noteWaysUp(
  draft: Draft,
  gone: readonly OpenVisit[],
  entered: readonly StepEntered[],
  at: string | null,
): void {
  if (gone.length === 0) return;
  const { ticket, before } = draft;
  const isRouted = before !== null && (before.team !== ticket.team || before.tier !== ticket.tier);
  for (const visit of ticket.openVisits) {
    const step = entered.find(({ step: id }) => id === visit.step);
    if (step === undefined || visit.enteredAt !== draft.now) continue;
    if (gone.some(({ no }) => no === visit.no)) continue;
    const from = followed(gone, visit);
    if (visit.kind !== 'human') rememberPlace(draft, visit, from);
    else if (step.team !== null || step.tier !== null || isRouted)
      noteWayUp(draft, visit, { from, at, isApproval: step.approval });
  }
}

function rememberPlace(draft: Draft, { no }: OpenVisit, from: readonly OpenVisit[]): void {
  const places = from.map(placeOf);
  const [highest] = [...places].sort((a, b) => b.tier - a.tier);
  if (highest === undefined) return;
  const behind = { team: highest.team, tier: highest.tier };
  draft.ticket.openVisits = draft.ticket.openVisits.map((v) => (v.no === no ? { ...v, behind } : v));
}

interface Way {
  from: readonly OpenVisit[];
  at: string | null;
  isApproval: boolean;
}

function noteWayUp(draft: Draft, visit: OpenVisit, { from, at, isApproval }: Way): void {
  const { team, tier } = visit;
  const isUp = from.every((left) => !('refused' in resolveEscalation(placeOf(left), visit, draft.around)));
  const raised = raisedIn(from, at);
  // What the SOP escalated by an action before is moved already: one event raises one escalation.
  if (!isUp || raised === undefined || draft.escalation !== null) return;
  const { team: fromTeam, tier: fromTier } = placeOf(raised);
  draft.facts.push({ type: 'went-up', step: raised.step, fromTeam, team, tier, approval: isApproval });
  if (isApproval) return;
  draft.noteEscalation(raised, { fromTeam, fromTier, toTeam: team, toTier: tier, reason: null });
  draft.isWayUp = true;
}
