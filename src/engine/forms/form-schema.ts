import type { Json, JsonObject, JsonSchema } from '../common/model.js';
import { isUnsafeName, pointerToken } from '../common/names.js';
import { compilePattern } from '../common/patterns.js';
import { LANGS } from '../common/text.js';
import type { Text } from '../common/text.js';

/** A fault of a form's schema: JSON pointer into the schema. */
export interface SchemaFault {
  pointer: string;
  message: Text;
}

/** Keywords whose value is a schema, a list of schemas, or a record of schemas. */
const ONE = [
  'items',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contains',
  'propertyNames',
];
const COMPOSING_ONE = ['if', 'then', 'else', 'not'];
const COMPOSING_LIST = ['allOf', 'anyOf', 'oneOf'];
const LIST = ['prefixItems'];
const RECORD = ['properties', 'patternProperties'];
const COMPOSING_RECORD = ['dependentSchemas', '$defs'];
/** Annotations of ours and of JSON Schema that change nothing about what is valid; their texts may be in both languages. */
const ANNOTATIONS = new Set([
  'title',
  'description',
  'examples',
  '$comment',
  'deprecated',
  'default',
  '$schema',
]);

/** Parts of a form that are written out; it takes a millisecond or more to get each ready. */
const MAX_SCHEMAS = 150;
/** Parts of a form when each reference is followed, as each of them may be looked at for one answer. */
const MAX_LOOKS = 5_000;
const MAX_DEPTH = 32;

/** A keyword of our own in the schema as it is enforced: the steps that a look at this part of it costs. */
export const SPENDS = 'spends';
/** Another one: a text that must not be empty must not be blank either. */
export const SAYS_SOMETHING = 'saysSomething';
/** What an error costs that may have to be told. */
const ERROR_STEPS = 5;
/** Signs of an `enum` for one step. */
const SIGNS_PER_STEP = 200;

/**
 * The schema as it is enforced: annotations are left out, and every object that does not say otherwise is closed.
 * Objects that are put together from parts (`allOf`, `$ref`, …) are closed as a whole, not part by part. Each part says
 * what a look at it costs.
 */
export function closeSchema(schema: JsonSchema): JsonSchema {
  return rebuild(schema, true, true);
}

/** The same with objects as open as they are: what others answer may hold more than was asked for. */
export function meterSchema(schema: JsonSchema): JsonSchema {
  return rebuild(schema, false, false);
}

/** `whole`: it stands by itself, not as a part of another. `closes`: objects that stand by themselves are closed. */
function rebuild(schema: JsonObject, whole: boolean, closes: boolean): JsonObject {
  const out: JsonObject = { [SPENDS]: stepsOf(schema) };
  for (const [key, value] of Object.entries(schema)) {
    if (ANNOTATIONS.has(key) || key.startsWith('x-')) continue;
    if (ONE.includes(key)) out[key] = rebuildOne(value, true, closes);
    else if (COMPOSING_ONE.includes(key)) out[key] = rebuildOne(value, false, closes);
    else if (LIST.includes(key)) out[key] = rebuildList(value, true, closes);
    else if (COMPOSING_LIST.includes(key)) out[key] = rebuildList(value, false, closes);
    else if (RECORD.includes(key)) out[key] = rebuildRecord(value, true, closes);
    else if (COMPOSING_RECORD.includes(key)) out[key] = rebuildRecord(value, false, closes);
    else out[key] = value;
  }
  if (closes && typeof schema.minLength === 'number' && schema.minLength > 0) out[SAYS_SOMETHING] = true;
  if (closes && whole && isOpenObject(out))
    out[isComposed(out) ? 'unevaluatedProperties' : 'additionalProperties'] = false;
  return out;
}

/** Each field that is required may be one that is missed, and told. */
function stepsOf(schema: JsonObject): number {
  const required = Array.isArray(schema.required) ? schema.required.length : 0;
  const more = schema.dependentRequired === undefined ? 0 : JSON.stringify(schema.dependentRequired).length;
  const compared = [schema.enum, schema.const].reduce<number>(
    (sum, values) => sum + (values === undefined ? 0 : JSON.stringify(values).length),
    0,
  );
  return 1 + ERROR_STEPS * required + more + Math.floor(compared / SIGNS_PER_STEP);
}

function rebuildOne(value: Json, whole: boolean, closes: boolean): Json {
  return isObject(value) ? rebuild(value, whole, closes) : value;
}
function rebuildList(value: Json, whole: boolean, closes: boolean): Json {
  return Array.isArray(value) ? value.map((item) => rebuildOne(item, whole, closes)) : value;
}
function rebuildRecord(value: Json, whole: boolean, closes: boolean): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, rebuildOne(item, whole, closes)]),
  );
}

function isOpenObject(schema: JsonObject): boolean {
  if ('additionalProperties' in schema || 'unevaluatedProperties' in schema) return false;
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return (
    types.includes('object') || 'properties' in schema || (schema.type === undefined && isComposed(schema))
  );
}

function isComposed(schema: JsonObject): boolean {
  return ['$ref', ...COMPOSING_ONE, ...COMPOSING_LIST, 'dependentSchemas'].some((key) => key in schema);
}

/** What we do not support although it is JSON Schema, and what could hurt: names, references, patterns, sizes. */
export function findSchemaFaults(schema: JsonSchema): SchemaFault[] {
  const faults: SchemaFault[] = [];
  let count = 0;
  const fault = (pointer: string, en: string, zh: string): void => {
    faults.push({ pointer, message: { en, 'zh-CN': zh } });
  };
  const visit = (value: Json | undefined, pointer: string, depth: number): void => {
    if (typeof value === 'boolean') return;
    if (!isObject(value)) {
      fault(pointer, 'A schema must be an object.', 'schema 必须是对象。');
      return;
    }
    count += 1;
    if (depth > MAX_DEPTH || count > MAX_SCHEMAS) {
      if (depth > MAX_DEPTH || count === MAX_SCHEMAS + 1)
        fault(pointer, 'The schema is too large.', 'schema 过大。');
      return;
    }
    checkKeywords(value, pointer, schema, fault);
    for (const [at, inner] of innerSchemas(value)) visit(inner, `${pointer}/${at}`, depth + 1);
  };
  visit(schema, '', 0);
  if (faults.length === 0 && leadsToItself(schema))
    fault('', 'A reference leads back to itself.', '引用指回了自身。');
  if (faults.length === 0 && countLooks(schema) > MAX_LOOKS)
    fault('', 'Its references lead to too many parts.', '其引用展开后的部分过多。');
  return faults;
}

/** Whether following references comes round without ever going into the answer: such a look would never end. */
function leadsToItself(root: JsonSchema): boolean {
  const defs = isObject(root.$defs) ? root.$defs : {};
  const done = new Set<Json>();
  const onWay = new Set<Json>();
  const visit = (value: Json | undefined): boolean => {
    if (!isObject(value) || done.has(value)) return false;
    if (onWay.has(value)) return true;
    onWay.add(value);
    const { $ref } = value;
    const next = typeof $ref === 'string' ? [defs[$ref.slice('#/$defs/'.length)]] : [];
    const parts = [...innerSchemas(value)].filter(([at]) => ON_THE_SPOT.test(at)).map(([, inner]) => inner);
    const comesRound = [...next, ...parts].some(visit);
    onWay.delete(value);
    done.add(value);
    return comesRound;
  };
  return [root, ...Object.values(defs)].some(visit);
}
const ON_THE_SPOT = /^(?:if|then|else|not|allOf|anyOf|oneOf|dependentSchemas)(?:\/|$)/;

/** Of one that leads back to itself each reference counts once: what it costs then is decided by the answer. */
function countLooks(root: JsonSchema): number {
  const defs = isObject(root.$defs) ? root.$defs : {};
  const counted = new Map<string, number>();
  const count = (value: Json): number => {
    if (!isObject(value)) return 0;
    let looks = 1;
    for (const [at, inner] of innerSchemas(value)) if (!at.startsWith('$defs/')) looks += count(inner);
    return typeof value.$ref === 'string' ? looks + follow(value.$ref) : looks;
  };
  const follow = (ref: string): number => {
    const known = counted.get(ref);
    if (known !== undefined) return known;
    counted.set(ref, 0);
    const looks = count(defs[ref.slice('#/$defs/'.length)] ?? {});
    counted.set(ref, looks);
    return looks;
  };
  return count(root);
}

type Report = (pointer: string, en: string, zh: string) => void;

function checkKeywords(schema: JsonObject, pointer: string, root: JsonSchema, fault: Report): void {
  for (const key of ['$id', '$anchor', '$dynamicRef', '$dynamicAnchor', SPENDS, SAYS_SOMETHING]) {
    if (key in schema) fault(`${pointer}/${key}`, `\`${key}\` is not supported.`, `不支持 \`${key}\`。`);
  }
  if (typeof schema.$ref === 'string' && !resolves(schema.$ref, root)) {
    fault(
      `${pointer}/$ref`,
      '`$ref` must name an entry of `$defs` here.',
      '`$ref` 只能引用本 schema 的 `$defs` 条目。',
    );
  }
  if (typeof schema.$schema === 'string' && !schema.$schema.includes('2020-12')) {
    fault(`${pointer}/$schema`, 'Only JSON Schema 2020-12 is supported.', '仅支持 JSON Schema 2020-12。');
  }
  const patterns = isObject(schema.patternProperties) ? Object.keys(schema.patternProperties) : [];
  if (typeof schema.pattern === 'string') patterns.push(schema.pattern);
  for (const pattern of patterns) {
    if (isPattern(pattern)) continue;
    const at = pattern === schema.pattern ? 'pattern' : `patternProperties/${pointerToken(pattern)}`;
    fault(`${pointer}/${at}`, 'This is not a valid RE2 pattern.', '不是有效的 RE2 正则表达式。');
  }
  for (const name of isObject(schema.properties) ? Object.keys(schema.properties) : []) {
    if (isUnsafeName(name))
      fault(`${pointer}/properties/${name}`, 'No field may have this name.', '字段不能使用该名称。');
  }
  checkTexts(schema, pointer, fault);
}

/** `title` and `description` are a text in both languages, or a plain one. */
function checkTexts(schema: JsonObject, pointer: string, fault: Report): void {
  for (const key of ['title', 'description']) {
    const text = schema[key];
    if (text === undefined || typeof text === 'string') continue;
    const whole =
      isObject(text) && LANGS.every((lang) => typeof text[lang] === 'string' && text[lang] !== '');
    if (!whole)
      fault(`${pointer}/${key}`, 'A text is needed in en and zh-CN.', '文本必须同时提供 en 和 zh-CN。');
  }
}

function* innerSchemas(schema: JsonObject): Generator<[at: string, inner: Json]> {
  for (const [key, value] of Object.entries(schema)) {
    if (ONE.includes(key) || COMPOSING_ONE.includes(key)) yield [key, value];
    else if ((LIST.includes(key) || COMPOSING_LIST.includes(key)) && Array.isArray(value)) {
      for (const [i, item] of value.entries()) yield [`${key}/${String(i)}`, item];
    } else if ((RECORD.includes(key) || COMPOSING_RECORD.includes(key)) && isObject(value)) {
      for (const [name, item] of Object.entries(value)) yield [`${key}/${pointerToken(name)}`, item];
    }
  }
}

function isPattern(source: string): boolean {
  try {
    compilePattern(source);
    return true;
  } catch {
    return false;
  }
}

function resolves(ref: string, root: JsonSchema): boolean {
  const name = /^#\/\$defs\/([\w-]+)$/.exec(ref)?.[1];
  return name !== undefined && isObject(root.$defs) && Object.hasOwn(root.$defs, name);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
