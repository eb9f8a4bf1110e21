import { reopenTicket } from '../../engine/index.js';
import { applyAdvanced, withdrawCalls } from './apply-advance.js';
import type { Change } from './change.js';
import { Draft, plain } from './draft.js';
import { engineInput, type Surroundings } from './surroundings.js';
import { startTargets } from './due.js';
import type { Command, Ticket } from '../model/model.js';
import { NotYourTicket } from '../rights/rights-problems.js';
import { leadsTicket, mayPrioritise, reachOfActor, worksForTicket } from '../rights/rights.js';
import { NotFittingState, refuse } from '../model/ticket-problems.js';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** Throws `NotFittingState` unless the ticket is in one of the states. */
export function mustBe(ticket: Ticket, act: string, ...states: Ticket['status'][]): void {
  if (!states.includes(ticket.status)) throw new NotFittingState(act, ticket.status, states);
}

/** Throws `NotYourTicket` unless the person leads the team that the ticket belongs to. Clocks and rules are no people. */
export function mustLead(ticket: Ticket, act: string, around: Surroundings): void {
  if (around.actor.kind === 'agent' && !leadsTicket(reachOfActor(around), ticket))
    throw new NotYourTicket(act, ticket.team, 'lead');
}

/** Another priority: due times move, targets do not. For leads of the ticket's team, and managers. */
export function setPriority(ticket: Ticket, command: Of<'set-priority'>, around: Surroundings): Change {
  if (around.actor.kind === 'agent' && !mayPrioritise(reachOfActor(around), ticket))
    throw new NotYourTicket('priority', ticket.team, 'lead');
  mustBe(ticket, 'set-priority', 'open');
  const draft = new Draft(ticket, ticket, around);
  draft.ticket.priority = command.priority;
  const data = plain({ from: ticket.priority, to: command.priority, reason: command.reason });
  return draft.finish({ type: 'priority', cause: 'agent', data }, 0);
}

/** A resolved ticket begins again, with what is known about it: by its customer, or by people of its team. */
export function reopen(ticket: Ticket, command: Of<'reopen'>, around: Surroundings): Change {
  const { actor } = around;
  if (actor.kind === 'agent' && !worksForTicket(reachOfActor(around), ticket))
    throw new NotYourTicket('reopen', ticket.team, 'member');
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
  const cause = actor.kind === 'customer' ? 'customer' : 'agent';
  return draft.finish({ type: 'reopened', cause, data: plain({ reason: command.reason }) }, 0);
}

/** Ends a ticket before its SOP does: timers, calls and visits end with it. */
export function stop(draft: Draft, status: 'cancelled' | 'merged'): void {
  const { ticket } = draft;
  draft.leave(null, status, false);
  withdrawCalls(draft, Object.keys(ticket.state.calls));
  for (const id of Object.keys(ticket.state.timers)) draft.timersCancelled.add(id);
  ticket.state = { ...ticket.state, timers: {}, calls: {}, steps: [] };
  ticket.status = status;
  ticket.outcome = status;
}

/** The case is void: an outcome of its own, neither resolved nor dropped (definition section 0). */
export function cancel(ticket: Ticket, command: Of<'cancel'>, around: Surroundings): Change {
  mustLead(ticket, 'cancel', around);
  mustBe(ticket, 'cancel', 'open');
  const draft = new Draft(ticket, ticket, around);
  stop(draft, 'cancelled');
  return draft.finish({ type: 'cancelled', cause: 'agent', data: plain({ reason: command.reason }) }, 0);
}
