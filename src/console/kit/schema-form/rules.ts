import { Validator, type OutputUnit } from '@cfworker/json-schema';
import type { Say } from '../../i18n/texts';
import { asSchema, dereference, filledValues, withoutSlowPatterns, type Schema, type Values } from './model';
import type { schemaFormTexts } from './texts';

/** One thing that is wrong: JSON pointer into the values, and which rule of the schema says so. */
export interface Issue {
  pointer: string;
  keyword: string;
  limit: unknown;
}

/** Keywords that only say that something within them is wrong. */
const WRAPPERS = new Set([
  ...['properties', 'patternProperties', 'items', 'prefixItems', '$ref', 'allOf', 'if', 'dependentSchemas'],
  ...['additionalProperties', 'unevaluatedProperties'],
]);
/** Of a choice that nothing fits only the choice is told. */
const CHOICES = ['anyOf', 'oneOf', 'not', 'contains', 'propertyNames'];

/** Where the validator names the field that is missing: in its message alone. */
const MISSING: Record<string, RegExp> = {
  required: /required property "(.*)"\.$/s,
  dependentRequired: /does not have "(.*)"\.$/s,
};

/** What is wrong with the answers so far; the first of each field. Pointers are those of the form. */
export function findIssues(schema: Schema, values: Values): Issue[] {
  const root = asSchema(withoutSlowPatterns(schema));
  let units: OutputUnit[];
  try {
    const validator = new Validator(root, '2020-12', false);
    units = validator.validate(filledValues(schema, values)).errors;
  } catch {
    // A schema that cannot be read here is checked by the server.
    return [];
  }
  const choices = units
    .filter(({ keyword }) => CHOICES.includes(keyword))
    .map((unit) => unit.keywordLocation);
  const found = new Map<string, Issue>();
  for (const unit of units) {
    const isDetail = choices.some((place) => unit.keywordLocation.startsWith(`${place}/`));
    if (WRAPPERS.has(unit.keyword) || isDetail) continue;
    const issue = toIssue(unit, root);
    if (!found.has(issue.pointer)) found.set(issue.pointer, issue);
  }
  return [...found.values()];
}

function toIssue(unit: OutputUnit, root: Schema): Issue {
  const { keyword } = unit;
  const place = unit.instanceLocation.slice(1);
  const missing = MISSING[keyword]?.exec(unit.error)?.[1];
  const pointer = missing === undefined ? place : `${place}/${toToken(missing)}`;
  return { pointer, keyword, limit: ruleAt(unit.keywordLocation, root) };
}

export function toToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function fromToken(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** What the schema says at a place such as `#/properties/amount/maximum`. */
function ruleAt(location: string, root: Schema): unknown {
  let node: unknown = root;
  for (const token of location.split('/').slice(1)) {
    const name = fromToken(decodeURIComponent(token));
    const { $ref } = asSchema(node);
    node = name === '$ref' && typeof $ref === 'string' ? dereference($ref, root) : child(node, name);
  }
  return node;
}

function child(node: unknown, name: string): unknown {
  if (Array.isArray(node)) return node[Number(name)] as unknown;
  return asSchema(node)[name];
}

type Key = keyof typeof schemaFormTexts.entries;
const BY_KEYWORD: Record<string, Key> = {
  required: 'required',
  dependentRequired: 'required',
  maxLength: 'maxLength',
  pattern: 'pattern',
  minimum: 'minimum',
  maximum: 'maximum',
  exclusiveMinimum: 'exclusiveMinimum',
  exclusiveMaximum: 'exclusiveMaximum',
  multipleOf: 'multipleOf',
  minItems: 'minItems',
  maxItems: 'maxItems',
  uniqueItems: 'uniqueItems',
  contains: 'contains',
  enum: 'enum',
  anyOf: 'enum',
  oneOf: 'enum',
  const: 'const',
};
const BY_TYPE: Record<string, Key> = {
  number: 'typeNumber',
  integer: 'typeInteger',
  boolean: 'typeBoolean',
};
const BY_FORMAT: Record<string, Key> = {
  date: 'formatDate',
  time: 'formatTime',
  'date-time': 'formatDateTime',
  email: 'formatEmail',
  uri: 'formatUri',
};

/** What is wrong, for the person who fills in the form. `example`: how it could look. */
export function wordIssue(issue: Issue, say: Say<Key>, example?: string): string {
  const { keyword, limit } = issue;
  const amount = typeof limit === 'number' || typeof limit === 'string' ? limit : '';
  if (keyword === 'type') return say(BY_TYPE[String(limit)] ?? 'invalid');
  if (keyword === 'format') return say(BY_FORMAT[String(limit)] ?? 'formatOther');
  if (keyword === 'minLength') return limit === 1 ? say('required') : say('minLength', { limit: amount });
  if (keyword === 'pattern' && example !== undefined) return say('patternLike', { example });
  return say(BY_KEYWORD[keyword] ?? 'invalid', { limit: amount });
}
