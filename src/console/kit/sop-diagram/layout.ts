import { Graph as Board, layout as arrangeBoard } from '@dagrejs/dagre';
import type { Lang } from '../../i18n/define-texts';
import { drawFarWays, findFarWays } from './far-ways';
import { isGroup, type Graph, type GraphEdge, type GraphNode } from './graph';
import { sizeOfLabel, sizeOfNode, type Size } from './measure';
import { drawTogether, type Arranged } from './draw-together';
import { routeEdges, type Point, type Route } from './route';

/** A node's place: its top left corner and its size (px). */
export interface Box extends Size {
  x: number;
  y: number;
}

export interface Layout {
  nodes: Map<string, Box>;
  edges: Map<string, Route>;
  width: number;
  height: number;
}

const MARGIN = 24;
/** Room around what a group holds; its title stands at the top. */
const GROUP = { side: 16, top: 34, bottom: 14 };
/** The way that tickets should take is drawn as straight as can be. */
const WEIGHTS: Record<GraphEdge['kind'], number> = {
  ...{ success: 6, flow: 6, always: 3, event: 3, escalation: 2, timeout: 1, failure: 1 },
};
/** Beyond this many nodes the exact search for the best ranks takes longer than a person likes to wait. */
const MANY = 120;
/** Beyond this many nodes ways over many layers run beside the drawing. */
const TALL = 40;

/** Places the nodes in layers from top to bottom, phases as boxes around their steps, and draws the ways between them. */
export function layoutGraph(graph: Graph, lang: Lang): Layout {
  const far = graph.nodes.length > TALL ? findFarWays(graph) : [];
  const near = { ...graph, edges: graph.edges.filter((edge) => !far.includes(edge)) };
  const found = readBoard(near, arrange(near, lang), lang);
  drawTogether(near, found);
  boxGroups(graph.nodes, found.nodes);
  drawFarWays(graph, found, far, (edge) => sizeOfLabel(edge, lang));
  return shift(found.nodes, routeEdges(graph, found));
}

/**
 * The nodes and ways with their places. On a rare tangle of ways between phases the library gives up; with all ways
 * pulling alike it finds a drawing that is plainer, which is better than none.
 */
function arrange(graph: Graph, lang: Lang): Board {
  try {
    return arrangeBy(({ kind }) => WEIGHTS[kind], graph, lang);
  } catch {
    return arrangeBy(() => 1, graph, lang);
  }
}

function arrangeBy(weightOf: (edge: GraphEdge) => number, graph: Graph, lang: Lang): Board {
  const board = new Board({ multigraph: true, compound: true });
  board.setGraph({
    ...{ rankdir: 'TB', nodesep: 36, edgesep: 18, ranksep: 44 },
    ranker: graph.nodes.length > MANY ? 'tight-tree' : 'network-simplex',
  });
  for (const node of graph.nodes) board.setNode(node.id, sizeOfNode(node, lang));
  for (const node of graph.nodes) if (node.parent !== null) board.setParent(node.id, node.parent);
  for (const edge of graph.edges) {
    const label = sizeOfLabel(edge, lang) ?? { width: 0, height: 0 };
    board.setEdge(
      edge.source,
      edge.target,
      { ...label, labelpos: 'c', weight: weightOf(edge), minlen: 1 },
      edge.id,
    );
  }
  arrangeBoard(board);
  return board;
}

function readBoard(graph: Graph, board: Board, lang: Lang): Arranged {
  const found: Arranged = { nodes: new Map(), edges: new Map() };
  for (const node of graph.nodes) {
    const { x = 0, y = 0, width, height } = board.node(node.id) as Box;
    found.nodes.set(node.id, { x: x - width / 2, y: y - height / 2, width, height });
  }
  for (const edge of graph.edges) {
    const {
      points = [],
      x,
      y,
    } = board.edge(edge.source, edge.target, edge.id) as {
      points?: Point[];
      x?: number;
      y?: number;
    };
    const size = sizeOfLabel(edge, lang);
    const label = size && x !== undefined && y !== undefined ? { x, y, ...size } : null;
    found.edges.set(edge.id, { points: points.map((point) => ({ ...point })), label });
  }
  return found;
}

/** A group is the box around what it holds, the inner groups first. */
function boxGroups(all: GraphNode[], nodes: Map<string, Box>): void {
  for (const group of all.filter(isGroup).reverse()) {
    const inner = all.flatMap((node) => (node.parent === group.id ? (nodes.get(node.id) ?? []) : []));
    const left = Math.min(...inner.map((box) => box.x)) - GROUP.side;
    const top = Math.min(...inner.map((box) => box.y)) - GROUP.top;
    const right = Math.max(...inner.map((box) => box.x + box.width)) + GROUP.side;
    const bottom = Math.max(...inner.map((box) => box.y + box.height)) + GROUP.bottom;
    nodes.set(group.id, { x: left, y: top, width: right - left, height: bottom - top });
  }
}

/** Moves everything so that it begins at the margin. */
function shift(nodes: Map<string, Box>, edges: Map<string, Route>): Layout {
  const boxes = [...nodes.values()];
  const points = [...edges.values()].flatMap((route) => route.points);
  const left = Math.min(0, ...boxes.map((box) => box.x), ...points.map((point) => point.x)) - MARGIN;
  const top = Math.min(0, ...boxes.map((box) => box.y), ...points.map((point) => point.y)) - MARGIN;
  for (const box of boxes) {
    box.x -= left;
    box.y -= top;
  }
  for (const route of edges.values()) {
    route.points = route.points.map(({ x, y }) => ({ x: x - left, y: y - top }));
    if (route.label) route.label = { ...route.label, x: route.label.x - left, y: route.label.y - top };
  }
  return {
    ...{ nodes, edges },
    width: Math.max(0, ...boxes.map((box) => box.x + box.width), ...endsOf(edges)) + MARGIN,
    height: Math.max(0, ...boxes.map((box) => box.y + box.height)) + MARGIN,
  };
}

/** How far to the right the lines and their words reach. */
function endsOf(edges: Map<string, Route>): number[] {
  return [...edges.values()].flatMap(({ points, label }) => [
    ...points.map(({ x }) => x),
    label ? label.x + label.width / 2 : 0,
  ]);
}
