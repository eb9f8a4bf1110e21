import type { Text } from './text.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };
/** A JSON Schema 2020-12 document. */
export type JsonSchema = JsonObject;

// ---------------------------------------------------------------- the SOP file

/** Who is expected to act in a step; decides to which part of the dwell its time is charged (metrics.md, section 8). */
export type StepKind = 'human' | 'automatic' | 'waits-for-customer' | 'waits-for-others';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type ClockKind = 'business' | 'calendar';
export type Tone = 'primary' | 'neutral' | 'danger';

export interface CelGuard {
  type: 'cel';
  params: { expr: string; why: Text };
}

export type ActionDef =
  | { type: 'assign'; params: { set: Record<string, string> } }
  | { type: 'reply'; params: { reply?: string; text?: Text } }
  | { type: 'note'; params: { text: Text } }
  | { type: 'tag'; params: { add?: string[]; remove?: string[] } }
  | { type: 'route'; params: { team?: string; tier?: number; skills?: string[] } }
  | { type: 'escalate'; params: { to?: { team?: string; tier?: number }; reason?: Text } }
  | { type: 'set-priority'; params: { priority: Priority } }
  | { type: 'pause-clock' }
  | { type: 'resume-clock' };

export interface TransitionMeta {
  /** The name of the action on the agent's button. */
  title?: Text;
  tone?: Tone;
  /** `true`: the step's own form must be handed in; a schema: this action's own small form; absent: no data. */
  form?: true | JsonSchema;
  /** Asked before the action is taken. */
  confirm?: Text;
}

export interface TransitionDef {
  target?: string;
  guard?: CelGuard;
  actions?: ActionDef | ActionDef[];
  reenter?: boolean;
  description?: string;
  meta?: TransitionMeta;
}
export type Transitions = string | TransitionDef | (string | TransitionDef)[];

export interface InvokeDef {
  id: string;
  src: 'http';
  input: HttpInput;
  onDone?: Transitions;
  onError?: Transitions;
}

/** What the `http` actor is asked to do. `path`, `query`, `body` hold CEL expressions over context, ticket and customer. */
export interface HttpInput {
  connection: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** CEL, a string: `"/orders/" + context.orderId`. */
  path: string;
  query?: Record<string, string>;
  body?: Record<string, string>;
  /** JSON Schema of the answer; an answer that does not fit is a failure `invalid-answer`. */
  answer: JsonSchema;
  /** ISO 8601; default PT5S. */
  timeout?: string;
  /** Further tries after the first; default 3. */
  retries?: number;
}

export interface SlaDef {
  /** ISO 8601 duration in which the step is to be left. */
  within: string;
  clock: ClockKind;
  /** ISO 8601 duration after entry at which the holder is warned. */
  warnAfter?: string;
  onWarn?: ActionDef[];
  onBreach?: ActionDef[];
}

export interface ChecklistItem {
  id: string;
  text: Text;
}
export interface ReplyDef {
  id: string;
  title: Text;
  /** `{{ CEL }}` inside is filled with the ticket's data. */
  text: Text;
}

export interface StepMeta {
  title?: Text;
  kind?: StepKind;
  /** Markdown; `{{ CEL }}` inside is filled with the ticket's data, which stay text: they are no Markdown. */
  instructions?: Text;
  checklist?: ChecklistItem[];
  form?: JsonSchema;
  replies?: ReplyDef[];
  team?: string;
  tier?: number;
  skills?: string[];
  sla?: SlaDef;
  /** A contact that policy forces; left out of `net` FCR (metrics.md, section 1). */
  policyContact?: boolean;
  /** Four eyes, and the case goes on where it was: the way into it is no escalation (metrics.md, section 2). */
  approval?: boolean;
  /** On final states of the root: how the ticket ended. */
  outcome?: string;
}

export interface StateDef {
  type?: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  history?: 'shallow' | 'deep';
  /** Of a history state: where to go when there is no history. */
  target?: string;
  initial?: string;
  states?: Record<string, StateDef>;
  on?: Record<string, Transitions>;
  /** Keys are ISO 8601 durations (`PT4H`, calendar time) or `PT4H business` (the team's business time). */
  after?: Record<string, Transitions>;
  always?: Transitions;
  invoke?: InvokeDef | InvokeDef[];
  entry?: ActionDef | ActionDef[];
  exit?: ActionDef | ActionDef[];
  onDone?: Transitions;
  output?: Json;
  description?: string;
  tags?: string[];
  meta?: StepMeta;
}

export interface PriorityRule {
  when: string;
  priority: Priority;
}

/** What a limit counts: an amount of money, or how often something was done. */
export const LIMIT_UNITS = ['money', 'count'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** A limit that holds across tickets, of all SOPs that name the same id: e.g. the sum of refunds on an order. */
export interface LimitDef {
  /** Shared by the SOPs that name it; a camelCase identifier, e.g. `orderRefunds`. */
  id: string;
  /** "Refunded on this order". */
  title: Text;
  /** CEL, a string: what it is counted by, e.g. `context.orderId`. Empty: there is nothing to count yet. */
  key: string;
  /** Which calls use it up and by how much: id of the call → CEL, a number. */
  calls: Record<string, string>;
  /** CEL, a number: at most this much in sum. */
  most: string;
  /** What it counts. Default: `count` where each of its calls uses up exactly one, else `money`. */
  unit?: LimitUnit;
  /** Shown when it is reached. */
  why: Text;
}

export interface SopMeta {
  title: Text;
  description: Text;
  owner: string;
  /** The form of a new ticket's `data` (its answers become the context), and the CEL rule that says which tickets belong here. */
  intake: { form: JsonSchema; when?: string };
  team: string;
  tier?: number;
  skills?: string[];
  /** The first rule that holds decides; `normal` when none does. CEL over context, customer, ticket. */
  priority?: PriorityRule[];
  /** Ticket-level targets. */
  sla: { firstResponse: string; resolve: string; clock: ClockKind };
  /** JSON Schema of the context; every property has its default in the root `context`. */
  context: JsonSchema;
  /** Compliance rules that must hold on every path: CEL over context, checked whenever a step named in `step` is entered. */
  never?: { id: string; step: string; when: string; why: Text }[];
  /** Limits that tickets share. Expressions of the states read them as `limits.<id>.used`, `.most` and `.left`. */
  limits?: LimitDef[];
  /** Top-level state in which a reopened ticket begins again; default: `initial`. */
  reopenAt?: string;
  /** ISO 8601; default P7D (metrics.md, section 1). */
  fcrWindow?: string;
  /** CEL, a string that tells issues of one customer apart (metrics.md, section 1), e.g. `context.orderId + "|" + context.reason`. */
  issueKey?: string;
}

/** One SOP: an XState v5 machine config whose open parts are said in `meta`. */
export interface SopDefinition extends Omit<StateDef, 'meta'> {
  id: string;
  initial: string;
  context: JsonObject;
  states: Record<string, StateDef>;
  meta: SopMeta;
}

// ---------------------------------------------------------------- findings of the check

export type Severity = 'error' | 'warning';
export interface Finding {
  /** Stable slug: `unknown-guard`, `unreachable-step`, … */
  code: string;
  severity: Severity;
  message: Text;
  /** JSON pointer into the SOP. */
  path: string;
  /** 1-based; absent only for a definition that never was a text. */
  line?: number;
  column?: number;
  /** Events that lead to the place, where a path is the proof. */
  trace?: string[];
}
