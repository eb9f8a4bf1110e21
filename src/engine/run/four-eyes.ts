import { listWaysOut, mayBeOpen, varsWithoutEvent } from './acceptance.js';
import type { CompiledSop } from '../machine/compile.js';
import type { ExpressionVars } from '../cel/expressions.js';
import { makeCall } from '../machine/machine-call.js';
import type { Actor, EngineState, LookInput } from '../common/model.js';
import type { Text } from '../common/text.js';
import type { WayOut } from '../machine/ways-out.js';

/** An id and name that no user has and that no context holds by default. */
const NOBODY = '\u0000nobody';

/**
 * Why somebody may not decide in a step although a colleague with the same roles and tier could: an event whose buttons
 * are all closed to them would be open to somebody else ("who asked for it cannot approve it"). Null when nothing bars
 * them, also where nobody at all could, and for a step that is not active. A guard that speaks of the event's data
 * counts as open until they are there. Throws `LimitUnknown` only.
 */
export function barredBy(sop: CompiledSop, state: EngineState, step: string, input: LookInput): Text | null {
  const { actor } = input;
  for (const [event, ways] of listWaysOut(sop, state, step)) {
    const titled = ways.filter((way) => way.meta.title !== undefined);
    // Most steps treat everybody alike; for them nothing is evaluated.
    if (!titled.some((way) => way.guard?.speaksOfActor)) continue;
    const asSeenBy = (who: Actor): ExpressionVars =>
      varsWithoutEvent(state, makeCall(sop, input, who), event);
    const why = findBar(titled, asSeenBy(actor), asSeenBy({ ...actor, id: NOBODY, name: NOBODY }));
    if (why) return why;
  }
  return null;
}

function findBar(ways: WayOut[], mine: ExpressionVars, theirs: ExpressionVars): Text | null {
  if (ways.some((way) => mayBeOpen(way, mine))) return null;
  return ways.find((way) => mayBeOpen(way, theirs))?.guard?.why ?? null;
}
