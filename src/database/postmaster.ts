import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataOf } from './embedded-folder.js';
import { identifyProcess, worksIn } from './process-identity.js';

/** Number and port of the postmaster that works in the folder; null when none lives. */
export function readPostmaster(folder: string): { pid: number; port: number } | null {
  let lines: string[];
  try {
    lines = readFileSync(join(dataOf(folder), 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    // Not there, or it went while we looked.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const pid = Number(lines[0]);
  const isOurs =
    pid > 0 && identifyProcess(pid) !== null && worksIn(pid, realpathSync(dataOf(folder))) !== false;
  return isOurs ? { pid, port: Number(lines[3]) } : null;
}

/** Sends the postmaster of the folder a signal, where there is one. */
export function signal(folder: string, name: NodeJS.Signals): void {
  const postmaster = readPostmaster(folder);
  if (postmaster === null) return;
  try {
    process.kill(postmaster.pid, name);
  } catch {
    // It went by itself.
  }
}

/** Asks the server to stop (open transactions are rolled back), and insists when it takes too long. */
export async function stopServer(folder: string): Promise<void> {
  signal(folder, 'SIGINT');
  for (const patience of [5_000, 2_000]) {
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (readPostmaster(folder) === null) return;
      await sleep(20);
    }
    signal(folder, 'SIGQUIT');
  }
}

/** Where the server of the folder writes what it has to say. */
export function logOf(folder: string): string {
  return join(folder, 'postgres.log');
}

/** The end of the server's log. */
export function readLog(folder: string): string {
  return existsSync(logOf(folder))
    ? readFileSync(logOf(folder), 'utf8').trimEnd().split('\n').slice(-12).join('\n')
    : '';
}
