import { Clock } from '../../src/clock.js';

/** A Monday morning. */
export const START = Date.UTC(2026, 10, 16, 9);

/** Time that stands still until a test moves it, so that a busy machine makes nothing late and nothing due. */
export class TestClock extends Clock {
  constructor(private at = START) {
    super();
  }

  override now(): number {
    return this.at;
  }

  /** It is now this instant, also an earlier one. */
  set(at: number): void {
    this.at = at;
  }

  /** So much time passes (ms). */
  pass(ms: number): void {
    this.at += ms;
  }
}
