import { readsOf } from '../cel/reads.js';
import { expressionsIn } from '../cel/templates.js';
import { LANGS } from '../common/text.js';
import type { Json, JsonObject, JsonSchema, SopDefinition } from '../common/model.js';
import { joinPointer } from '../format/positions.js';
import { partsOf } from './form-sense.js';
import { assignedKeys } from './loops.js';
import type { Report } from './report.js';
import { listTexts } from './texts.js';
import { propertiesOf, stepFormOf } from './values.js';
import { actionsAt, invokesOf } from '../format/tree.js';
import type { SopTree, StateNode, Way } from '../format/tree.js';

/** An expression, or a template's piece, and where it stands. */
interface Placed {
  expr: string;
  at: string;
}

/** What is read was filled before: fields of the context by somebody, and those of a form by whoever hands it in. */
export function checkFields(sop: SopDefinition, tree: SopTree, report: Report): void {
  checkFilled(sop, tree, report);
  for (const way of [...tree.ways.values()].flat()) if (way.slot === 'on') checkHandedIn(way, report);
  checkFirstCalls(sop, tree, report);
}

/** A field that is empty at first, is read, and is never filled. One with a value may be a setting. */
function checkFilled(sop: SopDefinition, tree: SopTree, report: Report): void {
  const intake = partsOf(sop.meta.intake.form);
  // Such a form may fill every field.
  if (intake.some(({ part }) => isOpen(part))) return;
  const filled = new Set([
    ...intake.flatMap(({ part }) => Object.keys(propertiesOf(part))),
    ...tree.nodes.flatMap((node) => keysFilledAt(tree, node)),
  ]);
  const told = new Set<string>();
  const declared = propertiesOf(sop.meta.context);
  for (const { expr, at } of listExpressions(sop, tree)) {
    for (const { of, key } of readsOf(expr)) {
      if (of !== 'context' || key === null || filled.has(key) || told.has(key)) continue;
      if (!Object.hasOwn(declared, key) || !isEmpty(sop.context[key])) continue;
      told.add(key);
      report.warn(
        'never-filled',
        at,
        `\`${key}\` is read here, but nothing ever fills it: no form of a new ticket asks for it and no \`assign\` sets it.`,
        `此处读取 \`${key}\`，但它从未被填写：开单表单没有该字段，也没有任何 \`assign\` 为其赋值。`,
      );
    }
  }
}

function isOpen(part: JsonObject): boolean {
  if ('$ref' in part || 'patternProperties' in part) return true;
  const says = part.additionalProperties ?? part.unevaluatedProperties;
  return says !== undefined && says !== false;
}

function isEmpty(value: Json | undefined): boolean {
  if (typeof value !== 'object' || value === null) return value === undefined || !value;
  return Object.keys(value).length === 0;
}

function keysFilledAt(tree: SopTree, node: StateNode): string[] {
  const { entry, exit, meta } = node.def;
  const clocks = node.parent === null ? [] : [meta?.sla?.onWarn, meta?.sla?.onBreach];
  const ways = (tree.ways.get(node) ?? []).map(({ def }) => def.actions);
  return [entry, exit, ...clocks, ...ways].flatMap(assignedKeys);
}

/** All expressions that read the context. */
function listExpressions(sop: SopDefinition, tree: SopTree): Placed[] {
  const found: Placed[] = [];
  const add = (expr: string | undefined, at: string): void => {
    if (expr !== undefined) found.push({ expr, at });
  };
  const { priority = [], never = [], limits = [], intake, issueKey } = sop.meta;
  add(intake.when, '/meta/intake/when');
  for (const [i, { when }] of priority.entries()) add(when, `/meta/priority/${i}/when`);
  for (const [i, { when }] of never.entries()) add(when, `/meta/never/${i}/when`);
  for (const [i, { key, most, calls }] of limits.entries()) {
    add(key, `/meta/limits/${i}/key`);
    add(most, `/meta/limits/${i}/most`);
    for (const [call, amount] of Object.entries(calls))
      add(amount, joinPointer(`/meta/limits/${i}/calls`, call));
  }
  add(issueKey, '/meta/issueKey');
  for (const node of tree.nodes) {
    for (const { invoke, at } of invokesOf(node)) {
      add(invoke.input.path, `${at}/input/path`);
      for (const part of ['query', 'body'] as const)
        for (const [key, expr] of Object.entries(invoke.input[part] ?? {}))
          add(expr, joinPointer(`${at}/input/${part}`, key));
    }
    found.push(
      ...assignedAt(node.def.entry, `${node.pointer}/entry`),
      ...assignedAt(node.def.exit, `${node.pointer}/exit`),
    );
    for (const { def, pointer } of tree.ways.get(node) ?? []) {
      add(def.guard?.params.expr, `${pointer}/guard/params/expr`);
      found.push(...assignedAt(def.actions, `${pointer}/actions`));
    }
  }
  for (const { text, at, template } of listTexts(sop, tree)) {
    if (!template) continue;
    for (const lang of LANGS) for (const expr of expressionsIn(text[lang])) add(expr, `${at}/${lang}`);
  }
  return found;
}

function assignedAt(given: Way['def']['actions'], pointer: string): Placed[] {
  return actionsAt(given, pointer).flatMap(({ action, at }) =>
    action.type === 'assign'
      ? Object.entries(action.params.set).map(([key, expr]) => ({
          expr,
          at: joinPointer(`${at}/params/set`, key),
        }))
      : [],
  );
}

/** Fields of a way's form that are read but may be left out. Texts are filled with nothing then. */
function checkHandedIn(way: Way, report: Report): void {
  const form = way.def.meta?.form === true ? stepFormOf(way.from) : way.def.meta?.form;
  if (typeof form !== 'object') return;
  const optional = optionalFields(form);
  if (optional.size === 0) return;
  const guard = way.def.guard?.params.expr;
  const asked = new Set(
    guard === undefined ? [] : readsOf(guard).flatMap((read) => (read.isAsked ? [read.key] : [])),
  );
  const check = ({ expr, at }: Placed, isGuard: boolean): void => {
    const reads = readsOf(expr).filter(({ of }) => of === 'event.data');
    const own = new Set(reads.flatMap(({ key, isAsked }) => (isAsked ? [key] : [])));
    const missed = reads.filter(
      ({ key, isAsked }) => key !== null && !isAsked && optional.has(key) && !own.has(key) && !asked.has(key),
    );
    const first = missed.find(({ isSure }) => isSure) ?? missed[0];
    if (!first) return;
    const say = first.isSure && !isGuard ? report.error.bind(report) : report.warn.bind(report);
    const name = String(first.key);
    say(
      'optional-field-read',
      at,
      isGuard
        ? `\`${name}\` need not be filled in; without it this condition does not hold. Make it \`required\`, or ask \`has(event.data.${name})\`.`
        : `\`${name}\` need not be filled in; without it the form could not be handed in here. Make it \`required\`, or ask \`has(event.data.${name})\`.`,
      isGuard
        ? `\`${name}\` 不是必填项，未填写时此条件不成立。请将其设为必填（\`required\`），或用 \`has(event.data.${name})\` 判断。`
        : `\`${name}\` 不是必填项，未填写时此处将无法提交。请将其设为必填（\`required\`），或用 \`has(event.data.${name})\` 判断。`,
    );
  };
  if (guard !== undefined) check({ expr: guard, at: `${way.pointer}/guard/params/expr` }, true);
  for (const placed of assignedAt(way.def.actions, `${way.pointer}/actions`)) check(placed, false);
}

/** Fields that no part of a form ever requires. */
function optionalFields(form: JsonSchema): Set<string> {
  const parts = partsOf(form).map(({ part }) => part);
  if (parts.some((part) => '$ref' in part)) return new Set();
  const required = parts.flatMap(({ required = [], dependentRequired = {} }) =>
    [required, dependentRequired].flatMap(namesIn),
  );
  const names = parts.flatMap((part) => Object.keys(propertiesOf(part)));
  return new Set(names.filter((name) => !required.includes(name)));
}

function namesIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namesIn) : [];
}

/** A call that is made when the ticket begins has in its path what whoever opened it had to say. */
function checkFirstCalls(sop: SopDefinition, tree: SopTree, report: Report): void {
  const optional = optionalFields(sop.meta.intake.form);
  if (optional.size === 0) return;
  const first = statesAtOnce(tree.root);
  const set = new Set(first.flatMap(({ def }) => assignedKeys(def.entry)));
  for (const { invoke, at } of first.flatMap((node) => invokesOf(node))) {
    const read = readsOf(invoke.input.path).find(
      ({ of, key, isSure }) =>
        of === 'context' &&
        isSure &&
        key !== null &&
        optional.has(key) &&
        !set.has(key) &&
        isEmpty(sop.context[key]),
    );
    if (!read) continue;
    const name = String(read.key);
    report.warn(
      'optional-field-read',
      `${at}/input/path`,
      `This call is made as soon as a ticket is opened, but \`${name}\` may be left out of its form. Make it \`required\`.`,
      `工单一开单就会执行此调用，但开单表单中 \`${name}\` 不是必填项。请将其设为必填（\`required\`）。`,
    );
  }
}

/** The states in which a ticket begins, whatever it is about. */
function statesAtOnce(node: StateNode): StateNode[] {
  if (node.type === 'parallel') return [node, ...[...node.children.values()].flatMap(statesAtOnce)];
  const initial = node.def.initial === undefined ? undefined : node.children.get(node.def.initial);
  return initial && initial.type !== 'history' ? [node, ...statesAtOnce(initial)] : [node];
}
