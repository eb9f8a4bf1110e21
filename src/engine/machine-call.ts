import type { ExpressionVars } from './expressions.js';
import type { Actor, AdvanceInput, Json, JsonObject } from './model.js';

/** What the machine is told. Events of agents bring `data`, answers of calls `output` or `error`. */
export interface MachineEvent {
  type: string;
  data?: JsonObject;
  output?: Json;
  error?: { code: string; message: string };
  /** Of the first event only. */
  input?: { context: JsonObject; data: JsonObject };
}

/** What expressions may know beside context and event while one advance is computed. */
export interface Call {
  ticket: AdvanceInput['ticket'];
  customer: AdvanceInput['customer'];
  actor: ExpressionVars['actor'];
  now: Date;
}

export function makeCall(input: Pick<AdvanceInput, 'ticket' | 'customer' | 'now'>, actor: Actor): Call {
  const { kind, id, name = '', roles = [], tier = 0 } = actor;
  return {
    ticket: input.ticket,
    customer: input.customer,
    actor: { kind, id, name, roles, tier },
    now: new Date(input.now),
  };
}

/** The variables of an expression. */
export function makeVars(call: Call, context: JsonObject, event: MachineEvent): ExpressionVars {
  const { type, data = event.input?.data ?? {}, output, error } = event;
  return { ...call, context, event: { type, data, output, error } };
}

/**
 * Hands the call to guards and actions while one advance is computed. It cannot ride on the event, because events
 * that a machine raises itself (the end of a phase) would not carry it. An advance is synchronous, the slot is empty
 * before and after it, and reading an empty slot is an error: nothing can leak from one ticket to another.
 */
export class CallSlot {
  private current: Call | null = null;

  during<T>(call: Call, run: () => T): T {
    const outer = this.current;
    this.current = call;
    try {
      return run();
    } finally {
      this.current = outer;
    }
  }

  vars(context: JsonObject, event: MachineEvent): ExpressionVars {
    if (!this.current) throw new Error('An expression of an SOP was asked for outside of an advance.');
    return makeVars(this.current, context, event);
  }
}
