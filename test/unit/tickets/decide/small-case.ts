import { compileSop, type CompiledSop } from '../../../../src/engine/index.js';
import type { Actor, BusinessCalendar, SopDefinition } from '../../../../src/engine/common/model.js';
import { blankTicket } from '../../../../src/tickets/decide/blank-ticket.js';
import type { Change } from '../../../../src/tickets/decide/change.js';
import { decide, decideOpen } from '../../../../src/tickets/decide/decide.js';
import type { Pair } from '../../../../src/tickets/decide/decide-pair.js';
import type { Surroundings } from '../../../../src/tickets/decide/surroundings.js';
import type { Command, Reach, Ticket } from '../../../../src/tickets/model/model.js';
import { Problem } from '../../../../src/problems/problem.js';
import { smallSop } from '../../../support/small-sop.js';
import { START } from '../../../support/test-clock.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const LEASE_MS = 5 * MINUTE;

const reach = (userId: string, team: string, tier: number, more: Partial<Reach> = {}): Reach => ({
  ...{ userId, teams: [{ team, tier }], skills: [], leads: [], isManager: false, leaseMs: LEASE_MS },
  ...more,
});
export const ANN = reach('ann', 'desk', 1);
export const BEN = reach('ben', 'desk', 1);
/** A supervisor and lead of both teams. */
export const SUE = reach('sue', 'desk', 3, {
  teams: ['desk', 'lab'].map((team) => ({ team, tier: 3 })),
  leads: ['desk', 'lab'],
});
/** Leads the lab only. */
export const LAB = reach('lab', 'lab', 1, { leads: ['lab'] });
export const MAX = reach('max', 'none', 1, { teams: [], isManager: true });
export const CUSTOMER: Actor = { kind: 'customer', id: 'c' };
export const CLOCK: Actor = { kind: 'system', id: 'timer' };

const ALWAYS: BusinessCalendar = { add: (from, ms) => from + ms, between: (a, b) => b - a };
const isReach = (who: Reach | Actor): who is Reach => 'userId' in who;

/** A ticket of the small SOP, or of another, and what is done to it one after the other, a minute apart. */
export class SmallCase {
  readonly sop: CompiledSop;
  now = START;
  ticket: Ticket;
  last: Change | null = null;
  calendar = ALWAYS;

  constructor(id = '1', sop: SopDefinition = smallSop(), customer = 'c') {
    this.sop = compileSop(sop, 1);
    const around = this.around(CUSTOMER);
    const opening = { sop: sop.id, subject: 'x', customer: { id: customer }, data: { reason: 'late' } };
    const blank = blankTicket(id, opening, around);
    const asked = { data: { reason: 'late' }, body: null, setsPriority: false };
    this.last = decideOpen(blank, asked, around);
    this.ticket = this.last.ticket;
  }

  /** What somebody does after `later` ms; `goesOn`: they go on with what comes then. */
  does(who: Reach | Actor, command: Command, later = MINUTE, goesOn: Reach | null = null): this {
    this.now += later;
    this.last = decide(this.ticket, command, { ...this.around(who), goesOn });
    this.ticket = this.last.ticket;
    return this;
  }

  sends(who: Reach | Actor, event: string, data?: Record<string, number>): this {
    return this.does(who, { type: 'event', event, ...(data && { data }) });
  }

  takes(who: Reach, visitNo = this.ticket.lastVisit, reason?: string): this {
    const why = reason === undefined ? {} : { reason };
    return this.does(who, { type: 'claim', visitNo, userId: who.userId, leaseMs: LEASE_MS, ...why });
  }

  /** Why it is refused; then nothing has changed. */
  refuses(act: () => unknown): string {
    const before = structuredClone(this.ticket);
    try {
      act();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (JSON.stringify(before) !== JSON.stringify(this.ticket)) throw new Error('It changed.');
      return error.slug;
    }
    return 'accepted';
  }

  /** This ticket and the one it goes on in, for an act on both. */
  with(target: SmallCase, who: Reach): Pair {
    const now = Math.max(this.now, target.now);
    const [ofChild, ofTarget] = [this, target].map((one) => ({ ...one.around(who), now, clock: now }));
    return { child: this.ticket, target: target.ticket, ofChild, ofTarget } as Pair;
  }

  around(who: Reach | Actor): Surroundings {
    const actor: Actor = isReach(who) ? { kind: 'agent', id: who.userId, roles: ['agent'] } : who;
    return {
      ...{ sop: this.sop, now: this.now, clock: this.now, actor, goesOn: null },
      ...{ calendarOf: () => this.calendar, isSpecialist: (team) => team === 'lab' },
      ...{ tiersOf: () => 3, skillTitle: (skill) => ({ en: skill, 'zh-CN': skill }) },
      reach: isReach(who) ? who : null,
    };
  }
}
