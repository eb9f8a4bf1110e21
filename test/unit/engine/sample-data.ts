import type { Json, JsonObject, JsonSchema } from '../../../src/engine/common/model.js';

/** A value that fits a schema of the shipped forms; `pick` chooses among what is possible. */
export function sample(schema: JsonSchema, pick: (n: number) => number): Json {
  if (Array.isArray(schema.examples) && schema.examples.length > 0) return one(schema.examples, pick);
  if (Array.isArray(schema.enum)) return one(schema.enum, pick);
  if ('const' in schema) return schema.const ?? null;
  const type = Array.isArray(schema.type) ? (schema.type[0] ?? 'null') : schema.type;
  switch (type) {
    case 'string':
      return 'some text of a person'
        .slice(0, Number(schema.maxLength ?? 200))
        .padEnd(Number(schema.minLength ?? 0), '.');
    case 'number':
    case 'integer': {
      const least = Number(schema.minimum ?? Number(schema.exclusiveMinimum ?? 0) + 1);
      return Math.min(least + pick(600), Number(schema.maximum ?? Infinity));
    }
    case 'boolean':
      return pick(2) === 1;
    case 'array':
      return [sample((schema.items ?? {}) as JsonSchema, pick)];
    case 'object':
    case undefined:
      return sampleObject(schema, pick);
    default:
      return null;
  }
}

export function sampleObject(schema: JsonSchema, pick: (n: number) => number): JsonObject {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.fromEntries(
    properties
      .filter(([name]) => required.includes(name) || pick(3) > 0)
      .map(([name, property]) => [name, sample(property, pick)]),
  );
}

function one(values: Json[], pick: (n: number) => number): Json {
  return values[pick(values.length)] ?? null;
}
