import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Text } from '../common/text.js';
import { SAYS_SOMETHING } from './form-schema.js';

type Params = Record<string, unknown>;
type Wording = (params: Params) => Text;

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const both = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const COMPARISONS: Record<string, [en: string, zh: string]> = {
  '<=': ['at most', '不能大于'],
  '>=': ['at least', '不能小于'],
  '<': ['less than', '必须小于'],
  '>': ['greater than', '必须大于'],
};
const TYPES: Record<string, [en: string, zh: string]> = {
  string: ['a text', '文本'],
  number: ['a number', '数字'],
  integer: ['a whole number', '整数'],
  boolean: ['yes or no (true or false)', '是或否（true 或 false）'],
  array: ['a list', '列表'],
  object: ['an object', '对象'],
  null: ['empty (null)', '空值（null）'],
};
const FORMATS: Record<string, [en: string, zh: string]> = {
  date: ['a date such as 2026-03-15', '日期，例如 2026-03-15'],
  time: ['a time such as 09:30:00Z', '时间，例如 09:30:00Z'],
  'date-time': ['a date and time such as 2026-03-15T09:30:00Z', '日期时间，例如 2026-03-15T09:30:00Z'],
  email: ['an e-mail address', '有效的邮箱地址'],
  uri: ['a web address', '有效的网址'],
  uuid: ['a UUID', '有效的 UUID'],
};

/** Nouns of the types of a schema's `type`, which may be one or a list. */
function typeNames(type: unknown): [string, string] {
  const names: unknown[] = Array.isArray(type) ? type : String(type).split(',');
  const known = names.map((name) => TYPES[String(name)] ?? [String(name), String(name)]);
  return [known.map(([en]) => en).join(' or '), known.map(([, zh]) => zh).join('或')];
}

function compare(params: Params): Text {
  const [en, zh] = COMPARISONS[String(params.comparison)] ?? ['', ''];
  return both(`must be ${en} ${shown(params.limit)}`, `${zh} ${shown(params.limit)}`);
}

function oneOfThese(values: string[]): Text {
  return both(`must be one of: ${values.join(', ')}`, `只能是以下之一：${values.join('、')}`);
}

const notAllowed: Wording = () => both('is not a field of this form', '表单中没有这个字段');

const WORDINGS: Record<string, Wording> = {
  required: () => both('is required', '为必填项'),
  dependentRequired: () => both('is required here', '此处为必填项'),
  additionalProperties: notAllowed,
  unevaluatedProperties: notAllowed,
  'false schema': () => both('is not accepted', '不允许填写'),
  unevaluatedItems: () => both('has more entries than allowed', '条目数量超出限制'),
  type: (p) => {
    const [en, zh] = typeNames(p.type);
    return both(`must be ${en}`, `必须是${zh}`);
  },
  enum: (p) => oneOfThese(Array.isArray(p.allowedValues) ? p.allowedValues.map(shown) : []),
  const: (p) => both(`must be ${shown(p.allowedValue)}`, `必须为 ${shown(p.allowedValue)}`),
  minLength: (p) =>
    p.limit === 1
      ? both('must not be empty', '不能为空')
      : both(`must have at least ${shown(p.limit)} characters`, `至少需要 ${shown(p.limit)} 个字符`),
  [SAYS_SOMETHING]: () => both('must not be blank', '不能为空白'),
  maxLength: (p) => both(`must have at most ${shown(p.limit)} characters`, `最多 ${shown(p.limit)} 个字符`),
  pattern: (p) =>
    both(`must match the pattern ${shown(p.pattern)}`, `格式不正确，应符合 ${shown(p.pattern)}`),
  format: (p) => {
    const [en, zh] = FORMATS[String(p.format)] ?? [
      `in the format ${shown(p.format)}`,
      `${shown(p.format)} 格式`,
    ];
    return both(`must be ${en}`, `必须是${zh}`);
  },
  minimum: compare,
  maximum: compare,
  exclusiveMinimum: compare,
  exclusiveMaximum: compare,
  multipleOf: (p) =>
    both(`must be a multiple of ${shown(p.multipleOf)}`, `必须是 ${shown(p.multipleOf)} 的倍数`),
  minItems: (p) => both(`must have at least ${shown(p.limit)} entries`, `至少需要 ${shown(p.limit)} 项`),
  maxItems: (p) => both(`must have at most ${shown(p.limit)} entries`, `最多 ${shown(p.limit)} 项`),
  uniqueItems: () => both('must not hold an entry twice', '不能有重复项'),
  contains: () => both('lacks an entry that is needed', '缺少必需的条目'),
  minProperties: (p) =>
    both(`must have at least ${shown(p.limit)} fields`, `至少需要 ${shown(p.limit)} 个字段`),
  maxProperties: (p) => both(`must have at most ${shown(p.limit)} fields`, `最多 ${shown(p.limit)} 个字段`),
  propertyNames: () => both('has a field whose name is not allowed', '含有不允许的字段名'),
  oneOf: () => both('fits none, or more than one, of what is possible here', '不符合可选项，或同时符合多个'),
  anyOf: () => both('fits none of what is possible here', '不符合任何一个可选项'),
  not: () => both('has a value that is excluded here', '此处不允许该值'),
};

/** The property that an error is about, when it is one that is missing or too many. */
export function propertyOf(error: ErrorObject): string | undefined {
  const params: Params = error.params;
  const name = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  return typeof name === 'string' ? name : undefined;
}

/** The constants among which a choice is made; undefined when it is a choice of something else. */
function choicesOf(error: ErrorObject): string[] | undefined {
  const branches: unknown = error.schema;
  if (!Array.isArray(branches) || !(error.keyword === 'oneOf' || error.keyword === 'anyOf')) return undefined;
  const constants = branches.map((b: unknown) =>
    typeof b === 'object' && b !== null && 'const' in b ? b.const : undefined,
  );
  return constants.includes(undefined) ? undefined : constants.map(shown);
}

/** What is wrong, for the person who fills in the form. */
export function wordFormError(error: ErrorObject): Text {
  const choices = choicesOf(error);
  if (choices) return oneOfThese(choices);
  const wording = Object.hasOwn(WORDINGS, error.keyword) ? WORDINGS[error.keyword] : undefined;
  return wording?.(error.params) ?? both('is not valid', '填写有误');
}
