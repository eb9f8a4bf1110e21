import type { CompiledSop } from '../engine/index.js';
import type {
  Actor,
  Advanced,
  BusinessCalendar,
  EngineState,
  Fact,
  JsonObject,
  Json,
  Priority,
  StepKind,
  CustomerFacts,
} from '../engine/model.js';
import type { Lang, Text } from '../engine/text.js';

export type TicketStatus = 'open' | 'resolved' | 'cancelled' | 'merged';

/** The parts of a visit's dwell in ms; they add up to it (metrics.md, section 8). */
export interface Parts {
  queue: number;
  touch: number;
  customer: number;
  external: number;
  offShift: number;
  join: number;
}

/** A stay that has not ended. Charged up to `since`; from there on time goes to the part that `running` names. */
export interface OpenVisit {
  no: number;
  step: string;
  kind: StepKind | 'joined';
  team: string;
  tier: number;
  skills: string[];
  enteredAt: number;
  since: number;
  running: 'queue' | 'touch' | 'customer' | 'external' | 'join';
  parts: Parts;
  /** Who holds it now. */
  holder: string | null;
  /** Since when they hold it. */
  heldSince: number | null;
  /** Everybody who held it. */
  agents: string[];
  dueAt: number | null;
  slaDueAt: number | null;
  slaBreached: boolean;
  escalated: boolean;
  policy: boolean;
  regions: { fork: string; region: string; seq: number }[];
}

/** Ticket-level targets; ms since 1970. While paused the resolve target stands still. */
export interface TicketSla {
  firstResponseDueAt: number;
  resolveDueAt: number;
  pausedAt: number | null;
  pausedMs: number;
  /** Paused by the SOP's `pause-clock`, not only because everybody waits for the customer. */
  pauseAsked: boolean;
}

/** A ticket as it is read and written by the one door. Instants in ms since 1970. */
export interface Ticket {
  id: string;
  sopId: string;
  sopVersion: number;
  version: number;
  status: TicketStatus;
  outcome: string | null;
  subject: string;
  lang: Lang;
  channel: string;
  priority: Priority;
  customer: CustomerFacts;
  team: string;
  tier: number;
  skills: string[];
  tags: string[];
  state: EngineState;
  openVisits: OpenVisit[];
  lastVisit: number;
  sla: TicketSla;
  assignee: string | null;
  dueAt: number | null;
  issueKey: string;
  openedBy: Actor;
  createdAt: number;
  updatedAt: number;
  askedAt: number | null;
  repliedAt: number | null;
  replyDueAt: number | null;
  firstResolvedAt: number | null;
  resolvedAt: number | null;
  reopenings: number;
  firstReopenedAt: number | null;
  escalations: number;
  transfers: number;
  handovers: number;
  /** Everybody who held it, in order, without immediate repetition. */
  handlers: string[];
  mergedInto: string | null;
}

/** A call of an automation that is finished, named by the effect that asked for it (checked before and marked done with the advance). */
export interface EffectRef {
  outboxId: string;
}

/** Everything that can happen to a ticket. All of it goes through `TicketsService.apply`. */
export type Command =
  /** An action of an agent or an event of the customer, taken by the SOP. */
  | { type: 'event'; event: string; data?: JsonObject }
  | { type: 'message'; from: 'customer' | 'agent'; body: string; internal: boolean }
  | { type: 'timer'; id: string; seq: number }
  | { type: 'call-done'; id: string; seq: number; output: Json; effect: EffectRef }
  | {
      type: 'call-failed';
      id: string;
      seq: number;
      error: { code: string; message: string };
      effect: EffectRef;
    }
  /** Takes a waiting visit for a person. */
  | { type: 'claim'; visitNo: number; userId: string; leaseMs: number }
  /** Gives back every visit of the ticket that the person holds. */
  | { type: 'release'; userId: string; reason: string }
  | { type: 'lease-expired'; visitNo: number; userId: string; expiresAt: number }
  | { type: 'escalate'; reason: string; to?: { team?: string; tier?: number } }
  /** `visits`: only these go to the person; default every open human one. */
  | {
      type: 'transfer';
      to: { team?: string; userId?: string };
      visits?: number[];
      reason: string;
      leaseMs: number;
    }
  | { type: 'set-priority'; priority: Priority; reason?: string }
  | { type: 'reopen'; reason: string }
  | { type: 'cancel'; reason: string }
  | { type: 'merge'; into: string }
  /** The other side of a merge, brought by the outbox. */
  | { type: 'merged-from'; child: string; effect: EffectRef };

export interface CommandOptions {
  actor: Actor;
  /** ms since 1970. */
  now: number;
  /** The version that the caller saw; another one is a `StaleVersion`. */
  ifMatch?: number;
  idempotency?: { scope: string; key: string; bodyHash: string };
  /** Which lanes the actor may serve: the next human step stays with them when it is in reach. */
  reach?: Reach;
  /** False makes the ticket look as if it did not exist. */
  visible?: (ticket: Ticket) => boolean;
  /** May act on a visit that somebody else holds (leads and above). */
  overridesHold?: boolean;
  /** What is answered; stored with the idempotency key. Default: nothing. */
  answer?: (ticket: Ticket, sop: CompiledSop, calendar: BusinessCalendar) => Json;
}

/** Which lanes a person may serve. */
export interface Reach {
  userId: string;
  teams: { team: string; tier: number }[];
  skills: string[];
  leaseMs: number;
}

export interface OpenTicket {
  /** An SOP's id: the newest version is used, or `id@version`. */
  sop: string;
  subject: string;
  body?: string;
  channel?: string;
  priority?: Priority;
  customer: { id: string; name?: string; tier?: string };
  data?: JsonObject;
  lang?: Lang;
}

/** What one applied command did. */
export interface Applied {
  ticket: Ticket;
  advanced: Advanced | null;
  facts: Fact[];
  /** What `CommandOptions.answer` made; of the first time when the same key comes again. */
  answer: Json;
  /** The same command with the same key was applied before; `ticket` is as it is now. */
  replayed: boolean;
}

export interface EscalationRecord {
  by: 'agent' | 'rule' | 'clock';
  step: string | null;
  fromTeam: string;
  fromTier: number;
  toTeam: string;
  toTier: number;
  reason: string | Text | null;
}
