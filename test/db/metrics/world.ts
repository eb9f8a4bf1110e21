import fc from 'fast-check';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** The instant at which all figures of a random world hold. */
export const NOW = Date.parse('2026-11-22T10:00:00Z');
export const AGENTS = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`);

export type WorldEvent = { at: number } & (
  | { type: 'asked'; closing: boolean }
  | { type: 'answered' }
  | { type: 'bot' }
  | { type: 'held'; agent: string }
  | { type: 'escalated'; by: 'agent' | 'rule' | 'clock' }
  | { type: 'transferred' }
  | { type: 'priority' }
  | { type: 'resolved' }
  | { type: 'reopened' }
  | { type: 'cancelled' }
  | { type: 'merged'; into: number }
);

export interface WorldVisit {
  no: number;
  step: string;
  kind: string;
  enteredAt: number;
  exitedAt: number | null;
  leftBy: string;
  parts: { queue: number; touch: number; customer: number; external: number; offShift: number; join: number };
  team: string;
  slaDueAt: number | null;
  slaBreached: boolean;
  escalated: boolean;
  failed: boolean;
  policy: boolean;
  regions: { fork: string; region: string; seq: number }[];
}

/** One ticket as a story: what happened to it, and where it stayed. */
export interface WorldTicket {
  id: number;
  sop: string;
  version: number;
  team: string;
  channel: string;
  issue: string;
  createdAt: number;
  firstResponseDueAt: number;
  events: WorldEvent[];
  visits: WorldVisit[];
}

/** Steps of the SOP in test/support/small-sop.ts, and the regions around them. */
const STEPS = [
  { step: 'triage', kind: 'human', region: null },
  { step: 'approval', kind: 'human', region: null },
  { step: 'asking', kind: 'waits-for-customer', region: null },
  { step: 'both.left.work', kind: 'human', region: 'left' },
  { step: 'both.right.work', kind: 'human', region: 'right' },
  { step: 'both.left.done', kind: 'joined', region: 'left' },
  { step: 'both.right.done', kind: 'joined', region: 'right' },
] as const;

/** Few enough to meet, many enough to be alone; the empty one is an issue of its own each time. */
const ISSUES = [
  '',
  '',
  ...['ann', 'bob', 'cid', 'dan', 'eve', 'fay'].flatMap((who) => [`${who}|ORD-1`, `${who}|ORD-2`]),
];

const part = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 600 * MINUTE }));

const visitWish = fc.record({
  where: fc.constantFrom(...STEPS),
  offset: fc.integer({ min: 0, max: 12 * DAY }),
  // One visit in five is still open.
  open: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  leftBy: fc.constantFrom('APPROVE', 'REJECT', 'timer'),
  parts: fc.record({ queue: part, touch: part, customer: part, external: part, offShift: part, join: part }),
  team: fc.constantFrom('desk', 'lab'),
  sla: fc.option(fc.integer({ min: 0, max: 900 * MINUTE })),
  slaBreached: fc.boolean(),
  escalated: fc.boolean(),
  failed: fc.boolean(),
  policy: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  seq: fc.constantFrom(1, 1, 1, 2),
});

const eventWish = fc.record({
  gap: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 * DAY })),
  act: fc.constantFrom(
    'asked',
    'thanks',
    'answered',
    'bot',
    'held',
    'held',
    'held',
    'agent',
    'rule',
    'clock',
    'transferred',
    'priority',
    'resolved',
    'resolved',
    'reopened',
    'cancelled',
    'merged',
  ),
  agent: fc.constantFrom(...AGENTS),
  into: fc.nat(),
});

const ticketWish = fc.record({
  sop: fc.constantFrom('small', 'quick'),
  version: fc.integer({ min: 1, max: 2 }),
  team: fc.constantFrom('desk', 'lab'),
  channel: fc.constantFrom('chat', 'mail'),
  issue: fc.constantFrom(...ISSUES),
  // Whole minutes for some, so that tickets of one issue begin at the same instant.
  age: fc.oneof(
    fc.integer({ min: 0, max: 25 * DAY }),
    fc.integer({ min: 0, max: 25 }).map((days) => days * DAY),
  ),
  target: fc.integer({ min: 0, max: DAY }),
  asks: fc.boolean(),
  events: fc.array(eventWish, { maxLength: 8 }),
  visits: fc.array(visitWish, { maxLength: 8 }),
});
type TicketWish = typeof ticketWish extends fc.Arbitrary<infer T> ? T : never;

/** Up to 25 tickets whose stories could have happened. */
export const worlds: fc.Arbitrary<WorldTicket[]> = fc
  .array(ticketWish, { maxLength: 25 })
  .map((wishes) => wishes.map((wish, index) => tell(wish, index + 1)));

function tell(wish: TicketWish, id: number): WorldTicket {
  const { sop, version, team, channel, issue } = wish;
  const createdAt = NOW - wish.age;
  const events: WorldEvent[] = wish.asks ? [{ at: createdAt, type: 'asked', closing: false }] : [];
  let status: 'open' | 'resolved' | 'ended' = 'open';
  let at = createdAt;
  for (const { gap, act, agent, into } of wish.events) {
    at += gap;
    if (at > NOW || status === 'ended') break;
    if (act === 'asked' || act === 'thanks') events.push({ at, type: 'asked', closing: act === 'thanks' });
    else if (act === 'answered' || act === 'bot') events.push({ at, type: act });
    else if (act === 'reopened') {
      if (status === 'resolved') events.push({ at, type: act });
      status = 'open';
    } else if (status === 'resolved') continue;
    else if (act === 'held') events.push({ at, type: act, agent });
    else if (act === 'agent' || act === 'rule' || act === 'clock')
      events.push({ at, type: 'escalated', by: act });
    else if (act === 'merged') {
      // Into an earlier one, so that nothing is merged in a circle.
      if (id === 1) continue;
      events.push({ at, type: 'merged', into: (into % (id - 1)) + 1 });
      status = 'ended';
    } else {
      events.push({ at, type: act });
      if (act === 'resolved') status = 'resolved';
      if (act === 'cancelled') status = 'ended';
    }
  }
  const visits = wish.visits.map((visit, index) => stay(visit, index + 1, createdAt));
  return {
    id,
    sop,
    version,
    team,
    channel,
    issue,
    createdAt,
    firstResponseDueAt: createdAt + wish.target,
    events,
    visits,
  };
}

function stay(
  wish: typeof visitWish extends fc.Arbitrary<infer T> ? T : never,
  no: number,
  createdAt: number,
): WorldVisit {
  const { where, offset, open, leftBy, parts, team, sla, slaBreached, escalated, failed, policy, seq } = wish;
  const enteredAt = Math.min(createdAt + offset, NOW);
  const dwell = Object.values(parts).reduce((sum, ms) => sum + ms, 0);
  return {
    no,
    step: where.step,
    kind: where.kind,
    enteredAt,
    exitedAt: open ? null : enteredAt + dwell,
    leftBy,
    parts,
    team,
    slaDueAt: sla === null ? null : enteredAt + sla,
    slaBreached: sla !== null && slaBreached,
    escalated,
    failed: failed && !open,
    policy,
    regions: where.region === null ? [] : [{ fork: 'both', region: where.region, seq }],
  };
}
