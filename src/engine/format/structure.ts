import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { ACTION_TYPES, LIMIT_ID } from './format-parts.js';
import { sopFormatSchema } from './format-schema.js';
import type { Finding, SopDefinition } from '../common/model.js';
import { joinPointer } from './positions.js';
import type { Text } from '../common/text.js';
import { suggestName } from './suggest.js';

/** Errors beyond this say nothing new. */
const MAX_FINDINGS = 50;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文本',
  object: '映射',
  array: '列表',
  boolean: 'true 或 false',
  integer: '整数',
  number: '数字',
};
const TYPE_NAMES_EN: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a mapping',
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
};

const LIMIT_ID_HINT: Text = {
  en: 'The id of a limit is a name such as `orderRefunds`: letters and digits, a small letter first, 40 characters at most.',
  'zh-CN': '限额的 id 应形如 `orderRefunds`：只含字母和数字，以小写字母开头，最多 40 个字符。',
};

let compiled: ValidateFunction | undefined;

function formatValidator(): ValidateFunction {
  compiled ??= new Ajv2020({
    allErrors: true,
    verbose: true,
    discriminator: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    addUsedSchema: false,
  }).compile(sopFormatSchema());
  return compiled;
}

/** Whether the value has the shape of an SOP. */
export function hasSopShape(value: unknown): value is SopDefinition {
  return formatValidator()(value);
}

/** What keeps a value from having the shape of an SOP, each with its place and what would be accepted. */
export function findStructureFaults(value: unknown): Finding[] {
  const validate = formatValidator();
  if (validate(value)) return [];
  const found = new Map<string, Finding>();
  for (const error of validate.errors ?? []) {
    const finding = wordError(error);
    if (!finding) continue;
    const key = `${finding.path} ${finding.message.en}`;
    if (!found.has(key)) found.set(key, finding);
    if (found.size >= MAX_FINDINGS) break;
  }
  return [...found.values()];
}

function wordError(error: ErrorObject): Finding | null {
  const { path, code, message } = describeError(error) ?? {};
  if (path === undefined || message === undefined) return null;
  return { code: code ?? 'invalid-structure', severity: 'error', message, path };
}

function describeError(error: ErrorObject): { path: string; message: Text; code?: string } | null {
  const path = error.instancePath;
  const params = error.params as Record<string, unknown>;
  const text = (key: string): string => String(params[key]);
  switch (error.keyword) {
    // `if` only says that a branch failed; the branch has said why. A `false` branch of propertyNames likewise.
    case 'if':
    case 'oneOf':
      return null;
    case 'additionalProperties':
      return { path: joinPointer(path, text('additionalProperty')), message: sayUnknownKey(error) };
    case 'required':
      return {
        path,
        message: {
          en: `\`${text('missingProperty')}\` is missing here.`,
          'zh-CN': `此处缺少 \`${text('missingProperty')}\`。`,
        },
      };
    case 'propertyNames':
      return {
        path: joinPointer(path, text('propertyName')),
        message: {
          en: `\`${text('propertyName').slice(0, 80)}\` cannot be a name here. Use letters, digits, \`_\` and \`-\`, begin with a letter, 64 characters at most.`,
          'zh-CN': `\`${text('propertyName').slice(0, 80)}\` 不能作为名称。请使用字母、数字、\`_\` 和 \`-\`，以字母开头，不超过 64 个字符。`,
        },
      };
    case 'discriminator':
      return describeUnknownAction(error);
    default:
      // Errors of the name itself are worded by `propertyNames`.
      return error.propertyName !== undefined ? null : { path, message: sayValueError(error, params) };
  }
}

function describeUnknownAction(error: ErrorObject): { path: string; message: Text; code?: string } {
  const value: unknown = (error.data as { type?: unknown } | undefined)?.type;
  if (typeof value !== 'string') {
    return {
      path: error.instancePath,
      message: {
        en: `An action needs a \`type\`: one of ${ACTION_TYPES.join(', ')}.`,
        'zh-CN': `动作需要 \`type\`，可选：${ACTION_TYPES.join('、')}。`,
      },
    };
  }
  const { hint } = suggestName(value, ACTION_TYPES);
  return {
    code: 'unknown-action',
    path: joinPointer(error.instancePath, 'type'),
    message: {
      en: `There is no action \`${value}\`.${hint.en} Actions: ${ACTION_TYPES.join(', ')}.`,
      'zh-CN': `没有名为 \`${value}\` 的动作。${hint['zh-CN']}可用动作：${ACTION_TYPES.join('、')}。`,
    },
  };
}

function sayUnknownKey(error: ErrorObject): Text {
  const key = String((error.params as { additionalProperty?: unknown }).additionalProperty).slice(0, 80);
  const allowed = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
  const { hint } = suggestName(key, allowed);
  return {
    en: `\`${key}\` is not known here.${hint.en} Allowed: ${allowed.join(', ')}.`,
    'zh-CN': `此处不认识 \`${key}\`。${hint['zh-CN']}可用：${allowed.join('、')}。`,
  };
}

function sayValueError(error: ErrorObject, params: Record<string, unknown>): Text {
  const limit = String(params['limit']);
  switch (error.keyword) {
    case 'type': {
      const types = [params['type']].flat().map(String);
      return {
        en: `This must be ${types.map((t) => TYPE_NAMES_EN[t] ?? t).join(' or ')}.`,
        'zh-CN': `此处必须是${types.map((t) => TYPE_NAMES[t] ?? t).join('或')}。`,
      };
    }
    case 'enum': {
      const allowed = (Array.isArray(params['allowedValues']) ? params['allowedValues'] : []).map(String);
      const { hint } = suggestName(String(error.data), allowed);
      return {
        en: `This must be one of ${allowed.join(', ')}.${hint.en}`,
        'zh-CN': `此处只能是：${allowed.join('、')}。${hint['zh-CN']}`,
      };
    }
    case 'const':
      return {
        en: `This must be ${JSON.stringify(params['allowedValue'])}.`,
        'zh-CN': `此处只能是 ${JSON.stringify(params['allowedValue'])}。`,
      };
    case 'pattern':
      return params['pattern'] === LIMIT_ID
        ? LIMIT_ID_HINT
        : {
            en: `This must match the pattern ${String(params['pattern'])}: small letters, digits and \`-\` for ids.`,
            'zh-CN': `此处必须符合格式 ${String(params['pattern'])}：标识只能用小写字母、数字和 \`-\`。`,
          };
    case 'minLength':
    case 'minItems':
      return { en: 'This must not be empty.', 'zh-CN': '此处不能为空。' };
    case 'maxLength':
      return { en: `This is longer than ${limit} characters.`, 'zh-CN': `此处超过了 ${limit} 个字符。` };
    case 'minimum':
      return { en: `This must be at least ${limit}.`, 'zh-CN': `此处不能小于 ${limit}。` };
    case 'maximum':
      return { en: `This must be at most ${limit}.`, 'zh-CN': `此处不能大于 ${limit}。` };
    default:
      return { en: `This ${error.message ?? 'is not valid'}.`, 'zh-CN': '此处的内容不符合格式。' };
  }
}
