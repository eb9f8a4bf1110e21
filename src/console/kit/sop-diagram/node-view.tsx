import { CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import type { Node, NodeProps } from '@xyflow/react';
import { memo, type CSSProperties } from 'react';
import { useTexts, type Lang } from '../../i18n/texts';
import type { NodeDecoration } from './decoration';
import type { GraphNode } from './graph';
import { factsOf, footOf, wordKind, wordTitle } from './graph-words';
import { FootSign, NodeSign } from './signs';
import { diagramTexts } from './texts';
import { classes } from '../common/classes';
import styles from './node-view.module.css';

export interface NodeData extends Record<string, unknown> {
  node: GraphNode;
  lang: Lang;
  decoration: NodeDecoration | undefined;
  errors: number;
  warnings: number;
  isChosen: boolean;
}
export type FlowNode = Node<NodeData>;

const PILLS: readonly string[] = ['start', 'final', 'joined', 'history', 'choice'];

/** One step, choice or ending. */
export const StepView = memo(function StepView({ data }: NodeProps<FlowNode>) {
  const { node, lang, decoration } = data;
  if (node.kind === 'fork' || node.kind === 'join') {
    return <div className={styles.bar} title={wordKind(node, lang)} />;
  }
  const isPill = PILLS.includes(node.kind);
  const title =
    node.kind === 'start' || node.kind === 'history' ? wordKind(node, lang) : wordTitle(node, lang);
  const kind = wordKind(node, lang);
  return (
    <button
      type="button"
      // The first stop for the Tab key; from there on the keys of the diagram move it.
      tabIndex={node.kind === 'start' ? 0 : -1}
      className={isPill ? classes(styles.node, styles.isPill, 'nopan') : classes(styles.node, 'nopan')}
      data-testid="sop-node"
      data-kind={node.kind}
      data-step={node.step}
      data-node={node.id}
      data-tone={decoration?.tone}
      data-heat={decoration?.heat === undefined ? undefined : ''}
      style={heatStyle(decoration)}
      aria-pressed={data.isChosen}
      title={title === kind ? kind : `${title} · ${kind}`}
    >
      {node.kind === 'choice' && <ChoiceShape />}
      {isPill ? (
        <>
          <NodeSign kind={node.kind} />
          <span className={styles.title}>{title}</span>
          <Marks data={data} />
        </>
      ) : (
        <StepBody data={data} title={title} kind={kind} />
      )}
    </button>
  );
});

function StepBody({ data, title, kind }: { data: NodeData; title: string; kind: string }) {
  const { node, lang } = data;
  const facts = factsOf(node, lang);
  const foot = footOf(node, lang);
  return (
    <>
      <span className={styles.kind} data-words="kind">
        <NodeSign kind={node.kind} />
        {kind}
        <Marks data={data} />
      </span>
      {node.kind !== 'exits' && <span className={styles.title}>{title}</span>}
      {facts !== '' && (
        <span className={styles.line} data-words="line">
          <span>{facts}</span>
        </span>
      )}
      {foot.length > 0 && (
        <span className={node.kind === 'exits' ? undefined : styles.foot}>
          {foot.map((line) => (
            <span
              key={line.pointer + line.text}
              className={styles.line}
              data-words="line"
              data-sign={line.sign}
              data-pointer={line.pointer}
              title={line.full}
            >
              <FootSign sign={line.sign} />
              <span>{line.text}</span>
            </span>
          ))}
        </span>
      )}
      {node.note !== undefined && <span className={styles.note}>{node.note}</span>}
    </>
  );
}

function Marks({ data }: { data: NodeData }) {
  const say = useTexts(diagramTexts);
  const badge = data.decoration?.badge;
  if (data.errors + data.warnings === 0 && badge === undefined) return null;
  return (
    <span className={styles.marks}>
      {badge !== undefined && <span className={styles.badge}>{badge}</span>}
      {data.errors > 0 && (
        <span
          className={classes(styles.mark, styles.isError)}
          data-testid="is-error"
          title={say('errors', { count: data.errors })}
        >
          <CloseCircleFilled aria-label={say('errors', { count: data.errors })} />
        </span>
      )}
      {data.warnings > 0 && (
        <span
          className={classes(styles.mark, styles.isWarning)}
          title={say('warnings', { count: data.warnings })}
        >
          <WarningFilled aria-label={say('warnings', { count: data.warnings })} />
        </span>
      )}
    </span>
  );
}

function ChoiceShape() {
  return (
    <svg className={styles.choiceShape} viewBox="0 0 100 46" preserveAspectRatio="none" aria-hidden>
      <path d="M10,1 H90 L99,23 L90,45 H10 L1,23 Z" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function heatStyle(decoration: NodeDecoration | undefined): CSSProperties | undefined {
  if (decoration?.heat === undefined) return undefined;
  return { '--heat': `${Math.round(decoration.heat * 100)}%` } as CSSProperties;
}

/** A phase, parallel work or one line of it: a box with its title. */
export const GroupView = memo(function GroupView({ data }: NodeProps<FlowNode>) {
  const { node, lang, decoration } = data;
  const word = node.isRegion || node.kind === 'parallel' ? wordKind(node, lang) : null;
  return (
    <div
      className={styles.group}
      data-kind={node.kind}
      data-region={node.isRegion}
      data-tone={decoration?.tone}
    >
      <button
        type="button"
        tabIndex={-1}
        className={classes(styles.groupTitle, 'nopan')}
        data-step={node.step}
        data-node={node.id}
        aria-pressed={data.isChosen}
      >
        {wordTitle(node, lang)}
        {word !== null && <span className={styles.groupKind}>{word}</span>}
        <Marks data={data} />
      </button>
    </div>
  );
});
