import type { Arranged } from './draw-together';
import { isGroup, type Graph } from './graph';
import type { Size } from './measure';

export interface Point {
  x: number;
  y: number;
}

/** How an edge runs: from its source's border to its target's, and where the middle of its words is. */
export interface Route {
  points: Point[];
  label: (Point & Size) | null;
  /** It leads back to where it came from. */
  isLoop: boolean;
}

interface End {
  route: Route;
  index: 0 | -1;
  /** Where the line comes from or goes to next. */
  toward: number;
}

type Box = Point & Size;

/** The least distance between two lines that end at the same border (px). */
const GAP = 14;

/** Lets every edge end on the upper or lower border of its nodes, spread so that no two ends are the same. */
export function routeEdges(graph: Graph, found: Arranged): Map<string, Route> {
  const routes = new Map<string, Route>();
  const borders = new Map<string, { y: number; box: Box; ends: End[] }>();
  const dock = (route: Route, index: 0 | -1, node: string): void => {
    const box = found.nodes.get(node);
    const next = route.points.at(index === 0 ? 1 : -2);
    if (!box || !next) return;
    const isBelow = next.y > box.y + box.height / 2;
    const key = `${node}${isBelow ? ':below' : ':above'}`;
    const border = borders.get(key) ?? { y: isBelow ? box.y + box.height : box.y, box, ends: [] };
    border.ends.push({ route, index, toward: next.x });
    borders.set(key, border);
  };
  for (const edge of graph.edges) {
    const isLoop = edge.source === edge.target;
    const { points, label } = found.edges.get(edge.id) ?? { points: [], label: null };
    const route: Route = { points, label, isLoop };
    routes.set(edge.id, route);
    if (isLoop) continue;
    dock(route, 0, edge.source);
    dock(route, -1, edge.target);
  }
  for (const { y, box, ends } of borders.values()) spread(ends, box, y);
  const layers = layersOf(graph, found);
  for (const route of routes.values()) if (!route.isLoop) route.points = passLayers(route.points, layers);
  return routes;
}

/** A layer: the room that its highest node takes. */
interface Layer {
  middle: number;
  top: number;
  bottom: number;
}

function layersOf(graph: Graph, found: Arranged): Layer[] {
  const layers = new Map<number, Layer>();
  for (const node of graph.nodes) {
    const box = found.nodes.get(node.id);
    if (!box || isGroup(node)) continue;
    const middle = box.y + box.height / 2;
    const key = Math.round(middle);
    const layer = layers.get(key) ?? { middle, top: box.y, bottom: box.y };
    layer.top = Math.min(layer.top, box.y);
    layer.bottom = Math.max(layer.bottom, box.y + box.height);
    layers.set(key, layer);
  }
  return [...layers.values()];
}

/** Inside of a layer lines are upright, so that they bend between the layers only and run over no node. */
function passLayers(points: Point[], layers: Layer[]): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return points;
  const isDown = first.y <= last.y;
  const all = points.flatMap((point, i): Point[] => {
    const isEnd = i === 0 || i === points.length - 1;
    const layer = layers.find(({ top, bottom }) => point.y >= top - 0.5 && point.y <= bottom + 0.5);
    if (!layer) return [point];
    const [enter, leave] = isDown ? [layer.top, layer.bottom] : [layer.bottom, layer.top];
    if (isEnd) return i === 0 ? [point, { x: point.x, y: leave }] : [{ x: point.x, y: enter }, point];
    return [
      { x: point.x, y: enter },
      { x: point.x, y: leave },
    ];
  });
  return all.filter(
    (point, i) => i === 0 || Math.abs(point.y - (all[i - 1]?.y ?? NaN)) > 0.1 || point.x !== all[i - 1]?.x,
  );
}

function spread(ends: End[], box: Box, y: number): void {
  ends.sort((a, b) => a.toward - b.toward);
  const margin = Math.min(16, box.width / 4);
  const [left, right] = [box.x + margin, box.x + box.width - margin];
  const gap = Math.min(GAP, (right - left) / Math.max(1, ends.length - 1));
  const places = ends.map((end) => Math.min(right, Math.max(left, end.toward)));
  for (let i = 1; i < places.length; i += 1) {
    places[i] = Math.max(places[i] ?? 0, (places[i - 1] ?? 0) + gap);
  }
  let limit = right;
  for (let i = places.length - 1; i >= 0; i -= 1) {
    places[i] = Math.min(places[i] ?? 0, limit);
    limit = (places[i] ?? 0) - gap;
  }
  ends.forEach((end, i) => {
    const at = end.index === 0 ? 0 : end.route.points.length - 1;
    end.route.points[at] = { x: places[i] ?? box.x + box.width / 2, y };
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The line as an SVG path: it leaves and arrives upright and bends softly between the layers. */
export function pathOf(route: Pick<Route, 'points' | 'isLoop'>): string {
  const [first, ...rest] = route.points;
  if (!first) return '';
  let path = `M${round(first.x)},${round(first.y)}`;
  let last = first;
  for (const point of rest) {
    const half = round((last.y + point.y) / 2);
    if (route.isLoop) path += `L${round(point.x)},${round(point.y)}`;
    else if (Math.abs(last.x - point.x) < 0.5) path += `L${round(point.x)},${round(point.y)}`;
    else path += `C${round(last.x)},${half} ${round(point.x)},${half} ${round(point.x)},${round(point.y)}`;
    last = point;
  }
  return path;
}
