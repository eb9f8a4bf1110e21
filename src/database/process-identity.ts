import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { childEnv } from './child-env.js';

/**
 * Tells a process from a later one with the same number: its number and the instant it began.
 * Null when there is no such process, or only its remains (a zombie).
 */
export function identifyProcess(pid: number): string | null {
  try {
    if (process.platform !== 'linux') {
      const began = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        env: childEnv(),
      }).trim();
      return began === '' ? null : `${pid} ${began}`;
    }
    // The name in parentheses may hold anything, blanks and parentheses too; the fields begin after the last one.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    if (state === 'Z' || state === 'X') return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${pid} ${fields[19]}`;
  } catch {
    return null;
  }
}

/** Whether the process works in this folder, as a postmaster does in its data directory; null when nobody can tell. */
export function worksIn(pid: number, folder: string): boolean | null {
  if (process.platform !== 'linux') return null;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? false : null;
  }
}
