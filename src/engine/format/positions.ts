import type { Finding, Severity } from '../common/model.js';
import type { Text } from '../common/text.js';

export interface Position {
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 units as editors count. */
  column: number;
}

/** A JSON pointer one key longer. */
export function joinPointer(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Where in a text every value of the document stands. */
export class Positions {
  private readonly lineStarts: number[] = [0];
  private readonly offsets = new Map<string, number>();

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
      this.lineStarts.push(at + 1);
  }

  /** Remembers that the value at `pointer` begins at `offset`. */
  mark(pointer: string, offset: number): void {
    this.offsets.set(pointer, offset);
  }

  /** Line and column of an offset. */
  at(offset: number): Position {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.lineStarts[low] ?? 0) + 1 };
  }

  /** Where the value at a pointer stands, or the nearest value around it; undefined when nothing was read at all. */
  locate(pointer: string): Position | undefined {
    for (let path = pointer; ; path = path.slice(0, path.lastIndexOf('/'))) {
      const offset = this.offsets.get(path);
      if (offset !== undefined) return this.at(offset);
      if (path === '') return undefined;
    }
  }
}

/** What a reader found: the value as plain JSON (undefined when it is unusable) and everything that is wrong. */
export interface Reading {
  value: unknown;
  findings: Finding[];
  positions: Positions;
}

/** Words a finding at an offset of the text. */
export function findingAt(
  positions: Positions,
  offset: number,
  code: string,
  message: Text,
  path = '',
  severity: Severity = 'error',
): Finding {
  return { code, severity, message, path, ...positions.at(offset) };
}

/** Names that would reach into the prototype of every object. */
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** A finding for a key that may not be used as a name; null when the key is fine. */
export function findForbiddenName(
  positions: Positions,
  offset: number,
  key: string,
  path: string,
): Finding | null {
  if (!FORBIDDEN_NAMES.has(key)) return null;
  return findingAt(
    positions,
    offset,
    'forbidden-name',
    {
      en: `\`${key}\` cannot be used as a name. Choose another one.`,
      'zh-CN': `不能用 \`${key}\` 作为名称，请换一个名称。`,
    },
    path,
  );
}

/** A finding for a key that stands twice in one mapping. */
export function duplicateKey(positions: Positions, offset: number, key: string, path: string): Finding {
  return findingAt(
    positions,
    offset,
    'duplicate-key',
    {
      en: `\`${key}\` is given twice in the same mapping. Keep one of them.`,
      'zh-CN': `同一层级中 \`${key}\` 出现了两次，请只保留一个。`,
    },
    path,
  );
}

/** Containers inside containers; a real SOP needs about twenty. */
export const MAX_DEPTH = 64;

/** A finding for a document that is nested deeper than we read. */
export function tooDeep(positions: Positions, offset: number): Finding {
  return findingAt(positions, offset, 'too-deep', {
    en: `The document is nested more than ${MAX_DEPTH} levels deep here. Make it flatter.`,
    'zh-CN': `文档在此处的嵌套超过了 ${MAX_DEPTH} 层，请减少嵌套。`,
  });
}
