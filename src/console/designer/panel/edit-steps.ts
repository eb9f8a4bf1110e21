import { valueAt, wordsAt, type Edit } from '../yaml/edit-value';
import { addWay } from './edit-ways';
import { idFromTitle } from '../common/new-sop-yaml';
import type { StateEntry } from '../yaml/targets';
import { pathOfStep } from '../yaml/yaml-place';
import { isRecord } from '../yaml/yaml-render';
import type { YamlPath } from '../yaml/yaml-text';

export const NEW_KINDS = ['human', 'waits-for-customer', 'waits-for-others', 'choice', 'end'] as const;
export type NewKind = (typeof NEW_KINDS)[number];

export interface NewStep {
  kind: NewKind;
  /** Its id in its group. */
  name: string;
  en: string;
  zh: string;
  /** As it is written; empty for an end. */
  target: string;
}

const NAME = /^[\p{L}_][\p{L}\p{N}_-]{0,63}$/u;
/** JavaScript gives these a meaning of its own. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

/** Why a name cannot be a step's id; null when it can. */
export function faultOfName(name: string, taken: readonly string[]): 'badName' | 'taken' | null {
  if (!NAME.test(name) || UNSAFE.has(name)) return 'badName';
  return taken.includes(name) ? 'taken' : null;
}

/** Where a new step goes when a state is chosen: into a group, else behind the state. Empty: the SOP as a whole. */
export function placeOfNew(chosen: StateEntry): { group: string; after: string | undefined } {
  if (chosen.id === '' || chosen.type === 'compound') return { group: chosen.id, after: undefined };
  return { group: groupOf(chosen.id), after: chosen.name };
}

export function groupOf(id: string): string {
  return id.split('.').slice(0, -1).join('.');
}

/** The names of the states in a group. */
export function namesIn(value: unknown, group: string): string[] {
  const states = valueAt(value, [...pathOfStep(group), 'states']);
  return isRecord(states) ? Object.keys(states) : [];
}

/** Adds a step with what its kind needs, so that the check has little to say. */
export function addStep(value: unknown, group: string, after: string | undefined, step: NewStep): Edit[] {
  const path = [...pathOfStep(group), 'states', step.name];
  const behind = after ?? namesIn(value, group).at(-1);
  return [
    {
      act: 'set',
      path,
      value: stateOf(step, group === ''),
      ...(behind === undefined ? {} : { after: behind }),
    },
  ];
}

function stateOf({ kind, en, zh, target }: NewStep, isRoot: boolean): Record<string, unknown> {
  const title = { en, 'zh-CN': zh };
  const go = (words: string, chinese: string): Record<string, unknown> => ({
    target,
    meta: { title: { en: words, 'zh-CN': chinese } },
  });
  if (kind === 'end') {
    const outcome = isRoot ? { outcome: idFromTitle(en) || 'ended' } : {};
    return { type: 'final', meta: { ...outcome, title } };
  }
  if (kind === 'choice') return { always: [{ target }], meta: { title } };
  if (kind === 'waits-for-customer') {
    return {
      entry: { type: 'pause-clock' },
      exit: { type: 'resume-clock' },
      on: { CUSTOMER_MESSAGE: { target }, RESUME: go('Go on without waiting', '不再等待，继续处理') },
      after: { P3D: { target } },
      meta: { kind, title },
    };
  }
  if (kind === 'waits-for-others') {
    return { on: { CONTINUE: go('Go on', '继续处理') }, after: { P3D: { target } }, meta: { kind, title } };
  }
  return {
    on: { CONTINUE: go('Go on', '继续处理') },
    meta: {
      ...{ kind, title },
      instructions: {
        en: 'What is to be done here, and by which rules.',
        'zh-CN': '在此说明处理方法和规则。',
      },
      sla: { within: 'PT4H', clock: 'business' },
    },
  };
}

/** Takes a state out with everything in it. What leads there stays, and the check says so. */
export function removeStep(id: string): Edit[] {
  const path = pathOfStep(id);
  return [{ act: 'remove', path, keep: path.length - 1 }];
}

const ATTENDED = new Set(['human', 'waits-for-customer', 'waits-for-others']);

/** Somebody is there who may click. */
export function mayLeadOn({ type, def }: StateEntry): boolean {
  return type === 'atomic' && ATTENDED.has(wordsAt(def, ['meta', 'kind']));
}

/** A way with a free event and the title of what it leads to. */
export function addWayTo(
  state: unknown,
  path: YamlPath,
  target: string,
  titles: { en: string; zh: string },
): Edit[] {
  const events = valueAt(state, ['on']);
  const stem = eventFromTitle(titles.en) || 'NEXT';
  let key = stem;
  for (let nth = 2; isRecord(events) && Object.hasOwn(events, key); nth += 1) key = `${stem}_${nth}`;
  return addWay(path, { group: 'on', key, target, ...titles });
}

/** An event out of an English title: "Ask again" → `ASK_AGAIN`. */
export function eventFromTitle(title: string): string {
  return idFromTitle(title).replaceAll('-', '_').toUpperCase();
}
