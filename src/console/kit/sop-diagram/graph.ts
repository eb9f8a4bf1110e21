import type { CelGuard, StepKind } from '../../../engine/common/sop-format';
import type { Text } from '../../i18n/define-texts';

/** `exits`: where the ways that a phase has in any of its steps begin; `fork`, `join`: where parallel work parts and meets. */
export type NodeKind =
  | StepKind
  | 'plain'
  | 'choice'
  | 'final'
  | 'joined'
  | 'history'
  | 'start'
  | 'group'
  | 'parallel'
  | 'exits'
  | 'fork'
  | 'join';

export type WayKind = 'event' | 'timeout' | 'escalation' | 'success' | 'failure' | 'always' | 'flow';

/** One transition of the definition. */
export interface Way {
  /** JSON pointer of the transition: `/states/checking/on/APPROVE/0`. */
  pointer: string;
  kind: WayKind;
  /** As visits and flows name it: `APPROVE`, `after PT4H business`, `done.order`; empty for what is passed without one. */
  event: string;
  title: Text | null;
  guard: CelGuard['params'] | null;
  /** It is taken when the guards before it do not hold. */
  isOtherwise: boolean;
  /** What it does when it leads nowhere else, in the order of the definition. */
  acts: Act[];
}

/** What a way or a missed target does. */
export interface Act {
  type: string;
  team: string | null;
  tier: number | null;
}

export interface GraphSla {
  within: string;
  isBusiness: boolean;
  onBreach: Act[];
}

export interface GraphNode {
  /** Dotted path of the state; of nodes that stand for no state of their own: `handling::fork`. */
  id: string;
  /** Dotted path of the state it belongs to; empty for the SOP as a whole. */
  step: string;
  kind: NodeKind;
  title: Text;
  /** Id of the group around it. */
  parent: string | null;
  pointer: string;
  /** Null: the ticket's own. */
  team: string | null;
  tier: number | null;
  skills: string[];
  sla: GraphSla | null;
  hasForm: boolean;
  outcome: string | null;
  /** Of a history state: it brings back the steps inside of phases too. */
  isDeep: boolean;
  /** Of a group: one of the lines of parallel work. */
  isRegion: boolean;
  /** Ways that do not leave the step: reminders, escalations that change who works on it. */
  stays: Way[];
  /** Ways whose target does not exist. */
  broken: Way[];
  /** What a page adds at the foot; it needs room. */
  note?: string;
}

/** All ways of one kind between two nodes. */
export interface GraphEdge {
  id: string;
  source: string;
  target: string;
  kind: WayKind;
  ways: Way[];
  /** What a page adds to the words; it needs room. */
  note?: string;
}

export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

export function isGroup(node: Pick<GraphNode, 'kind'>): boolean {
  return node.kind === 'group' || node.kind === 'parallel';
}

/** Whether somebody or something works or waits here, or the ticket ends here. */
export function isStep(node: Pick<GraphNode, 'kind'>): boolean {
  switch (node.kind) {
    case 'start':
    case 'group':
    case 'parallel':
    case 'exits':
    case 'fork':
    case 'join':
      return false;
    default:
      return true;
  }
}

/** The JSON pointer of a state: `checking.assess` → `/states/checking/states/assess`. */
export function pointerOfStep(step: string): string {
  if (step === '') return '';
  return step
    .split('.')
    .map((name) => `/states/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** The state that a JSON pointer lies in; empty when it lies in none. */
export function stepOfPointer(pointer: string): string {
  const tokens = pointer.split('/').slice(1);
  const names: string[] = [];
  for (let i = 0; tokens[i] === 'states' && tokens[i + 1] !== undefined; i += 2) {
    names.push((tokens[i + 1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return names.join('.');
}

/** The way or node that a JSON pointer lies in: what a finding or a cursor in the text belongs to. Null: the SOP as a whole. */
export function findPlace(graph: Graph, pointer: string): { node: string; edge: string | null } | null {
  for (const edge of graph.edges) {
    if (edge.ways.some((way) => isInside(pointer, way.pointer))) return { node: edge.source, edge: edge.id };
  }
  for (let step = stepOfPointer(pointer); step !== ''; step = step.split('.').slice(0, -1).join('.')) {
    if (graph.nodes.some((node) => node.id === step)) return { node: step, edge: null };
  }
  return null;
}

function isInside(pointer: string, place: string): boolean {
  if (place === '') return false;
  if (pointer === place || pointer.startsWith(`${place}/`)) return true;
  // The only transition of an event may be meant without its number.
  return place.endsWith('/0') && pointer === place.slice(0, -2);
}
