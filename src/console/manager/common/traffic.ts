import type { Schemas } from '../../api/client';
import type { Choice } from '../../kit/sop-diagram/decoration';
import type { Graph, GraphEdge, GraphNode } from '../../kit/sop-diagram/graph';

type Flow = Pick<Schemas['StepFlow'], 'from' | 'event' | 'to' | 'count'>;

/** Places that a ticket passes without staying. */
const PASSED: readonly string[] = ['choice', 'joined', 'join', 'fork', 'history', 'plain', 'start'];

/** How many visits left by each way of the diagram, by the id of the edge. Choices on the way count too. */
export function trafficOf(graph: Graph, flows: readonly Flow[]): Map<string, number> {
  const parallels = graph.nodes.filter((node) => node.kind === 'parallel').map(({ id }) => id);
  // The outermost come first.
  parallels.sort((a, b) => a.length - b.length);
  return new Map(
    [...flowsByEdge(graph, flows)].map(([id, taken]) => {
      const alike = groupBy(taken, ({ from, event }) => `${from ?? ''}~${event}`);
      const counts = alike.map((of) => countVisits(of, parallels));
      return [id, counts.reduce((sum, count) => sum + count, 0)];
    }),
  );
}

/** The flows along each way of the diagram, by the id of the edge. */
export function flowsByEdge(graph: Graph, flows: readonly Flow[]): Map<string, Flow[]> {
  const places = new Map(graph.nodes.map((node) => [node.id, node]));
  const from = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) from.set(edge.source, [...(from.get(edge.source) ?? []), edge]);
  const traffic = new Map<string, Flow[]>();
  for (const flow of flows) {
    const path = findPath(flow, firstEdges(graph, flow, places), from, places);
    for (const edge of path) traffic.set(edge.id, [...(traffic.get(edge.id) ?? []), flow]);
  }
  return traffic;
}

/** The visits behind flows of one step and event: each that parted went on in every region of the parallel phase. */
function countVisits(flows: readonly Flow[], [outer, ...inner]: readonly string[]): number {
  if (outer === undefined) return flows.reduce((sum, { count }) => sum + count, 0);
  const start = `${outer}.`;
  const isParted = ({ from, to }: Flow): boolean =>
    from !== null && !from.startsWith(start) && to !== null && to.startsWith(start);
  const regions = groupBy(flows.filter(isParted), ({ to }) => to?.slice(start.length).split('.')[0] ?? '');
  const parted = regions.map((of) => countVisits(of, inner));
  const others = flows.filter((flow) => !isParted(flow));
  return Math.max(0, ...parted) + countVisits(others, inner);
}

function groupBy(flows: readonly Flow[], keyOf: (flow: Flow) => string): Flow[][] {
  const groups = new Map<string, Flow[]>();
  for (const flow of flows) groups.set(keyOf(flow), [...(groups.get(keyOf(flow)) ?? []), flow]);
  return [...groups.values()];
}

/** A flow as the list of its visits is asked for. */
export function wordFlow({ from, event, to }: Flow): string {
  return [from ?? '', event, to ?? ''].join('~');
}

/** The way that is meant by what was chosen on the diagram; undefined: a step is. */
export function wayAt(graph: Graph, { step, pointer }: Choice): GraphEdge | undefined {
  const sources = new Set(graph.nodes.filter((node) => node.step === step).map(({ id }) => id));
  return graph.edges.find(
    (edge) =>
      isFound(graph, edge) && sources.has(edge.source) && edge.ways.some((way) => way.pointer === pointer),
  );
}

/**
 * Whether `wayAt` finds the way. It does not where no line of the definition says it, as between a fork and its regions, where
 * as many pass as before and after it; where a ticket begins there is nothing else to be meant, unless ways lead out of any step.
 */
export function isFound(graph: Graph, edge: GraphEdge): boolean {
  if (edge.source === '::start') return !graph.nodes.some((node) => node.id === '::exits');
  return edge.ways.some((way) => way.pointer !== '');
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
