import type { Text } from '../engine/text.js';

/** One thing that is wrong and where: `pointer` is a JSON pointer into the request body. */
export interface ProblemError {
  pointer: string;
  message: Text;
}

/**
 * An error that a caller can act on (RFC 9457). Subclasses take facts and word their own message;
 * the filter at the edge answers with it in the caller's language.
 */
export abstract class Problem extends Error {
  /** Stable slug; the wire `type` is `urn:stepwise:problem:<slug>`. */
  abstract readonly slug: string;
  abstract readonly status: number;
  abstract readonly title: Text;
  /** What is wrong here and what would be accepted. */
  abstract readonly detail: Text;
  /** What helps: `accepted`, `currentVersion`, `why`, `findings`, … Texts inside are given in the caller's language. */
  readonly facts: Record<string, unknown> = {};
  readonly errors: ProblemError[] = [];
  readonly headers: Record<string, string> = {};

  override get message(): string {
    return this.detail.en;
  }
}
