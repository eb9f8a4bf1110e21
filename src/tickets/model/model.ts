import type { CallFailure, CompiledSop } from '../../engine/index.js';
import type {
  Actor,
  Advanced,
  EngineState,
  Fact,
  HttpCall,
  JsonObject,
  Json,
  Priority,
  StepKind,
  CustomerFacts,
} from '../../engine/common/model.js';
import type { Lang, Text } from '../../engine/common/text.js';
import type { Reach as PersonReach } from '../../people/access/access.js';
import type { Identity } from '../../writes/identity.js';

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
  /** In charge now. */
  team: string;
  /** In charge before, oldest first, and until when; absent: none. */
  teamsBefore?: { team: string; until: number }[];
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
  /** Where it was before it was escalated or transferred while open, and with whom; absent or null: it never moved. */
  cameFrom?: CameFrom | null;
  /** Of a wait or an automation: where people worked before it, so that coming back there is no escalation. */
  behind?: { team: string; tier: number };
  regions: { fork: string; region: string; seq: number }[];
}

export interface CameFrom {
  team: string;
  tier: number;
  skills: string[];
  holder: string | null;
}

/** A call whose outcome nobody knows: ordered again with the same request it goes out under the same key. */
export interface UnsureCall {
  key: string;
  /** The advance that ordered it. */
  seq: number;
  /** The request, canonical JSON. */
  request: string;
}

/** What a merged ticket needs in order to go on when the merge is undone. */
export interface BeforeMerge {
  at: number;
  /** The version of the other ticket that the merge made; another one means that something happened since. */
  targetVersion: number;
  steps: string[];
  timers: EngineState['timers'];
  visits: OpenVisit[];
  sla: TicketSla;
}

/** How many more moves by clocks and calls may come with nobody in between, and up to when that was counted (ms). */
export interface Pace {
  left: number;
  at: number;
}

/** The place in the SOP, with what the door itself remembers beside it. */
export interface TicketState extends EngineState {
  /** By the call's id. */
  unsure?: Record<string, UnsureCall>;
  /** Absent as long as people and the customer move it. */
  pace?: Pace;
  beforeMerge?: BeforeMerge;
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
  state: TicketState;
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
  /** Since when it is slowed down because its clocks and calls moved it on and on; null: it is not. */
  brakedAt: number | null;
}

/** A call of an automation that is finished, named by the effect that asked for it (checked before and marked done with the advance). */
export interface EffectRef {
  outboxId: string;
}

/** Everything that can happen to one ticket. All of it goes through `TicketsService.apply`. */
export type Command =
  /** An action of an agent, taken by the SOP. `step`: in which of several parallel steps it is meant. */
  | { type: 'event'; event: string; data?: JsonObject; step?: string }
  /** `recordedBy`: the agent who entered what the customer said. `via`: the merged ticket through which it came. */
  | {
      type: 'message';
      from: 'customer' | 'agent';
      body: string;
      internal: boolean;
      recordedBy?: Actor;
      via?: string;
      /** Who said it when that is not the ticket's customer. */
      author?: Actor;
    }
  | { type: 'timer'; id: string; seq: number }
  | { type: 'call-done'; id: string; seq: number; output: Json; effect: EffectRef }
  | {
      type: 'call-failed';
      id: string;
      seq: number;
      error: CallFailure;
      effect: EffectRef;
      /** What went out, and under which key; absent when nothing did. */
      sent?: { key: string; request: HttpCall['request'] };
    }
  /** Takes a waiting visit for a person; with a reason a lead takes it from whoever holds it. */
  | { type: 'claim'; visitNo: number; userId: string; leaseMs: number; reason?: string }
  /** Gives back what the person holds of the ticket. */
  | { type: 'release'; userId: string; reason: string; step?: string }
  | { type: 'lease-expired'; visitNo: number; userId: string; since: number }
  /** The holder may not serve the visit any more; what they took anew since then was with the rights of then. */
  | { type: 'revoke'; visitNo: number; userId: string; heldSince: number | null }
  | { type: 'escalate'; reason: string; to?: { team?: string; tier?: number }; step?: string }
  /** Back to where an escalation or a transfer took it from; `knower`: who held it there, if they are still to be had. */
  | { type: 'hand-back'; reason: string; step?: string; knower: Reach | null; leaseMs: number }
  /** To another team at the same tier, or to a person (with what they may do). */
  | {
      type: 'transfer';
      to: { team: string } | { person: Reach };
      step?: string;
      reason: string;
      leaseMs: number;
    }
  | { type: 'set-priority'; priority: Priority; reason?: string }
  | { type: 'reopen'; reason: string }
  | { type: 'cancel'; reason: string };

/** What happens to two tickets at once, or to neither. Goes through `TicketsService.applyToPair`. */
export type PairCommand =
  /** This ticket goes on in the other one. `confirmed`: also though their customers differ. */
  | { type: 'merge'; confirmed: boolean }
  /** The merged ticket goes on by itself again. */
  | { type: 'undo-merge' };

export interface TicketVersion {
  id: string;
  version: number;
}

export interface CommandOptions {
  actor: Actor;
  /** ms since 1970. */
  now: number;
  /** The version that the caller saw; another one is a `StaleVersion`. */
  ifMatch?: number;
  /** Other tickets by which it was decided that this one is meant; if one of them moved, it is an `ObsoleteCommand`. */
  unmoved?: TicketVersion[];
  idempotency?: Identity;
  /** What the person who acts may do; an agent without it may nothing. Clocks, automations and customers have none. */
  reach?: Reach;
  /** False: the person does not go on with the next step although it is in reach. Default true. */
  goesOn?: boolean;
  /** It may be answered before it is in the database; for who begins anew when the process dies. Default false. */
  isLate?: boolean;
  /** False makes the ticket look as if it did not exist. */
  visible?: (ticket: Ticket) => boolean;
  /** What is answered; stored with the idempotency key. Default: nothing. */
  answer?: (ticket: Ticket, sop: CompiledSop) => Json | Promise<Json>;
}

/** What a person may do at desks, and for how long they hold what they take. */
export interface Reach extends PersonReach {
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
  facts: TicketFact[];
  /** What `CommandOptions.answer` made; of the first time when the same key comes again. */
  answer: Json;
  /** The same command with the same key was applied before; `ticket` is as it is now. */
  replayed: boolean;
}

/** What an event did beside moving the ticket: facts of the SOP, and of the door itself. */
export type TicketFact =
  | Exclude<Fact, { type: 'escalate' }>
  /** `moved: false`: it was there or above already, so nothing moved and nothing is counted. */
  | (Extract<Fact, { type: 'escalate' }> & { moved?: false })
  /** In which of several parallel steps the person acted. */
  | { type: 'acted-in'; step: string }
  /** A lead acted in, or took, what is not their lane or what a colleague held. */
  | { type: 'take-over'; step: string; from: string | null }
  /** A way of the SOP led out of the step to a higher tier or to specialists: an escalation, unless it is an approval. */
  | { type: 'went-up'; step: string; fromTeam: string; team: string; tier: number; approval: boolean }
  /** A person entered what the customer said or wants. `ownCase`: they work on this very case, so they need the answer. */
  | { type: 'on-behalf'; of: 'customer'; ownCase: boolean }
  /** It ran on without anybody, and is slowed down from here on. */
  | { type: 'braked' }
  /** The ticket's data that changed, as they were stored. */
  | { type: 'stored'; values: JsonObject };

export interface EscalationRecord {
  by: 'agent' | 'rule' | 'clock';
  step: string | null;
  fromTeam: string;
  fromTier: number;
  toTeam: string;
  toTier: number;
  reason: string | Text | null;
}
