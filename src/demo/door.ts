import type { Actor, GuideStep, JsonObject, JsonSchema } from '../engine/common/model.js';
import type { Command, OpenTicket, Reach, Ticket } from '../tickets/model/model.js';
import type { Colleague } from './staff.js';

/** What the demo world does to tickets, always with the simulated time. All of it goes through the one door. */
export interface Door {
  /** Sets the clock of those outside whom tickets call: the shop. */
  tellTime(now: number): void;
  /** The form with which a ticket of the SOP begins. */
  intakeForm(sop: string): Promise<JsonSchema>;
  open(command: OpenTicket, actor: Actor, now: number): Promise<Ticket>;
  /** The ticket after the command of a customer or a clock, or the slug of the Problem that refused it. */
  apply(ticketId: string, command: Command, actor: Actor, now: number): Promise<Ticket | Refused>;
  /** The same for a person, with what they may. `goesOn`: they stay for the next step. */
  act(
    ticketId: string,
    command: Command,
    person: Colleague,
    now: number,
    place: { team: string; goesOn: boolean },
  ): Promise<Ticket | Refused>;
  /** Merges a ticket into another one; both as they are after it, null when that was refused. */
  merge(child: string, into: string, person: Colleague, now: number): Promise<[Ticket, Ticket] | null>;
  /** The current steps as the person sees them. */
  guide(ticket: Ticket, person: Colleague, now: number): Promise<GuideStep[]>;
  /** Makes the call that the ticket asked for in its version `seq`, over HTTP, and brings the result back. */
  call(ticketId: string, seq: number, id: string, now: number): Promise<Ticket>;
  /** Whether the data fit the form. */
  fits(form: JsonSchema, data: JsonObject): boolean;
}

export interface Refused {
  refused: string;
}

export const isRefused = (answer: Ticket | Refused): answer is Refused => 'refused' in answer;

/** The person as the actor of an event. */
export function actorFor(person: Colleague, team: string): Actor {
  const tier = person.teams.find((t) => t.team === team)?.tier ?? person.teams[0]?.tier;
  return {
    kind: 'agent',
    id: person.id,
    name: person.name,
    roles: [...person.roles],
    ...(tier === undefined ? {} : { tier }),
  };
}

/** What the person may do at desks. */
export function reachFor(person: Colleague, leaseMs: number): Reach {
  const { id: userId, roles, teams, skills } = person;
  return {
    userId,
    teams: [...teams],
    skills: [...skills],
    leads: roles.includes('lead') ? teams.map(({ team }) => team) : [],
    isManager: false,
    leaseMs,
  };
}
