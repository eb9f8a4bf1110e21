import { createActor } from 'xstate';
import type { AnyActorLogic, AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { Scope } from '../cel/expressions.js';
import type { Delay } from '../common/durations.js';
import type { Limits } from './limits.js';
import { buildMachineParts, REPORT } from './machine-config.js';
import type { CallInput, Report } from './machine-config.js';
import { CallSlot } from './machine-call.js';
import type { Call, MachineEvent } from './machine-call.js';
import { makeMachine, openEntrances } from './machine-making.js';
import type { JsonObject, SopDefinition } from '../common/model.js';
import type { InPieces } from '../common/pieces.js';
import type { States } from './states.js';
import type { WaysOut } from './ways-out.js';

/** One thing that happened in a move, in order. */
export type Happening =
  | Report
  | { report: 'timer-set'; id: string; delay: Delay }
  | { report: 'timer-cancelled'; id: string }
  | { report: 'call-started'; id: string; input: CallInput };

/** Where the machine stands after a move, and what happened on the way. */
export interface Move {
  /** Plain JSON, without children. */
  snapshot: JsonObject;
  status: 'active' | 'done';
  /** Ids of the active leaf states, in document order. */
  leaves: string[];
  happenings: Happening[];
}

/** An SOP as an XState machine that is only ever asked for its next state; nothing runs in it. */
export interface Machine {
  /**
   * Enters the SOP, at `initial` of the definition or at another top-level state. Throws when an action fails, and
   * `LimitUnknown` as it is.
   */
  start(call: Call, context: JsonObject, data: JsonObject, at?: string): Move;
  /**
   * Takes one event. Throws when an action fails, `always` never ends, or nobody handles a call's error, and
   * `LimitUnknown` as it is.
   */
  send(call: Call, snapshot: JsonObject, event: MachineEvent): Move;
  /** Ids of the active leaf states of a stored snapshot, in document order. */
  leavesOf(snapshot: JsonObject): string[];
  /** For tests and for the search of the check: the machine itself, and the slot through which it reads its call. */
  readonly logic: AnyStateMachine;
  readonly slot: CallSlot;
}

/** Calls are made elsewhere: inside the machine an invoked actor does nothing. */
const IDLE = { status: 'active', output: undefined, error: undefined } as const;
const idleActor: AnyActorLogic = {
  transition: () => IDLE,
  getInitialSnapshot: () => IDLE,
  getPersistedSnapshot: () => IDLE,
};

/** The actor that machines believe to live in. It never starts, so nothing in it ever runs. */
const host = createActor(idleActor);

/**
 * The surroundings of one move; its actions are collected, not done. XState's own `transition` makes such surroundings
 * anew for each call, and enters the machine once more only to throw that away.
 */
function makeScope(actions: Action[]): Surroundings {
  const { id, sessionId, system } = host;
  const collect = (action: Action): unknown => actions.push(action);
  const nothing = (): void => undefined;
  const idle = { logger: nothing, defer: nothing, stopChild: nothing, emit: nothing };
  return { id, sessionId, system, self: host, actionExecutor: collect, ...idle };
}

type Surroundings = Parameters<AnyStateMachine['transition']>[2];

interface Action {
  type: string;
  params?: unknown;
}

/** Builds the machine of an SOP. The only file that knows XState's snapshots and the shape of its actions. */
export function* buildMachine(
  sop: SopDefinition,
  states: States,
  waysOut: WaysOut,
  limits: Limits,
  scope: Scope,
): InPieces<Machine> {
  const slot = new CallSlot();
  const parts = yield* buildMachineParts({ sop, states, waysOut, limits, scope, slot });
  const { config, delays, timers } = parts;
  const actors = { http: idleActor };
  const logic = yield* makeMachine(config, { delays, actors });
  const enterAt = openEntrances(logic, sop.initial);

  const finish = (snapshot: AnyMachineSnapshot, actions: Action[]): Move => {
    if (snapshot.status !== 'active' && snapshot.status !== 'done') throw describeFailure(snapshot.error);
    return {
      snapshot: persist(logic, snapshot),
      status: snapshot.status,
      leaves: leavesIn(snapshot.value, states),
      happenings: actions.flatMap((action) => readAction(action, timers)),
    };
  };

  return {
    logic,
    slot,
    start(call, context, data, at = sop.initial) {
      const actions: Action[] = [];
      const enter = (): AnyMachineSnapshot =>
        logic.getInitialSnapshot(makeScope(actions), { context, data }) as AnyMachineSnapshot;
      return finish(
        enterAt(at, () => slot.during(call, enter)),
        actions,
      );
    },
    send(call, stored, event) {
      const actions: Action[] = [];
      const scope = makeScope(actions);
      const take = (): AnyMachineSnapshot =>
        logic.transition(restore(logic, stored, scope), event, scope) as AnyMachineSnapshot;
      return finish(slot.during(call, take), actions);
    },
    leavesOf: (stored) => leavesIn(stored.value, states),
  };
}

/**
 * The snapshot as plain JSON. The context goes past XState, which would read meaning into data that happen to look
 * like references to actors.
 */
function persist(logic: AnyStateMachine, snapshot: AnyMachineSnapshot): JsonObject {
  const bare = { ...snapshot, context: {}, children: {} } as AnyMachineSnapshot;
  const { status, value, historyValue } = logic.getPersistedSnapshot(bare) as unknown as JsonObject;
  return { status, value, historyValue, context: snapshot.context as JsonObject } as JsonObject;
}

/** The opposite of `persist`. */
function restore(logic: AnyStateMachine, stored: JsonObject, scope: Surroundings): AnyMachineSnapshot {
  const bare = { ...stored, context: {}, children: {} } as unknown as Parameters<
    typeof logic.restoreSnapshot
  >[0];
  const snapshot = logic.restoreSnapshot(bare, scope) as AnyMachineSnapshot;
  snapshot.context = stored.context;
  return snapshot;
}

function readAction({ type, params }: Action, timers: ReadonlyMap<string, Delay>): Happening[] {
  switch (type) {
    case REPORT:
      return params === null ? [] : [params as Report];
    case 'xstate.raise': {
      const { id } = params as { id: string };
      const delay = timers.get(id);
      return delay ? [{ report: 'timer-set', id, delay }] : [];
    }
    case 'xstate.cancel':
      return [{ report: 'timer-cancelled', id: (params as { sendId: string }).sendId }];
    case 'xstate.spawnChild': {
      const { id, input } = params as { id: string; input: CallInput };
      return [{ report: 'call-started', id, input }];
    }
    default:
      return [];
  }
}

/** The leaf states of XState's state value (`"a"`, `{a: "b"}`, `{p: {r1: "x", r2: {y: "z"}}}`). */
function leavesIn(value: unknown, states: States): string[] {
  const leaves: string[] = [];
  const visit = (at: unknown, path: string): void => {
    if (typeof at === 'string') leaves.push(path === '' ? at : `${path}.${at}`);
    else if (typeof at === 'object' && at !== null) {
      const entries = Object.entries(at);
      if (entries.length === 0) leaves.push(path);
      for (const [key, inner] of entries) visit(inner, path === '' ? key : `${path}.${key}`);
    }
  };
  visit(value, '');
  const order = (id: string): number => states.get(id)?.order ?? 0;
  return leaves.sort((a, b) => order(a) - order(b));
}

function describeFailure(error: unknown): Error {
  if (error instanceof Error) return error;
  if (typeof error === 'object' && error !== null && 'message' in error)
    return new Error(String(error.message));
  return new Error('The machine stopped with an error.');
}
