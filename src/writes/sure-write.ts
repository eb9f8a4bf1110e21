import { setTimeout as sleep } from 'node:timers/promises';
import { OutcomeUnknown } from '../database/database-problems.js';
import { isOutcomeUnknown, isOver } from '../database/outcome.js';
import { toDatabaseUnavailable } from '../database/unavailable.js';

/** So long a lost answer is looked up before the caller is told that nobody knows (ms). */
const PATIENCE_MS = 15_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Carries out one write whose answer may get lost. It is never decided again: what became of it is looked up by its
 * identity, and only what is not there is written once more, naming the same versions, so that the first one cannot
 * follow it. Answers what `write` answers, and true when it turns out to stand. Throws what `write` throws, and
 * `OutcomeUnknown` with the `key` under which it can be repeated when nothing is to be learned in time.
 */
export async function writeSurely<Refusal>(
  write: () => Promise<true | Refusal>,
  isWritten: () => Promise<boolean>,
  key?: string,
): Promise<true | Refusal> {
  const begin = performance.now();
  let pause = FIRST_PAUSE_MS;
  let lost = false;
  let refused = false;
  for (;;) {
    try {
      if (lost && (await isWritten())) return true;
      const answer = await write();
      if (answer === true || !lost) return answer;
      return (await isWritten()) ? true : answer;
    } catch (error) {
      if (toDatabaseUnavailable(error) === null) {
        // The second try may have been refused because the first one came through after all: one more look.
        if (!lost || refused) throw error;
        refused = true;
        continue;
      }
      lost ||= isOutcomeUnknown(error);
      if (!lost) throw error;
      if (isOver(error) || performance.now() - begin > PATIENCE_MS) throw new OutcomeUnknown(key, error);
      await sleep(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }
}

/** Reads what is answered to a write that stands. A database that is away by then must not say that nothing was done. */
export async function answerWritten<T>(key: string | undefined, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (toDatabaseUnavailable(error) === null || error instanceof OutcomeUnknown) throw error;
    throw new OutcomeUnknown(key, error);
  }
}
