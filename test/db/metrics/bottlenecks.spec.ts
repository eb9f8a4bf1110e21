import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import type { Cause } from '../../../src/metrics/bottlenecks/bottlenecks-sql.js';
import type { BottleneckRow, BottleneckVisit } from '../../../src/metrics/bottlenecks/bottlenecks.dto.js';
import { BottlenecksService } from '../../../src/metrics/bottlenecks/bottlenecks.service.js';
import type { FigureScope } from '../../../src/metrics/shared/cohort-sql.js';
import { StepsService } from '../../../src/metrics/steps/steps.service.js';
import type { FiguresBench } from './figures-bench.js';
import { openFigures } from './figures-bench.js';
import { Oracle } from './oracle.js';
import { writeWorld } from './world-rows.js';
import type { WorldTicket, WorldVisit } from './world.js';
import { NOW, worlds } from './world.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const TZ = 'Asia/Shanghai';
const RUNS = { numRuns: 30, endOnFailure: true };
const everything: FigureScope = {
  from: NOW - 30 * DAY,
  to: NOW + 1,
  asOf: NOW,
  teams: null,
  channel: null,
  sop: null,
  version: null,
};
const scopes: fc.Arbitrary<FigureScope> = fc.record({
  ...Object.fromEntries(Object.entries(everything).map(([key, value]) => [key, fc.constant(value)])),
  from: fc.constantFrom(26, 26, 12).map((days) => NOW - days * DAY),
  teams: fc.constantFrom<string[] | null>(null, null, ['lab']),
  sop: fc.constantFrom(null, 'small'),
}) as fc.Arbitrary<FigureScope>;

interface Stay {
  t: WorldTicket;
  v: WorldVisit;
}

const takenAt = (v: WorldVisit): number => v.enteredAt + v.parts.queue + v.parts.offShift;
const sum = (values: number[]): number => values.reduce((total, one) => total + one, 0);
const idleOf = ({ parts }: WorldVisit): number =>
  parts.queue + parts.customer + parts.external + parts.offShift + parts.join;

/** Each visit held against every other one: what it waited for while somebody was on shift. */
function queueCause(v: WorldVisit, world: WorldTicket[], scope: FigureScope): Cause {
  const others = world
    .flatMap((t) => t.visits)
    .filter(
      (o) => o.kind === 'human' && o.parts.touch > 0 && o.team === v.team && (o.exitedAt ?? -1) >= scope.from,
    );
  if (others.some((o) => o.enteredAt > v.enteredAt && takenAt(o) < takenAt(v))) return 'lower-priority';
  const busy = others.some(
    (o) => (o.exitedAt ?? 0) - o.parts.touch < takenAt(v) && (o.exitedAt ?? 0) > v.enteredAt,
  );
  return busy ? 'nobody-free' : 'batching';
}

function causesOf(v: WorldVisit, world: WorldTicket[], scope: FigureScope): Partial<Record<Cause, number>> {
  const { customer, external, join, offShift, queue } = v.parts;
  return {
    customer,
    external,
    join,
    'nobody-on-shift': offShift,
    [queueCause(v, world, scope)]: queue,
  };
}

function onPath(world: WorldTicket[], scope: FigureScope): Stay[] {
  const oracle = new Oracle(world, NOW);
  return world
    .filter((t) => scope.sop === null || t.sop === scope.sop)
    .flatMap((t) => t.visits.map((v) => ({ t, v })))
    .filter(
      ({ t, v }) =>
        v.exitedAt !== null &&
        v.enteredAt >= scope.from &&
        v.enteredAt < scope.to &&
        (scope.teams?.includes(v.team) ?? true) &&
        oracle.critical(t, v),
    );
}

describe('the bottlenecks', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
  });
  afterAll(() => bench.close());

  const ask = (scope: FigureScope): Promise<BottleneckRow[]> =>
    bench.module.get(BottlenecksService).bottlenecks(scope, TZ, 'en');

  it('agree with a fold that holds every visit against every other one', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, scopes, async (world, scope) => {
        await writeWorld(bench.database.pool, world);
        const rows = await ask(scope);
        const stays = onPath(world, scope);
        const keyOf = ({ t, v }: Stay) => `${t.sop} ${t.version} ${v.step}`;
        const idle = stays.filter(
          (s) => sum(stays.filter((o) => keyOf(o) === keyOf(s)).map((o) => idleOf(o.v))) > 0,
        );
        expect(new Set(rows.map((r) => `${r.sop} ${r.version} ${r.step}`))).toEqual(new Set(idle.map(keyOf)));
        for (const row of rows) {
          const own = stays.filter((s) => keyOf(s) === `${row.sop} ${row.version} ${row.step}`);
          const ofVersion = stays.filter(({ t }) => t.sop === row.sop && t.version === row.version);
          const waited = sum(own.map(({ v }) => idleOf(v)));
          expect(row.visits).toBe(own.length);
          expect(Math.round(row.idleSeconds * 1000)).toBe(waited);
          expect(row.score).toBeCloseTo(waited / sum(ofVersion.map(({ v }) => idleOf(v))), 12);
          const expected = new Map<string, number>();
          for (const { v } of own)
            for (const [cause, ms] of Object.entries(causesOf(v, world, scope)))
              if (ms > 0) expected.set(cause, (expected.get(cause) ?? 0) + ms);
          expect(
            new Map(row.causes.map(({ cause, seconds }) => [cause as string, Math.round(seconds * 1000)])),
          ).toEqual(expected);
          expect(row.cause).toBe(row.causes[0]?.cause);
          for (const { weekday, visits, idleSeconds } of row.weekdays) {
            // Shanghai has had UTC+8 all year round since 1991; 1970 began on a Thursday.
            const local = own.filter(
              ({ v }) => ((Math.floor((v.enteredAt + 8 * HOUR) / DAY) + 3) % 7) + 1 === weekday,
            );
            expect([visits, Math.round(idleSeconds * 1000)]).toEqual([
              local.length,
              sum(local.map(({ v }) => idleOf(v))),
            ]);
          }
        }
        expect(rows.map((r) => r.idleSeconds)).toEqual(rows.map((r) => r.idleSeconds).sort((a, b) => b - a));
      }),
      RUNS,
    );
  });

  it('have the scores that the steps have', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        await writeWorld(bench.database.pool, world);
        const rows = await ask({ ...everything, sop: 'small' });
        const { steps } = await bench.module.get(StepsService).steps({ ...everything, sop: 'small' }, 'en');
        for (const { version, step, score } of rows) {
          const same = steps.find((s) => s.version === version && s.step === step)?.bottleneck;
          expect(score).toBeCloseTo(same ?? NaN, 12);
        }
        compared += rows.length;
      }),
      { ...RUNS, numRuns: 6 },
    );
    expect(compared).toBeGreaterThan(0);
  });

  it('can be folded up again from the visits behind them, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        await writeWorld(bench.database.pool, world);
        const service = bench.module.get(BottlenecksService);
        for (const row of await ask(everything)) {
          const items: BottleneckVisit[] = [];
          let after: [number, string, number] | null = null;
          do {
            const scope = { ...everything, sop: row.sop, version: row.version };
            const page = await service.visits(scope, row.step, { after, limit: 2 }, 'en');
            items.push(...page.items);
            const [ms = '', ticket = '', no = ''] = page.nextCursor?.split('.') ?? [];
            after = page.nextCursor === null ? null : [Number(ms), ticket, Number(no)];
          } while (after !== null);
          const idle = items.map(({ idleSeconds }) => idleSeconds);
          expect(idle).toEqual([...idle].sort((a, b) => b - a));
          expect(Math.round(sum(idle) * 1000)).toBe(Math.round(row.idleSeconds * 1000));
          for (const { cause, seconds } of row.causes) {
            const listed = items.flatMap((item) => item.causes).filter((c) => c.cause === cause);
            expect(Math.round(sum(listed.map((c) => c.seconds)) * 1000)).toBe(Math.round(seconds * 1000));
          }
        }
      }),
      { ...RUNS, numRuns: 6 },
    );
  });
});
