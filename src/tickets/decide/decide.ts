import { advance, CUSTOMER_MESSAGE, ESCALATE, openTicket } from '../../engine/index.js';
import type { EngineEvent, JsonObject } from '../../engine/common/model.js';
import { applyAdvanced, outcomeOf, settleCall } from './apply-advance.js';
import type { Change, HistoryRow } from './change.js';
import { cancel, reopen, setPriority } from './decide-acts.js';
import { claim, expireLease, release, revoke } from './decide-hold.js';
import { takeMessage } from './decide-message.js';
import { handBack, mustHaveTier, refuseEscalation, transfer } from './decide-move.js';
import { Draft, plain } from './draft.js';
import { engineInput, type Surroundings } from './surroundings.js';
import type { Command, OpenVisit, Ticket } from '../model/model.js';
import { NotYourTicket } from '../rights/rights-problems.js';
import { placeOfEvent } from '../rights/place-of-event.js';
import { mayPrioritise, reachOfActor, standingIn } from '../rights/rights.js';
import { NotAccepted, refuse } from '../model/ticket-problems.js';

/**
 * What a command does to a ticket: pure, nothing is written. Throws the Problem that says why it is not taken;
 * then nothing changes. Whether this person may is decided here too, for every way that leads to it.
 */
export function decide(ticket: Ticket, command: Command, around: Surroundings): Change {
  switch (command.type) {
    case 'event':
      return takeEvent(ticket, command, around);
    case 'message':
      return takeMessage(ticket, command, around);
    case 'timer':
      return run(ticket, { type: 'timer', id: command.id, seq: command.seq }, around);
    case 'call-done':
    case 'call-failed':
      return takeResult(ticket, command, around);
    case 'claim':
      return claim(ticket, command, around);
    case 'release':
      return release(ticket, command, around);
    case 'lease-expired':
      return expireLease(ticket, command, around);
    case 'revoke':
      return revoke(ticket, command, around);
    case 'escalate': {
      const { reason, to, step } = command;
      const data = plain({ reason, to });
      return takeEvent(ticket, { type: 'event', event: ESCALATE, data, step }, around, '/to/tier');
    }
    case 'hand-back':
      return handBack(ticket, command, around);
    case 'transfer':
      return transfer(ticket, command, around);
    case 'set-priority':
      return setPriority(ticket, command, around);
    case 'reopen':
      return reopen(ticket, command, around);
    case 'cancel':
      return cancel(ticket, command, around);
  }
}

/**
 * The first change of a ticket: its SOP begins. `blank` has version 0 and an empty place. An agent who names a priority
 * or a customer's tier needs the right to set priorities; without them the SOP's rules decide.
 */
export function decideOpen(
  blank: Ticket,
  asked: { data: JsonObject; body: string | null; setsPriority: boolean },
  around: Surroundings,
): Change {
  const { data, body, setsPriority } = asked;
  const { actor } = around;
  if (actor.kind === 'agent' && setsPriority && !mayPrioritise(reachOfActor(around), blank))
    throw new NotYourTicket('priority', blank.team, 'lead');
  const outcome = openTicket(around.sop, data, engineInput(blank, around));
  if (!outcome.ok) throw refuse(outcome.refusal, blank, 'opened', '/data');
  const draft = new Draft(null, blank, around);
  applyAdvanced(draft, outcome.advanced, 'opened', false);
  const byCustomer = actor.kind === 'customer' || body !== null;
  if (byCustomer) draft.ticket.askedAt = around.now;
  draft.ticket.replyDueAt = draft.ticket.sla.firstResponseDueAt;
  if (body !== null) {
    const { customer } = blank;
    const author = { kind: 'customer' as const, id: customer.id, name: customer.name };
    const recordedBy = actor.kind === 'agent' ? actor : null;
    draft.messages.unshift({ from: 'customer', author, recordedBy, body, internal: false, closing: false });
  }
  const cause = actor.kind === 'agent' ? 'agent' : actor.kind === 'customer' ? 'customer' : 'rule';
  const history = plain({ data, subject: blank.subject, channel: blank.channel, priority: blank.priority });
  return draft.finish({ type: 'opened', cause, data: history }, 0);
}

function causeOf(around: Surroundings, event: EngineEvent): HistoryRow['cause'] {
  if (event.type === 'timer') return 'clock';
  if (event.type === 'call-done' || event.type === 'call-failed') return 'automation';
  return around.actor.kind === 'agent' ? 'agent' : around.actor.kind === 'customer' ? 'customer' : 'rule';
}

/** The name of an event in history and as a visit's leaving event. */
function nameOf(event: EngineEvent): string {
  switch (event.type) {
    case 'event':
      return event.event;
    case 'timer': {
      const [, , delay = ''] = event.id.split('.');
      return `after ${delay}`;
    }
    case 'call-done':
      return `done.${event.id}`;
    case 'call-failed':
      return `error.${event.id}`;
  }
}

/** The step in which the event was raised, or the clock that says it; null: nobody said. */
function placeOf(event: EngineEvent): string | null {
  if (event.type === 'event') return event.step ?? null;
  return event.type === 'timer' ? event.id : null;
}

function dataOf(event: EngineEvent): JsonObject | null {
  switch (event.type) {
    case 'event':
      return event.data ?? null;
    case 'timer':
      return { timer: event.id };
    case 'call-done':
      return { output: event.output };
    case 'call-failed':
      return { error: { ...event.error } };
  }
}

/** One event through the engine; `prepare` is done to the draft before the event is applied to it. */
function run(
  ticket: Ticket,
  event: EngineEvent,
  around: Surroundings,
  prepare: (draft: Draft, exited: readonly string[]) => void = () => undefined,
): Change {
  const name = nameOf(event);
  if (ticket.status !== 'open') throw refuse({ refused: 'ended' }, ticket, name);
  const draft = new Draft(ticket, ticket, around);
  if (event.type === 'timer') draft.timersCancelled.add(event.id);
  const outcome = advance(around.sop, ticket.state, event, engineInput(ticket, around));
  if (!outcome.ok) throw refuse(outcome.refusal, ticket, name);
  const { advanced } = outcome;
  prepare(draft, advanced.exited);
  applyAdvanced(draft, advanced, name, event.type === 'call-failed', placeOf(event));
  const { goesOn } = around;
  if (goesOn !== null && (draft.escalation === null || draft.isWayUp))
    draft.goOn(new Set(advanced.entered.map((e) => e.step)), goesOn);
  return draft.finish(
    { type: name, cause: causeOf(around, event), data: dataOf(event) },
    goesOn?.leaseMs ?? around.reach?.leaseMs ?? 0,
  );
}

function takeResult(
  ticket: Ticket,
  command: Extract<Command, { type: 'call-done' | 'call-failed' }>,
  around: Surroundings,
): Change {
  const { id, seq } = command;
  const event: EngineEvent =
    command.type === 'call-done'
      ? { type: 'call-done', id, seq, output: command.output }
      : { type: 'call-failed', id, seq, error: command.error };
  const outcome = command.type === 'call-done' ? 'confirmed' : outcomeOf(command.error.code);
  const sent = (command.type === 'call-failed' && command.sent) || null;
  const change = run(ticket, event, around, (draft) => settleCall(draft, { id, seq }, outcome, sent));
  return { ...change, effectDone: command.effect.outboxId };
}

/** `tierAt`: where an escalation says its tier, for what is wrong with it. */
function takeEvent(
  ticket: Ticket,
  command: AgentEvent,
  around: Surroundings,
  tierAt = '/data/to/tier',
): Change {
  const { event, data, step } = command;
  const { actor } = around;
  if (actor.kind !== 'agent') return run(ticket, { type: 'event', event, data, actor, step }, around);
  // What a customer says is part of the conversation too: it comes in as a message, never as a bare event.
  if (event === CUSTOMER_MESSAGE)
    throw new NotAccepted(event, ticket.state.steps, ['POST …/messages {from: customer}']);
  if (ticket.status !== 'open') throw refuse({ refused: 'ended' }, ticket, event);
  const place = placeOfEvent(ticket, event, step, around);
  const meant: EngineEvent = { type: 'event', event, data, actor, step: place?.step ?? step };
  if (event === ESCALATE && place !== null) mustHaveTier(place.visit, data, around, tierAt);
  const change = run(ticket, meant, around, (draft, exited) => {
    if (place !== null) noteWorker(draft, place.visit, exited);
  });
  if (event === ESCALATE && place !== null && movedNothing(change))
    refuseEscalation(place.visit, data, around);
  return change;
}

type AgentEvent = Extract<Command, { type: 'event' }>;

/**
 * An agent who leaves a step that nobody holds has worked on it; a lead who acts where they do not serve, or where a
 * colleague is at work, takes it over. What they say for the customer, where a step waits for one, is marked.
 */
function noteWorker(draft: Draft, visit: OpenVisit, exited: readonly string[]): void {
  const { around, ticket } = draft;
  const reach = reachOfActor(around);
  const standing = standingIn(visit, reach);
  if (ticket.openVisits.length > 1) draft.facts.push({ type: 'acted-in', step: visit.step });
  if (visit.kind === 'waits-for-customer') draft.noteOnBehalf(around.actor);
  if (standing.may && standing.takesOver) draft.noteTakeOver(visit);
  const takesIt = (standing.may && standing.takesOver) || exited.includes(visit.step);
  if (visit.kind === 'human' && visit.holder !== reach.userId && takesIt) draft.hold(visit.no, reach.userId);
}

/** An escalation by hand that would move nothing is refused, unless the SOP does something else with it. */
function movedNothing({ history, advanced }: Change): boolean {
  return (
    advanced?.exited.length === 0 && history.facts.some((f) => f.type === 'escalate' && f.moved === false)
  );
}
