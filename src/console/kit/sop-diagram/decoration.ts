import type { Graph, GraphEdge } from './graph';

/** What a page says about a step on the diagram; colour never says it alone. */
export interface NodeDecoration {
  tone?: 'added' | 'removed' | 'changed' | 'muted' | 'here' | 'passed';
  /** A short word in the corner: "Added", "3 tickets". */
  badge?: string;
  /** 0 to 1: how strongly it is coloured on a heat map. */
  heat?: number;
  /** A line at the foot of the step: "p90 3 h · 120 visits". */
  note?: string;
}

/** What a page says about a way on the diagram. */
export interface EdgeDecoration {
  tone?: 'added' | 'removed' | 'changed' | 'muted' | 'passed';
  /** px; default 1.5. */
  width?: number;
  /** Added to the way's words: "120×". */
  note?: string;
}

export type DecorateNode = (id: string) => NodeDecoration | undefined;
export type DecorateEdge = (edge: GraphEdge) => EdgeDecoration | undefined;

/** What was chosen: the step, and the place in the definition, which may be one of its ways. */
export interface Choice {
  step: string;
  pointer: string;
}

/** A finding of the check, as far as the diagram marks it. */
export interface Mark {
  path: string;
  severity: 'error' | 'warning';
}

/** The graph with what a page adds in words, so that the layout leaves room for it. */
export function addNotes(graph: Graph, decorate?: DecorateNode, edgeDecorate?: DecorateEdge): Graph {
  if (!decorate && !edgeDecorate) return graph;
  const nodes = graph.nodes.map((node) => {
    const note = decorate?.(node.id)?.note;
    return note === undefined ? node : { ...node, note };
  });
  const edges = graph.edges.map((edge) => {
    const note = edgeDecorate?.(edge)?.note;
    return note === undefined ? edge : { ...edge, note };
  });
  return { nodes, edges };
}
