import { isGroup, type Graph } from './graph';
import type { Box } from './layout';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The step that lies next in a direction; what lies straight ahead is nearer than what lies aside. Null: none does. */
export function findNeighbour(
  boxes: ReadonlyMap<string, Box>,
  graph: Graph,
  from: string,
  direction: Direction,
): string | null {
  const origin = boxes.get(from);
  if (!origin) return null;
  const isUpright = direction === 'up' || direction === 'down';
  const sign = direction === 'down' || direction === 'right' ? 1 : -1;
  let best: string | null = null;
  let least = Infinity;
  for (const node of graph.nodes) {
    const box = boxes.get(node.id);
    if (!box || node.id === from || isGroup(node) || node.kind === 'fork' || node.kind === 'join') continue;
    const dx = box.x + box.width / 2 - (origin.x + origin.width / 2);
    const dy = box.y + box.height / 2 - (origin.y + origin.height / 2);
    const ahead = sign * (isUpright ? dy : dx);
    const aside = Math.abs(isUpright ? dx : dy);
    if (ahead <= 4) continue;
    const distance = ahead + aside * (isUpright ? 1.5 : 3);
    if (distance >= least) continue;
    least = distance;
    best = node.id;
  }
  return best;
}
