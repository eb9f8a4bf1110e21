import { compact, type Item, type Pull, type Span } from './compact';
import { isGroup, type Graph } from './graph';
import type { Size } from './measure';

interface Point {
  x: number;
  y: number;
}

/** Where things stand before the lines are drawn: nodes by their top left corner, edges by what they pass. */
export interface Arranged {
  nodes: Map<string, Point & Size>;
  edges: Map<string, { points: Point[]; label: (Point & Size) | null }>;
}

/** Room beside a line that passes a layer without words. */
const LINE = 6;

/** Makes the layout narrower without changing its layers and the order in them. */
export function drawTogether(graph: Graph, found: Arranged): void {
  const all = new Set(found.edges.keys());
  // Three lines may turn around one another too; then none is held straight.
  for (const bent of [findBent(found), all]) if (drawWith(graph, found, bent)) return;
}

function drawWith(graph: Graph, found: Arranged, bent: ReadonlySet<string>): boolean {
  const around = groupsOf(graph);
  const items: Item[] = [];
  const pulls: Pull[] = [];
  for (const node of graph.nodes) {
    const box = found.nodes.get(node.id);
    if (!box || isGroup(node)) continue;
    const half = box.width / 2;
    const loop = graph.edges.find((edge) => edge.source === node.id && edge.target === node.id);
    const room = loop ? 40 + (found.edges.get(loop.id)?.label?.width ?? 0) : 0;
    const at = { x: box.x + half, y: box.y + box.height / 2 };
    items.push({ name: node.id, ...at, left: half, right: half + room, groups: around.get(node.id) ?? [] });
  }
  for (const edge of graph.edges) {
    if (edge.source === edge.target) continue;
    const route = found.edges.get(edge.id);
    if (!route) continue;
    const inside = (around.get(edge.source) ?? []).filter((id) => around.get(edge.target)?.includes(id));
    const passed = route.points.slice(1, -1);
    passed.forEach((point, i) => {
      const isLabel = route.label !== null && Math.abs(route.label.y - point.y) < 1;
      const half = isLabel ? (route.label?.width ?? 0) / 2 : LINE;
      items.push({ name: nameOf(edge.id, i, bent), ...point, left: half, right: half, groups: inside });
    });
    const chain = [edge.source, ...passed.map((_, i) => nameOf(edge.id, i, bent)), edge.target];
    const weight = edge.kind === 'timeout' || edge.kind === 'failure' ? 1 : 3;
    chain.slice(1).forEach((b, i) => pulls.push({ a: chain[i] ?? b, b, weight }));
  }
  const moved = compact(items, spansOf(graph, found, around), pulls);
  if (moved.size === 0) return false;
  move(graph, found, moved, bent);
  return true;
}

function nameOf(edge: string, index: number, bent: ReadonlySet<string>): string {
  return bent.has(edge) ? `${edge}|${index}` : `${edge}|`;
}

/**
 * The lines that cannot be straight: of two that change sides in the middle one has to bend, and that is the one that
 * has to do so most often.
 */
function findBent(found: Arranged): Set<string> {
  const layers = new Map<number, { id: string; x: number }[]>();
  for (const [id, { points }] of found.edges) {
    for (const { x, y } of points.slice(1, -1)) {
      const key = Math.round(y);
      layers.set(key, [...(layers.get(key) ?? []), { id, x }]);
    }
  }
  const before = new Set<string>();
  const against = new Map<string, Set<string>>();
  const note = (a: string, b: string): void => {
    against.set(a, (against.get(a) ?? new Set()).add(b));
  };
  for (const layer of layers.values()) {
    const ids = layer.sort((a, b) => a.x - b.x).map((one) => one.id);
    ids.forEach((a, i) => {
      for (const b of ids.slice(i + 1)) {
        before.add(`${a}\n${b}`);
        if (!before.has(`${b}\n${a}`)) continue;
        note(a, b);
        note(b, a);
      }
    });
  }
  const bent = new Set<string>();
  for (const [id, others] of [...against].sort((a, b) => b[1].size - a[1].size)) {
    if ([...others].some((other) => !bent.has(other))) bent.add(id);
  }
  return bent;
}

function groupsOf(graph: Graph): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const node of graph.nodes) {
    // A group comes before what it holds.
    all.set(node.id, node.parent === null ? [] : [...(all.get(node.parent) ?? []), node.parent]);
  }
  return all;
}

function spansOf(graph: Graph, found: Arranged, around: Map<string, string[]>): Span[] {
  return graph.nodes.filter(isGroup).map((group): Span => {
    const box = found.nodes.get(group.id) ?? { x: 0, y: 0, width: 0, height: 0 };
    const parents = around.get(group.id) ?? [];
    const { x: left, y: top } = box;
    return { id: group.id, parents, left, right: left + box.width, top, bottom: top + box.height };
  });
}

function move(graph: Graph, found: Arranged, moved: Map<string, number>, bent: ReadonlySet<string>): void {
  for (const edge of graph.edges) {
    const route = found.edges.get(edge.id);
    if (!route) continue;
    if (edge.source === edge.target) {
      const box = found.nodes.get(edge.source);
      const by = box ? (moved.get(edge.source) ?? 0) - (box.x + box.width / 2) : 0;
      for (const point of route.points) point.x += by;
      if (route.label) route.label.x += by;
      continue;
    }
    route.points.slice(1, -1).forEach((point, i) => {
      point.x = moved.get(nameOf(edge.id, i, bent)) ?? point.x;
      if (route.label && Math.abs(route.label.y - point.y) < 1) route.label.x = point.x;
    });
  }
  for (const node of graph.nodes) {
    const box = found.nodes.get(node.id);
    const x = moved.get(node.id);
    if (box && x !== undefined && !isGroup(node)) box.x = x - box.width / 2;
  }
}
