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
  /** Markdown; `{{ CEL }}` inside is filled with the ticket's data. */
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

// ---------------------------------------------------------------- running

/** Who caused an event. `customer` and `system` have no roles. */
export interface Actor {
  kind: 'agent' | 'customer' | 'system';
  /** User id, customer id, or the name of the part of the system (`timer`, `automation`). */
  id: string;
  name?: string;
  roles?: string[];
  tier?: number;
}

/** What guards and templates may know of the ticket beside its context. */
export interface TicketFacts {
  id: string;
  number: number;
  subject: string;
  channel: string;
  priority: Priority;
  team: string;
  tier: number;
  lang: 'en' | 'zh-CN';
  reopenings: number;
  createdAt: string;
}
export interface CustomerFacts {
  id: string;
  name: string;
  tier: string;
}

/** A ticket's place in its SOP, as stored. Plain JSON. */
export interface EngineState {
  /** XState's persisted snapshot without children. */
  snapshot: JsonObject;
  status: 'active' | 'done';
  outcome: string | null;
  /** Ids of the active steps (atomic states; dotted path without the machine's id), in document order. Finals of the root excluded. */
  steps: string[];
  /** Actor calls under way: invoke id → `seq` of the advance that started it. */
  calls: Record<string, number>;
  /** Pending timers: timer id → the advance that set it and when it is due (ms). */
  timers: Record<string, { seq: number; dueAt: number }>;
}

export type EngineEvent =
  | { type: 'event'; event: string; data?: JsonObject; actor: Actor }
  | { type: 'timer'; id: string; seq: number }
  | { type: 'call-done'; id: string; seq: number; output: Json }
  | { type: 'call-failed'; id: string; seq: number; error: { code: string; message: string } };

/** Business time of one team (src/calendar implements it). */
export interface BusinessCalendar {
  /** The instant at which `ms` of business time after `from` have passed. */
  add(from: number, ms: number): number;
  /** Business milliseconds in [a, b). */
  between(a: number, b: number): number;
}

export interface AdvanceInput {
  now: number;
  /** The `seq` (ticket version) that this advance will have. */
  seq: number;
  ticket: TicketFacts;
  customer: CustomerFacts;
  calendar: BusinessCalendar;
}

export interface StepEntered {
  step: string;
  kind: StepKind | 'joined';
  /** Where the step's work belongs; null: the ticket's own. */
  team: string | null;
  tier: number | null;
  skills: string[];
  /** ms, null without an SLA. */
  slaDueAt: number | null;
  policyContact: boolean;
  /** The parallel states around the step, outermost first: path of the parallel state and name of the region. */
  regions: { fork: string; region: string }[];
}

/** What must be done because of an advance, in order. Texts are filled. */
export type Fact =
  | { type: 'reply'; text: Text; reply: string | null }
  | { type: 'note'; text: Text }
  | { type: 'tag'; add: string[]; remove: string[] }
  | { type: 'route'; team: string | null; tier: number | null; skills: string[] | null }
  | { type: 'escalate'; team: string | null; tier: number | null; reason: Text | null; step: string | null }
  | { type: 'set-priority'; priority: Priority }
  | { type: 'pause-clock' }
  | { type: 'resume-clock' }
  | { type: 'sla'; step: string; state: 'warned' | 'breached' };

export interface HttpCall {
  id: string;
  step: string;
  src: 'http';
  request: {
    connection: string;
    method: HttpInput['method'];
    path: string;
    query: Record<string, string>;
    body: Json | null;
    answer: JsonSchema;
    timeoutMs: number;
    retries: number;
  };
}

/** The outcome of one advance: nothing has been written or sent yet. */
export interface Advanced {
  state: EngineState;
  /** In order; a step that is left and entered again stands in both lists. */
  exited: string[];
  entered: StepEntered[];
  /** Forks (parallel states) entered and left. */
  timersSet: { id: string; dueAt: number }[];
  timersCancelled: string[];
  calls: HttpCall[];
  callsStopped: string[];
  facts: Fact[];
}

/** Why an event was not taken; nothing changed. */
export type Refusal =
  | { refused: 'unknown-event'; accepted: string[] }
  | { refused: 'guard-closed'; why: Text[]; accepted: string[] }
  | { refused: 'invalid-form'; errors: { pointer: string; message: Text }[] }
  | { refused: 'ended' }
  /** A timer or a call's result that no longer belongs to anything: harmless, to be dropped. */
  | { refused: 'obsolete' }
  /** A rule of `meta.never` would be broken. */
  | { refused: 'never'; rule: string; why: Text }
  | { refused: 'failed'; message: string };

export type Outcome = { ok: true; advanced: Advanced } | { ok: false; refusal: Refusal };

// ---------------------------------------------------------------- the guide

export interface GuideAction {
  event: string;
  step: string;
  title: Text;
  tone: Tone;
  enabled: boolean;
  /** Why it is closed; only when `enabled` is false. */
  why?: Text;
  form?: JsonSchema;
  confirm?: Text;
}
export interface GuideReply {
  id: string;
  title: Text;
  text: Text;
}
export interface GuideStep {
  step: string;
  kind: StepKind | 'joined';
  title: Text;
  instructions: Text | null;
  checklist: ChecklistItem[];
  form: JsonSchema | null;
  replies: GuideReply[];
  actions: GuideAction[];
}
