import type { ASTNode } from '@marcbachmann/cel-js';

/**
 * What one evaluation may cost: parts of expressions looked at within repetitions, and signs compared with patterns. The
 * dearest expression that is allowed takes some hundredths of a second. A number, not a time: it is the same everywhere.
 */
export const MOST_STEPS = 200_000;
/** Signs of a text, times those of a pattern, that cost one step. */
const SIGNS_PER_STEP = 5;

/** An evaluation that would take too long was broken off. The same values always end the same way. */
export class ExpressionTooCostly extends Error {
  override readonly name = 'ExpressionTooCostly';
  constructor() {
    super(`the expression takes more than ${String(MOST_STEPS)} steps with these values`);
  }
}

/** Of the evaluation under way; evaluations are synchronous and none takes place within another. */
let left = MOST_STEPS;

/** Evaluates with a fresh budget. Throws `ExpressionTooCostly`, also where CEL's `||` and `&&` swallowed that. */
export function withBudget<T>(evaluate: () => T): T {
  left = MOST_STEPS;
  try {
    const result = evaluate();
    if (left < 0) throw new ExpressionTooCostly();
    return result;
  } catch (error) {
    throw left < 0 ? new ExpressionTooCostly() : error;
  }
}

/** To compare a text with a pattern takes time by both. */
export function spendOnPattern(text: string, pattern: string): void {
  spend(Math.ceil((text.length * pattern.length) / SIGNS_PER_STEP));
}

/** Throws `ExpressionTooCostly` when the evaluation under way has used up its budget. */
export function spend(steps: number): void {
  left -= steps;
  if (left < 0) throw new ExpressionTooCostly();
}

function sizeOf(list: unknown): number {
  if (Array.isArray(list)) return list.length;
  if (list instanceof Map || list instanceof Set) return list.size;
  return typeof list === 'object' && list !== null ? Object.keys(list).length : 1;
}

/** A repetition as cel-js has it behind `all`, `map` and the like: what goes through a list. */
interface Repetition {
  args: { iterable: ASTNode };
  handle(list: unknown, args: unknown, evaluator: Evaluator, context: unknown): unknown;
  setMeta(key: 'evaluate', evaluate: typeof countAndRepeat): void;
  cost?: number;
}
interface Evaluator {
  run(node: ASTNode, context: unknown): unknown;
}

function countAndRepeat(evaluator: Evaluator, repetition: Repetition, context: unknown): unknown {
  const list = evaluator.run(repetition.args.iterable, context);
  spend((sizeOf(list) + 1) * (repetition.cost ?? 1));
  return repetition.handle(list, repetition.args, evaluator, context);
}

/** Makes each repetition of a parsed expression count before it begins; before it is first evaluated. Answers its size. */
export function countRepetitions(node: unknown): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, item) => sum + countRepetitions(item), 0);
  if (typeof node !== 'object' || node === null || !('op' in node) || !('args' in node)) return 0;
  const size = 1 + countRepetitions(node.args);
  const { meta } = node as unknown as { meta: { alternate?: Repetition } };
  if (meta.alternate !== undefined) {
    meta.alternate.cost = size;
    meta.alternate.setMeta('evaluate', countAndRepeat);
  }
  return size;
}
