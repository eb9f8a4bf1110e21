import { valueAt, wordsAt, type Edit } from '../yaml/edit-value';
import { listWays } from './edit-ways';
import { listStates, resolveTarget, type StateEntry } from '../yaml/targets';
import { pathOfStep } from '../yaml/yaml-place';
import type { YamlPath } from '../yaml/yaml-text';

/** A place of an SOP that names a state. */
export interface Reference {
  path: YamlPath;
  /** Id of the state that it means. */
  to: string;
  written: string;
  /** How much of the state's id is not written, because it is clear from where the name stands. */
  unsaid: number;
}

/** All places that name a state which exists. */
export function listReferences(value: unknown): Reference[] {
  const states = listStates(value);
  const ids = new Set(states.map(({ id }) => id));
  const sop = wordsAt(value, ['id']);
  const inStates = states.flatMap((state) => [
    ...initialOf(state, ids),
    ...targetsOf(state).flatMap(({ path, written }) => {
      const to = resolveTarget(ids, sop, state.id, written);
      return to === null ? [] : [{ path, to, written, unsaid: unsaidOf(state.id, written) }];
    }),
  ]);
  return [...inStates, ...rootNames(value, ids)];
}

/** Gives a state another name, and with it everything that names it or what is inside of it. */
export function renameStep(value: unknown, id: string, to: string): Edit[] {
  const depth = id.split('.').length - 1;
  const edits = listReferences(value)
    .filter((one) => one.to === id || one.to.startsWith(`${id}.`))
    .flatMap(({ path, written, unsaid }): Edit[] => {
      const words = renameIn(written, depth - unsaid, to);
      return words === written ? [] : [{ act: 'set', path, value: words }];
    });
  return [...edits, { act: 'rename', path: pathOfStep(id), to }];
}

/** The name at a place of what is written; a place before its beginning is not written at all. */
function renameIn(written: string, at: number, to: string): string {
  if (at < 0) return written;
  // The id of the SOP, or nothing before the dot, is no name of a state.
  const shift = written.startsWith('#') || written.startsWith('.') ? 1 : 0;
  const names = written.split('.');
  names[at + shift] = to;
  return names.join('.');
}

function unsaidOf(from: string, written: string): number {
  if (written.startsWith('#')) return 0;
  const depth = from === '' ? 0 : from.split('.').length;
  return written.startsWith('.') ? depth : Math.max(depth - 1, 0);
}

function initialOf({ id, def }: StateEntry, ids: ReadonlySet<string>): Reference[] {
  const written = wordsAt(def, ['initial']);
  const to = id === '' ? written : `${id}.${written}`;
  if (written === '' || !ids.has(to)) return [];
  const unsaid = id === '' ? 0 : id.split('.').length;
  return [{ path: [...pathOfStep(id), 'initial'], to, written, unsaid }];
}

function targetsOf({ id, def, type }: StateEntry): { path: YamlPath; written: string }[] {
  const at = pathOfStep(id);
  const ways = listWays(def, at).flatMap((way) => {
    const written = wordsAt(way.def, ['target']);
    return written === '' ? [] : [{ path: way.isPlain ? way.path : [...way.path, 'target'], written }];
  });
  const own = type === 'history' ? wordsAt(def, ['target']) : '';
  return own === '' ? ways : [...ways, { path: [...at, 'target'], written: own }];
}

/** The SOP as a whole names steps by their whole id. */
function rootNames(value: unknown, ids: ReadonlySet<string>): Reference[] {
  const rules = valueAt(value, ['meta', 'never']);
  const paths: YamlPath[] = [
    ['meta', 'reopenAt'],
    ...(Array.isArray(rules) ? rules.map((_, index) => ['meta', 'never', index, 'step']) : []),
  ];
  return paths.flatMap((path) => {
    const written = wordsAt(value, path);
    return written !== '' && ids.has(written) ? [{ path, to: written, written, unsaid: 0 }] : [];
  });
}
