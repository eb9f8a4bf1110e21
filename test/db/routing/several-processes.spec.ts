import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Person } from '../../../src/people/common/model.js';
import { laneOf } from '../../../src/queues/lanes/lanes.js';
import { LaneQueues } from '../../../src/queues/lanes/lane-queues.service.js';
import { OutboxRelay } from '../../../src/queues/outbox-relay.service.js';
import { QueueBackend } from '../../../src/queues/backend/queue-backend.service.js';
import { DeskService } from '../../../src/routing/desk/desk.service.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { clearTables, TICKET_TABLES } from '../../support/clear-tables.js';
import { wipeQueues } from '../../support/queues.js';
import { makeSmallWorld, START, type SmallWorld } from '../../support/small-world.js';

const AGENTS = 32;
const HOUR = 3_600_000;
const DESK = laneOf({ team: 'desk', tier: 1, skills: [] });

interface Got {
  ticket: string;
  began: number;
  ended: number;
}

describe('three processes with 32 agents each', () => {
  let processes: TestApp[];
  let world: SmallWorld;

  beforeAll(async () => {
    const first = await startTestApp();
    const others = { databaseUrl: first.config.databaseUrl };
    processes = [first, await startTestApp(others), await startTestApp(others)];
    world = await makeSmallWorld(first.app);
  });
  afterAll(async () => {
    for (const one of [...processes].reverse()) await one.close();
  });

  beforeEach(async () => {
    await relayed();
    const [{ app, db }] = processes as [TestApp];
    for (const one of processes) await one.app.get(LaneQueues, { strict: false }).settle();
    await clearTables(db.pool, TICKET_TABLES);
    await wipeQueues(app.get(QueueBackend), db.pool);
  });

  const relayed = async (): Promise<void> => {
    for (const { app, clock } of processes) await app.get(OutboxRelay, { strict: false }).drain(clock.now());
  };

  /** Tickets of the desk, each a minute later due than the one before. */
  const openMany = async (count: number, from = 0): Promise<string[]> => {
    const ids = [];
    for (let n = from; n < from + count; n++) ids.push((await world.open(START + n * 60_000)).ticket.id);
    return ids;
  };

  const agentOf = (process: number, n: number): Person => ({
    ...world.ann,
    id: `00000000-0000-4000-8000-${String(process * 100 + n).padStart(12, '0')}`,
  });

  /** Every agent of every process takes the next ticket again and again, until nothing waits for them. */
  const takeAll = async (): Promise<Got[]> => {
    const got: Got[] = [];
    const work = async ({ app }: TestApp, person: Person): Promise<void> => {
      const desk = app.get(DeskService, { strict: false });
      for (;;) {
        const began = performance.now();
        const held = await desk.next(person, null, START + 24 * HOUR);
        if (held === null) return;
        got.push({ ticket: held.ticket.id, began, ended: performance.now() });
      }
    };
    await Promise.all(
      processes.flatMap((process, at) =>
        Array.from({ length: AGENTS }, (_, n) => work(process, agentOf(at, n))),
      ),
    );
    return got;
  };

  const waiting = async (): Promise<unknown[]> =>
    (await (processes[0] as TestApp).db.pool.query<object>('select * from waiting')).rows;

  it('give each ticket to one of them and leave none, what is due first before what is due later', async () => {
    const ids = await openMany(300);
    await relayed();
    const got = await takeAll();
    expect(got.map(({ ticket }) => ticket).toSorted()).toEqual(ids.toSorted());
    expect(await waiting()).toEqual([]);
    // Nobody who asked after a ticket was given got one that had been due before it.
    const rank = new Map(ids.map((id, n) => [id, n]));
    const early = got.filter((later) =>
      got.some(
        (one) => one.ended < later.began && Number(rank.get(one.ticket)) > Number(rank.get(later.ticket)),
      ),
    );
    expect(early).toEqual([]);
  });

  it('of fewer tickets than agents each goes to one, and nobody else waits for an answer', async () => {
    const ids = await openMany(50);
    await relayed();
    const got = await takeAll();
    expect(got.map(({ ticket }) => ticket).toSorted()).toEqual(ids.toSorted());
  });

  it('a wiped queue hides nothing from any of them', async () => {
    const ids = await openMany(100);
    await relayed();
    const [{ app, db }] = processes as [TestApp];
    await wipeQueues(app.get(QueueBackend), db.pool);
    ids.push(...(await openMany(20, 100)));
    await relayed();
    expect((await takeAll()).map(({ ticket }) => ticket).toSorted()).toEqual(ids.toSorted());
    expect(await waiting()).toEqual([]);
  });

  it('what one gives back another finds, though the first one’s job was just being removed', async () => {
    const [id] = await openMany(1);
    await relayed();
    for (let n = 0; n < 12; n++) {
      const { app, clock } = processes[n % 3] as TestApp;
      const desk = app.get(DeskService, { strict: false });
      const person = agentOf(n % 3, 0);
      expect((await desk.next(person, null, START))?.ticket.id).toBe(id);
      await desk.release(person, String(id), { reason: 'x' }, world.by(person, START));
      await app.get(OutboxRelay, { strict: false }).drain(clock.now());
    }
    for (const one of processes) await one.app.get(LaneQueues, { strict: false }).settle();
    expect(await (processes[0] as TestApp).app.get(LaneQueues, { strict: false }).count(DESK)).toBe(1);
  });
});
