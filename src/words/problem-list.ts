import type { Text } from '../engine/common/text.js';
import type { ProblemKind } from './kind.js';
import * as kinds from './problem-kinds.js';

/** Every problem that the server can answer, by its slug. Whoever takes it takes all titles. */
export const PROBLEM_KINDS: readonly ProblemKind[] = Object.values(kinds).sort((a, b) =>
  a.slug < b.slug ? -1 : 1,
);

/** How a problem is called; null: a slug that is not in the catalogue (of another release). */
export function titleOf(slug: string): Text | null {
  return PROBLEM_KINDS.find((one) => one.slug === slug)?.title ?? null;
}
