import type { DecorateNode, Mark } from './decoration';
import { findPlace, isGroup } from './graph';
import type { FlowNode } from './node-view';
import type { Drawn } from './use-layout';

/** The nodes as React Flow takes them, groups below what they hold. */
export function buildNodes(
  drawn: Drawn,
  decorate: DecorateNode | undefined,
  marks: readonly Mark[],
): FlowNode[] {
  const { graph, layout, lang } = drawn;
  const counts = countMarks(drawn, marks);
  return graph.nodes.flatMap((node): FlowNode[] => {
    const box = layout.nodes.get(node.id);
    if (!box) return [];
    const { x, y, width, height } = box;
    const { errors = 0, warnings = 0 } = counts.get(node.id) ?? {};
    const data = { node, lang, decoration: decorate?.(node.id), errors, warnings, isChosen: false };
    return [
      {
        ...{ id: node.id, type: isGroup(node) ? 'phase' : 'step', position: { x, y }, data },
        ...{ width, height, measured: { width, height }, zIndex: isGroup(node) ? 0 : 1 },
      },
    ];
  });
}

function countMarks(drawn: Drawn, marks: readonly Mark[]): Map<string, { errors: number; warnings: number }> {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const mark of marks) {
    const node = findPlace(drawn.graph, mark.path)?.node;
    if (node === undefined) continue;
    const count = counts.get(node) ?? { errors: 0, warnings: 0 };
    if (mark.severity === 'error') count.errors += 1;
    else count.warnings += 1;
    counts.set(node, count);
  }
  return counts;
}
