import fc from '../../support/fast-check.js';
import type { WorldEvent, WorldTicket, WorldVisit } from './world.js';
import { AGENTS, NOW } from './world.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

export interface Hold {
  agent: string;
  from: number;
  to: number;
}
export interface HeldStay {
  ticket: number;
  no: number;
  exitedAt: number;
  agents: string[];
  holds: Hold[];
}
export interface HandAct {
  ticket: number;
  at: number;
  type: 'claimed' | 'released' | 'lease-expired' | 'transferred';
  data: object;
}
/** A stretch in which somebody pressed keys or clicked in a ticket. */
interface Stretch extends Hold {
  ticket: number;
}
/** Tickets, who held their stays, and what the history says of it. */
export interface Desk {
  tickets: WorldTicket[];
  stays: HeldStay[];
  acts: HandAct[];
  signs: Stretch[];
}

const turn = fc.record({
  agent: fc.constantFrom(...AGENTS),
  /** Minutes in the queue before; none: handed on directly. */
  wait: fc.integer({ min: 1, max: 90 }),
  work: fc.integer({ min: 1, max: 60 }),
  ends: fc.constantFrom('released', 'lease-expired', 'transferred'),
  /** When keys were pressed, in minutes from the taking of the ticket on; also before and after the hold. */
  signs: fc.array(
    fc.record({ after: fc.integer({ min: -6, max: 70 }), lasts: fc.constantFrom(0, 0, 1, 20) }),
    {
      maxLength: 6,
    },
  ),
});
const stay = fc.record({
  /** The first person went on from the step before, and so held it from the beginning. */
  goesOn: fc.boolean(),
  turns: fc.array(turn, { minLength: 1, maxLength: 4 }),
});
const wish = fc.record({
  age: fc.integer({ min: 3 * 1440, max: 18 * 1440 }),
  team: fc.constantFrom('desk', 'lab'),
  stays: fc.array(stay, { minLength: 1, maxLength: 3 }),
  ends: fc.constantFrom('resolved', 'resolved', 'reopened', 'merged', 'open'),
  acts: fc.array(fc.constantFrom('asked', 'answered', 'agent', 'clock'), { maxLength: 4 }),
  into: fc.nat(),
});
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

/** Up to twelve tickets that three people worked on, whole minutes each. */
export const desks: fc.Arbitrary<Desk> = fc.array(wish, { minLength: 1, maxLength: 12 }).map((wishes) => {
  const desk: Desk = { tickets: [], stays: [], acts: [], signs: [] };
  wishes.forEach((one, i) => tell(one, i + 1, desk));
  return desk;
});

function tell({ age, team, stays, ends, acts, into }: Wish, id: number, desk: Desk): void {
  const createdAt = Math.floor((NOW - age * MINUTE) / MINUTE) * MINUTE;
  const visits: WorldVisit[] = [];
  let at = createdAt;
  stays.forEach((one, i) => {
    at = holdStay(one, { ticket: id, no: i + 1, enteredAt: at, team }, visits, desk);
  });
  const events: WorldEvent[] = acts.map((act, i) => {
    const when = createdAt + i * MINUTE;
    if (act === 'asked') return { at: when, type: act, closing: false };
    return act === 'answered' ? { at: when, type: act } : { at: when, type: 'escalated', by: act };
  });
  const last = Math.max(at, createdAt + acts.length * MINUTE);
  if (ends === 'merged' && id > 1) events.push({ at: last, type: 'merged', into: (into % (id - 1)) + 1 });
  if (ends === 'resolved' || ends === 'reopened') events.push({ at: last, type: 'resolved' });
  if (ends === 'reopened') events.push({ at: Math.min(NOW, last + DAY), type: 'reopened' });
  desk.tickets.push({
    id,
    sop: id % 2 === 0 ? 'small' : 'quick',
    version: 1,
    team,
    channel: 'chat',
    issue: '',
    createdAt,
    firstResponseDueAt: createdAt + MINUTE,
    events,
    visits,
  });
}

/** One stay from hand to hand; when it ended. */
function holdStay(
  { goesOn, turns }: typeof stay extends fc.Arbitrary<infer T> ? T : never,
  { ticket, no, enteredAt, team }: { ticket: number; no: number; enteredAt: number; team: string },
  visits: WorldVisit[],
  desk: Desk,
): number {
  const holds: Hold[] = [];
  let at = enteredAt;
  let queue = 0;
  turns.forEach(({ agent, wait, work, signs }, i) => {
    const before = turns[i - 1];
    const handed = before?.ends === 'transferred';
    if (handed) desk.acts.push({ ticket, at, type: 'transferred', data: { to: { userId: agent } } });
    else if (i > 0 || !goesOn) {
      if (before !== undefined)
        desk.acts.push({ ticket, at, type: before.ends, data: { userId: before.agent, visit: no } });
      at += wait * MINUTE;
      queue += wait * MINUTE;
      desk.acts.push({ ticket, at, type: 'claimed', data: { visit: no, userId: agent } });
    }
    holds.push({ agent, from: at, to: at + work * MINUTE });
    for (const { after, lasts } of signs) {
      const from = at + after * MINUTE;
      desk.signs.push({ ticket, agent, from, to: from + lasts * MINUTE });
    }
    at += work * MINUTE;
  });
  desk.stays.push({ ticket, no, exitedAt: at, agents: [...new Set(holds.map((h) => h.agent))], holds });
  visits.push({
    no,
    step: 'triage',
    kind: 'human',
    enteredAt,
    exitedAt: at,
    leftBy: 'APPROVE',
    parts: { queue, touch: at - enteredAt - queue, customer: 0, external: 0, offShift: 0, join: 0 },
    team,
    slaDueAt: null,
    slaBreached: false,
    escalated: false,
    failed: false,
    policy: false,
    regions: [],
  });
  return at;
}
