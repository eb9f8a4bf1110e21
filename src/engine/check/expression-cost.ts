import { MOST_STEPS, parseExpression } from '../cel/expressions.js';
import type { Report } from './report.js';

/** What goes through a list, and asks its condition for each entry. */
const REPETITIONS = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

/**
 * Reports an expression that is certain to be broken off when all entries of the lists that it writes out are looked at:
 * one list within another costs the product of both. It must parse.
 */
export function checkCost(expr: string, at: string, report: Report): void {
  if (!expr.includes('[')) return;
  const { cost } = measure(parseExpression(expr));
  if (cost <= MOST_STEPS) return;
  report.error(
    'too-costly',
    at,
    `The lists written out in this expression take ${wordNumber(cost)} steps to go through, and an evaluation has ${wordNumber(MOST_STEPS)}. Nest fewer lists.`,
    `遍历此表达式中写出的列表需要 ${wordNumber(cost)} 步，而一次求值最多 ${wordNumber(MOST_STEPS)} 步。请减少列表的嵌套。`,
  );
}

function wordNumber(steps: number): string {
  return steps < 1e15 ? Math.round(steps).toLocaleString('en') : '10¹⁵';
}

interface Measure {
  /** Parts of the expression. */
  size: number;
  cost: number;
}

/** As evaluations are counted (`expression-meter`), with one entry for every list that is not written out. */
function measure(node: unknown): Measure {
  if (Array.isArray(node)) return node.map(measure).reduce(sum, { size: 0, cost: 0 });
  if (typeof node !== 'object' || node === null || !('op' in node) || !('args' in node))
    return { size: 0, cost: 0 };
  const { op, args } = node;
  if (op !== 'rcall' || !Array.isArray(args) || !REPETITIONS.has(String(args[0]))) {
    const { size, cost } = measure(args);
    return { size: size + 1, cost };
  }
  const [, list, body] = args as [string, { op?: unknown; args?: unknown }, unknown];
  const [of, each] = [measure(list), measure(body)];
  const entries = list.op === 'list' && Array.isArray(list.args) ? list.args.length : 1;
  const size = 1 + of.size + each.size;
  return { size, cost: of.cost + (entries + 1) * size + entries * each.cost };
}

const sum = (a: Measure, b: Measure): Measure => ({ size: a.size + b.size, cost: a.cost + b.cost });
