import type { ExpressionVars } from '../cel/expressions.js';
import { LimitUnknown } from '../cel/limit-unknown.js';
import { standingOf } from './limits.js';
import type { Limits } from './limits.js';
import type {
  Actor,
  AdvanceInput,
  CallFailure,
  Json,
  JsonObject,
  LimitStanding,
  LookInput,
} from '../common/model.js';

/** What the machine is told. Events of agents bring `data`, answers of calls `output` or `error`. */
export interface MachineEvent {
  type: string;
  data?: JsonObject;
  output?: Json;
  error?: CallFailure;
  /** Of the first event only. */
  input?: { context: JsonObject; data: JsonObject };
}

/** What expressions may know beside context and event while one advance is computed. */
export interface Call {
  ticket: AdvanceInput['ticket'];
  customer: AdvanceInput['customer'];
  actor: ExpressionVars['actor'];
  now: Date;
  /** How a limit stands, by the values of the very moment; null for an SOP without limits. May throw `LimitUnknown`. */
  limits: ((id: string, vars: ExpressionVars) => LimitStanding) | null;
  /** The step that the event is meant for; null: whoever takes it. */
  step: string | null;
}

/** `step`: the step that the event is meant for; null: whoever takes it. */
export function makeCall(
  sop: { limits: Limits },
  input: Omit<LookInput, 'actor'>,
  actor: Actor,
  step: string | null = null,
): Call {
  const { kind, id, name = '', roles = [], tier = 0 } = actor;
  return {
    ticket: input.ticket,
    customer: input.customer,
    actor: { kind, id, name, roles, tier },
    now: new Date(input.now),
    limits: sop.limits.size === 0 ? null : readLimits(sop.limits, input.limits),
    step,
  };
}

function readLimits(limits: Limits, read: AdvanceInput['limits']): NonNullable<Call['limits']> {
  return (id, vars) => {
    const limit = limits.get(id);
    if (!limit) throw new Error(`There is no limit "${id}".`);
    return standingOf(limit, vars, read);
  };
}

/** The variables of an expression. */
export function makeVars(call: Call, context: JsonObject, event: MachineEvent): ExpressionVars {
  const { ticket, customer, actor, now, limits } = call;
  const { type, data = event.input?.data ?? {}, output, error } = event;
  const vars: ExpressionVars = {
    ticket,
    customer,
    actor,
    now,
    context,
    event: { type, data, output, error: error && inLanguageOf(ticket, error) },
  };
  if (limits) vars.limits = (id) => limits(id, vars);
  return vars;
}

/** Outside of texts, which exist in both languages, a failure speaks the customer's. */
function inLanguageOf({ lang }: Call['ticket'], error: CallFailure): CallFailure {
  return error.words === undefined ? error : { ...error, message: error.words[lang] };
}

/** One use of the slot. */
interface Use {
  call: Call;
  /** XState wraps what guards throw; this is how it comes out as itself. */
  unknown: LimitUnknown | null;
}

/**
 * Hands the call to guards and actions while one advance is computed. It cannot ride on the event, because events
 * that a machine raises itself (the end of a phase) would not carry it. An advance is synchronous, the slot is empty
 * before and after it, and reading an empty slot is an error: nothing can leak from one ticket to another.
 */
export class CallSlot {
  private current: Use | null = null;

  /** Runs with the slot filled. A `LimitUnknown` on the way is thrown as it is, whatever has become of it inside. */
  during<T>(call: Call, run: () => T): T {
    const outer = this.current;
    const use: Use = { call, unknown: null };
    this.current = use;
    try {
      const result = run();
      if (use.unknown) throw use.unknown;
      return result;
    } catch (error) {
      throw use.unknown ?? error;
    } finally {
      this.current = outer;
    }
  }

  vars(context: JsonObject, event: MachineEvent): ExpressionVars {
    const use = this.read();
    const { limits } = use.call;
    if (!limits) return makeVars(use.call, context, event);
    const noticing: Call['limits'] = (id, vars) => noticeUnknown(use, () => limits(id, vars));
    return makeVars({ ...use.call, limits: noticing }, context, event);
  }

  /** Whether the event that is under way may be taken by this state: its step's, or one around that step. */
  mayTake(state: string): boolean {
    const { step } = this.read().call;
    return step === null || state === '' || step === state || step.startsWith(`${state}.`);
  }

  private read(): Use {
    if (!this.current) throw new Error('An expression of an SOP was asked for outside of an advance.');
    return this.current;
  }
}

function noticeUnknown<T>(use: Use, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof LimitUnknown) use.unknown ??= error;
    throw error;
  }
}
