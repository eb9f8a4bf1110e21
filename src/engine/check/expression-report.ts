import { checkExpression } from '../cel/expressions.js';
import type { ExpectedType, Scope } from '../cel/expressions.js';
import { checkCost } from './expression-cost.js';
import type { Report } from './report.js';

/** Reports an expression that does not check. Returns its type; null when it is absent or was reported. */
export function checkExpr(
  report: Report,
  expr: string | undefined,
  at: string,
  scope: Scope,
  expected: ExpectedType,
): string | null {
  if (expr === undefined) return null;
  const checked = checkExpression(expr, scope, expected);
  if (checked.ok) {
    checkCost(expr, at, report);
    return checked.type;
  }
  reportExpression(report, expr, at, checked);
  return null;
}

/** `offset`: characters into the expression, or into the template that it stands in; absent when it is nowhere. */
export function reportExpression(
  report: Report,
  expr: string,
  at: string,
  { message, offset }: { message: string; offset?: number },
): void {
  const where = offset === undefined ? '' : ` at character ${offset + 1}`;
  const whereZh = offset === undefined ? '' : `（第 ${offset + 1} 个字符）`;
  report.error(
    'invalid-expression',
    at,
    `\`${shorten(expr)}\` is not valid${where}: ${message}.`,
    `表达式 \`${shorten(expr)}\` 有误${whereZh}：${message}。`,
  );
}

/** An expression on one line, at most 80 characters. */
export function shorten(expr: string): string {
  const flat = expr.replace(/\s+/g, ' ').trim();
  return flat.length > 80 ? `${flat.slice(0, 79)}…` : flat;
}
