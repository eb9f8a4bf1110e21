import { isRecord } from './yaml-render';
import { valueAt } from './edit-value';
import type { YamlPath } from './yaml-text';

export type Schema = Record<string, unknown>;

/** Inside of forms and of what other systems answer stands JSON Schema; these are the words of it that help in an SOP. */
const FORM: Schema = {
  type: 'object',
  properties: {
    type: { enum: ['string', 'number', 'integer', 'boolean', 'array', 'object'] },
    properties: { type: 'object', additionalProperties: { $ref: '#/$defs/form' } },
    required: { type: 'array', items: { type: 'string' } },
    enum: { type: 'array', items: { type: 'string' } },
    items: { $ref: '#/$defs/form' },
    format: { enum: ['date', 'date-time', 'time', 'email', 'uri', 'multiline'] },
    pattern: { type: 'string' },
    ...Object.fromEntries(
      ['minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'minItems', 'maxItems'].map(
        (key) => [key, { type: 'integer' }],
      ),
    ),
    default: {},
    examples: { type: 'array', items: {} },
    additionalProperties: { type: 'boolean' },
    'x-title': { $ref: '#/$defs/text' },
    'x-help': { $ref: '#/$defs/text' },
    'x-enum-titles': { type: 'object', additionalProperties: { $ref: '#/$defs/text' } },
  },
};

/** What the format allows at a path, in every form that may be meant there. `value`: the SOP as far as it can be read. */
export function schemasAt(root: Schema, path: YamlPath, value: unknown): Schema[] {
  let at: Schema[] = [root];
  path.forEach((key, depth) => {
    const here = valueAt(value, path.slice(0, depth));
    at = at.flatMap((schema) => expand(root, schema, here)).flatMap((schema) => childOf(schema, key));
  });
  return at.flatMap((schema) => expand(root, schema, valueAt(value, path)));
}

/** The form itself and those that it refers to. */
function expand(root: Schema, schema: Schema, value: unknown, depth = 0): Schema[] {
  if (depth > 6) return [];
  const go = (inner: unknown): Schema[] => (isRecord(inner) ? expand(root, inner, value, depth + 1) : []);
  const ref = schema['$ref'];
  if (ref === '#/$defs/form') return [FORM];
  if (typeof ref === 'string') return go(valueAt(root, ref.slice(2).split('/')));
  if (String(schema['description']).includes('JSON Schema'))
    return [FORM, { ...schema, properties: undefined }];
  const branches = [schema['then'], schema['else']].flatMap(go);
  const choices = Array.isArray(schema['oneOf']) ? chosen(schema['oneOf'], value).flatMap(go) : [];
  return [schema, ...branches, ...choices];
}

/** Of several forms that are told apart by `type` the one that is meant; all of them while none is. */
function chosen(choices: unknown[], value: unknown): unknown[] {
  const type = valueAt(value, ['type']);
  const meant = choices.filter((choice) => valueAt(choice, ['properties', 'type', 'const']) === type);
  return meant.length > 0 ? meant : choices;
}

function childOf(schema: Schema, key: string | number): Schema[] {
  const child =
    typeof key === 'number'
      ? schema['items']
      : (valueAt(schema['properties'], [key]) ?? schema['additionalProperties']);
  return isRecord(child) ? [child] : [];
}
