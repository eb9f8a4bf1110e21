import { Environment } from '@marcbachmann/cel-js';
import type { Json, JsonObject, JsonSchema } from '../common/model.js';
import { registerMembership, registerVocabulary } from './expression-vocabulary.js';

/** What an expression may speak of. */
export interface ScopeSchemas {
  /** JSON Schema of the ticket's context. */
  context: JsonSchema;
  /** JSON Schema of `event.data`; absent: data of every shape. */
  eventData?: JsonSchema;
  /** JSON Schema of `event.output`, the answer of a call; absent: answers of every shape. */
  output?: JsonSchema;
  /** Ids of the SOP's limits; absent or empty: there is no variable `limits`. */
  limits?: readonly string[];
}

/** Variables of every expression; `vars` of a compiled expression has exactly these names. `limits` may be missing. */
export const VARIABLES = ['context', 'ticket', 'customer', 'event', 'actor', 'now', 'limits'] as const;
export type Variable = (typeof VARIABLES)[number];

const LIMITS = { maxAstNodes: 2_000, maxDepth: 50, maxListElements: 200, maxMapEntries: 200 };
const MAX_REF_DEPTH = 12;

/** An environment in which expressions are checked, never evaluated: fields have the types of the schemas. */
export function buildTypedEnvironment(schemas: ScopeSchemas): Environment {
  const environment = new Environment({ limits: LIMITS, homogeneousAggregateLiterals: false });
  registerVocabulary(environment);
  registerMembership(environment);
  const types = new TypeNames(environment);
  const data = schemas.eventData ? types.nameOf(schemas.eventData, 'EventData') : 'dyn';
  const output = schemas.output ? types.nameOf(schemas.output, 'Output') : 'dyn';
  environment
    .registerType('Error', { fields: { code: 'string', message: 'string' } })
    .registerType('Event', { fields: { type: 'string', data, output, error: 'Error' } })
    .registerType('Ticket', {
      fields: {
        ...{ id: 'string', number: 'double', subject: 'string', channel: 'string', priority: 'string' },
        ...{ team: 'string', tier: 'double', lang: 'string', reopenings: 'double', createdAt: 'string' },
      },
    })
    .registerType('Customer', { fields: { id: 'string', name: 'string', tier: 'string' } })
    .registerType('Actor', {
      fields: { kind: 'string', id: 'string', name: 'string', roles: 'list<string>', tier: 'double' },
    })
    .registerVariable('context', types.nameOf(schemas.context, 'Context'))
    .registerVariable('ticket', 'Ticket')
    .registerVariable('customer', 'Customer')
    .registerVariable('event', 'Event')
    .registerVariable('actor', 'Actor')
    .registerVariable('now', 'google.protobuf.Timestamp');
  registerLimits(environment, schemas.limits ?? []);
  return environment;
}

/** Only the SOP's own limits exist. */
function registerLimits(environment: Environment, ids: readonly string[]): void {
  if (ids.length === 0) return;
  environment
    .registerType('Limit', { fields: { used: 'double', most: 'double', left: 'double' } })
    .registerType('Limits', { fields: Object.fromEntries(ids.map((id) => [id, 'Limit'])) })
    .registerVariable('limits', 'Limits');
}

/**
 * An environment in which expressions are evaluated: variables are plain JSON, so nothing is converted or copied.
 * `without` leaves one variable out, which tells whether an expression speaks of it.
 */
export function buildDynamicEnvironment(without?: Variable): Environment {
  const environment = new Environment({ limits: LIMITS, homogeneousAggregateLiterals: false });
  registerVocabulary(environment);
  for (const name of VARIABLES) {
    if (name !== without)
      environment.registerVariable(name, name === 'now' ? 'google.protobuf.Timestamp' : 'dyn');
  }
  return environment;
}

/** Turns JSON Schemas into type names of an environment, registering object types on the way. */
class TypeNames {
  private readonly taken = new Set<string>();

  constructor(private readonly environment: Environment) {}

  nameOf(schema: JsonSchema, name: string): string {
    return this.visit(schema, schema, name, 0);
  }

  private visit(schema: Json | undefined, root: JsonSchema, name: string, depth: number): string {
    if (!isObject(schema) || depth > MAX_REF_DEPTH) return 'dyn';
    if (typeof schema.$ref === 'string') return this.visit(follow(schema.$ref, root), root, name, depth + 1);
    switch (typeOf(schema)) {
      case 'string':
        return 'string';
      case 'number':
      case 'integer':
        return 'double';
      case 'boolean':
        return 'bool';
      case 'array':
        return `list<${this.visit(schema.items, root, `${name}.item`, depth + 1)}>`;
      case 'object':
        return this.visitObject(schema, root, name, depth);
      default:
        return 'dyn';
    }
  }

  private visitObject(schema: JsonObject, root: JsonSchema, name: string, depth: number): string {
    if (!isObject(schema.properties)) {
      return `map<string, ${this.visit(schema.additionalProperties, root, `${name}.value`, depth + 1)}>`;
    }
    const fields: Record<string, string> = {};
    for (const [key, property] of Object.entries(schema.properties)) {
      fields[key] = this.visit(property, root, `${name}.${key.replace(/\W/g, '_')}`, depth + 1);
    }
    let unique = name;
    for (let n = 2; this.taken.has(unique); n += 1) unique = `${name}${String(n)}`;
    this.taken.add(unique);
    this.environment.registerType(unique, { fields });
    return unique;
  }
}

/** The one JSON type of a schema; undefined for several or none. Enumerations and constants count by their values. */
function typeOf(schema: JsonObject): string | undefined {
  if (typeof schema.type === 'string') return schema.type;
  if (schema.type !== undefined) return undefined;
  const values = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : [];
  const types = new Set(values.map((v) => (v === null || typeof v === 'object' ? 'other' : typeof v)));
  const [only] = types;
  return types.size === 1 && only !== 'other' ? only : undefined;
}

function follow(ref: string, root: JsonSchema): Json | undefined {
  const match = /^#\/\$defs\/([^/]+)$/.exec(ref);
  return match?.[1] !== undefined && isObject(root.$defs) && Object.hasOwn(root.$defs, match[1])
    ? root.$defs[match[1]]
    : undefined;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
