import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import { Empty } from 'antd';
import { useMemo, useState } from 'react';
import type { SopDefinition } from '../../../engine/sop-format';
import { useTexts, type Lang } from '../../i18n/texts';
import { Waiting } from '../late';
import { useTeamName } from '../team-names';
import { Canvas } from './canvas';
import { addNotes, type Choice, type DecorateEdge, type DecorateNode, type Mark } from './decoration';
import type { Graph } from './graph';
import { graphOf } from './graph-of';
import { nameTeams } from './name-teams';
import { StepList } from './step-list';
import './sop-diagram.css';
import { diagramTexts } from './texts';
import { useLayout } from './use-layout';

export interface DiagramLook {
  lang: Lang;
  /** JSON pointer of what is chosen: a step, one of its ways, or anything inside of them. It is brought into view. */
  selected?: string | null;
  onSelect?: (choice: Choice | null) => void;
  /** Must stay the same function as long as it says the same. */
  decorate?: DecorateNode;
  edgeDecorate?: DecorateEdge;
  findings?: readonly Mark[];
}

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
    <section className="sop-diagram" aria-label={label}>
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
