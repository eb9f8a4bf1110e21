import { setTimeout as sleep } from 'node:timers/promises';

/** Generous: the machine may be busy. Whoever is quick waits for none of it. */
const PATIENCE_MS = 30_000;

/**
 * Waits for something that another process, a queue or a connection does by itself. The only real waiting of tests: what
 * hangs on the time of day is moved by hand (`TestClock`).
 */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const begin = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begin > PATIENCE_MS)
      throw new Error(`Not within ${String(PATIENCE_MS)} ms: ${what}`);
    await sleep(10);
  }
}
