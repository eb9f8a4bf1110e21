import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BacklogService } from '../../../src/metrics/backlog/backlog.service.js';
import { DrillDownService } from '../../../src/metrics/cases/drill-down.service.js';
import { OverviewService } from '../../../src/metrics/overview/overview.service.js';
import type { FigureScope } from '../../../src/metrics/shared/cohort-sql.js';
import { StepsService } from '../../../src/metrics/steps/steps.service.js';
import type { FiguresBench } from './figures-bench.js';
import { openFigures } from './figures-bench.js';
import { everything } from './scopes.js';
import { writeWorld } from './world-rows.js';
import type { WorldEvent, WorldTicket, WorldVisit } from './world.js';
import { AGENTS, NOW } from './world.js';

const HOUR = 3_600_000;
const BEGIN = NOW - 100 * HOUR;

const visit = (no: number, team: string, more: Partial<WorldVisit> = {}): WorldVisit => ({
  ...{ no, step: 'triage', kind: 'human', leftBy: 'APPROVE', team, regions: [] },
  ...{ enteredAt: BEGIN + no * HOUR, exitedAt: BEGIN + (no + 1) * HOUR },
  parts: { queue: HOUR, touch: 0, customer: 0, external: 0, offShift: 0, join: 0 },
  ...{ slaDueAt: null, slaBreached: false, escalated: false, failed: false, policy: false },
  ...more,
});
const ticket = (id: number, team: string, visits: WorldVisit[], events: WorldEvent[] = []): WorldTicket => ({
  ...{ id, sop: 'small', version: 1, team, channel: 'chat', issue: '', createdAt: BEGIN },
  ...{ firstResponseDueAt: NOW, events, visits },
});
const held = (at: number): WorldEvent => ({ at: BEGIN + at * HOUR, type: 'held', agent: AGENTS[0] ?? '' });
const escalated = (at: number, from: string): WorldEvent => ({
  ...{ at: BEGIN + at * HOUR, type: 'escalated', by: 'agent', from },
});

/** Where tickets stand now says nothing about who worked in them. */
const WORLD: WorldTicket[] = [
  // The desk's from beginning to end.
  ticket(1, 'desk', [visit(1, 'desk')], [held(1)]),
  // Begun at the desk, escalated there, ended in the lab, where a target was missed.
  ticket(
    2,
    'lab',
    [
      visit(1, 'desk', { slaDueAt: BEGIN + 9 * HOUR }),
      visit(2, 'lab', { slaDueAt: BEGIN, slaBreached: true }),
    ],
    [held(1), escalated(2, 'desk')],
  ),
  // Moved while its only stay went on: the stay is the lab's now, the escalation was raised by the desk.
  ticket(3, 'lab', [visit(1, 'lab', { exitedAt: null })], [held(1), escalated(2, 'desk')]),
  // Stands with the desk, but only the lab has worked in it yet.
  ticket(4, 'desk', [visit(1, 'lab', { exitedAt: null })], [held(1)]),
  // Worked on by the lab until it was merged into the desk's first.
  ticket(5, 'lab', [visit(1, 'lab')], [{ at: BEGIN + 3 * HOUR, type: 'merged', into: 1 }]),
  // Held and then cancelled: it stays handled.
  ticket(6, 'desk', [visit(1, 'desk')], [held(1), { at: BEGIN + 3 * HOUR, type: 'cancelled' }]),
];

describe('a filter by team', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
  });
  afterAll(() => bench.close());
  beforeEach(() => writeWorld(bench.database.pool, WORLD));

  const of = (team: string): FigureScope => ({ ...everything, teams: [team] });
  const overviewOf = (team: string) => bench.module.get(OverviewService).overview(of(team));
  const page = { after: null, limit: 50 };
  const listOf = (scope: FigureScope) =>
    bench.module.get(DrillDownService).tickets(scope, 'tickets', { ...page, part: 'counted' });

  it('means the cases in which it worked, wherever they stand now and whatever they were merged into', async () => {
    const ids = async (team: string) => (await listOf(of(team))).items.map(({ ticketId }) => ticketId);
    expect(await ids('desk')).toEqual(['1', '2', '3', '6']);
    expect(await ids('lab')).toEqual(['1', '2', '3', '4', '5']);
    const open = async (team: string) =>
      (await bench.module.get(BacklogService).tickets(of(team), 'open', { after: ['0', 0], limit: 9 }, 'en'))
        .items;
    expect((await open('desk')).map(({ ticketId }) => ticketId)).toEqual(['1', '2', '3']);
    expect((await open('lab')).map(({ ticketId }) => ticketId)).toEqual(['1', '2', '3', '4']);
  });

  it('counts escalations and targets under the team of the visit that they are charged to', async () => {
    const [desk, lab] = [await overviewOf('desk'), await overviewOf('lab')];
    expect(desk.escalation).toMatchObject({ count: 2, n: 4, escalations: { total: 2, byAgent: 2 } });
    expect(lab.escalation).toMatchObject({ count: 0, n: 4, excluded: { merged: 1, cancelled: 0 } });
    expect(desk.sla.steps).toMatchObject({ count: 1, n: 1, tickets: 1 });
    expect(lab.sla.steps).toMatchObject({ count: 0, n: 1, tickets: 1 });
    const steps = bench.module.get(StepsService);
    const visits = async (team: string) =>
      (await steps.steps({ ...of(team), sop: 'small' }, 'en')).steps.map((row) => [row.visits, row.sla.n]);
    expect([await visits('desk'), await visits('lab')]).toEqual([[[3, 1]], [[4, 1]]]);
  });

  it('keeps what was handled and then cancelled among the handled', async () => {
    const figures = await bench.module.get(OverviewService).overview(everything);
    expect(figures.tickets).toMatchObject({ cancelled: 1, handled: 5 });
    expect(figures.escalation).toMatchObject({ n: 5, excluded: { cancelled: 0, merged: 1, waiting: 0 } });
  });

  it('lists to a lead only what they may see, and says how much it keeps back', async () => {
    const lead = { ...of('desk'), sight: { teams: ['desk'], self: null } };
    const list = await listOf(lead);
    expect(list.items.map(({ ticketId }) => ticketId)).toEqual(['1', '6']);
    expect(list).toMatchObject({ total: 4, hidden: 2 });
    const visits = await bench.module
      .get(DrillDownService)
      .stepVisits({ ...lead, sop: 'small' }, 'triage', { after: ['0', 0], limit: 9 });
    expect(visits.items.map(({ ticketId }) => ticketId)).toEqual(['1', '6']);
    expect(visits).toMatchObject({ total: 3, hidden: 1 });
    const open = { after: ['0', 0] satisfies [string, number], limit: 9 };
    const backlog = await bench.module.get(BacklogService).tickets(lead, 'open', open, 'en');
    expect(backlog).toMatchObject({ items: [{ ticketId: '1' }], total: 3, hidden: 2 });
  });
});
