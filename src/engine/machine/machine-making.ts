import { createMachine, StateNode } from 'xstate';
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { InPieces } from '../common/pieces.js';

/** How XState gives a state its transitions, and then all states in it. */
interface Initialized {
  _initialize: (this: Initialized) => void;
}
const XSTATE = StateNode.prototype as unknown as Initialized;
const { _initialize: giveTransitions } = XSTATE;

/**
 * What `createMachine` makes. XState gives all states their transitions in one go, which takes long when there are
 * thousands; here one state after the other gets its own.
 */
export function* makeMachine(...given: Parameters<typeof createMachine>): InPieces<AnyStateMachine> {
  const machine = makeBare(given);
  yield;
  for (const node of nodesOf(machine.root)) {
    giveTransitions.call(node as unknown as Initialized);
    yield;
  }
  return machine;
}

/** All states, none of them with transitions yet. Nothing else runs while XState is told otherwise. */
function makeBare(given: Parameters<typeof createMachine>): AnyStateMachine {
  XSTATE._initialize = leaveBare;
  try {
    return createMachine(...given);
  } finally {
    XSTATE._initialize = giveTransitions;
  }
}

function leaveBare(this: Initialized): void {
  const node = this as unknown as AnyStateNode;
  node.transitions = new Map();
  for (const child of Object.values(node.states)) leaveBare.call(child as unknown as Initialized);
  // Those around it must not give it its transitions before it is its turn.
  this._initialize = () => undefined;
}

function* nodesOf(node: AnyStateNode): Generator<AnyStateNode, void> {
  yield node;
  for (const child of Object.values(node.states)) yield* nodesOf(child as AnyStateNode);
}

/**
 * Lets a machine be entered at other top-level states than its first: `enterAt(state, run)` does while `run` runs. A machine
 * of its own for each entrance would have to be made anew.
 */
export function openEntrances(
  { root }: AnyStateMachine,
  initial: string,
): <T>(state: string, run: () => T) => T {
  type Initial = typeof root.initial;
  const entrances = new Map<string, Initial>([[initial, root.initial]]);
  const entranceAt = (state: string): Initial => {
    const target = Object.hasOwn(root.states, state) ? [root.states[state] as AnyStateNode] : null;
    if (target === null) throw new Error(`There is no state "${state}" to begin in.`);
    return { ...root.initial, target };
  };
  let current = root.initial;
  Object.defineProperty(root, 'initial', { get: () => current });
  return (state, run) => {
    const outer = current;
    current = entrances.get(state) ?? entranceAt(state);
    entrances.set(state, current);
    try {
      return run();
    } finally {
      current = outer;
    }
  };
}
