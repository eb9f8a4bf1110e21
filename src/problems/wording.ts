import type { Text } from '../engine/common/text.js';

type Word = (args: unknown[]) => Text;

const list = (values: unknown): string =>
  (Array.isArray(values) ? values : Object.values(values ?? {})).join(', ');

const words: Record<string, Word> = {
  isString: () => ({ en: 'must be a text', 'zh-CN': '必须是文本' }),
  isInt: () => ({ en: 'must be a whole number', 'zh-CN': '必须是整数' }),
  isNumber: () => ({ en: 'must be a number', 'zh-CN': '必须是数字' }),
  isBoolean: () => ({ en: 'must be true or false', 'zh-CN': '必须是 true 或 false' }),
  isArray: () => ({ en: 'must be a list', 'zh-CN': '必须是列表' }),
  isObject: () => ({ en: 'must be an object', 'zh-CN': '必须是对象' }),
  isDefined: () => ({ en: 'is required', 'zh-CN': '为必填项' }),
  isNotBlank: () => ({ en: 'must not be blank', 'zh-CN': '不能为空白' }),
  isNotEmpty: () => ({ en: 'must not be empty', 'zh-CN': '不能为空' }),
  isEmail: () => ({ en: 'must be an e-mail address', 'zh-CN': '必须是邮箱地址' }),
  isUuid: () => ({ en: 'must be a UUID', 'zh-CN': '必须是 UUID' }),
  isIso8601: () => ({ en: 'must be an ISO 8601 date or time', 'zh-CN': '必须是 ISO 8601 日期或时间' }),
  isNumberString: () => ({ en: 'must consist of digits', 'zh-CN': '只能由数字组成' }),
  isIn: ([values]) => ({ en: `must be one of ${list(values)}`, 'zh-CN': `只能是以下之一：${list(values)}` }),
  isEnum: ([values]) => ({
    en: `must be one of ${list(values)}`,
    'zh-CN': `只能是以下之一：${list(values)}`,
  }),
  isLength: ([min, max]) => {
    const most = typeof max === 'number' ? String(max) : '∞';
    return {
      en: `must have ${String(min)} to ${most} characters`,
      'zh-CN': `长度必须为 ${String(min)} 到 ${most} 个字符`,
    };
  },
  minLength: ([min]) => ({
    en: `must have at least ${String(min)} characters`,
    'zh-CN': `至少需要 ${String(min)} 个字符`,
  }),
  maxLength: ([max]) => ({
    en: `must have at most ${String(max)} characters`,
    'zh-CN': `最多 ${String(max)} 个字符`,
  }),
  min: ([min]) => ({ en: `must be at least ${String(min)}`, 'zh-CN': `不能小于 ${String(min)}` }),
  max: ([max]) => ({ en: `must be at most ${String(max)}`, 'zh-CN': `不能大于 ${String(max)}` }),
  matches: ([pattern]) => ({
    en: `must match ${String(pattern)}`,
    'zh-CN': `格式必须符合 ${String(pattern)}`,
  }),
  arrayMinSize: ([min]) => ({
    en: `must have at least ${String(min)} entries`,
    'zh-CN': `至少需要 ${String(min)} 项`,
  }),
  arrayMaxSize: ([max]) => ({
    en: `must have at most ${String(max)} entries`,
    'zh-CN': `最多 ${String(max)} 项`,
  }),
  arrayUnique: () => ({ en: 'must not repeat an entry', 'zh-CN': '不能有重复项' }),
  nestedValidation: () => ({
    en: 'must be an object, or a list of objects',
    'zh-CN': '必须是对象或对象列表',
  }),
  whitelistValidation: () => ({ en: 'is not a field of this request', 'zh-CN': '该请求没有此字段' }),
};

/** A constraint of class-validator in words; `fallback` is its own English message, for those without words here. */
export function wordConstraint(name: string, args: unknown[], fallback: string): Text {
  const word = Object.hasOwn(words, name) ? words[name] : undefined;
  return word ? word(args) : { en: fallback, 'zh-CN': `不符合要求（${name}）` };
}
