import {
  isGroup,
  stepOfPointer,
  type Graph,
  type GraphEdge,
  type GraphNode,
  type Way,
} from '../../kit/sop-diagram/graph';

export type Status = 'added' | 'removed' | 'changed' | 'same';

/** What the server says of one transition, as far as the diagram needs it. */
export interface WayStatus {
  from: string;
  event: string;
  to: string | null;
  status: Status;
}
export interface StepStatus {
  step: string;
  status: Status;
}

/** Two versions on one diagram: what either has, and by id of a node or edge what became of it. */
export interface Compared {
  graph: Graph;
  nodes: Map<string, Status>;
  edges: Map<string, Status>;
}

/** Lays two versions over one another. `steps` and `ways` say what changed inside of what both have. */
export function compareGraphs(
  before: Graph,
  after: Graph,
  steps: readonly StepStatus[],
  ways: readonly WayStatus[],
): Compared {
  const nodes = mergeNodes(before, after);
  const nodeStatus = markNodes(before, after, steps, ways);
  const { edges, status } = mergeEdges(before, after, ways);
  return { graph: { nodes, edges }, nodes: nodeStatus, edges: status };
}

function mergeNodes(before: Graph, after: Graph): GraphNode[] {
  const present = new Map(after.nodes.map((node) => [node.id, node]));
  const all = new Map(present);
  for (const node of before.nodes) {
    if (present.has(node.id)) continue;
    // What is a single step now holds nothing any more.
    const parent = node.parent === null ? undefined : all.get(node.parent);
    all.set(node.id, { ...node, parent: parent && isGroup(parent) ? parent.id : (parent?.parent ?? null) });
  }
  return [...all.values()];
}

function markNodes(
  before: Graph,
  after: Graph,
  steps: readonly StepStatus[],
  ways: readonly WayStatus[],
): Map<string, Status> {
  const was = new Set(before.nodes.map((node) => node.id));
  const is = new Set(after.nodes.map((node) => node.id));
  const changed = new Set(steps.filter(({ status }) => status === 'changed').map(({ step }) => step));
  // A way that leads nowhere else is drawn in its step.
  for (const { from, to, status } of ways) if (to === null && status !== 'same') changed.add(from);
  const status = new Map<string, Status>();
  for (const id of [...is, ...was]) {
    if (!was.has(id)) status.set(id, 'added');
    else if (!is.has(id)) status.set(id, 'removed');
    else status.set(id, changed.has(id) ? 'changed' : 'same');
  }
  return status;
}

/** The nth way of its event between two nodes. */
function keysOf(edge: GraphEdge): [string, Way][] {
  const seen = new Map<string, number>();
  return edge.ways.map((way) => {
    const no = (seen.get(way.event) ?? 0) + 1;
    seen.set(way.event, no);
    return [`${way.event}#${no}`, way];
  });
}

function mergeEdges(
  before: Graph,
  after: Graph,
  ways: readonly WayStatus[],
): { edges: GraphEdge[]; status: Map<string, Status> } {
  const changed = new Set(ways.filter((way) => way.status === 'changed').map(keyOfWay));
  const edges: GraphEdge[] = [];
  const status = new Map<string, Status>();
  const put = (edge: GraphEdge, kept: Way[], as: Status): void => {
    if (kept.length === 0) return;
    // Ways that came or went are lines of their own beside those that stay.
    const id = as === 'added' || as === 'removed' ? `${edge.id}:${as}` : edge.id;
    edges.push({ ...edge, id, ways: kept });
    status.set(id, as);
  };
  const old = new Map(before.edges.map((edge) => [edge.id, edge]));
  for (const edge of after.edges) {
    const was = new Map(keysOf(old.get(edge.id) ?? { ...edge, ways: [] }));
    const is = keysOf(edge);
    const kept = is.flatMap(([key, way]) => (was.has(key) ? [way] : []));
    const isChanged = kept.some((way) => changed.has(`${stepOfWay(way)} ${eventOf(way)}`));
    put(edge, kept, isChanged ? 'changed' : 'same');
    put(
      edge,
      is.flatMap(([key, way]) => (was.has(key) ? [] : [way])),
      'added',
    );
    const now = new Set(is.map(([key]) => key));
    put(
      edge,
      [...was].flatMap(([key, way]) => (now.has(key) ? [] : [way])),
      'removed',
    );
    old.delete(edge.id);
  }
  for (const edge of old.values()) put(edge, edge.ways, 'removed');
  return { edges, status };
}

function keyOfWay({ from, event }: WayStatus): string {
  return `${from} ${event}`;
}

function stepOfWay(way: Way): string {
  return stepOfPointer(way.pointer);
}

/** The event's name as the server's comparison has it. */
function eventOf(way: Way): string {
  if (way.event !== '') return way.event;
  return /\/onDone(\/\d+)?$/u.test(way.pointer) ? 'done' : 'always';
}

/** The place on the diagram of a transition that the server names; the step when it is drawn in it. */
export function pointerOfWay(
  graph: Graph,
  { from, event }: Pick<WayStatus, 'from' | 'event'>,
): string | null {
  for (const edge of graph.edges) {
    const way = edge.ways.find(
      (one) => one.pointer !== '' && stepOfWay(one) === from && eventOf(one) === event,
    );
    if (way) return way.pointer;
  }
  return graph.nodes.find((node) => node.id === from)?.pointer ?? null;
}
