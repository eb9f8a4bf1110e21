import type {
  ActionDef,
  InvokeDef,
  SopDefinition,
  StateDef,
  TransitionDef,
  Transitions,
} from '../common/model.js';
import { joinPointer } from './positions.js';

export type NodeType = 'atomic' | 'compound' | 'parallel' | 'final' | 'history';

/** A state of the SOP with its surroundings. */
export interface StateNode {
  /** Dotted path without the machine's id; '' for the root. */
  path: string;
  key: string;
  pointer: string;
  type: NodeType;
  def: StateDef;
  parent: StateNode | null;
  children: Map<string, StateNode>;
}

export type WaySlot = 'on' | 'after' | 'always' | 'state-done' | 'call-done' | 'call-error';

/** One candidate of one way out of a state. */
export interface Way {
  from: StateNode;
  slot: WaySlot;
  /** The event's name, the duration, or the id of the call; '' for `always` and `onDone`. */
  name: string;
  def: TransitionDef;
  pointer: string;
  /** Pointer of the target's name; the candidate itself when it is written as a mere name. */
  targetPointer: string;
  /** All candidates of this way out, in the order in which they are tried, and which turn this one takes, from 0. */
  candidates: readonly Way[];
  turn: number;
  /** One that is tried before has no guard, so this one never is. */
  isShadowed: boolean;
  invoke?: InvokeDef;
}

export interface SopTree {
  id: string;
  root: StateNode;
  /** In document order, the root first. */
  nodes: StateNode[];
  byPath: ReadonlyMap<string, StateNode>;
  ways: ReadonlyMap<StateNode, Way[]>;
}

/** A list of one thing, several, or none. */
export function listOf<T>(value: T | T[] | undefined): T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The states of an SOP and the ways between them. */
export function growTree(sop: SopDefinition): SopTree {
  const nodes: StateNode[] = [];
  const add = (def: StateDef, key: string, pointer: string, parent: StateNode | null): StateNode => {
    const path = parent === null ? '' : parent.path === '' ? key : `${parent.path}.${key}`;
    const node: StateNode = { path, key, pointer, type: typeOf(def), def, parent, children: new Map() };
    nodes.push(node);
    for (const [name, child] of Object.entries(def.states ?? {})) {
      node.children.set(name, add(child, name, joinPointer(`${pointer}/states`, name), node));
    }
    return node;
  };
  const { meta, ...machine } = sop;
  const root = add({ ...machine, meta: { title: meta.title } }, sop.id, '', null);
  return {
    id: sop.id,
    root,
    nodes,
    byPath: new Map(nodes.map((node) => [node.path, node])),
    ways: new Map(nodes.map((node) => [node, waysOf(node)])),
  };
}

function typeOf(def: StateDef): NodeType {
  if (def.type) return def.type;
  if (Object.keys(def.states ?? {}).length > 0) return 'compound';
  return def.history ? 'history' : 'atomic';
}

function waysOf(node: StateNode): Way[] {
  const { def, pointer } = node;
  const ways: Way[] = [];
  const add = (
    slot: WaySlot,
    name: string,
    given: Transitions | undefined,
    at: string,
    invoke?: InvokeDef,
  ): void => {
    const candidates: Way[] = [];
    let isShadowed = false;
    for (const [i, candidate] of listOf<string | TransitionDef>(given).entries()) {
      const own = Array.isArray(given) ? joinPointer(at, i) : at;
      const written = typeof candidate === 'string';
      const way: Way = {
        from: node,
        slot,
        name,
        def: written ? { target: candidate } : candidate,
        pointer: own,
        targetPointer: written ? own : `${own}/target`,
        candidates,
        turn: i,
        isShadowed,
        ...(invoke ? { invoke } : {}),
      };
      ways.push(way);
      candidates.push(way);
      isShadowed ||= way.def.guard === undefined;
    }
  };
  for (const [event, given] of Object.entries(def.on ?? {}))
    add('on', event, given, joinPointer(`${pointer}/on`, event));
  for (const [key, given] of Object.entries(def.after ?? {}))
    add('after', key, given, joinPointer(`${pointer}/after`, key));
  add('always', '', def.always, `${pointer}/always`);
  add('state-done', '', def.onDone, `${pointer}/onDone`);
  for (const { invoke, at } of invokesOf(node)) {
    add('call-done', invoke.id, invoke.onDone, `${at}/onDone`, invoke);
    add('call-error', invoke.id, invoke.onError, `${at}/onError`, invoke);
  }
  return ways;
}

/** The calls of a state and where they stand. */
export function invokesOf(node: StateNode): { invoke: InvokeDef; at: string }[] {
  const at = `${node.pointer}/invoke`;
  return listOf(node.def.invoke).map((invoke, i) => ({
    invoke,
    at: Array.isArray(node.def.invoke) ? joinPointer(at, i) : at,
  }));
}

/** Actions and where they stand. */
export function actionsAt(
  given: ActionDef | ActionDef[] | undefined,
  at: string,
): { action: ActionDef; at: string }[] {
  return listOf(given).map((action, i) => ({ action, at: Array.isArray(given) ? joinPointer(at, i) : at }));
}

/** The state itself and all around it, innermost first. */
export function lineageOf(node: StateNode): StateNode[] {
  return node.parent === null ? [node] : [node, ...lineageOf(node.parent)];
}

/** Where a target leads, by XState's rules: `sibling`, `sibling.child`, `.child`, `#sop-id.path`; null when nowhere. */
export function resolveTarget(tree: SopTree, from: StateNode, target: string): StateNode | null {
  const [first = '', ...rest] = target.split('.');
  if (first.startsWith('#')) return first === `#${tree.id}` ? descend(tree.root, rest) : null;
  if (first === '') return from.type === 'history' ? null : descend(from, rest);
  return descend(from.parent ?? from, [first, ...rest]);
}

function descend(from: StateNode, keys: string[]): StateNode | null {
  let node: StateNode | undefined = from;
  for (const key of keys) {
    node = node.children.get(key);
    if (!node) return null;
  }
  return node;
}

/** What could be written as a target here, for hints. */
export function targetsNear(tree: SopTree, from: StateNode): string[] {
  const siblings = [...(from.parent ?? from).children.keys()];
  const inside = [...from.children.keys()].map((key) => `.${key}`);
  return [
    ...siblings,
    ...inside,
    ...tree.nodes.map((node) => `#${tree.id}${node.path ? '.' : ''}${node.path}`),
  ];
}
