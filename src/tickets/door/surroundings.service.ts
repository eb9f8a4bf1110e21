import { Injectable } from '@nestjs/common';
import { Config } from '../../config.js';
import { reachOf } from '../../people/access/access.js';
import { PeopleService } from '../../people/people.service.js';
import { TeamCalendars } from '../../people/teams/team-calendars.service.js';
import { SopsService } from '../../sops/sops.service.js';
import type { Surroundings } from '../decide/surroundings.js';
import type { Command, CommandOptions, Reach, Ticket } from '../model/model.js';

/** For how long a person's next step waits for them while an automatic step runs, ms. */
const STICKY_MS = 60_000;

/** Gathers what deciding about a ticket needs to know beside it. */
@Injectable()
export class TicketSurroundings {
  constructor(
    private readonly sops: SopsService,
    private readonly calendars: TeamCalendars,
    private readonly people: PeopleService,
    private readonly config: Config,
  ) {}

  /** For a ticket as it is; `command` null: an act on two tickets, after which nobody goes on. */
  async of(
    ticket: Pick<Ticket, 'sopId' | 'sopVersion' | 'updatedAt' | 'handlers' | 'openVisits'>,
    command: Command | null,
    opts: CommandOptions,
  ): Promise<Surroundings> {
    const sop = await this.sops.compiled(ticket.sopId, ticket.sopVersion);
    const calendarOf = await this.calendars.all();
    const { isSpecialist, tiersOf } = await this.calendars.knowing();
    const skillTitle = await this.people.skillNaming();
    const reach = opts.reach ?? null;
    return {
      sop,
      actor: opts.actor,
      now: Math.max(opts.now, ticket.updatedAt),
      clock: opts.now,
      calendarOf,
      isSpecialist,
      tiersOf,
      skillTitle,
      reach,
      goesOn:
        opts.goesOn === false || command === null
          ? null
          : (reach ?? (await this.workerAfterCall(ticket, command, opts.now))),
    };
  }

  /** After a short automatic step the person who was at work goes on with the next one. */
  private async workerAfterCall(
    ticket: Pick<Ticket, 'handlers' | 'openVisits'>,
    command: Command,
    now: number,
  ): Promise<Reach | null> {
    if (command.type !== 'call-done' && command.type !== 'call-failed') return null;
    const last = ticket.handlers.at(-1);
    const automatic = ticket.openVisits.find((v) => v.kind === 'automatic');
    if (last === undefined || automatic === undefined || now - automatic.enteredAt > STICKY_MS) return null;
    const person = await this.people.person(last);
    return person === null ? null : { ...reachOf(person), leaseMs: this.config.leaseMs };
  }
}
