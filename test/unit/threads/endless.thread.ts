import { UnknownSop } from '../../../src/sops/sops-problems.js';
import { carried } from '../../../src/threads/task.js';

/** Work that never ends by itself. */
export const spin = carried((counter: null): null => {
  for (;;) if (counter !== null) return counter;
});

/** Work that wants ever more memory. */
export const hoard = carried((): number => {
  const kept: number[][] = [];
  for (;;) kept.push(new Array<number>(100_000).fill(kept.length));
});

export const refuse = carried((id: string): string => {
  throw new UnknownSop(id);
});

export const breakDown = carried((reason: string): string => {
  throw new Error(reason);
});

export const echo = carried((value: unknown) => value);

/** What a thread knows of the settings of the process. */
export const environment = carried(() => Object.keys(process.env));
