import { setImmediate as loopTurn } from 'node:timers/promises';
import type { InPieces } from '../engine/index.js';

/** How long work in pieces may hold the event loop in one go (ms). */
const SLICE_MS = 10;

/**
 * Does work in pieces, a slice in each turn of the event loop: everybody else goes first in between, and works of the same
 * moment take turns. `now`: whichever clock, ms.
 */
export class Slices {
  private last: Promise<unknown> = Promise.resolve();
  private given = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** How many slices there have been. */
  get count(): number {
    return this.given;
  }

  /** Throws what the work throws. */
  async run<T>(work: InPieces<T>): Promise<T> {
    for (;;) {
      await this.turn();
      const began = this.now();
      do {
        const piece = work.next();
        if (piece.done) return piece.value;
      } while (this.now() - began < SLICE_MS);
    }
  }

  /** Nobody shares their turn. */
  private turn(): Promise<unknown> {
    this.last = this.last.then(() => loopTurn());
    this.given += 1;
    return this.last;
  }
}
