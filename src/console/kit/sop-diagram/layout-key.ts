import type { Lang } from '../../i18n/define-texts';
import type { Graph } from './graph';
import { sizeOfLabel, sizeOfNode } from './measure';

/** All of a graph that its layout depends on: two graphs with the same key have the same layout. */
export function layoutKey(graph: Graph, lang: Lang): string {
  const nodes = graph.nodes.map((node) => [node.id, node.parent, node.kind, sizeOfNode(node, lang)]);
  const edges = graph.edges.map((edge) => [edge.id, sizeOfLabel(edge, lang)]);
  return JSON.stringify([nodes, edges]);
}
