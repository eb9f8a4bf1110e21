import type { ASTNode } from '@marcbachmann/cel-js';
import { spend } from '../common/budget.js';
import { spendOnCall, spendOnOperator } from './expression-costs.js';

/** What evaluates a part of an expression. */
interface Evaluator {
  run(node: ASTNode, context: unknown): unknown;
}
type Evaluate = (evaluator: Evaluator, part: never, context: unknown) => unknown;

/** A part of an expression as cel-js has it; what its check finds out, it keeps there. */
interface Part {
  op: string;
  args: unknown;
  meta: { alternate?: Repetition };
  setMeta(key: 'evaluate', evaluate: Evaluate): void;
}
/** What stands behind `all`, `map` and the like: it goes through a list. */
interface Repetition {
  args: { iterable: ASTNode };
  handle(list: unknown, args: unknown, evaluator: Evaluator, context: unknown): unknown;
  setMeta(key: 'evaluate', evaluate: Evaluate): void;
  cost?: number;
}
interface Operator {
  op: string;
  args: [ASTNode, ASTNode];
  handle(left: unknown, right: unknown, part: Operator, evaluator: Evaluator): unknown;
}
interface Access {
  args: [of: ASTNode, name: string | ASTNode];
  handle(value: unknown, key: unknown, part: Access, evaluator: Evaluator): unknown;
}
interface FunctionCall {
  args: [name: string, args: ASTNode[]];
  handle(values: unknown[], part: FunctionCall, evaluator: Evaluator): unknown;
}
interface MethodCall {
  args: [name: string, receiver: ASTNode, args: ASTNode[]];
  handle(values: unknown[], evaluator: Evaluator, part: MethodCall): unknown;
}

/** To make an error takes long; `all`, `exists`, `||` and `&&` swallow it and go on. */
const ERROR_STEPS = 100;

/** How the parts are evaluated that may cost much; all others cost the step that a repetition counts for them. */
const METERED: Record<string, Evaluate> = {
  call: callFunction,
  rcall: callMethod,
  '.': access,
  '[]': access,
  ...Object.fromEntries(['==', '!=', 'in', '+', '<', '<=', '>', '>='].map((op) => [op, operate])),
};

/**
 * Makes a parsed expression count what it costs, before it costs it: each repetition by the length of its list, each
 * operator and function by what it is given. Must run before the expression is first evaluated. Answers how many parts it
 * has: to look at each once costs a step.
 */
export function meter(node: unknown): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, item) => sum + meter(item), 0);
  if (!isPart(node)) return 0;
  const size = 1 + meter(node.args);
  const { alternate } = node.meta;
  const metered = METERED[node.op];
  if (alternate !== undefined) {
    alternate.cost = size;
    alternate.setMeta('evaluate', repeat);
  } else if (metered !== undefined) node.setMeta('evaluate', metered);
  return size;
}

function isPart(node: unknown): node is Part {
  return typeof node === 'object' && node !== null && 'op' in node && 'args' in node;
}

function repeat(evaluator: Evaluator, repetition: Repetition, context: unknown): unknown {
  const list = evaluator.run(repetition.args.iterable, context);
  spend((lengthOf(list) + 1) * (repetition.cost ?? 1));
  return repetition.handle(list, repetition.args, evaluator, context);
}

function operate(evaluator: Evaluator, part: Operator, context: unknown): unknown {
  const left = evaluator.run(part.args[0], context);
  const right = evaluator.run(part.args[1], context);
  spendOnOperator(part.op, left, right);
  return chargeErrors(() => part.handle(left, right, part, evaluator));
}

function callFunction(evaluator: Evaluator, part: FunctionCall, context: unknown): unknown {
  const values = part.args[1].map((arg) => evaluator.run(arg, context));
  spendOnCall(part.args[0], values);
  return chargeErrors(() => part.handle(values, part, evaluator));
}

function callMethod(evaluator: Evaluator, part: MethodCall, context: unknown): unknown {
  const [name, receiver, args] = part.args;
  const values = [receiver, ...args].map((arg) => evaluator.run(arg, context));
  spendOnCall(name, values);
  return chargeErrors(() => part.handle(values, evaluator, part));
}

/** A field that is not there is the usual error. The name after a dot is no part of its own. */
function access(evaluator: Evaluator, part: Access, context: unknown): unknown {
  const [of, name] = part.args;
  const value = evaluator.run(of, context);
  const key = typeof name === 'string' ? name : evaluator.run(name, context);
  return chargeErrors(() => part.handle(value, key, part, evaluator));
}

function chargeErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    spend(ERROR_STEPS);
    throw error;
  }
}

function lengthOf(list: unknown): number {
  if (Array.isArray(list)) return list.length;
  if (list instanceof Map || list instanceof Set) return list.size;
  return typeof list === 'object' && list !== null ? Object.keys(list).length : 1;
}
