import type { Schemas } from '../api/client';
import type { Graph, GraphEdge, GraphNode } from '../kit/sop-diagram/graph';

type Flow = Pick<Schemas['StepFlow'], 'from' | 'event' | 'to' | 'count'>;

/** Places that a ticket passes without staying. */
const PASSED: readonly string[] = ['choice', 'joined', 'join', 'fork', 'history', 'plain', 'start'];

/** How many tickets took each way of the diagram, by the id of the edge. Choices on the way count too. */
export function trafficOf(graph: Graph, flows: readonly Flow[]): Map<string, number> {
  const places = new Map(graph.nodes.map((node) => [node.id, node]));
  const from = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) from.set(edge.source, [...(from.get(edge.source) ?? []), edge]);
  const traffic = new Map<string, number>();
  for (const flow of flows) {
    const path = findPath(flow, firstEdges(graph, flow, places), from, places);
    for (const edge of path) traffic.set(edge.id, (traffic.get(edge.id) ?? 0) + flow.count);
  }
  return traffic;
}

/** The ways by which the stay was left: its own, else those of the phases around it. */
function firstEdges(graph: Graph, { from, event }: Flow, places: Map<string, GraphNode>): GraphEdge[] {
  if (from === null) return graph.edges.filter((edge) => edge.source === '::start');
  const open = graph.edges.filter((edge) => {
    const step = places.get(edge.source)?.step;
    const isHere =
      edge.source === from ||
      (edge.source.endsWith('::exits') && (step === '' || from.startsWith(`${step}.`)));
    return isHere && edge.ways.some((way) => way.event === event);
  });
  const own = open.filter((edge) => edge.source === from);
  return own.length > 0 ? own : open;
}

/** The shortest way on through places where nobody stays. */
function findPath(
  { to }: Flow,
  first: GraphEdge[],
  from: Map<string, GraphEdge[]>,
  places: Map<string, GraphNode>,
): GraphEdge[] {
  const seen = new Set<string>();
  let paths = first.map((edge) => [edge]);
  while (paths.length > 0) {
    const longer: GraphEdge[][] = [];
    for (const path of paths) {
      const target = path.at(-1)?.target ?? '';
      const place = places.get(target);
      if (place === undefined) continue;
      if (isGoal(place, to)) return path;
      if (seen.has(target) || !PASSED.includes(place.kind)) continue;
      seen.add(target);
      for (const edge of from.get(target) ?? []) longer.push([...path, edge]);
    }
    paths = longer;
  }
  return [];
}

function isGoal(place: GraphNode, to: string | null): boolean {
  if (to === null) return place.kind === 'final';
  if (place.id === to) return true;
  // It brings back whichever step of the phase the ticket was in.
  return place.kind === 'history' && to.startsWith(`${place.parent ?? ''}.`);
}

/** px of a way, by how many took it. */
export function widthOf(count: number, most: number): number {
  return most === 0 ? 1.5 : 1.5 + 6.5 * Math.sqrt(count / most);
}
