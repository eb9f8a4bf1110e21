import { reopenTicket } from '../engine/index.js';
import { applyAdvanced, recordEscalation } from './apply-advance.js';
import type { Change } from './change.js';
import { Draft, engineInput, plain, type Surroundings } from './draft.js';
import { startTargets } from './due.js';
import type { Command, Ticket } from './model.js';
import {
  NotAccepted,
  NotFittingState,
  NothingHeld,
  NotWaiting,
  ObsoleteCommand,
  refuse,
} from './ticket-problems.js';
import { freeVisit, isWaiting } from './visits.js';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

function mustBe(ticket: Ticket, act: string, ...states: Ticket['status'][]): void {
  if (!states.includes(ticket.status)) throw new NotFittingState(act, ticket.status, states);
}

/** A person takes a waiting visit. */
export function claim(ticket: Ticket, command: Of<'claim'>, around: Surroundings): Change {
  const visit = ticket.openVisits.find((v) => v.no === command.visitNo);
  if (ticket.status !== 'open' || visit === undefined || !isWaiting(visit)) throw new NotWaiting(ticket.id);
  const draft = new Draft(ticket, ticket, around);
  draft.hold(visit.no, command.userId);
  const data = plain({ step: visit.step, visit: visit.no, userId: command.userId });
  return draft.finish({ type: 'claimed', cause: 'agent', data }, command.leaseMs);
}

function letGo(ticket: Ticket, around: Surroundings, which: (no: number, holder: string) => boolean): Draft {
  const draft = new Draft(ticket, ticket, around);
  draft.changeVisits((v) => v.holder !== null && which(v.no, v.holder), freeVisit);
  return draft;
}

/** A person gives back what they hold; it waits again with its old due time. */
export function release(ticket: Ticket, command: Of<'release'>, around: Surroundings): Change {
  if (!ticket.openVisits.some((v) => v.holder === command.userId)) throw new NothingHeld(ticket.id);
  const draft = letGo(ticket, around, (_, holder) => holder === command.userId);
  const data = plain({ userId: command.userId, reason: command.reason });
  return draft.finish({ type: 'released', cause: 'agent', data }, 0);
}

/** A lease that its holder stopped renewing. */
export function expireLease(ticket: Ticket, command: Of<'lease-expired'>, around: Surroundings): Change {
  const held = ticket.openVisits.find((v) => v.no === command.visitNo && v.holder === command.userId);
  // Released and taken again since: that is another lease.
  const isOver = held !== undefined && (held.heldSince ?? 0) < command.expiresAt;
  if (ticket.status !== 'open' || !isOver) throw new ObsoleteCommand('lease-expired');
  const draft = letGo(ticket, around, (no) => no === command.visitNo);
  const data = plain({ userId: command.userId, visit: command.visitNo });
  return draft.finish({ type: 'lease-expired', cause: 'clock', data }, 0);
}

/** Escalation by a person: the SOP's own way where the step has one, else one tier up from where the ticket is. */
export function escalateByHand(
  ticket: Ticket,
  command: Of<'escalate'>,
  around: Surroundings,
  bySop: () => Change,
): Change {
  try {
    return bySop();
  } catch (error) {
    if (!(error instanceof NotAccepted)) throw error;
  }
  const to = {
    team: command.to?.team ?? ticket.team,
    tier: command.to?.tier ?? Math.min(3, ticket.tier + 1),
  };
  const draft = new Draft(ticket, ticket, around);
  const step = ticket.openVisits[0]?.step ?? null;
  recordEscalation(draft, step, ticket, to, command.reason);
  draft.changeVisits(
    (v) => v.step === step,
    (v) => ({ ...v, escalated: true }),
  );
  draft.route(to, () => true);
  const data = plain({ reason: command.reason, to });
  return draft.finish({ type: 'ESCALATE', cause: 'agent', data }, 0);
}

/** To another team at the same tier, or to a person. */
export function transfer(ticket: Ticket, command: Of<'transfer'>, around: Surroundings): Change {
  mustBe(ticket, 'transfer', 'open');
  const draft = new Draft(ticket, ticket, around);
  const { team, userId } = command.to;
  const { visits } = command;
  draft.ticket.transfers += 1;
  if (team !== undefined) draft.route({ team, tier: ticket.tier }, () => true);
  if (userId !== undefined)
    for (const v of draft.ticket.openVisits)
      if (v.kind === 'human' && (visits?.includes(v.no) ?? true)) draft.hold(v.no, userId);
  const data = plain({ to: command.to, fromTeam: ticket.team, reason: command.reason });
  return draft.finish({ type: 'transferred', cause: 'agent', data }, command.leaseMs);
}

/** Another priority: due times move, targets do not. */
export function setPriority(ticket: Ticket, command: Of<'set-priority'>, around: Surroundings): Change {
  mustBe(ticket, 'set-priority', 'open');
  const draft = new Draft(ticket, ticket, around);
  draft.ticket.priority = command.priority;
  const data = plain({ from: ticket.priority, to: command.priority, reason: command.reason });
  return draft.finish({ type: 'priority', cause: 'agent', data }, 0);
}

/** A resolved ticket begins again, with what is known about it. */
export function reopen(ticket: Ticket, command: Of<'reopen'>, around: Surroundings): Change {
  mustBe(ticket, 'reopen', 'resolved');
  const draft = new Draft(ticket, ticket, around);
  const t = draft.ticket;
  t.status = 'open';
  t.outcome = null;
  t.resolvedAt = null;
  t.reopenings += 1;
  t.firstReopenedAt ??= around.now;
  const calendar = around.calendarOf(t.team);
  const { resolveDueAt } = startTargets(around.sop.meta, around.now, calendar);
  t.sla = { ...t.sla, resolveDueAt, pausedAt: null, pauseAsked: false };
  // The draft has the next version already, from which the engine would number calls and timers one too high.
  const input = engineInput({ ...t, version: ticket.version }, around);
  const outcome = reopenTicket(around.sop, ticket.state, input);
  if (!outcome.ok) throw refuse(outcome.refusal, ticket, 'reopen');
  applyAdvanced(draft, outcome.advanced, 'reopened', false);
  const cause = around.actor.kind === 'customer' ? 'customer' : 'agent';
  return draft.finish({ type: 'reopened', cause, data: plain({ reason: command.reason }) }, 0);
}

/** Ends a ticket before its SOP does: timers, calls and visits end with it. */
function stop(draft: Draft, status: 'cancelled' | 'merged', leftBy: string): void {
  const { ticket } = draft;
  draft.leave(null, leftBy, false);
  for (const id of Object.keys(ticket.state.timers)) draft.timersCancelled.add(id);
  ticket.state = { ...ticket.state, timers: {}, calls: {}, steps: [] };
  ticket.status = status;
}

/** The case is void: an outcome of its own, neither resolved nor dropped (definition section 0). */
export function cancel(ticket: Ticket, command: Of<'cancel'>, around: Surroundings): Change {
  mustBe(ticket, 'cancel', 'open');
  const draft = new Draft(ticket, ticket, around);
  stop(draft, 'cancelled', 'cancelled');
  draft.ticket.outcome = 'cancelled';
  return draft.finish({ type: 'cancelled', cause: 'agent', data: plain({ reason: command.reason }) }, 0);
}

/** This ticket goes on in another one, which is told through the outbox. */
export function mergeInto(ticket: Ticket, command: Of<'merge'>, around: Surroundings): Change {
  mustBe(ticket, 'merge', 'open');
  const draft = new Draft(ticket, ticket, around);
  stop(draft, 'merged', 'merged');
  draft.ticket.outcome = 'merged';
  draft.ticket.mergedInto = command.into;
  draft.effects.push({ kind: 'merge', payload: { into: command.into } });
  return draft.finish({ type: 'merged', cause: 'agent', data: plain({ into: command.into }) }, 0);
}

/** The other side of a merge: the ticket that goes on is told which one came to it. */
export function noteMerged(ticket: Ticket, command: Of<'merged-from'>, around: Surroundings): Change {
  const draft = new Draft(ticket, ticket, around);
  draft.effectDone = command.effect.outboxId;
  draft.say(
    {
      en: `Ticket ${command.child} was merged into this one.`,
      'zh-CN': `工单 ${command.child} 已合并到本工单。`,
    },
    true,
  );
  return draft.finish({ type: 'merged-from', cause: 'rule', data: plain({ child: command.child }) }, 0);
}
