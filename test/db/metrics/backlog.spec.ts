import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import type { BacklogList } from '../../../src/metrics/backlog/backlog.dto.js';
import { BACKLOG_LISTS } from '../../../src/metrics/backlog/backlog.dto.js';
import { BacklogService } from '../../../src/metrics/backlog/backlog.service.js';
import type { FigureScope } from '../../../src/metrics/shared/cohort-sql.js';
import { OverviewService } from '../../../src/metrics/overview/overview.service.js';
import type { FiguresBench } from './figures-bench.js';
import { openFigures } from './figures-bench.js';
import { Oracle } from './oracle.js';
import { writeWorld } from './world-rows.js';
import type { WorldTicket } from './world.js';
import { NOW, worlds } from './world.js';

const DAY = 86_400_000;
const TZ = 'Asia/Shanghai';
const RUNS = { numRuns: 30, endOnFailure: true };
const scopes: fc.Arbitrary<FigureScope> = fc.record({
  from: fc.constantFrom(26, 12, 3).map((days) => NOW - days * DAY),
  // Beyond now: nothing is said of what has not happened.
  to: fc.constantFrom(NOW, NOW + 5 * DAY, NOW - DAY),
  asOf: fc.constant(NOW),
  teams: fc.constantFrom<string[] | null>(null, null, [], ['desk']),
  channel: fc.constantFrom(null, 'chat'),
  sop: fc.constantFrom(null, 'small'),
  version: fc.constantFrom(null, 1),
});

function wanted(world: WorldTicket[], scope: FigureScope): WorldTicket[] {
  return world.filter(
    (t) =>
      (scope.teams === null || new Oracle(world, NOW).workedIn(t, scope.teams)) &&
      (scope.channel === null || t.channel === scope.channel) &&
      (scope.sop === null || t.sop === scope.sop) &&
      (scope.version === null || t.version === scope.version),
  );
}

/** How often something happened to the tickets in [from, to). */
function happened(tickets: WorldTicket[], what: BacklogList, from: number, to: number): number {
  const inside = (at: number) => at >= from && at < to;
  if (what === 'created') return tickets.filter((t) => inside(t.createdAt)).length;
  return tickets.flatMap((t) => t.events).filter((e) => e.type === what && inside(e.at)).length;
}

describe('the backlog', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
  });
  afterAll(() => bench.close());

  it('is what a fold over the stories finds open at the end of every day', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, scopes, async (world, scope) => {
        await writeWorld(bench.database.pool, world);
        const oracle = new Oracle(world, NOW);
        const tickets = wanted(world, scope);
        const openAt = (at: number) => tickets.filter((t) => oracle.openAt(t, at)).length;
        const { openBefore, points } = await bench.module.get(BacklogService).series(scope, TZ, 'day');
        expect(openBefore).toBe(openAt(scope.from));
        for (const { at, to, open, ...counts } of points) {
          const [from, end] = [Date.parse(at), Date.parse(to)];
          expect(open).toBe(openAt(end));
          for (const [what, count] of Object.entries(counts))
            expect([what, count]).toEqual([what, happened(tickets, what as BacklogList, from, end)]);
        }
        expect(points[0]?.at).toBe(new Date(scope.from).toISOString());
        expect(points.at(-1)?.to).toBe(new Date(Math.min(scope.to, NOW)).toISOString());
        const { backlog } = await bench.module.get(OverviewService).overview(scope);
        expect(backlog).toEqual({ atStart: openBefore, atEnd: points.at(-1)?.open });
      }),
      RUNS,
    );
  });

  it('can be folded up again from the tickets behind each point, page by page', async () => {
    const service = bench.module.get(BacklogService);
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        await writeWorld(bench.database.pool, world);
        const oracle = new Oracle(world, NOW);
        const scope = { teams: null, channel: null, sop: null, version: null, asOf: NOW };
        const range = { ...scope, from: NOW - 9 * DAY, to: NOW - 4 * DAY };
        for (const what of BACKLOG_LISTS) {
          const items = [];
          let after: [string, number] = ['0', 0];
          for (;;) {
            const page = await service.tickets(range, what, { after, limit: 3 }, 'en');
            items.push(...page.items);
            if (page.nextCursor === null) break;
            const [ticket = '', seq = ''] = page.nextCursor.split('.');
            after = [ticket, Number(seq)];
          }
          if (what === 'open') {
            const open = world.filter((t) => oracle.openAt(t, range.to)).map((t) => String(t.id));
            expect(items.map(({ ticketId }) => ticketId)).toEqual(open);
          } else expect(items).toHaveLength(happened(world, what, range.from, range.to));
        }
      }),
      { ...RUNS, numRuns: 10 },
    );
  });

  it('by hour refuses more points than anybody can look at', async () => {
    const scope = {
      from: NOW - 200 * DAY,
      to: NOW,
      asOf: NOW,
      teams: null,
      channel: null,
      sop: null,
      version: null,
    };
    await expect(async () =>
      bench.module.get(BacklogService).series(scope, TZ, 'hour'),
    ).rejects.toMatchObject({
      slug: 'too-many-points',
      status: 422,
    });
  });
});
