import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import { AgentsService } from '../../../src/metrics/people/agents.service.js';
import { BottlenecksService } from '../../../src/metrics/bottlenecks/bottlenecks.service.js';
import { compareCounts } from '../../../src/metrics/shared/comparison.js';
import type { FiguresBench } from './figures-bench.js';
import { openFigures } from './figures-bench.js';
import { everything } from './scopes.js';
import { desks } from './shifts.js';
import { NOW } from './world.js';
import { writeDesk } from './write-desk.js';

const DAY = 86_400_000;
const TZ = 'Asia/Shanghai';
const RUNS = { numRuns: 8, endOnFailure: true };

describe('the period before', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
  });
  afterAll(() => bench.close());

  const scope = { ...everything, from: NOW - 8 * DAY };
  const before = { from: NOW - 16 * DAY, to: NOW - 8 * DAY };

  it('stands beside people and bottlenecks as it would stand alone', async () => {
    const people = bench.module.get(AgentsService);
    const waits = bench.module.get(BottlenecksService);
    await fc.assert(
      fc.asyncProperty(desks, async (desk) => {
        await writeDesk(bench.database.pool, desk);
        const earlier = await people.agents({ ...scope, ...before }, TZ);
        for (const { previous, comparisons, ...row } of await people.agents(scope, TZ, before)) {
          const {
            previous: none,
            comparisons: uncompared,
            ...alone
          } = earlier.find(({ id }) => id === row.id) ?? { previous: null, comparisons: null };
          expect([none, uncompared]).toEqual([null, null]);
          const { handled } = 'id' in alone ? alone : { handled: 0 };
          expect(comparisons?.handled).toEqual(compareCounts(row.handled, handled));
          expect(previous).toEqual('id' in alone ? alone : null);
        }
        const waited = await waits.bottlenecks({ ...scope, ...before }, TZ, 'en');
        for (const row of await waits.bottlenecks(scope, TZ, 'en', before)) {
          const { sop, version, step } = row;
          const alone = waited.find((one) => one.sop === sop && one.version === version && one.step === step);
          const { visits, score, idleSeconds, meanIdleSeconds } = alone ?? {};
          expect(row.previous).toEqual(
            alone === undefined ? null : { visits, score, idleSeconds, meanIdleSeconds },
          );
        }
      }),
      RUNS,
    );
  });
});
