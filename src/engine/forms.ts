import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, Options } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { propertyOf, wordFormError } from './form-messages.js';
import { closeSchema, findSchemaFaults } from './form-schema.js';
import type { SchemaFault } from './form-schema.js';
import type { JsonSchema } from './model.js';
import { findUnsafe, pointerToken } from './names.js';
import { compilePattern } from './patterns.js';
import type { Text } from './text.js';

export type { SchemaFault } from './form-schema.js';

/** One thing that is wrong with what was filled in: JSON pointer into the data. */
export interface FormError {
  pointer: string;
  message: Text;
}
export type Form = (data: unknown) => FormError[];

/** Thrown by `compileForm` for a schema that `checkForm` finds fault with. */
export class FormInvalid extends Error {
  constructor(readonly faults: SchemaFault[]) {
    super(
      `The form's schema is not valid: ${faults.map((f) => `${f.pointer || '/'} ${f.message.en}`).join(' ')}`,
    );
    this.name = 'FormInvalid';
  }
}

/** Formats whose checks are known to run in linear time. */
const FORMAT_NAMES = [
  'date',
  'time',
  'date-time',
  'duration',
  'email',
  'uri',
  'uuid',
  'hostname',
  'ipv4',
  'ipv6',
] as const;
const MAX_ERRORS = 50;
/** Errors among which those to be told are chosen: choosing takes longer by their square. */
const MOST_LOOKED_AT = 1_000;

const linearRegExp = Object.assign((pattern: string) => compilePattern(pattern), { code: 'compilePattern' });
const OPTIONS: Options = {
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  allowUnionTypes: true,
  ownProperties: true,
  messages: false,
  verbose: true,
  addUsedSchema: false,
  code: { regExp: linearRegExp },
  formats: Object.fromEntries(FORMAT_NAMES.map((name) => [name, fullFormats[name]])),
};
const ajv = withLinearUniqueness(new Ajv2020(OPTIONS));

/** What is wrong with a form's schema: not JSON Schema 2020-12, or not what we support. Empty when nothing is. */
export function checkForm(schema: JsonSchema): SchemaFault[] {
  const unsafe = findUnsafe(schema);
  if (unsafe !== null) {
    return [
      {
        pointer: unsafe,
        message: { en: 'This name is not allowed here.', 'zh-CN': '此处不允许使用该名称。' },
      },
    ];
  }
  const faults = findSchemaFaults(schema);
  if (faults.length > 0) return faults;
  const closed = closeSchema(schema);
  if (ajv.validateSchema(closed) !== true) {
    return (ajv.errors ?? [])
      .slice(0, MAX_ERRORS)
      .map((e) => ({ pointer: e.instancePath, message: wordFormError(e) }));
  }
  try {
    compileClosed(closed);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ pointer: '', message: { en: `Not supported: ${reason}`, 'zh-CN': `不支持：${reason}` } }];
  }
}

/**
 * Compiles a form. Fields that the schema does not name are refused at every object that does not say otherwise;
 * `__proto__`, `constructor` and `prototype` are refused everywhere. Throws `FormInvalid`.
 */
export function compileForm(schema: JsonSchema): Form {
  const faults = checkForm(schema);
  if (faults.length > 0) throw new FormInvalid(faults);
  const validate = compileClosed(closeSchema(schema));
  return (data) => {
    const unsafe = findUnsafe(data);
    if (unsafe !== null) {
      return [
        { pointer: unsafe, message: { en: 'is not a field of this form', 'zh-CN': '表单中没有这个字段' } },
      ];
    }
    return validate(data)
      ? []
      : dropDetails((validate.errors ?? []).slice(0, MOST_LOOKED_AT))
          .slice(0, MAX_ERRORS)
          .map(describe);
  };
}

/** Ajv compares each entry with each other one; this looks each up among those before it. */
function withLinearUniqueness(instance: Ajv2020): Ajv2020 {
  instance.removeKeyword('uniqueItems');
  return instance.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    errors: false,
    validate: (wanted: boolean, items: unknown[]) =>
      !wanted || new Set(items.map(canonical)).size === items.length,
  });
}

/** The same text for equal JSON values, whatever the order of their fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Our own instance keeps no compiled schema: drafts are checked again and again. */
function compileClosed(closed: JsonSchema): ReturnType<typeof ajv.compile> {
  try {
    return ajv.compile(closed);
  } finally {
    ajv.removeSchema(closed);
  }
}

/** Of a choice that nothing fits, only the choice itself is told, not why each possibility failed. */
function dropDetails(errors: ErrorObject[]): ErrorObject[] {
  const choices = errors
    .filter((e) => e.keyword === 'oneOf' || e.keyword === 'anyOf')
    .map((e) => `${e.schemaPath}/`);
  return errors.filter(
    (e) => e.keyword !== 'if' && !choices.some((choice) => e.schemaPath.startsWith(choice)),
  );
}

function describe(error: ErrorObject): FormError {
  const property = propertyOf(error);
  const pointer =
    property === undefined ? error.instancePath : `${error.instancePath}/${pointerToken(property)}`;
  return { pointer, message: wordFormError(error) };
}
