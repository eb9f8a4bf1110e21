import type { SopDefinition } from '../model.js';
import { joinPointer } from '../parse/positions.js';
import { CUSTOMER_MESSAGE } from '../ways-out.js';
import type { Report } from './report.js';
import { lineageOf } from './tree.js';
import type { SopTree, StateNode } from './tree.js';

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
  for (const fork of tree.nodes.filter((node) => node.type === 'parallel')) {
    const earlier = new Map<string, Place[]>();
    for (const region of fork.children.values()) {
      const places = eventsInside(sop, tree, region);
      for (const [event, here] of places) {
        const pair = findPair(earlier.get(event) ?? [], here);
        const at = pair && joinPointer(`${pair.second.node.pointer}/on`, event);
        if (!at || told.has(at)) continue;
        told.add(at);
        reportPair(event, pair, at, report);
      }
      for (const [event, here] of places) earlier.set(event, [...(earlier.get(event) ?? []), ...here]);
    }
  }
}

/** Where the states of a region define each event. */
function eventsInside(sop: SopDefinition, tree: SopTree, region: StateNode): Map<string, Place[]> {
  const inside = tree.nodes.filter((node) => isIn(node, region));
  const events = new Map<string, Place[]>();
  for (const node of inside) {
    const steps = inside.filter(
      (step) => step.type === 'atomic' && step.def.meta?.kind !== undefined && isIn(step, node),
    );
    const teams = new Set(steps.map((step) => teamOf(sop, step)));
    for (const event of Object.keys(node.def.on ?? {})) {
      if (event !== CUSTOMER_MESSAGE) events.set(event, [...(events.get(event) ?? []), { node, teams }]);
    }
  }
  return events;
}

function isIn(node: StateNode, around: StateNode): boolean {
  return node === around || node.path.startsWith(`${around.path}.`);
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
