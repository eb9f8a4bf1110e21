import type { ProblemError } from './problem.js';

/** Deeper than any form or event; deep enough to hurt whoever walks it recursively. */
const DEPTH_LIMIT = 64;

/**
 * What PostgreSQL could not keep in a value from outside: NUL characters, halves of surrogate pairs, and nesting without
 * end. Names of fields count too. At most 20 findings.
 */
export function findUnstorable(value: unknown): ProblemError[] {
  const errors: ProblemError[] = [];
  const walk = (one: unknown, pointer: string, depth: number): void => {
    if (errors.length >= 20) return;
    if (typeof one === 'string') {
      if (!isStorable(one)) errors.push({ pointer, message: unstorableText });
      return;
    }
    if (typeof one !== 'object' || one === null) return;
    if (depth > DEPTH_LIMIT) {
      errors.push({ pointer, message: tooDeep });
      return;
    }
    for (const [key, inner] of Object.entries(one)) {
      const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (isStorable(key)) walk(inner, place, depth + 1);
      else errors.push({ pointer, message: unstorableName });
    }
  };
  walk(value, '', 0);
  return errors;
}

function isStorable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}

const unstorableText = {
  en: 'holds a NUL character or half of a surrogate pair; send valid Unicode text',
  'zh-CN': '包含空字符（NUL）或不完整的代理对；请发送有效的 Unicode 文本',
};
const unstorableName = {
  en: 'has a field whose name holds a NUL character or half of a surrogate pair',
  'zh-CN': '存在名称包含空字符（NUL）或不完整代理对的字段',
};
const tooDeep = {
  en: `is nested more than ${DEPTH_LIMIT} levels deep`,
  'zh-CN': `嵌套超过 ${DEPTH_LIMIT} 层`,
};
