import type { Report } from './report.js';
import { actionsAt, lineageOf, resolveTarget } from './tree.js';
import type { SopTree, StateNode, Way } from './tree.js';

/** A way that is taken by itself, without waiting for anything. */
interface Step {
  way: Way;
  /** Guards that decide whether it is taken: its own, and those that must have failed before it. */
  guards: string[];
  /** States in which the machine may be when it has been taken. */
  reaches: Set<StateNode>;
}

/** Transitions that are taken by themselves must come to rest. */
export function checkLoops(tree: SopTree, report: Report): void {
  const steps = new Map<Way, Step>();
  for (const ways of tree.ways.values()) {
    for (const way of ways) {
      if (way.slot === 'always' || way.slot === 'state-done') steps.set(way, describeStep(tree, way));
    }
  }
  const all = [...steps.values()];
  const next = new Map(all.map((step) => [step, all.filter((other) => follows(step, other))]));
  const told = new Set<Step>();
  for (const step of all) {
    if (told.has(step)) continue;
    const cycle = findCycle(step, next);
    if (!cycle) continue;
    for (const member of cycle) told.add(member);
    reportCycle(step, cycle, report);
  }
}

function describeStep(tree: SopTree, way: Way): Step {
  const target = way.def.target === undefined ? null : resolveTarget(tree, way.from, way.def.target);
  const reaches = new Set(target ? enteredBy(tree, target) : [way.from]);
  for (const node of [...reaches]) for (const around of lineageOf(node)) reaches.add(around);
  const guards = [...way.earlier, way].flatMap(({ def }) => (def.guard ? [def.guard.params.expr] : []));
  return { way, guards, reaches };
}

/** The states that are entered with a target, without regard to history. */
function enteredBy(tree: SopTree, target: StateNode): StateNode[] {
  if (target.type === 'history') {
    const fallback = target.def.target === undefined ? null : resolveTarget(tree, target, target.def.target);
    const siblings = target.parent
      ? [...target.parent.children.values()].filter((n) => n.type !== 'history')
      : [];
    return [...(fallback ? [fallback] : []), ...siblings].flatMap((node) => enteredBy(tree, node));
  }
  if (target.type === 'parallel') {
    return [target, ...[...target.children.values()].flatMap((region) => enteredBy(tree, region))];
  }
  const initial = target.def.initial === undefined ? undefined : target.children.get(target.def.initial);
  return initial ? [target, ...enteredBy(tree, initial)] : [target];
}

/** Whether `other` may be taken right after `step`. A finished phase is left only when one of its ends was entered. */
function follows(step: Step, other: Step): boolean {
  if (!step.reaches.has(other.way.from)) return false;
  if (other.way.slot === 'always') return true;
  const phase = other.way.from;
  const endOf = (node: StateNode): StateNode | null | undefined =>
    phase.type === 'parallel' ? node.parent?.parent : node.parent;
  return [...step.reaches].some((node) => node.type === 'final' && endOf(node) === phase);
}

/** The shortest way from a step back to itself. */
function findCycle(start: Step, next: ReadonlyMap<Step, Step[]>): Step[] | null {
  const cameFrom = new Map<Step, Step | null>([[start, null]]);
  const queue = [start];
  for (let step = queue.shift(); step; step = queue.shift()) {
    for (const after of next.get(step) ?? []) {
      if (after === start) {
        const cycle: Step[] = [];
        for (let at: Step | null = step; at; at = cameFrom.get(at) ?? null) cycle.unshift(at);
        return cycle;
      }
      if (cameFrom.has(after)) continue;
      cameFrom.set(after, step);
      queue.push(after);
    }
  }
  return null;
}

function reportCycle(step: Step, cycle: Step[], report: Report): void {
  const path = step.way.pointer;
  const places = [...cycle, step].map(({ way }) => way.from.path || way.from.key).join(' → ');
  const guards = cycle.flatMap((member) => member.guards);
  const read = new Set(guards.flatMap(contextKeysOf));
  const changed = cycle.flatMap(assignedKeys);
  if (guards.length > 0 && changed.some((key) => read.has(key))) {
    report.warn(
      'endless-always',
      path,
      `This goes round by itself (${places}) and ends only if its conditions become false. Make sure they do.`,
      `此处会自动循环（${places}），只有条件变为假才会结束，请确认循环必然终止。`,
    );
    return;
  }
  report.error(
    'endless-always',
    path,
    `This goes round by itself without end (${places}): nothing on the way changes what its conditions read.`,
    `此处会无限自动循环（${places}）：循环中没有任何动作改变其条件所依赖的数据。`,
  );
}

/** The keys of the context that an expression reads. */
function contextKeysOf(expr: string): string[] {
  return [...expr.matchAll(/\bcontext\s*(?:\.\s*(\w+)|\[\s*["']([^"']+)["']\s*\])/g)].map(
    (m) => m[1] ?? m[2] ?? '',
  );
}

/** The keys that are set while a step is taken: by itself, on leaving and on entering. */
function assignedKeys({ way, reaches }: Step): string[] {
  const given = [way.def.actions, way.from.def.exit, ...[...reaches].map((node) => node.def.entry)];
  return given
    .flatMap((actions) => actionsAt(actions, ''))
    .flatMap(({ action }) => (action.type === 'assign' ? Object.keys(action.params.set) : []));
}
