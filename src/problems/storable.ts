import type { ProblemError } from './problem.js';

/** Deeper than any form or event; deep enough to hurt whoever walks it recursively. */
const DEPTH_LIMIT = 64;
/** Fields of one object, and values in all, that anybody needs to send. What checks them later takes longer by their square. */
const FIELDS_LIMIT = 1_000;
const VALUES_LIMIT = 20_000;

/**
 * What cannot be taken in a value from outside: what PostgreSQL could not keep (NUL characters, halves of surrogate
 * pairs; names of fields count too), and nesting, fields and values without end. At most 20 findings, found in one go.
 */
export function findUnstorable(value: unknown): ProblemError[] {
  const errors: ProblemError[] = [];
  let values = 0;
  const walk = (one: unknown, place: Place | null, depth: number): void => {
    if (errors.length >= 20) return;
    values += 1;
    if (values > VALUES_LIMIT) {
      if (values === VALUES_LIMIT + 1) errors.push({ pointer: '', message: tooManyValues });
      return;
    }
    if (typeof one === 'string') {
      if (!isStorable(one)) errors.push({ pointer: pointerOf(place), message: unstorableText });
      return;
    }
    if (typeof one !== 'object' || one === null) return;
    if (depth > DEPTH_LIMIT) {
      errors.push({ pointer: pointerOf(place), message: tooDeep });
      return;
    }
    const isList = Array.isArray(one);
    if (!isList && Object.keys(one).length > FIELDS_LIMIT) {
      errors.push({ pointer: pointerOf(place), message: tooManyFields });
      return;
    }
    for (const [key, inner] of Object.entries(one)) {
      if (isList || isStorable(key)) walk(inner, { in: place, key }, depth + 1);
      else errors.push({ pointer: pointerOf(place), message: unstorableName });
    }
  };
  walk(value, null, 0);
  return errors;
}

/** Where a value lies; put together only for those that are told. */
interface Place {
  in: Place | null;
  key: string;
}

function pointerOf(place: Place | null): string {
  if (place === null) return '';
  return `${pointerOf(place.in)}/${place.key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
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
const tooManyFields = {
  en: `has more than ${FIELDS_LIMIT} fields`,
  'zh-CN': `字段超过 ${FIELDS_LIMIT} 个`,
};
const tooManyValues = {
  en: `holds more than ${VALUES_LIMIT} values in all`,
  'zh-CN': `总共超过 ${VALUES_LIMIT} 个值`,
};
