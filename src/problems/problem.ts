import type { Text } from '../engine/common/text.js';
import type { ProblemKind } from '../words/kind.js';

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
  /** Of the catalogue `words/problem-kinds`: which problem it is. */
  abstract readonly kind: ProblemKind;
  /** What is wrong here and what would be accepted. */
  abstract readonly detail: Text;
  /** What a program would do about it; pages show it to nobody. */
  readonly hint: Text | null = null;
  /** What helps: `accepted`, `currentVersion`, `why`, `findings`, … Texts inside are given in the caller's language. */
  readonly facts: Record<string, unknown> = {};
  readonly errors: ProblemError[] = [];
  readonly headers: Record<string, string> = {};

  /** Stable; the wire `type` is made of it. */
  get slug(): string {
    return this.kind.slug;
  }

  get status(): number {
    return this.kind.status;
  }

  get title(): Text {
    return this.kind.title;
  }

  override get message(): string {
    return this.detail.en;
  }
}
