import type { Text } from '../engine/common/text.js';

/** How much JSON anybody needs to send. What checks it later takes longer by its square. */
export interface JsonLimits {
  /** Levels below the outermost value. */
  depth: number;
  /** Of one object. */
  fields: number;
  /** In all, lists and objects too. */
  values: number;
  /** A whole number beyond it would be rounded; absent: let it be. */
  whole?: number;
}

/** Deeper than any form or event; deep enough to hurt whoever walks it recursively. */
export const JSON_LIMITS: JsonLimits = { depth: 64, fields: 1_000, values: 20_000 };
/** Of what we are sent; what others answer may hold numbers that nobody reads. */
export const BODY_LIMITS: JsonLimits = { ...JSON_LIMITS, whole: Number.MAX_SAFE_INTEGER };

/** What is said of a value that is beyond a limit. */
export const BEYOND: Readonly<Record<keyof JsonLimits, Text>> = {
  depth: {
    en: `is nested more than ${BODY_LIMITS.depth} levels deep`,
    'zh-CN': `嵌套超过 ${BODY_LIMITS.depth} 层`,
  },
  fields: {
    en: `has more than ${BODY_LIMITS.fields} fields`,
    'zh-CN': `字段超过 ${BODY_LIMITS.fields} 个`,
  },
  values: {
    en: `holds more than ${BODY_LIMITS.values} values in all`,
    'zh-CN': `总共超过 ${BODY_LIMITS.values} 个值`,
  },
  whole: {
    en: `is a whole number of more than ${Number.MAX_SAFE_INTEGER}, which would be rounded; send it as a text`,
    'zh-CN': `整数超过 ${Number.MAX_SAFE_INTEGER}，会被舍入；请以文本形式发送`,
  },
};

/** As part of a JSON pointer. */
export function pointerPart(key: string): string {
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
