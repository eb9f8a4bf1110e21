import { advance, compileSop, openTicket } from '../../../src/engine/index.js';
import type { CompiledSop } from '../../../src/engine/index.js';
import type {
  Advanced,
  AdvanceInput,
  EngineState,
  JsonObject,
  Outcome,
  Refusal,
  SopDefinition,
} from '../../../src/engine/common/model.js';
import { AGENT, makeInput } from './builders.js';

/** What an advance came to; throws when it was refused. */
export function taken(outcome: Outcome): Advanced {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.advanced;
}

/** Why it was refused; throws when it was taken. */
export function refused(outcome: Outcome): Refusal {
  if (outcome.ok) throw new Error('it was taken');
  return outcome.refusal;
}

/** A compiled SOP and the state of a ticket that was just opened in it. */
export function openIn(
  definition: SopDefinition,
  data: JsonObject = {},
  input: AdvanceInput = makeInput(),
): [CompiledSop, EngineState] {
  const sop = compileSop(definition, 1);
  return [sop, taken(openTicket(sop, data, input)).state];
}

/** An agent sends an event, for one step or for whoever takes it. */
export function sendTo(
  sop: CompiledSop,
  state: EngineState,
  event: string,
  named?: string,
  over: { data?: JsonObject; input?: Partial<AdvanceInput>; actor?: typeof AGENT } = {},
): Outcome {
  const { data, input, actor = AGENT } = over;
  return advance(
    sop,
    state,
    { type: 'event', event, step: named, data, actor },
    makeInput({ seq: 2, ...input }),
  );
}
