import { assignedKeys } from '../../../src/engine/check/loops.js';
import { propertiesOf } from '../../../src/engine/check/values.js';
import type {
  JsonObject,
  JsonSchema,
  SopDefinition,
  StateDef,
  TransitionDef,
} from '../../../src/engine/common/model.js';
import { actionsAt, growTree, invokesOf } from '../../../src/engine/format/tree.js';
import type { SopTree, StateNode, Way } from '../../../src/engine/format/tree.js';

/** A place in an SOP at which it can be broken. */
export interface Spot {
  at: string;
  /** Breaks a copy of the SOP at the same place. */
  breakIt: (sop: SopDefinition, node: StateNode, tree: SopTree) => void;
}
export const title = { en: 'Title', 'zh-CN': '标题' };
const why = { en: 'Why', 'zh-CN': '原因' };

export function spot(
  { path }: StateNode,
  breakIt: (node: StateNode, tree: SopTree) => unknown,
  breakAll: (sop: SopDefinition) => void = () => undefined,
): Spot {
  return {
    at: path,
    breakIt: (sop, node, tree) => {
      breakIt(node, tree);
      breakAll(sop);
    },
  };
}

export function waysOf(node: StateNode, tree: SopTree, slot: Way['slot']): Way[] {
  return (tree.ways.get(node) ?? []).filter((way) => way.slot === slot);
}

export function calls(
  node: StateNode,
  breakIt: (invoke: ReturnType<typeof invokesOf>[number]['invoke']) => unknown,
): Spot[] {
  return invokesOf(node).map((_, i) =>
    spot(node, (copy) => {
      const found = invokesOf(copy)[i];
      if (found) breakIt(found.invoke);
    }),
  );
}

export function formOf({ def, from }: Way): JsonSchema | undefined {
  const form = def.meta?.form;
  return form === true ? from.def.meta?.form : form;
}

export const requiredOf = (form: JsonSchema | undefined): string[] =>
  Array.isArray(form?.required) ? form.required.filter((name) => typeof name === 'string') : [];

export function formSpots(node: StateNode, breakIt: (form: JsonSchema) => unknown): Spot[] {
  if (!node.parent || !node.def.meta?.form) return [];
  return [spot(node, ({ def }) => def.meta?.form && breakIt(def.meta.form))];
}

export function firstField(form: JsonSchema, field: JsonObject): void {
  const [name] = Object.keys(propertiesOf(form));
  if (name !== undefined) Object.assign(form.properties as JsonObject, { [name]: field });
}

export function dropAssigns(sop: SopDefinition, key: string): void {
  const tree = growTree(sop);
  for (const node of tree.nodes) {
    const { entry, exit, meta } = node.def;
    const ways = (tree.ways.get(node) ?? []).map(({ def }) => def.actions);
    for (const given of [entry, exit, meta?.sla?.onWarn, meta?.sla?.onBreach, ...ways])
      for (const { action } of actionsAt(given, ''))
        if (action.type === 'assign' && assignedKeys(action).includes(key)) {
          Reflect.deleteProperty(action.params.set, key);
          if (Object.keys(action.params.set).length === 0) action.params.set = { ...spare(sop, key) };
        }
  }
}

/** An `assign` of nothing would be a fault of its own. */
function spare(sop: SopDefinition, key: string): Record<string, string> {
  const [other] = Object.keys(sop.context).filter((name) => name !== key);
  return other === undefined ? {} : { [other]: `context.${other}` };
}

/** The events of a step that have no meaning of their own. */
export function ownEvents(node: StateNode): string[] {
  return Object.keys(node.def.on ?? {}).filter(
    (event) => /^[A-Z_]+$/.test(event) && !['ESCALATE', 'SKIP', 'CUSTOMER_MESSAGE'].includes(event),
  );
}

export function renameIn(def: StateDef, event: string, name: string): void {
  if (def.on === undefined) return;
  const entries = Object.entries(def.on).map(([key, ways]) => [key === event ? name : key, ways] as const);
  def.on = Object.fromEntries(entries);
}

export function renameEvent(node: StateNode, name: string): Spot[] {
  return ownEvents(node)
    .slice(0, 1)
    .map((event) =>
      spot(node, ({ def }) => {
        renameIn(def, event, name);
      }),
    );
}

export function cannotBegin(sop: SopDefinition): void {
  const region = (states: Record<string, StateDef>, initial: string): StateDef => ({
    initial,
    meta: { title },
    states,
  });
  sop.states['fork'] = {
    type: 'parallel',
    meta: { title },
    onDone: { target: String(sop.initial) },
    states: {
      a: region(
        { w: { meta: { kind: 'waits-for-others', title }, on: { GO: 'over' } }, over: { type: 'final' } },
        'w',
      ),
      b: region({ c: { always: { target: `#${sop.id}.fork.a.over` } }, over: { type: 'final' } }, 'c'),
    },
  };
  sop.initial = 'fork';
}

/** Two choices before the first step that lead to each other under these conditions. */
export function addRound(sop: SopDefinition, there: string, back: string): void {
  const first = String(sop.initial);
  const way = (target: string, expr: string): TransitionDef => ({
    target,
    guard: { type: 'cel', params: { expr, why } },
  });
  sop.states['there'] = { always: [way('and-back', there), { target: first }] };
  sop.states['and-back'] = { always: [way('there', back), { target: first }] };
  sop.initial = 'there';
}
