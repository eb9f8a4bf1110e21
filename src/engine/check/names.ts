import { joinPointer } from '../format/positions.js';
import type { SopDefinition } from '../common/model.js';
import { reportDuplicates } from './duplicates.js';
import { checkLimits } from './limits.js';
import { listNames } from './report.js';
import type { Report } from './report.js';
import { invokesOf, resolveTarget, targetsNear } from '../format/tree.js';
import type { SopTree, StateNode, Way } from '../format/tree.js';

/** Every name that stands for a state, a guard or an actor must mean something. */
export function checkNames(sop: SopDefinition, tree: SopTree, report: Report): void {
  for (const node of tree.nodes) {
    checkShape(node, report);
    checkInitial(node, report);
    for (const way of tree.ways.get(node) ?? []) checkWay(tree, way, report);
    if (node.def.target !== undefined) {
      if (node.type === 'history') checkTarget(tree, node, node.def.target, `${node.pointer}/target`, report);
      else {
        report.error(
          'invalid-structure',
          `${node.pointer}/target`,
          'Only a history state has a `target` of its own; elsewhere it belongs to a transition.',
          '只有历史状态可以直接写 `target`，其他情况请写在转移中。',
        );
      }
    }
    for (const { invoke, at } of invokesOf(node)) {
      if (invoke.src !== 'http') {
        report.error(
          'unknown-actor',
          `${at}/src`,
          `There is no actor \`${invoke.src as string}\`. Actors: http.`,
          `没有名为 \`${invoke.src as string}\` 的执行者。可用：http。`,
        );
      }
    }
  }
  checkUniqueIds(tree, report);
  checkLimits(sop, tree, report);
  checkRootNames(sop, tree, report);
}

function checkShape(node: StateNode, report: Report): void {
  const { def, type, pointer } = node;
  const hasChildren = node.children.size > 0;
  if (node.parent === null && type !== 'compound') {
    report.error(
      hasChildren ? 'invalid-structure' : 'missing-initial',
      hasChildren ? `${pointer}/type` : '/states',
      'The SOP itself must be a compound state: `initial` and `states`, no other `type`.',
      'SOP 的最外层必须是复合状态：包含 `initial` 和 `states`，不能是其他 `type`。',
    );
    return;
  }
  if (type === 'parallel' && !hasChildren) {
    report.error(
      'invalid-structure',
      pointer,
      'A parallel state needs `states`: its regions.',
      '并行状态需要 `states`（各个分支）。',
    );
  }
  if ((type === 'atomic' || type === 'history') && hasChildren) {
    report.error(
      'invalid-structure',
      `${pointer}/type`,
      `A state of type ${type} cannot have \`states\`.`,
      `${type} 类型的状态不能包含 \`states\`。`,
    );
  }
  if (type === 'final' || type === 'history') {
    const forbidden = (['on', 'after', 'always', 'invoke', 'onDone'] as const).find(
      (key) => def[key] !== undefined,
    );
    const inside = hasChildren && type === 'final' ? 'states' : undefined;
    const found = forbidden ?? inside;
    if (found !== undefined) {
      report.error(
        'final-with-transitions',
        `${pointer}/${found}`,
        `A ${type} state cannot have \`${found}\`: nothing happens in it.`,
        `${type === 'final' ? '终态' : '历史状态'}不能包含 \`${found}\`，其中不会再发生任何事。`,
      );
    }
  }
}

function checkInitial(node: StateNode, report: Report): void {
  if (node.type !== 'compound') return;
  const { initial } = node.def;
  const known = [...node.children.keys()];
  const all = listNames(known, { en: 'its states', 'zh-CN': '无' });
  if (initial === undefined) {
    report.error(
      'missing-initial',
      node.pointer,
      `\`initial\` is missing: in which of ${all.en} does it begin?`,
      `缺少 \`initial\`：应从哪个状态开始？可选：${all['zh-CN']}。`,
    );
  } else if (!node.children.has(initial)) {
    const hint = report.hint(initial, known);
    report.error(
      'unknown-target',
      `${node.pointer}/initial`,
      `\`initial\` names \`${initial}\`, which is not one of ${all.en}.${hint.en}`,
      `\`initial\` 指向的 \`${initial}\` 不存在，可选：${all['zh-CN']}。${hint['zh-CN']}`,
    );
  }
}

function checkWay(tree: SopTree, way: Way, report: Report): void {
  const { def, from, pointer } = way;
  if (def.target !== undefined) checkTarget(tree, from, def.target, way.targetPointer, report);
  if (def.guard && (def.guard.type as string) !== 'cel') {
    report.error(
      'unknown-guard',
      `${pointer}/guard/type`,
      `There is no guard \`${def.guard.type as string}\`. Guards: cel.`,
      `没有名为 \`${def.guard.type as string}\` 的条件。可用：cel。`,
    );
  }
  if (way.isShadowed) {
    report.warn(
      'unreachable-transition',
      pointer,
      'This is never tried: a transition before it has no guard.',
      '前面的转移没有条件，因此这一条永远不会生效。',
    );
  }
}

function checkTarget(tree: SopTree, from: StateNode, target: string, at: string, report: Report): void {
  const found = resolveTarget(tree, from, target);
  if (found && found !== tree.root) return;
  const hint = report.hint(target, () => targetsNear(tree, from));
  report.error(
    'unknown-target',
    at,
    found
      ? 'The SOP itself cannot be a target; name the state in which it is to go on.'
      : `There is no state \`${target}\` from here.${hint.en} Write a sibling, \`.child\`, \`a.b\`, or \`#${tree.id}.path\`.`,
    found
      ? 'SOP 本身不能作为目标，请写明要进入的状态。'
      : `从这里找不到状态 \`${target}\`。${hint['zh-CN']}可写：同级状态、\`.child\`、\`a.b\` 或 \`#${tree.id}.path\`。`,
  );
}

function checkUniqueIds(tree: SopTree, report: Report): void {
  const invokes = tree.nodes.flatMap((node) =>
    invokesOf(node).map(({ invoke, at }) => ({ id: invoke.id, at })),
  );
  reportDuplicates(invokes, 'call', '调用', report);
  for (const { def, pointer } of tree.nodes) {
    for (const list of ['checklist', 'replies'] as const) {
      const items = (def.meta?.[list] ?? []).map((item, i) => ({
        id: item.id,
        at: joinPointer(`${pointer}/meta/${list}`, i),
      }));
      reportDuplicates(
        items,
        list === 'replies' ? 'quick reply' : 'item',
        list === 'replies' ? '快捷回复' : '检查项',
        report,
      );
    }
  }
}

function checkRootNames(sop: SopDefinition, tree: SopTree, report: Report): void {
  const { reopenAt, never = [] } = sop.meta;
  if (reopenAt !== undefined) {
    const state = tree.root.children.get(reopenAt);
    if (!state || state.type === 'final' || state.type === 'history') {
      const known = [...tree.root.children.values()]
        .filter((n) => n.type !== 'final' && n.type !== 'history')
        .map((n) => n.key);
      const hint = report.hint(reopenAt, known);
      const all = listNames(known);
      report.error(
        'unknown-target',
        '/meta/reopenAt',
        `\`reopenAt\` must name a top-level state that is no end: ${all.en}.${hint.en}`,
        `\`reopenAt\` 必须是非终态的顶层状态：${all['zh-CN']}。${hint['zh-CN']}`,
      );
    }
  }
  reportDuplicates(
    never.map(({ id }, i) => ({ id, at: `/meta/never/${i}` })),
    'rule',
    '规则',
    report,
  );
  for (const [i, rule] of never.entries()) {
    if (rule.step !== '' && tree.byPath.has(rule.step)) continue;
    const hint = report.hint(rule.step, () => [...tree.byPath.keys()]);
    report.error(
      'unknown-step',
      `/meta/never/${i}/step`,
      `There is no step \`${rule.step}\`.${hint.en} Write its whole path, such as \`phase.step\`.`,
      `没有步骤 \`${rule.step}\`。${hint['zh-CN']}请写完整路径，例如 \`phase.step\`。`,
    );
  }
}
