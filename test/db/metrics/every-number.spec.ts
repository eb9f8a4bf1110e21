import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AgentFigures, AgentPart } from '../../../src/metrics/agents.dto.js';
import { AgentsService } from '../../../src/metrics/agents.service.js';
import type { BacklogList } from '../../../src/metrics/backlog.dto.js';
import { BacklogService } from '../../../src/metrics/backlog.service.js';
import { BottlenecksService } from '../../../src/metrics/bottlenecks.service.js';
import type { FigureScope } from '../../../src/metrics/cohort-sql.js';
import type { Figure, FigurePart, LeftOut, StepPart } from '../../../src/metrics/drill-down.dto.js';
import { FIGURE_PARTS, FIGURES, LEFT_OUT } from '../../../src/metrics/drill-down.dto.js';
import { DrillDownService } from '../../../src/metrics/drill-down.service.js';
import { PartUnknown } from '../../../src/metrics/metrics-problems.js';
import type { OverviewFigures } from '../../../src/metrics/overview-answer.dto.js';
import { OverviewService } from '../../../src/metrics/overview.service.js';
import type { StepFlow, StepRow } from '../../../src/metrics/steps-answer.dto.js';
import { StepsService } from '../../../src/metrics/steps.service.js';
import type { FiguresBench } from './figures-bench.js';
import { openFigures } from './figures-bench.js';
import { everything, scopes } from './scopes.js';
import { desks } from './shifts.js';
import { walks } from './walks.js';
import { writeWorld } from './world-rows.js';
import { NOW, worlds } from './world.js';
import { writeDesk } from './write-desk.js';

const DAY = 86_400_000;
const TZ = 'Asia/Shanghai';
const RUNS = { numRuns: 10, seed: 20261122, endOnFailure: true };

type Read = (figures: OverviewFigures) => number;
/** Every number of the overview and the list that its link opens; `sum`: it counts what happened to the tickets. */
const OVERVIEW: [figure: Figure, part: FigurePart, read: Read, counts?: 'sum'][] = [
  ['tickets', 'counted', (o) => o.tickets.created],
  ['tickets', 'open', (o) => o.tickets.open],
  ['tickets', 'resolved', (o) => o.tickets.resolved],
  ['tickets', 'cancelled', (o) => o.tickets.cancelled],
  ['tickets', 'merged', (o) => o.tickets.merged],
  ['escalation', 'counted', (o) => o.tickets.handled],
  ['fcr-gross', 'counted', (o) => o.fcr.gross.n],
  ['fcr-gross', 'met', (o) => o.fcr.gross.count],
  ['fcr-gross', 'unmet', (o) => o.fcr.gross.n - o.fcr.gross.count],
  ['fcr-strict', 'counted', (o) => o.fcr.strict.n],
  ['fcr-strict', 'met', (o) => o.fcr.strict.count],
  ['fcr-net', 'counted', (o) => o.fcr.net.n],
  ['fcr-net', 'met', (o) => o.fcr.net.count],
  ['escalation', 'counted', (o) => o.escalation.n],
  ['escalation', 'met', (o) => o.escalation.count],
  ['escalation', 'by-agent', (o) => o.escalation.escalations.byAgent, 'sum'],
  ['escalation', 'by-rule', (o) => o.escalation.escalations.byRule, 'sum'],
  ['escalation', 'by-clock', (o) => o.escalation.escalations.byClock, 'sum'],
  ['escalation', 'transfers', (o) => o.escalation.transfers, 'sum'],
  ['escalation', 'priority-changes', (o) => o.escalation.priorityChanges, 'sum'],
  ['resolution-first', 'counted', (o) => o.resolutionTime.first.calendar.n],
  ['resolution-first', 'counted', (o) => o.resolutionTime.first.net.n],
  [
    'resolution-first',
    'with-open',
    ({ resolutionTime: { first } }) => first.calendar.n + (first.excluded['open'] ?? 0),
  ],
  ['resolution-full', 'counted', (o) => o.resolutionTime.full.calendar.n],
  ['first-response', 'counted', (o) => o.firstResponse.human.n],
  ['bot-response', 'counted', (o) => o.firstResponse.bot.n],
  ['first-response-on-time', 'counted', (o) => o.firstResponse.onTime.n],
  ['first-response-on-time', 'met', (o) => o.firstResponse.onTime.count],
  ['first-response-on-time', 'overdue', (o) => o.firstResponse.overdue],
  ['sla-resolution', 'counted', (o) => o.sla.resolution.n],
  ['sla-resolution', 'met', (o) => o.sla.resolution.count],
  ['sla-steps', 'counted', (o) => o.sla.steps.tickets],
  ['sla-steps', 'counted', (o) => o.sla.steps.n, 'sum'],
  ['reopen', 'counted', (o) => o.reopen.n],
  ['reopen', 'met', (o) => o.reopen.count],
  ['reopen', 'reopenings', (o) => o.reopen.reopenings, 'sum'],
];

/** What a tile says it left out, by the list that it opens. */
const EXCLUDED: [Figure, (figures: OverviewFigures) => Record<string, number>][] = [
  ['fcr-gross', (o) => o.fcr.gross.excluded],
  ['fcr-net', (o) => o.fcr.net.excluded],
  ['escalation', (o) => o.escalation.excluded],
  ['resolution-first', (o) => o.resolutionTime.first.excluded],
  ['resolution-full', (o) => o.resolutionTime.full.excluded],
  ['first-response', (o) => o.firstResponse.human.excluded],
  ['first-response-on-time', (o) => o.firstResponse.onTime.excluded],
  ['sla-resolution', (o) => o.sla.resolution.excluded],
  ['sla-steps', (o) => o.sla.steps.excludedTickets],
  ['reopen', (o) => o.reopen.excluded],
];

/** Every number of a step's row: visits, or tickets where it counts those. */
const STEPS: [part: StepPart | undefined, of: 'total' | 'tickets', read: (row: StepRow) => number][] = [
  [undefined, 'total', (row) => row.visits],
  [undefined, 'tickets', (row) => row.tickets],
  ['open', 'total', (row) => row.openVisits],
  ['finished', 'total', (row) => row.dwell.n],
  ['again', 'total', (row) => row.rework.count],
  ['escalated', 'tickets', (row) => row.escalation.count],
  ['failed', 'total', (row) => row.failed.count],
  ['due', 'total', (row) => row.sla.n],
  ['missed', 'total', (row) => row.sla.n - row.sla.count],
];

const daysOf = ({ throughput: { days } }: AgentFigures): number =>
  days.reduce((sum, { tickets }) => sum + tickets, 0);
/** Every number of a person's row. */
const PEOPLE: [part: AgentPart, of: 'total' | 'sum', read: (row: AgentFigures) => number][] = [
  ['handled', 'total', (row) => row.handled],
  ['active-days', 'sum', daysOf],
  ['handled', 'total', (row) => row.handling.n],
  ['replied', 'total', (row) => row.firstResponse.n],
  ['replied', 'total', (row) => row.firstResponseOnTime.n],
  ['on-time', 'total', (row) => row.firstResponseOnTime.count],
  ['fcr', 'total', (row) => row.fcr.n],
  ['first-contact', 'total', (row) => row.fcr.count],
  ['reopen', 'total', (row) => row.reopen.n],
  ['reopened', 'total', (row) => row.reopen.count],
  ['reopenings', 'sum', (row) => row.reopenings],
  ['escalated', 'sum', (row) => row.escalations],
];

/** A list read to its end, two or three rows a page; every page says the same of all of them. */
async function readAll<Answer extends { items: unknown[]; nextCursor: string | null }>(
  ask: (cursor: string | null) => Promise<Answer>,
): Promise<Answer> {
  const first = await ask(null);
  const items = [...first.items];
  for (let cursor = first.nextCursor; cursor !== null;) {
    const page = await ask(cursor);
    expect({ ...page, items: [], nextCursor: null }).toEqual({ ...first, items: [], nextCursor: null });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return { ...first, items };
}

const sumOf = (items: { times?: number }[]): number =>
  items.reduce((sum, { times }) => sum + (times ?? NaN), 0);

describe('every number opens just what it counts', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
  });
  afterAll(() => bench.close());

  const listOf = (scope: FigureScope, figure: Figure, part: FigurePart | 'all', reason?: LeftOut) =>
    readAll((after) =>
      bench.module
        .get(DrillDownService)
        .tickets(scope, figure, { after, limit: 6, part, ...(reason === undefined ? {} : { reason }) }),
    );

  const visitsOf = (scope: FigureScope, step: string | null, wish: { part?: StepPart; ways?: StepFlow[] }) =>
    readAll((cursor) => {
      const [ticket = '0', no = '0'] = cursor?.split('.') ?? [];
      const page = { after: [ticket, Number(no)] satisfies [string, number], limit: 3 };
      return bench.module.get(DrillDownService).stepVisits(scope, step, { ...page, ...wish });
    });

  it('of the overview, and says how often where it counts what happened', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, scopes, async (world, scope) => {
        await writeWorld(bench.database.pool, world);
        const figures = await bench.module.get(OverviewService).overview(scope);
        for (const [figure, part, read, counts] of OVERVIEW) {
          const { items, total, sum } = await listOf(scope, figure, part);
          expect([figure, part, items.length]).toEqual([figure, part, total]);
          if (counts === undefined) expect([figure, part, total]).toEqual([figure, part, read(figures)]);
          else expect([figure, part, sum ?? 0]).toEqual([figure, part, read(figures)]);
          if (sum !== null) expect(sumOf(items)).toBe(sum);
        }
      }),
      RUNS,
    );
  });

  it('of the overview also where it says what it left out, and why', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, scopes, async (world, scope) => {
        await writeWorld(bench.database.pool, world);
        const figures = await bench.module.get(OverviewService).overview(scope);
        for (const [figure, read] of EXCLUDED) {
          const excluded = read(figures);
          expect(LEFT_OUT).toEqual(expect.arrayContaining(Object.keys(excluded)));
          for (const [reason, count] of Object.entries(excluded)) {
            const { items, total } = await listOf(scope, figure, 'left-out', reason as LeftOut);
            expect([figure, reason, items.length, total]).toEqual([figure, reason, count, count]);
          }
          const { total } = await listOf(scope, figure, 'left-out');
          expect(total).toBe(Object.values(excluded).reduce((sum, count) => sum + count, 0));
          expect((await listOf(scope, figure, 'all')).total).toBe(figures.tickets.created);
        }
      }),
      { ...RUNS, numRuns: 6 },
    );
  });

  it('of the backlog: open at both ends, and what came and went on each day', async () => {
    const service = bench.module.get(BacklogService);
    const backlog = (scope: FigureScope, what: BacklogList) =>
      readAll((cursor) => {
        const [ticket = '0', change = '0'] = cursor?.split('.') ?? [];
        return service.tickets(scope, what, { after: [ticket, Number(change)], limit: 3 }, 'en');
      });
    await fc.assert(
      fc.asyncProperty(worlds, scopes, async (world, scope) => {
        await writeWorld(bench.database.pool, world);
        const { backlog: open } = await bench.module.get(OverviewService).overview(scope);
        expect((await backlog(scope, 'open')).total).toBe(open.atEnd);
        // As the page asks: the day before, which ends where the range begins.
        const eve = { ...scope, from: scope.from - DAY, to: scope.from };
        expect((await backlog(eve, 'open')).total).toBe(open.atStart);
        const { points } = await service.series(scope, TZ, 'day');
        for (const point of points.slice(-4)) {
          const day = { ...scope, from: Date.parse(point.at), to: Date.parse(point.to) };
          for (const what of ['created', 'reopened', 'resolved', 'cancelled', 'merged', 'open'] as const) {
            const { items, total } = await backlog(day, what);
            expect([point.at, what, items.length, total]).toEqual([point.at, what, total, point[what]]);
          }
        }
      }),
      { ...RUNS, numRuns: 6 },
    );
  });

  it('of the steps and the bottlenecks', async () => {
    const waits = bench.module.get(BottlenecksService);
    const ofStep = ({ sop, version, step }: Pick<StepRow, 'sop' | 'version' | 'step'>, part?: StepPart) =>
      visitsOf({ ...everything, sop, version }, step, part === undefined ? {} : { part });
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        await writeWorld(bench.database.pool, world);
        const { steps } = await bench.module.get(StepsService).steps({ ...everything, sop: 'small' }, 'en');
        for (const row of steps) {
          for (const [part, of, read] of STEPS) {
            const list = await ofStep(row, part);
            expect(list.items).toHaveLength(list.total);
            expect([row.step, part, list[of]]).toEqual([row.step, part, read(row)]);
          }
          const { items } = await ofStep(row);
          expect(items.filter(({ nth }) => nth > 1)).toHaveLength(row.rework.count);
          const critical = await ofStep(row, 'critical');
          expect(critical.items.every((item) => item.critical && item.exitedAt !== null)).toBe(true);
        }
        for (const row of await waits.bottlenecks(everything, TZ, 'en')) {
          const scope = { ...everything, sop: row.sop, version: row.version };
          const list = await waits.visits(scope, row.step, { after: null, limit: 500 }, 'en');
          expect([list.items.length, list.total, list.tickets]).toEqual([
            row.visits,
            row.visits,
            row.tickets,
          ]);
          expect((await ofStep(row, 'open')).total).toBe(row.openVisits);
          for (const { weekday, visits } of row.weekdays) {
            const wish = { after: null, limit: 500, weekday, tz: TZ };
            const ofDay = await waits.visits(scope, row.step, wish, 'en');
            expect([ofDay.total, ofDay.items.length]).toEqual([visits, visits]);
          }
        }
      }),
      { ...RUNS, numRuns: 6 },
    );
  });

  it('of the ways between steps, also of several together, in which no visit is listed twice', async () => {
    const walked = walks.map(({ world }) => world);
    await fc.assert(
      fc.asyncProperty(fc.oneof(walked, walked, worlds), scopes, async (world, wish) => {
        await writeWorld(bench.database.pool, world);
        const asked = { ...wish, sop: 'small' };
        const { flows, steps } = await bench.module.get(StepsService).steps(asked, 'en');
        for (const flow of flows) {
          const { from, event, to, count, version } = flow;
          const { items, total } = await visitsOf({ ...asked, version }, null, { ways: [flow] });
          expect([from, event, to, items.length, total]).toEqual([from, event, to, count, count]);
          expect(items.every(({ step }) => step === (from ?? to))).toBe(true);
          expect(items.every(({ leftBy }) => from === null || leftBy === event)).toBe(true);
        }
        for (const { step, version, dwell } of steps) {
          const scope = { ...asked, version };
          const ways = flows.filter((flow) => flow.version === version);
          const left = ways.filter((flow) => flow.from === step);
          expect((await visitsOf(scope, null, { ways: left })).total).toBe(dwell.n);
          const elsewhere = ways.filter(({ from, to }) => (from ?? to) !== step);
          expect(await visitsOf(scope, step, { ways: elsewhere })).toMatchObject({ items: [], total: 0 });
        }
      }),
      RUNS,
    );
  });

  it('of people', async () => {
    const service = bench.module.get(AgentsService);
    const scope = { ...everything, from: NOW - 15 * DAY, to: NOW - 2 * DAY };
    await fc.assert(
      fc.asyncProperty(desks, async (desk) => {
        await writeDesk(bench.database.pool, desk);
        for (const row of await service.agents(scope, TZ)) {
          for (const [part, of, read] of PEOPLE) {
            const list = await readAll((cursor) =>
              service.tickets(scope, row.id, { after: cursor ?? '0', limit: 2, tz: TZ, part }, 'en'),
            );
            expect(list.items).toHaveLength(list.total);
            expect([part, list[of] ?? 0]).toEqual([part, read(row)]);
            if (list.sum !== null) expect(sumOf(list.items)).toBe(list.sum);
          }
        }
      }),
      { ...RUNS, numRuns: 6 },
    );
  });

  it('and says so where a figure has no such part', async () => {
    const ask = (figure: Figure, part: FigurePart) => listOf(everything, figure, part);
    await expect(ask('resolution-first', 'met')).rejects.toThrow(PartUnknown);
    await expect(ask('reopen', 'transfers')).rejects.toThrow('reopen has no part "transfers"');
    await writeWorld(bench.database.pool, []);
    const known = new Set(OVERVIEW.map(([figure, part]) => `${figure} ${part}`));
    for (const figure of FIGURES)
      for (const part of FIGURE_PARTS)
        if (known.has(`${figure} ${part}`))
          expect(await ask(figure, part)).toEqual({ items: [], nextCursor: null, total: 0, sum: null });
  });
});
