import { compileSop, type CompiledSop } from '../../../../src/engine/index.js';
import type {
  Actor,
  BusinessCalendar,
  SopDefinition,
  StepKind,
} from '../../../../src/engine/common/model.js';
import { blankTicket } from '../../../../src/tickets/decide/blank-ticket.js';
import { decideOpen } from '../../../../src/tickets/decide/decide.js';
import type { Surroundings } from '../../../../src/tickets/decide/surroundings.js';
import type { Reach, Ticket } from '../../../../src/tickets/model/model.js';

/** Every act on every kind of step by everybody: who may, and what the others hear. */
export const START = Date.UTC(2026, 10, 16, 9);
const OPEN: BusinessCalendar = { add: (from, ms) => from + ms, between: (a, b) => b - a };
const text = (en: string) => ({ en, 'zh-CN': en });
const LANE = { team: 'desk', tier: 2, skills: ['returns'] };

export type Kind = Exclude<StepKind, never>;
export const KINDS: readonly Kind[] = ['human', 'automatic', 'waits-for-customer', 'waits-for-others'];

export function sopWith(kind: Kind): CompiledSop {
  const answer = { type: 'object' };
  const call = { connection: 'shop', method: 'GET', path: '"/x"', answer } as const;
  const sop: SopDefinition = {
    id: 'matrix',
    initial: 'step',
    context: {},
    meta: {
      title: text('Matrix'),
      description: text('For tests'),
      owner: 'desk',
      team: 'desk',
      intake: { form: { type: 'object' } },
      sla: { firstResponse: 'PT1H', resolve: 'P2D', clock: 'calendar' },
      context: { type: 'object', properties: {} },
    },
    states: {
      step: {
        meta: { kind, title: text('Step'), ...LANE },
        on: {
          GO: { target: 'end', meta: { title: text('Go') } },
          SKIP: { target: 'end' },
          STAY: { actions: { type: 'note', params: { text: text('Seen') } }, meta: { title: text('Stay') } },
          CUSTOMER_MESSAGE: { target: 'end' },
        },
        after: { PT1H: { target: 'end' } },
        ...(kind === 'automatic' && {
          invoke: { id: 'call', src: 'http', input: call, onDone: 'end', onError: 'end' },
        }),
      },
      end: { type: 'final', meta: { title: text('End'), outcome: 'done' } },
    },
  };
  return compileSop(sop, 1);
}

const reach = (userId: string, more: Partial<Reach>): Reach => ({
  userId,
  teams: [],
  skills: [],
  leads: [],
  isManager: false,
  leaseMs: 1,
  ...more,
});
const lane = { teams: [{ team: 'desk', tier: 2 }], skills: ['returns'] };
export const HOLDER = '00000000-0000-4000-8000-000000000001';
export const PEOPLE = {
  'own lane': reach('own', lane),
  'wrong tier': reach('low', { ...lane, teams: [{ team: 'desk', tier: 1 }] }),
  'wrong skill': reach('unskilled', { ...lane, skills: ['english'] }),
  'wrong team': reach('lab', { ...lane, teams: [{ team: 'lab', tier: 3 }] }),
  holder: reach(HOLDER, lane),
  'not the holder': reach('colleague', lane),
  lead: reach('lead', { teams: [{ team: 'desk', tier: 1 }], leads: ['desk'] }),
  'lead over a holder': reach('lead', { teams: [{ team: 'desk', tier: 1 }], leads: ['desk'] }),
  'lead of another team': reach('other', {
    teams: [{ team: 'lab', tier: 3 }],
    skills: ['returns'],
    leads: ['lab'],
  }),
  'admin without a team': reach('admin', {}),
  'admin of the team': reach('admin', { ...lane, leads: ['desk'] }),
  manager: reach('manager', { isManager: true }),
  'an agent of whom nothing is known': null,
} satisfies Record<string, Reach | null>;
export type Who = keyof typeof PEOPLE;
export const WHO = Object.keys(PEOPLE) as Who[];
/** For these somebody holds the step, where a person can. */
export const HELD: readonly Who[] = ['holder', 'not the holder', 'lead over a holder'];

export const actorOf = (who: Who): Actor => ({
  kind: 'agent',
  id: PEOPLE[who]?.userId ?? 'nobody',
  roles: ['agent'],
});
export const SYSTEM: Actor = { kind: 'system', id: 'timer' };

export function around(sop: CompiledSop, actor: Actor, who: Who | null): Surroundings {
  return {
    sop,
    now: START + 60_000,
    clock: START + 60_000,
    actor,
    calendarOf: () => OPEN,
    isSpecialist: (team) => team === 'lab',
    tiersOf: () => 3,
    skillTitle: (skill) => ({ en: `the ${skill}`, 'zh-CN': `「${skill}」` }),
    reach: who === null ? null : PEOPLE[who],
    goesOn: null,
  };
}

export function ticketIn(sop: CompiledSop, who: Who): Ticket {
  const surroundings = { ...around(sop, { kind: 'customer', id: 'c' }, null), now: START };
  const opening = { sop: 'matrix', subject: 'x', customer: { id: 'c' }, data: {} };
  const blank = blankTicket('1', opening, surroundings);
  const { ticket } = decideOpen(blank, { data: {}, body: null, setsPriority: false }, surroundings);
  const isHeld = HELD.includes(who);
  const cameFrom = { team: 'desk', tier: 1, skills: [], holder: null };
  const openVisits = ticket.openVisits.map((v) => ({
    ...v,
    cameFrom,
    ...(isHeld && v.kind === 'human' && { holder: HOLDER, heldSince: START }),
  }));
  return { ...ticket, openVisits };
}
