import { readFile } from 'node:fs/promises';
import { parseSop } from '../engine/index.js';
import type { Finding, SopDefinition } from '../engine/common/model.js';
import { say, type Lang } from '../engine/common/text.js';
import type { CliIo } from './io.js';
import { pickTerminalLang, UsageError } from './io.js';

/** The text of a file; of standard input for `-`. Throws `UsageError` when it cannot be read. */
export async function readText(file: string, io: CliIo): Promise<string> {
  if (file === '-') return io.readInput();
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
    );
  }
}

/** An SOP's file may be JSON by its name; everything else is YAML. */
export function formatOfFile(file: string): 'json' | 'yaml' {
  return file.endsWith('.json') ? 'json' : 'yaml';
}

/** The SOP of a file, whether it could run or not. Throws `UsageError` with the findings when it is none. */
export async function readSop(file: string, io: CliIo): Promise<SopDefinition> {
  const { definition, findings } = parseSop(await readText(file, io), formatOfFile(file));
  if (definition === null) throw new UsageError(wordFindings(file, findings, pickTerminalLang(io.env)));
  return definition;
}

/** A line for each finding: `file:line:column severity code message [events that lead there]`. */
export function wordFindings(file: string, findings: readonly Finding[], lang: Lang): string {
  return findings
    .map(({ line, column, severity, code, message, trace }) => {
      const path = trace === undefined || trace.length === 0 ? '' : ` [${trace.join(' → ')}]`;
      return `${file}:${line ?? 1}:${column ?? 1} ${severity} ${code} ${say(message, lang)}${path}`;
    })
    .join('\n');
}
