import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import type { FigureScope } from '../../../src/metrics/shared/cohort-sql.js';
import { OverviewService } from '../../../src/metrics/overview/overview.service.js';
import type { FiguresBench } from './figures-bench.js';
import { openFigures } from './figures-bench.js';
import { expectRate } from './expectations.js';
import { Oracle } from './oracle.js';
import { inScope, scopes } from './scopes.js';
import { writeWorld } from './world-rows.js';
import { NOW, worlds } from './world.js';

const RUNS = { numRuns: 30, endOnFailure: true };

describe('what was promised', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
  });
  afterAll(() => bench.close());

  const overviewOf = (scope: FigureScope) => bench.module.get(OverviewService).overview(scope);

  it('counts targets that were kept, of tickets and of their steps', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, scopes, async (world, scope) => {
        await writeWorld(bench.database.pool, world);
        const { sla } = await overviewOf(scope);
        const oracle = new Oracle(world, NOW);
        const cases = inScope(world, scope);
        const resolve = cases.map((t) => oracle.resolveTarget(t));
        expectRate(
          sla.resolution,
          resolve.map(({ state, met }) => state === 'counted' && met),
          resolve.map(({ state }) => state),
        );
        const targets = cases
          .filter((t) => !['cancelled', 'merged'].includes(oracle.status(t)))
          .map((t) => oracle.stepTargets(t, scope.teams));
        const all = targets.flat();
        const count = (what: string) => all.filter((one) => one === what).length;
        expect(sla.steps).toMatchObject({
          count: count('met'),
          n: count('met') + count('missed'),
          pending: count('pending'),
          tickets: targets.filter((one) => one.includes('met') || one.includes('missed')).length,
        });
        expect(sla.steps.excludedTickets['untargeted']).toBe(
          targets.filter((one) => one.length === 0).length,
        );
      }),
      RUNS,
    );
  });

  it('counts a ticket that was reopened once, within the window of its SOP', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, scopes, async (world, scope) => {
        await writeWorld(bench.database.pool, world);
        const { reopen, tickets, escalation } = await overviewOf(scope);
        const oracle = new Oracle(world, NOW);
        const cases = inScope(world, scope);
        const counted = cases.filter((t) => oracle.reopenState(t) === 'counted');
        expectRate(
          reopen,
          counted.map((t) => oracle.reopened(t)),
          cases.map((t) => oracle.reopenState(t)),
        );
        const all = counted.flatMap((t) => t.events.filter(({ type }) => type === 'reopened'));
        expect(reopen.reopenings).toBe(all.length);
        expect(tickets.handled).toBe(escalation.n);
      }),
      RUNS,
    );
  });
});
