import type { Lang } from '../../i18n/define-texts';
import type { GraphEdge, GraphNode } from './graph';
import { factsOf, footOf, wordKind, wordTitle, wordWay } from './graph-words';

export interface Size {
  width: number;
  height: number;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;
/** Of the font's size; what a sign takes on the average in the fonts of the console. */
const WIDE_SHARE = 1.02;
const NARROW_SHARE = 0.54;

/** About how wide a text is (px). Counting is enough: lines that are longer are cut, and the layout is the same everywhere. */
export function measureText(text: string, fontSize: number): number {
  let width = 0;
  for (const sign of text.slice(0, 400)) width += WIDE.test(sign) ? WIDE_SHARE : NARROW_SHARE;
  return width * fontSize;
}

export const STEP_WIDTH = 232;
const LABEL_WIDTH = 176;
const LINE = 18;

/** How much room a node takes on the diagram (px); of a group: none of its own. */
export function sizeOfNode(node: GraphNode, lang: Lang): Size {
  const title = wordTitle(node, lang);
  switch (node.kind) {
    case 'start':
      return { width: 76, height: 30 };
    case 'fork':
    case 'join':
      return { width: 132, height: 8 };
    case 'history':
      return { width: Math.min(STEP_WIDTH, 64 + measureText(wordKind(node, lang), 14)), height: 34 };
    case 'exits': {
      const width = Math.min(STEP_WIDTH, 40 + measureText(wordKind(node, lang), 12));
      const foot = footOf(node, lang).length;
      return { width: foot > 0 ? STEP_WIDTH : width, height: 28 + foot * LINE };
    }
    case 'choice':
      return { width: Math.max(112, Math.min(STEP_WIDTH, 84 + measureText(title, 14))), height: 46 };
    case 'final':
    case 'joined':
      return { width: Math.max(104, Math.min(STEP_WIDTH, 68 + measureText(title, 14))), height: 44 };
    case 'group':
    case 'parallel':
      return { width: 0, height: 0 };
    default: {
      const lines = measureText(title, 14) > STEP_WIDTH - 26 ? 2 : 1;
      const facts = factsOf(node, lang) === '' ? 0 : LINE;
      const foot = footOf(node, lang).length;
      return {
        width: STEP_WIDTH,
        height:
          20 + LINE + lines * 20 + facts + (foot > 0 ? 7 + foot * LINE : 0) + (node.note ? LINE + 2 : 0),
      };
    }
  }
}

/** The lines of an edge's label; what a page adds stands on a line of its own. */
function wordsOfEdge(edge: GraphEdge, lang: Lang): string[] {
  return [...edge.ways.map((way) => wordWay(way, lang)), edge.note ?? ''].filter((text) => text !== '');
}

/** How much room the words of an edge take; null when it has none. */
export function sizeOfLabel(edge: GraphEdge, lang: Lang): Size | null {
  const texts = wordsOfEdge(edge, lang);
  if (texts.length === 0) return null;
  const widest = Math.max(...texts.map((text) => measureText(text, 12)));
  const isGuarded = edge.kind !== 'always' && edge.ways.some((way) => way.guard !== null);
  const signs = (edge.kind === 'event' || edge.kind === 'flow' ? 0 : 17) + (isGuarded ? 17 : 0);
  return {
    width: Math.min(LABEL_WIDTH, Math.ceil(widest) + 16 + signs),
    height: texts.length * LINE + 2,
  };
}
