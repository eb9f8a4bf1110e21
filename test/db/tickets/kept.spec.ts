import { getQueueToken } from '@nestjs/bullmq';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Queue } from 'bullmq';
import { TIMERS_QUEUE } from '../../../src/queues/jobs.js';
import { TimerWakeups } from '../../../src/queues/timer-wakeups.service.js';
import type { Person } from '../../../src/people/common/model.js';
import type { OpenVisit } from '../../../src/tickets/model/model.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { smallSop } from '../../support/small-sop.js';
import { makeSmallWorld, publishSmallSop, START, type SmallWorld } from '../../support/small-world.js';
import { HOUR, MINUTE, slugOf } from './door-room.js';

let now = START;
let app: TestApp;
let w: SmallWorld;

beforeAll(async () => {
  app = await startTestApp({ role: 'api', clock: { now: () => now } });
  w = await makeSmallWorld(app.app);
});
afterAll(() => app.close());

const visitIn = (visits: readonly OpenVisit[], step: string): OpenVisit => {
  const found = visits.find((visit) => visit.step === step);
  if (found === undefined) throw new Error(`no visit in ${step}`);
  return found;
};
const claim = (person: Person, id: string, visitNo: number) =>
  w.act(person, id, { type: 'claim', userId: person.id, visitNo, leaseMs: MINUTE }, START);

describe('what a ticket keeps of its steps', () => {
  it('a step left after its target is missed, also when no clock was there to tell', async () => {
    const late = (await w.open(START)).ticket;
    await w.event(w.ann, late.id, 'APPROVE', { amount: 5 }, START + 4 * HOUR + 1);
    const inTime = (await w.open(START)).ticket;
    await w.event(w.ann, inTime.id, 'APPROVE', { amount: 5 }, START + 4 * HOUR);
    const { rows } = await app.db.pool.query<{ sla_breached: boolean }>(
      `select sla_breached from visits where step = 'triage' and ticket_id = any($1::bigint[]) order by ticket_id`,
      [[late.id, inTime.id]],
    );
    expect(rows.map((row) => row.sla_breached)).toEqual([true, false]);
  });

  it('a ticket is in the hands of whoever holds any of its steps', async () => {
    const { ticket } = await w.open(START);
    const split = (await w.event(w.ann, ticket.id, 'SPLIT', {}, START)).ticket;
    const [left, right] = ['both.left.work', 'both.right.work'].map((step) =>
      visitIn(split.openVisits, step),
    );
    expect([left?.holder, right?.holder, split.assignee]).toEqual([w.ann.id, null, w.ann.id]);
    await claim(w.lab, ticket.id, right?.no ?? 0);
    const back = await w.act(w.ann, ticket.id, { type: 'release', userId: w.ann.id, reason: 'Lunch' });
    expect(back.ticket.assignee).toBe(w.lab.id);
  });

  it('nobody claims a step of another lane, nor one that a colleague holds', async () => {
    const { ticket } = await w.open(START);
    const { no } = visitIn(ticket.openVisits, 'triage');
    expect(await slugOf(claim(w.lab, ticket.id, no))).toBe('not-yours');
    await claim(w.ann, ticket.id, no);
    expect(await slugOf(claim(w.ben, ticket.id, no))).toBe('held-by-other');
    const { rows } = await app.db.pool.query('select type from history where ticket_id = $1', [ticket.id]);
    expect(rows).toHaveLength(2);
  });

  it('its own time never goes back, whatever the clock says', async () => {
    const { ticket } = await w.open(START + HOUR);
    const { ticket: later } = await w.event(w.ann, ticket.id, 'NOTE', {}, START);
    expect(later.updatedAt).toBe(START + HOUR);
    const { ticket: resolved } = await w.event(w.ann, ticket.id, 'APPROVE', { amount: 5 }, START);
    expect(resolved.resolvedAt).toBe(START + HOUR);
    const { rows } = await app.db.pool.query<{ at: Date }>(
      'select at from history where ticket_id = $1 order by seq',
      [ticket.id],
    );
    expect(rows.map(({ at }) => at.getTime())).toEqual(Array.from({ length: 3 }, () => START + HOUR));
  });
});

it('a timer that is due within the hour has a wake-up at once, a later one has none yet', async () => {
  const queue = app.app.get<Queue>(getQueueToken(TIMERS_QUEUE), { strict: false });
  const wakeups = app.app.get(TimerWakeups, { strict: false });
  const wokenFor = async (id: string): Promise<number> => {
    await wakeups.flush();
    const jobs = await queue.getJobs(['delayed', 'waiting', 'prioritized', 'active']);
    return jobs.filter((job) => (job.data as { ticketId: string }).ticketId === id).length;
  };
  const sop = smallSop();
  const { triage } = sop.states;
  if (triage?.meta) triage.meta.sla = { within: 'PT40M', warnAfter: 'PT30M', clock: 'calendar' };
  await publishSmallSop(w.database, { ...sop, id: 'quick' });
  const by = { actor: { kind: 'customer', id: 'c1' }, now: START } as const;
  const quick = { sop: 'quick', subject: 'Quick', customer: { id: 'c1' }, data: { reason: 'late' } };
  now = START;
  expect(await wokenFor((await w.tickets.open(quick, by)).ticket.id)).toBe(2);
  expect(await wokenFor((await w.open(START)).ticket.id)).toBe(0);
});
