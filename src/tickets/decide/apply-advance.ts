import type { Advanced, Fact, HttpCall } from '../../engine/common/model.js';
import { canonicalJson, contextOf } from '../../engine/index.js';
import type { CallOutcome } from './change.js';
import type { Draft } from './draft.js';
import { noteWaysUp } from './way-up.js';
import { resolveEscalation } from '../rights/escalation.js';
import type { Ticket, UnsureCall } from '../model/model.js';

/**
 * Applies what the engine decided to the ticket: facts first, then the steps that were left and entered. `at`: the step, or
 * the id of the clock, from which the event came.
 */
export function applyAdvanced(
  draft: Draft,
  advanced: Advanced,
  leftBy: string,
  failed: boolean,
  at: string | null = null,
): void {
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
  const gone = ticket.openVisits.filter(({ step }) => left.has(step));
  draft.leave(left, leftBy, failed);
  noteStored(draft, advanced);
  withdrawCalls(draft, advanced.callsStopped);
  const { unsure, pace } = ticket.state;
  ticket.state = { ...advanced.state, ...(unsure && { unsure }), ...(pace && { pace }) };
  draft.enter(advanced, passed, leftBy);
  noteWaysUp(draft, gone, advanced.entered, at);

  draft.timersSet.push(...advanced.timersSet);
  for (const id of advanced.timersCancelled) draft.timersCancelled.add(id);
  for (const call of advanced.calls) order(draft, call);
  if (advanced.state.status === 'done') end(draft, advanced, leftBy);
}

/** What the event changed in the ticket's data, as it is kept: people see in its story what was stored, not what was typed. */
function noteStored(draft: Draft, advanced: Advanced): void {
  const before = draft.before === null ? {} : contextOf(draft.before.state);
  const after = contextOf(advanced.state);
  const changed = Object.entries(after).filter(
    ([name, value]) => before[name] !== value && canonicalJson(before[name] ?? null) !== canonicalJson(value),
  );
  if (draft.before !== null && changed.length > 0)
    draft.facts.push({ type: 'stored', values: Object.fromEntries(changed) });
}

/** A call goes out under the key of an earlier one that was equal and whose outcome nobody knows: it happens once. */
function order(draft: Draft, call: Advanced['calls'][number]): void {
  const { id, step, request, reserves } = call;
  const unsure = draft.ticket.state.unsure?.[id];
  const isAgain = unsure?.request === canonicalJson(request);
  draft.effects.push({
    kind: 'http',
    payload: { id, step, request, ...(isAgain && { key: unsure.key }) },
  });
  const again = isAgain ? unsure.seq : null;
  for (const reservation of reserves) draft.uses.push({ ...reservation, call: id, again });
  if (isAgain) rememberUnsure(draft.ticket, id, { ...unsure, seq: draft.ticket.version });
}

/** Codes of failures after which the other system certainly did nothing. */
const DID_NOTHING = ['http-4xx', 'unknown-connection', 'forbidden-address', 'limit-reached'];

/** How a failed call ended: it certainly did not happen, or nobody knows. */
export function outcomeOf(code: string): CallOutcome {
  return DID_NOTHING.includes(code) ? 'released' : 'unknown';
}

/** Calls under way that the ticket does not want any more: what they would have used up of a limit is free again. */
export function withdrawCalls(draft: Draft, ids: readonly string[]): void {
  const { calls } = draft.ticket.state;
  for (const id of ids) {
    const seq = calls[id];
    if (seq !== undefined && countsForLimit(draft, id))
      draft.settled.push({ call: id, seq, outcome: 'withdrawn' });
  }
}

function countsForLimit({ around }: Draft, call: string): boolean {
  return around.sop.meta.limits?.some(({ calls }) => Object.hasOwn(calls, call)) ?? false;
}

/** A call that the ticket waited for has ended. */
export function settleCall(
  draft: Draft,
  call: { id: string; seq: number },
  outcome: CallOutcome,
  sent: { key: string; request: HttpCall['request'] } | null,
): void {
  const { ticket } = draft;
  if (countsForLimit(draft, call.id)) draft.settled.push({ call: call.id, seq: call.seq, outcome });
  const isUnsure = outcome === 'unknown' && sent !== null;
  rememberUnsure(
    ticket,
    call.id,
    isUnsure ? { key: sent.key, seq: call.seq, request: canonicalJson(sent.request) } : null,
  );
}

function rememberUnsure(ticket: Ticket, id: string, unsure: UnsureCall | null): void {
  const others = Object.entries(ticket.state.unsure ?? {}).filter(([name]) => name !== id);
  const all = unsure === null ? others : [...others, [id, unsure] as const];
  const { unsure: _before, ...state } = ticket.state;
  ticket.state = all.length === 0 ? state : { ...state, unsure: Object.fromEntries(all) };
}

function end(draft: Draft, advanced: Advanced, leftBy: string): void {
  const { ticket, now } = draft;
  draft.leave(null, leftBy, false);
  ticket.status = 'resolved';
  ticket.outcome = advanced.state.outcome;
  ticket.resolvedAt = now;
  ticket.firstResolvedAt ??= now;
  // Whoever ended it knows what became of a call without an answer; what is ordered later is ordered anew.
  const { unsure: _settled, ...state } = ticket.state;
  ticket.state = state;
}

function applyFact(draft: Draft, fact: Fact, exited: ReadonlySet<string>): void {
  const { ticket } = draft;
  if (fact.type === 'escalate') {
    escalate(draft, fact, exited);
    return;
  }
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
      noteRouteUp(draft, fact, exited);
      draft.route(fact, exited);
  }
}

/** The SOP sends an open step to a higher tier or to specialists: that is an escalation, whatever the action is called. */
function noteRouteUp(
  draft: Draft,
  fact: Extract<Fact, { type: 'route' }>,
  exited: ReadonlySet<string>,
): void {
  const { ticket, around } = draft;
  const moved = ticket.openVisits.find(
    (v) => v.kind === 'human' && v.team === ticket.team && !exited.has(v.step),
  );
  if (moved === undefined) return;
  const asked = { team: fact.team, tier: fact.tier ?? moved.tier };
  const to = resolveEscalation(moved, asked, around);
  if ('refused' in to) return;
  const { team: fromTeam, tier: fromTier } = moved;
  draft.noteEscalation(moved, { fromTeam, fromTier, toTeam: to.team, toTier: to.tier, reason: null });
}

/**
 * A move to a higher tier or a specialist team, charged to the step in which it was raised (definition section 2).
 * What would move nothing, down or back is no escalation: it is noted, nothing moves and nothing is counted.
 */
function escalate(
  draft: Draft,
  fact: Extract<Fact, { type: 'escalate' }>,
  exited: ReadonlySet<string>,
): void {
  const { ticket, around } = draft;
  const raised =
    ticket.openVisits.find((v) => v.step === fact.step) ?? ticket.openVisits.find((v) => v.kind === 'human');
  const from = raised ?? ticket;
  const to = resolveEscalation(from, fact, around);
  if ('refused' in to) {
    draft.facts.push({ ...fact, moved: false });
    return;
  }
  draft.facts.push({ ...fact, tier: to.tier });
  const { team: fromTeam, tier: fromTier } = from;
  const where = { fromTeam, fromTier, toTeam: to.team, toTier: to.tier, reason: fact.reason };
  draft.noteEscalation(raised, where);
  if (raised !== undefined && !exited.has(raised.step)) draft.moveVisit(raised.no, to);
  draft.follow(from, to);
}
