import { findStructureFaults, hasSopShape } from './check/structure.js';
import type { Finding, SopDefinition } from './model.js';
import { readJson } from './parse/json-reader.js';
import { Positions } from './parse/positions.js';
import type { Position, Reading } from './parse/positions.js';
import { readYaml } from './parse/yaml-reader.js';

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
  if (hasSopShape(value)) return { definition: value, findings, locate };
  const faults = findStructureFaults(value).map((finding) => ({ ...finding, ...locate(finding.path) }));
  return { definition: null, findings: faults, locate };
}

function readSource(source: string, format: SopFormat | undefined): Reading {
  const bytes = Buffer.byteLength(source);
  if (bytes > MAX_SOP_BYTES) return refuseSize(bytes);
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const asJson = format === undefined ? text.trimStart().startsWith('{') : format === 'json';
  return asJson ? readJson(text) : readYaml(text);
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
