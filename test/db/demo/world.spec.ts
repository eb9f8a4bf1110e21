import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoService } from '../../../src/demo/demo.service.js';
import { DEMO_TEAMS } from '../../../src/demo/people-data.js';
import type { WorldReport } from '../../../src/demo/world.service.js';
import { LaneQueues } from '../../../src/queues/lanes/lane-queues.service.js';
import { RightsWatch } from '../../../src/routing/leases/rights-watch.service.js';
import { SopFolderService } from '../../../src/sops/sop-folder.service.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const WORKFLOWS = fileURLToPath(new URL('../../../workflows/', import.meta.url));
/** A Thursday noon in Shanghai: everybody is at work when the world ends. */
const NOW = Date.parse('2026-11-19T04:00:00Z');
const PLAN = { seed: 11, tickets: 60, days: 3, now: NOW };

interface Made {
  test: TestApp;
  demo: DemoService;
  report: WorldReport;
}

async function makeWorld(): Promise<Made> {
  const test = await startTestApp({ demo: true, role: 'api' });
  await test.app.get(SopFolderService, { strict: false }).loadFromFolders([WORKFLOWS]);
  const demo = test.app.get(DemoService, { strict: false });
  return { test, demo, report: await demo.makeWorld(PLAN) };
}

describe('the demo world', () => {
  let one: Made;
  let two: Made;
  const rows = async (sql: string, made = one): Promise<Record<string, unknown>[]> =>
    (await made.test.db.slow.query<Record<string, unknown>>(sql)).rows;

  beforeAll(async () => {
    // Side by side, so that what is quicker differs between the two.
    [one, two] = await Promise.all([makeWorld(), makeWorld()]);
  }, 480_000);
  afterAll(async () => {
    await Promise.all([one.test.close(), two.test.close()]);
  });

  it('the same seed gives the same tickets, histories, visits, conversations and timers', async () => {
    for (const sql of [
      'select * from tickets order by id',
      // All but the identities of the commands, which are made at the door.
      'select ticket_id, seq, at, type, actor, cause, data, steps, facts, escalation, recorded_by from history order by 1, 2',
      'select * from visits order by ticket_id, no',
      'select ticket_id, seq, at, "from", author, body, internal, closing from messages order by ticket_id, seq, at, body',
      'select * from timers order by ticket_id, id',
      'select * from waiting order by ticket_id, visit_no',
      'select * from leases order by ticket_id, visit_no',
    ])
      expect(await rows(sql, two)).toEqual(await rows(sql, one));
    const { seconds: _one, ...counts } = one.report;
    expect(two.report).toMatchObject(counts);
    expect(counts.tickets).toBeGreaterThanOrEqual(60);
    expect(counts.events).toBeGreaterThan(300);
  });

  it('at its end some people hold tickets, and nobody one that they may not serve', async () => {
    expect(await rows('select from leases')).not.toEqual([]);
    expect(await rows('select from signs_of_life')).not.toEqual([]);
    expect(await one.test.app.get(RightsWatch, { strict: false }).look(NOW)).toBe(0);
  });

  it('nothing lies outside of its days', async () => {
    const [range] = await rows('select min(at) as first, max(at) as last from history');
    expect((range?.['first'] as Date).getTime()).toBeGreaterThanOrEqual(NOW - 3 * 86_400_000);
    expect((range?.['last'] as Date).getTime()).toBeLessThan(NOW);
  });

  it('the parts of every visit add up to its dwell', async () => {
    expect(
      await rows(`select ticket_id, no from visits
        where queue_ms + touch_ms + customer_ms + external_ms + off_shift_ms + join_ms
          <> round(extract(epoch from exited_at - entered_at) * 1000)`),
    ).toEqual([]);
    expect(
      await rows(`select t.id, v->>'no' as no from tickets t, jsonb_array_elements(t.open_visits) v
        where (select sum(p.value::bigint) from jsonb_each_text(v->'parts') p)
          <> (v->>'since')::bigint - (v->>'enteredAt')::bigint`),
    ).toEqual([]);
  });

  it('histories have no gaps and end with the version of their ticket', async () => {
    expect(
      await rows(`select t.id from tickets t join history h on h.ticket_id = t.id group by t.id
        having count(*) <> t.version or max(h.seq) <> t.version or min(h.seq) <> 1`),
    ).toEqual([]);
  });

  it('an open ticket has an open visit; nothing is left of one that has ended', async () => {
    expect(
      await rows(`select id from tickets
        where (status = 'open') <> (jsonb_array_length(open_visits) > 0)`),
    ).toEqual([]);
    for (const table of ['timers', 'waiting', 'leases'])
      expect(
        await rows(
          `select t.id from tickets t join ${table} x on x.ticket_id = t.id where t.status <> 'open'`,
        ),
      ).toEqual([]);
  });

  it('exactly the open human visits that nobody holds wait in a lane, each of a team that exists', async () => {
    const unheld = await rows(`select t.id as ticket, (v->>'no')::int as visit
      from tickets t, jsonb_array_elements(t.open_visits) v
      where v->>'kind' = 'human' and v->>'holder' is null order by 1, 2`);
    const waiting = await rows(
      'select ticket_id as ticket, visit_no as visit from waiting order by ticket_id, visit_no',
    );
    expect(waiting).toEqual(unheld);
    expect(waiting.length).toBeGreaterThan(0);
    const teams = (await rows('select distinct team from waiting')).map(({ team }) => team);
    expect(DEMO_TEAMS.map(({ id }) => id)).toEqual(expect.arrayContaining(teams));
  });

  it('every visit that waits stands in the queue of its lane, so that Next finds it', async () => {
    const queues = one.test.app.get(LaneQueues, { strict: false });
    await queues.settle();
    for (const { lane, count } of await rows(
      'select lane, count(*)::int as count from waiting group by lane',
    ))
      expect(await queues.count(String(lane))).toBe(count);
  });

  it('a lease belongs to a visit that its holder holds, and runs on after the end', async () => {
    const held = await rows(`select t.id as ticket, (v->>'no')::int as visit, v->>'holder' as holder
      from tickets t, jsonb_array_elements(t.open_visits) v where v->>'holder' is not null order by 1, 2`);
    const leases = await rows(
      'select ticket_id as ticket, visit_no as visit, user_id::text as holder from leases order by 1, 2',
    );
    expect(leases).toEqual(held);
    expect(await rows(`select from leases where expires_at <= '${new Date(NOW).toISOString()}'`)).toEqual([]);
  });

  it('no clock and no call was forgotten', async () => {
    const end = new Date(NOW).toISOString();
    expect(await rows(`select ticket_id, id from timers where due_at < '${end}'`)).toEqual([]);
    expect(
      await rows(`select t.id, v->>'step' as step from tickets t, jsonb_array_elements(t.open_visits) v
        where v->>'kind' = 'automatic' and (v->>'enteredAt')::bigint < ${NOW - 60_000}`),
    ).toEqual([]);
  });

  it('people are refused nothing but what somebody else holds or has to decide', () => {
    const ordinary = /held-by-other|claim not-yours: .* so another supervisor decides/;
    expect(Object.keys(one.report.refused).filter((slug) => !ordinary.test(slug))).toEqual([]);
    for (const [slug, times] of Object.entries(one.report.refused))
      if (slug.includes('not-yours')) expect(times).toBeLessThan(10);
  });

  it('is made once: later starts leave it alone, and the command refuses', async () => {
    await one.demo.ensurePeople();
    expect(await one.demo.ensureWorld(PLAN)).toBeNull();
    await expect(one.demo.makeWorld(PLAN)).rejects.toMatchObject({ slug: 'tickets-exist' });
  });

  it('is made anew when its making was cut short, and only then', async () => {
    const small = { ...PLAN, tickets: 8, days: 1 };
    expect(await two.demo.ensureWorld(small)).toBeNull();
    await two.test.db.pool.query("update settings set value = '\"making\"' where key = 'demo-world'");
    await two.test.db.pool.query('delete from waiting');
    const report = await two.demo.ensureWorld(small);
    expect(report?.tickets).toBeLessThan(60);
    expect((await rows('select count(*)::int as n from tickets', two))[0]).toEqual({ n: report?.tickets });
    expect(await two.demo.ensureWorld(small)).toBeNull();
  });
});
