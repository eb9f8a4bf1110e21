import { exploreSop, traceTo } from '../explore/explore.js';
import type { Configuration, EndlessMove, Exploration } from '../explore/explore.js';
import { MAX_ITERATIONS } from '../machine/machine-config.js';
import type { SopDefinition } from '../common/model.js';
import { findFinalCircles } from './circles.js';
import { assignedKeys, reportRound, wordPlaces } from './loops.js';
import type { Report } from './report.js';
import type { SopTree, StateNode, Way } from '../format/tree.js';
import { resolveTarget } from '../format/tree.js';

/** Steps whose names are told of those that are left unproven. */
const MAX_UNPROVEN = 5;

/** Every state can be reached, and from everywhere an end can. Needs names that have been checked. */
export function checkPaths(sop: SopDefinition, tree: SopTree, report: Report): void {
  const exploration = exploreSop(sop);
  for (const move of exploration.endless) reportEndless(move, exploration, report);
  if (exploration.complete && exploration.configurations.length === 0) {
    report.error(
      'cannot-begin',
      '/initial',
      'No ticket can begin: what follows on `initial` by itself never comes to rest.',
      '任何工单都无法开始：从 `initial` 出发的自动转移永远不会停下来。',
    );
    return;
  }
  // Where a ticket would be broken off, nothing behind it can be reached.
  if (hasEndless(report)) return;
  if (!exploration.complete) {
    reportIncomplete(tree, exploration, report);
    return;
  }
  checkReachable(tree, exploration, report);
  checkEndings(tree, exploration, report);
}

/** Whether something was found that goes round by itself without end. */
export function hasEndless(report: Report): boolean {
  return report.findings.some(({ code, severity }) => code === 'endless-always' && severity === 'error');
}

/** Beside what can be seen without running it: rounds through several regions, and chains that are too long. */
function reportEndless(move: EndlessMove, exploration: Exploration, report: Report): void {
  const { round, taken, from, label, always } = move;
  const known = (way: Way): boolean =>
    report.findings.some(({ code, path }) => code === 'endless-always' && path === way.pointer);
  if (round.some(known)) return;
  const trace = from === null ? [] : [...traceTo(exploration, from), label];
  if (round.length > 0) {
    const assigned = round.flatMap((way) => assignedIn(way));
    reportRound(round, assigned, report, trace);
    return;
  }
  const pointer = taken[0]?.pointer ?? '';
  const say = always ? report.error.bind(report) : report.warn.bind(report);
  say(
    'endless-always',
    pointer,
    `More than ${String(MAX_ITERATIONS)} transitions follow on each other by themselves here (${wordPlaces(taken)}); a ticket would be broken off.`,
    `此处连续自动执行的转移超过 ${String(MAX_ITERATIONS)} 次（${wordPlaces(taken)}），工单会在此中断。`,
    trace,
  );
}

/** What is set while a way is taken, as far as it says where it leads. */
function assignedIn(way: Way): string[] {
  return [way.def.actions, way.from.def.exit, way.from.def.entry].flatMap(assignedKeys);
}

function reportIncomplete(tree: SopTree, exploration: Exploration, report: Report): void {
  const { configurations, entered } = exploration;
  const unseen = tree.nodes.filter(
    ({ parent, type, path }) => parent !== null && type !== 'history' && !entered.has(path),
  );
  const names = unseen.slice(0, MAX_UNPROVEN).map(({ path }) => `\`${path}\``);
  const places = String(configurations.length);
  const reach =
    unseen.length === 0
      ? { en: 'Each step was seen to be reached', 'zh-CN': '所有步骤都已确认可到达' }
      : {
          en: `Not proven: that ${String(unseen.length)} states can be reached (${names.join(', ')}${unseen.length > names.length ? ', …' : ''})`,
          'zh-CN': `尚未证明：${String(unseen.length)} 个状态可到达（${names.join('、')}${unseen.length > names.length ? ' 等' : ''}）`,
        };
  report.incomplete(
    unseen[0]?.pointer ?? '',
    `This SOP has too many combinations of steps and conditions; the search ended after ${places} of them. ${reach.en}. Not proven: that an end can be reached from everywhere. Use fewer parallel regions, or fewer conditions in a row.`,
    `此 SOP 的步骤与条件组合过多，搜索在 ${places} 种组合后结束。${reach['zh-CN']}；尚未证明：从任何地方都能走到结束。请减少并行分支或连续的条件判断。`,
  );
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
