import type { ASTNode, Environment, ParseResult } from '@marcbachmann/cel-js';
import { EvaluationError, ParseError, TypeError as CelTypeError } from '@marcbachmann/cel-js';
import { spend, withBudget } from '../common/budget.js';
import { findLimits, standingsOf } from './expression-limits.js';
import type { LimitOf } from './expression-limits.js';
import { meter } from './expression-meter.js';
import { buildDynamicEnvironment, buildTypedEnvironment } from './expression-types.js';
import type { ScopeSchemas, Variable } from './expression-types.js';
import { redirectPatterns } from './expression-vocabulary.js';
import type { CallFailure, CustomerFacts, Json, JsonObject, TicketFacts } from '../common/model.js';
import type { Later } from '../common/pieces.js';

export type { ScopeSchemas, Variable } from './expression-types.js';

const MAX_LENGTH = 4_000;
/** What an expression may make: a value that doubled with each event would fill any memory. */
const MAX_TEXT = 100_000;
const MAX_ITEMS = 10_000;
/**
 * What one evaluation may cost: its parts, once and within repetitions, and what operators, functions and patterns do by
 * the size of what they are given. The dearest expression that is allowed takes some hundredths of a second.
 */
export const MOST_STEPS = 200_000;
/** Signs that a step brings into the result, which is stored. */
const SIGNS_PER_STEP = 20;
const RUNTIME = buildDynamicEnvironment();
const WITHOUT = new Map<Variable, Environment>();

/** Names and types that an expression may use. */
export interface Scope {
  readonly typed: Environment;
  /** Ids of the limits that `limits` holds. */
  readonly limits: readonly string[];
  /** Where what is costly waits for its turn; null: it is done at once. */
  readonly later: Later | null;
}

/** The values of one evaluation. All plain JSON, but `now` and `limits`. */
export interface ExpressionVars {
  context: JsonObject;
  ticket: TicketFacts;
  customer: CustomerFacts;
  event: { type: string; data: JsonObject; output?: Json; error?: CallFailure };
  actor: { kind: string; id: string; name: string; roles: string[]; tier: number };
  now: Date;
  /**
   * Tells how a limit stands; asked for those that an expression names, when it is evaluated. It may throw
   * `LimitUnknown`, which then comes out of the evaluation. Absent: nothing is used and nothing is left.
   */
  limits?: LimitOf;
}

export type ExpectedType = 'bool' | 'string' | 'double' | 'dyn';
export type ExpressionCheck =
  | { ok: true; type: string }
  /** `offset`: characters into the expression where it goes wrong. */
  | { ok: false; message: string; offset?: number };

/** Thrown by `compileExpression` for an expression that does not check. */
export class ExpressionInvalid extends Error {
  constructor(
    readonly expression: string,
    readonly reason: string,
  ) {
    super(`The expression \`${expression}\` is not valid: ${reason}`);
    this.name = 'ExpressionInvalid';
  }
}

/** A scope for many expressions; it is not cheap to build, so share it. */
export function buildScope(schemas: ScopeSchemas, later: Later | null = null): Scope {
  return { typed: buildTypedEnvironment(schemas), limits: schemas.limits ?? [], later };
}

/** Does something costly when it is its turn in this scope: at once, or later. */
export function inTurn<T>(scope: Scope, make: () => T): () => T {
  if (scope.later) return scope.later.add(make);
  const made = make();
  return () => made;
}

/**
 * Whether an expression parses, uses known names and types, and has the expected type. `bool` must be certain
 * (a value of unknown type needs `== true`); where a number or text is expected an unknown type passes.
 */
export function checkExpression(expr: string, scope: Scope, expected: ExpectedType = 'dyn'): ExpressionCheck {
  if (expr.length > MAX_LENGTH) {
    return { ok: false, message: `longer than ${String(MAX_LENGTH)} characters`, offset: MAX_LENGTH };
  }
  try {
    const checked = parse(scope.typed, expr).check();
    if (!checked.valid) return describeError(checked.error);
    const type = checked.type ?? 'dyn';
    if (fits(type, expected)) return { ok: true, type };
    return { ok: false, message: `expected ${expected}, found ${type}`, offset: 0 };
  } catch (error) {
    return describeError(error);
  }
}

/**
 * Compiles a checked expression. The result is plain JSON: whole numbers are numbers, instants ISO 8601 texts.
 * Throws `ExpressionInvalid` when it is its turn in the scope, and whatever CEL throws (a missing key, a division by zero)
 * when it is evaluated.
 */
export function compileExpression(expr: string, scope: Scope): Evaluate {
  const evaluate = inTurn(scope, () => compileNow(expr, scope));
  return (vars) => evaluate()(vars);
}

type Evaluate = (vars: ExpressionVars) => Json;

function compileNow(expr: string, scope: Scope): Evaluate {
  const checked = checkExpression(expr, scope);
  if (!checked.ok) throw new ExpressionInvalid(expr, checked.message);
  const evaluate = parse(RUNTIME, expr);
  const parts = meter(evaluate.ast);
  const runtime = evaluate.check();
  if (!runtime.valid) throw new ExpressionInvalid(expr, runtime.error?.summary ?? 'it cannot be evaluated');
  const limits =
    scope.limits.length > 0 && mentions(expr, 'limits') ? findLimits(evaluate.ast, scope.limits) : [];
  const run = (vars: object): Json =>
    withBudget('the expression', MOST_STEPS, () => {
      spend(parts);
      return toJson(evaluate(vars));
    });
  if (limits.length === 0) return run;
  return (vars) => run({ ...vars, limits: standingsOf(limits, vars.limits) });
}

/** Whether the expression speaks of a variable: then it cannot be judged while that is unknown. */
export function mentions(expr: string, variable: Variable): boolean {
  let environment = WITHOUT.get(variable);
  if (!environment) {
    environment = buildDynamicEnvironment(variable);
    WITHOUT.set(variable, environment);
  }
  return !parse(environment, expr).check().valid;
}

/** How an expression is put together. Throws for one that does not parse. */
export function parseExpression(expr: string): ASTNode {
  return parse(RUNTIME, expr).ast;
}

function parse(environment: Environment, expr: string): ParseResult {
  const parsed = environment.parse(expr);
  redirectPatterns(parsed.ast);
  return parsed;
}

function fits(type: string, expected: ExpectedType): boolean {
  if (expected === 'dyn' || type === expected) return true;
  if (expected === 'bool') return false;
  return type === 'dyn' || (expected === 'double' && type === 'int');
}

function describeError(error: unknown): ExpressionCheck {
  if (error instanceof ParseError || error instanceof CelTypeError || error instanceof EvaluationError) {
    return { ok: false, message: error.summary, offset: error.range?.start };
  }
  return { ok: false, message: error instanceof Error ? error.message : String(error) };
}

/** CEL's values as plain JSON. Throws for what JSON cannot say (NaN, bytes, types). */
function toJson(value: unknown): Json {
  // A list that stands in many places is one in memory, and many in what comes out.
  spend(1);
  switch (typeof value) {
    case 'string':
      if (value.length > MAX_TEXT)
        throw new RangeError(`the result is longer than ${String(MAX_TEXT)} signs`);
      spend(Math.ceil(value.length / SIGNS_PER_STEP));
      return value;
    case 'boolean':
      return value;
    case 'bigint':
      return Number(value);
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError('the result is not a finite number');
      return value;
    case 'object':
      return value === null ? null : objectToJson(value);
    default:
      throw new RangeError('the result is no JSON value');
  }
}

function objectToJson(value: object): Json {
  if (Array.isArray(value)) {
    if (value.length > MAX_ITEMS) throw new RangeError(`the result has more than ${String(MAX_ITEMS)} items`);
    return value.map(toJson);
  }
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Set) return [...value].map(toJson);
  const entries = value instanceof Map ? [...value.entries()] : plainEntries(value);
  if (!entries) {
    const inner: unknown = value.valueOf();
    if (inner === value) throw new RangeError('the result is no JSON value');
    return toJson(inner);
  }
  return Object.fromEntries(entries.map(([key, item]) => [String(key), toJson(item)]));
}

function plainEntries(value: object): [string, unknown][] | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype ? Object.entries(value) : null;
}
