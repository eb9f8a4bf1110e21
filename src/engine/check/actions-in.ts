import type { ActionDef } from '../common/model.js';
import { actionsAt } from '../format/tree.js';
import type { SopTree, StateNode } from '../format/tree.js';

export type PlacedAction = ReturnType<typeof actionsAt>[number];

/** Everything that is done in a state or on a way out of it. */
export function actionsIn(tree: SopTree, node: StateNode): PlacedAction[] {
  const { def, pointer } = node;
  const places: [ActionDef | ActionDef[] | undefined, string][] = [
    [def.entry, `${pointer}/entry`],
    [def.exit, `${pointer}/exit`],
    ...(tree.ways.get(node) ?? []).map((way): [ActionDef | ActionDef[] | undefined, string] => [
      way.def.actions,
      `${way.pointer}/actions`,
    ]),
  ];
  if (node.parent !== null)
    places.push(
      [def.meta?.sla?.onWarn, `${pointer}/meta/sla/onWarn`],
      [def.meta?.sla?.onBreach, `${pointer}/meta/sla/onBreach`],
    );
  return places.flatMap(([given, at]) => actionsAt(given, at));
}
