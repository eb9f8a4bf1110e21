import { isRecord } from './yaml-render';
import type { YamlPath } from './yaml-text';

/** A part of a text and what stands there instead. */
export interface TextChange {
  from: number;
  to: number;
  insert: string;
}

/** What somebody wants changed in an SOP, said without its layout. */
export type Edit =
  /** Puts a value at a path; what leads there is made. `after`: a new key comes behind this one, not at the end. */
  | { act: 'set'; path: YamlPath; value: unknown; after?: string }
  /** Takes a value away, and the mappings and lists that were empty without it, down to `keep` keys of the path (1). */
  | { act: 'remove'; path: YamlPath; keep?: number }
  /** Gives a key another name at the same place. */
  | { act: 'rename'; path: YamlPath; to: string }
  /** Exchanges two items of a list, or two keys of a mapping with what stands there. */
  | { act: 'swap'; path: YamlPath; a: number; b: number }
  /** Makes a value the only item of a list. */
  | { act: 'wrap'; path: YamlPath };

/** The value at a path; undefined when there is none. */
export function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((at, key) => (isHolder(at) ? childOf(at, key) : undefined), value);
}

/** The edit on plain values: what must be read from the text afterwards. */
export function applyToValue(value: unknown, edit: Edit): unknown {
  const [key, ...rest] = edit.path;
  if (key === undefined) return applyHere(value, edit);
  if (rest.length === 0 && edit.act === 'remove') return isHolder(value) ? without(value, key) : value;
  if (rest.length === 0 && edit.act === 'rename')
    return isRecord(value) ? renamed(value, key, edit.to) : value;
  if (rest.length === 0 && edit.act === 'set' && isRecord(value)) return withKey(value, String(key), edit);
  const holder = isHolder(value) ? value : typeof key === 'number' ? [] : {};
  return withChild(holder, key, applyToValue(childOf(holder, key), { ...edit, path: rest }));
}

/** The path of what goes with a removal: the value, or the outermost thing that would be empty without it. */
export function prunedPath(value: unknown, path: YamlPath, keep = 1): YamlPath {
  let at = path;
  while (at.length > keep) {
    const holder = valueAt(value, at.slice(0, -1));
    if (!isHolder(holder) || Object.keys(holder).length > 1) return at;
    at = at.slice(0, -1);
  }
  return at;
}

/** The words at a path; empty when something else stands there. */
export function wordsAt(value: unknown, path: YamlPath): string {
  const words = valueAt(value, path);
  return typeof words === 'string' || typeof words === 'number' ? String(words) : '';
}

type Holder = Record<string, unknown> | unknown[];

function isHolder(value: unknown): value is Holder {
  return isRecord(value) || Array.isArray(value);
}

function applyHere(value: unknown, edit: Edit): unknown {
  if (edit.act === 'set') return edit.value;
  if (edit.act === 'wrap') return [value];
  if (edit.act !== 'swap' || !isHolder(value)) return value;
  if (isRecord(value)) return Object.fromEntries(swapped(Object.entries(value), edit.a, edit.b));
  return swapped(value, edit.a, edit.b);
}

function swapped<T>(list: readonly T[], a: number, b: number): T[] {
  const [one, two] = [list[a], list[b]];
  return one === undefined || two === undefined
    ? [...list]
    : list.map((item, index) => (index === a ? two : index === b ? one : item));
}

function withKey(map: Record<string, unknown>, key: string, to: { value: unknown; after?: string }): Holder {
  const { value, after } = to;
  if (after === undefined || Object.hasOwn(map, key) || !Object.hasOwn(map, after))
    return { ...map, [key]: value };
  const entries = Object.entries(map);
  entries.splice(entries.findIndex(([name]) => name === after) + 1, 0, [key, value]);
  return Object.fromEntries(entries);
}

function childOf(holder: Holder, key: string | number): unknown {
  if (Array.isArray(holder)) return holder[Number(key)];
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function withChild(holder: Holder, key: string | number, inner: unknown): Holder {
  if (!Array.isArray(holder)) return { ...holder, [key]: inner };
  const items = [...holder];
  items[Number(key)] = inner;
  return items;
}

function without(holder: Holder, key: string | number): Holder {
  if (Array.isArray(holder)) return holder.filter((_, index) => index !== Number(key));
  return Object.fromEntries(Object.entries(holder).filter(([name]) => name !== String(key)));
}

function renamed(map: Record<string, unknown>, key: string | number, to: string): unknown {
  return Object.fromEntries(Object.entries(map).map(([name, inner]) => [name === key ? to : name, inner]));
}
