import { ReactFlow, useReactFlow, useStore, useStoreApi, ViewportPortal } from '@xyflow/react';
import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { useTexts } from '../../i18n/texts';
import { Controls } from './controls';
import { EdgeLayer } from './edge-layer';
import { buildNodes } from './flow-nodes';
import { findPlace, type GraphNode } from './graph';
import { Legend } from './legend';
import { GroupView, StepView } from './node-view';
import type { DiagramLook } from './look';
import { diagramTexts } from './texts';
import { useDiagramKeys } from './use-diagram-keys';
import type { Drawn } from './use-layout';
import styles from './sop-diagram.module.css';

const nodeTypes = { step: StepView, phase: GroupView };
/** Below this zoom the words of a step cannot be read; a diagram that does not fit begins at its start instead. */
const READABLE = 0.62;
/** Below this zoom small print is not even seen as print; painting it would only cost time. */
const FAR = 0.3;
const NO_MARKS: NonNullable<DiagramLook['findings']> = [];

/** The picture itself. */
export function Canvas(props: { drawn: Drawn; look: DiagramLook; label: string; onList: () => void }) {
  const { drawn, look, label } = props;
  const say = useTexts(diagramTexts);
  const frame = useRef<HTMLDivElement>(null);
  const selected = look.selected ?? null;
  const place = selected === null ? null : findPlace(drawn.graph, selected);
  const chosenNode = place?.edge === null ? place.node : null;
  const { decorate, findings = NO_MARKS } = look;
  const nodes = useNodes(drawn, decorate, findings, chosenNode);
  const keys = useDiagramKeys(frame, drawn);
  const isFar = useStore((state) => state.transform[2] < FAR);
  useFirstView(drawn, look.opensAt ?? null);
  useBringIntoView(drawn, place?.node ?? null);

  const choose = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const way = target?.closest('[data-way]');
    const line = target?.closest('[data-pointer]');
    const node = target?.closest('[data-node]');
    const id = way?.getAttribute('data-from') ?? node?.getAttribute('data-node');
    const found = drawn.graph.nodes.find((one) => one.id === id);
    if (found) look.onSelect?.({ step: found.step, pointer: pointerAt(way, line, found) });
    else if (target?.classList.contains('react-flow__pane')) look.onSelect?.(null);
  };
  return (
    <>
      <div
        ref={frame}
        className={styles.canvas}
        data-testid="sop-canvas"
        data-far={isFar || undefined}
        role="application"
        aria-label={label}
        aria-description={say('diagramHelp')}
        onClick={choose}
        {...keys}
      >
        <ReactFlow
          nodes={nodes}
          nodeTypes={nodeTypes}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          zoomOnDoubleClick={false}
          panOnScroll={false}
          minZoom={0.08}
          maxZoom={2}

          aria-hidden={false}
        >
          <ViewportPortal>
            <EdgeLayer
              drawn={drawn}
              decorate={look.edgeDecorate}
              chosen={chosenNode === null ? selected : null}
              near={chosenNode}
            />
          </ViewportPortal>
        </ReactFlow>
      </div>
      <Controls onList={props.onList} />
      <Legend graph={drawn.graph} />
    </>
  );
}

function pointerAt(
  way: Element | null | undefined,
  line: Element | null | undefined,
  node: GraphNode,
): string {
  return way?.getAttribute('data-way') || line?.getAttribute('data-pointer') || node.pointer;
}

function useNodes(
  drawn: Drawn,
  decorate: DiagramLook['decorate'],
  findings: NonNullable<DiagramLook['findings']>,
  chosen: string | null,
) {
  const all = useMemo(() => buildNodes(drawn, decorate, findings), [drawn, decorate, findings]);
  // Only the chosen node is made anew, so that only it is drawn again.
  return useMemo(
    () =>
      all.map((node) => (node.id === chosen ? { ...node, data: { ...node.data, isChosen: true } } : node)),
    [all, chosen],
  );
}

/** Shows all of an SOP that fits, else the step that is asked for, or its beginning. */
function useFirstView(drawn: Drawn, opensAt: string | null): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    const show = (): boolean => {
      const { width, height } = store.getState();
      if (width === 0 || height === 0) return false;
      isDone.current = true;
      const { layout } = drawn;
      const fit = Math.min(width / layout.width, height / layout.height, 1);
      const zoom = Math.max(fit, READABLE);
      const node = drawn.graph.nodes.find(({ step }) => opensAt !== null && step === opensAt);
      const wanted = node && layout.nodes.get(node.id);
      const start = wanted ?? layout.nodes.get('::start');
      const middle = start ? start.x + start.width / 2 : layout.width / 2;
      const top = wanted ? height / 2 - (wanted.y + wanted.height / 2) * zoom : 8;
      const x = layout.width * zoom <= width ? (width - layout.width * zoom) / 2 : width / 2 - middle * zoom;
      const y = layout.height * zoom <= height ? (height - layout.height * zoom) / 2 : Math.min(8, top);
      void flow.setViewport({ x, y, zoom });
      return true;
    };
    if (show()) return;
    return store.subscribe(() => {
      if (!isDone.current) show();
    });
  }, [drawn, flow, store, opensAt]);
}

/** What is chosen elsewhere comes into view; what is in view already stays where it is. */
function useBringIntoView(drawn: Drawn, id: string | null): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const latest = useRef(drawn);
  useEffect(() => {
    latest.current = drawn;
  });
  useEffect(() => {
    const box = id === null ? undefined : latest.current.layout.nodes.get(id);
    const { width, height, transform } = store.getState();
    if (!box || width === 0) return;
    const [x, y, zoom] = transform;
    const left = box.x * zoom + x;
    const top = box.y * zoom + y;
    const isSeen =
      left >= 0 &&
      top >= 0 &&
      left + box.width * zoom <= width &&
      top + Math.min(box.height * zoom, 80) <= height;
    if (isSeen) return;
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const next = Math.max(zoom, READABLE);
    void flow.setCenter(box.x + box.width / 2, box.y + Math.min(box.height, height / next) / 2, {
      zoom: next,
      duration: isCalm ? 0 : 250,
    });
  }, [id, flow, store]);
}
