import { assign, createMachine, initialTransition, transition } from 'xstate';
import type { AnyMachineSnapshot, AnyStateMachine, EventObject } from 'xstate';
import type { SopDefinition } from '../model.js';
import { actionsAt } from './tree.js';
import type { SopTree, StateNode, Way } from './tree.js';

/** Rounds of transitions without an event after which XState gives up. */
const MAX_ROUNDS = 300;

/** How often one guard is asked anew in one run, because something was assigned in between, before the run goes in a circle. */
const MAX_ASKED = 8;

/** A run that goes round by itself and never comes to rest; it leads to nothing that a shorter one does not. */
class GoesRound extends Error {}

/** One guard that was asked on the way, and what it was taken to answer. */
export interface Answer {
  /** Pointer of the guard's transition. */
  pointer: string;
  expr: string;
  value: boolean;
}

/** Something that may happen while a state is active. */
export interface FreeEvent {
  /** Type under which the machine knows it. */
  type: string;
  kind: 'event' | 'after' | 'call-done' | 'call-error';
  /** As a trace says it: `APPROVE`, `after PT4H`, `done order`, `error order`. */
  label: string;
}

type Taken = [snapshot: AnyMachineSnapshot, actions: { type: string; params?: unknown }[]];

export interface FreeRun {
  snapshot: AnyMachineSnapshot;
  /** Paths of all states that were entered on the way, those that were left at once included. */
  entered: string[];
  answers: Answer[];
}

/**
 * The SOP as a real XState machine whose guards answer whatever is asked of them. Durations and calls are ordinary events
 * here, so nothing has to be waited for. Every run is repeated for every combination of answers.
 */
export class FreeMachine {
  private readonly machine: AnyStateMachine;
  private readonly eventsOf = new Map<string, FreeEvent[]>();
  private plan: boolean[] = [];
  private answers: Answer[] = [];
  private remembered = new Map<string, boolean>();

  constructor(
    sop: SopDefinition,
    private readonly tree: SopTree,
  ) {
    const config = {
      ...this.stateConfig(tree.root),
      id: sop.id,
      context: { changes: 0 },
      options: { maxIterations: MAX_ROUNDS },
    };
    this.machine = createMachine(config as Parameters<typeof createMachine>[0]);
  }

  /** What may happen while these states are active. */
  eventsIn(active: Iterable<string>): FreeEvent[] {
    const events = new Map<string, FreeEvent>();
    for (const path of active)
      for (const event of this.eventsOf.get(path) ?? []) events.set(event.type, event);
    return [...events.values()];
  }

  /** All ways in which a ticket can begin. */
  begin(): Generator<FreeRun> {
    return this.branch(() => initialTransition(this.machine));
  }

  /** All ways in which an event can be taken. */
  take(snapshot: AnyMachineSnapshot, event: FreeEvent): Generator<FreeRun> {
    return this.branch(() => transition(this.machine, snapshot, { type: event.type }));
  }

  private *branch(run: () => Taken): Generator<FreeRun> {
    const plans: boolean[][] = [[]];
    for (let plan = plans.pop(); plan; plan = plans.pop()) {
      this.plan = plan;
      this.answers = [];
      this.remembered = new Map();
      const result = this.attempt(run);
      const answers = this.answers;
      for (let i = answers.length - 1; i >= plan.length; i -= 1) {
        plans.push([...answers.slice(0, i).map((answer) => answer.value), !answers[i]?.value]);
      }
      if (result === null) continue;
      const [snapshot, actions] = result;
      const entered = actions.flatMap(({ type, params }) =>
        type === 'entered' ? [(params as { path: string }).path] : [],
      );
      yield { snapshot, entered, answers };
    }
  }

  private attempt(run: () => Taken): Taken | null {
    try {
      const taken = run();
      return taken[0].status === 'error' ? null : taken;
    } catch (fault) {
      if (fault instanceof GoesRound) return null;
      throw fault;
    }
  }

  /** The same condition gives the same answer until something it could read has changed. */
  private ask(way: Way, expr: string, changes: number, event: EventObject): boolean {
    const question = `${changes} ${event.type} ${expr}`;
    const known = this.remembered.get(question);
    if (known !== undefined) return known;
    if (this.answers.filter((answer) => answer.pointer === way.pointer).length >= MAX_ASKED)
      throw new GoesRound();
    const value = this.plan[this.answers.length] ?? false;
    this.remembered.set(question, value);
    this.answers.push({ pointer: way.pointer, expr, value });
    return value;
  }

  private stateConfig(node: StateNode): Record<string, unknown> {
    const { def } = node;
    const config: Record<string, unknown> = {
      entry: { type: 'entered', params: { path: node.path } },
      ...(node.type === 'final' || node.type === 'history' || node.type === 'parallel'
        ? { type: node.type }
        : {}),
      ...(node.type === 'history'
        ? { history: def.history ?? 'shallow', ...(def.target ? { target: def.target } : {}) }
        : {}),
      ...(node.type === 'compound' ? { initial: def.initial } : {}),
    };
    if (node.type === 'history') delete config['entry'];
    if (node.children.size > 0) {
      config['states'] = Object.fromEntries(
        [...node.children].map(([key, child]) => [key, this.stateConfig(child)]),
      );
    }
    const ways = this.tree.ways.get(node) ?? [];
    const on: Record<string, unknown[]> = {};
    const events: FreeEvent[] = [];
    for (const way of ways) {
      if (way.slot === 'always' || way.slot === 'state-done') {
        const key = way.slot === 'always' ? 'always' : 'onDone';
        config[key] = [...((config[key] as unknown[] | undefined) ?? []), this.wayConfig(way)];
        continue;
      }
      const event = nameEvent(way);
      (on[event.type] ??= []).push(this.wayConfig(way));
      // What leads nowhere and changes nothing need not be tried.
      const matters = way.def.target !== undefined || setsContext(way);
      if (matters && events.at(-1)?.type !== event.type) events.push(event);
    }
    config['on'] = on;
    this.eventsOf.set(node.path, events);
    return config;
  }

  private wayConfig(way: Way): Record<string, unknown> {
    const { target, guard, reenter } = way.def;
    return {
      ...(target === undefined ? {} : { target }),
      ...(reenter === undefined ? {} : { reenter }),
      ...(setsContext(way) ? { actions: COUNT_CHANGE } : {}),
      ...(guard
        ? {
            guard: ({ context, event }: { context: { changes: number }; event: EventObject }) =>
              this.ask(way, guard.params.expr, context.changes, event),
          }
        : {}),
    };
  }
}

const COUNT_CHANGE = assign({
  changes: ({ context }: { context: { changes: number } }) => context.changes + 1,
});

function setsContext({ def }: Way): boolean {
  return actionsAt(def.actions, '').some(({ action }) => action.type === 'assign');
}

function nameEvent({ slot, name, from }: Way): FreeEvent {
  if (slot === 'after') return { type: `after ${from.path} ${name}`, kind: 'after', label: `after ${name}` };
  if (slot === 'call-done')
    return { type: `done ${from.path} ${name}`, kind: 'call-done', label: `done ${name}` };
  if (slot === 'call-error')
    return { type: `error ${from.path} ${name}`, kind: 'call-error', label: `error ${name}` };
  return { type: name, kind: 'event', label: name };
}
