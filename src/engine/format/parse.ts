import { findStructureFaults, hasSopShape } from './structure.js';
import type { Finding, SopDefinition } from '../common/model.js';
import { readJson } from './json-reader.js';
import { findingAt, joinPointer, Positions } from './positions.js';
import type { Position, Reading } from './positions.js';
import { readYaml } from './yaml-reader.js';

/** Size limit of an SOP file in bytes of UTF-8. */
export const MAX_SOP_BYTES = 256 * 1024;

export type SopFormat = 'yaml' | 'json';

export interface ParsedSop {
  /** Null while there is any finding. */
  definition: SopDefinition | null;
  findings: Finding[];
  /** Where the value at a JSON pointer stands, or the nearest value around it. */
  locate(pointer: string): Position | undefined;
}

/**
 * Reads an SOP from YAML or JSON. Never throws: whatever is wrong is a finding with line and column, from broken syntax
 * to keys that the format does not know. Without a format, a text that begins with `{` is JSON.
 */
export function parseSop(source: string, format?: SopFormat): ParsedSop {
  const { value, findings, positions } = readSource(source, format);
  const locate = (pointer: string): Position | undefined => positions.locate(pointer);
  if (findings.length > 0) return { definition: null, findings, locate };
  const unstorable = findUnstorable(value);
  if (unstorable !== null) return { definition: null, findings: [sayUnstorable(unstorable, locate)], locate };
  if (hasSopShape(value)) return { definition: value, findings, locate };
  const faults = findStructureFaults(value).map((finding) => ({ ...finding, ...locate(finding.path) }));
  return { definition: null, findings: faults, locate };
}

function readSource(source: string, format: SopFormat | undefined): Reading {
  const bytes = Buffer.byteLength(source);
  if (bytes > MAX_SOP_BYTES) return refuseSize(bytes);
  const damage = findDamage(source);
  if (damage) return damage;
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const asJson = format === undefined ? text.trimStart().startsWith('{') : format === 'json';
  return asJson ? readJson(text) : readYaml(text);
}

/**
 * Bytes that are no UTF-8 have become a sign of their own by the time they are text, whichever way they came; a half of a
 * pair would become one when it is stored.
 */
function findDamage(source: string): Reading | null {
  const offset = source.search(/\uFFFD|\p{Surrogate}/u);
  if (offset < 0) return null;
  const positions = new Positions(source);
  const finding = findingAt(positions, offset, 'not-utf8', {
    en: 'The text is no UTF-8 here: a sign could not be read. Save the file as UTF-8.',
    'zh-CN': '此处的内容不是 UTF-8 编码，有字符无法读取。请将文件另存为 UTF-8。',
  });
  return { value: undefined, findings: [finding], positions };
}

/** Where a text holds a sign that no database takes: half of a pair, or none at all. An escape can write both. */
function findUnstorable(value: unknown, pointer = ''): string | null {
  if (typeof value === 'string') return /\u0000|\p{Surrogate}/u.test(value) ? pointer : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const at = joinPointer(pointer, key);
    const found = findUnstorable(key) ?? findUnstorable(inner, at);
    if (found !== null) return found === '' ? at : found;
  }
  return null;
}

function sayUnstorable(path: string, locate: ParsedSop['locate']): Finding {
  return {
    code: 'not-utf8',
    severity: 'error',
    message: {
      en: 'This holds a sign that cannot be stored: `\\u0000`, or half of a pair of signs (`\\ud800`). Remove it.',
      'zh-CN': '此处含有无法保存的字符：`\\u0000`，或不成对的代理字符（如 `\\ud800`）。请删除。',
    },
    path,
    ...locate(path),
  };
}

function refuseSize(bytes: number): Reading {
  const finding: Finding = {
    code: 'too-large',
    severity: 'error',
    message: {
      en: `An SOP file may be ${MAX_SOP_BYTES / 1024} KiB at most; this one is ${Math.ceil(bytes / 1024)} KiB.`,
      'zh-CN': `SOP 文件不能超过 ${MAX_SOP_BYTES / 1024} KiB，当前为 ${Math.ceil(bytes / 1024)} KiB。`,
    },
    path: '',
    line: 1,
    column: 1,
  };
  return { value: undefined, findings: [finding], positions: new Positions('') };
}
