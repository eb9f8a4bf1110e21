import { readFile, writeFile } from 'node:fs/promises';
import type { Erasure } from '../audit/erasures.service.js';
import { BackupRefused } from './backup-problems.js';

const FORMAT = 'stepwise-erasures';
const VERSION = 1;
const REFS: Record<string, RegExp> = {
  audit: /^\d{1,18}$/u,
  message: /^\d{1,18}(#.+)?$/u,
  history: /^\d{1,18}\/\d{1,9}(#.+)?$/u,
};

/** Writes a list that holds numbers and digests only, nothing of what was erased. A file that is there is replaced. */
export async function writeErasures(path: string, erasures: readonly Erasure[]): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify({ format: FORMAT, version: VERSION, erasures }, null, 1)}\n`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BackupRefused(
      `The list cannot be written (${String(code)}).`,
      `无法写入清单(${String(code)})。`,
    );
  }
}

/** Throws BackupRefused for what is no such list. */
export async function readErasures(path: string): Promise<Erasure[]> {
  const { format, version, erasures } = parse(await read(path));
  if (format !== FORMAT || version !== VERSION || !Array.isArray(erasures) || !erasures.every(isErasure)) {
    throw new BackupRefused('The file is not a list of erasures.', '该文件不是清除清单。');
  }
  return erasures;
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BackupRefused(
      `The list of erasures cannot be read (${String(code)}).`,
      `无法读取清除清单(${String(code)})。`,
    );
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isErasure(value: unknown): value is Erasure {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, ref, digest } = value as Record<string, unknown>;
  return (
    typeof kind === 'string' &&
    typeof ref === 'string' &&
    (Object.hasOwn(REFS, kind) ? REFS[kind] : undefined)?.test(ref) === true &&
    !ref.includes('\0') &&
    typeof digest === 'string' &&
    /^[0-9a-f]{64}$/u.test(digest)
  );
}
