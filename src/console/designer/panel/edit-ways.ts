import { wordsAt, type Edit } from '../yaml/edit-value';
import { isRecord } from '../yaml/yaml-render';
import type { YamlPath } from '../yaml/yaml-text';

export type WayGroup = 'on' | 'after' | 'always' | 'onDone' | 'done' | 'error';

/** One way out of a state, however it is written. */
export interface PanelWay {
  group: WayGroup;
  /** The event, the delay, or the id of the call; empty for what is passed at once. */
  key: string;
  path: YamlPath;
  /** The path of its key, for another name. */
  keyPath: YamlPath;
  /** A name alone was written: its target. */
  isPlain: boolean;
  def: Record<string, unknown>;
  /** It is one of several that are tried in order. */
  nth: number | null;
}

/** All ways out of a state in the order in which people think of them. `path`: where the state stands. */
export function listWays(state: unknown, path: YamlPath): PanelWay[] {
  if (!isRecord(state)) return [];
  const ways = (['on', 'after'] as const).flatMap((group) =>
    Object.entries(isRecord(state[group]) ? state[group] : {}).flatMap(([key, value]) =>
      readWays(value, group, key, [...path, group, key]),
    ),
  );
  const calls = asList(state['invoke']).flatMap((call, index) => {
    if (!isRecord(call)) return [];
    const at = Array.isArray(state['invoke']) ? [...path, 'invoke', index] : [...path, 'invoke'];
    const id = wordsAt(call, ['id']);
    return [
      ...readWays(call['onDone'], 'done', id, [...at, 'onDone']),
      ...readWays(call['onError'], 'error', id, [...at, 'onError']),
    ];
  });
  return [
    ...ways,
    ...readWays(state['always'], 'always', '', [...path, 'always']),
    ...readWays(state['onDone'], 'onDone', '', [...path, 'onDone']),
    ...calls,
  ];
}

function asList(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function readWays(value: unknown, group: WayGroup, key: string, path: YamlPath): PanelWay[] {
  return asList(value).map((one, index) => ({
    ...{ group, key, keyPath: path },
    path: Array.isArray(value) ? [...path, index] : path,
    isPlain: typeof one === 'string',
    def: typeof one === 'string' ? { target: one } : isRecord(one) ? one : {},
    nth: Array.isArray(value) ? index + 1 : null,
  }));
}

/** Sets something inside of a way; one that is written as its target alone gets its long form first. */
export function setInWay(way: PanelWay, inner: YamlPath, value: unknown): Edit[] {
  const edit: Edit = { act: 'set', path: [...way.path, ...inner], value };
  return way.isPlain ? [{ act: 'set', path: way.path, value: way.def }, edit] : [edit];
}

export function removeInWay(way: PanelWay, inner: YamlPath): Edit[] {
  return way.isPlain ? [] : [{ act: 'remove', path: [...way.path, ...inner], keep: way.path.length + 1 }];
}

/** Leads a way elsewhere. Null: the ticket stays where it is. */
export function setTarget(way: PanelWay, target: string | null): Edit[] {
  if (target === null) return way.isPlain ? [] : removeInWay(way, ['target']);
  return way.isPlain ? [{ act: 'set', path: way.path, value: target }] : setInWay(way, ['target'], target);
}

/** The condition of a way; without one it is always open. */
export function setCondition(way: PanelWay, expr: string): Edit[] {
  if (expr.trim() === '') return removeInWay(way, ['guard']);
  if (isRecord(way.def['guard'])) return setInWay(way, ['guard', 'params', 'expr'], expr);
  const params = { expr, why: { en: '', 'zh-CN': '' } };
  return setInWay(way, ['guard'], { type: 'cel', params });
}

export interface NewWay {
  group: 'on' | 'after';
  /** The event, or the delay. */
  key: string;
  /** Null: the ticket stays in the step. */
  target: string | null;
  en: string;
  zh: string;
}

/** Adds a way out. What nobody clicks needs no title. */
export function addWay(path: YamlPath, { group, key, target, en, zh }: NewWay): Edit[] {
  const lead = target === null ? {} : { target };
  const meta = en === '' && zh === '' ? {} : { meta: { title: { en, 'zh-CN': zh } } };
  return [{ act: 'set', path: [...path, group, key], value: { ...lead, ...meta } }];
}

/** Takes a way out, or one alternative of it. */
export function removeWay(way: Pick<PanelWay, 'group' | 'path'>): Edit[] {
  // `on` goes with its last event, the state never.
  const depth = way.path.lastIndexOf(way.group === 'done' || way.group === 'error' ? 'invoke' : way.group);
  return [{ act: 'remove', path: way.path, keep: depth + 1 }];
}
