import type { Actor, AdvanceInput, BusinessCalendar } from '../../engine/common/model.js';
import { barredBy } from '../../engine/index.js';
import type { Text } from '../../engine/common/text.js';
import type { Reach, Ticket } from '../model/model.js';
import type { Teams } from '../rights/escalation.js';
import type { Acting } from '../rights/rights.js';

/** What deciding a command needs to know beside the ticket. */
export interface Surroundings extends Acting, Teams {
  /** Of the ticket: never goes back. */
  now: number;
  /** What the clock says, also when it was set back. */
  clock: number;
  /** Calendar of a team. */
  calendarOf: (team: string) => BusinessCalendar;
  /** What has been used up of limits across tickets; absent: nothing. May throw `LimitUnknown`. */
  limits?: AdvanceInput['limits'];
  /** Who goes on with the steps that are entered; null: nobody, they wait in their lanes. */
  goesOn: Reach | null;
}

/** The facts about a ticket that guards and templates see. */
export function engineInput(ticket: Ticket, around: Surroundings): AdvanceInput {
  return {
    now: around.now,
    seq: ticket.version + 1,
    ticket: {
      id: ticket.id,
      number: Number(ticket.id),
      subject: ticket.subject,
      channel: ticket.channel,
      priority: ticket.priority,
      team: ticket.team,
      tier: ticket.tier,
      lang: ticket.lang,
      reopenings: ticket.reopenings,
      createdAt: new Date(ticket.createdAt).toISOString(),
    },
    customer: ticket.customer,
    calendar: around.calendarOf(ticket.team),
    limits: around.limits,
  };
}

/** Why this person may not decide in the step although they serve its lane (four eyes); null: they may. */
export function barredFrom(ticket: Ticket, step: string, reach: Reach, around: Surroundings): Text | null {
  const { actor } = around;
  const tiers = reach.teams.map(({ tier }) => tier);
  const person: Actor =
    actor.kind === 'agent' && actor.id === reach.userId
      ? actor
      : {
          kind: 'agent',
          id: reach.userId,
          roles: [reach.leads.length > 0 ? 'lead' : 'agent'],
          tier: Math.max(0, ...tiers),
        };
  return barredBy(around.sop, ticket.state, step, { ...engineInput(ticket, around), actor: person });
}
