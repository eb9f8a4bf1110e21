import { CUSTOMER_MESSAGE } from '../machine/ways-out.js';
import { checkEndings } from './endings.js';
import type { Report } from './report.js';
import { lineageOf } from '../format/tree.js';
import type { SopTree, StateNode, Way } from '../format/tree.js';

/** Steps have what the people in them need; ends say how the ticket ended. */
export function checkSteps(tree: SopTree, report: Report): void {
  for (const node of tree.nodes) {
    if (node.type === 'atomic' && node.parent !== null) checkAtomic(tree, node, report);
    else if (node.type === 'final' && node.parent === tree.root) checkEnd(node, report);
    else if (node.def.meta?.kind !== undefined && node.parent !== null) {
      report.warn(
        'kind-without-step',
        `${node.pointer}/meta/kind`,
        `Only a state without states inside is a step; \`kind\` means nothing on a ${node.type} state.`,
        '只有不含子状态的普通状态才是步骤，此处的 `kind` 不起作用。',
      );
    }
    checkEndings(tree, node, report);
  }
}

function waysOut(tree: SopTree, node: StateNode): Way[] {
  return lineageOf(node).flatMap((around) => tree.ways.get(around) ?? []);
}

function checkAtomic(tree: SopTree, node: StateNode, report: Report): void {
  const { meta, always } = node.def;
  const at = node.pointer;
  if (meta?.kind === undefined) {
    if (always === undefined) {
      report.error(
        'step-without-kind',
        at,
        'A ticket can stay in this state, so it needs `meta.kind`: human, automatic, waits-for-customer or waits-for-others.',
        '工单会停留在此状态，因此需要 `meta.kind`：human、automatic、waits-for-customer 或 waits-for-others。',
      );
    } else if (
      (tree.ways.get(node) ?? []).every((way) => way.slot !== 'always' || way.def.guard !== undefined)
    ) {
      report.error(
        'choice-without-default',
        `${at}/always`,
        'When no condition holds the ticket would be stuck here. Let the last transition have no guard.',
        '如果所有条件都不满足，工单会卡在这里。请让最后一个转移不带条件。',
      );
    }
    return;
  }
  if (!meta.title)
    report.error('step-without-title', at, 'This step has no `title`.', '此步骤缺少 `title`。');
  if (meta.kind === 'human') checkHuman(tree, node, report);
  if (meta.kind === 'waits-for-customer' && !waysOut(tree, node).some((way) => way.slot === 'after')) {
    report.warn(
      'wait-without-limit',
      at,
      'Waiting for the customer has no time limit here. Add `after`, e.g. a reminder and an end.',
      '此处等待买家没有时限，请添加 `after`，例如提醒后关闭。',
    );
  }
}

function checkHuman(tree: SopTree, node: StateNode, report: Report): void {
  const at = node.pointer;
  const { meta } = node.def;
  if (!meta?.instructions) {
    report.error(
      'step-without-instructions',
      at,
      'This step does not tell the agent what to do (`instructions`).',
      '此步骤没有写明客服该做什么（`instructions`）。',
    );
  }
  if (!meta?.sla) {
    report.warn(
      'step-without-sla',
      at,
      'This step has no `sla`: nobody notices when it takes too long.',
      '此步骤没有 `sla`，超时将无人察觉。',
    );
  }
  const actions = waysOut(tree, node).filter((way) => way.slot === 'on' && way.name !== CUSTOMER_MESSAGE);
  if (actions.length === 0) {
    report.error(
      'step-without-action',
      at,
      'The agent can do nothing in this step. Add a way out with a title to `on`.',
      '客服在此步骤中没有任何可执行的操作，请在 `on` 中添加带标题的操作。',
    );
  }
  for (const way of actions) {
    if (way.def.meta?.title || way.turn > 0 || way.from !== node) continue;
    report.error(
      'untitled-action',
      way.pointer,
      `The action \`${way.name}\` has no \`meta.title\`: the agent's button would be empty.`,
      `操作 \`${way.name}\` 缺少 \`meta.title\`，客服看到的按钮将没有文字。`,
    );
  }
}

function checkEnd(node: StateNode, report: Report): void {
  if (!node.def.meta?.outcome) {
    report.error(
      'missing-outcome',
      node.pointer,
      'This end does not say how the ticket ended (`meta.outcome`).',
      '此终态没有写明工单结果（`meta.outcome`）。',
    );
  }
  if (!node.def.meta?.title) {
    report.error('step-without-title', node.pointer, 'This end has no `title`.', '此终态缺少 `title`。');
  }
}
