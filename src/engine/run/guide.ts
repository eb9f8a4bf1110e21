import { contextOf, listWaysOutOf, mayBeOpen, varsWithoutEvent } from './acceptance.js';
import { withinBudget } from '../common/budget.js';
import type { CompiledSop } from '../machine/compile.js';
import { leadOf } from './leads-to.js';
import { isMostKnown, keyOf, standingOf, unitOf } from '../machine/limits.js';
import { makeCall } from '../machine/machine-call.js';
import type { Call } from '../machine/machine-call.js';
import type {
  EngineState,
  GuideAction,
  GuideFact,
  GuideLimit,
  GuideStep,
  Json,
  JsonObject,
  LookInput,
} from '../common/model.js';
import type { StepInfo } from '../machine/states.js';
import type { WayOut } from '../machine/ways-out.js';

/** What one look at a ticket may cost in all; ways whose guards come after that are shown as closed. */
const MOST_STEPS = 400_000;

/**
 * The current steps as an agent sees them: what to do, say and fill in, and the ways out, closed ones with their
 * reason. A way whose guard speaks of the event counts as open until its data are there. Throws `LimitUnknown` only.
 */
export function guideSteps(sop: CompiledSop, state: EngineState, input: LookInput): GuideStep[] {
  const call = makeCall(sop, input, input.actor);
  return withinBudget(MOST_STEPS, () =>
    state.steps.flatMap((id) => {
      const step = sop.steps.get(id);
      return step ? [guideStep(sop, state, step, call)] : [];
    }),
  );
}

/** The ticket's data that the SOP gives a title, in its order; those that are still empty, as at the start, are left out. */
export function guideFacts(sop: CompiledSop, state: EngineState): GuideFact[] {
  const context = contextOf(state);
  const { properties } = sop.meta.context;
  if (!isObject(properties)) return [];
  return Object.entries(properties).flatMap(([name, schema]) => {
    const value = Object.hasOwn(context, name) ? context[name] : undefined;
    const blank = isBlank(value) && value === sop.definition.context[name];
    return value !== undefined && value !== null && !blank && isObject(schema) && isObject(schema['x-title'])
      ? [{ name, value, schema }]
      : [];
  });
}

/**
 * How the SOP's limits stand for this ticket, in its order; without those that it does not count for yet, because their
 * key is empty. Throws `LimitUnknown` only.
 */
export function guideLimits(sop: CompiledSop, state: EngineState, input: LookInput): GuideLimit[] {
  const vars = varsWithoutEvent(state, makeCall(sop, input, input.actor), '');
  return [...sop.limits.values()].flatMap((limit) => {
    const key = keyOf(limit, vars);
    const { id, title } = limit.def;
    if (key === '') return [];
    const isKnown = isMostKnown(limit, vars, sop.definition.context);
    return [{ id, title, key, unit: unitOf(limit.def), isKnown, ...standingOf(limit, vars, input.limits) }];
  });
}

/** What contexts begin with where nothing is known. */
const isBlank = (value: Json | undefined): boolean =>
  value === '' || value === false || (typeof value === 'number' && value <= 0);
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function guideStep(sop: CompiledSop, state: EngineState, step: StepInfo, call: Call): GuideStep {
  const { meta } = step;
  const vars = varsWithoutEvent(state, call, '');
  const texts = sop.texts.get(step.id);
  // Before the texts: what may be done matters more than what is said, should there be too much to work out.
  const actions = [...listWaysOutOf(sop, step.id)].flatMap(([event, ways]) =>
    guideAction(sop, state, step, event, ways, call),
  );
  return {
    step: step.id,
    kind: step.kind,
    title: meta.title ?? { en: step.id, 'zh-CN': step.id },
    instructions: texts?.instructions?.(vars) ?? null,
    checklist: meta.checklist ?? [],
    form: meta.form ?? null,
    replies: (texts?.replies ?? []).map((fill) => fill(vars)),
    actions,
  };
}

/** One button for one event: of its ways the first that may be open, else the first, closed. Ways without a title are no actions. */
function guideAction(
  sop: CompiledSop,
  state: EngineState,
  step: StepInfo,
  event: string,
  ways: WayOut[],
  call: Call,
): GuideAction[] {
  const titled = ways.filter((way) => way.meta.title !== undefined);
  const vars = varsWithoutEvent(state, call, event);
  const open = titled.find((way) => mayBeOpen(way, vars));
  const shown = open ?? titled[0];
  if (!shown?.meta.title) return [];
  const { title, tone = 'neutral', confirm } = shown.meta;
  return [
    {
      event,
      step: step.id,
      title,
      tone,
      enabled: open !== undefined,
      ...leadOf(sop.id, sop.states, shown),
      ...(open === undefined && shown.guard && { why: shown.guard.why }),
      ...(shown.schema !== undefined && { form: shown.schema }),
      ...(confirm !== undefined && { confirm }),
    },
  ];
}
