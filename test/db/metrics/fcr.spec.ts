import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OverviewService } from '../../../src/metrics/overview.service.js';
import type { FiguresBench } from './figures-bench.js';
import { openFigures } from './figures-bench.js';
import { writeWorld } from './world-rows.js';
import type { WorldEvent, WorldTicket } from './world.js';
import { AGENTS, NOW } from './world.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BEGIN = NOW - 20 * DAY;
const [ann = '', ben = ''] = AGENTS;
/** Something that happens some hours after the beginning; apart from `type` as in the story. */
type Happening = WorldEvent extends infer E
  ? E extends WorldEvent
    ? Omit<E, 'at'> & { hours: number }
    : never
  : never;

const held: Happening = { hours: 1, type: 'held', agent: ann };
const resolved: Happening = { hours: 2, type: 'resolved' };

function ticket(id: number, happenings: Happening[], more: Partial<WorldTicket> = {}): WorldTicket {
  const events = happenings.map(({ hours, ...event }) => ({ ...event, at: BEGIN + hours * HOUR }));
  return {
    id,
    sop: 'small',
    version: 1,
    team: 'desk',
    channel: 'chat',
    issue: `issue ${id}`,
    createdAt: BEGIN,
    firstResponseDueAt: BEGIN + HOUR,
    events,
    visits: [],
    ...more,
  };
}

describe('first contact resolution', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
  });
  afterAll(() => bench.close());

  const all = { from: BEGIN, to: NOW, asOf: NOW, teams: null, channel: null, sop: null, version: null };
  /** How many issues count, and how many of them were resolved in the first contact, gross and strict. */
  const measure = async (...world: WorldTicket[]) => {
    await writeWorld(bench.database.pool, world);
    const { fcr } = await bench.module.get(OverviewService).overview(all);
    return [fcr.gross.n, fcr.gross.count, fcr.strict.count];
  };

  it('is given when nobody heard of the issue again', async () => {
    expect(await measure(ticket(1, [held, resolved]))).toEqual([1, 1, 1]);
  });

  it.each<[string, Happening]>([
    ['a hand-over to another agent', { hours: 1, type: 'held', agent: ben }],
    ['an escalation', { hours: 1, type: 'escalated', by: 'clock' }],
    ['a transfer', { hours: 1, type: 'transferred' }],
  ])('is not strict with %s', async (_, happening) => {
    expect(await measure(ticket(1, [held, happening, resolved]))).toEqual([1, 1, 0]);
  });

  it('is not strict with an escalation of a ticket that was merged', async () => {
    const child = ticket(2, [
      { hours: 1, type: 'escalated', by: 'agent' },
      { hours: 1.5, type: 'merged', into: 1 },
    ]);
    expect(await measure(ticket(1, [held, resolved]), child)).toEqual([1, 1, 0]);
  });

  it('is broken by a ticket that is merged after the resolution, not by one before', async () => {
    const child = (hours: number) => ticket(2, [{ hours, type: 'merged', into: 1 }]);
    expect(await measure(ticket(1, [held, resolved]), child(1.5))).toEqual([1, 1, 1]);
    expect(await measure(ticket(1, [held, resolved]), child(3))).toEqual([1, 0, 0]);
  });

  it('is broken by a message that comes back, not by a thank-you and not after seven days', async () => {
    const asked = (hours: number, closing = false): Happening => ({ hours, type: 'asked', closing });
    expect(await measure(ticket(1, [held, resolved, asked(3)]))).toEqual([1, 0, 0]);
    expect(await measure(ticket(1, [held, resolved, asked(3, true)]))).toEqual([1, 1, 1]);
    expect(await measure(ticket(1, [held, resolved, asked(2 + 7 * 24)]))).toEqual([1, 0, 0]);
    expect(await measure(ticket(1, [held, resolved, asked(2.01 + 7 * 24)]))).toEqual([1, 1, 1]);
  });

  it('follows the window that an SOP sets itself', async () => {
    const late: Happening = { hours: 30, type: 'asked', closing: false };
    expect(await measure(ticket(1, [held, resolved, late], { sop: 'quick' }))).toEqual([1, 1, 1]);
    expect(await measure(ticket(1, [held, resolved, late], { sop: 'small' }))).toEqual([1, 0, 0]);
  });

  it('is broken by another ticket of the issue, which is no issue of its own', async () => {
    const again = ticket(2, [held, resolved], { issue: 'issue 1', createdAt: BEGIN + 3 * DAY });
    expect(await measure(ticket(1, [held, resolved]), again)).toEqual([1, 0, 0]);
  });
});
