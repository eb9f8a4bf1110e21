import { ApartmentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTexts } from '../../i18n/texts';
import { isGroup, isStep, type Graph, type GraphEdge, type GraphNode } from './graph';
import { factsOf, footOf, wordKind, wordTitle, wordWay } from './graph-words';
import { FootSign, GuardSign, NodeSign, WaySign } from './signs';
import type { DiagramLook } from './look';
import { diagramTexts } from './texts';
import { classes } from '../common/classes';
import nodeView from './node-view.module.css';
import styles from './step-list.module.css';

interface Props {
  graph: Graph;
  look: DiagramLook;
}

/** The steps and their ways as nested lists: the same content for who reads rather than looks. */
export function StepList({ graph, look, onDiagram }: Props & { onDiagram: () => void }) {
  const say = useTexts(diagramTexts);
  return (
    <div className={styles.list}>
      <Button icon={<ApartmentOutlined aria-hidden />} onClick={onDiagram}>
        {say('asDiagram')}
      </Button>
      <Level graph={graph} look={look} parent={null} />
    </div>
  );
}

function Level({ graph, look, parent }: Props & { parent: string | null }) {
  const nodes = graph.nodes.filter((node) => node.parent === parent);
  const listed = nodes.filter((node) => isStep(node) || isGroup(node) || node.kind === 'exits');
  return (
    <ul className={styles.level}>
      {listed.map((node) => (
        <li key={node.id}>
          <ListedStep {...{ graph, look, node }} />
          {isGroup(node) && <Level graph={graph} look={look} parent={node.id} />}
        </li>
      ))}
    </ul>
  );
}

function ListedStep({ graph, look, node }: Props & { node: GraphNode }) {
  const { lang, selected, onSelect } = look;
  const ways = graph.edges.filter((edge) => edge.source === node.id);
  const decoration = look.decorate?.(node.id);
  const facts = [wordKind(node, lang), factsOf(node, lang), decoration?.badge, decoration?.note];
  return (
    <>
      <button
        type="button"
        className={styles.step}
        data-kind={node.kind}
        aria-pressed={selected === node.pointer}
        onClick={() => onSelect?.({ step: node.step, pointer: node.pointer })}
      >
        <NodeSign kind={node.kind} />
        {node.kind !== 'exits' && <strong>{wordTitle(node, lang)}</strong>}
        <span>{facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')}</span>
      </button>
      {ways.length > 0 && (
        <ul>
          {ways.map((edge) => (
            <ListedWays key={edge.id} {...{ graph, look, edge }} />
          ))}
        </ul>
      )}
      {footOf(node, lang).map((line) => (
        <div
          key={line.pointer + line.text}
          className={classes(nodeView.line, styles.line)}
          data-sign={line.sign}
        >
          <FootSign sign={line.sign} /> <span>{line.full}</span>
        </div>
      ))}
    </>
  );
}

function ListedWays({ graph, look, edge }: Props & { edge: GraphEdge }) {
  const say = useTexts(diagramTexts);
  const target = graph.nodes.find((node) => node.id === edge.target);
  const source = graph.nodes.find((node) => node.id === edge.source);
  const step = target
    ? isStep(target) || target.kind === 'fork'
      ? wordTitle(target, look.lang)
      : wordKind(target, look.lang)
    : '';
  return edge.ways.map((way) => (
    <li key={way.pointer}>
      <button
        type="button"
        className={styles.way}
        aria-pressed={look.selected === way.pointer}
        onClick={() => look.onSelect?.({ step: source?.step ?? '', pointer: way.pointer })}
      >
        <WaySign kind={edge.kind} />
        {way.guard !== null && <GuardSign />}
        {say('wayTo', { way: wordWay(way, look.lang) || say(edge.kind), step })}
      </button>
    </li>
  ));
}
