import { growTree, listOf } from '../format/tree.js';
import type { NodeType, SopTree, StateNode } from '../format/tree.js';
import { diffTransitions } from './diff-transitions.js';
import type { DiffStatus, TransitionDiff } from './diff-transitions.js';
import { diffOrder, diffValues } from './diff-values.js';
import type { DiffChange } from './diff-values.js';
import type { JsonObject, SopDefinition } from '../common/model.js';
import type { Text } from '../common/text.js';

export type { DiffStatus, TransitionDiff } from './diff-transitions.js';
export type { DiffChange } from './diff-values.js';

export interface StepDiff {
  /** Path of the state: steps, phases around them, ends. */
  step: string;
  type: NodeType;
  title: Text | null;
  status: DiffStatus;
  /** `/meta/sla/within`, `/entry/0/params/text/en`, `/on` and `/states` (another order), … */
  changes: DiffChange[];
}

/** What differs between two texts of an SOP, in its meaning: spelling, comments and layout do not count. */
export interface SopDiff {
  same: boolean;
  /** In the order of the new SOP, removed ones at the end. */
  steps: StepDiff[];
  transitions: TransitionDiff[];
  /** What stands at the top: `/meta/sla/resolve`, `/context/amount`, … */
  root: DiffChange[];
}

/** Compares two SOPs. Their names must have been read (`parseSop`); whether they can run does not matter. */
export function diffSops(before: SopDefinition, after: SopDefinition): SopDiff {
  const [was, is] = [growTree(before), growTree(after)];
  const steps = diffSteps(was, is);
  const transitions = diffTransitions(was, is);
  const root = diffRoot(before, after, was, is);
  const same = root.length === 0 && [...steps, ...transitions].every(({ status }) => status === 'same');
  return { same, steps, transitions, root };
}

function diffSteps(before: SopTree, after: SopTree): StepDiff[] {
  const describe = (node: StateNode): Pick<StepDiff, 'step' | 'type' | 'title'> => ({
    step: node.path,
    type: node.type,
    title: node.def.meta?.title ?? null,
  });
  const present = after.nodes.slice(1).map((node): StepDiff => {
    const old = before.byPath.get(node.path);
    if (old === undefined) return { ...describe(node), status: 'added', changes: [] };
    const changes = diffNodes(old, node);
    return { ...describe(node), status: changes.length > 0 ? 'changed' : 'same', changes };
  });
  const gone = before.nodes.slice(1).filter(({ path }) => !after.byPath.has(path));
  return [
    ...present,
    ...gone.map((node): StepDiff => ({ ...describe(node), status: 'removed', changes: [] })),
  ];
}

function diffNodes(before: StateNode, after: StateNode): DiffChange[] {
  return [...diffValues(contentOf(before), contentOf(after)), ...diffOrders(before, after)];
}

/** In which order buttons and steps stand is seen by people. */
function diffOrders(before: StateNode, after: StateNode): DiffChange[] {
  const events = ({ def }: StateNode): string[] => Object.keys(def.on ?? {});
  return [
    ...diffOrder(events(before), events(after), '/on'),
    ...diffOrder([...before.children.keys()], [...after.children.keys()], '/states'),
  ];
}

/** A state without its transitions and without the states in it; one of something is a list of one. */
function contentOf({ type, def }: StateNode): JsonObject {
  const { on, after, always, onDone, states, invoke, entry, exit, ...rest } = def;
  void [on, after, always, onDone, states];
  const calls = listOf(invoke).map(({ onDone: done, onError, ...call }) => {
    void [done, onError];
    return call;
  });
  const content = { ...rest, type, invoke: calls, entry: listOf(entry), exit: listOf(exit) };
  return JSON.parse(JSON.stringify(content)) as JsonObject;
}

function diffRoot(before: SopDefinition, after: SopDefinition, was: SopTree, is: SopTree): DiffChange[] {
  const whole = (sop: SopDefinition, { root }: SopTree): JsonObject => ({
    ...contentOf(root),
    meta: JSON.parse(JSON.stringify(sop.meta)) as JsonObject,
  });
  return [...diffValues(whole(before, was), whole(after, is)), ...diffOrders(was.root, is.root)];
}
