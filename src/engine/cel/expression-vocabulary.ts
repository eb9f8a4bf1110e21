import type { ASTNode, Environment } from '@marcbachmann/cel-js';
import { spendOnPattern } from './expression-costs.js';
import { compilePattern } from '../common/patterns.js';

/** The name under which `matches` runs here: the built-in one would hand authors' patterns to `RegExp`. */
const MATCHES = 'matchesPattern';

type Operator = '+' | '-' | '*' | '/' | '%';
const CALCULATE: Record<Operator, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

/** Adds to CEL what authors may expect: `500` where `500.0` is meant, and `matches` in linear time. */
export function registerVocabulary(environment: Environment): void {
  for (const op of Object.keys(CALCULATE) as Operator[]) {
    const calculate = CALCULATE[op];
    environment.registerOperator(`double ${op} int: double`, (a: number, b: bigint) =>
      calculate(a, Number(b)),
    );
    environment.registerOperator(`int ${op} double: double`, (a: bigint, b: number) =>
      calculate(Number(a), b),
    );
  }
  environment.registerOperator('double % double: double', CALCULATE['%']);
  environment.registerOperator('double == int: bool', (a: number, b: bigint) => a === Number(b));
  environment.registerFunction(`string.${MATCHES}(string): bool`, (text: string, pattern: string) => {
    const compiled = compilePattern(pattern);
    spendOnPattern(text, compiled);
    return compiled.test(text);
  });
}

/**
 * Lets `context.amount in [500, 600]` pass the check. Only where types are known: without them CEL's own `in`
 * compares numbers of both kinds, and two operators would answer.
 */
export function registerMembership(environment: Environment): void {
  environment.registerOperator('double in list<int>: bool', (a: number, list: bigint[]) =>
    list.some((item) => Number(item) === a),
  );
}

/**
 * Sends every `matches` of a parsed expression to RE2; must run before the expression is first checked or evaluated.
 * Throws when a pattern is not a valid one, or not written out.
 */
export function redirectPatterns(node: unknown, seen = new Set<unknown>()): void {
  if (typeof node !== 'object' || node === null || seen.has(node)) return;
  seen.add(node);
  if (Array.isArray(node)) {
    for (const item of node) redirectPatterns(item, seen);
    return;
  }
  if (!('op' in node) || !('args' in node)) return;
  const ast = node as ASTNode;
  if (ast.op === 'rcall' && ast.args[0] === 'matches') {
    ast.args[0] = MATCHES;
    const pattern = ast.args[2][0];
    // To get one ready takes longer than to use it; one that the data made would be another each time.
    if (pattern?.op !== 'value' || typeof pattern.args !== 'string')
      throw new Error('matches() needs a pattern that is written out as a text');
    compilePattern(pattern.args);
  }
  redirectPatterns(ast.args, seen);
}
