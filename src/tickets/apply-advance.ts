import type { Advanced, Fact } from '../engine/model.js';
import type { Draft } from './draft.js';
import type { EscalationRecord } from './model.js';

const HIGHEST_TIER = 3;

/** Applies what the engine decided to the ticket: facts first, then the steps that were left and entered. */
export function applyAdvanced(draft: Draft, advanced: Advanced, leftBy: string, failed: boolean): void {
  const { ticket } = draft;
  draft.advanced = advanced;
  const exited = new Set(advanced.exited);
  for (const fact of advanced.facts) applyFact(draft, fact, exited);

  const open = new Set(ticket.openVisits.map((v) => v.step));
  const passed = new Map<string, number>();
  const left = new Set<string>();
  for (const step of advanced.exited) {
    if (open.has(step) && !left.has(step)) left.add(step);
    else passed.set(step, (passed.get(step) ?? 0) + 1);
  }
  draft.leave(left, leftBy, failed);
  ticket.state = advanced.state;
  draft.enter(advanced, passed, leftBy);

  draft.timersSet.push(...advanced.timersSet);
  for (const id of advanced.timersCancelled) draft.timersCancelled.add(id);
  for (const { id, step, request } of advanced.calls)
    draft.effects.push({ kind: 'http', payload: { id, step, request } });
  if (advanced.state.status === 'done') end(draft, advanced, leftBy);
}

function end(draft: Draft, advanced: Advanced, leftBy: string): void {
  const { ticket, now } = draft;
  draft.leave(null, leftBy, false);
  ticket.status = 'resolved';
  ticket.outcome = advanced.state.outcome;
  ticket.resolvedAt = now;
  ticket.firstResolvedAt ??= now;
}

function applyFact(draft: Draft, fact: Fact, exited: ReadonlySet<string>): void {
  const { ticket } = draft;
  draft.facts.push(fact);
  switch (fact.type) {
    case 'reply':
      draft.say(fact.text, false);
      return;
    case 'note':
      draft.say(fact.text, true);
      return;
    case 'tag':
      ticket.tags = [...new Set([...ticket.tags, ...fact.add])].filter((t) => !fact.remove.includes(t));
      return;
    case 'set-priority':
      ticket.priority = fact.priority;
      return;
    case 'pause-clock':
      ticket.sla = { ...ticket.sla, pauseAsked: true };
      return;
    case 'resume-clock':
      ticket.sla = { ...ticket.sla, pauseAsked: false };
      return;
    case 'sla':
      if (fact.state === 'breached')
        draft.changeVisits(
          (v) => v.step === fact.step,
          (v) => ({ ...v, slaBreached: true }),
        );
      return;
    case 'route':
      draft.route(
        { team: fact.team ?? ticket.team, tier: fact.tier ?? ticket.tier, skills: fact.skills },
        (v) => !exited.has(v.step),
      );
      return;
    case 'escalate':
      escalate(draft, fact, exited);
  }
}

/** A move to a higher tier or a specialist team, charged to the step in which it was raised (definition section 2). */
function escalate(
  draft: Draft,
  fact: Extract<Fact, { type: 'escalate' }>,
  exited: ReadonlySet<string>,
): void {
  const { ticket } = draft;
  const raised =
    ticket.openVisits.find((v) => v.step === fact.step) ?? ticket.openVisits.find((v) => v.kind === 'human');
  const from = raised ?? ticket;
  const to = {
    team: fact.team ?? from.team,
    tier: Math.min(HIGHEST_TIER, fact.tier ?? Math.max(from.tier, ticket.tier) + 1),
  };
  recordEscalation(draft, raised?.step ?? null, from, to, fact.reason);
  draft.changeVisits(
    (v) => v.no === raised?.no,
    (v) => ({ ...v, escalated: true }),
  );
  draft.route(to, (v) => v.no === raised?.no && !exited.has(v.step));
}

/** Notes an escalation by an agent, a rule or a clock, whichever the actor is. */
export function recordEscalation(
  draft: Draft,
  step: string | null,
  from: { team: string; tier: number },
  to: { team: string; tier: number },
  reason: EscalationRecord['reason'],
): void {
  const { actor } = draft.around;
  const by = actor.kind === 'agent' ? 'agent' : actor.id === 'timer' ? 'clock' : 'rule';
  draft.ticket.escalations += 1;
  draft.escalation = {
    by,
    step,
    fromTeam: from.team,
    fromTier: from.tier,
    toTeam: to.team,
    toTier: to.tier,
    reason,
  };
}
