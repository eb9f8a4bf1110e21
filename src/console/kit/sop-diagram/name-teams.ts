import type { Act, Graph, Way } from './graph';

/** The same graph with the teams called by their names instead of their ids. */
export function nameTeams(graph: Graph, nameOf: (id: string) => string): Graph {
  const name = (team: string | null): string | null => (team === null ? null : nameOf(team));
  const nameActs = (acts: readonly Act[]): Act[] => acts.map((act) => ({ ...act, team: name(act.team) }));
  const nameWays = (ways: readonly Way[]): Way[] => ways.map((way) => ({ ...way, acts: nameActs(way.acts) }));
  return {
    nodes: graph.nodes.map((node) => ({
      ...node,
      team: name(node.team),
      sla: node.sla && { ...node.sla, onBreach: nameActs(node.sla.onBreach) },
      stays: nameWays(node.stays),
      broken: nameWays(node.broken),
    })),
    edges: graph.edges.map((edge) => ({ ...edge, ways: nameWays(edge.ways) })),
  };
}
