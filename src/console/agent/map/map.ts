import type { SopDefinition } from '../../../engine/common/sop-format';
import type { Text } from '../../i18n/define-texts';
import type { Graph, GraphEdge, GraphNode } from '../../kit/sop-diagram/graph';
import { graphOf } from '../../kit/sop-diagram/graph-of';

/** `done`: the ticket was there; `next`: it can go there from where it is. */
export type Place = 'done' | 'here' | 'next' | 'later';
export interface MapNode {
  id: string;
  title: Text;
  kind: GraphNode['kind'];
  place: Place;
}
export interface MapEdge {
  from: string;
  to: string;
  /** The ticket went this way. */
  isWalked: boolean;
  /** It can be taken now. */
  isOpen: boolean;
  /** A way of a whole phase, drawn only from where the ticket is. */
  isOfPhase: boolean;
}
export interface SopMap {
  nodes: MapNode[];
  edges: MapEdge[];
  /** How many steps of a very large SOP are left out because they are far away. */
  hidden: number;
}

/** Where a ticket is, as the server tells it. */
export interface Whereabouts {
  steps: string[];
  outcome: string | null;
  visits: { step: string; enteredAt: string; exitedAt: string | null }[];
  actions: { event: string; step: string; enabled: boolean; to: { step: string }[]; ends: boolean }[];
}

/** Signs between the steps that a small map leaves out; their ways go through. */
const HIDDEN: ReadonlySet<GraphNode['kind']> = new Set([
  ...(['choice', 'joined', 'history', 'start', 'group', 'parallel', 'exits', 'fork', 'join'] as const),
]);

interface Way {
  from: string;
  to: string;
  events: string[];
}

/** The SOP from step to step, and where the ticket was, is and can go. */
export function mapOf(definition: SopDefinition, where: Whereabouts): SopMap {
  const graph = graphOf(definition);
  const shown = new Map(graph.nodes.filter(({ kind }) => !HIDDEN.has(kind)).map((node) => [node.id, node]));
  const ways = waysBetween(graph, shown);
  const here = new Set(where.steps.length > 0 ? where.steps : endOf(shown, where.outcome));
  const open = openWays(here, [...ways, ...waysOutOfPhases(graph, shown, here)], shown, where);
  const nexts = new Set(open.map(({ to }) => to));
  const done = new Set(where.visits.filter(({ exitedAt }) => exitedAt !== null).map(({ step }) => step));
  const walked = walkedPairs(where.visits);
  const last = where.visits.at(-1);
  if (last && where.steps.length === 0) for (const to of here) walked.add(pairOf({ from: last.step, to }));
  const isOpen = new Set(open.map(pairOf));
  const isOwn = new Set(ways.map(pairOf));
  const all = new Map([...ways, ...open].map((way) => [pairOf(way), way]));
  return nearby({
    hidden: 0,
    nodes: [...shown.values()].map(({ id, title, kind }) => ({
      ...{ id, title, kind },
      place: here.has(id) ? 'here' : nexts.has(id) ? 'next' : done.has(id) ? 'done' : 'later',
    })),
    edges: [...all].map(([pair, { from, to }]) => ({
      ...{ from, to, isWalked: walked.has(pair), isOpen: isOpen.has(pair), isOfPhase: !isOwn.has(pair) },
    })),
  });
}

/** More steps are no small map any more, and take too long to place. */
const MOST = 48;

/** Of a very large SOP the steps around the ticket's own: where it is and can go first, then from step to step. */
function nearby(map: SopMap): SopMap {
  if (map.nodes.length <= MOST) return map;
  const known = new Map(map.nodes.map((node) => [node.id, node]));
  const order: Place[] = ['here', 'next', 'done'];
  const kept = new Set(order.flatMap((place) => map.nodes.filter((node) => node.place === place).map(idOf)));
  if (kept.size === 0) for (const { id } of map.nodes.slice(0, 1)) kept.add(id);
  // The set grows while it is walked through; each step brings its neighbours along.
  for (const id of kept) {
    if (kept.size >= MOST) break;
    for (const { from, to } of map.edges) if (from === id || to === id) kept.add(from).add(to);
  }
  const near = new Set([...kept].slice(0, MOST));
  return {
    nodes: [...near].flatMap((id) => known.get(id) ?? []),
    edges: map.edges.filter(({ from, to }) => near.has(from) && near.has(to)),
    hidden: map.nodes.length - near.size,
  };
}

const idOf = ({ id }: MapNode): string => id;

const pairOf = ({ from, to }: Pick<Way, 'from' | 'to'>): string => `${from}>${to}`;

function waysOutOf(graph: Graph): Map<string, GraphEdge[]> {
  const out = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) out.set(edge.source, [...(out.get(edge.source) ?? []), edge]);
  return out;
}

/** The ways from step to step; signs between them are passed through. */
function waysBetween(graph: Graph, shown: Map<string, GraphNode>): Way[] {
  const out = waysOutOf(graph);
  const found = new Map<string, Way>();
  for (const from of shown.keys()) {
    for (const edge of out.get(from) ?? []) {
      for (const to of stepsBehind(edge, out, shown)) {
        if (to === from) continue;
        const way = found.get(pairOf({ from, to })) ?? { from, to, events: [] };
        way.events.push(...edge.ways.map(({ event }) => event));
        found.set(pairOf(way), way);
      }
    }
  }
  return [...found.values()];
}

/** The first steps that a way comes to. What a history brings back is not known beforehand. */
function stepsBehind(
  edge: GraphEdge,
  out: Map<string, GraphEdge[]>,
  shown: Map<string, GraphNode>,
): Set<string> {
  const found = new Set<string>();
  const passed = new Set<string>();
  const queue = [edge.target];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (passed.has(id)) continue;
    passed.add(id);
    if (shown.has(id)) found.add(id);
    else queue.push(...(out.get(id) ?? []).map(({ target }) => target));
  }
  return found;
}

/** Ways that a phase has in each of its steps, from the steps where the ticket is. */
function waysOutOfPhases(graph: Graph, shown: Map<string, GraphNode>, here: Set<string>): Way[] {
  const out = waysOutOf(graph);
  return graph.nodes
    .filter(({ kind }) => kind === 'exits')
    .flatMap((exits) => {
      const inside = [...here].filter((step) => exits.step === '' || step.startsWith(`${exits.step}.`));
      return (out.get(exits.id) ?? []).flatMap((edge) =>
        [...stepsBehind(edge, out, shown)].flatMap((to) =>
          inside.map((from) => ({ from, to, events: edge.ways.map(({ event }) => event) })),
        ),
      );
    });
}

/** The final that a ticket ended in. */
function endOf(shown: Map<string, GraphNode>, outcome: string | null): string[] {
  if (outcome === null) return [];
  const end = [...shown.values()].find(
    ({ kind, id, outcome: own }) => kind === 'final' && (own ?? id) === outcome,
  );
  return end ? [end.id] : [];
}

/**
 * The ways that can be taken now. For the buttons of the agent the server has said where they lead (guards and choices
 * included); what time, other systems and the customer may bring is open as the SOP has it.
 */
function openWays(
  here: Set<string>,
  ways: Way[],
  shown: Map<string, GraphNode>,
  { actions }: Whereabouts,
): Way[] {
  return ways.filter(({ from, to, events }) => {
    if (!here.has(from)) return false;
    const isEnd = shown.get(to)?.kind === 'final';
    return events.some((event) => {
      const buttons = actions.filter((action) => action.event === event && action.step === from);
      if (buttons.length === 0) return true;
      return buttons.some(
        (button) => button.enabled && (button.to.some(({ step }) => step === to) || (isEnd && button.ends)),
      );
    });
  });
}

/** From where to where the ticket went: a step is left at the moment in which the next is entered. */
function walkedPairs(visits: Whereabouts['visits']): Set<string> {
  const pairs = visits.flatMap(({ step: from, exitedAt }) =>
    visits
      .filter(({ step, enteredAt }) => exitedAt !== null && enteredAt === exitedAt && step !== from)
      .map(({ step: to }) => pairOf({ from, to })),
  );
  return new Set(pairs);
}
