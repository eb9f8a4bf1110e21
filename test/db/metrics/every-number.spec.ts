import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import type { AgentFigures, AgentPart } from '../../../src/metrics/people/agents.dto.js';
import { AgentsService } from '../../../src/metrics/people/agents.service.js';
import type { BacklogList } from '../../../src/metrics/backlog/backlog.dto.js';
import { BacklogService } from '../../../src/metrics/backlog/backlog.service.js';
import { BottlenecksService } from '../../../src/metrics/bottlenecks/bottlenecks.service.js';
import type { FigureScope } from '../../../src/metrics/shared/cohort-sql.js';
import type { Figure, FigurePart, LeftOut, StepPart } from '../../../src/metrics/cases/drill-down.dto.js';
import { FIGURE_PARTS, FIGURES, LEFT_OUT } from '../../../src/metrics/cases/drill-down.dto.js';
import { DrillDownService } from '../../../src/metrics/cases/drill-down.service.js';
import { PartUnknown } from '../../../src/metrics/shared/metrics-problems.js';
import { OverviewService } from '../../../src/metrics/overview/overview.service.js';
import type { StepFlow, StepRow } from '../../../src/metrics/steps/steps-answer.dto.js';
import { StepsService } from '../../../src/metrics/steps/steps.service.js';
import { listBehind, LISTS, numbersIn } from './overview-numbers.js';
import { readAll, sumOf } from './read-all.js';
import type { FiguresBench } from './figures-bench.js';
import { openFigures } from './figures-bench.js';
import { everything, scopes } from './scopes.js';
import { desks } from './shifts.js';
import { walks } from './walks.js';
import { writeWorld } from './world-rows.js';
import type { WorldTicket } from './world.js';
import { AGENTS, entersStepsOnce, NOW, worlds } from './world.js';
import { writeDesk } from './write-desk.js';

const DAY = 86_400_000;
const TZ = 'Asia/Shanghai';
const RUNS = { numRuns: 10, endOnFailure: true };

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

const persons = fc.constantFrom(null, null, AGENTS[0] ?? null);
const asked: fc.Arbitrary<FigureScope> = fc
  .tuple(scopes, persons)
  .map(([scope, agent]) => ({ ...scope, agent }));

describe('every number opens just what it counts', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
  });
  afterAll(() => bench.close());

  /** With somebody in each stay that ended. */
  const put = async (world: WorldTicket[]): Promise<void> => {
    await writeWorld(bench.database.pool, world);
    await bench.database.pool.query(
      'update visits set agents = array[($1::uuid[])[1 + (ticket_id + no) % cardinality($1::uuid[])]]',
      [AGENTS],
    );
  };

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

  it('of the overview, whatever it counts: tickets, what happened to them, or what was left out', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, asked, async (world, scope) => {
        await put(world);
        const figures = await bench.module.get(OverviewService).overview(scope);
        for (const [path, number] of numbersIn(figures)) {
          const list = listBehind(path);
          if (list === null) continue;
          const { figure, part, reason, isSum } = list;
          const { items, total, sum } = await listOf(scope, figure, part, reason);
          expect([path, items.length]).toEqual([path, total]);
          expect([path, isSum ? (sum ?? 0) : total]).toEqual([path, number]);
          if (sum !== null) expect(sumOf(items)).toBe(sum);
        }
        for (const figure of FIGURES)
          expect((await listOf(scope, figure, 'all')).total).toBe(figures.tickets.created);
      }),
      { ...RUNS, numRuns: 6 },
    );
  });

  it('of the overview also where the rest of a rate is asked for, and all that was left out', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, asked, async (world, scope) => {
        await put(world);
        const { fcr, tickets } = await bench.module.get(OverviewService).overview(scope);
        const { n, count, excluded } = fcr.gross;
        expect((await listOf(scope, 'fcr-gross', 'unmet')).total).toBe(n - count);
        expect((await listOf(scope, 'fcr-gross', 'left-out')).total).toBe(tickets.created - n);
        expect(LEFT_OUT).toEqual(expect.arrayContaining(Object.keys(excluded)));
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
      fc.asyncProperty(worlds, asked, async (world, scope) => {
        await put(world);
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
    let all = everything;
    const ofStep = ({ sop, version, step }: Pick<StepRow, 'sop' | 'version' | 'step'>, part?: StepPart) =>
      visitsOf({ ...all, sop, version }, step, part === undefined ? {} : { part });
    await fc.assert(
      fc.asyncProperty(worlds, persons, async (world, agent) => {
        all = { ...everything, agent };
        await put(world);
        const { steps } = await bench.module.get(StepsService).steps({ ...all, sop: 'small' }, 'en');
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
        for (const row of await waits.bottlenecks(all, TZ, 'en')) {
          const scope = { ...all, sop: row.sop, version: row.version };
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
      fc.asyncProperty(
        fc.oneof(walked, walked, worlds.filter(entersStepsOnce)),
        asked,
        async (world, wish) => {
          await put(world);
          const of = { ...wish, sop: 'small' };
          const { flows, steps } = await bench.module.get(StepsService).steps(of, 'en');
          for (const flow of flows) {
            const { from, event, to, count, version } = flow;
            const { items, total } = await visitsOf({ ...of, version }, null, { ways: [flow] });
            expect([from, event, to, items.length, total]).toEqual([from, event, to, count, count]);
            expect(items.every(({ step }) => step === (from ?? to))).toBe(true);
            expect(items.every(({ leftBy }) => from === null || leftBy === event)).toBe(true);
          }
          for (const { step, version, dwell } of steps) {
            const scope = { ...of, version };
            const ways = flows.filter((flow) => flow.version === version);
            const left = ways.filter((flow) => flow.from === step);
            expect((await visitsOf(scope, null, { ways: left })).total).toBe(dwell.n);
            const elsewhere = ways.filter(({ from, to }) => (from ?? to) !== step);
            expect(await visitsOf(scope, step, { ways: elsewhere })).toMatchObject({ items: [], total: 0 });
          }
        },
      ),
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
    const known = new Set(LISTS.map(([figure, part]) => `${figure} ${part}`));
    for (const figure of FIGURES)
      for (const part of FIGURE_PARTS)
        if (known.has(`${figure} ${part}`))
          expect(await ask(figure, part)).toEqual({
            items: [],
            nextCursor: null,
            total: 0,
            hidden: 0,
            sum: null,
          });
  });
});
