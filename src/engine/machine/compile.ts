import { buildScope, compileExpression } from '../cel/expressions.js';
import type { ExpressionVars, Scope } from '../cel/expressions.js';
import type { Form } from '../forms/forms.js';
import { compileLimits, limitIds } from './limits.js';
import type { Limits } from './limits.js';
import { buildMachine } from './machine.js';
import type { Machine } from './machine.js';
import type { GuideReply, Json, Priority, SopDefinition, SopMeta } from '../common/model.js';
import { findUnsafe } from '../common/names.js';
import { atOnce, Later } from '../common/pieces.js';
import type { InPieces } from '../common/pieces.js';
import { indexStates, listOf, SopInvalid } from './states.js';
import type { StateInfo, States, StepInfo } from './states.js';
import { compileText } from '../cel/templates.js';
import type { Text } from '../common/text.js';
import { compileFormInTurn, compileWaysOut } from './ways-out.js';
import type { WaysOut } from './ways-out.js';

export { SopInvalid } from './states.js';
export type { StateInfo, StepInfo } from './states.js';

/** One version of an SOP, ready to run: everything that can be compiled is. Immutable; share it between tickets. */
export interface CompiledSop {
  readonly id: string;
  readonly version: number;
  readonly definition: SopDefinition;
  readonly meta: SopMeta;
  /** Every step by its id, in document order; ends of parallel regions (`joined`) included. */
  readonly steps: ReadonlyMap<string, StepInfo>;
  /** Every state by its id (the root's is empty), in document order. */
  readonly states: ReadonlyMap<string, StateInfo>;
  readonly waysOut: WaysOut;
  readonly machine: Machine;
  /** By id, in the order of the SOP. */
  readonly limits: Limits;
  /** The form of a new ticket. */
  readonly intake: Form;
  /** Texts of the guide by step. */
  readonly texts: ReadonlyMap<string, StepTexts>;
  /** What is decided about a new ticket before it enters its first step. */
  readonly rules: OpeningRules;
}

/** All throw where they cannot be told. */
export interface OpeningRules {
  /** The first that holds says the priority. */
  priority: { holds: Rule; priority: Priority }[];
  /** By what tickets are about the same; null: by customer and SOP. */
  issueKey: Rule | null;
}
type Rule = (vars: ExpressionVars) => Json;

/** A step's texts, to be filled with a ticket's data. */
export interface StepTexts {
  instructions: ((vars: ExpressionVars) => Text) | null;
  replies: ((vars: ExpressionVars) => GuideReply)[];
}

/**
 * Compiles an SOP. Throws `SopInvalid` when it cannot, with the first reason; use `checkSop` to learn all of them.
 * Costs milliseconds, and for a large SOP far more than an event loop may be held: keep the result.
 */
export function compileSop(definition: SopDefinition, version: number): CompiledSop {
  return atOnce(compileSopInPieces(definition, version));
}

/** The same piece by piece: a state, an expression or a form each. */
export function* compileSopInPieces(definition: SopDefinition, version: number): InPieces<CompiledSop> {
  const later = new Later();
  try {
    const sop = yield* compile(definition, version, later);
    yield* later.work();
    return sop;
  } catch (error) {
    throw toInvalid(definition.id, firstFault(later, error));
  }
}

/** What was put off before something else failed comes before it. */
function firstFault(later: Later, fault: unknown): unknown {
  try {
    atOnce(later.work());
    return fault;
  } catch (earlier) {
    return earlier;
  }
}

function toInvalid(id: string, fault: unknown): SopInvalid {
  if (fault instanceof SopInvalid) return fault;
  return new SopInvalid(id, fault instanceof Error ? fault.message : String(fault));
}

function* compile(definition: SopDefinition, version: number, later: Later): InPieces<CompiledSop> {
  const { meta } = definition;
  const unsafe = findUnsafe(definition);
  if (unsafe !== null)
    throw new SopInvalid(definition.id, `the name at ${unsafe} is not allowed, or it lies too deep`);
  const states = indexStates(definition);
  refuseDoubledCalls(definition, states);
  yield;
  const plain = buildScope({ context: meta.context }, later);
  const ids = limitIds(definition);
  const scope = ids.length === 0 ? plain : buildScope({ context: meta.context, limits: ids }, later);
  const limits = compileLimits(definition, states, scope, plain);
  const waysOut = yield* compileWaysOut(definition, states, scope);
  const steps = new Map([...states.values()].flatMap((s) => (s.step ? [[s.id, s.step] as const] : [])));
  return {
    id: definition.id,
    version,
    definition,
    meta,
    steps,
    states,
    waysOut,
    machine: yield* buildMachine(definition, states, waysOut, limits, scope),
    limits,
    intake: compileFormInTurn(meta.intake.form, scope),
    texts: new Map([...steps.values()].map((step) => [step.id, compileTexts(step, scope)])),
    rules: compileRules(meta, plain),
  };
}

function compileRules({ priority = [], issueKey }: SopMeta, scope: Scope): OpeningRules {
  return {
    priority: priority.map((rule) => ({
      holds: compileExpression(rule.when, scope),
      priority: rule.priority,
    })),
    issueKey: issueKey === undefined ? null : compileExpression(issueKey, scope),
  };
}

/** A ticket knows its calls by their ids alone. */
function refuseDoubledCalls(definition: SopDefinition, states: States): void {
  const seen = new Set<string>();
  for (const state of states.values()) {
    for (const { id, src } of listOf(state.def.invoke)) {
      if (seen.has(id)) throw new SopInvalid(definition.id, `two calls have the id "${id}"`);
      if ((src as string) !== 'http') throw new SopInvalid(definition.id, `there is no actor "${src}"`);
      seen.add(id);
    }
  }
}

function compileTexts(step: StepInfo, scope: Scope): StepTexts {
  const { instructions, replies = [] } = step.meta;
  return {
    instructions: instructions ? compileText(instructions, scope, 'markdown') : null,
    replies: replies.map(({ id, title, text }) => {
      const fill = compileText(text, scope);
      return (vars) => ({ id, title, text: fill(vars) });
    }),
  };
}
