import type {
  StepKind,
  Priority,
  Tone,
  HttpInput,
  ChecklistItem,
  Json,
  JsonObject,
  JsonSchema,
  LimitUnit,
} from './sop-format.js';
import type { Text } from './text.js';

export * from './sop-format.js';

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

/** Why a call failed. */
export interface CallFailure {
  code: string;
  message: string;
  /** The message in both languages; absent where it is known in one only. Expressions read `message`. */
  words?: Text;
}

export type EngineEvent =
  /** `step`: id of the active step that is meant; only ways out of it and of the states around it are then taken. */
  | { type: 'event'; event: string; step?: string; data?: JsonObject; actor: Actor }
  | { type: 'timer'; id: string; seq: number }
  | { type: 'call-done'; id: string; seq: number; output: Json }
  | { type: 'call-failed'; id: string; seq: number; error: CallFailure };

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
  /**
   * How much of a limit is used up under a key, never an empty one. Asked only when an expression reads the limit.
   * It may throw `LimitUnknown`, which then comes out of the engine as it is: the caller loads the sum and asks again.
   * Absent: nothing is used.
   */
  limits?: (limit: string, key: string) => number;
}

/** What it takes to look at a ticket as somebody sees it. */
export interface LookInput extends Pick<AdvanceInput, 'now' | 'ticket' | 'customer' | 'limits'> {
  actor: Actor;
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
  approval: boolean;
  /** The parallel states around the step, outermost first: path of the parallel state and name of the region. */
  regions: { fork: string; region: string }[];
}

/** What must be done because of an advance, in order. Texts are filled. */
export type Fact =
  | { type: 'reply'; text: Text; reply: string | null }
  | { type: 'note'; text: Text }
  | { type: 'tag'; add: string[]; remove: string[] }
  | { type: 'route'; team: string | null; tier: number | null; skills: string[] | null }
  /** Without a tier: one up from where it is, as far as its team goes. */
  | { type: 'escalate'; team: string | null; tier: number | null; reason: Text | null; step: string | null }
  | { type: 'set-priority'; priority: Priority }
  | { type: 'pause-clock' }
  | { type: 'resume-clock' }
  | { type: 'sla'; step: string; state: 'warned' | 'breached' };

/** So much of a limit is used up by a call; it may be made only while `used + amount <= most`. */
export interface Reservation {
  /** Id of the limit. */
  limit: string;
  /** What it is counted by; never empty. */
  key: string;
  /** Greater than 0. */
  amount: number;
  most: number;
  /** Shown when it is reached. */
  why: Text;
}

export interface HttpCall {
  id: string;
  step: string;
  src: 'http';
  /** Computed with the same values as the request; empty when the call counts for no limit. */
  reserves: Reservation[];
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

/** A step that a way out leads to. */
export interface GuideTarget {
  step: string;
  title: Text;
  kind: StepKind | 'joined';
}
export interface GuideAction {
  event: string;
  step: string;
  title: Text;
  tone: Tone;
  enabled: boolean;
  /** The steps that come next; empty when the ticket stays where it is, or ends. */
  to: GuideTarget[];
  /** The ticket may end by it. */
  ends: boolean;
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
/** How a limit stands for one ticket. */
export interface LimitStanding {
  used: number;
  most: number;
  /** Never below 0, also where more is used than now may be. */
  left: number;
}
export interface GuideLimit extends LimitStanding {
  /** Id of the limit. */
  id: string;
  title: Text;
  key: string;
  unit: LimitUnit;
  /** False while nobody knows how much there may be: `most` and `left` say nothing then. */
  isKnown: boolean;
}
/** One of the ticket's data that people want to see; `schema` says how it is called and what its values mean. */
export interface GuideFact {
  name: string;
  value: Json;
  schema: JsonSchema;
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
