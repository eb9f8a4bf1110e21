import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import { Empty } from 'antd';
import { useMemo, useState } from 'react';
import type { SopDefinition } from '../../../engine/common/sop-format';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../common/late';
import { useTeamName } from '../common/team-names';
import { Canvas } from './canvas';
import { addNotes } from './decoration';
import type { Graph } from './graph';
import { graphOf } from './graph-of';
import type { DiagramLook } from './look';
import { nameTeams } from './name-teams';
import { StepList } from './step-list';
import { diagramTexts } from './texts';
import { useLayout } from './use-layout';
import styles from './sop-diagram.module.css';

/** An SOP as a diagram that can be moved, zoomed and walked through by keyboard, and as a list of its steps. */
export function SopDiagram({ definition, ...look }: DiagramLook & { definition: SopDefinition }) {
  const graph = useMemo(() => graphOf(definition), [definition]);
  return (
    <GraphDiagram graph={graph} title={definition.meta?.title?.[look.lang] ?? definition.id} {...look} />
  );
}

/** The same for a graph that was put together elsewhere, e.g. of two versions. */
export function GraphDiagram({ title, ...props }: DiagramLook & { graph: Graph; title: string }) {
  const { graph: bare, ...look } = props;
  const say = useTexts(diagramTexts);
  const nameOfTeam = useTeamName();
  const graph = useMemo(() => nameTeams(bare, nameOfTeam), [bare, nameOfTeam]);
  const [isList, setList] = useState(false);
  const noted = useMemo(
    () => addNotes(graph, look.decorate, look.edgeDecorate),
    [graph, look.decorate, look.edgeDecorate],
  );
  const drawn = useLayout(noted, look.lang);
  const label = say('diagram', { title });
  return (
    <section className={styles.diagram} aria-label={label}>
      {!graph.nodes.some((node) => node.kind !== 'start') ? (
        <Empty description={say('noSteps')}>{say('noStepsHelp')}</Empty>
      ) : isList ? (
        <StepList graph={graph} look={look} onDiagram={() => setList(false)} />
      ) : drawn === null ? (
        <Waiting />
      ) : (
        <ReactFlowProvider>
          <Canvas drawn={drawn} look={look} label={label} onList={() => setList(true)} />
        </ReactFlowProvider>
      )}
    </section>
  );
}
