import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/texts';
import type { Graph, NodeKind, WayKind } from './graph';
import { GuardSign, NodeSign, WaySign } from './signs';
import { diagramTexts } from './texts';
import edgeLayer from './edge-layer.module.css';
import styles from './legend.module.css';

const NODES: NodeKind[] = [
  ...(['human', 'automatic', 'waits-for-customer', 'waits-for-others', 'choice', 'final'] as const),
  ...(['joined', 'history'] as const),
];
const WAYS: WayKind[] = ['event', 'timeout', 'escalation', 'success', 'failure', 'always'];

/** What the signs and lines mean; only those that occur. */
export function Legend({ graph }: { graph: Graph }) {
  const say = useTexts(diagramTexts);
  const [isOpen, setOpen] = useState(false);
  const hasGuard = graph.edges.some((edge) => edge.ways.some((way) => way.guard !== null));
  return (
    <div className={styles.legend}>
      {isOpen && (
        <ul id="sop-legend" aria-label={say('legend')}>
          {NODES.filter((kind) => graph.nodes.some((node) => node.kind === kind)).map((kind) => (
            <li key={kind} data-kind={kind}>
              <span className={styles.sign}>
                <NodeSign kind={kind} />
              </span>
              {say(kind)}
            </li>
          ))}
          {WAYS.filter((kind) => graph.edges.some((edge) => edge.kind === kind)).map((kind) => (
            <li key={kind}>
              <svg width="28" height="10" className={edgeLayer.edge} data-kind={kind} aria-hidden>
                <path className={edgeLayer.line} d="M0,5 H28" strokeWidth="2" />
              </svg>
              <WaySign kind={kind} />
              {say(kind)}
            </li>
          ))}
          {hasGuard && (
            <li>
              <span className={styles.sign}>
                <GuardSign />
              </span>
              {say('guarded')}
            </li>
          )}
        </ul>
      )}
      <Button size="small" aria-expanded={isOpen} aria-controls="sop-legend" onClick={() => setOpen(!isOpen)}>
        {say('legend')}
      </Button>
    </div>
  );
}
