import { LimitUnknown } from '../../../src/engine/index.js';
import type { AdvanceInput } from '../../../src/engine/common/model.js';

/** Sums as a caller has them: those that it has not loaded yet are unknown. */
export class Sums {
  readonly loaded = new Map<string, number>();
  tries = 0;

  readonly read: NonNullable<AdvanceInput['limits']> = (limit, key) => {
    const sum = this.loaded.get(`${limit} ${key}`);
    if (sum === undefined) throw new LimitUnknown(limit, key);
    return sum;
  };

  /** As the caller is meant to do it: loads what is unknown, and asks again. */
  retry<T>(ask: () => T): T {
    for (;;) {
      this.tries += 1;
      try {
        return ask();
      } catch (error) {
        if (!(error instanceof LimitUnknown)) throw error;
        const sum = `${error.limit} ${error.key}`;
        if (this.loaded.has(sum)) throw new Error(`${sum} was asked for twice`);
        this.loaded.set(sum, 10);
      }
    }
  }
}

/** What comes out when nothing is loaded. */
export function thrownBy(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    return error instanceof LimitUnknown ? `${error.limit} of ${error.key}` : error;
  }
}
