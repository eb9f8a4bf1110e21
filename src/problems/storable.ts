import { BEYOND, BODY_LIMITS, pointerPart } from './body-limits.js';
import type { ProblemError } from './problem.js';

const MOST_ERRORS = 20;

/**
 * What cannot be taken in a value from outside: what PostgreSQL could not keep (NUL characters, halves of surrogate
 * pairs; names of fields count too), and nesting, fields and values without end. At most 20 findings, found in
 * one go. In JSON that somebody sends, `json-scan` has refused the excess before anything was made of it.
 */
export function findUnstorable(value: unknown): ProblemError[] {
  const errors: ProblemError[] = [];
  let values = 0;
  const isOver = (): boolean => errors.length >= MOST_ERRORS || values > BODY_LIMITS.values;
  const walk = (one: unknown, place: Place | null, depth: number): void => {
    values += 1;
    if (values > BODY_LIMITS.values) errors.push({ pointer: '', message: BEYOND.values });
    else if (typeof one === 'string') {
      if (!isStorable(one)) errors.push({ pointer: pointerOf(place), message: unstorableText });
    } else if (typeof one === 'object' && one !== null) {
      if (depth > BODY_LIMITS.depth) errors.push({ pointer: pointerOf(place), message: BEYOND.depth });
      else if (Array.isArray(one)) walkList(one, place, depth);
      else walkFields(one as Record<string, unknown>, place, depth);
    }
  };
  // By number: the names of all items of a long list would be made before the first is looked at.
  const walkList = (list: readonly unknown[], place: Place | null, depth: number): void => {
    for (let i = 0; i < list.length && !isOver(); i += 1)
      walk(list[i], { in: place, key: String(i) }, depth + 1);
  };
  const walkFields = (fields: Record<string, unknown>, place: Place | null, depth: number): void => {
    const names = Object.keys(fields);
    if (names.length > BODY_LIMITS.fields) {
      errors.push({ pointer: pointerOf(place), message: BEYOND.fields });
      return;
    }
    for (const key of names) {
      if (isOver()) return;
      if (isStorable(key)) walk(fields[key], { in: place, key }, depth + 1);
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
  return `${pointerOf(place.in)}${pointerPart(place.key)}`;
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
