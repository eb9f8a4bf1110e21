import { Budget, BudgetSpent } from '../explore/search-budget.js';
import { contextKeysOf } from '../cel/reads.js';
import { Truths } from '../cel/truths.js';
import { findCircles } from './circles.js';
import type { Report } from './report.js';
import { actionsAt, lineageOf, resolveTarget } from '../format/tree.js';
import type { SopTree, StateNode, Way } from '../format/tree.js';

/** Steps of looking from one way to the next. */
const MOST_STEPS = 2_000_000;
/** Places that a finding names; a longer way is cut in its middle. */
const MAX_PLACES = 12;

/** A way that is taken by itself, without waiting for anything. */
interface Step {
  way: Way;
  /** States in which the machine may be when it has been taken. */
  reaches: ReadonlySet<StateNode>;
}

/** Transitions that are taken by themselves must come to rest. */
export function checkLoops(tree: SopTree, report: Report): void {
  try {
    new LoopCheck(tree, report).run();
  } catch (fault) {
    if (!(fault instanceof BudgetSpent)) throw fault;
    report.incomplete(
      '',
      'Too many transitions are taken by themselves to prove that all of them come to rest. Use fewer `always`.',
      '自动执行的转移过多，无法证明它们都会停下来。请减少 `always`。',
    );
  }
}

class LoopCheck {
  private readonly budget = new Budget(MOST_STEPS);
  private readonly entered = new Map<StateNode, ReadonlySet<StateNode>>();
  private readonly stepsAt = new Map<StateNode, Step[]>();
  private readonly next = new Map<Step, Step[]>();

  constructor(
    private readonly tree: SopTree,
    private readonly report: Report,
  ) {}

  run(): void {
    const all = [...this.tree.ways.values()]
      .flat()
      .filter((way) => way.slot === 'always' || way.slot === 'state-done')
      .map((way): Step => ({ way, reaches: this.reachedBy(way) }));
    for (const step of all) {
      const here = this.stepsAt.get(step.way.from);
      if (here) here.push(step);
      else this.stepsAt.set(step.way.from, [step]);
    }
    for (const step of all) this.next.set(step, this.stepsAfter(step));
    const numbers = new Map(all.map((step, i) => [step, i]));
    const circles = findCircles(numbers.values(), (i) =>
      (this.next.get(all[i] as Step) ?? []).map((after) => numbers.get(after) ?? 0),
    );
    for (const circle of circles) this.reportCircle(circle.map((i) => all[i] as Step));
  }

  /** States where the machine may be when a way was taken: those that its target enters, and all around them. */
  private reachedBy({ from, def }: Way): ReadonlySet<StateNode> {
    const target = def.target === undefined ? null : resolveTarget(this.tree, from, def.target);
    const start = target ?? from;
    const known = this.entered.get(start);
    if (known && target) return known;
    const reaches = new Set<StateNode>();
    if (target) this.enter(target, reaches);
    else reaches.add(from);
    for (const node of [...reaches]) for (const around of lineageOf(node)) reaches.add(around);
    this.budget.spend(reaches.size);
    if (target) this.entered.set(start, reaches);
    return reaches;
  }

  /** Adds the states that are entered with a target, without regard to what a history state remembers. */
  private enter(target: StateNode, into: Set<StateNode>): void {
    if (into.has(target)) return;
    this.budget.spend(1);
    into.add(target);
    if (target.type === 'history') {
      const siblings = [...(target.parent?.children.values() ?? [])].filter((n) => n.type !== 'history');
      const fallback =
        target.def.target === undefined ? null : resolveTarget(this.tree, target, target.def.target);
      for (const node of fallback ? [fallback, ...siblings] : siblings) this.enter(node, into);
    } else if (target.type === 'parallel') {
      for (const region of target.children.values()) this.enter(region, into);
    } else {
      const initial = target.def.initial === undefined ? undefined : target.children.get(target.def.initial);
      if (initial) this.enter(initial, into);
    }
  }

  /** What may be taken right after a step. A finished phase is left only when one of its ends was entered. */
  private stepsAfter({ reaches }: Step): Step[] {
    const finished = new Set<StateNode>();
    for (const node of reaches) {
      if (node.type !== 'final' || node.parent === null) continue;
      finished.add(node.parent);
      if (node.parent.parent?.type === 'parallel') finished.add(node.parent.parent);
    }
    const after = [...reaches].flatMap((node) =>
      (this.stepsAt.get(node) ?? []).filter(({ way }) => way.slot === 'always' || finished.has(node)),
    );
    this.budget.spend(reaches.size + after.length);
    return after;
  }

  /** A finding for each way round, until every step that may go round is in one. */
  private reportCircle(members: Step[]): void {
    const left = new Set(members);
    const inside = new Set(members);
    for (const step of members) {
      if (!left.has(step)) continue;
      const cycle = this.findCycle(step, inside);
      if (!cycle || isContradictory(cycle)) continue;
      for (const member of cycle) left.delete(member);
      reportCycle(cycle, this.report);
    }
  }

  /** The shortest way from a step back to itself. */
  private findCycle(start: Step, inside: ReadonlySet<Step>): Step[] | null {
    const cameFrom = new Map<Step, Step | null>([[start, null]]);
    const queue = [start];
    for (const step of queue) {
      const steps = this.next.get(step) ?? [];
      this.budget.spend(1 + steps.length);
      for (const after of steps) {
        if (after === start) {
          const cycle: Step[] = [];
          for (let at: Step | null = step; at; at = cameFrom.get(at) ?? null) cycle.unshift(at);
          return cycle;
        }
        if (cameFrom.has(after) || !inside.has(after)) continue;
        cameFrom.set(after, step);
        queue.push(after);
      }
    }
    return null;
  }
}

function reportCycle(cycle: Step[], report: Report): void {
  reportRound(
    cycle.map(({ way }) => way),
    assignedOn(cycle),
    report,
  );
}

function assignedOn(cycle: Step[]): string[] {
  return cycle.flatMap(({ way, reaches }) =>
    [way.def.actions, way.from.def.exit, ...[...reaches].map((node) => node.def.entry)].flatMap(assignedKeys),
  );
}

/**
 * Whether a way round asks for what excludes itself, `a` here and `!a` there, while nothing on it changes `a`. Other
 * ways round through the same steps are found when the ways are searched.
 */
function isContradictory(cycle: Step[]): boolean {
  const assigned = new Set(assignedOn(cycle));
  // The end of a phase is an event of its own.
  const isOneEvent = cycle.every(({ way }) => way.slot === 'always');
  const isStable = (expr: string): boolean =>
    (isOneEvent || !/\bevent\b/.test(expr)) &&
    (contextKeysOf(expr)?.every((key) => !assigned.has(key)) ?? assigned.size === 0);
  const truths = new Truths();
  for (const { way } of cycle) {
    for (const { expr, wanted } of conditionsOf(way)) {
      if (!isStable(expr)) continue;
      if (truths.judge(expr) === !wanted) return true;
      truths.learn(expr, wanted);
    }
  }
  return false;
}

/** Says of ways that are taken in turn, by themselves and again and again, that they go round; `assigned`: what they set. */
export function reportRound(
  ways: readonly Way[],
  assigned: readonly string[],
  report: Report,
  trace?: string[],
): void {
  const [first] = ways;
  if (first === undefined) return;
  const places = wordPlaces([...ways, first]);
  const guards = ways.flatMap((way) => conditionsOf(way).map(({ expr }) => expr));
  const read = guards.map(contextKeysOf);
  if (
    assigned.length > 0 &&
    read.some((keys) => keys === null || assigned.some((key) => keys.includes(key)))
  ) {
    report.warn(
      'endless-always',
      first.pointer,
      `This goes round by itself (${places}) and ends only if its conditions become false. Make sure they do.`,
      `此处会自动循环（${places}），只有条件变为假才会结束，请确认循环必然终止。`,
      trace,
    );
    return;
  }
  report.error(
    'endless-always',
    first.pointer,
    `This goes round by itself without end (${places}): nothing on the way changes what its conditions read.`,
    `此处会无限自动循环（${places}）：循环中没有任何动作改变其条件所依赖的数据。`,
    trace,
  );
}

/** From where ways lead, in turn; the root by the SOP's id. */
export function wordPlaces(ways: readonly Way[]): string {
  const places = ways.map(({ from }) => from.path || from.key);
  const half = MAX_PLACES / 2;
  const shown =
    places.length <= MAX_PLACES ? places : [...places.slice(0, half), '…', ...places.slice(-half)];
  return shown.join(' → ');
}

/** What decides whether a way is taken: its own condition, and those that must have failed before it. */
function conditionsOf({ candidates, turn }: Way): { expr: string; wanted: boolean }[] {
  return candidates
    .slice(0, turn + 1)
    .flatMap(({ def, turn: at }) =>
      def.guard ? [{ expr: def.guard.params.expr, wanted: at === turn }] : [],
    );
}

/** The keys that actions set. */
export function assignedKeys(actions: Way['def']['actions']): string[] {
  return actionsAt(actions, '').flatMap(({ action }) =>
    action.type === 'assign' ? Object.keys(action.params.set) : [],
  );
}
