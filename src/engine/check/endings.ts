import type { Report } from './report.js';
import { invokesOf, lineageOf } from '../format/tree.js';
import type { SopTree, StateNode, Way } from '../format/tree.js';

/** What ends by itself, a call or a phase, must not leave the ticket where nobody can do anything about it. */
export function checkEndings(tree: SopTree, node: StateNode, report: Report): void {
  const others = lineageOf(node)
    .flatMap((around) => tree.ways.get(around) ?? [])
    .some((way) => way.slot === 'on' || way.slot === 'after');
  checkCalls(tree, node, others, report);
  checkPhase(tree, node, others, report);
}

/** `others`: the step has ways out that somebody or the clock takes. */
function checkCalls(tree: SopTree, node: StateNode, others: boolean, report: Report): void {
  const say = others ? report.warn.bind(report) : report.error.bind(report);
  const isAutomatic = node.def.meta?.kind === 'automatic';
  for (const { invoke, at } of invokesOf(node)) {
    if (invoke.onError === undefined)
      say(
        'missing-on-error',
        at,
        `Nothing is said for the case that the call \`${invoke.id}\` fails. Add \`onError\`.`,
        `没有写明调用 \`${invoke.id}\` 失败时怎么办，请添加 \`onError\`。`,
      );
    // Beside somebody's work a call may be made for its own sake.
    if (invoke.onDone === undefined && isAutomatic)
      say(
        'missing-on-done',
        at,
        `Nothing is said for the case that the call \`${invoke.id}\` succeeds: the ticket stays in this automatic step. Add \`onDone\`.`,
        `没有写明调用 \`${invoke.id}\` 成功后怎么办，工单会停留在此自动步骤。请添加 \`onDone\`。`,
      );
    if (others) continue;
    const own = (tree.ways.get(node) ?? []).filter((way) => way.invoke === invoke);
    const lastError = lastOf(own, 'call-error');
    if (lastError?.def.guard)
      report.error(
        'missing-on-error',
        lastError.pointer,
        'When no condition holds a failed call would strand the ticket. Let the last `onError` have no guard.',
        '如果条件都不满足，调用失败后工单会卡住。请让最后一个 `onError` 不带条件。',
      );
    const lastDone = lastOf(own, 'call-done');
    if (lastDone?.def.guard)
      report.error(
        'missing-on-done',
        lastDone.pointer,
        'When no condition holds a call that succeeds would strand the ticket. Let the last `onDone` have no guard.',
        '如果条件都不满足，调用成功后工单会卡住。请让最后一个 `onDone` 不带条件。',
      );
  }
  if (isAutomatic && node.type === 'atomic') checkAutomatic(tree, node, report);
}

/** An automatic step is one in which the program acts: by a call, or at once. */
function checkAutomatic(tree: SopTree, node: StateNode, report: Report): void {
  const lineage = lineageOf(node);
  if (lineage.some((around) => invokesOf(around).length > 0) || node.def.always !== undefined) return;
  const isTimed = lineage.some((around) =>
    (tree.ways.get(around) ?? []).some(({ slot }) => slot === 'after'),
  );
  const say = isTimed ? report.warn.bind(report) : report.error.bind(report);
  say(
    'automatic-without-call',
    node.pointer,
    'This step is automatic, but nothing is done here: it has no `invoke`. Add the call, or say who is expected to act (`kind`).',
    '此步骤为自动步骤，但没有 `invoke`，什么也不会执行。请添加调用，或用 `kind` 写明由谁处理。',
  );
}

/** A phase whose end can be entered says what follows; else the ticket rests there, in nobody's step. */
function checkPhase(tree: SopTree, node: StateNode, others: boolean, report: Report): void {
  if (node.parent === null || node.parent.type === 'parallel' || !canFinish(node)) return;
  const last = lastOf(tree.ways.get(node) ?? [], 'state-done');
  if (last && (!last.def.guard || others)) return;
  const say = others ? report.warn.bind(report) : report.error.bind(report);
  if (last)
    say(
      'missing-on-done',
      last.pointer,
      'When no condition holds the ticket would be stuck at the end of this phase. Let the last `onDone` have no guard.',
      '如果条件都不满足，工单会卡在此阶段的末尾。请让最后一个 `onDone` 不带条件。',
    );
  else
    say(
      'missing-on-done',
      node.pointer,
      'This phase can come to its end, but nothing is said for what follows: the ticket would stay where nobody has a step. Add `onDone`.',
      '此阶段可以走到终点，但没有写明之后怎么办，工单会停在没有任何步骤的地方。请添加 `onDone`。',
    );
}

function canFinish(node: StateNode): boolean {
  const children = [...node.children.values()];
  if (node.type === 'compound') return children.some(({ type }) => type === 'final');
  const regions = children.filter(({ type }) => type !== 'history');
  return node.type === 'parallel' && regions.length > 0 && regions.every(canFinish);
}

function lastOf(ways: readonly Way[], slot: Way['slot']): Way | undefined {
  return ways.findLast((way) => way.slot === slot);
}
