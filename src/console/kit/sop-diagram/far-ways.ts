import type { Arranged } from './draw-together';
import { isGroup, type Graph, type GraphEdge } from './graph';
import type { Size } from './measure';

/** Beyond this many layers a way is drawn beside the others, not between them. */
const FAR = 10;
/** Where the lines beside the drawing run (px). */
const LANE = { first: 48, next: 22, out: 16, row: 22 };

/**
 * Ways over many layers: each would need a place in every layer it passes, which makes a large picture wide, tangled and
 * slow to draw. The nearest way to each node stays, so that everything remains connected.
 */
export function findFarWays(graph: Graph): GraphEdge[] {
  const ranks = rankNodes(graph);
  const spanOf = ({ source, target }: GraphEdge): number =>
    Math.abs((ranks.get(target) ?? 0) - (ranks.get(source) ?? 0));
  const nearest = new Map<string, GraphEdge>();
  for (const edge of graph.edges) {
    if (edge.source === edge.target) continue;
    const known = nearest.get(edge.target);
    if (!known || spanOf(edge) < spanOf(known)) nearest.set(edge.target, edge);
  }
  return graph.edges.filter((edge) => spanOf(edge) > FAR && nearest.get(edge.target) !== edge);
}

/** How many steps lie before each node on the longest way to it, ways that lead back left out. */
function rankNodes({ nodes, edges }: Graph): Map<string, number> {
  const out = new Map<string, string[]>();
  for (const { source, target } of edges) out.set(source, [...(out.get(source) ?? []), target]);
  const state = new Map<string, 'open' | 'done'>();
  const forward: [string, string][] = [];
  const visit = (id: string): void => {
    state.set(id, 'open');
    for (const next of out.get(id) ?? []) {
      if (state.get(next) === 'open') continue;
      if (!state.has(next)) visit(next);
      forward.push([id, next]);
    }
    state.set(id, 'done');
  };
  for (const { id } of nodes) if (!state.has(id)) visit(id);
  // A node's ways were noted when all behind it was known: from the end they come in the order of the walk.
  const ranks = new Map<string, number>(nodes.map(({ id }) => [id, 0]));
  for (const [from, to] of forward.reverse()) {
    ranks.set(to, Math.max(ranks.get(to) ?? 0, (ranks.get(from) ?? 0) + 1));
  }
  return ranks;
}

/** Draws far ways in lanes to the right of everything; those to the same node share one. */
export function drawFarWays(
  graph: Graph,
  found: Arranged,
  far: readonly GraphEdge[],
  labelOf: (edge: GraphEdge) => Size | null,
): void {
  const boxes = graph.nodes.flatMap((node) => (isGroup(node) ? [] : (found.nodes.get(node.id) ?? [])));
  const right = Math.max(0, ...boxes.map((box) => box.x + box.width));
  const lanes = new Map<string, number>();
  let end = right + LANE.first;
  const rows = new Map<string, number>();
  for (const edge of far) {
    const [from, to] = [found.nodes.get(edge.source), found.nodes.get(edge.target)];
    if (!from || !to) continue;
    const size = labelOf(edge);
    let lane = lanes.get(edge.target);
    if (lane === undefined) {
      lane = end;
      lanes.set(edge.target, lane);
    }
    end = Math.max(end, lane + LANE.next + (size?.width ?? 0) / 2);
    const isDown = to.y > from.y;
    const leave = isDown ? from.y + from.height + LANE.out : from.y - LANE.out;
    const enter = isDown ? to.y - LANE.out : to.y + to.height + LANE.out;
    const row = `${edge.target} ${String(Math.round(leave))}`;
    const before = rows.get(row) ?? 0;
    rows.set(row, before + 1);
    const away = (isDown ? 1 : -1) * (before + 1) * LANE.row;
    found.edges.set(edge.id, {
      points: [
        { x: from.x + from.width / 2, y: from.y + from.height / 2 },
        { x: lane, y: leave },
        { x: lane, y: enter },
        { x: to.x + to.width / 2, y: to.y + to.height / 2 },
      ],
      label: size && { x: lane, y: leave + away, ...size },
    });
  }
}
