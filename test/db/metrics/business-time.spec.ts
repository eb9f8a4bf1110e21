import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import type { Figure } from '../../../src/metrics/cases/drill-down.dto.js';
import { DrillDownService } from '../../../src/metrics/cases/drill-down.service.js';
import { OverviewService } from '../../../src/metrics/overview/overview.service.js';
import { TeamsService } from '../../../src/people/teams/teams.service.js';
import { expectDuration } from './expectations.js';
import type { FiguresBench } from './figures-bench.js';
import { openFigures } from './figures-bench.js';
import { Oracle } from './oracle.js';
import { everything } from './scopes.js';
import { writeWorld } from './world-rows.js';
import type { WorldEvent, WorldTicket } from './world.js';
import { NOW, worlds } from './world.js';

const HOUR = 3_600_000;

/** The ticket with a story that has an end: answered, resolved, and every other one opened and resolved once more. */
function finish(t: WorldTicket, id: number): WorldTicket {
  const step = ((id % 7) + 1) * 13 * HOUR;
  const at = (n: number): number => Math.min(NOW, t.createdAt + Math.round(n * step));
  const events: WorldEvent[] = [
    { at: t.createdAt, type: 'asked', closing: false },
    { at: at(0.5), type: 'answered' },
    { at: at(1), type: 'resolved' },
    ...(id % 2 === 0
      ? ([
          { at: at(1.5), type: 'reopened' },
          { at: at(3), type: 'resolved' },
        ] as const)
      : []),
  ];
  return { ...t, id, issue: '', events };
}
/** Dozens of finished tickets that went through teams whose calendars changed. */
const finished = fc
  .array(worlds, { minLength: 12, maxLength: 12 })
  .map((list) => list.flat().map((t, index) => finish(t, index + 1)));

describe('business time of tickets that went through several teams and calendars', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
  });
  afterAll(() => bench.close());

  const overview = () => bench.module.get(OverviewService).overview(everything);
  const listed = async (figure: Figure) => {
    const page = { after: null, limit: 1_000, part: 'counted' } as const;
    return (await bench.module.get(DrillDownService).tickets(everything, figure, page)).items;
  };
  const msOf = (seconds: number | undefined): number => Math.round((seconds ?? NaN) * 1000);

  it('is measured in each of them, one after the other, and so it is listed', async () => {
    let elsewhere = 0;
    await fc.assert(
      fc.asyncProperty(finished, async (world) => {
        await writeWorld(bench.database.pool, world);
        const { resolutionTime, firstResponse } = await overview();
        const oracle = new Oracle(world, NOW);
        const ms = (to: (t: WorldTicket) => number | null): number[] =>
          world.map((t) => oracle.between(t, t.createdAt, to(t) ?? NaN));
        const first = ms((t) => oracle.first(t, 'resolved'));
        expectDuration(resolutionTime.first.business, first);
        expectDuration(
          resolutionTime.full.business,
          ms((t) => oracle.resolved(t)),
        );
        expectDuration(
          firstResponse.humanBusiness,
          ms((t) => oracle.first(t, 'answered')),
        );
        const net = world.map(
          (t, i) => (first[i] ?? NaN) - oracle.waitedFor(t, oracle.first(t, 'resolved') ?? NaN),
        );
        expectDuration(resolutionTime.first.net, net);
        const items = await listed('resolution-first');
        expect(items.map(({ businessSeconds }) => msOf(businessSeconds))).toEqual(first);
        expect(items.map(({ netSeconds }) => msOf(netSeconds))).toEqual(net);
        const answers = await listed('first-response');
        expect(answers.map(({ businessSeconds }) => msOf(businessSeconds))).toEqual(
          ms((t) => oracle.first(t, 'answered')),
        );
        elsewhere += world.filter(
          (t) => oracle.inCharge(t, oracle.first(t, 'resolved') ?? NaN) !== t.team,
        ).length;
      }),
      { numRuns: 12, endOnFailure: true },
    );
    // The worlds are about something.
    expect(elsewhere).toBeGreaterThan(100);
  });

  it('does not move when a calendar changes now', async () => {
    const [world = []] = fc.sample(
      finished.filter((tickets) => tickets.length > 9),
      1,
    );
    await writeWorld(bench.database.pool, world);
    const before = await overview();
    const teams = bench.module.get(TeamsService, { strict: false });
    await teams.change('desk', { calendar: null });
    await teams.change('lab', {
      calendar: { timeZone: 'Asia/Shanghai', weekly: { sun: [['10:00', '11:00']] } },
    });
    const after = await overview();
    expect(after).toEqual(before);
    expect(before.resolutionTime.full.business.sumSeconds).toBeGreaterThan(0);
  });
});
