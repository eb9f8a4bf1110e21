import type { LimitStanding } from '../common/model.js';

/** How a limit stands for the ticket, by the limit's id. May throw `LimitUnknown`. */
export type LimitOf = (id: string) => LimitStanding;

/** Where nobody counts, nothing is used and nothing is left. */
const UNCOUNTED: LimitStanding = { used: 0, most: 0, left: 0 };

/**
 * The limits that a parsed expression names (`limits.orderRefunds`); all that are `known` when it speaks of `limits`
 * as a whole. Only these are asked for, since to answer may cost the caller a look into the database.
 */
export function findLimits(ast: unknown, known: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isNode(node)) return;
    if (node.op === '.' && Array.isArray(node.args) && isLimits(node.args[0]))
      found.add(String(node.args[1]));
    else if (isLimits(node)) known.forEach((id) => found.add(id));
    else visit(node.args);
  };
  visit(ast);
  return [...found];
}

/**
 * The value of the variable `limits`. It is made before the expression is evaluated, because CEL's `||` and `&&`
 * swallow what their sides throw.
 */
export function standingsOf(
  ids: readonly string[],
  limitOf: LimitOf | undefined,
): Record<string, LimitStanding> {
  return Object.fromEntries(ids.map((id) => [id, limitOf?.(id) ?? UNCOUNTED]));
}

interface Node {
  op: unknown;
  args: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

function isLimits(node: unknown): boolean {
  return isNode(node) && node.op === 'id' && node.args === 'limits';
}
