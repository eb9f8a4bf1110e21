import { checkForm } from '../forms/forms.js';
import type { Json, JsonObject, JsonSchema, SopDefinition } from '../common/model.js';
import { joinPointer } from '../format/positions.js';
import { listNames } from './report.js';
import type { Report } from './report.js';
import { invokesOf, lineageOf } from '../format/tree.js';
import type { SopTree, StateNode } from '../format/tree.js';

/** Keywords that set the least and the most of something. */
const BOUNDS = [
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
  ['minContains', 'maxContains'],
] as const;
/** Parts that speak of the same object as the schema in which they stand. What `if` and `not` say is not asked for. */
const SAME_OBJECT = ['allOf', 'anyOf', 'oneOf', 'then', 'else', 'dependentSchemas'] as const;
/** Parts whose schema is for something else than what stands around them. */
const INNER = ['items', 'prefixItems', 'contains', 'additionalProperties', 'unevaluatedProperties'] as const;
const RECORDS = ['properties', 'patternProperties', '$defs'] as const;

/** Forms can be handed in, and there is a way that asks for them. */
export function checkFormSense(sop: SopDefinition, tree: SopTree, report: Report): void {
  checkSense(sop.meta.intake.form, '/meta/intake/form', true, report);
  const asked = new Set<StateNode>();
  for (const node of tree.nodes) {
    if (node.def.meta?.form) checkSense(node.def.meta.form, `${node.pointer}/meta/form`, true, report);
    for (const { invoke, at } of invokesOf(node))
      checkSense(invoke.input.answer, `${at}/input/answer`, false, report);
    for (const { def, pointer } of tree.ways.get(node) ?? []) {
      const form = def.meta?.form;
      if (typeof form === 'object') checkSense(form, `${pointer}/meta/form`, true, report);
      const owner = form === true && lineageOf(node).find((around) => around.def.meta?.form !== undefined);
      if (owner) asked.add(owner);
    }
  }
  for (const node of tree.nodes) {
    if (node.parent === null || node.def.meta?.form === undefined || asked.has(node)) continue;
    report.warn(
      'unused-form',
      `${node.pointer}/meta/form`,
      'No way out asks for this form, so nobody can hand it in. Write `form: true` in the `meta` of an event.',
      '没有任何出口要求填写此表单，因此无法提交。请在某个事件的 `meta` 中写 `form: true`。',
    );
  }
}

/** `isClosed`: objects that do not say otherwise hold their named fields only. */
function checkSense(schema: JsonSchema, at: string, isClosed: boolean, report: Report): void {
  if (checkForm(schema).length > 0) return;
  visit(schema, at, true);

  function visit(value: Json | undefined, pointer: string, isWhole: boolean): void {
    if (Array.isArray(value)) {
      value.forEach((item, i) => visit(item, joinPointer(pointer, i), isWhole));
      return;
    }
    if (!isObject(value)) return;
    checkBounds(value, pointer, report);
    checkValues(value, pointer, report);
    if (isWhole) checkRequired(value, pointer, isClosed, report);
    for (const key of SAME_OBJECT) {
      if (key === 'dependentSchemas') visitRecord(value[key], joinPointer(pointer, key), false);
      else visit(value[key], joinPointer(pointer, key), false);
    }
    for (const key of INNER) visit(value[key], joinPointer(pointer, key), true);
    for (const key of RECORDS) visitRecord(value[key], joinPointer(pointer, key), key !== '$defs');
  }
  function visitRecord(value: Json | undefined, pointer: string, isWhole: boolean): void {
    if (!isObject(value)) return;
    for (const [name, inner] of Object.entries(value)) visit(inner, joinPointer(pointer, name), isWhole);
  }
}

function impossible(at: string, en: string, zh: string, report: Report): void {
  report.error('impossible-form', at, en, zh);
}

function checkBounds(schema: JsonObject, at: string, report: Report): void {
  for (const [least, most] of BOUNDS) {
    const [low, high] = [schema[least], schema[most]];
    if (typeof low !== 'number' || typeof high !== 'number' || low <= high) continue;
    impossible(
      joinPointer(at, least),
      `Nothing can be filled in here: \`${least}\` (${String(low)}) is above \`${most}\` (${String(high)}).`,
      `此处无法填写：\`${least}\`（${String(low)}）大于 \`${most}\`（${String(high)}）。`,
      report,
    );
  }
  checkNumbers(schema, at, report);
}

function checkNumbers(schema: JsonObject, at: string, report: Report): void {
  const lows = ['minimum', 'exclusiveMinimum'].filter((key) => typeof schema[key] === 'number');
  const highs = ['maximum', 'exclusiveMaximum'].filter((key) => typeof schema[key] === 'number');
  const isWhole = schema.type === 'integer';
  for (const low of lows) {
    for (const high of highs) {
      const isExclusive = low !== 'minimum' || high !== 'maximum';
      const [least, most] = [schema[low] as number, schema[high] as number];
      const first = low === 'minimum' ? Math.ceil(least) : Math.floor(least) + 1;
      const last = high === 'maximum' ? Math.floor(most) : Math.ceil(most) - 1;
      if (isWhole ? first <= last : isExclusive ? least < most : least <= most) continue;
      impossible(
        joinPointer(at, low),
        `No ${isWhole ? 'whole ' : ''}number fits: \`${low}\` is ${String(least)}, \`${high}\` is ${String(most)}.`,
        `没有符合要求的${isWhole ? '整' : ''}数：\`${low}\` 为 ${String(least)}，\`${high}\` 为 ${String(most)}。`,
        report,
      );
      return;
    }
  }
}

function checkValues(schema: JsonObject, at: string, report: Report): void {
  const types = schema.type === undefined ? null : [schema.type].flat();
  const values = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : null;
  if (types === null || values === null || values.some((value) => types.some((type) => isOf(type, value))))
    return;
  impossible(
    joinPointer(at, Array.isArray(schema.enum) ? 'enum' : 'const'),
    `None of these values is of the type ${types.map(String).join(' or ')}.`,
    `这些值都不是 ${types.map(String).join(' 或 ')} 类型。`,
    report,
  );
}

function isOf(type: Json, value: Json | undefined): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

/** What has to be filled in has a field. */
function checkRequired(schema: JsonObject, at: string, isClosed: boolean, report: Report): void {
  const parts = partsOf(schema, at);
  const says = parts.find(
    ({ part }) => 'additionalProperties' in part || 'unevaluatedProperties' in part,
  )?.part;
  const isOpen = says
    ? (says.additionalProperties ?? says.unevaluatedProperties) !== false
    : !isClosed || !parts.some(({ part }) => part.type === 'object' || 'properties' in part);
  if (isOpen || parts.some(({ part }) => '$ref' in part || 'patternProperties' in part)) return;
  const fields = new Set(
    parts.flatMap(({ part }) => (isObject(part.properties) ? Object.keys(part.properties) : [])),
  );
  const known = [...fields];
  for (const { part, pointer } of parts) {
    for (const [i, name] of (Array.isArray(part.required) ? part.required : []).entries()) {
      if (typeof name !== 'string' || fields.has(name)) continue;
      const hint = report.hint(name, known);
      const all = listNames(known);
      impossible(
        joinPointer(joinPointer(pointer, 'required'), i),
        `\`${name}\` must be filled in, but there is no such field.${hint.en} Fields: ${all.en}.`,
        `\`${name}\` 为必填，但没有这个字段。${hint['zh-CN']}已有字段：${all['zh-CN']}。`,
        report,
      );
    }
  }
}

/** The schema and all in it that speaks of the same object. */
export function partsOf(schema: JsonObject, at = ''): { part: JsonObject; pointer: string }[] {
  const inner = SAME_OBJECT.flatMap((key) => {
    const value = schema[key];
    const parts = isObject(value) && key !== 'dependentSchemas' ? [value] : Object.values(value ?? {});
    const names = Array.isArray(value) || key === 'dependentSchemas' ? Object.keys(value ?? {}) : [null];
    return parts.flatMap((part: Json, i) => {
      const name = names[i] ?? null;
      const pointer = joinPointer(at, key);
      return isObject(part) ? partsOf(part, name === null ? pointer : joinPointer(pointer, name)) : [];
    });
  });
  return [{ part: schema, pointer: at }, ...inner];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
