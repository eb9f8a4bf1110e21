import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import type { AgentRow, AgentTicket } from '../../../src/metrics/people/agents.dto.js';
import { AgentsService } from '../../../src/metrics/people/agents.service.js';
import type { FiguresBench } from './figures-bench.js';
import { openFigures } from './figures-bench.js';
import { expectDuration } from './expectations.js';
import { Oracle } from './oracle.js';
import type { CutOff } from './active-fold.js';
import { activeMinutes } from './active-fold.js';
import { everything } from './scopes.js';
import type { Desk } from './shifts.js';
import { desks } from './shifts.js';
import { actorOf } from './world-rows.js';
import { AGENTS, NOW } from './world.js';
import { writeDesk } from './write-desk.js';

const DAY = 86_400_000;
const TZ = 'Asia/Shanghai';
const RUNS = { numRuns: 30, endOnFailure: true };
const scope = { ...everything, from: NOW - 15 * DAY, to: NOW - 2 * DAY };
const inRange = (at: number | null): boolean => at !== null && at >= scope.from && at < scope.to;

/** The desk had a longer patience first; the lab has the usual one. */
const CUT_OFFS: CutOff[] = [
  { team: 'desk', since: null, minutes: 12 },
  { team: 'desk', since: Date.parse('2026-11-15T00:00:00Z'), minutes: 4 },
];

function expectAgent(row: AgentRow, agent: string, desk: Desk): void {
  const { tickets, stays } = desk;
  const oracle = new Oracle(tickets, NOW);
  const ended = stays.filter((s) => inRange(s.exitedAt));
  const mine = ended.filter((s) => s.agents.includes(agent));
  const rootOf = (id: number) => {
    const ticket = tickets.find((t) => t.id === id);
    if (ticket === undefined) throw new Error('a stay without a ticket');
    return oracle.root(ticket);
  };
  const roots = [...new Set(mine.map((s) => rootOf(s.ticket)))];
  expect([row.handled, row.visits]).toEqual([roots.length, mine.length]);

  const minutes = ended.flatMap(({ ticket, holds }) =>
    holds.filter((h) => h.agent === agent).flatMap((hold) => activeMinutes(desk, ticket, hold, CUT_OFFS)),
  );
  expect(row.handling.sumSeconds).toBe(minutes.length * 60);
  expect(row.handling.weightedSumSeconds).toBe(new Set(minutes).size * 60);
  if (roots.length > 0) expect(row.handling.meanSeconds).toBeCloseTo((minutes.length * 60) / roots.length, 9);

  const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
  const days = new Map<string, Set<unknown>>();
  for (const s of mine)
    days.set(dayOf(s.exitedAt), (days.get(dayOf(s.exitedAt)) ?? new Set()).add(rootOf(s.ticket)));
  expect(new Map(row.throughput.days.map(({ day, tickets: n }) => [day, n]))).toEqual(
    new Map([...days].map(([day, set]) => [day, set.size])),
  );

  const counted = roots.filter((t) => oracle.fcrState(t) === 'counted');
  expect(row.fcr).toMatchObject({
    n: counted.length,
    count: counted.filter((t) => oracle.firstContact(t)).length,
  });
  const left = Object.values(row.fcr.excluded).reduce((sum, n) => sum + n, 0);
  expect(left).toBe(roots.length - counted.length);
  const ripe = roots.filter((t) => oracle.reopenState(t) === 'counted');
  expect(row.reopen).toMatchObject({ n: ripe.length, count: ripe.filter((t) => oracle.reopened(t)).length });
  const again = roots.flatMap((t) => t.events).filter((e) => e.type === 'reopened');
  expect(row.reopenings).toBe(again.length);

  const replies = tickets.flatMap((t) => {
    const asked = oracle.first(t, 'asked');
    const index = t.events.findIndex((e) => e.type === 'answered' && e.at >= (asked ?? Infinity));
    const at = t.events[index]?.at ?? null;
    const inTime = at !== null && at <= (oracle.first(t, 'resolved') ?? Infinity);
    const theirs = inTime && inRange(at) && actorOf(t, index) === agent;
    return theirs && oracle.status(t) !== 'merged' ? [at - (asked ?? NaN)] : [];
  });
  expectDuration(row.firstResponse, replies);
  const raised = tickets.flatMap((t) =>
    t.events.filter(
      (e, i) => e.type === 'escalated' && e.by === 'agent' && inRange(e.at) && actorOf(t, i) === agent,
    ),
  );
  expect(row.escalations).toBe(raised.length);
}

describe('what people did', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
    for (const { team, since, minutes } of CUT_OFFS)
      await bench.database.pool.query('insert into team_idle (team_id, since, minutes) values ($1, $2, $3)', [
        team,
        since === null ? null : new Date(since),
        minutes,
      ]);
  });
  afterAll(() => bench.close());

  it('agrees with a fold over who held what, minute by minute', async () => {
    await fc.assert(
      fc.asyncProperty(desks, async (desk) => {
        await writeDesk(bench.database.pool, desk);
        const rows = await bench.module.get(AgentsService).agents(scope, TZ);
        for (const agent of AGENTS) {
          const row = rows.find(({ id }) => id === agent);
          const worked = desk.stays.some((s) => inRange(s.exitedAt) && s.agents.includes(agent));
          if (worked) expect(row).toBeDefined();
          if (row !== undefined) expectAgent(row, agent, desk);
        }
        expect(rows.map(({ handled }) => handled)).toEqual(
          rows.map(({ handled }) => handled).sort((a, b) => b - a),
        );
      }),
      RUNS,
    );
  });

  it('can be folded up again from the tickets behind each person, page by page', async () => {
    const service = bench.module.get(AgentsService);
    await fc.assert(
      fc.asyncProperty(desks, async (desk) => {
        await writeDesk(bench.database.pool, desk);
        for (const row of await service.agents(scope, TZ)) {
          const items: AgentTicket[] = [];
          let after: string | null = '0';
          while (after !== null) {
            const page = await service.tickets(scope, row.id, { after, limit: 2, tz: TZ }, 'en');
            items.push(...page.items);
            after = page.nextCursor;
          }
          const count = (which: (item: AgentTicket) => boolean) => items.filter(which).length;
          const sum = (of: (item: AgentTicket) => number) =>
            items.reduce((total, item) => total + of(item), 0);
          expect(count(({ handled }) => handled)).toBe(row.handled);
          expect(sum(({ visits }) => visits)).toBe(row.visits);
          expect(sum(({ touchSeconds }) => touchSeconds)).toBe(row.handling.sumSeconds);
          expect(sum(({ escalations }) => escalations)).toBe(row.escalations);
          expect(count(({ replySeconds }) => replySeconds !== null)).toBe(row.firstResponse.n);
          expect(count(({ firstContact }) => firstContact !== null)).toBe(row.fcr.n);
          expect(count(({ firstContact }) => firstContact === true)).toBe(row.fcr.count);
          expect(count(({ reopened }) => reopened !== null)).toBe(row.reopen.n);
          expect(count(({ reopened }) => reopened === true)).toBe(row.reopen.count);
        }
      }),
      { ...RUNS, numRuns: 8 },
    );
  });

  it('says what it does not know, in the language of the caller', () => {
    const service = bench.module.get(AgentsService);
    expect(service.missing('en').map(({ figure }) => figure)).toEqual(['online', 'csat', 'qa']);
    expect(service.missing('zh-CN')[0]?.reason).toMatch(/在线时长/u);
  });
});
