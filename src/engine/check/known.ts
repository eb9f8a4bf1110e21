import type { CallRules } from '../machine/call-rules.js';
import type { SopDefinition } from '../common/model.js';
import { joinPointer } from '../format/positions.js';
import { listNames } from './report.js';
import type { Report } from './report.js';
import { invokesOf } from '../format/tree.js';
import type { SopTree } from '../format/tree.js';
import { actionsIn } from './actions-in.js';
import type { PlacedAction } from './actions-in.js';
import { checkTiers } from './tiers.js';
import type { TiersOfTeams } from './tiers.js';

/** What there is beside the SOP, where it is to run. What is absent is not judged. */
export interface Known {
  /** Ids of the teams. */
  teams?: readonly string[];
  /** How many tiers each has. */
  tiers?: TiersOfTeams;
  /** Skills that somebody has. */
  skills?: readonly string[];
  /** Names of all connections. */
  connections?: readonly string[];
  /** What connections allow, by their names. */
  rules?: Readonly<Record<string, CallRules>>;
}

interface Named {
  name: string;
  at: string;
}

/**
 * Teams, skills and connections that an SOP names exist. Without its team nobody could ever take a ticket, so that is an
 * error; a skill can still be learnt and a connection be set up, and until then leads and `onError` help.
 */
export function checkKnown(sop: SopDefinition, tree: SopTree, known: Known, report: Report): void {
  const actions = tree.nodes.flatMap((node) => actionsIn(tree, node));
  if (known.teams) checkTeams(sop, tree, actions, known.teams, report);
  if (known.tiers) checkTiers(sop, tree, known.tiers, report);
  if (known.skills) checkSkills(sop, tree, actions, known.skills, report);
  if (known.connections) checkConnections(tree, known.connections, report);
}

function checkTeams(
  sop: SopDefinition,
  tree: SopTree,
  actions: PlacedAction[],
  teams: readonly string[],
  report: Report,
): void {
  const named: Named[] = [{ name: sop.meta.team, at: '/meta/team' }];
  for (const { def, pointer, parent } of tree.nodes)
    if (parent !== null && def.meta?.team !== undefined)
      named.push({ name: def.meta.team, at: `${pointer}/meta/team` });
  for (const { action, at } of actions) {
    if (action.type === 'route' && action.params.team !== undefined)
      named.push({ name: action.params.team, at: `${at}/params/team` });
    if (action.type === 'escalate' && action.params?.to?.team !== undefined)
      named.push({ name: action.params.to.team, at: `${at}/params/to/team` });
  }
  for (const { name, at } of unknownOf(named, teams)) {
    const hint = report.hint(name, teams);
    const all = listNames(teams);
    report.error(
      'unknown-team',
      at,
      `There is no team \`${name}\`: nobody could take a ticket there.${hint.en} Teams: ${all.en}.`,
      `没有团队 \`${name}\`，到了那里的工单无人能领取。${hint['zh-CN']}现有团队：${all['zh-CN']}。`,
    );
  }
}

function checkSkills(
  sop: SopDefinition,
  tree: SopTree,
  actions: PlacedAction[],
  skills: readonly string[],
  report: Report,
): void {
  const named = placeAll(sop.meta.skills, '/meta/skills');
  for (const { def, pointer, parent } of tree.nodes)
    if (parent !== null) named.push(...placeAll(def.meta?.skills, `${pointer}/meta/skills`));
  for (const { action, at } of actions)
    if (action.type === 'route') named.push(...placeAll(action.params.skills, `${at}/params/skills`));
  for (const { name, at } of unknownOf(named, skills)) {
    const hint = report.hint(name, skills);
    const all = listNames(skills);
    report.warn(
      'unknown-skill',
      at,
      `Nobody has the skill \`${name}\`, so nobody is handed what asks for it.${hint.en} Skills: ${all.en}.`,
      `没有人具备技能 \`${name}\`，需要该技能的工单不会分配给任何人。${hint['zh-CN']}现有技能：${all['zh-CN']}。`,
    );
  }
}

function checkConnections(tree: SopTree, connections: readonly string[], report: Report): void {
  const named = tree.nodes
    .flatMap((node) => invokesOf(node))
    .map(({ invoke, at }) => ({ name: invoke.input.connection, at: `${at}/input/connection` }));
  for (const { name, at } of unknownOf(named, connections)) {
    const hint = report.hint(name, connections);
    const all = listNames(connections);
    report.warn(
      'unknown-connection',
      at,
      `There is no connection \`${name}\`: this call always fails.${hint.en} Connections: ${all.en}; an administrator sets them up.`,
      `没有连接 \`${name}\`，此调用必定失败。${hint['zh-CN']}现有连接：${all['zh-CN']}；请联系管理员配置。`,
    );
  }
}

function placeAll(names: readonly string[] | undefined, at: string): Named[] {
  return (names ?? []).map((name, i) => ({ name, at: joinPointer(at, i) }));
}

function unknownOf(named: Named[], known: readonly string[]): Named[] {
  const names = new Set(known);
  return named.filter(({ name }) => !names.has(name));
}
