import { compileExpression } from '../cel/expressions.js';
import type { ExpressionVars, Scope } from '../cel/expressions.js';
import { passLimitUnknown } from '../cel/limit-unknown.js';
import type {
  AdvanceInput,
  Json,
  JsonObject,
  LimitDef,
  LimitStanding,
  LimitUnit,
  Reservation,
  SopDefinition,
} from '../common/model.js';
import { isUnsafeName } from '../common/names.js';
import { listOf, SopInvalid } from './states.js';
import type { States } from './states.js';

type Expression = (vars: ExpressionVars) => Json;

/** A limit of an SOP, ready to be asked. */
export interface Limit {
  def: LimitDef;
  key: Expression;
  most: Expression;
  /** How much a call uses up, by the call's id. */
  amounts: ReadonlyMap<string, Expression>;
}
/** The limits of an SOP by id, in its order. */
export type Limits = ReadonlyMap<string, Limit>;

export function limitIds(sop: SopDefinition): string[] {
  return (sop.meta.limits ?? []).map(({ id }) => id);
}

/**
 * Compiles the limits. `plain` knows no `limits`: what a limit is counted by and where it ends must not depend on how
 * limits stand. Throws `SopInvalid` for ids that are unsafe or there twice, and for calls that do not exist.
 */
export function compileLimits(sop: SopDefinition, states: States, scope: Scope, plain: Scope): Limits {
  const calls = new Set(
    [...states.values()].flatMap(({ def }) => listOf(def.invoke).map((invoke) => invoke.id)),
  );
  const limits = new Map<string, Limit>();
  for (const def of sop.meta.limits ?? []) {
    if (isUnsafeName(def.id)) throw new SopInvalid(sop.id, `no limit may be called "${def.id}"`);
    if (limits.has(def.id)) throw new SopInvalid(sop.id, `two limits have the id "${def.id}"`);
    const unknown = Object.keys(def.calls).find((call) => !calls.has(call));
    if (unknown !== undefined)
      throw new SopInvalid(sop.id, `the limit "${def.id}" counts a call "${unknown}" that does not exist`);
    limits.set(def.id, {
      def,
      key: compileExpression(def.key, plain),
      most: compileExpression(def.most, plain),
      amounts: new Map(
        Object.entries(def.calls).map(([call, amount]) => [call, compileExpression(amount, scope)]),
      ),
    });
  }
  return limits;
}

/** What a limit is counted by for these values; empty when that is not known (yet), or is no text. */
export function keyOf(limit: Limit, vars: ExpressionVars): string {
  const key = valueOr(limit.key, vars, '');
  return typeof key === 'string' ? key : '';
}

/**
 * How a limit stands for these values. Without a key nothing is used and `read` is not asked; where `most` cannot be
 * told it is 0. Throws the `LimitUnknown` of `read`.
 */
export function standingOf(limit: Limit, vars: ExpressionVars, read: AdvanceInput['limits']): LimitStanding {
  const key = keyOf(limit, vars);
  const used = key === '' ? 0 : (read?.(limit.def.id, key) ?? 0);
  const told = valueOr(limit.most, vars, 0);
  const most = typeof told === 'number' ? told : 0;
  return { used, most, left: Math.max(0, most - used) };
}

/** What a limit counts: as its SOP says, or by what its calls use up. */
export function unitOf({ unit, calls }: LimitDef): LimitUnit {
  return (
    unit ?? (Object.values(calls).every((amount) => /^1(?:\.0+)?$/.test(amount.trim())) ? 'count' : 'money')
  );
}

/**
 * Whether it is known how much of a limit there may be. It is not where `most` cannot be told, or is still the nothing
 * that it was with the context of the SOP's start, e.g. because nobody has found the order yet.
 */
export function isMostKnown({ most }: Limit, vars: ExpressionVars, start: JsonObject): boolean {
  const told = valueOr(most, vars, null);
  if (typeof told !== 'number') return false;
  return told > 0 || told !== valueOr(most, { ...vars, context: start }, null);
}

function valueOr(evaluate: Expression, vars: ExpressionVars, otherwise: Json): Json {
  try {
    return evaluate(vars);
  } catch (error) {
    passLimitUnknown(error);
    return otherwise;
  }
}

/**
 * What a call reserves. The result throws, so that the call is not made, when it cannot be told how much, of what, or
 * up to where; a call that uses up nothing reserves nothing.
 */
export function compileReservations(limits: Limits, call: string): (vars: ExpressionVars) => Reservation[] {
  const counted = [...limits.values()].flatMap((limit) => {
    const amount = limit.amounts.get(call);
    return amount ? [{ limit, amount }] : [];
  });
  return (vars) => counted.flatMap(({ limit, amount }) => reserve(limit, amount, vars));
}

function reserve(limit: Limit, evaluate: Expression, vars: ExpressionVars): Reservation[] {
  const { id, why } = limit.def;
  const amount = finite(id, 'the amount', evaluate, vars);
  if (amount < 0) throw new LimitUnclear(id, `the amount is ${String(amount)}, less than nothing`);
  if (amount === 0) return [];
  const key = exact(id, 'the key', limit.key, vars);
  if (typeof key !== 'string' || key === '') throw new LimitUnclear(id, 'the key is empty or no text');
  return [{ limit: id, key, amount, most: finite(id, 'the most', limit.most, vars), why }];
}

function finite(id: string, what: string, evaluate: Expression, vars: ExpressionVars): number {
  const value = exact(id, what, evaluate, vars);
  if (typeof value !== 'number') throw new LimitUnclear(id, `${what} is no number`);
  return value;
}

/** Evaluates without forgiving; that a number is finite, expressions see to themselves. */
function exact(id: string, what: string, evaluate: Expression, vars: ExpressionVars): Json {
  try {
    return evaluate(vars);
  } catch (error) {
    passLimitUnknown(error);
    throw new LimitUnclear(
      id,
      `${what} cannot be told: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** A call that counts for a limit must not be made, because it is not clear how it counts. */
class LimitUnclear extends Error {
  constructor(limit: string, reason: string) {
    super(`The limit "${limit}" cannot be kept: ${reason}.`);
  }
}
