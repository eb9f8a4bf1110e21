import { buildScope } from './expressions.js';
import type { ExpressionVars, Scope } from './expressions.js';
import { compileForm } from './forms.js';
import type { Form } from './forms.js';
import { compileLimits, limitIds } from './limits.js';
import type { Limits } from './limits.js';
import { buildMachine } from './machine.js';
import type { Machine } from './machine.js';
import type { GuideReply, SopDefinition, SopMeta } from './model.js';
import { findUnsafe } from './names.js';
import { indexStates, listOf, SopInvalid } from './states.js';
import type { StateInfo, States, StepInfo } from './states.js';
import { compileText } from './templates.js';
import type { Text } from './text.js';
import { compileWaysOut } from './ways-out.js';
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
}

/** A step's texts, to be filled with a ticket's data. */
export interface StepTexts {
  instructions: ((vars: ExpressionVars) => Text) | null;
  replies: ((vars: ExpressionVars) => GuideReply)[];
}

/**
 * Compiles an SOP. Throws `SopInvalid` when it cannot, with the first reason; use `checkSop` to learn all of them.
 * Costs milliseconds: keep the result.
 */
export function compileSop(definition: SopDefinition, version: number): CompiledSop {
  try {
    return compile(definition, version);
  } catch (error) {
    if (error instanceof SopInvalid) throw error;
    throw new SopInvalid(definition.id, error instanceof Error ? error.message : String(error));
  }
}

function compile(definition: SopDefinition, version: number): CompiledSop {
  const { meta } = definition;
  const unsafe = findUnsafe(definition);
  if (unsafe !== null)
    throw new SopInvalid(definition.id, `the name at ${unsafe} is not allowed, or it lies too deep`);
  const states = indexStates(definition);
  refuseDoubledCalls(definition, states);
  const plain = buildScope({ context: meta.context });
  const ids = limitIds(definition);
  const scope = ids.length === 0 ? plain : buildScope({ context: meta.context, limits: ids });
  const limits = compileLimits(definition, states, scope, plain);
  const waysOut = compileWaysOut(definition, states, scope);
  const steps = new Map([...states.values()].flatMap((s) => (s.step ? [[s.id, s.step] as const] : [])));
  return {
    id: definition.id,
    version,
    definition,
    meta,
    steps,
    states,
    waysOut,
    machine: buildMachine(definition, states, waysOut, limits, scope),
    limits,
    intake: compileForm(meta.intake.form),
    texts: new Map([...steps.values()].map((step) => [step.id, compileTexts(step, scope)])),
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
