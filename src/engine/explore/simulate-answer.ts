import { compileForm } from '../forms/forms.js';
import type { FormError } from '../forms/forms.js';
import type { Json, JsonObject, JsonSchema } from '../common/model.js';

const MAX_DEPTH = 12;

/**
 * An answer that another system could have given, by the schema that the SOP has for it: what a walk-through goes on
 * with while nobody says anything else. Examples and enums come first; null where the schema leaves no other guess.
 */
export function sampleAnswer(schema: JsonSchema): Json {
  return sample(schema, schema, 0);
}

/** What is wrong with an answer by the schema of its call; fields that the schema does not name are let through. */
export function findAnswerFaults(schema: JsonSchema, answer: Json): FormError[] {
  return compileForm(openSchema(schema) as JsonSchema)(answer);
}

/** Forms are closed where they do not say otherwise; answers of other systems are open. */
function openSchema(node: Json): Json {
  if (Array.isArray(node)) return node.map(openSchema);
  if (!isObject(node)) return node;
  const open: JsonObject = {};
  for (const [key, value] of Object.entries(node)) {
    open[key] = VALUES.has(key) ? value : NAMED.has(key) ? openEach(value) : openSchema(value);
  }
  const says = 'additionalProperties' in node || 'unevaluatedProperties' in node;
  const isSchemaOfObject = 'properties' in node || node.type === 'object';
  return isSchemaOfObject && !says ? { ...open, additionalProperties: true } : open;
}

/** Keywords that hold values, and those that hold schemas by name: a field may be called `properties` too. */
const VALUES = new Set(['const', 'enum', 'examples', 'default', 'required', 'x-enum-titles']);
const NAMED = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas']);

function openEach(value: Json): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, openSchema(schema)]));
}

function sample(schema: Json | undefined, root: JsonSchema, depth: number): Json {
  if (!isObject(schema) || depth > MAX_DEPTH) return null;
  if (typeof schema.$ref === 'string') return sample(lookUp(schema.$ref, root), root, depth + 1);
  if (schema.const !== undefined) return schema.const;
  for (const key of ['examples', 'enum']) {
    const [first] = Array.isArray(schema[key]) ? schema[key] : [];
    if (first !== undefined) return first;
  }
  if (schema.default !== undefined) return schema.default;
  for (const key of ['oneOf', 'anyOf']) {
    const [first] = Array.isArray(schema[key]) ? schema[key] : [];
    if (first !== undefined) return sample({ ...rest(schema, key), ...asObject(first) }, root, depth + 1);
  }
  return sampleByType(schema, root, depth);
}

function sampleByType(schema: JsonSchema, root: JsonSchema, depth: number): Json {
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  switch (type) {
    case 'string':
      return sampleString(schema);
    case 'integer':
    case 'number':
      return sampleNumber(schema, type === 'integer');
    case 'boolean':
      return true;
    case 'array': {
      const count = Math.min(Math.max(1, numberOf(schema.minItems) ?? 1), numberOf(schema.maxItems) ?? 20);
      return Array.from({ length: count }, () => sample(schema.items ?? {}, root, depth + 1));
    }
    case 'null':
      return null;
    default:
      return 'properties' in schema || type === 'object' ? sampleObject(schema, root, depth) : null;
  }
}

/** Every field, the optional ones too, so that a walk-through sees what an answer can hold. */
function sampleObject(schema: JsonSchema, root: JsonSchema, depth: number): JsonObject {
  const fields = Object.entries(asObject(schema.properties));
  return Object.fromEntries(fields.map(([name, field]) => [name, sample(field, root, depth + 1)]));
}

const BY_FORMAT: Record<string, string> = {
  date: '2026-01-31',
  time: '09:30:00Z',
  'date-time': '2026-01-31T09:30:00Z',
  duration: 'P1D',
  email: 'someone@example.com',
  uri: 'https://example.com/1',
  uuid: '00000000-0000-4000-8000-000000000001',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
};

function sampleString(schema: JsonSchema): string {
  const known = typeof schema.format === 'string' ? BY_FORMAT[schema.format] : undefined;
  if (known !== undefined) return known;
  return 'sample'
    .padEnd(numberOf(schema.minLength) ?? 0, '-')
    .slice(0, numberOf(schema.maxLength) ?? undefined);
}

function sampleNumber(schema: JsonSchema, whole: boolean): number {
  const step = numberOf(schema.multipleOf) ?? (whole ? 1 : null);
  const above = numberOf(schema.exclusiveMinimum);
  const below = numberOf(schema.exclusiveMaximum);
  const gap = step ?? 0.01;
  const least = numberOf(schema.minimum) ?? (above === null ? null : above + gap);
  const most = numberOf(schema.maximum) ?? (below === null ? null : below - gap);
  const wish = Math.min(Math.max(1, least ?? 1), most ?? Infinity);
  return step === null ? wish : Math.ceil(wish / step) * step;
}

const numberOf = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const asObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

function rest(schema: JsonSchema, without: string): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== without));
}

function lookUp(ref: string, root: JsonSchema): Json | undefined {
  const name = /^#\/\$defs\/([\w-]+)$/.exec(ref)?.[1];
  return name === undefined ? undefined : asObject(root.$defs)[name];
}
