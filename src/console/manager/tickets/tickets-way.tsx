import { keepPreviousData } from '@tanstack/react-query';
import { $api } from '../../api/client';
import { useLang, useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import type { Graph, GraphEdge, GraphNode } from '../../kit/sop-diagram/graph';
import { graphOf } from '../../kit/sop-diagram/graph-of';
import { wordTitle, wordWay } from '../../kit/sop-diagram/graph-words';
import { useDefinition } from '../../kit/ticket-story/data';
import { busiestVersion } from '../common/heat';
import { NoCases } from '../common/no-cases';
import { PageHead } from '../common/page-head';
import { ticketTexts } from '../common/texts-tickets';
import { StayList } from './tickets-visits';
import { flowsByEdge, wordFlow } from '../common/traffic';
import type { FilterRoom } from '../common/use-filters';

interface Props {
  /** The id of the way on the diagram. */
  way: string;
  sop: string;
  room: FilterRoom;
}

/** Places that hardly anybody gives a name. */
const NAMELESS: readonly string[] = ['choice', 'history'];

/** The stays of tickets that left by a way of the diagram: those of the flows that the heat map counts along it. */
export function WayList({ way, sop, room }: Props) {
  const tell = useTexts(ticketTexts);
  const { data, error, refetch } = $api.useQuery(
    'get',
    '/api/metrics/steps',
    { params: { query: { ...room.query, sop } } },
    { placeholderData: keepPreviousData },
  );
  const version = room.filters.version ?? busiestVersion(data?.steps ?? []);
  const definition = useDefinition(version === null ? undefined : { sop, sopVersion: version });
  const titleOf = useWayTitle();
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  const flows = data?.flows.filter((flow) => flow.version === version) ?? [];
  if (!data || (flows.length > 0 && definition === null)) return <Waiting rows={12} />;
  const graph = definition === null ? { nodes: [], edges: [] } : graphOf(definition);
  const edge = graph.edges.find(({ id }) => id === way);
  const title = edge === undefined ? tell('title') : titleOf(graph, edge);
  const ways = (flowsByEdge(graph, flows).get(way) ?? []).map(wordFlow);
  if (version === null || ways.length === 0)
    return (
      <>
        <PageHead title={title} room={room} answer={data} />
        <NoCases room={room} />
      </>
    );
  return <StayList wish={{ sop, version, way: ways }} room={room} titleOf={() => title} />;
}

/** Where a way begins, where it leads, and what it is called, in words. */
function useWayTitle(): (graph: Graph, edge: GraphEdge) => string {
  const tell = useTexts(ticketTexts);
  const lang = useLang();
  return (graph, edge) => {
    const nodeOf = (id: string): GraphNode | undefined => graph.nodes.find((node) => node.id === id);
    const [source, target] = [nodeOf(edge.source), nodeOf(edge.target)];
    if (source === undefined || target === undefined) return tell('title');
    const [from, to] = [wordTitle(source, lang), wordTitle(target, lang)];
    const words = new Set(edge.ways.map((one) => wordWay(one, lang)).filter((word) => word !== ''));
    const way = [...words].join(' / ');
    if (source.kind === 'start') return tell('firstVisits', { to });
    if (way === '') return tell('wayVisits', { from, to });
    if (source.id === '::exits' || NAMELESS.includes(source.kind)) return tell('anyVisits', { to, way });
    return NAMELESS.includes(target.kind)
      ? tell('leftVisits', { from, way })
      : tell('wayVisitsBy', { from, to, way });
  };
}
