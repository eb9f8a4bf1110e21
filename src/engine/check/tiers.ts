import type { SopDefinition } from '../common/model.js';
import type { SopTree, StateNode } from '../format/tree.js';
import { growTree } from '../format/tree.js';
import { actionsIn } from './actions-in.js';
import type { Report } from './report.js';

/** How many tiers teams have, by their ids; nothing is said of a team that is not there. */
export type TiersOfTeams = Readonly<Record<string, number>>;

/** A tier that an SOP names for work of one of these teams. */
interface NamedTier {
  tier: number;
  /** More than one where the work is of the ticket's own team, and the SOP sends tickets to several. */
  teams: string[];
  /** Pointer of the tier. */
  at: string;
}

/** Every tier that work may get by this SOP, with whose it is. */
function namedTiers(sop: SopDefinition, tree: SopTree): NamedTier[] {
  const actions = tree.nodes.flatMap((node) => actionsIn(tree, node).map((one) => ({ node, ...one })));
  const own = new Set([sop.meta.team]);
  for (const { action } of actions) {
    if (action.type === 'route' && action.params.team !== undefined) own.add(action.params.team);
    if (action.type === 'escalate' && action.params?.to?.team !== undefined) own.add(action.params.to.team);
  }
  const teamsOf = (team: string | undefined): string[] => (team === undefined ? [...own] : [team]);

  const named: NamedTier[] = [];
  const add = (tier: number | undefined, teams: string[], at: string): void => {
    if (tier !== undefined) named.push({ tier, teams, at });
  };
  add(sop.meta.tier, [sop.meta.team], '/meta/tier');
  for (const node of tree.nodes) {
    if (node.def.meta?.kind !== 'human') continue;
    const place = nearest(node, 'tier');
    if (place !== null) add(place.def.meta?.tier, teamsOf(teamOf(node)), `${place.pointer}/meta/tier`);
  }
  for (const { node, action, at } of actions) {
    if (action.type === 'route') add(action.params.tier, teamsOf(action.params.team), `${at}/params/tier`);
    if (action.type === 'escalate') {
      const { team = teamOf(node), tier } = action.params?.to ?? {};
      add(tier, teamsOf(team), `${at}/params/to/tier`);
    }
  }
  return named;
}

/** The same of a definition, as far as a team with so many tiers does not have them. */
export function tiersAbove(sop: SopDefinition, tiers: TiersOfTeams): NamedTier[] {
  return namedTiers(sop, growTree(sop)).filter((named) => isAbove(named, tiers));
}

/** The highest tier that an SOP names; 1 when it names none. */
export function highestTier(sop: SopDefinition): number {
  return Math.max(1, ...namedTiers(sop, growTree(sop)).map(({ tier }) => tier));
}

/** Nobody could take what lies at a tier that its team does not have; it would be done by those at the top instead. */
export function checkTiers(sop: SopDefinition, tree: SopTree, tiers: TiersOfTeams, report: Report): void {
  const said = new Set<string>();
  for (const named of namedTiers(sop, tree)) {
    const { tier, teams, at } = named;
    if (!isAbove(named, tiers) || said.has(at)) continue;
    said.add(at);
    const en = teams.map((team) => `\`${team}\` has ${String(tiers[team])}`).join(', ');
    const zh = teams.map((team) => `\`${team}\` 共 ${String(tiers[team])} 级`).join('、');
    report.error(
      'unknown-tier',
      at,
      `There is no tier ${String(tier)}: team ${en}.`,
      `没有第 ${String(tier)} 级：团队 ${zh}。`,
    );
  }
}

function isAbove({ tier, teams }: NamedTier, tiers: TiersOfTeams): boolean {
  return teams.every((team) => Object.hasOwn(tiers, team) && tier > (tiers[team] ?? tier));
}

function teamOf(node: StateNode): string | undefined {
  return nearest(node, 'team')?.def.meta?.team;
}

/** The state itself or the nearest around it that says this; null: none but the root does. */
function nearest(node: StateNode, name: 'team' | 'tier'): StateNode | null {
  for (let at: StateNode | null = node; at?.parent; at = at.parent)
    if (at.def.meta?.[name] !== undefined) return at;
  return null;
}
