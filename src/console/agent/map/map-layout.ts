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

interface Places {
  boxes: Map<string, Point>;
  ways: Map<string, Point[]>;
  width: number;
}

const known = new Map<string, Places>();

/** The places depend on the SOP only: they are found once and hold while the ticket moves. */
function placesOf({ nodes, edges }: SopMap): Places {
  const pairs = edges.filter(({ isOfPhase }) => !isOfPhase).map(({ from, to }) => [from, to] as const);
  const key = JSON.stringify([nodes.map(({ id }) => id), pairs]);
  const places = known.get(key) ?? findPlaces(pairs);
  known.set(key, places);
  return places;
}

function findPlaces(pairs: (readonly [from: string, to: string])[]): Places {
  const graph = new graphlib.Graph().setDefaultEdgeLabel(() => ({}));
  const ids = [...new Set(pairs.flat())];
  const ranker = ids.length > MANY ? 'longest-path' : 'network-simplex';
  graph.setGraph({ rankdir: 'TB', nodesep: GAP, ranksep: 30, edgesep: 10, marginx: 6, marginy: 6, ranker });
  for (const id of ids) graph.setNode(id, { ...BOX });
  for (const [from, to] of pairs) graph.setEdge(from, to, {});
  layOut(graph);
  const boxOf = (id: string): Point => {
    const { x = 0, y = 0 } = graph.node(id) as Partial<Point>;
    return { x: x - BOX.width / 2, y: y - BOX.height / 2 };
  };
  const wayOf = (from: string, to: string): Point[] =>
    (graph.edge(from, to) as { points?: Point[] }).points ?? [];
  return {
    boxes: new Map(ids.map((id) => [id, boxOf(id)])),
    ways: new Map(pairs.map(([from, to]) => [`${from}>${to}`, wayOf(from, to)])),
    width: (graph.graph() as { width?: number }).width ?? 0,
  };
}

/** The map in layers from top to bottom; ends that every step of a phase leads to stand in a row of their own below. */
export function placeMap(map: SopMap): PlacedMap {
  const { boxes, ways, width } = placesOf(map);
  const bottom = Math.max(0, ...[...boxes.values()].map(({ y }) => y + BOX.height));
  const perRow = Math.max(2, Math.floor(width / (BOX.width + GAP)));
  const loose = map.nodes.filter(({ id }) => !boxes.has(id));
  const all = new Map(boxes);
  loose.forEach(({ id }, index) => {
    const y = bottom + 24 + Math.floor(index / perRow) * (BOX.height + GAP);
    all.set(id, { x: 6 + (index % perRow) * (BOX.width + GAP), y });
  });
  const nodes = map.nodes.map((node): PlacedNode => ({ ...node, ...(all.get(node.id) ?? { x: 0, y: 0 }) }));
  return {
    hidden: map.hidden,
    nodes,
    edges: map.edges.map((edge) => ({
      ...edge,
      points: ways.get(`${edge.from}>${edge.to}`) ?? straight(all.get(edge.from), all.get(edge.to)),
    })),
    width: Math.max(width, ...nodes.map(({ x }) => x + BOX.width + 6)),
    height: Math.max(...nodes.map(({ y }) => y + BOX.height + 6), 0),
  };
}

/** From the lower side of one box to the near side of the other. */
function straight(from: Point = { x: 0, y: 0 }, to: Point = { x: 0, y: 0 }): Point[] {
  const isDown = to.y >= from.y;
  return [
    { x: from.x + BOX.width / 2, y: from.y + (isDown ? BOX.height : 0) },
    { x: to.x + BOX.width / 2, y: to.y + (isDown ? 0 : BOX.height) },
  ];
}
