import type { Json, JsonObject } from '../common/model.js';
import { pointerToken } from '../common/names.js';

/** One difference inside a step, a transition or the SOP's own part. */
export interface DiffChange {
  /** JSON pointer from the step, the transition or the SOP; into the new text, or the old one for what was removed. */
  path: string;
  kind: 'added' | 'removed' | 'changed';
  /** Null for what was added. */
  before: Json;
  /** Null for what was removed. */
  after: Json;
}

/**
 * What differs between two values, as near to the difference as it can be named. Entries of lists that have ids are
 * found again by them. The order of fields counts where people see it: in forms.
 */
export function diffValues(before: Json | undefined, after: Json | undefined, path = ''): DiffChange[] {
  if (after === undefined)
    return before === undefined ? [] : [{ path, kind: 'removed', before, after: null }];
  if (before === undefined) return [{ path, kind: 'added', before: null, after }];
  if (isObject(before) && isObject(after)) return diffObjects(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, path);
  return before === after ? [] : [{ path, kind: 'changed', before, after }];
}

/** A change when what both have stands in another order. */
export function diffOrder(before: readonly string[], after: readonly string[], path: string): DiffChange[] {
  const both = (names: readonly string[], others: readonly string[]): string[] => {
    const known = new Set(others);
    return names.filter((name) => known.has(name));
  };
  const [was, is] = [both(before, after), both(after, before)];
  return was.every((name, i) => name === is[i]) ? [] : [{ path, kind: 'changed', before: was, after: is }];
}

/** Fields of a form are shown in the order in which they are written. */
const SHOWN_IN_ORDER = /\/properties$/;

function diffObjects(before: JsonObject, after: JsonObject, path: string): DiffChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const own = (value: JsonObject, name: string): Json | undefined =>
    Object.hasOwn(value, name) ? value[name] : undefined;
  const inside = names.flatMap((name) =>
    diffValues(own(before, name), own(after, name), `${path}/${pointerToken(name)}`),
  );
  const order = SHOWN_IN_ORDER.test(path) ? diffOrder(Object.keys(before), Object.keys(after), path) : [];
  return [...order, ...inside];
}

function diffLists(before: Json[], after: Json[], path: string): DiffChange[] {
  const [was, is] = [idsOf(before), idsOf(after)];
  if (was !== null && is !== null) return diffById(before, after, was, is, path);
  const simple = [...before, ...after].every((item) => typeof item !== 'object' || item === null);
  if (simple)
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, kind: 'changed', before, after }];
  const longest = Math.max(before.length, after.length);
  return Array.from({ length: longest }, (_, i) => diffValues(before[i], after[i], `${path}/${i}`)).flat();
}

function diffById(before: Json[], after: Json[], was: string[], is: string[], path: string): DiffChange[] {
  const old = new Map(was.map((id, i) => [id, before[i]]));
  const kept = is.flatMap((id, i) => diffValues(old.get(id), after[i], `${path}/${i}`));
  const stays = new Set(is);
  const gone = was.flatMap((id, i) =>
    stays.has(id) ? [] : diffValues(before[i], undefined, `${path}/${i}`),
  );
  return [...diffOrder(was, is, path), ...kept, ...gone];
}

/** The ids of a list whose entries all have one of their own; null for any other list. */
function idsOf(list: Json[]): string[] | null {
  const ids = list.map((item) => (isObject(item) && typeof item.id === 'string' ? item.id : null));
  const named = ids.filter((id) => id !== null);
  return named.length === list.length && new Set(named).size === list.length ? named : null;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
