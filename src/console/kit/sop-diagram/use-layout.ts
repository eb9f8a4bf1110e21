import { useEffect, useMemo, useRef, useState } from 'react';
import type { Lang } from '../../i18n/texts';
import type { Graph } from './graph';
import type { Layout } from './layout';
import type { LayoutAnswer, LayoutRequest } from './layout-worker';
import { layoutKey } from './layout-key';

interface Ask {
  request: LayoutRequest;
  isStale: () => boolean;
  answer: (layout: Layout | null) => void;
}
let worker: Worker | undefined;
let last = 0;
let current: Ask | null = null;
/** What is asked for while the worker works; what nobody waits for any more is passed over. */
let queue: Ask[] = [];
/** Layouts of before, so that a diagram that is opened again is there at once. */
const known = new Map<string, Layout>();
const KNOWN = 24;

function askWorker(graph: Graph, lang: Lang, isStale: () => boolean): Promise<Layout | null> {
  return new Promise((answer) => {
    queue.push({ request: { no: (last += 1), graph, lang }, isStale, answer });
    if (current === null) askNext();
  });
}

function askNext(): void {
  queue = queue.filter((ask) => !ask.isStale());
  current = queue.shift() ?? null;
  if (current === null) return;
  worker ??= startWorker();
  worker.postMessage(current.request);
}

function startWorker(): Worker {
  const started = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  started.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
    if (data.no !== current?.request.no) return;
    current.answer(data.layout);
    askNext();
  };
  started.onerror = () => {
    current?.answer(null);
    askNext();
  };
  return started;
}

function keep(key: string, layout: Layout): void {
  known.set(key, layout);
  const [oldest] = known.keys();
  if (known.size > KNOWN && oldest !== undefined) known.delete(oldest);
}

export interface Drawn {
  graph: Graph;
  layout: Layout;
  lang: Lang;
}

/**
 * The graph with its layout; until a changed one is laid out, the one of before. A change of words alone that need no
 * other room is shown at once. Null only before the first.
 */
export function useLayout(graph: Graph, lang: Lang): Drawn | null {
  const key = useMemo(() => layoutKey(graph, lang), [graph, lang]);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const layout = known.get(key);
  const current = useMemo(() => (layout ? { graph, layout, lang } : null), [graph, layout, lang]);
  const latest = useRef({ graph, lang });
  useEffect(() => {
    latest.current = { graph, lang };
    if (current) setDrawn(current);
  }, [graph, lang, current]);
  useEffect(() => {
    if (known.has(key)) return;
    let isStale = false;
    const asked = latest.current;
    void askWorker(asked.graph, asked.lang, () => isStale).then((found) => {
      if (found === null) return;
      keep(key, found);
      if (!isStale) setDrawn({ ...asked, layout: found });
    });
    return () => {
      isStale = true;
    };
  }, [key]);
  return current ?? drawn;
}
