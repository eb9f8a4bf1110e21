import { Injectable } from '@nestjs/common';
import { tellRecord } from '../../audit/told.service.js';
import type { CompiledSop } from '../../engine/index.js';
import { Problem } from '../../problems/problem.js';
import { TeamCalendars } from '../../people/teams/team-calendars.service.js';
import { OutboxRelay } from '../../queues/outbox-relay.service.js';
import { TimerWakeups } from '../../queues/timer-wakeups.service.js';
import { SopsService } from '../../sops/sops.service.js';
import { blankTicket } from '../decide/blank-ticket.js';
import { doesSomething, waitingChanges, type Change } from '../decide/change.js';
import { CommandKeys } from './command-keys.service.js';
import { decide, decideOpen } from '../decide/decide.js';
import { decidePair } from '../decide/decide-pair.js';
import { countFrom } from '../decide/real-clock.js';
import { LimitReached, sayLimit } from './limit-problems.js';
import type { LimitHit } from './limited-writes.js';
import { Limits } from './limits.service.js';
import type { Applied, Command, CommandOptions, OpenTicket, PairCommand, Ticket } from '../model/model.js';
import { RecentTickets } from './recent-tickets.js';
import { TicketSurroundings } from './surroundings.service.js';
import { ObsoleteCommand, StaleVersion, TicketNotFound, UnknownReference } from '../model/ticket-problems.js';
import { TicketChanges } from './ticket-changes.service.js';
import { TicketStore } from './ticket-store.service.js';
import { Turns } from '../../writes/turns.js';

/** Tries when other processes advance the same ticket; in this process commands on one ticket queue up. */
const TRIES = 20;
/** Tickets that are remembered as written; one takes a few KiB. */
const KEPT_TICKETS = 5_000;
/** Effects become jobs at once; timers due within this time are put into the queue right away, ms. */
const SOON_MS = 3_600_000;

/** The one door: agents, clocks, automations and customers change tickets here and nowhere else. */
@Injectable()
export class TicketsService {
  private readonly recent = new RecentTickets(KEPT_TICKETS);
  private readonly turns = new Turns();

  constructor(
    private readonly store: TicketStore,
    private readonly sops: SopsService,
    private readonly calendars: TeamCalendars,
    private readonly surroundings: TicketSurroundings,
    private readonly keys: CommandKeys,
    private readonly limits: Limits,
    private readonly outbox: OutboxRelay,
    private readonly wakeups: TimerWakeups,
    private readonly changes: TicketChanges,
  ) {}

  /** The ticket as it is; null when there is none with this id. */
  read(id: string): Promise<Ticket | null> {
    return this.store.read(id);
  }

  /**
   * Reads tickets that are about to be changed, so that the change need not. What is read may be out of date by then,
   * like everything that is remembered. Never throws, and is not waited for.
   */
  preload(ids: readonly string[]): void {
    for (const id of ids) {
      if (this.recent.recall(id) !== undefined) continue;
      this.store.read(id).then(
        (ticket) => {
          if (ticket !== null && this.recent.recall(id) === undefined) this.recent.remember(ticket);
        },
        () => undefined,
      );
    }
  }

  /**
   * What was answered late (`CommandOptions.isLate`), of these tickets or of all, is in the database. Throws when
   * something could not be written.
   */
  settle(ids?: readonly string[]): Promise<void> {
    return this.store.settle(ids);
  }

  /** What was answered to an earlier command with the caller's key; null when there was none, or they gave no key. */
  replay(opts: CommandOptions): Promise<Applied | null> {
    return this.keys.replay(opts);
  }

  /**
   * Opens a ticket; it is in its first step when this answers. Throws `UnknownReference` for an unknown SOP,
   * `InvalidForm` when `data` does not fit the intake form, and `NotYourTicket` for an agent who names a priority or
   * a customer's tier without the right to.
   */
  open(cmd: OpenTicket, opts: CommandOptions): Promise<Applied> {
    return this.keys.once(opts, async () => {
      const sop = await this.sopFor(cmd.sop);
      const calendarOf = await this.calendars.all();
      const { tiersOf } = await this.calendars.knowing();
      const id = await this.store.takeId();
      const { actor, now } = opts;
      const blank = blankTicket(id, cmd, { sop, now, actor, calendarOf, tiersOf });
      const around = await this.surroundings.of(blank, null, opts);
      const setsPriority = cmd.priority !== undefined || (cmd.customer.tier ?? 'standard') !== 'standard';
      const asked = { data: cmd.data ?? {}, body: cmd.body ?? null, setsPriority };
      const change = await this.limits.decide((limits) => decideOpen(blank, asked, { ...around, limits }));
      return this.commit(change, opts, sop);
    });
  }

  /**
   * Applies one command: the ticket's version rises by one, or a Problem says why not and nothing changed. A command
   * that names no version is decided again when the ticket moved on meanwhile.
   */
  apply(ticketId: string, command: Command, opts: CommandOptions): Promise<Applied> {
    return this.keys.once(opts, () =>
      this.turns.take([ticketId], () => this.applyNow(ticketId, command, opts)),
    );
  }

  /**
   * Applies an act on two tickets: both change, or neither. Answers the child. Throws `TicketNotFound` for the one that
   * does not exist or that the caller may not see.
   */
  applyToPair(child: string, target: string, command: PairCommand, opts: CommandOptions): Promise<Applied> {
    return this.keys.once(opts, () =>
      this.turns.take([child, target], () => this.applyToPairNow(child, target, command, opts)),
    );
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
      const ticket = await this.readFor(ticketId, opts);
      // Nobody moved the ticket, yet the write was refused: its effect was accounted for, or its key was used.
      if (ticket.version === seen) {
        if (mayBeTaken(opts)) return null;
        throw new ObsoleteCommand(command.type);
      }
      seen = ticket.version;
      const applied = await this.applyTo(ticket, command, opts);
      if (applied !== null) return applied;
    }
    throw new StaleVersion(seen, seen + 1);
  }

  private async applyToPairNow(
    childId: string,
    targetId: string,
    command: PairCommand,
    opts: CommandOptions,
  ): Promise<Applied | null> {
    let seen = '';
    let version = 0;
    for (let n = 0; n < TRIES; n++) {
      const [child, target] = [await this.readFor(childId, opts), await this.readFor(targetId, opts)];
      mustBeAsSeen(child, opts);
      const versions = `${child.version} ${target.version}`;
      // Nobody moved them, yet the write was refused: the key was used.
      if (versions === seen && mayBeTaken(opts)) return null;
      seen = versions;
      version = child.version;
      const ofChild = await this.surroundings.of(child, null, opts);
      const ofTarget = await this.surroundings.of(target, null, opts);
      const decided = decidePair({ child, target, ofChild, ofTarget }, command);
      const pair = {
        child: countFrom(decided.child, opts.now),
        target: countFrom(decided.target, opts.now),
      };
      pair.child.answer = (await opts.answer?.(pair.child.ticket, ofChild.sop)) ?? null;
      const written = await this.store.writeTogether([
        { change: pair.child, key: opts.idempotency ?? null },
        { change: pair.target, key: null },
      ]);
      if (written !== true) continue;
      this.tell(pair.target);
      return this.tell(pair.child);
    }
    throw new StaleVersion(version, version + 1);
  }

  private async readFor(id: string, { visible }: CommandOptions): Promise<Ticket> {
    const ticket = await this.store.read(id);
    if (ticket === null || visible?.(ticket) === false) throw new TicketNotFound(id);
    return ticket;
  }

  /** Decides a command on a ticket as it was seen and writes it; null when the ticket is not like that any more. */
  private async applyTo(ticket: Ticket, command: Command, opts: CommandOptions): Promise<Applied | null> {
    if (opts.visible?.(ticket) === false) throw new TicketNotFound(ticket.id);
    mustBeAsSeen(ticket, opts);
    const around = await this.surroundings.of(ticket, command, opts);
    const change = await this.limits.decide((limits) => decide(ticket, command, { ...around, limits }));
    return this.commit(change, opts, around.sop);
  }

  /** Writes a change and wakes whoever has to act on it; null when it could not be written as decided. */
  private async commit(decided: Change, opts: CommandOptions, sop: CompiledSop): Promise<Applied | null> {
    const change = countFrom(decided, opts.now);
    change.answer = (await opts.answer?.(change.ticket, sop)) ?? null;
    const written = await this.store.write(change, opts.idempotency ?? null, opts.unmoved, opts.isLate);
    if (written === true) return this.tell(change, opts.isLate);
    if (written === false) return null;
    // A person hears of it and does something else; what came by itself goes on to where the SOP handles a failed call.
    if (opts.actor.kind === 'agent') throw new LimitReached(written);
    return this.commit(withoutCall(decided, written), opts, sop);
  }

  /** `isLate`: its visits need no job yet; whoever asked for that fills the lanes in the end. */
  private tell(change: Change, isLate = false): Applied {
    const { ticket, advanced, facts, answer } = change;
    if (doesSomething(change)) tellRecord({ hasChanged: true });
    this.recent.remember(ticket);
    this.changes.tell(change.before, ticket);
    if (!isLate) {
      const { put } = waitingChanges(change.before, ticket);
      if (put.length > 0) this.outbox.bring(put.map((row) => ({ ...row, ticketId: ticket.id })));
    }
    if (change.effects.length > 0) this.outbox.nudge();
    const soon = change.timersSet.filter((t) => t.dueAt < ticket.updatedAt + SOON_MS);
    if (soon.length > 0)
      this.wakeups.schedule(
        soon.map((t) => ({ ticketId: ticket.id, id: t.id, seq: ticket.version, dueAt: t.dueAt })),
      );
    return { ticket, advanced, facts, answer, replayed: false };
  }

  private async sopFor(name: string): Promise<CompiledSop> {
    const sop = await this.sops.newest(name);
    if (sop !== null) return sop;
    const accepted = await this.sops.publishedIds();
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
}

/** A key that the caller gave may have been used by a copy of this very command. */
function mayBeTaken({ idempotency }: CommandOptions): boolean {
  return idempotency !== undefined && idempotency.isMade !== true;
}

function mustBeAsSeen(ticket: Ticket, { ifMatch }: CommandOptions): void {
  if (ifMatch !== undefined && ifMatch !== ticket.version) throw new StaleVersion(ifMatch, ticket.version);
}

/** The same change with the call that does not fit marked as not to be sent; it uses up nothing. */
function withoutCall(change: Change, hit: LimitHit): Change {
  const { call } = hit.use;
  const words = sayLimit(hit);
  const refused = { code: 'limit-reached', message: words[change.ticket.lang], words };
  return {
    ...change,
    uses: change.uses.filter((use) => use.call !== call),
    effects: change.effects.map((effect) =>
      effect.kind === 'http' && effect.payload.id === call
        ? { ...effect, payload: { ...effect.payload, refused } }
        : effect,
    ),
  };
}
