import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import type { FigureScope } from '../../../src/metrics/shared/cohort-sql.js';
import { DrillDownService } from '../../../src/metrics/cases/drill-down.service.js';
import type { StepRow } from '../../../src/metrics/steps/steps-answer.dto.js';
import { StepsService } from '../../../src/metrics/steps/steps.service.js';
import type { FiguresBench } from './figures-bench.js';
import { openFigures } from './figures-bench.js';
import { expectDuration } from './expectations.js';
import { Oracle } from './oracle.js';
import { writeWorld } from './world-rows.js';
import type { WorldTicket, WorldVisit } from './world.js';
import { NOW, worlds } from './world.js';

const DAY = 86_400_000;
const RUNS = { numRuns: 30, endOnFailure: true };
const PARTS = ['queue', 'touch', 'customer', 'external', 'offShift', 'join'] as const;
const scopes: fc.Arbitrary<FigureScope> = fc.record({
  from: fc.constantFrom(26, 26, 26, 12, 3).map((days) => NOW - days * DAY),
  to: fc.constant(NOW + 1),
  asOf: fc.constant(NOW),
  teams: fc.constantFrom<string[] | null>(null, null, [], ['lab'], ['desk', 'lab']),
  channel: fc.constantFrom(null, 'mail'),
  sop: fc.constantFrom('small', 'quick'),
  version: fc.constantFrom(null, 1, 2),
});

interface Stay {
  t: WorldTicket;
  v: WorldVisit;
}

function staysIn(world: WorldTicket[], scope: FigureScope): Stay[] {
  return world
    .filter(
      (t) =>
        t.sop === scope.sop &&
        (scope.version === null || t.version === scope.version) &&
        (scope.channel === null || t.channel === scope.channel),
    )
    .flatMap((t) => t.visits.map((v) => ({ t, v })))
    .filter(
      ({ v }) =>
        v.enteredAt >= scope.from && v.enteredAt < scope.to && (scope.teams?.includes(v.team) ?? true),
    );
}

const dwellOf = (v: WorldVisit) => PARTS.reduce((sum, part) => sum + v.parts[part], 0);
const total = (values: number[]) => values.reduce((sum, one) => sum + one, 0);

/** The how manieth stay of its ticket in its step it is, over the ticket's whole life. */
const numberOf = ({ t, v }: Stay): number =>
  t.visits.filter(
    (one) =>
      one.step === v.step &&
      (one.enteredAt < v.enteredAt || (one.enteredAt === v.enteredAt && one.no <= v.no)),
  ).length;

function expectRow(row: StepRow, stays: Stay[], oracle: Oracle): void {
  const visits = stays.map(({ v }) => v);
  const finished = visits.filter((v) => v.exitedAt !== null);
  const roots = new Set(stays.map(({ t }) => oracle.root(t)));
  expect(row).toMatchObject({
    visits: visits.length,
    tickets: roots.size,
    openVisits: visits.length - finished.length,
    rework: { n: visits.length, count: stays.filter((stay) => numberOf(stay) > 1).length },
    failed: { n: finished.length, count: finished.filter((v) => v.failed).length },
    escalation: {
      n: roots.size,
      count: new Set(stays.filter(({ v }) => v.escalated).map(({ t }) => oracle.root(t))).size,
    },
  });
  expectDuration(row.dwell, finished.map(dwellOf));
  for (const part of PARTS)
    expectDuration(
      row.parts[part],
      finished.map((v) => v.parts[part]),
    );
  expect(Math.round(total(PARTS.map((part) => row.parts[part].sumSeconds)) * 1000)).toBe(
    Math.round(row.dwell.sumSeconds * 1000),
  );

  const events = new Map<string, number>();
  for (const v of finished) events.set(v.leftBy, (events.get(v.leftBy) ?? 0) + 1);
  expect(Object.fromEntries(row.leaving.map(({ event, visits: n }) => [event, n]))).toEqual(
    Object.fromEntries(events),
  );
  if (finished.length > 0) expect(total(row.leaving.map(({ share }) => share))).toBeCloseTo(1, 12);

  const targets = visits.filter((v) => v.slaDueAt !== null);
  const breached = targets.filter((v) => v.slaBreached || (v.exitedAt ?? NOW) > (v.slaDueAt ?? 0));
  const met = targets.filter((v) => !breached.includes(v) && v.exitedAt !== null);
  expect(row.sla).toMatchObject({
    count: met.length,
    n: met.length + breached.length,
    pending: targets.length - met.length - breached.length,
  });

  const counted = [...roots].filter((t) => oracle.fcrState(t) === 'counted');
  expect(row.fcr).toMatchObject({
    n: counted.length,
    count: counted.filter((t) => oracle.firstContact(t)).length,
  });
}

describe('the figures of the steps', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
  });
  afterAll(() => bench.close());

  it('agree with a fold over the stories, to the millisecond', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, scopes, async (world, scope) => {
        await writeWorld(bench.database.pool, world);
        const { steps: rows } = await bench.module.get(StepsService).steps(scope, 'en');
        const oracle = new Oracle(world, NOW);
        const stays = staysIn(world, scope);
        const keys = new Set(stays.map(({ t, v }) => `${t.version} ${v.step}`));
        expect(new Set(rows.map((row) => `${row.version} ${row.step}`))).toEqual(keys);
        expect(rows).toHaveLength(keys.size);
        for (const row of rows) {
          expectRow(
            row,
            stays.filter(({ t, v }) => t.version === row.version && v.step === row.step),
            oracle,
          );
        }
      }),
      RUNS,
    );
  });

  it('share the critical path out, so that shares and bottleneck scores add up to 1 in each version', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, scopes, async (world, scope) => {
        await writeWorld(bench.database.pool, world);
        const { steps: rows } = await bench.module.get(StepsService).steps(scope, 'en');
        const oracle = new Oracle(world, NOW);
        const onPath = staysIn(world, scope).filter(
          ({ t, v }) => v.exitedAt !== null && oracle.critical(t, v),
        );
        for (const version of new Set(rows.map((row) => row.version))) {
          const path = onPath.filter(({ t }) => t.version === version).map(({ v }) => v);
          const idleOf = (v: WorldVisit) => dwellOf(v) - v.parts.touch;
          const all = total(path.map(dwellOf));
          const idle = total(path.map(idleOf));
          const own = rows.filter((row) => row.version === version);
          for (const row of own) {
            const here = path.filter((v) => v.step === row.step);
            if (all === 0) expect(row.shareOfTotal).toBeNull();
            else expect(row.shareOfTotal).toBeCloseTo(total(here.map(dwellOf)) / all, 12);
            if (idle === 0) expect(row.bottleneck).toBeNull();
            else expect(row.bottleneck).toBeCloseTo(total(here.map(idleOf)) / idle, 12);
          }
          if (all > 0) expect(total(own.map((row) => row.shareOfTotal ?? NaN))).toBeCloseTo(1, 12);
          if (idle > 0) expect(total(own.map((row) => row.bottleneck ?? NaN))).toBeCloseTo(1, 12);
        }
      }),
      RUNS,
    );
  });

  it('can be folded up again from the visits behind a step, page by page', async () => {
    const drillDown = bench.module.get(DrillDownService);
    await fc.assert(
      fc.asyncProperty(worlds, scopes, async (world, scope) => {
        await writeWorld(bench.database.pool, world);
        const { steps: rows } = await bench.module.get(StepsService).steps(scope, 'en');
        const oracle = new Oracle(world, NOW);
        for (const step of new Set(rows.map((row) => row.step))) {
          const items = [];
          let after: [string, number] = ['0', 0];
          for (;;) {
            const page = await drillDown.stepVisits(scope, step, { after, limit: 3 });
            items.push(...page.items);
            if (page.nextCursor === null) break;
            const [ticket = '', visit = ''] = page.nextCursor.split('.');
            after = [ticket, Number(visit)];
          }
          const stays = staysIn(world, scope).filter(({ v }) => v.step === step);
          expect(items.map((item) => `${item.ticketId}.${item.no}`).sort()).toEqual(
            stays.map(({ t, v }) => `${t.id}.${v.no}`).sort(),
          );
          for (const item of items) {
            const stay = stays.find(({ t, v }) => String(t.id) === item.ticketId && v.no === item.no);
            if (stay === undefined) throw new Error('a visit that nobody made');
            expect(item.nth).toBe(numberOf(stay));
            expect(item.critical).toBe(oracle.critical(stay.t, stay.v));
            expect(item.root).toBe(String(oracle.root(stay.t).id));
            const dwell = stay.v.exitedAt === null ? null : dwellOf(stay.v) / 1000;
            expect(item.dwellSeconds).toBe(dwell);
          }
        }
      }),
      { ...RUNS, numRuns: 8 },
    );
  });

  it('count rework over the life of a ticket, not over the range, and none by a merge alone', async () => {
    const hour = 3_600_000;
    const stay = (no: number, at: number): WorldVisit => ({
      ...{ no, step: 'triage', kind: 'human', leftBy: 'APPROVE', team: 'desk', regions: [] },
      ...{ enteredAt: NOW - at * hour, exitedAt: NOW - (at - 1) * hour },
      parts: { queue: hour, touch: 0, customer: 0, external: 0, offShift: 0, join: 0 },
      ...{ slaDueAt: null, slaBreached: false, escalated: false, failed: false, policy: false },
    });
    const ticket = (id: number, visits: WorldVisit[], events: WorldTicket['events'] = []): WorldTicket => ({
      ...{
        id,
        sop: 'small',
        version: 1,
        team: 'desk',
        channel: 'chat',
        issue: '',
        createdAt: NOW - 100 * hour,
      },
      ...{ firstResponseDueAt: NOW, events, visits },
    });
    // Three stays of one ticket, the last of them in the range; one each of two that were made one.
    await writeWorld(bench.database.pool, [
      ticket(1, [stay(1, 90), stay(2, 60), stay(3, 10)]),
      ticket(2, [stay(1, 9)]),
      ticket(3, [stay(1, 8)], [{ at: NOW - 7 * hour, type: 'merged', into: 2 }]),
    ]);
    const scope = { to: NOW + 1, asOf: NOW, teams: null, channel: null, sop: 'small', version: null };
    const rowOf = async (hours: number) => {
      const { steps } = await bench.module
        .get(StepsService)
        .steps({ ...scope, from: NOW - hours * hour }, 'en');
      return steps[0]?.rework;
    };
    expect(await rowOf(20)).toMatchObject({ count: 1, n: 3 });
    expect(await rowOf(100)).toMatchObject({ count: 2, n: 5, value: 0.4 });
  });

  it('carry the title of the step in both languages', async () => {
    const [world] = fc.sample(
      worlds.filter((w) => w.some((t) => t.visits.some((v) => v.step === 'triage'))),
      1,
    );
    await writeWorld(bench.database.pool, world ?? []);
    const scope = { from: 0, to: NOW + 1, asOf: NOW, teams: null, channel: null, version: null };
    const [small, quick] = await Promise.all(
      ['small', 'quick'].map((sop) => bench.module.get(StepsService).steps({ ...scope, sop }, 'zh-CN')),
    );
    const triage = [...(small?.steps ?? []), ...(quick?.steps ?? [])].find((row) => row.step === 'triage');
    expect(triage).toMatchObject({ title: '初审', titles: { en: 'Triage', 'zh-CN': '初审' } });
  });
});
