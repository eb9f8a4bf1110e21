import { isQuickPattern } from './quick-pattern';
import { Validator, type Schema as ValidatorSchema } from '@cfworker/json-schema';
import type { Lang } from '../../i18n/define-texts';
import { isBlank } from '../common/blank';

/** A JSON Schema as the server sends it. */
export type Schema = Record<string, unknown>;
export type Values = Record<string, unknown>;

export type FieldKind =
  | 'fixed'
  | 'choice'
  | 'choices'
  | 'yes-no'
  | 'number'
  | 'text'
  | 'long-text'
  | 'date'
  | 'date-time'
  | 'object'
  | 'list'
  | 'json';

export interface Option {
  value: unknown;
  label: string;
}

const MAX_DEPTH = 16;
/** Longer texts get a field of several lines. */
const SHORT_TEXT = 120;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asSchema(value: unknown): Schema {
  return isRecord(value) ? value : {};
}

const records = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const names = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/**
 * A schema as it applies to what is filled in now: references followed, parts put together, and what depends on other
 * answers (`if`, `dependentSchemas`) decided.
 */
export function effectiveSchema(schema: Schema, root: Schema, value: unknown, depth = 0): Schema {
  if (depth > MAX_DEPTH) return schema;
  const { $ref, allOf, if: condition, then: yes, else: no, dependentSchemas, ...own } = schema;
  const parts: Schema[] = [own];
  const add = (part: unknown): void => {
    if (isRecord(part)) parts.push(effectiveSchema(part, root, value, depth + 1));
  };
  if (typeof $ref === 'string') add(dereference($ref, root));
  records(allOf).forEach(add);
  if (isRecord(condition)) add(fits(condition, root, value) ? yes : no);
  if (isRecord(dependentSchemas) && isRecord(value)) {
    for (const [name, part] of Object.entries(dependentSchemas)) if (Object.hasOwn(value, name)) add(part);
  }
  return parts.reduce(merge);
}

export function dereference(ref: string, root: Schema): Schema {
  const name = /^#\/\$defs\/(.+)$/.exec(ref)?.[1];
  return name === undefined ? {} : asSchema(asSchema(root['$defs'])[name]);
}

function merge(one: Schema, other: Schema): Schema {
  return {
    ...one,
    ...other,
    ...(isRecord(one['properties']) && isRecord(other['properties'])
      ? { properties: mergeProperties(one['properties'], other['properties']) }
      : {}),
    ...(one['required'] !== undefined && other['required'] !== undefined
      ? { required: [...new Set([...names(one['required']), ...names(other['required'])])] }
      : {}),
  };
}

function mergeProperties(one: Schema, other: Schema): Schema {
  const all = { ...one };
  for (const [name, part] of Object.entries(other)) {
    all[name] = isRecord(all[name]) && isRecord(part) ? merge(all[name], part) : part;
  }
  return all;
}

function fits(condition: Schema, root: Schema, value: unknown): boolean {
  const schema = { ...condition, $defs: root['$defs'] ?? {} };
  try {
    return new Validator(withoutSlowPatterns(schema) as ValidatorSchema, '2020-12').validate(value ?? {})
      .valid;
  } catch {
    return false;
  }
}

/** A copy to check with here. Patterns that are left out are checked by the server. */
export function withoutSlowPatterns(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutSlowPatterns);
  if (!isRecord(node)) return node;
  const names = node['patternProperties'];
  // Names that are not looked at here would be taken for names that nobody knows.
  const mayBeMore = isRecord(names) && !Object.keys(names).every(isQuickPattern);
  const kept = Object.entries(node).filter(
    ([key, value]) =>
      !(key === 'pattern' && typeof value === 'string' && !isQuickPattern(value)) &&
      !(mayBeMore && ABOUT_ALL_NAMES.includes(key)),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutSlowPatterns(value)]));
}

const ABOUT_ALL_NAMES = ['patternProperties', 'additionalProperties', 'unevaluatedProperties'];

/** The types that a value may have; `null` beside others only says that it may be left open. */
function typesOf(schema: Schema): string[] {
  const { type } = schema;
  const types = typeof type === 'string' ? [type] : names(type);
  return types.length > 1 ? types.filter((one) => one !== 'null') : types;
}

/** How an answer is given. */
export function kindOf(schema: Schema): FieldKind {
  if ('const' in schema) return 'fixed';
  if (constantsOf(schema).length > 0) return 'choice';
  const [type, ...more] = typesOf(schema);
  if (more.length > 0) return 'json';
  switch (type ?? (isRecord(schema['properties']) ? 'object' : 'string')) {
    case 'boolean':
      return 'yes-no';
    case 'number':
    case 'integer':
      return 'number';
    case 'object':
      return isRecord(schema['properties']) ? 'object' : 'json';
    case 'array':
      if (constantsOf(asSchema(schema['items'])).length > 0) return 'choices';
      return isRecord(schema['items']) ? 'list' : 'json';
    case 'string':
      return kindOfText(schema);
    default:
      return 'json';
  }
}

function kindOfText(schema: Schema): FieldKind {
  const { format, maxLength, pattern } = schema;
  if (format === 'date' || format === 'date-time') return format;
  if (format !== undefined || pattern !== undefined) return 'text';
  return typeof maxLength === 'number' && maxLength <= SHORT_TEXT ? 'text' : 'long-text';
}

/** `enum`, or `oneOf`/`anyOf` of constants. */
function constantsOf(schema: Schema): unknown[] {
  if (Array.isArray(schema['enum'])) return schema['enum'];
  const branches = records(schema['oneOf'] ?? schema['anyOf']);
  return branches.length > 0 && branches.every((one) => 'const' in one)
    ? branches.map((one) => one['const'])
    : [];
}

/** What can be chosen, with the words for it. */
export function optionsOf(schema: Schema, lang: Lang): Option[] {
  const titles = asSchema(schema['x-enum-titles']);
  const branches = records(schema['oneOf'] ?? schema['anyOf']);
  return constantsOf(schema).map((value) => {
    const branch = branches.find((one) => one['const'] === value);
    const name = String(value);
    return { value, label: inLang(titles[name], lang) ?? (branch && titleOf(branch, lang)) ?? name };
  });
}

function inLang(text: unknown, lang: Lang): string | undefined {
  if (typeof text === 'string') return text;
  const own = isRecord(text) ? text[lang] : undefined;
  return typeof own === 'string' ? own : undefined;
}

/** The server's guides come in the reader's language; a form of an SOP itself holds both. */
export function titleOf(schema: Schema, lang: Lang): string | undefined {
  return inLang(schema['x-title'], lang) ?? inLang(schema['title'], lang);
}

export function helpOf(schema: Schema, lang: Lang): string | undefined {
  return inLang(schema['x-help'], lang) ?? inLang(schema['description'], lang);
}

export function exampleOf(schema: Schema): string | undefined {
  const [example] = Array.isArray(schema['examples']) ? (schema['examples'] as unknown[]) : [];
  return typeof example === 'string' || typeof example === 'number' ? String(example) : undefined;
}

export function requiredOf(schema: Schema): Set<string> {
  return new Set(names(schema['required']));
}

/** What stands in a form that nobody has touched: its defaults. */
export function initialValues(schema: Schema): Values {
  const effective = effectiveSchema(schema, schema, {});
  const found = Object.entries(asSchema(effective['properties'])).flatMap(([name, part]) => {
    const field = effectiveSchema(asSchema(part), schema, undefined);
    return 'default' in field ? [[name, field['default']] as const] : [];
  });
  return Object.fromEntries(found);
}

/** What is sent: without fields that were left empty, without answers to questions that are not asked any more. */
export function filledValues(schema: Schema, values: Values, root: Schema = schema): Values {
  const effective = effectiveSchema(schema, root, values);
  const required = requiredOf(effective);
  const found = Object.entries(asSchema(effective['properties'])).flatMap(([name, part]) => {
    const value = filled(asSchema(part), values[name], root, required.has(name));
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}

/** `isRequired`: a group that is needed is there even when nothing in it is filled in; then its fields say what they lack. */
function filled(schema: Schema, value: unknown, root: Schema, isRequired: boolean): unknown {
  const effective = effectiveSchema(schema, root, value);
  const kind = kindOf(effective);
  if (kind === 'fixed') return effective['const'];
  if (kind === 'object') {
    const inner = filledValues(effective, asSchema(value), root);
    return Object.keys(inner).length > 0 || isRequired ? inner : undefined;
  }
  if (kind === 'list' && Array.isArray(value)) {
    const items = value
      .map((item) => filled(asSchema(effective['items']), item, root, false))
      .filter((i) => i !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (value === '' || value === null || (Array.isArray(value) && value.length === 0)) return undefined;
  if (typeof value !== 'string' || (kind !== 'text' && kind !== 'long-text')) return value;
  if (isBlank(value)) return undefined;
  return kind === 'text' ? value.trim() : value;
}

/**
 * What a number field holds: the number, or the text as long as it is none. Full-width signs count as usual ones, and the
 * Chinese full stop, which the same key types, as the point. A whole number that would be rounded stays a text.
 */
export function readNumber(text: string): number | string | undefined {
  const plain = text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]/g, '')
    .replace(/[\u3002\uff61]/g, '.');
  if (plain === '') return undefined;
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  if (!/^-?(\d+(?:\.\d*)?|\.\d+)$/.test(grouped)) return text;
  const number = Number(grouped);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? text : number;
}

/** Whether the form shows what is wrong at a pointer at a field of its own. */
export function hasField(root: Schema, pointer: string): boolean {
  let node = root;
  const names = pointer.split('/').slice(1);
  for (const name of names) {
    const inner = effectiveSchema(node, root, undefined);
    const next = asSchema(inner['properties'])[name] ?? (/^\d+$/.test(name) ? inner['items'] : undefined);
    if (next === undefined) return false;
    node = asSchema(next);
    if (typeof node['$ref'] === 'string') node = dereference(node['$ref'], root);
  }
  return names.length > 0;
}
