import { memo } from 'react';
import type { Lang } from '../../i18n/texts';
import { useTexts, type Say } from '../../i18n/texts';
import type { DecorateEdge, EdgeDecoration } from './decoration';
import type { GraphEdge, Way } from './graph';
import { wordWay } from './graph-words';
import type { Drawn } from './use-layout';
import { pathOf, type Route } from './route';
import { GuardSign, WaySign } from './signs';
import { diagramTexts } from './texts';
import { classes } from '../common/classes';
import styles from './edge-layer.module.css';

interface Props {
  drawn: Drawn;
  decorate: DecorateEdge | undefined;
  /** JSON pointer of the chosen way. */
  chosen: string | null;
  /** Steps whose ways are brought out. */
  near: string | null;
}

/** Tones that colour a line; its arrow goes with it. */
const TONES = ['added', 'removed', 'changed', 'passed'] as const;
const ARROWS = [
  'event',
  'timeout',
  'escalation',
  'success',
  'failure',
  'always',
  'flow',
  'near',
  ...TONES,
] as const;

/** All ways of the diagram as one picture: moving it costs nothing per way. */
export const EdgeLayer = memo(function EdgeLayer({ drawn, decorate, chosen, near }: Props) {
  const { graph, layout, lang } = drawn;
  const shown = graph.edges.flatMap((edge) => {
    const route = layout.edges.get(edge.id);
    return route ? [{ edge, route, decoration: decorate?.(edge) }] : [];
  });
  return (
    <>
      <svg className={styles.edges} width={layout.width} height={layout.height} aria-hidden>
        <defs>
          {ARROWS.map((kind) => (
            <marker
              key={kind}
              {...{ id: `sop-arrow-${kind}`, viewBox: '0 0 10 10', refX: 9, refY: 5, orient: 'auto' }}
              {...{ markerWidth: 9, markerHeight: 9, markerUnits: 'userSpaceOnUse' }}
            >
              <path d="M0,0.5 L10,5 L0,9.5 Z" data-arrow={kind} />
            </marker>
          ))}
        </defs>
        {shown.map(({ edge, route, decoration }) => (
          <EdgeLine
            key={edge.id}
            {...{ edge, route, decoration }}
            isNear={near !== null && (edge.source === near || edge.target === near)}
            isChosen={edge.ways.some((way) => way.pointer === chosen)}
          />
        ))}
      </svg>
      {shown.map(({ edge, route, decoration }) => (
        <EdgeLabel key={edge.id} {...{ edge, route, decoration, lang, chosen }} />
      ))}
    </>
  );
});

function EdgeLine(props: {
  edge: GraphEdge;
  route: Route;
  decoration: EdgeDecoration | undefined;
  isNear: boolean;
  isChosen: boolean;
}) {
  const { edge, route, decoration, isNear, isChosen } = props;
  const path = pathOf(route);
  const isBold = isNear || isChosen;
  const tone = TONES.find((one) => one === decoration?.tone);
  const arrow = tone ?? (isBold ? 'near' : edge.kind);
  return (
    <g
      className={styles.edge}
      data-kind={edge.kind}
      data-tone={decoration?.tone}
      data-near={isBold || undefined}
    >
      <path
        className={styles.line}
        d={path}
        strokeWidth={(decoration?.width ?? 1.5) + (isBold ? 1 : 0)}
        markerEnd={edge.target.endsWith('::join') ? undefined : `url(#sop-arrow-${arrow})`}
      />
      <path className={styles.hit} d={path} data-way={edge.ways[0]?.pointer} data-from={edge.source} />
    </g>
  );
}

const EdgeLabel = memo(function EdgeLabel(props: {
  edge: GraphEdge;
  route: Route;
  decoration: EdgeDecoration | undefined;
  lang: Lang;
  chosen: string | null;
}) {
  const { edge, route, decoration, lang, chosen } = props;
  const say = useTexts(diagramTexts);
  if (route.label === null) return null;
  const { x, y, width, height } = route.label;
  return (
    <div
      className={styles.label}
      data-testid="sop-label"
      data-kind={edge.kind}
      data-tone={decoration?.tone}
      style={{
        transform: `translate(${Math.round(x - width / 2)}px, ${Math.round(y - height / 2)}px)`,
        width,
      }}
    >
      {edge.ways.map((way) => {
        const word = wordWay(way, lang);
        if (word === '') return null;
        return (
          <button
            key={way.pointer}
            type="button"
            tabIndex={-1}
            className={classes(styles.way, 'nopan')}
            data-testid="sop-way"
            data-way={way.pointer}
            data-from={edge.source}
            aria-pressed={way.pointer === chosen}
            title={describeWay(way, word, lang, say)}
          >
            <WaySign kind={edge.kind} />
            {way.guard !== null && edge.kind !== 'always' && <GuardSign />}
            <span>{isRule(way) ? <code>{word}</code> : word}</span>
          </button>
        );
      })}
      {edge.note !== undefined && (
        <span className={styles.wayNote} data-testid="sop-way-note">
          {edge.note}
        </span>
      )}
    </div>
  );
});

function describeWay(
  way: Way,
  word: string,
  lang: Lang,
  say: Say<keyof typeof diagramTexts.entries>,
): string {
  const head = `${word} · ${say(way.kind)}`;
  if (way.guard === null) return head;
  const why = way.guard.why[lang];
  return `${head}\n${why === '' ? way.guard.expr : `${say('guarded')}: ${why}`}`;
}

/** Nothing but its rule says what the way is. */
function isRule(way: Way): boolean {
  return way.title === null && way.guard !== null && !/^[A-Z]/.test(way.event);
}
