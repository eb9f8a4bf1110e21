import { useReactFlow } from '@xyflow/react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { findNeighbour, type Direction } from './neighbour';
import type { Drawn } from './use-layout';

const ARROWS: Partial<Record<string, Direction>> = {
  ...{ ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' },
};
const STEP = 80;

/**
 * One stop for the Tab key; inside, arrows go from step to step and, with Shift, move the picture. + and − zoom,
 * 0 shows all.
 */
export function useDiagramKeys(frame: RefObject<HTMLDivElement | null>, drawn: Drawn) {
  const flow = useReactFlow();

  const focus = (id: string): void => {
    const button = frame.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`);
    const box = drawn.layout.nodes.get(id);
    if (!button || !box) return;
    button.focus({ preventScroll: true });
    const { x, y, zoom } = flow.getViewport();
    const size = frame.current?.getBoundingClientRect();
    if (!size) return;
    const [left, top] = [box.x * zoom + x, box.y * zoom + y];
    const isSeen =
      left >= 0 &&
      top >= 0 &&
      left + box.width * zoom <= size.width &&
      top + box.height * zoom <= size.height;
    if (!isSeen) void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom });
  };

  return {
    onFocus(event: FocusEvent): void {
      if (!event.target.hasAttribute('data-node')) return;
      for (const other of frame.current?.querySelectorAll('[data-node][tabindex="0"]') ?? []) {
        other.setAttribute('tabindex', '-1');
      }
      event.target.setAttribute('tabindex', '0');
    },
    onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const direction = ARROWS[event.key];
      if (direction !== undefined) {
        event.preventDefault();
        if (event.shiftKey) {
          const { x, y, zoom } = flow.getViewport();
          const [dx, dy] = moves[direction];
          void flow.setViewport({ x: x - dx * STEP, y: y - dy * STEP, zoom });
          return;
        }
        const id = event.target instanceof Element ? event.target.getAttribute('data-node') : null;
        const next = id === null ? '::start' : findNeighbour(drawn.layout.nodes, drawn.graph, id, direction);
        if (next !== null) focus(next);
      } else if (event.key === '+' || event.key === '=') void flow.zoomIn();
      else if (event.key === '-') void flow.zoomOut();
      else if (event.key === '0') void flow.fitView({ padding: 0.04 });
    },
  };
}

const moves: Record<Direction, [number, number]> = {
  ...{ up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] },
};
