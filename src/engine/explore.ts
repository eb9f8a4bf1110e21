import type { AnyMachineSnapshot } from 'xstate';
import { FreeMachine } from './check/free-machine.js';
import type { Answer, FreeEvent, FreeRun } from './check/free-machine.js';
import { growTree } from './check/tree.js';
import type { SopTree } from './check/tree.js';
import type { SopDefinition } from './model.js';

export type { Answer } from './check/free-machine.js';

/** A configuration in which a ticket can rest. */
export interface Configuration {
  id: number;
  /** Paths of the active atomic and final states, in document order. */
  steps: string[];
  /** The root's end was reached. */
  ended: boolean;
  /** What happened last on the shortest way here; null: a ticket begins here. */
  reachedBy: Move | null;
}

/** One step from a configuration to another (or to itself, when a step is left and entered again). */
export interface Move {
  from: number;
  to: number;
  kind: FreeEvent['kind'];
  /** `APPROVE`, `after PT4H`, `done order`, `error order`. */
  label: string;
  /** What the guards on the way were taken to answer. */
  answers: Answer[];
}

export interface Exploration {
  /** In the order in which they are reached, the nearest to the beginning first. */
  configurations: Configuration[];
  moves: Move[];
  /** Paths of all states that can be entered. */
  entered: ReadonlySet<string>;
  /** False when a limit was hit: then what was not found may still exist. */
  complete: boolean;
}

export interface ExploreLimits {
  configurations: number;
  /** Transitions tried: a limit that does not depend on how busy the computer is. 60,000 take about two seconds. */
  runs: number;
  /** The last resort on a very slow computer. */
  ms: number;
}

const LIMITS: ExploreLimits = { configurations: 20_000, runs: 60_000, ms: 10_000 };

/**
 * Every configuration that a ticket can be in, whatever its guards say, found by running the real machine.
 * The definition's names must have been checked: an unknown target throws.
 */
export function exploreSop(sop: SopDefinition, limits: Partial<ExploreLimits> = {}): Exploration {
  return new Explorer(sop, { ...LIMITS, ...limits }).run();
}

/** The events that lead to a configuration on the shortest way. */
export function traceTo(exploration: Exploration, id: number): string[] {
  const trace: string[] = [];
  let at = exploration.configurations[id];
  while (at?.reachedBy) {
    trace.unshift(at.reachedBy.label);
    at = exploration.configurations[at.reachedBy.from];
  }
  return trace;
}

class Explorer {
  private readonly tree: SopTree;
  private readonly machine: FreeMachine;
  private readonly ids = new Map<string, number>();
  private readonly snapshots: AnyMachineSnapshot[] = [];
  private readonly configurations: Configuration[] = [];
  private readonly moves: Move[] = [];
  private readonly entered = new Set<string>();
  private readonly deadline: number;
  private complete = true;
  private runs = 0;

  constructor(
    sop: SopDefinition,
    private readonly limits: ExploreLimits,
  ) {
    this.tree = growTree(sop);
    this.machine = new FreeMachine(sop, this.tree);
    this.deadline = performance.now() + limits.ms;
  }

  run(): Exploration {
    for (const start of this.machine.begin()) {
      if (this.isOver()) break;
      this.record(start, null, null);
    }
    for (let id = 0; id < this.configurations.length && this.complete; id += 1) this.leave(id);
    const { configurations, moves, entered, complete } = this;
    return { configurations, moves, entered, complete };
  }

  private leave(id: number): void {
    const snapshot = this.snapshots[id];
    if (!snapshot || this.configurations[id]?.ended) return;
    for (const event of this.machine.eventsIn(activePaths(snapshot.value))) {
      for (const run of this.machine.take(snapshot, event)) {
        if (this.isOver()) return;
        if (run.snapshot !== snapshot) this.record(run, id, event);
      }
    }
  }

  private isOver(): boolean {
    this.runs += 1;
    const { configurations, runs } = this.limits;
    const hit = this.configurations.length >= configurations || this.runs > runs;
    if (hit || performance.now() > this.deadline) this.complete = false;
    return !this.complete;
  }

  private record(run: FreeRun, from: number | null, event: FreeEvent | null): void {
    for (const path of run.entered) this.entered.add(path);
    const key = keyOf(run.snapshot);
    const known = this.ids.get(key);
    const to = known ?? this.configurations.length;
    const move =
      from === null || event === null
        ? null
        : { from, to, kind: event.kind, label: event.label, answers: run.answers };
    if (known === undefined) {
      this.ids.set(key, to);
      this.snapshots.push(run.snapshot);
      const active = new Set(activePaths(run.snapshot.value));
      const steps = this.tree.nodes.filter((node) => node.children.size === 0 && active.has(node.path));
      const ended = run.snapshot.status === 'done';
      this.configurations.push({ id: to, steps: steps.map((node) => node.path), ended, reachedBy: move });
    }
    if (move) this.moves.push(move);
  }
}

/** Where the machine is and what its history states remember. */
function keyOf(snapshot: AnyMachineSnapshot): string {
  // Nothing is remembered any more once it has ended.
  if (snapshot.status === 'done') return JSON.stringify(snapshot.value);
  const history = snapshot.historyValue as Record<string, { id: string }[]>;
  const remembered = Object.keys(history)
    .sort()
    .map((id) => [id, (history[id] ?? []).map((node) => node.id)]);
  return JSON.stringify([snapshot.value, remembered]);
}

/** Paths of all active states of a state value, the root ('') included. */
function activePaths(value: unknown, around = ''): string[] {
  const join = (key: string): string => (around === '' ? key : `${around}.${key}`);
  if (typeof value === 'string') return [around, join(value)];
  if (typeof value !== 'object' || value === null) return [around];
  return [around, ...Object.entries(value).flatMap(([key, inner]) => activePaths(inner, join(key)))];
}
