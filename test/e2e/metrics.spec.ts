import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compileCalendar } from '../../src/calendar/index.js';
import { Clock } from '../../src/clock.js';
import type { OverviewAnswer } from '../../src/metrics/overview/overview-answer.dto.js';
import type { StepRow, StepsAnswer } from '../../src/metrics/steps/steps-answer.dto.js';
import type { Person, Role } from '../../src/people/common/model.js';
import { TeamsService } from '../../src/people/teams/teams.service.js';
import { PeopleService } from '../../src/people/people.service.js';
import type { TestApp } from '../support/app.js';
import { startTestApp } from '../support/app.js';
import type { SmallWorld } from '../support/small-world.js';
import { makeSmallWorld, START } from '../support/small-world.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

class Watch extends Clock {
  at = START;
  override now(): number {
    return this.at;
  }
}

/** The whole way: tickets walk through the one door, and the figures are asked over HTTP. */
describe('the figures over HTTP', () => {
  const watch = new Watch();
  let test: TestApp;
  let world: SmallWorld;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    test = await startTestApp({ clock: watch });
    world = await makeSmallWorld(test.app);
    const people = test.app.get(PeopleService, { strict: false });
    for (const role of ['manager', 'designer'] as const satisfies readonly Role[]) {
      await people.createUser({ email: `${role}@test`, name: role, password: 'long-enough', roles: [role] });
    }
    const outsider = await people.createUser({
      email: 'outsider@test',
      name: 'outsider',
      password: 'long-enough',
      roles: ['lead'],
    });
    await people.ensureMember(outsider.id, 'lab', 1);

    await walk();
    // Eleven days later the first windows have passed.
    watch.at = START + 11 * DAY;
    for (const name of ['ann', 'sue', 'manager', 'designer', 'outsider']) {
      const { body } = await test.http
        .post('/api/auth/login')
        .send({ email: `${name}@test`, password: 'long-enough' })
        .expect(200);
      tokens.set(name, (body as { accessToken: string }).accessToken);
    }
  });
  afterAll(() => test.close());

  const claim = (person: Person, id: string, visitNo: number, at: number) =>
    world.act(person, id, { type: 'claim', visitNo, userId: person.id, leaseMs: HOUR }, at);

  /** Four tickets with known times. */
  async function walk(): Promise<void> {
    // 1: waits 10 minutes, worked on for 5, paid: resolved in the first contact after 15 minutes.
    const one = await world.open(START, { customer: 'c1', body: 'Where is my money?' });
    await claim(world.ann, one.ticket.id, 1, START + 10 * MINUTE);
    await world.act(
      world.ann,
      one.ticket.id,
      { type: 'message', from: 'agent', body: 'On its way.', internal: false },
      START + 12 * MINUTE,
    );
    await world.event(world.ann, one.ticket.id, 'APPROVE', { amount: 10 }, START + 15 * MINUTE);
    // 2: goes to a supervisor and back, then is paid after 2 hours; the customer writes again the next day.
    const two = await world.open(START + HOUR, { customer: 'c2', body: 'Too much' });
    await claim(world.ann, two.ticket.id, 1, START + HOUR);
    await world.event(world.ann, two.ticket.id, 'REQUEST', {}, START + HOUR + 10 * MINUTE);
    await claim(world.sue, two.ticket.id, 2, START + HOUR + 30 * MINUTE);
    await world.event(world.sue, two.ticket.id, 'REJECT', {}, START + HOUR + 40 * MINUTE);
    const back = await world.tickets.read(two.ticket.id);
    const open = back?.openVisits[0];
    if (open?.holder === null) await claim(world.ann, two.ticket.id, open.no, START + HOUR + 40 * MINUTE);
    const holder = open?.holder === world.sue.id ? world.sue : world.ann;
    await world.event(holder, two.ticket.id, 'APPROVE', { amount: 20 }, START + 3 * HOUR);
    await world.act(
      world.ann,
      two.ticket.id,
      { type: 'message', from: 'customer', body: 'It has not come!', internal: false },
      START + DAY,
    );
    // 3: still waits. 4: cancelled.
    await world.open(START + 2 * HOUR, { customer: 'c3', body: 'Hello' });
    const four = await world.open(START + 2 * HOUR, { customer: 'c4', body: 'Oops' });
    await world.act(world.sue, four.ticket.id, { type: 'cancel', reason: 'mistake' }, START + 3 * HOUR);
  }

  const ask = (name: string, path: string) =>
    test.http.get(`/api/metrics/${path}`).set('Authorization', `Bearer ${tokens.get(name) ?? ''}`);
  const RANGE = 'from=2026-11-16&to=2026-11-17&tz=UTC';

  it('the overview says what happened, with n, interval and what was left out', async () => {
    const { body } = await ask('manager', `overview?${RANGE}`).expect(200);
    const figures = body as OverviewAnswer;
    expect(figures).toMatchObject({
      definition: '1.2',
      from: '2026-11-16T00:00:00.000Z',
      to: '2026-11-17T00:00:00.000Z',
      tz: 'UTC',
      asOf: new Date(START + 11 * DAY).toISOString(),
      filter: { team: null, sop: null, reach: null },
    });
    expect(figures.tickets).toMatchObject({ created: 4, cancelled: 1, merged: 0 });
    expect(figures.fcr.gross).toMatchObject({
      n: 2,
      count: 1,
      value: 0.5,
      excluded: { open: 1, cancelled: 1 },
    });
    expect(figures.fcr.gross.interval?.low).toBeCloseTo(0.094531, 6);
    expect(figures.escalation).toMatchObject({
      n: 2,
      count: 0,
      approvals: 1,
      excluded: { waiting: 1, cancelled: 1 },
    });
    expect(figures.resolutionTime.first.calendar).toMatchObject({
      n: 2,
      sumSeconds: (15 * MINUTE + 2 * HOUR) / 1000,
    });
    expect(figures.firstResponse.human).toMatchObject({ n: 1, p50Seconds: 720 });
  });

  it('the parts of a step add up to its dwell, and to what the door charged', async () => {
    const { body } = await ask('manager', `steps?sop=small&${RANGE}`)
      .set('Accept-Language', 'zh-CN')
      .expect(200);
    const { steps } = body as StepsAnswer;
    for (const { parts, dwell } of steps) {
      const sum = Object.values<{ sumSeconds: number }>({ ...parts }).reduce(
        (total: number, part: { sumSeconds: number }) => total + Math.round(part.sumSeconds * 1000),
        0,
      );
      expect(sum).toBe(Math.round(dwell.sumSeconds * 1000));
    }
    const stepOf = (id: string) => steps.find((row: StepRow) => row.step === id);
    expect(stepOf('approval')).toMatchObject({
      title: '审批',
      kind: 'human',
      visits: 1,
      tickets: 1,
      dwell: { n: 1, sumSeconds: 1_800 },
      parts: { queue: { sumSeconds: 1_200 }, touch: { sumSeconds: 600 } },
      leaving: [{ event: 'REJECT', visits: 1, share: 1 }],
    });
    expect(stepOf('triage')).toMatchObject({ visits: 5, tickets: 4, rework: { count: 1, n: 5, value: 0.2 } });
    expect(steps.reduce((sum, row) => sum + (row.bottleneck ?? 0), 0)).toBeCloseTo(1, 12);
  });

  it('every figure opens the tickets behind it', async () => {
    const { body } = await ask('manager', `overview/tickets?figure=fcr-gross&excluded=true&${RANGE}`).expect(
      200,
    );
    const { items } = body as { items: { counted: boolean; met: boolean | null; excluded: string | null }[] };
    expect(items.map(({ counted, met, excluded }) => [counted, met, excluded])).toEqual([
      [true, true, null],
      [true, false, null],
      [false, null, 'open'],
      [false, null, 'cancelled'],
    ]);
    const visits = await ask('manager', `steps/tickets?sop=small&step=triage&limit=2&${RANGE}`).expect(200);
    const page = visits.body as { items: unknown[]; nextCursor: string };
    expect(page.items).toHaveLength(2);
    const rest = await ask(
      'manager',
      `steps/tickets?sop=small&step=triage&cursor=${page.nextCursor}&${RANGE}`,
    );
    expect((rest.body as { items: unknown[] }).items).toHaveLength(3);
  });

  it('a lead sees the figures of their teams only, whatever they ask for', async () => {
    const own = await ask('sue', `overview?${RANGE}`).expect(200);
    expect(own.body).toMatchObject({ tickets: { created: 4 } });
    const { body } = await ask('outsider', `overview?${RANGE}`).expect(200);
    expect(body).toMatchObject({ tickets: { created: 0 }, fcr: { gross: { value: null, n: 0 } } });
    const list = await ask('outsider', `overview/tickets?figure=escalation&excluded=true&${RANGE}`);
    expect(list.body).toEqual({ items: [], nextCursor: null, total: 0, hidden: 0, sum: null });
    const steps = await ask('outsider', `steps?sop=small&${RANGE}`).expect(200);
    expect((steps.body as StepsAnswer).steps).toEqual([]);
    const other = await ask('outsider', `overview?${RANGE}&team=desk`).expect(422);
    expect(other.body).toMatchObject({ errors: [{ pointer: '/team' }], accepted: ['lab'] });
  });

  it('agents see none, designers the steps but not the tickets', async () => {
    for (const path of [`overview?${RANGE}`, `steps?sop=small&${RANGE}`]) await ask('ann', path).expect(403);
    await ask('designer', `steps?sop=small&${RANGE}`).expect(200);
    await ask('designer', `steps/tickets?sop=small&step=triage&${RANGE}`).expect(403);
    await ask('designer', `overview?${RANGE}`).expect(403);
  });

  it.each([
    ['overview?from=yesterday', ['/from']],
    ['overview?from=2026-11-02&to=2026-11-01', ['/from', '/to']],
    ['overview?from=2020-01-01&to=2026-01-01', ['/from']],
    ['overview?tz=Mars%2FOlympus', ['/tz']],
    ['overview?version=2', ['/version']],
    ['overview?sop=small&version=x', ['/version']],
    ['overview?colour=red', ['/colour']],
    ['overview?team=%00', ['/team']],
    ['steps', ['/sop']],
    ['overview/tickets', ['/figure']],
    ['overview/tickets?figure=luck', ['/figure']],
    ['overview/tickets?figure=escalation&limit=0', ['/limit']],
    ['overview/tickets?figure=escalation&cursor=abc', ['/cursor']],
    ['overview/tickets?figure=escalation&excluded=maybe', ['/excluded']],
    ['steps/tickets?sop=small&step=triage&cursor=1', ['/cursor']],
  ])('%s is refused and names its parameter', async (path, pointers) => {
    const { body } = await ask('manager', path).expect(422);
    const errors = (body as { errors: { pointer: string }[] }).errors;
    expect([...new Set(errors.map((error) => error.pointer))]).toEqual(pointers);
  });

  it('business time is that of the team', async () => {
    // Mondays 09:00 to 09:20 UTC only: ticket 1 lies inside, ticket 2 outside.
    const calendar = {
      timeZone: 'UTC',
      weekly: { mon: [['09:00', '09:20']] as [string, string][] },
      holidays: [],
      workdays: [],
    };
    expect(compileCalendar(calendar).between(START, START + 15 * MINUTE)).toBe(15 * MINUTE);
    const { body: before } = await ask('manager', `overview?${RANGE}`).expect(200);
    // What changes now moves nothing that lies before.
    await test.app.get(TeamsService, { strict: false }).change('desk', { calendar });
    watch.at += 10_000;
    const { body: after } = await ask('manager', `overview?${RANGE}`).expect(200);
    expect((after as OverviewAnswer).resolutionTime).toEqual((before as OverviewAnswer).resolutionTime);
    await test.db.pool.query(`update team_calendars set since = null where team_id = 'desk'`);
    await test.app.get(TeamsService, { strict: false }).change('desk', { calendar: null });
    watch.at += 10_000;
    const { body } = await ask('manager', `overview?${RANGE}`).expect(200);
    expect((body as OverviewAnswer).resolutionTime.first).toMatchObject({
      business: { n: 2, sumSeconds: 900 },
      net: { n: 2, sumSeconds: 900 },
    });
  });
});
