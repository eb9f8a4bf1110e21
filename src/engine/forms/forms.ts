import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, Options } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { isBlank } from '../common/blank.js';
import { spend, TooCostly, withBudget } from '../common/budget.js';
import { canonicalJson } from '../common/canonical-json.js';
import { spendOnPattern } from '../cel/expression-costs.js';
import { propertyOf, wordFormError } from './form-messages.js';
import { closeSchema, findSchemaFaults, meterSchema, SAYS_SOMETHING, SPENDS } from './form-schema.js';
import type { SchemaFault } from './form-schema.js';
import type { JsonSchema } from '../common/model.js';
import { findUnsafe, pointerToken } from '../common/names.js';
import { compilePattern } from '../common/patterns.js';
import type { Pattern } from '../common/patterns.js';
import type { Text } from '../common/text.js';

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

/**
 * What one look at an answer may cost: parts of the form, each as often as the answer has something for it, by the size
 * of what they are given.
 */
const MOST_STEPS = 200_000;
/** Values that an answer may hold in all: they are not only checked but kept, shown and told, each of which takes time. */
const MOST_VALUES = 10_000;
/** Signs of a text that a part of a form reads for one step, and what a name of an object costs. */
const READ_PER_STEP = 100;
const NAME_STEPS = 3;
/** To write an entry down, so that it can be told from others. */
const STEPS_TO_WRITE = 10;
const TOO_COSTLY: FormError = {
  pointer: '',
  message: { en: 'holds too much to be checked with this form', 'zh-CN': '内容过多，无法按此表单检查' },
};

const linearRegExp = Object.assign(countedPattern, { code: 'countedPattern' });
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
  // What is referred to stands once, however often it is referred to.
  inlineRefs: false,
  code: { regExp: linearRegExp },
  formats: Object.fromEntries(FORMAT_NAMES.map((name) => [name, fullFormats[name]])),
};
const ajv = withBlanks(withCosts(withLinearUniqueness(new Ajv2020(OPTIONS))));

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
  const built = buildChecks(schema);
  return Array.isArray(built) ? built : [];
}

/** The checks, or what is wrong with the schema. `enforced`: as it is enforced. */
function buildChecks(schema: JsonSchema, enforced = closeSchema): Validate | SchemaFault[] {
  const faults = findPlainFaults(schema, enforced);
  if (faults.length > 0) return faults;
  try {
    return compileUnkept(enforced(schema));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ pointer: '', message: { en: `Not supported: ${reason}`, 'zh-CN': `不支持：${reason}` } }];
  }
}

/** Those that are found without building the checks. */
function findPlainFaults(schema: JsonSchema, enforced = closeSchema): SchemaFault[] {
  const faults = findSchemaFaults(schema);
  if (faults.length > 0 || ajv.validateSchema(enforced(schema)) === true) return faults;
  return (ajv.errors ?? [])
    .slice(0, MAX_ERRORS)
    .map((e) => ({ pointer: e.instancePath, message: wordFormError(e) }));
}

/**
 * Compiles a form. Fields that the schema does not name are refused at every object that does not say otherwise;
 * `__proto__`, `constructor` and `prototype` are refused everywhere, and an answer that would take too long to check.
 * Throws `FormInvalid`; for what only shows when the checks are built, the first look throws it.
 */
export function compileForm(schema: JsonSchema): Form {
  return compileLook(schema, closeSchema, MOST_VALUES);
}

/**
 * Compiles what the answer of another system must look like: as a form, but fields that the schema does not name are let
 * be, and how many values there may be was asked before it was read. Throws as `compileForm` does.
 */
export function compileAnswer(schema: JsonSchema): Form {
  return compileLook(schema, meterSchema, Infinity);
}

function compileLook(schema: JsonSchema, enforced: typeof closeSchema, mostValues: number): Form {
  const faults = findPlainFaults(schema, enforced);
  if (faults.length > 0) throw new FormInvalid(faults);
  // An SOP has many forms, and most of its moves need none or one of them.
  let validate: Validate | null = null;
  return (data) => {
    const unsafe = findUnsafe(data);
    if (unsafe !== null) {
      return [
        { pointer: unsafe, message: { en: 'is not a field of this form', 'zh-CN': '表单中没有这个字段' } },
      ];
    }
    if (hasMoreValues(data, mostValues)) return [TOO_COSTLY];
    const run = (validate ??= mustBuild(schema, enforced));
    try {
      return withBudget('the form', MOST_STEPS, () => (run(data) ? [] : tellErrors(run.errors ?? [])));
    } catch (error) {
      if (error instanceof TooCostly) return [TOO_COSTLY];
      throw error;
    }
  };
}

function hasMoreValues(data: unknown, most: number): boolean {
  let left = most;
  const count = (value: unknown): boolean => {
    left -= 1;
    if (left < 0) return true;
    return typeof value === 'object' && value !== null && Object.values(value).some(count);
  };
  return count(data);
}

type Validate = ReturnType<typeof ajv.compile>;

function mustBuild(schema: JsonSchema, enforced: typeof closeSchema): Validate {
  const built = buildChecks(schema, enforced);
  if (Array.isArray(built)) throw new FormInvalid(built);
  return built;
}

function tellErrors(errors: ErrorObject[]): FormError[] {
  return dropDetails(errors.slice(0, MOST_LOOKED_AT)).slice(0, MAX_ERRORS).map(describe);
}

function countedPattern(source: string): Pattern {
  const pattern = compilePattern(source);
  const test = (text: string): boolean => {
    spendOnPattern(text, pattern);
    return pattern.test(text);
  };
  return { ...pattern, test };
}

/** Each look at a part of the form counts. */
function withCosts(instance: Ajv2020): Ajv2020 {
  return instance.addKeyword({
    keyword: SPENDS,
    schemaType: 'number',
    errors: false,
    validate: (steps: number, data: unknown) => {
      spend(steps + lengthOf(data));
      return true;
    },
  });
}

/** What is empty is told as that already. */
function withBlanks(instance: Ajv2020): Ajv2020 {
  return instance.addKeyword({
    keyword: SAYS_SOMETHING,
    type: 'string',
    schemaType: 'boolean',
    errors: false,
    validate: (_wanted: boolean, text: string) => text === '' || !isBlank(text),
  });
}

/** What is read of an answer: the signs of a text, and each name of an object, which may be one that nobody knows. */
function lengthOf(data: unknown): number {
  if (typeof data === 'string') return Math.floor(data.length / READ_PER_STEP);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return 0;
  return NAME_STEPS * Object.keys(data).length;
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
      !wanted || new Set(items.map(countedCanonical)).size === items.length,
  });
}

function countedCanonical(value: unknown): string {
  spend(STEPS_TO_WRITE);
  const text = canonicalJson(value);
  spend(Math.floor(text.length / READ_PER_STEP));
  return text;
}

/** Our own instance keeps no compiled schema: drafts are checked again and again. */
function compileUnkept(schema: JsonSchema): Validate {
  try {
    return ajv.compile(schema);
  } finally {
    ajv.removeSchema(schema);
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
