import type { AnyMachineSnapshot } from 'xstate';
import { Budget, BudgetSpent } from './search-budget.js';
import { FreeMachine } from './free-machine.js';
import type { EndlessRun, FreeEvent, FreeRun, RunResult } from './free-machine.js';
import type { Answer } from './free-runs.js';
import { growTree } from '../format/tree.js';
import type { SopTree } from '../format/tree.js';
import type { SopDefinition } from '../common/model.js';

export type { Answer } from './free-runs.js';

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

/** A move that the SOP does not survive: what follows by itself never comes to rest. */
export interface EndlessMove extends EndlessRun {
  /** Null: the beginning. */
  from: number | null;
  label: string;
  /** Whether it never comes to rest whatever the guards say. */
  always: boolean;
}

export interface Exploration {
  /** In the order in which they are reached, the nearest to the beginning first. */
  configurations: Configuration[];
  moves: Move[];
  /** Each way round once, as it was first seen. */
  endless: EndlessMove[];
  /** Paths of all states that can be entered. */
  entered: ReadonlySet<string>;
  /** False when a limit was hit: then what was not found may still exist. */
  complete: boolean;
  /** What it took. */
  steps: number;
}

export interface ExploreLimits {
  /** They are kept in memory: a thousand take about a megabyte. */
  configurations: number;
  /** Counted, not timed: what is found does not depend on how busy the computer is. A million take a second or two. */
  steps: number;
}

const LIMITS: ExploreLimits = { configurations: 20_000, steps: 600_000 };

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
  private readonly budget: Budget;
  private readonly orderOf: ReadonlyMap<string, number>;
  private readonly ids = new Map<string, number>();
  private readonly snapshots: AnyMachineSnapshot[] = [];
  private readonly configurations: Configuration[] = [];
  private readonly moves: Move[] = [];
  private readonly endless = new Map<string, EndlessMove>();
  private readonly entered = new Set<string>();

  constructor(
    sop: SopDefinition,
    private readonly limits: ExploreLimits,
  ) {
    this.tree = growTree(sop);
    this.budget = new Budget(limits.steps);
    this.machine = new FreeMachine(sop, this.tree, this.budget);
    this.orderOf = new Map(this.tree.nodes.map(({ path }, i) => [path, i]));
  }

  run(): Exploration {
    const complete = this.search();
    const { configurations, moves, entered, budget } = this;
    return {
      configurations,
      moves,
      entered,
      complete,
      endless: [...this.endless.values()],
      steps: budget.used,
    };
  }

  /** Whether all of it could be searched. */
  private search(): boolean {
    try {
      this.follow(this.machine.begin(), null, null);
      for (let id = 0; id < this.configurations.length; id += 1) this.leave(id);
      return true;
    } catch (fault) {
      if (fault instanceof BudgetSpent) return false;
      throw fault;
    }
  }

  private leave(id: number): void {
    const snapshot = this.snapshots[id];
    if (!snapshot || this.configurations[id]?.ended) return;
    for (const event of this.machine.eventsIn(activePaths(snapshot.value)))
      this.follow(this.machine.take(snapshot, event), id, event);
  }

  private follow(runs: Iterable<RunResult>, from: number | null, event: FreeEvent | null): void {
    const fresh: EndlessMove[] = [];
    let rests = false;
    for (const run of runs) {
      if ('snapshot' in run) {
        rests = true;
        if (from === null || run.snapshot !== this.snapshots[from]) this.record(run, from, event);
        continue;
      }
      const key = JSON.stringify(
        (run.round.length > 0 ? run.round : run.taken).map(({ pointer }) => pointer),
      );
      if (this.endless.has(key)) continue;
      const move = { ...run, from, label: event?.label ?? '', always: false };
      this.endless.set(key, move);
      fresh.push(move);
    }
    if (!rests) for (const move of fresh) move.always = true;
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
      if (to >= this.limits.configurations) throw new BudgetSpent();
      this.ids.set(key, to);
      this.snapshots.push(run.snapshot);
      const ended = run.snapshot.status === 'done';
      this.configurations.push({ id: to, steps: this.leavesOf(run.snapshot.value), ended, reachedBy: move });
    }
    if (move) this.moves.push(move);
  }

  private leavesOf(value: unknown): string[] {
    const order = (path: string): number => this.orderOf.get(path) ?? 0;
    return activePaths(value)
      .filter((path) => this.tree.byPath.get(path)?.children.size === 0)
      .sort((a, b) => order(a) - order(b));
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
