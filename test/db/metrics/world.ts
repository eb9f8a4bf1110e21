import fc from '../../support/fast-check.js';

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
  | { type: 'escalated'; by: 'agent' | 'rule' | 'clock'; from?: string }
  /** `from`: the team of the visit that was escalated or transferred; absent: the ticket's. */
  | { type: 'transferred' | 'handed-back' | 'approval'; from?: string }
  /** By a person, or by an action of the SOP in some event. */
  | { type: 'priority' | 'ruled-priority' }
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
  /** In charge before. */
  teamsBefore?: { team: string; until: number }[];
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
  /** An action of the SOP sets a priority when the ticket is opened. */
  ruledFrom?: boolean;
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
  // One visit in three came from another team.
  before: fc.option(fc.record({ team: fc.constantFrom('desk', 'lab', 'gone'), after: part }), { freq: 2 }),
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
    'handed-back',
    'approval',
    'priority',
    'ruled-priority',
    'resolved',
    'resolved',
    'reopened',
    'cancelled',
    'merged',
  ),
  agent: fc.constantFrom(...AGENTS),
  from: fc.constantFrom('desk', 'lab'),
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
  // One ticket in four is about the same as an earlier one, into which it is merged if nothing else ends it.
  isTwin: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  twin: fc.record({ of: fc.nat(), after: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 * DAY })) }),
  // The first step of some SOPs sets a priority.
  ruledFrom: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
});
type TicketWish = typeof ticketWish extends fc.Arbitrary<infer T> ? T : never;

/** Up to 25 tickets whose stories could have happened. */
export const worlds: fc.Arbitrary<WorldTicket[]> = fc.array(ticketWish, { maxLength: 25 }).map((wishes) =>
  wishes.reduce<WorldTicket[]>((told, wish, index) => {
    const { isTwin, twin } = wish;
    const sibling = isTwin ? told[twin.of % told.length] : undefined;
    return [...told, tell(wish, index + 1, sibling)];
  }, []),
);

function tell(wish: TicketWish, id: number, sibling?: WorldTicket): WorldTicket {
  const { sop, version, team, channel } = wish;
  const issue = sibling?.issue ?? wish.issue;
  const createdAt =
    sibling === undefined ? NOW - wish.age : Math.min(sibling.createdAt + wish.twin.after, NOW);
  const events: WorldEvent[] = wish.asks ? [{ at: createdAt, type: 'asked', closing: false }] : [];
  let status: 'open' | 'resolved' | 'ended' = 'open';
  let at = createdAt;
  for (const { gap, act, agent, from, into } of wish.events) {
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
      events.push({ at, type: 'escalated', by: act, from });
    else if (act === 'transferred' || act === 'approval') events.push({ at, type: act, from });
    else if (act === 'handed-back') {
      // There is somewhere to go back to.
      const hasMoved = events.some(({ type }) => type === 'escalated' || type === 'transferred');
      if (hasMoved) events.push({ at, type: act, from });
    } else if (act === 'merged') {
      // Into an earlier one, so that nothing is merged in a circle.
      if (id === 1) continue;
      events.push({ at, type: 'merged', into: sibling?.id ?? (into % (id - 1)) + 1 });
      status = 'ended';
    } else {
      events.push({ at, type: act });
      if (act === 'resolved') status = 'resolved';
      if (act === 'cancelled') status = 'ended';
    }
  }
  if (sibling !== undefined && status === 'open')
    events.push({ at: Math.min(at, NOW), type: 'merged', into: sibling.id });
  const visits = wish.visits.map((visit, index) => stay(visit, index + 1, createdAt));
  return {
    id,
    sop,
    version,
    team,
    channel,
    issue,
    createdAt,
    ruledFrom: wish.ruledFrom,
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
  const {
    where,
    offset,
    open,
    leftBy,
    parts,
    team,
    before,
    sla,
    slaBreached,
    escalated,
    failed,
    policy,
    seq,
  } = wish;
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
    ...(before === null
      ? {}
      : { teamsBefore: [{ team: before.team, until: enteredAt + Math.min(before.after, dwell) }] }),
    slaDueAt: sla === null ? null : enteredAt + sla,
    slaBreached: sla !== null && slaBreached,
    escalated,
    failed: failed && !open,
    policy,
    regions: where.region === null ? [] : [{ fork: 'both', region: where.region, seq }],
  };
}

/** No ticket enters one step twice at the same instant, as no advance does: each stay is followed by a step once at most. */
export function entersStepsOnce(world: readonly WorldTicket[]): boolean {
  return world.every(({ visits }) => {
    const entries = visits.map(({ step, enteredAt }) => `${step} ${String(enteredAt)}`);
    return new Set(entries).size === entries.length;
  });
}
