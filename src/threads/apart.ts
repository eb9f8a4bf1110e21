import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runsSource } from './source.js';

/** What a process apart tells the one that started it. */
type Word<News, Result> =
  | { news: News }
  | { done: true; result: Result }
  | { failed: { name: string; message: string; stack?: string } };

export interface ApartOptions<News> {
  onNews?: (news: News) => void;
  /** What is thrown when the process ended before it was done; `how`: its code, or the signal that ended it. */
  brokenOff: (how: string) => Error;
  env?: NodeJS.ProcessEnv;
}

/**
 * Does work once in a process of its own, whose memory goes with it: `file` (a URL) calls `workApart`. It ends when this
 * process does, however that ends. Throws what the work failed of, by name, message and stack.
 */
export function runApart<Order extends object, News, Result>(
  file: string,
  order: Order,
  { onNews, brokenOff, env = process.env }: ApartOptions<News>,
): Promise<Result> {
  const child = fork(fileURLToPath(file), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env,
    ...runsSource(import.meta.url),
  });
  return new Promise((resolve, reject) => {
    let end: { result: Result } | null = null;
    child.on('message', (word: Word<News, Result>) => {
      if ('news' in word) onNews?.(word.news);
      else if ('done' in word) end = word;
      else reject(Object.assign(new Error(), word.failed));
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (end !== null) resolve(end.result);
      else reject(brokenOff(signal ?? String(code)));
    });
    // Where it is gone already, its end tells.
    child.send(order, () => undefined);
  });
}

/** The other side: waits for the order, does the work, and ends the process. */
export function workApart<Order, News, Result>(
  work: (order: Order, tell: (news: News) => void) => Promise<Result>,
): void {
  process.once('disconnect', () => process.exit(1));
  // Ctrl-C reaches both; whether the work ends is the other's to say.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  const say = (word: Word<News, Result>): Promise<void> =>
    new Promise((said) => process.send?.(word, undefined, undefined, () => said()));
  const answer = async (order: Order): Promise<void> => {
    try {
      await say({ done: true, result: await work(order, (news) => void say({ news })) });
    } catch (error) {
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
      await say({ failed: { name, message, stack } });
    }
    process.exit(0);
  };
  process.once('message', (order) => void answer(order as Order));
}
