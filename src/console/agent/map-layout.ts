import { graphlib, layout as layOut } from '@dagrejs/dagre';
import type { MapEdge, MapNode, SopMap } from './map';

export const BOX = { width: 124, height: 42 };
const GAP = 14;

interface Point {
  x: number;
  y: number;
}
export interface PlacedNode extends MapNode {
  /** Of the upper left corner. */
  x: number;
  y: number;
}
export interface PlacedEdge extends MapEdge {
  points: Point[];
}
export interface PlacedMap {
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  width: number;
  height: number;
  hidden: number;
}

/** Beyond this the exact search for the best layers takes longer than a person likes to wait. */
const MANY = 24;

/** The map in layers from top to bottom; ends that every step of a phase leads to stand in a row of their own below. */
export function placeMap(map: SopMap): PlacedMap {
  const bound = new Set(map.edges.flatMap(({ from, to }) => [from, to]));
  const graph = new graphlib.Graph().setDefaultEdgeLabel(() => ({}));
  graph.setGraph({
    rankdir: 'TB',
    nodesep: GAP,
    ranksep: 30,
    edgesep: 10,
    marginx: 6,
    marginy: 6,
    ranker: map.nodes.length > MANY ? 'longest-path' : 'network-simplex',
  });
  for (const { id } of map.nodes) if (bound.has(id)) graph.setNode(id, { ...BOX });
  for (const { from, to } of map.edges) graph.setEdge(from, to, {});
  layOut(graph);
  const placed = map.nodes
    .filter(({ id }) => bound.has(id))
    .map((node): PlacedNode => {
      const { x = 0, y = 0 } = graph.node(node.id) as Partial<Point>;
      return { ...node, x: x - BOX.width / 2, y: y - BOX.height / 2 };
    });
  const { width = 0 } = graph.graph() as { width?: number };
  const bottom = Math.max(0, ...placed.map(({ y }) => y + BOX.height));
  const perRow = Math.max(2, Math.floor(width / (BOX.width + GAP)));
  const loose = map.nodes
    .filter(({ id }) => !bound.has(id))
    .map((node, index): PlacedNode => {
      const row = Math.floor(index / perRow);
      const x = 6 + (index % perRow) * (BOX.width + GAP);
      return { ...node, x, y: bottom + 24 + row * (BOX.height + GAP) };
    });
  const nodes = [...placed, ...loose];
  return {
    hidden: map.hidden,
    nodes,
    edges: map.edges.map((edge) => ({
      ...edge,
      points: (graph.edge(edge.from, edge.to) as { points?: Point[] }).points ?? [],
    })),
    width: Math.max(width, ...nodes.map(({ x }) => x + BOX.width + 6)),
    height: Math.max(...nodes.map(({ y }) => y + BOX.height + 6), 0),
  };
}
