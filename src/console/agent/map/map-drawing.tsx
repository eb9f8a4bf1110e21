import { memo, useId } from 'react';
import { useLang, useTexts } from '../../i18n/texts';
import type { Place } from './map';
import { BOX, type PlacedEdge, type PlacedMap, type PlacedNode } from './map-layout';
import { wrapTitle } from './map-title';
import { aroundTexts } from '../common/texts-around';
import styles from './map-drawing.module.css';

const SIZE = 12;
const LEFT = 24;
const words = { done: 'mapDone', here: 'mapHere', next: 'mapNext', later: 'mapLater' } as const;

/** The map as a drawing; what it says is said in words beside it. */
export const MapDrawing = memo(function MapDrawing({ map }: { map: PlacedMap }) {
  const id = useId();
  // What matters lies above the rest.
  const edges = [...map.edges].sort((a, b) => rankOf(a) - rankOf(b));
  return (
    <svg
      className={styles.drawing}
      width={map.width}
      height={map.height}
      viewBox={`0 0 ${map.width} ${map.height}`}
      aria-hidden
    >
      <defs>
        {(['later', 'walked', 'open'] as const).map((kind) => (
          <marker
            key={kind}
            id={`${id}-${kind}`}
            className={styles.tip}
            data-kind={kind}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path d="M0 0.5 L8 4 L0 7.5 z" />
          </marker>
        ))}
      </defs>
      {edges.map((edge) => (
        <path
          key={`${edge.from}>${edge.to}`}
          className={styles.way}
          data-kind={kindOf(edge)}
          d={pathOf(edge.points)}
          markerEnd={`url(#${id}-${kindOf(edge)})`}
        />
      ))}
      {map.nodes.map((node) => (
        <Node key={node.id} node={node} />
      ))}
    </svg>
  );
});

function kindOf({ isOpen, isWalked }: PlacedEdge): 'later' | 'walked' | 'open' {
  return isOpen ? 'open' : isWalked ? 'walked' : 'later';
}
function rankOf(edge: PlacedEdge): number {
  return { later: 0, walked: 1, open: 2 }[kindOf(edge)];
}

/** A smooth line through points. */
function pathOf(points: { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const last = rest.at(-1) ?? first;
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    const isLast = index === rest.length - 2;
    const [x, y] = isLast ? [next.x, next.y] : [(point.x + next.x) / 2, (point.y + next.y) / 2];
    return `Q${point.x} ${point.y} ${x} ${y}`;
  });
  return `M${first.x} ${first.y} ${bends.length > 0 ? bends.join(' ') : `L${last.x} ${last.y}`}`;
}

function Node({ node }: { node: PlacedNode }) {
  const say = useTexts(aroundTexts);
  const lang = useLang();
  const { place, kind, x, y } = node;
  const title = node.title[lang];
  const lines = wrapTitle(title, (BOX.width - LEFT - 8) / SIZE, 2);
  const isEnd = kind === 'final';
  return (
    <g className={styles.node} data-place={place} transform={`translate(${x} ${y})`}>
      <title>{`${title} · ${say(words[place])}`}</title>
      <rect width={BOX.width} height={BOX.height} rx={isEnd ? BOX.height / 2 : 6} />
      <g transform={`translate(${isEnd ? 15 : 13} ${BOX.height / 2})`}>
        <Sign place={place} />
      </g>
      <text x={isEnd ? LEFT + 3 : LEFT} y={BOX.height / 2 - (lines.length - 1) * 7.5 + 4}>
        {lines.map((line, index) => (
          <tspan key={index} x={isEnd ? LEFT + 3 : LEFT} dy={index === 0 ? 0 : 15}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** Around (0, 0): a tick, a full point in a ring, an arrow, an empty ring. */
function Sign({ place }: { place: Place }) {
  if (place === 'done') return <path className={styles.sign} d="M-4.5 0.5 L-1.5 3.5 L4.5 -3.5" />;
  if (place === 'here')
    return (
      <>
        <circle className={styles.sign} r="5" />
        <circle className={styles.signFull} r="2.5" />
      </>
    );
  if (place === 'next') return <path className={styles.sign} d="M-4.5 0 L4 0 M0.5 -3.5 L4 0 L0.5 3.5" />;
  return <circle className={styles.sign} r="3.5" />;
}

/** A sign of the map by itself, for the legend. */
export function MapSign({ place }: { place: Place }) {
  return (
    <svg className={styles.key} data-place={place} width="26" height="18" viewBox="-13 -9 26 18" aria-hidden>
      <rect x="-12" y="-8" width="24" height="16" rx="4" />
      <Sign place={place} />
    </svg>
  );
}
