import type { Edit } from '../yaml/edit-value';
import type { PanelWay } from './edit-ways';
import { pointerOfPath } from '../yaml/yaml-place';

/* An event may lead to several places: its alternatives are tried in order, the first whose condition holds is taken. */

/** Ways by what makes them happen: one of each, or all alternatives of it. */
export function groupWays(ways: readonly PanelWay[]): PanelWay[][] {
  const groups = new Map<string, PanelWay[]>();
  for (const way of ways) {
    const key = pointerOfPath(way.keyPath);
    groups.set(key, [...(groups.get(key) ?? []), way]);
  }
  return [...groups.values()];
}

export function hasCondition(way: PanelWay): boolean {
  return way.def['guard'] !== undefined;
}

/** It can never be taken: one before it is always open. */
export function isShadowed(ways: readonly PanelWay[], index: number): boolean {
  return ways.slice(0, index).some((way) => !hasCondition(way));
}

/**
 * Adds an alternative under a condition, before the one that is always open. It begins as a copy of the last one, so that
 * nothing happens otherwise until somebody says so.
 */
export function addAlternative(ways: readonly PanelWay[], expr: string): Edit[] {
  const last = ways.at(-1);
  if (!last) return [];
  const { target, guard: _, ...rest } = last.def;
  const guard = { type: 'cel', params: { expr, why: { en: '', 'zh-CN': '' } } };
  const value = { ...(target === undefined ? {} : { target }), guard, ...rest };
  const count = ways.length;
  const at = last.keyPath;
  const edits: Edit[] = last.nth === null ? [{ act: 'wrap', path: at }] : [];
  edits.push({ act: 'set', path: [...at, count], value });
  if (!hasCondition(last)) edits.push({ act: 'swap', path: at, a: count - 1, b: count });
  return edits;
}
