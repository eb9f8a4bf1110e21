import { advance, CUSTOMER_MESSAGE, openTicket } from '../engine/index.js';
import type { EngineEvent, JsonObject, Refusal } from '../engine/model.js';
import { applyAdvanced } from './apply-advance.js';
import type { Change, HistoryRow } from './change.js';
import { isClosing } from './closing.js';
import { Draft, engineInput, plain, type Surroundings } from './draft.js';
import {
  cancel,
  claim,
  expireLease,
  mergeInto,
  noteMerged,
  release,
  setPriority,
  transfer,
  reopen,
  escalateByHand,
} from './decide-acts.js';
import type { Command, Ticket } from './model.js';
import { HeldByOther, NotAccepted, NotFittingState, refuse } from './ticket-problems.js';

export interface Deciding extends Surroundings {
  overridesHold: boolean;
}

/**
 * What a command does to a ticket: pure, nothing is written. Throws the Problem that says why it is not taken;
 * then nothing changes.
 */
export function decide(ticket: Ticket, command: Command, around: Deciding): Change {
  switch (command.type) {
    case 'event':
      return takeEvent(ticket, command.event, command.data, around);
    case 'message':
      return takeMessage(ticket, command, around);
    case 'timer':
      return run(ticket, { type: 'timer', id: command.id, seq: command.seq }, around);
    case 'call-done':
    case 'call-failed':
      return run(ticket, withoutEffect(command), around, command.effect.outboxId);
    case 'claim':
      return claim(ticket, command, around);
    case 'release':
      return release(ticket, command, around);
    case 'lease-expired':
      return expireLease(ticket, command, around);
    case 'escalate': {
      const data = plain({ reason: command.reason, to: command.to });
      return around.sop.steps.size > 0 && ticket.status === 'open'
        ? escalateByHand(ticket, command, around, () => takeEvent(ticket, 'ESCALATE', data, around))
        : refuseEnded(ticket, 'escalate');
    }
    case 'transfer':
      return transfer(ticket, command, around);
    case 'set-priority':
      return setPriority(ticket, command, around);
    case 'reopen':
      return reopen(ticket, command, around);
    case 'cancel':
      return cancel(ticket, command, around);
    case 'merge':
      return mergeInto(ticket, command, around);
    case 'merged-from':
      return noteMerged(ticket, command, around);
  }
}

function refuseEnded(ticket: Ticket, act: string): never {
  throw new NotFittingState(act, ticket.status, ['open']);
}

function withoutEffect(command: Extract<Command, { type: 'call-done' | 'call-failed' }>): EngineEvent {
  return command.type === 'call-done'
    ? { type: 'call-done', id: command.id, seq: command.seq, output: command.output }
    : { type: 'call-failed', id: command.id, seq: command.seq, error: command.error };
}

/** The first change of a ticket: its SOP begins. `blank` has version 0 and an empty place. */
export function decideOpen(
  blank: Ticket,
  data: JsonObject,
  body: string | null,
  around: Surroundings,
): Change {
  const outcome = openTicket(around.sop, data, engineInput(blank, around));
  if (!outcome.ok) throw refuse(outcome.refusal, blank, 'opened', '/data');
  const draft = new Draft(null, blank, around);
  applyAdvanced(draft, outcome.advanced, 'opened', false);
  const byCustomer = around.actor.kind === 'customer' || body !== null;
  if (byCustomer) draft.ticket.askedAt = around.now;
  draft.ticket.replyDueAt = draft.ticket.sla.firstResponseDueAt;
  if (body !== null) {
    const { customer } = blank;
    const author = { kind: 'customer' as const, id: customer.id, name: customer.name };
    draft.messages.unshift({ from: 'customer', author, body, internal: false, closing: false });
  }
  const cause =
    around.actor.kind === 'agent' ? 'agent' : around.actor.kind === 'customer' ? 'customer' : 'rule';
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

function dataOf(event: EngineEvent): JsonObject | null {
  switch (event.type) {
    case 'event':
      return event.data ?? null;
    case 'timer':
      return { timer: event.id };
    case 'call-done':
      return { output: event.output };
    case 'call-failed':
      return { error: event.error };
  }
}

/** One event through the engine. */
function run(
  ticket: Ticket,
  event: EngineEvent,
  around: Surroundings,
  effectDone: string | null = null,
): Change {
  const draft = new Draft(ticket, ticket, around);
  const name = nameOf(event);
  if (event.type === 'timer') draft.timersCancelled.add(event.id);
  runInto(draft, event, name);
  draft.effectDone = effectDone;
  return draft.finish(
    { type: name, cause: causeOf(around, event), data: dataOf(event) },
    around.reach?.leaseMs ?? 0,
  );
}

function runInto(draft: Draft, event: EngineEvent, name: string): void {
  const { before, around } = draft;
  if (before === null) throw new Error('a ticket runs only after it was opened');
  if (before.status !== 'open') throw refuse({ refused: 'ended' }, before, name);
  const outcome = advance(around.sop, before.state, event, engineInput(before, around));
  if (!outcome.ok) throw refuse(outcome.refusal, before, name);
  const { advanced } = outcome;
  if (around.actor.kind === 'agent') noteWorker(draft, advanced.exited, around as Deciding);
  applyAdvanced(draft, advanced, name, event.type === 'call-failed');
  const escalated = draft.escalation !== null;
  if (around.reach !== null && !escalated)
    draft.goOn(new Set(advanced.entered.map((e) => e.step)), around.reach);
}

/**
 * An agent who acts in a step that nobody holds has worked on it; one that others hold is theirs. Who holds one of
 * several parallel steps may take a way out of all of them.
 */
function noteWorker(draft: Draft, exited: string[], around: Deciding): void {
  const me = around.actor.id;
  const left = draft.ticket.openVisits.filter((v) => v.kind === 'human' && exited.includes(v.step));
  const [first] = left;
  if (first === undefined || left.some((v) => v.holder === me)) return;
  const free = left.find((v) => v.holder === null) ?? (around.overridesHold ? first : undefined);
  if (free === undefined) throw new HeldByOther(first.step, first.holder ?? '');
  draft.hold(free.no, me);
}

function takeEvent(ticket: Ticket, event: string, data: JsonObject | undefined, around: Deciding): Change {
  // What a customer says is part of the conversation too: it comes in as a message, never as a bare event.
  if (event === CUSTOMER_MESSAGE && around.actor.kind === 'agent')
    throw new NotAccepted(event, ticket.state.steps, ['POST …/messages {from: customer}']);
  return run(ticket, { type: 'event', event, data, actor: around.actor }, around);
}

/** A message: the customer's may move the SOP or open the ticket again, an agent's first public one is the first response. */
function takeMessage(
  ticket: Ticket,
  command: Extract<Command, { type: 'message' }>,
  around: Deciding,
): Change {
  const { body, from, internal } = command;
  if (ticket.status === 'cancelled' || ticket.status === 'merged') refuseEnded(ticket, 'message');
  const closing = from === 'customer' && isClosing(body);
  const row = { from, author: around.actor, body, internal, closing };
  const data: JsonObject = { body, internal };
  if (from === 'agent') {
    const draft = new Draft(ticket, ticket, around);
    draft.messages.push(row);
    if (!internal && ticket.askedAt !== null) draft.ticket.repliedAt ??= around.now;
    draft.noteHandler(around.actor.id);
    return draft.finish({ type: 'message', cause: 'agent', data }, 0);
  }
  if (ticket.status === 'resolved' && !closing) {
    const change = reopen(ticket, { type: 'reopen', reason: 'customer-message' }, around);
    return { ...change, messages: [row, ...change.messages], history: { ...change.history, data } };
  }
  const draft = new Draft(ticket, ticket, around);
  draft.messages.push(row);
  draft.ticket.askedAt ??= around.now;
  const type = ticket.status === 'open' && tryEvent(draft, { body }) ? CUSTOMER_MESSAGE : 'message';
  return draft.finish({ type, cause: 'customer', data }, 0);
}

/** Lets the SOP take a customer's message where its step waits for one; false: it is only part of the conversation. */
function tryEvent(draft: Draft, data: JsonObject): boolean {
  const { before, around } = draft;
  if (before === null) return false;
  const event: EngineEvent = { type: 'event', event: CUSTOMER_MESSAGE, data, actor: around.actor };
  const outcome = advance(around.sop, before.state, event, engineInput(before, around));
  if (!outcome.ok) {
    const soft: Refusal['refused'][] = ['unknown-event', 'guard-closed', 'never', 'invalid-form'];
    if (!soft.includes(outcome.refusal.refused)) throw refuse(outcome.refusal, before, CUSTOMER_MESSAGE);
    return false;
  }
  applyAdvanced(draft, outcome.advanced, CUSTOMER_MESSAGE, false);
  return true;
}
