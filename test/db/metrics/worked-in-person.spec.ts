import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgentsService } from '../../../src/metrics/people/agents.service.js';
import { BacklogService } from '../../../src/metrics/backlog/backlog.service.js';
import { BottlenecksService } from '../../../src/metrics/bottlenecks/bottlenecks.service.js';
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
const [ANN = '', BEN = '', EVE = ''] = AGENTS;

const visit = (no: number, more: Partial<WorldVisit> = {}): WorldVisit => ({
  ...{ no, step: 'triage', kind: 'human', leftBy: 'APPROVE', team: 'desk', regions: [] },
  ...{ enteredAt: BEGIN + no * HOUR, exitedAt: BEGIN + (no + 1) * HOUR },
  parts: { queue: HOUR / 2, touch: HOUR / 2, customer: 0, external: 0, offShift: 0, join: 0 },
  ...{ slaDueAt: null, slaBreached: false, escalated: false, failed: false, policy: false },
  ...more,
});
const at = (hour: number): number => BEGIN + hour * HOUR;
const held = (hour: number, agent: string): WorldEvent => ({ at: at(hour), type: 'held', agent });
const ticket = (id: number, visits: WorldVisit[], events: WorldEvent[]): WorldTicket => ({
  ...{ id, sop: 'small', version: 1, team: 'desk', channel: 'chat', issue: '', createdAt: BEGIN },
  ...{ firstResponseDueAt: NOW, events, visits },
});

const WORLD: WorldTicket[] = [
  // Ann's alone; a clock escalated it while she held it.
  ticket(1, [visit(1)], [held(1, ANN), { at: at(1.5), type: 'escalated', by: 'clock' }]),
  // Ann's first, then Ben's, who missed a target.
  ticket(
    2,
    [visit(1, { slaDueAt: at(9) }), visit(2, { slaDueAt: BEGIN, slaBreached: true })],
    [held(1, ANN), held(2, BEN), { at: at(2.5), type: 'escalated', by: 'clock' }],
  ),
  // Ben's, merged into Ann's: it counts with that one, for both.
  ticket(3, [visit(1)], [held(1, BEN), { at: at(3), type: 'merged', into: 1 }]),
  // Ben's, and resolved.
  ticket(4, [visit(1)], [held(1, BEN), { at: at(2), type: 'resolved' }]),
];
const HOLDERS: [ticket: number, no: number, agent: string][] = [
  [1, 1, ANN],
  [2, 1, ANN],
  [2, 2, BEN],
  [3, 1, BEN],
  [4, 1, BEN],
];

describe('a filter by person', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
    await writeWorld(bench.database.pool, WORLD);
    for (const [id, no, agent] of HOLDERS)
      await bench.database.pool.query(
        'update visits set agents = array[$3::uuid] where ticket_id = $1 and no = $2',
        [id, no, agent],
      );
  });
  afterAll(() => bench.close());

  const of = (agent: string, more: Partial<FigureScope> = {}): FigureScope => ({
    ...everything,
    ...more,
    agent,
  });
  const ticketsOf = async (scope: FigureScope): Promise<string[]> => {
    const page = { after: null, limit: 50, part: 'counted' } as const;
    const { items } = await bench.module.get(DrillDownService).tickets(scope, 'tickets', page);
    return items.map(({ ticketId }) => ticketId);
  };

  it('means the cases in which they held a visit, or in what was merged into them', async () => {
    expect(await ticketsOf(of(ANN))).toEqual(['1', '2']);
    expect(await ticketsOf(of(BEN))).toEqual(['1', '2', '3', '4']);
    expect(await ticketsOf(of(EVE))).toEqual([]);
    expect(await ticketsOf(of(ANN, { teams: ['lab'] }))).toEqual([]);
    expect(await ticketsOf(of(ANN, { teams: ['desk'] }))).toEqual(['1', '2']);
    const open = await bench.module
      .get(BacklogService)
      .tickets(of(ANN), 'open', { after: ['0', 0], limit: 9 }, 'en');
    expect(open.items.map(({ ticketId }) => ticketId)).toEqual(['1', '2']);
  });

  it('charges escalations and targets to who held the visit', async () => {
    const overviewOf = (agent: string) => bench.module.get(OverviewService).overview(of(agent));
    const [ann, ben] = [await overviewOf(ANN), await overviewOf(BEN)];
    expect(ann.escalation).toMatchObject({ n: 2, count: 1, escalations: { total: 1, byClock: 1 } });
    expect(ben.escalation).toMatchObject({ n: 3, count: 1, escalations: { total: 1, byClock: 1 } });
    expect(ann.sla.steps).toMatchObject({ n: 1, count: 1 });
    expect(ben.sla.steps).toMatchObject({ n: 1, count: 0 });
  });

  it('means the visits that they held, in steps, ways and bottlenecks', async () => {
    const steps = async (agent: string) =>
      (await bench.module.get(StepsService).steps(of(agent, { sop: 'small' }), 'en')).steps.map(
        (row) => row.visits,
      );
    expect([await steps(ANN), await steps(BEN), await steps(EVE)]).toEqual([[2], [3], []]);
    const waits = async (agent: string) =>
      (await bench.module.get(BottlenecksService).bottlenecks(of(agent), 'UTC', 'en')).map(
        (row) => row.visits,
      );
    expect([await waits(ANN), await waits(BEN), await waits(EVE)]).toEqual([[2], [3], []]);
  });

  it('leaves one row of people, which says the same as among all', async () => {
    const service = bench.module.get(AgentsService);
    const all = await service.agents(everything, 'UTC');
    expect(all.map(({ id }) => id).sort()).toEqual([ANN, BEN].sort());
    expect(await service.agents(of(BEN), 'UTC')).toEqual(all.filter(({ id }) => id === BEN));
    expect(await service.agents(of(EVE), 'UTC')).toEqual([]);
  });
});
