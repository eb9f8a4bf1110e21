import { lazy, Suspense, useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Schemas } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useLang, useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import type { Choice, NodeDecoration } from '../../kit/sop-diagram/decoration';
import type { GraphEdge } from '../../kit/sop-diagram/graph';
import { graphOf } from '../../kit/sop-diagram/graph-of';
import { useDefinition } from '../../kit/ticket-story/data';
import { wordShare, wordSeconds } from '../common/figure-words';
import { hottest, hottestStep, isDuration, valueOf, type Colour, type StepRow } from '../common/heat';
import { stepTexts } from '../common/texts-steps';
import { isFound, trafficOf, wayAt, widthOf } from '../common/traffic';
import type { FilterRoom } from '../common/use-filters';
import { classes } from '../../kit/common/classes';
import panel from '../common/panel.module.css';
import styles from './heat-map.module.css';

const SopDiagram = lazy(() =>
  import('../../kit/sop-diagram/sop-diagram').then((part) => ({ default: part.SopDiagram })),
);

interface Props {
  sop: string;
  version: number;
  steps: StepRow[];
  flows: Schemas['StepFlow'][];
  colour: Colour;
  room: FilterRoom;
  /** Other versions of the SOP have visits in the period. */
  hasOthers: boolean;
}

/** The SOP with its steps coloured by a figure and its ways as thick as what went along them; each number opens its visits. */
export function HeatMap({ sop, version, steps, flows, colour, room, hasOthers }: Props) {
  const tell = useTexts(stepTexts);
  const lang = useLang();
  const format = useFormat();
  const go = useNavigate();
  const definition = useDefinition({ sop, sopVersion: version });
  const most = hottest(steps, colour);
  const word = (value: number | null): string =>
    isDuration(colour) ? wordSeconds(value, format) : wordShare(value, format);
  const visitsWord = tell('visitsNote', { count: '{}' });
  const timesWord = tell('times', { count: '{}' });

  const decorations = useMemo(() => {
    const named = (value: number | null): string =>
      isDuration(colour) ? wordSeconds(value, format) : wordShare(value, format);
    return new Map(
      steps.map((row): [string, NodeDecoration] => {
        const value = valueOf(row, colour);
        const visits = visitsWord.replace('{}', format.number(row.visits));
        return [row.step, { heat: (value ?? 0) / most, note: `${named(value)} · ${visits}` }];
      }),
    );
  }, [steps, colour, most, format, visitsWord]);
  const graph = useMemo(
    () => (definition === null ? { nodes: [], edges: [] } : graphOf(definition)),
    [definition],
  );
  const traffic = useMemo(() => trafficOf(graph, flows), [graph, flows]);
  const busiest = Math.max(0, ...traffic.values());
  const decorate = useCallback((id: string) => decorations.get(id), [decorations]);
  const edgeDecorate = useCallback(
    (edge: GraphEdge) => {
      const count = traffic.get(edge.id) ?? 0;
      if (count === 0) return { tone: 'muted' as const, width: 1 };
      const width = widthOf(count, busiest);
      return isFound(graph, edge)
        ? { width, note: timesWord.replace('{}', format.number(count)) }
        : { width };
    },
    [graph, traffic, busiest, timesWord, format],
  );
  const open = (choice: Choice | null): void => {
    if (choice === null) return;
    const way = wayAt(graph, choice);
    if (way === undefined && !decorations.has(choice.step)) return;
    const wanted = way === undefined ? { list: 'step', of: choice.step } : { list: 'way', of: way.id };
    void go(room.linkTo('/tickets', wanted, { sop, version }));
  };
  return (
    <section className={classes(styles.heat, panel.panel)} aria-label={tell(colour)}>
      <div className={styles.diagram}>
        {definition === null ? (
          <Waiting rows={10} />
        ) : (
          <Suspense fallback={<Waiting rows={10} />}>
            <SopDiagram
              {...{ definition, lang, decorate, edgeDecorate }}
              opensAt={hottestStep(steps, colour)}
              onSelect={open}
            />
          </Suspense>
        )}
      </div>
      <p className={styles.scale} data-testid="heat-scale">
        <span className={styles.bar} aria-hidden /> {tell('scale', { most: word(most) })} {tell('scaleWays')}{' '}
        {tell('clickStep')} {hasOthers && tell('shownVersion', { version })}
      </p>
    </section>
  );
}
