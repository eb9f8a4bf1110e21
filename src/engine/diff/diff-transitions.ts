import { listOf, resolveTarget } from '../format/tree.js';
import type { SopTree, Way } from '../format/tree.js';
import { diffValues } from './diff-values.js';
import type { DiffChange } from './diff-values.js';
import type { JsonObject } from '../common/model.js';
import type { Text } from '../common/text.js';

export type DiffStatus = 'added' | 'removed' | 'changed' | 'same';

export interface TransitionDiff {
  /** Path of the state; empty for the root. */
  from: string;
  /** As visits say how they were left: `APPROVE`, `after PT4H`, `done.order`, `error.order`; `always`, `done`. */
  event: string;
  /** Path of the state it leads to (led to, when it was removed); null: the ticket stays. */
  to: string | null;
  /** The name on the button. */
  title: Text | null;
  status: DiffStatus;
  /** `/target`, `/guard/params/expr`, `/actions/0/…`, `/order` (its turn among the ways of one event), … */
  changes: DiffChange[];
}

interface Pair {
  before: Way | null;
  after: Way | null;
}

/** The ways out of all states, in the order of the new SOP; removed ones after the others of their state. */
export function diffTransitions(before: SopTree, after: SopTree): TransitionDiff[] {
  const [was, is] = [groupWays(before), groupWays(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) =>
    diffCandidates({ tree: before, ways: was.get(key) ?? [] }, { tree: after, ways: is.get(key) ?? [] }),
  );
}

interface Side {
  tree: SopTree;
  ways: Way[];
}

/** Ways of one state for one event belong together: they are tried in turn. */
function groupWays(tree: SopTree): Map<string, Way[]> {
  const groups = new Map<string, Way[]>();
  for (const node of tree.nodes)
    for (const way of tree.ways.get(node) ?? []) {
      const key = JSON.stringify([node.path, way.slot, way.name]);
      groups.set(key, [...(groups.get(key) ?? []), way]);
    }
  return groups;
}

function diffCandidates(before: Side, after: Side): TransitionDiff[] {
  const pairs = pairUp(before, after);
  const turnBefore = turnsOf(
    before.ways,
    new Set(pairs.flatMap((p) => (p.before && p.after ? [p.before] : []))),
  );
  const turnAfter = turnsOf(
    after.ways,
    new Set(pairs.flatMap((p) => (p.before && p.after ? [p.after] : []))),
  );
  return pairs.map((pair) => {
    const way = pair.after ?? pair.before;
    const tree = pair.after ? after.tree : before.tree;
    if (way === null) throw new Error('a pair of transitions has at least one');
    const described = {
      from: way.from.path,
      event: nameOf(way),
      to: targetOf(tree, way),
      title: way.def.meta?.title ?? null,
    };
    if (pair.after === null) return { ...described, status: 'removed', changes: [] };
    if (pair.before === null) return { ...described, status: 'added', changes: [] };
    const changes = diffValues(contentOf(before.tree, pair.before), contentOf(after.tree, pair.after));
    const was = turnBefore.get(pair.before) ?? 0;
    const is = turnAfter.get(pair.after) ?? 0;
    if (was !== is) changes.push({ path: '/order', kind: 'changed', before: was, after: is });
    return { ...described, status: changes.length > 0 ? 'changed' : 'same', changes };
  });
}

/** The same transition in both: equal ones first, then those that lead to the same place, then in their order. */
function pairUp(before: Side, after: Side): Pair[] {
  const partners = new Map<Way, Way>();
  const taken = new Set<Way>();
  const pairBy = (keyOf: (side: Side, way: Way) => string): void => {
    const free = new Map<string, Way[]>();
    for (const way of before.ways) {
      if (taken.has(way)) continue;
      const same = free.get(keyOf(before, way));
      if (same === undefined) free.set(keyOf(before, way), [way]);
      else same.push(way);
    }
    for (const way of after.ways) {
      const partner = partners.has(way) ? undefined : free.get(keyOf(after, way))?.shift();
      if (partner === undefined) continue;
      partners.set(way, partner);
      taken.add(partner);
    }
  };
  pairBy(({ tree }, way) => JSON.stringify(contentOf(tree, way)));
  pairBy(({ tree }, way) => targetOf(tree, way) ?? '');
  pairBy(() => '');
  return [
    ...after.ways.map((way) => ({ before: partners.get(way) ?? null, after: way })),
    ...before.ways.filter((way) => !taken.has(way)).map((way) => ({ before: way, after: null })),
  ];
}

/** Which turn each of the ways that both SOPs have takes among them, from 1. */
function turnsOf(ways: Way[], paired: ReadonlySet<Way>): Map<Way, number> {
  return new Map(ways.filter((way) => paired.has(way)).map((way, i) => [way, i + 1]));
}

/** What a transition means, however it is written. */
function contentOf(tree: SopTree, way: Way): JsonObject {
  const { guard, actions, reenter = false, description, meta } = way.def;
  const content = {
    target: targetOf(tree, way),
    guard,
    actions: listOf(actions),
    reenter,
    description,
    meta,
  };
  return JSON.parse(JSON.stringify(content)) as JsonObject;
}

function targetOf(tree: SopTree, { from, def }: Way): string | null {
  if (def.target === undefined) return null;
  return resolveTarget(tree, from, def.target)?.path ?? def.target;
}

function nameOf({ slot, name }: Way): string {
  switch (slot) {
    case 'on':
      return name;
    case 'after':
      return `after ${name}`;
    case 'always':
      return 'always';
    case 'state-done':
      return 'done';
    case 'call-done':
      return `done.${name}`;
    case 'call-error':
      return `error.${name}`;
  }
}
