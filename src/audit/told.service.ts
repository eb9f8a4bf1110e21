import { AsyncLocalStorage } from 'node:async_hooks';

/** What the work of a call tells the record about itself. */
export interface Told {
  /** What a change found before it. */
  before?: Record<string, unknown>;
  /** What else is worth knowing of it, without personal values. */
  facts?: Record<string, unknown>;
  /** The table that is given out: its file, and the answer that its rows were made of. */
  table?: { file: string; of: unknown };
  /** A ticket, or who holds it, is not as it was. */
  hasChanged?: true;
}

const current = new AsyncLocalStorage<Told>();

/** Runs `work`; what it tells is in `told` afterwards, and in the row that is written within it. */
export function hearing<T>(work: (told: Told) => Promise<T>): Promise<T> {
  const told: Told = {};
  return current.run(told, () => work(told));
}

/** Tells the record about the work that is under way. Does nothing where none is written. */
export function tellRecord(what: Told): void {
  const told = current.getStore();
  if (told !== undefined) Object.assign(told, what);
}
