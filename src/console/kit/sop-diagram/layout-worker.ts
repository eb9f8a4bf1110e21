import type { Lang } from '../../i18n/define-texts';
import type { Graph } from './graph';
import { layoutGraph, type Layout } from './layout';

/** Laying out a large SOP takes longer than a frame; here nobody waits for it. */
export interface LayoutRequest {
  no: number;
  graph: Graph;
  lang: Lang;
}
export interface LayoutAnswer {
  no: number;
  layout: Layout | null;
}

self.onmessage = ({ data }: MessageEvent<LayoutRequest>) => {
  let layout: Layout | null = null;
  try {
    layout = layoutGraph(data.graph, data.lang);
  } catch {
    // Half-written SOPs may hold what cannot be laid out; the picture of before stays.
  }
  self.postMessage({ no: data.no, layout } satisfies LayoutAnswer);
};
