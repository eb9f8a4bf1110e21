import { CUSTOMER_MESSAGE, findAnswerFaults, parseDuration, sampleAnswer } from '../../engine/index.js';
import type { CompiledSop } from '../../engine/index.js';
import type { Actor, BusinessCalendar, HttpCall, Json, JsonObject } from '../../engine/common/model.js';
import { isBlank } from '../../engine/common/blank.js';
import type { Lang, Text } from '../../engine/common/text.js';
import { blankTicket } from '../decide/blank-ticket.js';
import type { Change } from '../decide/change.js';
import { decide, decideOpen } from '../decide/decide.js';
import type { Surroundings } from '../decide/surroundings.js';
import type { Command, EscalationRecord, OpenTicket, Ticket, TicketFact } from '../model/model.js';
import { InvalidForm } from '../model/ticket-problems.js';
import {
  NoSuchCall,
  NoTimerAhead,
  NotADuration,
  WalkActIncomplete,
  WalkTooLong,
} from './sop-walk-problems.js';

/** Who takes part in a walk-through: people that stand in for real ones, so that four eyes stay four. */
export const STAND_INS = ['agent', 'lead'] as const;
export type StandIn = (typeof STAND_INS)[number];

export type WalkAct =
  | { type: 'event'; event: string; data?: JsonObject; as?: StandIn; step?: string }
  /** Time passes: an ISO 8601 duration, or up to the next timer. */
  | { type: 'wait'; for: string }
  /** Another system answers; without an output with a sample that fits its schema. */
  | { type: 'result'; id: string; output?: Json }
  | { type: 'failure'; id: string; code?: string };

export interface WalkStart {
  data: JsonObject;
  customer?: OpenTicket['customer'];
  /** The customer's language. */
  lang?: Lang;
  /** ms since 1970. */
  start: number;
  calendarOf: (team: string) => BusinessCalendar;
  tiersOf: (team: string) => number;
  skillTitle: (skill: string) => Text;
}

/** One move of a walk-through. */
export interface TrailEntry {
  /** Which act it belongs to; null: the opening. */
  act: number | null;
  did: 'open' | 'event' | 'timer' | 'wait' | 'result' | 'failure';
  /** The event, the timer's or the call's id, or how long was waited. */
  name: string;
  at: number;
  /** Ids of the steps before and after; of the end when it was reached. */
  from: string[];
  to: string[];
  facts: TicketFact[];
  escalation: EscalationRecord | null;
}

export interface WalkCall {
  id: string;
  step: string;
  request: HttpCall['request'];
  sample: Json;
}

/** Moves of one walk, timers included: more of them is a loop that nobody wants to watch. */
const MAX_MOVES = 500;
const LONGEST_WAIT_MS = 5 * 366 * 86_400_000;
const PEOPLE: Record<StandIn, Actor> = {
  agent: { kind: 'agent', id: 'agent', name: 'Agent', roles: ['agent'], tier: 1 },
  lead: { kind: 'agent', id: 'lead', name: 'Lead', roles: ['agent', 'lead'] },
};

/**
 * A ticket walked through an SOP without being stored: the very decisions of the one door, with a clock, people and
 * other systems that the walk plays itself. What a method throws is a Problem; then the walk stands where the last move
 * that was taken left it.
 */
export class SopWalk {
  readonly trail: TrailEntry[] = [];
  now: number;
  private ticketNow: Ticket;
  private readonly open = new Map<string, HttpCall['request'] & { step: string }>();
  private moves = 0;
  private act: number | null = null;

  /** Opens the ticket. Throws as opening a ticket does: `InvalidForm`, `RuleBroken`, `SopFailed`. */
  constructor(
    readonly sop: CompiledSop,
    private readonly options: WalkStart,
  ) {
    const { data, calendarOf, tiersOf, start, lang } = options;
    const customer = options.customer ?? { id: 'customer', name: 'Customer' };
    this.now = start;
    const actor: Actor = { kind: 'customer', id: customer.id, name: customer.name ?? customer.id };
    const subject = sop.meta.title[lang ?? 'zh-CN'];
    const opening = { sop: sop.id, subject, customer, data, lang };
    const blank = blankTicket('1', opening, { sop, now: start, actor, calendarOf, tiersOf });
    this.ticketNow = blank;
    const asked = { data, body: null, setsPriority: false };
    this.keep(decideOpen(blank, asked, this.around(actor)), 'open', 'opened', []);
  }

  get ticket(): Ticket {
    return this.ticketNow;
  }

  /** Calls that wait for an answer. */
  get calls(): WalkCall[] {
    return [...this.open].map(([id, { step, ...request }]) => ({
      id,
      step,
      request,
      sample: sampleAnswer(request.answer),
    }));
  }

  /** Timers that are set, the next one first: by due time, then by id, as the table of timers is read. */
  get timers(): { id: string; seq: number; dueAt: number }[] {
    const { status, state } = this.ticketNow;
    const timers = Object.entries(status === 'open' ? state.timers : {});
    return timers
      .map(([id, timer]) => ({ id, ...timer }))
      .sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
  }

  /** Who works on what is open: somebody of a higher tier where a step asks for one. */
  get worker(): StandIn {
    const { openVisits } = this.ticketNow;
    return openVisits.some((visit) => visit.kind === 'human' && visit.tier > 1) ? 'lead' : 'agent';
  }

  /** The stand-in as the actor of an event. */
  actorOf(as: StandIn = this.worker): Actor {
    // A lead works up to the highest tier.
    return { tier: this.options.tiersOf(this.ticketNow.team), ...PEOPLE[as] };
  }

  /** What deciding here needs to know. Stand-ins may act in whatever is open: who may in earnest, the door decides. */
  around(actor: Actor): Surroundings {
    const { sop, now } = this;
    const { calendarOf, tiersOf, skillTitle } = this.options;
    const { openVisits } = this.ticketNow;
    const reach = {
      userId: actor.id,
      teams: openVisits.map(({ team, tier }) => ({ team, tier })),
      skills: openVisits.flatMap(({ skills }) => skills),
      leads: [],
      isManager: false,
      leaseMs: 0,
    };
    return {
      sop,
      now,
      clock: now,
      actor,
      calendarOf,
      isSpecialist: () => true,
      tiersOf,
      skillTitle,
      reach: actor.kind === 'agent' ? reach : null,
      goesOn: null,
    };
  }

  /** Ids of the steps where the ticket is; of the end when it was reached. */
  get place(): string[] {
    const { state, status } = this.ticketNow;
    return status === 'open' ? state.steps : this.sop.machine.leavesOf(state.snapshot);
  }

  /** Takes one act; `no` is its number in the walk. */
  take(act: WalkAct, no: number): void {
    this.act = no;
    switch (act.type) {
      case 'event':
        return this.takeEvent(act);
      case 'wait':
        return this.wait(act.for);
      case 'result':
        return this.answer(act.id, act.output);
      case 'failure': {
        const code = act.code ?? 'http-5xx';
        const error = { code, message: 'walk-through' };
        return this.settle(act.id, (seq) => ({
          type: 'call-failed',
          id: act.id,
          seq,
          error,
          effect: EFFECT,
        }));
      }
    }
  }

  private takeEvent({ event, data, as, step }: Extract<WalkAct, { type: 'event' }>): void {
    if (event !== CUSTOMER_MESSAGE)
      return this.run({ type: 'event', event, data, step }, this.actorOf(as), 'event', event);
    const body = data?.['body'];
    if (typeof body !== 'string' || isBlank(body)) throw new WalkActIncomplete('/data/body');
    const { id, name } = this.ticketNow.customer;
    const actor: Actor = { kind: 'customer', id, name };
    this.run({ type: 'message', from: 'customer', body, internal: false }, actor, 'event', event);
  }

  private answer(id: string, output: Json | undefined): void {
    const call = this.open.get(id);
    if (call !== undefined && output !== undefined) {
      const faults = findAnswerFaults(call.answer, output);
      if (faults.length > 0)
        throw new InvalidForm(faults.map((f) => ({ ...f, pointer: `/output${f.pointer}` })));
    }
    this.settle(id, (seq) => ({
      type: 'call-done',
      id,
      seq,
      output: output ?? sampleAnswer(call?.answer ?? {}),
      effect: EFFECT,
    }));
  }

  private settle(id: string, command: (seq: number) => Command): void {
    const seq = this.open.has(id) ? this.ticketNow.state.calls[id] : undefined;
    if (seq === undefined) throw new NoSuchCall(id, [...this.open.keys()]);
    const made = command(seq);
    this.run(made, AUTOMATION, made.type === 'call-done' ? 'result' : 'failure', id);
  }

  private wait(duration: string): void {
    const from = this.place;
    const until = duration === 'next' ? this.timers[0]?.dueAt : this.now + waitOf(duration);
    if (until === undefined) throw new NoTimerAhead();
    let fired = 0;
    for (let [due] = this.timers; due !== undefined && due.dueAt <= until; [due] = this.timers) {
      this.now = Math.max(this.now, due.dueAt);
      const { id, seq } = due;
      this.run({ type: 'timer', id, seq }, TIMER, 'timer', id);
      fired += 1;
    }
    this.now = Math.max(this.now, until);
    if (fired > 0) return;
    this.note('wait', duration, from, [], null);
  }

  private run(command: Command, actor: Actor, did: TrailEntry['did'], name: string): void {
    const from = this.place;
    if (this.moves >= MAX_MOVES) throw new WalkTooLong(MAX_MOVES);
    this.keep(decide(this.ticketNow, command, this.around(actor)), did, name, from);
  }

  private keep(change: Change, did: TrailEntry['did'], name: string, from: string[]): void {
    this.moves += 1;
    this.ticketNow = change.ticket;
    for (const effect of change.effects)
      if (effect.kind === 'http')
        this.open.set(effect.payload.id, { ...effect.payload.request, step: effect.payload.step });
    const { calls } = change.ticket.state;
    for (const id of this.open.keys()) if (!Object.hasOwn(calls, id)) this.open.delete(id);
    this.note(did, name, from, change.facts, change.history.escalation);
  }

  private note(
    did: TrailEntry['did'],
    name: string,
    from: string[],
    facts: TicketFact[],
    escalation: EscalationRecord | null,
  ): void {
    const { act, now: at, place: to } = this;
    this.trail.push({ act, did, name, at, from, to, facts, escalation });
  }
}

const TIMER: Actor = { kind: 'system', id: 'timer' };
const AUTOMATION: Actor = { kind: 'system', id: 'automation' };
/** Nothing was stored, so there is nothing to mark as done. */
const EFFECT = { outboxId: '0' };

function waitOf(duration: string): number {
  const ms = parseDuration(duration);
  if (ms === null || ms > LONGEST_WAIT_MS) throw new NotADuration(duration);
  return ms;
}
