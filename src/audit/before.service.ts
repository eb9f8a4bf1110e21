import { AsyncLocalStorage } from 'node:async_hooks';

/** What a change found before it. */
interface Found {
  values?: Record<string, unknown>;
}

const current = new AsyncLocalStorage<Found>();

/** Runs `work`; what it tells by `noteBefore` is in `found` afterwards, and in the row that is written within it. */
export function withBefore<T>(work: (found: Found) => Promise<T>): Promise<T> {
  const found: Found = {};
  return current.run(found, () => work(found));
}

/** Tells what was there before the change that is under way; for the record. Does nothing where none is written. */
export function noteBefore(values: Record<string, unknown>): void {
  const found = current.getStore();
  if (found !== undefined) found.values = values;
}
