import { compileExpression, inTurn, mentions } from '../cel/expressions.js';
import type { ExpressionVars, Scope } from '../cel/expressions.js';
import { compileForm } from '../forms/forms.js';
import type { Form } from '../forms/forms.js';
import { passLimitUnknown } from '../cel/limit-unknown.js';
import type { CelGuard, JsonSchema, SopDefinition, TransitionDef, TransitionMeta } from '../common/model.js';
import { formOfState, listOf, SopInvalid } from './states.js';
import type { StateInfo, States } from './states.js';
import type { InPieces } from '../common/pieces.js';
import type { Text } from '../common/text.js';
import { MOST_TIERS } from '../common/tiers.js';

/** A guard, ready to be asked. */
export interface Guard {
  /** Closed too when it cannot be evaluated, e.g. because a key is missing. Throws only `LimitUnknown`. */
  holds(vars: ExpressionVars): boolean;
  why: Text;
  /** It cannot be judged before the event's data are known. */
  speaksOfEvent: boolean;
  /** It may answer differently to different people. */
  speaksOfActor: boolean;
}

/** One transition of one event: a way out of a state. */
export interface WayOut {
  state: StateInfo;
  event: string;
  def: TransitionDef;
  meta: TransitionMeta;
  schema: JsonSchema | undefined;
  form: Form;
  guard: Guard | null;
}

/** The ways out of every state by event, in the order in which they are tried. */
export type WaysOut = ReadonlyMap<string, ReadonlyMap<string, WayOut[]>>;

export const ESCALATE = 'ESCALATE';
/** A way past a step that its SOP allows: the agent says why, and history keeps it. */
export const SKIP = 'SKIP';
export const CUSTOMER_MESSAGE = 'CUSTOMER_MESSAGE';

/** Without dots and stars: those are XState's own events and its wildcards, which nobody may send. */
const EVENT_NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

/** What every human step can do unless it, or a phase around it, says otherwise: stay, one tier up. */
const DEFAULT_ESCALATION: TransitionDef = {
  actions: { type: 'escalate', params: {} },
  meta: {
    title: { en: 'Escalate', 'zh-CN': '升级处理' },
    tone: 'neutral',
    form: {
      type: 'object',
      required: ['reason'],
      properties: {
        reason: {
          type: 'string',
          minLength: 1,
          maxLength: 500,
          'x-title': { en: 'Reason', 'zh-CN': '升级原因' },
        },
        to: {
          type: 'object',
          'x-title': { en: 'To', 'zh-CN': '升级至' },
          properties: {
            team: {
              type: 'string',
              minLength: 1,
              maxLength: 100,
              'x-title': { en: 'Team', 'zh-CN': '团队' },
            },
            tier: {
              type: 'integer',
              minimum: 1,
              maximum: MOST_TIERS,
              'x-title': { en: 'Tier', 'zh-CN': '级别' },
            },
          },
        },
      },
    },
  },
};
/** A customer's message brings its text, whether or not the SOP asks for it. */
const MESSAGE_FORM: JsonSchema = {
  type: 'object',
  properties: { body: { type: 'string' } },
  additionalProperties: true,
};
/** Skipping asks for the reason unless the SOP asks for something else. */
const SKIP_FORM: JsonSchema = {
  type: 'object',
  required: ['reason'],
  properties: {
    reason: {
      type: 'string',
      minLength: 1,
      maxLength: 500,
      'x-title': { en: 'Reason', 'zh-CN': '跳过原因' },
    },
  },
};
const SKIP_TITLE: Text = { en: 'Skip', 'zh-CN': '跳过' };
const NO_DATA: JsonSchema = { type: 'object' };
const ESCALATION_FORM = DEFAULT_ESCALATION.meta?.form as JsonSchema;
/** What comes with an event whose SOP asks for nothing. */
const FORMS_BY_EVENT: ReadonlyMap<string, JsonSchema> = new Map([
  [CUSTOMER_MESSAGE, MESSAGE_FORM],
  [SKIP, SKIP_FORM],
]);
let ownForms: ReadonlyMap<JsonSchema, Form> | null = null;

/** Ours are the same for every SOP; compiled with the first one, since a start need not wait for them. */
function formsOfOurs(): ReadonlyMap<JsonSchema, Form> {
  ownForms ??= new Map(
    [ESCALATION_FORM, SKIP_FORM, MESSAGE_FORM, NO_DATA].map((schema) => [schema, compileForm(schema)]),
  );
  return ownForms;
}

/** The transitions of every state's `on`, with the default escalation of human steps. */
function transitionsOf(state: StateInfo): Map<string, TransitionDef[]> {
  const events = new Map<string, TransitionDef[]>();
  for (const [event, transitions] of Object.entries(state.def.on ?? {})) {
    events.set(event, normalise(transitions));
  }
  if (state.step?.kind === 'human' && !definesEscalation(state)) events.set(ESCALATE, [DEFAULT_ESCALATION]);
  return events;
}

/** Transitions as a list of objects. */
export function normalise(
  transitions: string | TransitionDef | (string | TransitionDef)[] | undefined,
): TransitionDef[] {
  return listOf(transitions).map((t) => (typeof t === 'string' ? { target: t } : t));
}

function definesEscalation(state: StateInfo): boolean {
  for (let at: StateInfo | null = state; at; at = at.parent) {
    if (Object.hasOwn(at.def.on ?? {}, ESCALATE)) return true;
  }
  return false;
}

/** Compiles forms and guards of all ways out, state by state. */
export function* compileWaysOut(sop: SopDefinition, states: States, scope: Scope): InPieces<WaysOut> {
  const forms = new Map<JsonSchema, Form>(formsOfOurs());
  const formOf = (schema: JsonSchema): Form => {
    const form = forms.get(schema) ?? compileFormInTurn(schema, scope);
    forms.set(schema, form);
    return form;
  };
  const waysOut = new Map<string, Map<string, WayOut[]>>();
  for (const state of states.values()) {
    const events = [...transitionsOf(state)].map(([event, defs]): [string, WayOut[]] => [
      event,
      defs.map((def) => {
        if (!EVENT_NAME.test(event))
          throw new SopInvalid(sop.id, `"${event}" cannot be the name of an event`);
        const schema = schemaOf(sop, state, event, def);
        const guard = def.guard ? compileGuard(def.guard, scope) : null;
        return {
          state,
          event,
          def,
          meta: metaOf(event, def),
          schema,
          form: formOf(schema ?? NO_DATA),
          guard,
        };
      }),
    ]);
    waysOut.set(state.id, new Map(events));
    yield;
  }
  return waysOut;
}

/** Throws `FormInvalid` when it is its turn in the scope. */
export function compileFormInTurn(schema: JsonSchema, scope: Scope): Form {
  const form = inTurn(scope, () => compileForm(schema));
  return (data) => form()(data);
}

function metaOf(event: string, def: TransitionDef): TransitionMeta {
  return event === SKIP ? { title: SKIP_TITLE, ...def.meta } : (def.meta ?? {});
}

function schemaOf(
  sop: SopDefinition,
  state: StateInfo,
  event: string,
  def: TransitionDef,
): JsonSchema | undefined {
  const form = def.meta?.form;
  if (form === undefined) return FORMS_BY_EVENT.get(event);
  if (form !== true) return form;
  const own = formOfState(state);
  if (!own)
    throw new SopInvalid(sop.id, `${event} of "${state.id}" hands in a form that the step does not have`);
  return own;
}

export function compileGuard(guard: CelGuard, scope: Scope): Guard {
  const { expr, why } = guard.params;
  const evaluate = compileExpression(expr, scope);
  const holds = (vars: ExpressionVars): boolean => {
    try {
      return evaluate(vars) === true;
    } catch (error) {
      passLimitUnknown(error);
      return false;
    }
  };
  const speaksOf = inTurn(scope, () => ({ event: mentions(expr, 'event'), actor: mentions(expr, 'actor') }));
  return {
    holds,
    why,
    get speaksOfEvent() {
      return speaksOf().event;
    },
    get speaksOfActor() {
      return speaksOf().actor;
    },
  };
}
