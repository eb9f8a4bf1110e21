import { compileExpression } from '../cel/expressions.js';
import type { ExpressionVars, Scope } from '../cel/expressions.js';
import type {
  ActionDef,
  Fact,
  HttpCall,
  HttpInput,
  InvokeDef,
  Json,
  JsonObject,
  ReplyDef,
  SopDefinition,
} from '../common/model.js';
import { parseDuration } from '../common/durations.js';
import { isUnsafeName } from '../common/names.js';
import { SopInvalid } from './states.js';
import type { StateInfo } from './states.js';
import { compileText } from '../cel/templates.js';
import type { Text } from '../common/text.js';

const DEFAULT_TIMEOUT_MS = 5_000;
const DEFAULT_RETRIES = 3;

/** An action, ready to be done: it changes the context, or it says what must be done. */
export type CompiledAction =
  | { does: 'assign'; values(vars: ExpressionVars): JsonObject }
  | { does: 'fact'; fact(vars: ExpressionVars): Fact };

/** Compiles one action of `state` (or of a transition that leaves it). Throws `SopInvalid` or what CEL finds. */
export function compileAction(
  action: ActionDef,
  state: StateInfo,
  sop: SopDefinition,
  scope: Scope,
): CompiledAction {
  switch (action.type) {
    case 'assign':
      return { does: 'assign', values: compileRecord(action.params.set, sop, scope) };
    case 'reply':
      return compileReply(action.params, state, sop, scope);
    case 'note': {
      const fill = compileText(action.params.text, scope);
      return { does: 'fact', fact: (vars) => ({ type: 'note', text: fill(vars) }) };
    }
    case 'escalate':
      return compileEscalation(action.params, state, scope);
    default:
      return always(plainFact(action, sop));
  }
}

function always(fact: Fact): CompiledAction {
  return { does: 'fact', fact: () => fact };
}

function plainFact(
  action: Exclude<ActionDef, { type: 'assign' | 'reply' | 'note' | 'escalate' }>,
  sop: SopDefinition,
): Fact {
  switch (action.type) {
    case 'tag':
      return { type: 'tag', add: action.params.add ?? [], remove: action.params.remove ?? [] };
    case 'route': {
      const { team, tier, skills } = action.params;
      return { type: 'route', team: team ?? null, tier: tier ?? null, skills: skills ?? null };
    }
    case 'set-priority':
      return { type: 'set-priority', priority: action.params.priority };
    case 'pause-clock':
    case 'resume-clock':
      return { type: action.type };
    default:
      throw new SopInvalid(sop.id, `there is no action "${String((action as { type: unknown }).type)}"`);
  }
}

function compileReply(
  params: { reply?: string; text?: Text },
  state: StateInfo,
  sop: SopDefinition,
  scope: Scope,
): CompiledAction {
  const text = params.text ?? (params.reply === undefined ? undefined : findReply(state, params.reply)?.text);
  if (!text)
    throw new SopInvalid(sop.id, `"${state.id}" sends a reply "${params.reply ?? ''}" that does not exist`);
  const fill = compileText(text, scope);
  const reply = params.reply ?? null;
  return { does: 'fact', fact: (vars) => ({ type: 'reply', text: fill(vars), reply }) };
}

/** A quick reply of the state or of the phases around it. */
function findReply(state: StateInfo, id: string): ReplyDef | undefined {
  for (let at: StateInfo | null = state; at; at = at.parent) {
    const found = at.def.meta?.replies?.find((reply) => reply.id === id);
    if (found) return found;
  }
  return undefined;
}

/**
 * Where to: what the event's data say, else what the SOP says, else one tier up from wherever the work lies (said by no
 * tier at all). Which tiers there are is for whoever knows the teams. The reason: the SOP's text, else the event's data.
 */
function compileEscalation(
  params: { to?: { team?: string; tier?: number }; reason?: Text } | undefined,
  state: StateInfo,
  scope: Scope,
): CompiledAction {
  const reason = params?.reason ? compileText(params.reason, scope) : null;
  const step = state.step?.id ?? null;
  return {
    does: 'fact',
    fact: (vars) => {
      const to = readTarget(vars.event.data.to) ?? readTarget(params?.to) ?? { team: null, tier: null };
      return {
        type: 'escalate',
        ...to,
        reason: reason ? reason(vars) : readReason(vars.event.data.reason),
        step,
      };
    },
  };
}

function readTarget(to: unknown): { team: string | null; tier: number | null } | null {
  if (typeof to !== 'object' || to === null) return null;
  const team = 'team' in to && typeof to.team === 'string' ? to.team : null;
  const tier = 'tier' in to && typeof to.tier === 'number' ? to.tier : null;
  return team === null && tier === null ? null : { team, tier };
}

function readReason(reason: Json | undefined): Text | null {
  return typeof reason === 'string' ? { en: reason, 'zh-CN': reason } : null;
}

/** A record of expressions; all of them see the values of before. */
function compileRecord(
  record: Record<string, string>,
  sop: SopDefinition,
  scope: Scope,
): (vars: ExpressionVars) => JsonObject {
  const entries = Object.entries(record).map(([name, expr]) => {
    if (isUnsafeName(name)) throw new SopInvalid(sop.id, `no value may be called "${name}"`);
    return [name, compileExpression(expr, scope)] as const;
  });
  return (vars) => Object.fromEntries(entries.map(([name, evaluate]) => [name, evaluate(vars)]));
}

/** Compiles what a call asks for. Evaluating it throws when the path is no text. */
export function compileRequest(
  invoke: InvokeDef,
  sop: SopDefinition,
  scope: Scope,
): (vars: ExpressionVars) => HttpCall['request'] {
  const { input } = invoke;
  const path = compileExpression(input.path, scope);
  const query = compileRecord(input.query ?? {}, sop, scope);
  const body = input.body ? compileRecord(input.body, sop, scope) : () => null;
  const fixed = fixedRequest(input, sop);
  return (vars) => ({ ...fixed, path: safePath(path(vars)), query: textsOf(query(vars)), body: body(vars) });
}

function fixedRequest(
  input: HttpInput,
  sop: SopDefinition,
): Omit<HttpCall['request'], 'path' | 'query' | 'body'> {
  const timeoutMs = input.timeout === undefined ? DEFAULT_TIMEOUT_MS : parseDuration(input.timeout);
  if (timeoutMs === null) throw new SopInvalid(sop.id, `"${input.timeout ?? ''}" is not a time-out`);
  const { connection, method, answer } = input;
  return { connection, method, answer, timeoutMs, retries: input.retries ?? DEFAULT_RETRIES };
}

/**
 * A path that cannot turn into a query, a fragment or another host: unsafe characters are encoded and it begins with
 * exactly one slash. Dot segments (`..`) stay visible, so that the actor that makes the call can refuse them.
 */
function safePath(path: Json): string {
  if (typeof path !== 'string') throw new TypeError('the path of a call is not a text');
  const encoded = encodeURI(path.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(/[?#]/g, encodeURIComponent);
  return `/${encoded.replace(/^\/+/, '')}`;
}

/** Query values as texts; what is null is left out. */
function textsOf(values: JsonObject): Record<string, string> {
  const texts = Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)] as const);
  return Object.fromEntries(texts);
}
