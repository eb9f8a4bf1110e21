import { contextKeysOf, readsOf } from '../../../src/engine/cel/reads.js';
import { propertiesOf } from '../../../src/engine/check/values.js';
import type { SopDefinition } from '../../../src/engine/common/model.js';
import { MOST_TIERS } from '../../../src/engine/common/tiers.js';
import { actionsAt, growTree, listOf } from '../../../src/engine/format/tree.js';
import type { SopTree, StateNode } from '../../../src/engine/format/tree.js';
import {
  addRound,
  calls,
  cannotBegin,
  dropAssigns,
  firstField,
  formOf,
  formSpots,
  ownEvents,
  renameEvent,
  renameIn,
  requiredOf,
  spot,
  title,
  waysOf,
} from './mutant-parts.js';
import type { Spot } from './mutant-parts.js';

/** One fault put into a correct SOP, and the finding that must say so. */
export interface Mutant {
  kind: string;
  at: string;
  code: string;
  make: () => SopDefinition;
}

interface Kind {
  kind: string;
  code: string;
  spots: (node: StateNode, tree: SopTree, sop: SopDefinition) => Spot[];
}

const KINDS: Kind[] = [
  {
    kind: 'onDone of a call dropped',
    code: 'missing-on-done',
    spots: (node) =>
      node.def.meta?.kind === 'automatic'
        ? calls(node, (invoke) => Reflect.deleteProperty(invoke, 'onDone'))
        : [],
  },
  {
    kind: 'onError of a call dropped',
    code: 'missing-on-error',
    spots: (node) => calls(node, (invoke) => Reflect.deleteProperty(invoke, 'onError')),
  },
  {
    kind: 'onDone of a phase dropped',
    code: 'missing-on-done',
    spots: (node) =>
      node.def.onDone ? [spot(node, ({ def }) => Reflect.deleteProperty(def, 'onDone'))] : [],
  },
  {
    kind: 'call dropped',
    code: 'automatic-without-call',
    spots: (node) =>
      node.def.meta?.kind === 'automatic' && node.def.invoke
        ? [spot(node, ({ def }) => Reflect.deleteProperty(def, 'invoke'))]
        : [],
  },
  {
    kind: 'team renamed',
    code: 'unknown-team',
    spots: (node) =>
      node.parent && node.def.meta?.team
        ? [spot(node, ({ def }) => Object.assign(def.meta ?? {}, { team: 'nowhere' }))]
        : [],
  },
  {
    kind: 'step above its team',
    code: 'unknown-tier',
    spots: (node) =>
      node.def.meta?.kind === 'human'
        ? [spot(node, ({ def }) => Object.assign(def.meta ?? {}, { tier: MOST_TIERS }))]
        : [],
  },
  {
    kind: 'skill renamed',
    code: 'unknown-skill',
    spots: (node) =>
      node.parent && node.def.meta?.skills?.length
        ? [spot(node, ({ def }) => Object.assign(def.meta ?? {}, { skills: ['magic'] }))]
        : [],
  },
  {
    kind: 'connection renamed',
    code: 'unknown-connection',
    spots: (node) => calls(node, (invoke) => Object.assign(invoke.input, { connection: 'shap' })),
  },
  {
    kind: 'escalation to nowhere',
    code: 'unknown-team',
    spots: (node) =>
      node.def.meta?.kind === 'human'
        ? [
            spot(node, ({ def }) =>
              Object.assign(def, {
                exit: [...listOf(def.exit), { type: 'escalate', params: { to: { team: 'nowhere' } } }],
              }),
            ),
          ]
        : [],
  },
  {
    kind: 'warning and target swapped',
    code: 'warning-after-breach',
    spots: (node) =>
      node.parent && node.def.meta?.sla?.warnAfter
        ? [
            spot(node, ({ def }) => {
              const sla = def.meta?.sla;
              if (sla) Object.assign(sla, { warnAfter: sla.within, within: sla.warnAfter });
            }),
          ]
        : [],
  },
  {
    kind: 'reminder after the limit',
    code: 'reminder-after-limit',
    spots: (node, tree) =>
      waysOf(node, tree, 'after').some(({ def }) => def.target !== undefined && !def.guard)
        ? [
            spot(node, ({ def }) =>
              Object.assign(def.after ?? {}, {
                P3000D: { actions: { type: 'note', params: { text: title } } },
              }),
            ),
          ]
        : [],
  },
  {
    kind: 'required of a field dropped that is read',
    code: 'optional-field-read',
    spots: (node, tree) =>
      waysOf(node, tree, 'on').flatMap((way, i) => {
        const form = formOf(way);
        const read = actionsAt(way.def.actions, '')
          .flatMap(({ action }) => (action.type === 'assign' ? Object.values(action.params.set) : []))
          .flatMap(readsOf)
          .filter(({ of, isAsked }) => of === 'event.data' && !isAsked)
          .map(({ key }) => key);
        const field = requiredOf(form).find((name) => read.includes(name));
        if (!form || field === undefined || JSON.stringify(form).includes('"then"')) return [];
        return [
          spot(node, (copy, copied) => {
            const there = waysOf(copy, copied, 'on')[i];
            const own = there && formOf(there);
            if (own) own.required = requiredOf(own).filter((name) => name !== field);
          }),
        ];
      }),
  },
  {
    kind: 'only writer of a read field removed',
    code: 'never-filled',
    spots: (node, tree, sop) => {
      if (node.parent) return [];
      const asked = propertiesOf(sop.meta.intake.form);
      const guards = [...tree.ways.values()]
        .flat()
        .flatMap(({ def }) => (def.guard ? [def.guard.params.expr] : []));
      const read = new Set(guards.flatMap((expr) => contextKeysOf(expr) ?? []));
      return [...read]
        .filter(
          (key) => !Object.hasOwn(asked, key) && ['', 0, false, null].includes(sop.context[key] as null),
        )
        .map((key) => ({ at: key, breakIt: (copy) => dropAssigns(copy, key) }));
    },
  },
  {
    kind: 'minimum above maximum',
    code: 'impossible-form',
    spots: (node) => formSpots(node, (form) => firstField(form, { type: 'number', minimum: 3, maximum: 2 })),
  },
  {
    kind: 'unknown required field',
    code: 'impossible-form',
    spots: (node) =>
      formSpots(node, (form) => Object.assign(form, { required: [...requiredOf(form), 'nothingLikeIt'] })),
  },
  {
    kind: 'form that nobody asks for',
    code: 'unused-form',
    spots: (node, tree) => {
      const own = waysOf(node, tree, 'on').filter(({ def }) => def.meta?.form === true);
      return node.parent && node.def.meta?.form && own.length > 0 && node.type === 'atomic'
        ? [
            spot(node, (copy, copied) => {
              for (const { def } of waysOf(copy, copied, 'on'))
                if (def.meta?.form === true) delete def.meta.form;
            }),
          ]
        : [];
    },
  },
  {
    kind: 'initial that cannot begin',
    code: 'cannot-begin',
    spots: (node) => (node.parent ? [] : [spot(node, () => undefined, cannotBegin)]),
  },
  {
    kind: 'round without an end',
    code: 'endless-always',
    spots: (node) =>
      node.parent
        ? []
        : [
            spot(
              node,
              () => undefined,
              (sop) => addRound(sop, 'ticket.tier == 1', 'ticket.tier == 1'),
            ),
          ],
  },
  ...['__proto__', 'constructor'].map((name): Kind => ({
    kind: `event named ${name}`,
    code: 'forbidden-name',
    spots: (node) => renameEvent(node, name),
  })),
];

/** All mutants of an SOP. Names that only look dangerous, and conditions that exclude each other, are no fault. */
export function listMutants(sop: SopDefinition): Mutant[] {
  const tree = growTree(sop);
  return KINDS.flatMap(({ kind, code, spots }) =>
    tree.nodes.flatMap((node) =>
      spots(node, tree, sop).map(({ at, breakIt }) => ({
        kind,
        code,
        at: `${sop.id} ${at}`,
        make: () => {
          const copy = structuredClone(sop);
          const copied = growTree(copy);
          const same = copied.byPath.get(node.path);
          if (same) breakIt(copy, same, copied);
          return copy;
        },
      })),
    ),
  );
}

/** What is no fault, however it looks: an event called like something that every object has, complementary conditions. */
export function listHarmless(sop: SopDefinition): { name: string; make: () => SopDefinition }[] {
  const [event] = growTree(sop).nodes.flatMap(ownEvents);
  const events = ['toString', 'hasOwnProperty', 'valueOf'].map((name) => ({
    name,
    make: () => {
      const copy = structuredClone(sop);
      for (const { def } of growTree(copy).nodes) if (event !== undefined) renameIn(def, event, name);
      return copy;
    },
  }));
  const rounds = [
    ['ticket.tier > 1', '!(ticket.tier > 1)'],
    ['ticket.tier > 1', 'ticket.tier <= 1'],
  ].map(([there = '', back = '']) => ({
    name: `${there} and ${back}`,
    make: () => {
      const copy = structuredClone(sop);
      addRound(copy, there, back);
      return copy;
    },
  }));
  return [...events, ...rounds];
}
