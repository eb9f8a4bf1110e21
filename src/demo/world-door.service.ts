import { Injectable } from '@nestjs/common';
import { AutomationService } from '../automation/automation.service.js';
import { Database } from '../database/database.service.js';
import { compileForm, guideSteps, type CompiledSop, type Form } from '../engine/index.js';
import type { Actor, GuideStep, JsonObject, JsonSchema } from '../engine/model.js';
import { TeamCalendars } from '../people/team-calendars.service.js';
import { Problem } from '../problems/problem.js';
import { SopsService } from '../sops/sops.service.js';
import { engineInput } from '../tickets/draft.js';
import type { Command, OpenTicket, Ticket } from '../tickets/model.js';
import { TicketsService } from '../tickets/tickets.service.js';
import { SopMissing } from './demo-problems.js';
import { actorFor, type Door, type Refused } from './door.js';
import type { Colleague } from './staff.js';

/** The one door as the demo world uses it: the same services as everybody's, with the time passed in. */
@Injectable()
export class WorldDoor implements Door {
  /** The simulated time of those who are called from outside. */
  time = 0;
  leaseMs = 0;
  private readonly forms = new Map<string, Form>();

  constructor(
    private readonly tickets: TicketsService,
    private readonly sops: SopsService,
    private readonly calendars: TeamCalendars,
    private readonly automation: AutomationService,
    private readonly database: Database,
  ) {}

  tellTime(now: number): void {
    this.time = now;
  }

  async intakeForm(sop: string): Promise<JsonSchema> {
    return (await this.sop(sop)).meta.intake.form;
  }

  /** The newest version. Throws `SopMissing` when there is none. */
  async sop(id: string): Promise<CompiledSop> {
    const sop = await this.sops.newest(id);
    if (sop === null) throw new SopMissing(id);
    return sop;
  }

  async open(command: OpenTicket, actor: Actor, now: number): Promise<Ticket> {
    return (await this.tickets.open(command, { actor, now })).ticket;
  }

  async apply(
    ticketId: string,
    command: Command,
    actor: Actor,
    now: number,
    by?: Colleague,
  ): Promise<Ticket | Refused> {
    const reach = by && {
      userId: by.id,
      teams: [...by.teams],
      skills: [...by.skills],
      leaseMs: this.leaseMs,
    };
    try {
      return (await this.tickets.apply(ticketId, command, { actor, now, reach })).ticket;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const what = command.type === 'event' ? command.event : command.type;
      return { refused: `${what} ${error.slug}: ${error.message}` };
    }
  }

  async guide(ticket: Ticket, person: Colleague, now: number): Promise<GuideStep[]> {
    const sop = await this.sops.compiled(ticket.sopId, ticket.sopVersion);
    const calendarOf = await this.calendars.all();
    const actor = actorFor(person, ticket.team);
    return guideSteps(sop, ticket.state, {
      ...engineInput(ticket, { sop, now, actor, calendarOf, reach: null }),
      actor,
    });
  }

  call(ticketId: string, seq: number, id: string, now: number): Promise<Ticket> {
    return this.runEffect(ticketId, ticketId, now, `seq = ${String(seq)} and payload->>'id' = $2`, id);
  }

  bringMerge(child: string, into: string, now: number): Promise<Ticket> {
    return this.runEffect(child, into, now, `kind = 'merge' and payload->>'into' = $2`, into);
  }

  fits(schema: JsonSchema, data: JsonObject): boolean {
    const source = JSON.stringify(schema);
    const form = this.forms.get(source) ?? compileForm(schema);
    this.forms.set(source, form);
    return form(data).length === 0;
  }

  /** Acts on an effect as a worker would, and reads the ticket that it changed. */
  private async runEffect(
    of: string,
    changed: string,
    now: number,
    which: string,
    value: string,
  ): Promise<Ticket> {
    const { rows } = await this.database.pool.query<{ id: string }>(
      `select id from outbox where ticket_id = $1 and ${which} and done_at is null`,
      [of, value],
    );
    for (const { id } of rows) await this.automation.run(id, now);
    const ticket = await this.tickets.read(changed);
    if (ticket === null) throw new Error(`ticket ${changed} is gone`);
    return ticket;
  }
}
