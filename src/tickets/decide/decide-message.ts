import { advance, CUSTOMER_MESSAGE } from '../../engine/index.js';
import type { Actor, EngineEvent, JsonObject, Refusal } from '../../engine/common/model.js';
import { applyAdvanced } from './apply-advance.js';
import type { Change, MessageRow } from './change.js';
import { isClosing } from '../closing/closing.js';
import { reopen } from './decide-acts.js';
import { Draft, plain } from './draft.js';
import { engineInput, type Surroundings } from './surroundings.js';
import type { Command, OpenVisit, Ticket } from '../model/model.js';
import { NotYourTicket } from '../rights/rights-problems.js';
import { chooseVisit, mayPassOn, reachOfActor, standingIn, worksForTicket } from '../rights/rights.js';
import { NotFittingState, refuse } from '../model/ticket-problems.js';

type Message = Extract<Command, { type: 'message' }>;

/** A message: the customer's may move the SOP or open the ticket again, an agent's first public one is the first response. */
export function takeMessage(ticket: Ticket, command: Message, around: Surroundings): Change {
  // What a customer says is kept, also where the case is void; a merged ticket's goes to where that went on.
  const isOver = ticket.status === 'merged' || (ticket.status === 'cancelled' && command.from === 'agent');
  if (isOver) throw new NotFittingState('message', ticket.status, ['open', 'resolved']);
  return command.from === 'agent'
    ? sayToCustomer(ticket, command, around)
    : hearCustomer(ticket, command, around);
}

/** Notes are for everybody who sees the ticket; to the customer speaks who may act in one of its steps. */
function sayToCustomer(ticket: Ticket, { body, internal }: Message, around: Surroundings): Change {
  const { actor, now } = around;
  const spokenIn = !internal && actor.kind === 'agent' ? mustSpeak(ticket, around) : null;
  const draft = new Draft(ticket, ticket, around);
  const standing = spokenIn && standingIn(spokenIn, reachOfActor(around));
  if (spokenIn !== null && standing?.may && standing.takesOver) draft.noteTakeOver(spokenIn);
  draft.messages.push({ from: 'agent', author: actor, recordedBy: null, body, internal, closing: false });
  if (!internal && ticket.askedAt !== null) draft.ticket.repliedAt ??= now;
  draft.noteHandler(actor.id);
  return draft.finish({ type: 'message', cause: 'agent', data: { body, internal } }, 0);
}

/** In which visit the person speaks (null: in none any more). Throws why they may not: nothing of the ticket is theirs. */
export function mustSpeak(ticket: Ticket, around: Surroundings): OpenVisit | null {
  if (ticket.status === 'open') {
    // One conversation: whichever of several steps they act in, it is the same customer.
    const candidates = ticket.openVisits.map((visit) => ({ visit, way: 'conversation' }));
    return chooseVisit(candidates, undefined, around);
  }
  if (!worksForTicket(reachOfActor(around), ticket))
    throw new NotYourTicket('message', ticket.team, 'member');
  return null;
}

function hearCustomer(ticket: Ticket, command: Message, around: Surroundings): Change {
  const { body, via } = command;
  const { customer } = ticket;
  const author: Actor = command.author ?? { kind: 'customer', id: customer.id, name: customer.name };
  const recordedBy = command.recordedBy ?? null;
  const closing = isClosing(body, [customer.name, author.name ?? '']);
  const row: MessageRow = { from: 'customer', author, recordedBy, body, internal: false, closing };
  const data = plain({ body, internal: false, via });
  const said = { ...around, actor: author, reach: null, goesOn: null };
  // Whoever hears the customer writes it down; what it moves is for people of the teams whose case it is.
  const moves = recordedBy === null || mayPassOn(reachOfActor({ ...around, actor: recordedBy }), ticket);
  if (ticket.status === 'resolved' && !closing && moves) {
    const change = reopen(ticket, { type: 'reopen', reason: 'customer-message' }, said);
    return {
      ...change,
      messages: [row, ...change.messages],
      history: { ...change.history, data, recordedBy },
    };
  }
  const draft = new Draft(ticket, ticket, said);
  draft.messages.push(row);
  if (recordedBy !== null) draft.noteOnBehalf(recordedBy);
  draft.ticket.askedAt ??= around.now;
  const type = moves && ticket.status === 'open' && tryEvent(draft, { body }) ? CUSTOMER_MESSAGE : 'message';
  return draft.finish({ type, cause: 'customer', data, recordedBy }, 0);
}

/** Lets the SOP take a customer's message where its step waits for one; false: it is only part of the conversation. */
function tryEvent(draft: Draft, data: JsonObject): boolean {
  const { before, around } = draft;
  if (before === null) return false;
  const event: EngineEvent = { type: 'event', event: CUSTOMER_MESSAGE, data, actor: around.actor };
  const outcome = advance(around.sop, before.state, event, engineInput(before, around));
  if (!outcome.ok) {
    // What an SOP cannot do with it is no reason to lose what the customer said.
    const soft: Refusal['refused'][] = ['unknown-event', 'guard-closed', 'never', 'invalid-form', 'failed'];
    if (!soft.includes(outcome.refusal.refused)) throw refuse(outcome.refusal, before, CUSTOMER_MESSAGE);
    return false;
  }
  applyAdvanced(draft, outcome.advanced, CUSTOMER_MESSAGE, false);
  return true;
}
