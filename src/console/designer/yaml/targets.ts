import { isRecord } from './yaml-render';

/** One state of an SOP that is being written: whatever can be read of it. */
export interface StateEntry {
  /** Dotted path; empty for the SOP as a whole. */
  id: string;
  name: string;
  type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  def: Record<string, unknown>;
}

const TYPES = ['atomic', 'compound', 'parallel', 'final', 'history'] as const;

/** All states in the order of the text; the SOP itself comes first. */
export function listStates(value: unknown): StateEntry[] {
  const found: StateEntry[] = [];
  const visit = (def: unknown, id: string, name: string): void => {
    if (!isRecord(def) || found.length > 2_000) return;
    const states = isRecord(def['states']) ? def['states'] : {};
    const said = TYPES.find((type) => type === def['type']);
    const type = said ?? (Object.keys(states).length > 0 ? 'compound' : 'atomic');
    found.push({ id, name, type, def });
    for (const [key, child] of Object.entries(states)) visit(child, id === '' ? key : `${id}.${key}`, key);
  };
  visit(value, '', '');
  return found;
}

function parentOf(id: string): string {
  return id.split('.').slice(0, -1).join('.');
}

function join(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('.');
}

/**
 * The state that a target of `from` means: a sibling, `.child`, `a.b` or `#sop-id.path`. Null: there is no such state.
 * `ids`: those of all states.
 */
export function resolveTarget(
  ids: ReadonlySet<string>,
  sop: string,
  from: string,
  target: string,
): string | null {
  const id = target.startsWith('#')
    ? target === `#${sop}`
      ? ''
      : target.startsWith(`#${sop}.`)
        ? target.slice(sop.length + 2)
        : null
    : target.startsWith('.')
      ? join(from, target.slice(1))
      : join(parentOf(from), target);
  return id !== null && ids.has(id) ? id : null;
}

/** The shortest way to write that `from` leads to `to`. */
export function writeTarget(sop: string, from: string, to: string): string {
  const parent = parentOf(from);
  if (from !== '' && to.startsWith(`${from}.`)) return `.${to.slice(from.length + 1)}`;
  if (parent === '') return to;
  return to.startsWith(`${parent}.`) ? to.slice(parent.length + 1) : `#${sop}.${to}`;
}
