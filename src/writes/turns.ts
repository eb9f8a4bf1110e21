import { DatabaseBusy } from '../database/database-problems.js';
import { inTime } from '../in-time.js';
import { LINE_MS } from './group-commit.js';

/**
 * What happens to one thing happens one after the other, in this process; other things do not wait for it. Nobody waits
 * for longer than `waitMs`: then it fails with `DatabaseBusy`, and was not begun.
 */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  constructor(private readonly waitMs = LINE_MS) {}

  /** Runs when everything on these things that came before has ended. */
  async take<T>(ids: readonly string[], run: () => Promise<T>): Promise<T> {
    const before = ids.flatMap((id) => this.last.get(id) ?? []);
    const free = before.length === 0 ? null : Promise.allSettled(before);
    const mine =
      free === null ? run() : inTime(free, this.waitMs, () => new DatabaseBusy(this.waitMs)).then(run);
    // Whoever gave up waiting leaves those behind them waiting for the same things.
    const ended = free === null ? mine : Promise.allSettled([free, mine]);
    for (const id of ids) this.last.set(id, ended);
    try {
      return await mine;
    } finally {
      this.forget(ids, ended);
    }
  }

  private forget(ids: readonly string[], ended: Promise<unknown>): void {
    const forget = (): void => {
      for (const id of ids) if (this.last.get(id) === ended) this.last.delete(id);
    };
    ended.then(forget, forget);
  }
}
