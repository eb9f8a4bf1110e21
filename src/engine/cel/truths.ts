import { parseExpression } from './expressions.js';
import { canonicalJson } from '../common/canonical-json.js';

/** A condition by how it is put together. Atoms are what is not looked into. */
type Condition =
  | { is: 'atom'; key: string; opposite: { key: string; isExact: boolean } | null }
  | { is: 'value'; value: boolean }
  | { is: 'not'; inner: Condition }
  | { is: 'all' | 'any'; sides: [Condition, Condition] };

/** Conditions that have been read; null for what does not parse. To be shared by all truths about one SOP. */
export type ReadConditions = Map<string, Condition | null>;

/** Comparisons of which one is true at most, and one at least unless a side is no number. */
const OPPOSITES: Readonly<Record<string, string>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

/**
 * What follows from conditions that are known to hold, or not to hold, by how they are put together: of `a` and `!a`,
 * of `n > 5` and `n <= 5` one holds. Values are not reasoned about. All of it counts while nothing changes,
 * and for conditions that can be evaluated.
 */
export class Truths {
  private readonly known = new Map<string, boolean>();

  constructor(private readonly conditions: ReadConditions = new Map()) {}

  /** Remembers what a condition was. One that does not parse tells nothing. */
  learn(expr: string, value: boolean): void {
    const condition = this.read(expr);
    if (condition) this.take(condition, value);
  }

  /** What a condition must be by what is known; null when that does not follow. */
  judge(expr: string): boolean | null {
    const condition = this.read(expr);
    return condition && this.weigh(condition);
  }

  private read(expr: string): Condition | null {
    let condition = this.conditions.get(expr);
    if (condition === undefined) {
      condition = readCondition(expr);
      this.conditions.set(expr, condition);
    }
    return condition;
  }

  private take(condition: Condition, value: boolean): void {
    switch (condition.is) {
      case 'not':
        this.take(condition.inner, !value);
        return;
      case 'all':
      case 'any':
        // `a && b` holds: both do. `a || b` does not: neither does.
        if (value === (condition.is === 'all')) for (const side of condition.sides) this.take(side, value);
        return;
      case 'atom':
        this.known.set(condition.key, value);
        if (condition.opposite && (value || condition.opposite.isExact))
          this.known.set(condition.opposite.key, !value);
        return;
      case 'value':
    }
  }

  private weigh(condition: Condition): boolean | null {
    switch (condition.is) {
      case 'value':
        return condition.value;
      case 'atom':
        return this.known.get(condition.key) ?? null;
      case 'not': {
        const inner = this.weigh(condition.inner);
        return inner === null ? null : !inner;
      }
      case 'all':
      case 'any': {
        const decides = condition.is === 'any';
        const sides = condition.sides.map((side) => this.weigh(side));
        if (sides.includes(decides)) return decides;
        return sides.includes(null) ? null : !decides;
      }
    }
  }
}

interface Node {
  op: string;
  args: unknown;
}

function readCondition(expr: string): Condition | null {
  try {
    return conditionOf(parseExpression(expr));
  } catch {
    // Found elsewhere.
    return null;
  }
}

function conditionOf(node: Node): Condition {
  const { op, args } = node;
  if (op === 'value' && typeof args === 'boolean') return { is: 'value', value: args };
  if (op === '!_' && isNode(args)) return { is: 'not', inner: conditionOf(args) };
  const [left, right] = Array.isArray(args) ? (args as unknown[]) : [];
  if ((op === '&&' || op === '||') && isNode(left) && isNode(right))
    return { is: op === '&&' ? 'all' : 'any', sides: [conditionOf(left), conditionOf(right)] };
  const opposite = Object.hasOwn(OPPOSITES, op) ? OPPOSITES[op] : undefined;
  return {
    is: 'atom',
    key: keyOf(node),
    opposite:
      opposite === undefined
        ? null
        : { key: keyOf({ op: opposite, args }), isExact: op === '==' || op === '!=' },
  };
}

/** The same for what is written the same but for spaces and brackets. */
function keyOf(node: Node): string {
  return canonicalJson(plain(node));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (isNode(value)) return { op: value.op, args: plain(value.args) };
  // Whole numbers are written so that they differ from texts.
  return typeof value === 'bigint' ? { whole: String(value) } : value;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}
