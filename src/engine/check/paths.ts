import { exploreSop, traceTo } from '../explore.js';
import type { Configuration, Exploration } from '../explore.js';
import type { SopDefinition } from '../model.js';
import { findFinalCircles } from './circles.js';
import type { Report } from './report.js';
import type { SopTree, StateNode } from './tree.js';
import { resolveTarget } from './tree.js';

/** Every state can be reached, and from everywhere an end can. Needs names that have been checked. */
export function checkPaths(sop: SopDefinition, tree: SopTree, report: Report): void {
  const exploration = exploreSop(sop);
  if (!exploration.complete) {
    report.warn(
      'too-large-to-prove',
      '',
      'This SOP has too many combinations of steps to prove that each can be reached and left. Use fewer parallel regions.',
      '此 SOP 的步骤组合过多，无法证明每个步骤都可到达并能走到结束。请减少并行分支。',
    );
    return;
  }
  checkReachable(tree, exploration, report);
  checkEndings(tree, exploration, report);
}

function checkReachable(tree: SopTree, exploration: Exploration, report: Report): void {
  const targets = new Set<StateNode>();
  for (const ways of tree.ways.values()) {
    for (const way of ways) {
      const target = way.def.target === undefined ? null : resolveTarget(tree, way.from, way.def.target);
      if (target) targets.add(target);
    }
  }
  const reached = (node: StateNode): boolean =>
    node.type === 'history'
      ? targets.has(node) || node.parent?.def.initial === node.key
      : exploration.entered.has(node.path);
  for (const node of tree.nodes) {
    if (node.parent === null || reached(node) || !reached(node.parent)) continue;
    report.error(
      'unreachable-step',
      node.pointer,
      `No way leads to \`${node.path}\`. Add a transition to it, or remove it.`,
      `没有任何路径能到达 \`${node.path}\`，请添加指向它的转移，或将其删除。`,
    );
  }
}

function checkEndings(tree: SopTree, exploration: Exploration, report: Report): void {
  const { configurations } = exploration;
  const canEnd = findThoseThatEnd(exploration);
  if (canEnd.size === configurations.length) return;
  const told = new Set<string>();
  for (const trap of findTraps(exploration, canEnd)) {
    const open = trap.steps.filter((path) => tree.byPath.get(path)?.type !== 'final');
    const path = open[0] ?? trap.steps[0] ?? '';
    if (told.has(path)) continue;
    told.add(path);
    const names = (open.length > 0 ? open : trap.steps).join(' + ');
    report.error(
      'no-way-to-end',
      tree.byPath.get(path)?.pointer ?? '',
      `A ticket in \`${names}\` can never come to an end. Add a way out that leads to a final state.`,
      `处于 \`${names}\` 的工单永远无法结束，请添加通往终态的出口。`,
      traceTo(exploration, trap.id),
    );
  }
}

function findThoseThatEnd({ configurations, moves }: Exploration): Set<number> {
  const into = new Map<number, number[]>();
  for (const { from, to } of moves) {
    const before = into.get(to);
    if (before) before.push(from);
    else into.set(to, [from]);
  }
  const canEnd = new Set(configurations.filter((c) => c.ended).map((c) => c.id));
  const queue = [...canEnd];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const before of into.get(id) ?? []) {
      if (canEnd.has(before)) continue;
      canEnd.add(before);
      queue.push(before);
    }
  }
  return canEnd;
}

/** Of the configurations from which no end can be reached, those in which a ticket finally goes round: one for each circle, the nearest. */
function findTraps({ configurations, moves }: Exploration, canEnd: ReadonlySet<number>): Configuration[] {
  const next = new Map<number, Set<number>>();
  for (const { from, to } of moves) {
    if (!canEnd.has(from)) next.set(from, (next.get(from) ?? new Set()).add(to));
  }
  const stuck = configurations.filter((c) => !canEnd.has(c.id)).map((c) => c.id);
  return findFinalCircles(stuck, (id) => next.get(id) ?? [])
    .flatMap(([nearest]) => configurations[nearest ?? -1] ?? [])
    .sort((a, b) => a.id - b.id);
}
