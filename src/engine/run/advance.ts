import { acceptedEvents, contextOf, explainRefusal, listWaysOut } from './acceptance.js';
import { withBudget, withinBudget } from '../common/budget.js';
import type { CompiledSop } from '../machine/compile.js';
import { foldMove } from './fold.js';
import { passLimitUnknown } from '../cel/limit-unknown.js';
import { makeCall, makeVars } from '../machine/machine-call.js';
import type { MachineEvent } from '../machine/machine-call.js';
import type { Move } from '../machine/machine.js';
import type {
  Actor,
  AdvanceInput,
  EngineEvent,
  EngineState,
  JsonObject,
  Outcome,
  Refusal,
} from '../common/model.js';

const TIMER: Actor = { kind: 'system', id: 'timer' };
const AUTOMATION: Actor = { kind: 'system', id: 'automation' };
const DOOR: Actor = { kind: 'system', id: 'door' };
/** What one event may cost in all: guards, forms, actions and texts on all the ways that it tries; to say why, the same. */
const MOST_STEPS = 400_000;
const NOTHING = { calls: {}, timers: {} };

/**
 * Puts a ticket into the first step of its SOP. `data` are the answers of the intake form; they overwrite the
 * defaults of the context. Refusals: `invalid-form`, `never`, `failed`. Throws `LimitUnknown` only. Pure: nothing is
 * written or sent.
 */
export function openTicket(
  sop: CompiledSop,
  data: JsonObject,
  input: AdvanceInput,
  actor: Actor = DOOR,
): Outcome {
  const errors = sop.intake(data);
  if (errors.length > 0) {
    return refuse({
      refused: 'invalid-form',
      errors: errors.map((e) => ({ pointer: `/data${e.pointer}`, message: e.message })),
    });
  }
  const context = { ...sop.definition.context, ...data };
  return move(sop, NOTHING, input, () => sop.machine.start(makeCall(sop, input, actor), context, data));
}

/**
 * Puts a ticket that has ended back into its SOP, at `meta.reopenAt` or the first step. It keeps its context and
 * forgets its history states; what stands at the root begins anew. Refused as `failed` while the ticket is active.
 * Throws `LimitUnknown` only.
 */
export function reopenTicket(
  sop: CompiledSop,
  state: EngineState,
  input: AdvanceInput,
  actor: Actor = DOOR,
): Outcome {
  if (state.status !== 'done') return refuse({ refused: 'failed', message: 'The ticket has not ended.' });
  const at = sop.meta.reopenAt;
  return move(sop, NOTHING, input, () =>
    sop.machine.start(makeCall(sop, input, actor), contextOf(state), {}, at),
  );
}

/**
 * Applies one event: the new state and everything that must be done because of it, or why it was not taken.
 * A timer that fires is gone from `state.timers` (it is not in `timersCancelled`), even when nothing came of it.
 * An event that names its step leaves the other regions as they are. Throws `LimitUnknown` only, when a limit's sum
 * must be loaded first. Pure and synchronous; time is `input.now` in ms.
 */
export function advance(
  sop: CompiledSop,
  state: EngineState,
  event: EngineEvent,
  input: AdvanceInput,
): Outcome {
  switch (event.type) {
    case 'event':
      return takeEvent(sop, state, event, input);
    case 'timer': {
      if (!isRunning(state, state.timers, event.id, (timer) => timer.seq === event.seq)) return obsolete();
      const running = { calls: state.calls, timers: without(state.timers, event.id) };
      return send(sop, state, running, { type: event.id }, input, TIMER);
    }
    case 'call-done':
    case 'call-failed': {
      if (!isRunning(state, state.calls, event.id, (seq) => seq === event.seq)) return obsolete();
      const running = { calls: without(state.calls, event.id), timers: state.timers };
      const result: MachineEvent =
        event.type === 'call-done'
          ? { type: `xstate.done.actor.${event.id}`, output: event.output }
          : { type: `xstate.error.actor.${event.id}`, error: event.error };
      return send(sop, state, running, result, input, AUTOMATION);
    }
  }
}

function takeEvent(
  sop: CompiledSop,
  state: EngineState,
  event: Extract<EngineEvent, { type: 'event' }>,
  input: AdvanceInput,
): Outcome {
  if (state.status === 'done') return refuse({ refused: 'ended' });
  const { actor, step, data = {} } = event;
  return attempt(() => {
    const ways = listWaysOut(sop, state, step).get(event.event);
    const accepted = (): string[] => acceptedEvents(sop, state, { ...input, actor }, step);
    if (!ways) return explain(() => ({ refused: 'unknown-event', accepted: accepted() }));
    const happened: MachineEvent = { type: event.event, data };
    const call = makeCall(sop, input, actor, step);
    const moved = bounded(() => sop.machine.send(call, state.snapshot, happened));
    if (moved.happenings.some((h) => h.report === 'taken')) return foldMove(sop, state, moved, input);
    const vars = makeVars(call, contextOf(state), happened);
    return explain(() => explainRefusal(ways, data, vars, accepted));
  });
}

function send(
  sop: CompiledSop,
  state: EngineState,
  running: Pick<EngineState, 'calls' | 'timers'>,
  event: MachineEvent,
  input: AdvanceInput,
  actor: Actor,
): Outcome {
  return move(sop, running, input, () =>
    sop.machine.send(makeCall(sop, input, actor), state.snapshot, event),
  );
}

function move(
  sop: CompiledSop,
  running: Pick<EngineState, 'calls' | 'timers'>,
  input: AdvanceInput,
  run: () => Move,
): Outcome {
  return attempt(() => foldMove(sop, running, bounded(run), input));
}

/**
 * An expression that fails, an endless `always`, a call's error that nobody handles, more to work out than an event may
 * cost: the event is refused as a whole.
 */
function attempt(run: () => Outcome): Outcome {
  try {
    return run();
  } catch (error) {
    passLimitUnknown(error);
    return refuse({ refused: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

function bounded(run: () => Move): Move {
  return withBudget('what this event sets in motion', MOST_STEPS, run);
}

function explain(why: () => Refusal): Outcome {
  return refuse(withinBudget(MOST_STEPS, why));
}

function isRunning<T>(
  state: EngineState,
  running: Record<string, T>,
  id: string,
  matches: (entry: T) => boolean,
): boolean {
  const entry = Object.hasOwn(running, id) ? running[id] : undefined;
  return state.status === 'active' && entry !== undefined && matches(entry);
}

function without<T>(record: Record<string, T>, id: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));
}

function obsolete(): Outcome {
  return refuse({ refused: 'obsolete' });
}

function refuse(refusal: Refusal): Outcome {
  return { ok: false, refusal };
}
