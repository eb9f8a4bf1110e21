import { compilePattern } from '../engine/index.js';
import type { Json, JsonObject, JsonSchema } from '../engine/common/model.js';
import type { Chance } from './chance.js';

/** What is known when a form is filled in: facts by field name, and words for fields that ask for words. */
export interface Knowledge {
  facts: Readonly<Record<string, Json>>;
  /** ISO 8601. */
  today: string;
  words: () => string;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const number = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);

/**
 * Data that fit a form: every required field, and `optional` (a share in [0, 1]) of the others. A known fact is used
 * where it fits; beyond that an example, an enum's value or something of the right kind. The caller checks the result.
 */
export function fillForm(
  schema: JsonSchema,
  knowledge: Knowledge,
  chance: Chance,
  optional = 0.5,
): JsonObject {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const fields = isObject(schema['properties']) ? schema['properties'] : {};
  const data: JsonObject = {};
  for (const [name, field] of Object.entries(fields)) {
    if (!isObject(field)) continue;
    if (!required.includes(name) && !chance.happens(optional)) continue;
    data[name] = fillField(name, field, knowledge, chance);
  }
  return data;
}

function fillField(name: string, field: JsonSchema, knowledge: Knowledge, chance: Chance): Json {
  if (field['const'] !== undefined) return field['const'];
  const options = field['enum'];
  const fact = knowledge.facts[name];
  if (Array.isArray(options) && options.length > 0)
    return fact !== undefined && options.includes(fact) ? fact : pickOption(options, chance);
  if (fact !== undefined && fits(fact, field)) return fact;
  const type = Array.isArray(field['type']) ? field['type'].find((t) => t !== 'null') : field['type'];
  switch (type) {
    case 'boolean':
      return chance.happens(0.8);
    case 'integer':
    case 'number':
      return fillNumber(field, type, chance);
    case 'array':
      return fillArray(name, field, knowledge, chance);
    case 'object':
      return fillForm(field, knowledge, chance);
    default:
      return fillString(name, field, knowledge, chance);
  }
}

/** Earlier options are the usual ones: forms put them first. */
function pickOption(options: readonly Json[], chance: Chance): Json {
  return chance.weighted(options.map((option, i) => [option, 1 / (1 + i * 0.6)] as const));
}

function fits(value: Json, field: JsonSchema): boolean {
  const types = Array.isArray(field['type']) ? field['type'] : [field['type']];
  if (typeof value === 'string') {
    const pattern = field['pattern'];
    return (
      types.includes('string') &&
      value.length >= (number(field['minLength']) ?? 0) &&
      value.length <= (number(field['maxLength']) ?? Infinity) &&
      (typeof pattern !== 'string' || compilePattern(pattern).test(value))
    );
  }
  if (typeof value === 'number') {
    const { least, most } = range(field);
    const above = number(field['exclusiveMinimum']);
    const isEnough = above === null ? value >= least : value > above;
    return (types.includes('number') || types.includes('integer')) && isEnough && value <= most;
  }
  return typeof value === 'boolean' && types.includes('boolean');
}

function range(field: JsonSchema): { least: number; most: number } {
  const above = number(field['exclusiveMinimum']);
  const below = number(field['exclusiveMaximum']);
  const least = number(field['minimum']) ?? (above === null ? 0 : above + 1);
  const most = number(field['maximum']) ?? (below === null ? least + 100 : below - 1);
  return { least, most };
}

function fillNumber(field: JsonSchema, type: string, chance: Chance): number {
  const { least, most } = range(field);
  const step = number(field['multipleOf']) ?? (type === 'integer' ? 1 : 0.5);
  const top = Math.min(most, least + 100);
  return Math.min(most, Math.ceil((least + chance.unit() * (top - least)) / step) * step);
}

function fillArray(name: string, field: JsonSchema, knowledge: Knowledge, chance: Chance): Json[] {
  const items = isObject(field['items']) ? field['items'] : { type: 'string' };
  const least = number(field['minItems']) ?? 1;
  const count = Math.max(
    least,
    Math.min(number(field['maxItems']) ?? least + 1, chance.int(least, least + 1)),
  );
  const options = items['enum'];
  if (Array.isArray(options)) return options.slice(0, count);
  return Array.from({ length: count }, () => fillField(name, items, knowledge, chance));
}

function fillString(name: string, field: JsonSchema, knowledge: Knowledge, chance: Chance): string {
  if (field['format'] === 'date') return knowledge.today.slice(0, 10);
  if (field['format'] === 'date-time') return knowledge.today;
  const examples = Array.isArray(field['examples'])
    ? field['examples'].filter((e) => typeof e === 'string')
    : [];
  const words = knowledge.words();
  const serial = `SF${String(chance.int(100_000_000, 999_999_999))}`;
  const isNumber = field['pattern'] !== undefined || /(?:Id|No|[nN]umber)$/.test(name);
  const candidates = isNumber ? [serial, ...examples, words] : [words];
  const fitting = candidates.find((c) => fits(c, field));
  if (fitting !== undefined) return fitting;
  const most = number(field['maxLength']) ?? Infinity;
  const least = number(field['minLength']) ?? 0;
  const one = words.length > most ? serial : words;
  return one.padEnd(least, '。').slice(0, most);
}
