import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import type { BusinessCalendar, Json } from '../engine/model.js';
import type { CompiledSop } from '../engine/index.js';
import { Problem } from '../problems/problem.js';
import { PeopleService } from '../people/people.service.js';
import { TeamCalendars } from '../people/team-calendars.service.js';
import { OutboxRelay } from '../queues/outbox-relay.service.js';
import { TimerWakeups } from '../queues/timer-wakeups.service.js';
import { SopsService } from '../sops/sops.service.js';
import type { Change } from './change.js';
import { decide, decideOpen } from './decide.js';
import { blankTicket } from './blank-ticket.js';
import type { Applied, Command, CommandOptions, OpenTicket, Reach, Ticket } from './model.js';
import {
  KeyReused,
  ObsoleteCommand,
  StaleVersion,
  TicketNotFound,
  UnknownReference,
} from './ticket-problems.js';
import { RecentTickets } from './recent-tickets.js';
import { TicketChanges } from './ticket-changes.service.js';
import { TicketStore } from './ticket-store.service.js';

/** Tries when other processes advance the same ticket; in this process commands on one ticket queue up. */
const TRIES = 20;
/** Tickets that are remembered as written; one takes a few KiB. */
const KEPT_TICKETS = 5_000;
/** For how long a person's next step waits for them while an automatic step runs, ms. */
const STICKY_MS = 60_000;
/** Effects become jobs at once; timers due within this time are put into the queue right away, ms. */
const SOON_MS = 3_600_000;

/** The one door: agents, clocks, automations and customers change tickets here and nowhere else. */
@Injectable()
export class TicketsService {
  private readonly recent = new RecentTickets(KEPT_TICKETS);
  private readonly turns = new Map<string, Promise<unknown>>();
  private readonly underWay = new Map<string, { bodyHash: string; applied: Promise<Applied> }>();

  constructor(
    private readonly store: TicketStore,
    private readonly sops: SopsService,
    private readonly calendars: TeamCalendars,
    private readonly people: PeopleService,
    private readonly outbox: OutboxRelay,
    private readonly wakeups: TimerWakeups,
    private readonly changes: TicketChanges,
    private readonly config: Config,
  ) {}

  /** The ticket as it is; null when there is none with this id. */
  read(id: string): Promise<Ticket | null> {
    return this.store.read(id);
  }

  /**
   * Opens a ticket; it is in its first step when this answers. Throws `UnknownReference` for an unknown SOP and
   * `InvalidForm` when `data` does not fit the intake form.
   */
  open(cmd: OpenTicket, opts: CommandOptions): Promise<Applied> {
    return this.once(opts, async () => {
      const sop = await this.sopFor(cmd.sop);
      const calendarOf = await this.calendars.all();
      const id = await this.store.takeId();
      const { actor, now } = opts;
      const around = { sop, now, actor, calendarOf, reach: opts.reach ?? null };
      const blank = blankTicket(id, cmd, around);
      const change = decideOpen(blank, cmd.data ?? {}, cmd.body ?? null, around);
      change.leaseMs = opts.reach?.leaseMs ?? 0;
      return this.commit(change, opts, sop, calendarOf(blank.team));
    });
  }

  /**
   * Applies one command: the ticket's version rises by one, or a Problem says why not and nothing changed. A command
   * that names no version is decided again when the ticket moved on meanwhile.
   */
  apply(ticketId: string, command: Command, opts: CommandOptions): Promise<Applied> {
    return this.once(opts, () => this.inTurn(ticketId, () => this.applyNow(ticketId, command, opts)));
  }

  private async applyNow(ticketId: string, command: Command, opts: CommandOptions): Promise<Applied | null> {
    const remembered = this.recent.recall(ticketId);
    if (remembered !== undefined) {
      try {
        const applied = await this.applyTo(remembered, command, opts);
        if (applied !== null) return applied;
      } catch (error) {
        // A refusal is judged on the ticket as it is, not as it is remembered.
        if (!(error instanceof Problem)) throw error;
      }
      this.recent.forget(ticketId);
    }
    let seen = -1;
    for (let n = 0; n < TRIES; n++) {
      const ticket = await this.store.read(ticketId);
      if (ticket === null) throw new TicketNotFound(ticketId);
      // Nobody moved the ticket, yet the write was refused: its effect was accounted for, or its key was used.
      if (ticket.version === seen) {
        if (opts.idempotency !== undefined) return null;
        throw new ObsoleteCommand(command.type);
      }
      seen = ticket.version;
      const applied = await this.applyTo(ticket, command, opts);
      if (applied !== null) return applied;
    }
    throw new StaleVersion(seen, seen + 1);
  }

  /** Decides a command on a ticket as it was seen and writes it; null when the ticket is not like that any more. */
  private async applyTo(ticket: Ticket, command: Command, opts: CommandOptions): Promise<Applied | null> {
    if (opts.visible?.(ticket) === false) throw new TicketNotFound(ticket.id);
    if (opts.ifMatch !== undefined && opts.ifMatch !== ticket.version)
      throw new StaleVersion(opts.ifMatch, ticket.version);
    const sop = await this.sops.compiled(ticket.sopId, ticket.sopVersion);
    const calendarOf = await this.calendars.all();
    const around = {
      sop,
      actor: opts.actor,
      now: Math.max(opts.now, ticket.updatedAt),
      calendarOf,
      reach: opts.reach ?? (await this.reachAfterCall(ticket, command, opts.now)),
      overridesHold: opts.overridesHold ?? false,
    };
    return this.commit(decide(ticket, command, around), opts, sop, calendarOf(ticket.team));
  }

  /** Writes a change and wakes whoever has to act on it; null when it could not be written as decided. */
  private async commit(
    change: Change,
    opts: CommandOptions,
    sop: CompiledSop,
    calendar: BusinessCalendar,
  ): Promise<Applied | null> {
    const { ticket, advanced, facts } = change;
    change.answer = opts.answer?.(ticket, sop, calendar) ?? null;
    if (!(await this.store.write(change, opts.idempotency ?? null))) return null;
    this.recent.remember(ticket);
    this.changes.tell(change.before, ticket);
    if (change.effects.length > 0) this.outbox.nudge();
    const soon = change.timersSet.filter((t) => t.dueAt - ticket.updatedAt < SOON_MS);
    if (soon.length > 0)
      this.wakeups.schedule(
        soon.map((t) => ({ ticketId: ticket.id, id: t.id, seq: ticket.version, dueAt: t.dueAt })),
      );
    return { ticket, advanced, facts, answer: change.answer, replayed: false };
  }

  /**
   * Runs a command that carries a key at most once: copies that come while it runs, or later, get the same answer.
   * `run` answers null when the key turned out to be taken.
   */
  private async once(opts: CommandOptions, run: () => Promise<Applied | null>): Promise<Applied> {
    const id = opts.idempotency;
    if (id === undefined) {
      const applied = await run();
      if (applied === null) throw new Error('a command without a key cannot be a repetition');
      return applied;
    }
    const name = `${id.scope} ${id.key}`;
    const running = this.underWay.get(name);
    if (running !== undefined) {
      if (running.bodyHash !== id.bodyHash) throw new KeyReused();
      return { ...(await running.applied), replayed: true };
    }
    const applied = (async () => (await this.replay(id)) ?? (await run()) ?? (await this.replayTaken(id)))();
    this.underWay.set(name, { bodyHash: id.bodyHash, applied });
    try {
      return await applied;
    } finally {
      this.underWay.delete(name);
    }
  }

  /** What was answered to an earlier command with this key; null when there was none. */
  private async replay(id: NonNullable<CommandOptions['idempotency']>): Promise<Applied | null> {
    const stored = await this.store.readKey(id.scope, id.key);
    if (stored === null) return null;
    if (stored.bodyHash !== id.bodyHash) throw new KeyReused();
    const { ticketId, answer } = stored.answer as { ticketId: string; answer: Json };
    const ticket = await this.store.read(ticketId);
    if (ticket === null) throw new TicketNotFound(ticketId);
    return { ticket, advanced: null, facts: [], answer, replayed: true };
  }

  private async replayTaken(id: NonNullable<CommandOptions['idempotency']>): Promise<Applied> {
    const stored = await this.replay(id);
    if (stored === null) throw new ObsoleteCommand(id.key);
    return stored;
  }

  /** Commands of this process on one ticket are decided one after the other, so that none is decided in vain. */
  private async inTurn<T>(ticketId: string, run: () => Promise<T>): Promise<T> {
    const before = this.turns.get(ticketId);
    const mine = before === undefined ? run() : before.then(run, run);
    this.turns.set(ticketId, mine);
    try {
      return await mine;
    } finally {
      if (this.turns.get(ticketId) === mine) this.turns.delete(ticketId);
    }
  }

  private async sopFor(name: string): Promise<CompiledSop> {
    const sop = await this.sops.newest(name);
    if (sop !== null) return sop;
    const accepted = (await this.sops.list()).map((s) => s.id);
    const shown = name.slice(0, 80);
    throw new UnknownReference(
      '/sop',
      {
        en: `There is no published SOP "${shown}". Published: ${accepted.join(', ')}.`,
        'zh-CN': `没有已发布的 SOP“${shown}”。已发布：${accepted.join('、')}。`,
      },
      accepted,
    );
  }

  /** After a short automatic step the person who was at work goes on with the next one. */
  private async reachAfterCall(ticket: Ticket, command: Command, now: number): Promise<Reach | null> {
    if (command.type !== 'call-done' && command.type !== 'call-failed') return null;
    const last = ticket.handlers.at(-1);
    const automatic = ticket.openVisits.find((v) => v.kind === 'automatic');
    if (last === undefined || automatic === undefined || now - automatic.enteredAt > STICKY_MS) return null;
    const person = await this.people.person(last);
    if (person === null) return null;
    return { userId: person.id, teams: person.teams, skills: person.skills, leaseMs: this.config.leaseMs };
  }
}
