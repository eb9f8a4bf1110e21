import type { CompiledSop } from '../machine/compile.js';
import type { ExpressionVars } from '../cel/expressions.js';
import { makeCall, makeVars } from '../machine/machine-call.js';
import type { Call } from '../machine/machine-call.js';
import type { EngineState, JsonObject, LookInput, Refusal } from '../common/model.js';
import type { StateInfo } from '../machine/states.js';
import type { Text } from '../common/text.js';
import type { WayOut } from '../machine/ways-out.js';

/**
 * Everything that a ticket in this place could be told, by event, each in the order in which it is tried. With `step`
 * only what that step could be told: nothing when it is not active.
 */
export function listWaysOut(sop: CompiledSop, state: EngineState, step?: string): Map<string, WayOut[]> {
  const byEvent = new Map<string, WayOut[]>();
  const seen = new Set<string>();
  if (state.status === 'done') return byEvent;
  if (step !== undefined) return state.steps.includes(step) ? listWaysOutOf(sop, step) : byEvent;
  for (const leaf of sop.machine.leavesOf(state.snapshot)) {
    for (let at = sop.states.get(leaf) ?? null; at && !seen.has(at.id); at = at.parent) {
      seen.add(at.id);
      addWays(byEvent, sop, at);
    }
  }
  return byEvent;
}

/** The ways out of one leaf state and of the states around it, innermost first. */
export function listWaysOutOf(sop: CompiledSop, leaf: string): Map<string, WayOut[]> {
  const byEvent = new Map<string, WayOut[]>();
  for (let at = sop.states.get(leaf) ?? null; at; at = at.parent) addWays(byEvent, sop, at);
  return byEvent;
}

function addWays(byEvent: Map<string, WayOut[]>, sop: CompiledSop, state: StateInfo): void {
  for (const [event, ways] of sop.waysOut.get(state.id) ?? []) {
    byEvent.set(event, [...(byEvent.get(event) ?? []), ...ways]);
  }
}

/**
 * The active steps that know an event, each with the innermost state that defines it. Steps with the same `from` share
 * one way: the event moves them together, whichever of them it names. Empty once the ticket has ended.
 */
export function stepsTaking(
  sop: CompiledSop,
  state: EngineState,
  event: string,
): { step: string; from: string }[] {
  if (state.status === 'done') return [];
  return state.steps.flatMap((step) => {
    for (let at = sop.states.get(step) ?? null; at; at = at.parent) {
      if (sop.waysOut.get(at.id)?.has(event)) return [{ step, from: at.id }];
    }
    return [];
  });
}

/** Whether a way is open as far as can be known before the event's data are. */
export function mayBeOpen(way: WayOut, vars: ExpressionVars): boolean {
  return way.guard === null || way.guard.speaksOfEvent || way.guard.holds(vars);
}

/** The variables before an event has happened. */
export function varsWithoutEvent(state: EngineState, call: Call, event: string): ExpressionVars {
  return makeVars(call, contextOf(state), { type: event });
}

/** The ticket's data in its SOP. */
export function contextOf(state: EngineState): JsonObject {
  return state.snapshot.context as JsonObject;
}

/**
 * The events that the ticket, or one `step` of it, would take now: known there, and not closed for certain. None for a
 * step that is not active. Throws `LimitUnknown` only.
 */
export function acceptedEvents(
  sop: CompiledSop,
  state: EngineState,
  input: LookInput,
  step?: string,
): string[] {
  const call = makeCall(sop, input, input.actor);
  return [...listWaysOut(sop, state, step)].flatMap(([event, ways]) => {
    const vars = varsWithoutEvent(state, call, event);
    return ways.some((way) => mayBeOpen(way, vars)) ? [event] : [];
  });
}

/** Why an event with these data was not taken, given its ways out (at least one). */
export function explainRefusal(
  ways: WayOut[],
  data: JsonObject,
  vars: ExpressionVars,
  accepted: () => string[],
): Refusal {
  const errors = ways.map((way) => way.form(data));
  const fitting = ways.filter((_, i) => errors[i]?.length === 0);
  if (fitting.length === 0) {
    const told = (errors[0] ?? []).map((e) => ({ pointer: `/data${e.pointer}`, message: e.message }));
    return { refused: 'invalid-form', errors: told };
  }
  const why = new Map<string, Text>();
  for (const { guard } of fitting) {
    if (guard && !guard.holds(vars)) why.set(guard.why.en, guard.why);
  }
  return { refused: 'guard-closed', why: [...why.values()], accepted: accepted() };
}
