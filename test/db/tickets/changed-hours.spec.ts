import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarDef } from '../../../src/calendar/index.js';
import { Clock } from '../../../src/clock.js';
import { TeamsService } from '../../../src/people/teams/teams.service.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { LEASE_MS, makeSmallWorld, START, type SmallWorld } from '../../support/small-world.js';
import { HOUR } from './door-room.js';

class Watch extends Clock {
  at = START;
  override now(): number {
    return this.at;
  }
}
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const hours = (opens: string, closes: string): CalendarDef => ({
  timeZone: 'UTC',
  weekly: Object.fromEntries(days.map((day) => [day, [[opens, closes]]])),
});

describe('hours that change while a ticket waits', () => {
  const watch = new Watch();
  let app: TestApp;
  let w: SmallWorld;
  beforeAll(async () => {
    app = await startTestApp({ role: 'api', clock: watch });
    w = await makeSmallWorld(app.app);
  });
  afterAll(() => app.close());

  it('leave the time that has passed as it was: waiting and off-shift are each of their own time', async () => {
    const teams = app.app.get(TeamsService, { strict: false });
    await teams.change('desk', { calendar: hours('09:00', '10:00') });
    const { ticket } = await w.open();
    // A day later, Tuesday 09:00, the night shift begins; on Wednesday at 08:00 somebody takes the ticket.
    watch.at = START + 24 * HOUR;
    await teams.change('desk', { calendar: hours('22:00', '06:00') });
    watch.at = START + 47 * HOUR;
    const claim = { type: 'claim', visitNo: 1, userId: w.ann.id, leaseMs: LEASE_MS } as const;
    const { ticket: taken } = await w.act(w.ann, ticket.id, claim, watch.at);
    expect(taken.openVisits[0]?.parts).toMatchObject({
      queue: (1 + 8) * HOUR,
      offShift: (23 + 15) * HOUR,
      touch: 0,
    });
  });
});
