import type { Actor, Advanced, JsonObject } from '../../engine/common/model.js';
import { mayServe } from '../../queues/lanes/lanes.js';
import type { Change, ClosedVisit, Effect, HistoryRow, LimitUse, MessageRow } from './change.js';
import { setPaused, ticketDueAt, visitDueAt } from './due.js';
import { keepPace } from './pace.js';
import type { EscalationRecord, OpenVisit, Reach, Ticket, TicketFact } from '../model/model.js';
import { withinTeam } from '../rights/escalation.js';
import { barredFrom, type Surroundings } from './surroundings.js';
import { chargeVisit, enterVisit, freeVisit, holdVisit, moveVisitTo } from './visits.js';

/** A ticket while one command is applied to it: changes are collected, nothing is written. */
export class Draft {
  ticket: Ticket;
  readonly closed: ClosedVisit[] = [];
  readonly messages: MessageRow[] = [];
  readonly timersSet: { id: string; dueAt: number }[] = [];
  readonly timersCancelled = new Set<string>();
  readonly effects: Effect[] = [];
  readonly uses: LimitUse[] = [];
  readonly settled: Change['settled'] = [];
  readonly facts: TicketFact[] = [];
  escalation: EscalationRecord | null = null;
  /** The escalation is a way of the SOP: whoever serves where it leads goes on there. */
  isWayUp = false;
  advanced: Advanced | null = null;
  effectDone: string | null = null;

  constructor(
    readonly before: Ticket | null,
    start: Ticket,
    readonly around: Surroundings,
  ) {
    this.ticket = { ...start, version: start.version + 1, updatedAt: around.now };
  }

  get now(): number {
    return this.around.now;
  }

  /** Replaces the open visits that `which` names, charged up to now. */
  changeVisits(which: (visit: OpenVisit) => boolean, change: (visit: OpenVisit) => OpenVisit): void {
    this.ticket.openVisits = this.ticket.openVisits.map((v) =>
      which(v) ? change(chargeVisit(v, this.now, this.around.calendarOf(v.team))) : v,
    );
  }

  /** Gives a visit to a person; a change of hands is counted. */
  hold(no: number, userId: string): void {
    this.changeVisits(
      (v) => v.no === no,
      (v) => holdVisit(v, userId),
    );
    this.noteHandler(userId);
  }

  /** Remembers who worked on the ticket; somebody else after them is a hand-over. */
  noteHandler(userId: string): void {
    const last = this.ticket.handlers.at(-1);
    if (last === userId) return;
    this.ticket.handlers = [...this.ticket.handlers, userId];
    if (last !== undefined) this.ticket.handovers += 1;
  }

  /** Notes an escalation by an agent, a rule or a clock, whichever the actor is; one event raises one. */
  noteEscalation(raised: OpenVisit | undefined, where: Omit<EscalationRecord, 'by' | 'step'>): void {
    if (this.escalation !== null) return;
    const { actor } = this.around;
    const by = actor.kind === 'agent' ? 'agent' : actor.id === 'timer' ? 'clock' : 'rule';
    this.ticket.escalations += 1;
    this.escalation = { by, step: raised?.step ?? null, ...where };
    const mark = <Visit extends OpenVisit>(v: Visit): Visit =>
      v.no === raised?.no ? { ...v, escalated: true } : v;
    this.ticket.openVisits = this.ticket.openVisits.map(mark);
    this.closed.splice(0, this.closed.length, ...this.closed.map(mark));
  }

  /** Moves one open visit of a person to another lane, where it waits; where it came from is remembered. */
  moveVisit(no: number, to: { team: string; tier: number; skills?: string[] }): void {
    this.changeVisits(
      (v) => v.no === no && v.kind === 'human',
      (v) => {
        const { team, tier, skills, holder } = v;
        const knower = holder ?? v.agents.at(-1) ?? null;
        const cameFrom = { team, tier, skills, holder: knower };
        const free = { ...freeVisit(v), cameFrom };
        return moveVisitTo(free, withinTeam({ ...to, skills: to.skills ?? skills }, this.around));
      },
    );
  }

  /** The ticket itself goes where one of its own visits went; work of other teams that it passes through does not move it. */
  follow(from: { team: string }, to: { team: string; tier: number }): void {
    if (from.team !== this.ticket.team) return;
    const { team, tier } = withinTeam(to, this.around);
    this.ticket.team = team;
    this.ticket.tier = tier;
  }

  /** Sends the ticket elsewhere, with the open visits that are its own team's; `stays` does not move. */
  route(
    to: { team: string | null; tier: number | null; skills: string[] | null },
    stays: ReadonlySet<string>,
  ): void {
    const { ticket } = this;
    const own = ticket.team;
    const place = withinTeam({ team: to.team ?? own, tier: to.tier ?? ticket.tier }, this.around);
    ticket.team = place.team;
    ticket.tier = place.tier;
    ticket.skills = to.skills ?? ticket.skills;
    this.changeVisits(
      (v) => v.kind === 'human' && v.team === own && !stays.has(v.step),
      (v) =>
        moveVisitTo(
          freeVisit(v),
          withinTeam(
            { team: to.team ?? v.team, tier: to.tier ?? v.tier, skills: to.skills ?? v.skills },
            this.around,
          ),
        ),
    );
  }

  /** Ends the visits of a step (or all of them). */
  leave(steps: ReadonlySet<string> | null, leftBy: string, failed: boolean): void {
    const stays: OpenVisit[] = [];
    for (const v of this.ticket.openVisits) {
      if (steps !== null && !steps.has(v.step)) {
        stays.push(v);
        continue;
      }
      const charged = chargeVisit(v, this.now, this.around.calendarOf(v.team));
      const late = v.slaDueAt !== null && this.now > v.slaDueAt;
      this.closed.push({
        ...charged,
        slaBreached: v.slaBreached || late,
        exitedAt: this.now,
        leftBy,
        failed,
      });
    }
    this.ticket.openVisits = stays;
  }

  /** Opens the visits of the steps that were entered; one that was passed through ends at the same instant. */
  enter(advanced: Advanced, passed: Map<string, number>, leftBy: string): void {
    const forkIn = (visits: readonly OpenVisit[]) => (fork: string) =>
      visits.flatMap((v) => v.regions).find((r) => r.fork === fork)?.seq ?? this.ticket.version;
    for (const entered of advanced.entered) {
      const through = passed.get(entered.step) ?? 0;
      if (through > 0) {
        passed.set(entered.step, through - 1);
        // The last region to end does not wait for the others.
        if (entered.kind === 'joined') continue;
        const visit = this.newVisit(entered, forkIn(this.before?.openVisits ?? []));
        this.closed.push({ ...visit, exitedAt: this.now, leftBy, failed: false });
      } else {
        const visit = this.newVisit(entered, forkIn(this.ticket.openVisits));
        this.ticket.openVisits = [...this.ticket.openVisits, visit];
      }
    }
  }

  private newVisit(entered: Advanced['entered'][number], forkSeq: (fork: string) => number): OpenVisit {
    this.ticket.lastVisit += 1;
    const visit = enterVisit(entered, this.ticket, this.ticket.lastVisit, this.now, forkSeq);
    return withinTeam(visit, this.around);
  }

  /** The person who just acted goes on with the steps that were entered, where they serve and may decide. */
  goOn(entered: ReadonlySet<string>, reach: Reach): void {
    for (const v of this.ticket.openVisits) {
      if (v.kind !== 'human' || v.holder !== null || !entered.has(v.step) || v.enteredAt !== this.now)
        continue;
      if (mayServe(reach, v) && barredFrom(this.ticket, v.step, reach, this.around) === null)
        this.hold(v.no, reach.userId);
    }
  }

  /** A lead acts in, or takes, what is not their lane or what a colleague holds: it is recorded. */
  noteTakeOver(visit: OpenVisit): void {
    const me = this.around.reach?.userId;
    const from = visit.holder === me ? null : visit.holder;
    this.facts.push({ type: 'take-over', step: visit.step, from });
  }

  /** Somebody entered what the customer said or wants; it matters more when they work on this very case. */
  noteOnBehalf(recorder: Actor): void {
    const ownCase = this.ticket.handlers.includes(recorder.id);
    this.facts.push({ type: 'on-behalf', of: 'customer', ownCase });
  }

  say(text: { en: string; 'zh-CN': string }, internal: boolean): void {
    const author: Actor = { kind: 'system', id: 'sop', name: this.around.sop.id };
    const body = text[this.ticket.lang];
    this.messages.push({ from: 'system', author, recordedBy: null, body, internal, closing: false });
  }

  /** Everything that follows from the new state: pauses, due times, holder, waiting lines. */
  finish(
    history: Omit<HistoryRow, 'at' | 'actor' | 'facts' | 'escalation' | 'recordedBy'> & {
      recordedBy?: Actor | null;
    },
    leaseMs: number,
  ): Change {
    const t = this.ticket;
    const { meta } = this.around.sop;
    if (t.status === 'open') {
      const waitsForCustomer =
        t.openVisits.length > 0 && t.openVisits.every((v) => v.kind === 'waits-for-customer');
      const calendar = this.around.calendarOf(t.team);
      t.sla = setPaused(t.sla, t.sla.pauseAsked || waitsForCustomer, this.now, meta, calendar);
      t.openVisits = t.openVisits.map((v) =>
        v.kind === 'human' ? { ...v, dueAt: visitDueAt(v, t.sla, t.priority, t.customer) } : v,
      );
    }
    keepPace(this, history.cause);
    t.assignee = t.openVisits.find((v) => v.holder !== null)?.holder ?? null;
    t.dueAt = ticketDueAt(t);
    return {
      before: this.before,
      ticket: t,
      history: {
        recordedBy: null,
        ...history,
        at: this.now,
        actor: this.around.actor,
        facts: this.facts,
        escalation: this.escalation,
      },
      closed: this.closed,
      messages: this.messages,
      timersSet: this.timersSet,
      timersCancelled: [...this.timersCancelled].filter((id) => !this.timersSet.some((s) => s.id === id)),
      effects: this.effects,
      uses: this.uses,
      settled: this.settled,
      effectDone: this.effectDone,
      leaseMs,
      advanced: this.advanced,
      facts: this.facts,
      answer: null,
    };
  }
}

/** A plain object without undefined values, for history. */
export function plain(data: Record<string, unknown>): JsonObject {
  return JSON.parse(JSON.stringify(data)) as JsonObject;
}
