import type { SopDefinition } from '../common/model.js';
import { joinPointer } from '../format/positions.js';
import { CUSTOMER_MESSAGE } from '../machine/ways-out.js';
import type { Report } from './report.js';
import { lineageOf } from '../format/tree.js';
import type { SopTree, StateNode } from '../format/tree.js';

/** A state that defines an event, and the teams whose steps can take it there. */
interface Place {
  node: StateNode;
  teams: ReadonlySet<string>;
}

/**
 * Two regions of a parallel state that know the same event: without a step it moves both, and the work of one team is
 * ended by another. What states around the regions define is shared on purpose, and a customer's message is for
 * everybody who waits for it.
 */
export function checkSharedEvents(sop: SopDefinition, tree: SopTree, report: Report): void {
  const told = new Set<string>();
  const forks = tree.nodes.filter((node) => node.type === 'parallel');
  const teamsIn = forks.length > 0 ? listTeams(sop, tree) : new Map<StateNode, ReadonlySet<string>>();
  for (const fork of forks) {
    const earlier = new Map<string, Place[]>();
    for (const region of fork.children.values()) {
      const places = eventsInside(region, teamsIn);
      for (const [event, here] of places) {
        const pair = findPair(earlier.get(event) ?? [], here);
        const at = pair && joinPointer(`${pair.second.node.pointer}/on`, event);
        if (!at || told.has(at)) continue;
        told.add(at);
        reportPair(event, pair, at, report);
      }
      for (const [event, here] of places)
        earlier.set(event, tellingOf([...(earlier.get(event) ?? []), ...here]));
    }
  }
}

/** The teams of the steps in each state, itself included. */
function listTeams(sop: SopDefinition, tree: SopTree): Map<StateNode, ReadonlySet<string>> {
  const teams = new Map(tree.nodes.map((node) => [node, new Set<string>()]));
  // States stand after those around them.
  for (const node of tree.nodes.toReversed()) {
    const own = teams.get(node);
    if (node.type === 'atomic' && node.def.meta?.kind !== undefined) own?.add(teamOf(sop, node));
    const around = node.parent && teams.get(node.parent);
    for (const team of own ?? []) around?.add(team);
  }
  return teams;
}

/** Where the states of a region define each event. */
function eventsInside(
  region: StateNode,
  teamsIn: ReadonlyMap<StateNode, ReadonlySet<string>>,
): Map<string, Place[]> {
  const events = new Map<string, Place[]>();
  const visit = (node: StateNode): void => {
    const teams = teamsIn.get(node) ?? new Set();
    for (const event of Object.keys(node.def.on ?? {})) {
      if (event === CUSTOMER_MESSAGE) continue;
      const same = events.get(event);
      if (same) same.push({ node, teams });
      else events.set(event, [{ node, teams }]);
    }
    for (const child of node.children.values()) visit(child);
  };
  visit(region);
  return new Map([...events].map(([event, places]) => [event, tellingOf(places)]));
}

/** Of places with the same teams the first: the others would be in the same pairs. */
function tellingOf(places: Place[]): Place[] {
  const seen = new Map<string, Place>();
  for (const place of places) {
    const [only = '', ...more] = place.teams;
    const key = more.length > 0 ? ' several' : only;
    if (!seen.has(key)) seen.set(key, place);
  }
  return [...seen.values()];
}

/** As the running SOP tells it: the nearest answer on the way outwards, else the SOP's own. */
function teamOf(sop: SopDefinition, step: StateNode): string {
  const said = lineageOf(step).find((node) => node.parent !== null && node.def.meta?.team !== undefined);
  return said?.def.meta?.team ?? sop.meta.team;
}

interface Pair {
  first: Place;
  second: Place;
}

/** The first two places where the event would move the work of different teams. */
function findPair(earlier: Place[], here: Place[]): Pair | null {
  for (const second of here) {
    const first = earlier.find(({ teams }) => areDifferent(teams, second.teams));
    if (first) return { first, second };
  }
  return null;
}

function areDifferent(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((team) => [...others].some((other) => other !== team));
}

function reportPair(event: string, { first, second }: Pair, at: string, report: Report): void {
  const [one, two] = [first, second].map(({ node, teams }) => ({
    en: `\`${node.path}\` (team ${[...teams].join(', ')})`,
    zh: `\`${node.path}\`（团队 ${[...teams].join('、')}）`,
  }));
  report.warn(
    'shared-event',
    at,
    `\`${event}\` is known here, in ${two?.en}, and at the same time in ${one?.en}: without naming its step it moves both. Whoever sends it must say for which step it is; better give each its own name.`,
    `\`${event}\` 在此处 ${two?.zh} 与并行的 ${one?.zh} 都有定义：不指明步骤就会同时推进两处。发送该事件时必须指明步骤；最好使用不同的事件名。`,
  );
}
