import { Injectable } from '@nestjs/common';
import { AutomationService } from '../automation/automation.service.js';
import { Database } from '../database/database.service.js';
import { compileForm, guideSteps, type CompiledSop, type Form } from '../engine/index.js';
import type { Actor, GuideStep, JsonObject, JsonSchema } from '../engine/common/model.js';
import { Problem } from '../problems/problem.js';
import { SopsService } from '../sops/sops.service.js';
import { engineInput } from '../tickets/decide/surroundings.js';
import { Limits } from '../tickets/door/limits.service.js';
import type { Command, CommandOptions, OpenTicket, Ticket } from '../tickets/model/model.js';
import { TicketSurroundings } from '../tickets/door/surroundings.service.js';
import { TicketsService } from '../tickets/door/tickets.service.js';
import { SopMissing } from './demo-problems.js';
import { actorFor, reachFor, type Door, type Refused } from './door.js';
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
    private readonly surroundings: TicketSurroundings,
    private readonly limits: Limits,
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
    return (await this.tickets.open(command, { actor, now, isLate: true })).ticket;
  }

  apply(ticketId: string, command: Command, actor: Actor, now: number): Promise<Ticket | Refused> {
    return this.tryApply(ticketId, command, { actor, now, isLate: true });
  }

  act(
    ticketId: string,
    command: Command,
    person: Colleague,
    now: number,
    { team, goesOn }: { team: string; goesOn: boolean },
  ): Promise<Ticket | Refused> {
    const actor = actorFor(person, team);
    const reach = reachFor(person, this.leaseMs);
    return this.tryApply(ticketId, command, { actor, now, reach, goesOn, isLate: true });
  }

  async merge(child: string, into: string, person: Colleague, now: number): Promise<[Ticket, Ticket] | null> {
    const options = { actor: actorFor(person, 'after-sales'), now, reach: reachFor(person, this.leaseMs) };
    try {
      const { ticket } = await this.tickets.applyToPair(
        child,
        into,
        { type: 'merge', confirmed: true },
        options,
      );
      const target = await this.tickets.read(into);
      return target && [ticket, target];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return null;
    }
  }

  async guide(ticket: Ticket, person: Colleague, now: number): Promise<GuideStep[]> {
    const actor = actorFor(person, ticket.team);
    const reach = reachFor(person, this.leaseMs);
    const around = await this.surroundings.of(ticket, null, { actor, now, reach });
    return this.limits.decide((limits) =>
      guideSteps(around.sop, ticket.state, { ...engineInput(ticket, { ...around, limits }), actor }),
    );
  }

  /** Acts on the effect as a worker would, and reads the ticket that it changed. */
  async call(ticketId: string, seq: number, id: string, now: number): Promise<Ticket> {
    // The call that the ticket asked for is looked up in the database.
    await this.tickets.settle([ticketId]);
    const { rows } = await this.database.pool.query<{ id: string }>(
      `select id from outbox where ticket_id = $1 and seq = $2 and payload->>'id' = $3 and done_at is null`,
      [ticketId, seq, id],
    );
    for (const effect of rows) await this.automation.run(effect.id, now);
    const ticket = await this.tickets.read(ticketId);
    if (ticket === null) throw new Error(`ticket ${ticketId} is gone`);
    return ticket;
  }

  /** Everything that was done so far is in the database. */
  settle(): Promise<void> {
    return this.tickets.settle();
  }

  fits(schema: JsonSchema, data: JsonObject): boolean {
    const source = JSON.stringify(schema);
    const form = this.forms.get(source) ?? compileForm(schema);
    this.forms.set(source, form);
    return form(data).length === 0;
  }

  private async tryApply(
    ticketId: string,
    command: Command,
    options: CommandOptions,
  ): Promise<Ticket | Refused> {
    try {
      return (await this.tickets.apply(ticketId, command, options)).ticket;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const what = command.type === 'event' ? command.event : command.type;
      return { refused: `${what} ${error.slug}: ${error.message}` };
    }
  }
}
