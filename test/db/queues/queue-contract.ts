import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Queue, Worker } from 'bullmq';
import { openQueueLayer } from './assembly.js';
import type { QueueLayer } from './assembly.js';
import { until } from '../../support/until.js';

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** What the queue layer promises, on whichever backend. */
export function queueContract(name: string, redisUrl: string | undefined): void {
  describe(`queues on ${name}`, () => {
    let layer: QueueLayer;
    // Jobs are delayed by the clock of the queues, which is the real one.
    const now = Date.now();
    const lane = 'lane-after-sales.1.';

    beforeEach(async () => {
      layer = await openQueueLayer(redisUrl);
    });
    afterEach(() => layer.close());

    const takeAll = async (from = lane): Promise<string[]> => {
      const taken: string[] = [];
      for (;;) {
        const place = await layer.lanes.first(from);
        if (!place) break;
        taken.push(place.ticketId);
        place.drop();
      }
      await layer.lanes.settle();
      return taken;
    };

    describe('lanes', () => {
      it('give the visit that is due first, whatever the order in which they came', async () => {
        const visits = [5, 1, 9, 3, 7].map((n) => ({ ticketId: `${n}`, visitNo: 1, dueAt: now + n * HOUR }));
        await layer.lanes.add(lane, visits.slice(0, 2));
        for (const visit of visits.slice(2)) await layer.lanes.add(lane, [visit]);
        expect(await takeAll()).toEqual(['1', '3', '5', '7', '9']);
      });

      it('hold a visit once, however often it is added', async () => {
        const visit = { ticketId: '1', visitNo: 1, dueAt: now };
        await layer.lanes.add(lane, [visit, visit]);
        await layer.lanes.add(lane, [visit]);
        expect(await layer.lanes.count(lane)).toBe(1);
        expect(await takeAll()).toEqual(['1']);
      });

      it('take a visit in again after it was taken and completed', async () => {
        const visit = { ticketId: '1', visitNo: 1, dueAt: now };
        for (let n = 0; n < 3; n++) {
          await layer.lanes.add(lane, [visit]);
          expect(await takeAll()).toEqual(['1']);
        }
      });

      it('never give one job to two of 32 who take at once, and none goes without while one is there', async () => {
        await layer.lanes.add(
          lane,
          Array.from({ length: 32 }, (_, n) => ({
            ticketId: `${n + 1}`,
            visitNo: 1,
            dueAt: now + n * MINUTE,
          })),
        );
        const jobs = await Promise.all(Array.from({ length: 32 }, () => layer.lanes.first(lane)));
        expect(new Set(jobs.map((job) => job?.ticketId)).size).toBe(32);
        expect(await layer.lanes.first(lane)).toBeNull();
      });

      it('are apart from each other', async () => {
        await layer.lanes.add('lane-logistics.1.', [{ ticketId: '1', visitNo: 1, dueAt: now }]);
        expect(await layer.lanes.first(lane)).toBeNull();
        expect(await takeAll('lane-logistics.1.')).toEqual(['1']);
      });

      it('dropping a job that was wiped meanwhile is no error', async () => {
        await layer.lanes.add(lane, [{ ticketId: '1', visitNo: 1, dueAt: now }]);
        const place = await layer.lanes.first(lane);
        await layer.wipe();
        place?.drop();
        await layer.lanes.settle();
        expect(await layer.lanes.first(lane)).toBeNull();
      });

      it('show a visit that was put back at its place again, and to others meanwhile the next', async () => {
        await layer.lanes.add(lane, [
          { ticketId: '1', visitNo: 1, dueAt: now },
          { ticketId: '2', visitNo: 1, dueAt: now + MINUTE },
        ]);
        const first = await layer.lanes.first(lane);
        expect((await layer.lanes.first(lane, ({ ticketId }) => ticketId !== '9'))?.ticketId).toBe('2');
        first?.putBack();
        expect((await layer.lanes.first(lane))?.ticketId).toBe('1');
        expect(await layer.lanes.first(lane)).toBeNull();
      });

      it('show only what passes, also behind many that do not', async () => {
        const visits = Array.from({ length: 20 }, (_, n) => ({
          ticketId: `${n + 1}`,
          visitNo: 1,
          dueAt: now + n * MINUTE,
        }));
        await layer.lanes.add(lane, visits);
        expect((await layer.lanes.first(lane, ({ ticketId }) => ticketId === '20'))?.ticketId).toBe('20');
        expect(await layer.lanes.first(lane, () => false)).toBeNull();
      });

      it('hold every visit in order however many wait, while others come and go', async () => {
        const all = Array.from({ length: 700 }, (_, n) => ({
          ticketId: `${n + 1}`,
          visitNo: 1,
          dueAt: now + n * MINUTE,
        }));
        await layer.lanes.add(lane, all.slice(0, 600));
        const seen: number[] = [];
        for (let n = 0; n < 700; n++) {
          if (n === 300) await layer.lanes.add(lane, all.slice(600));
          const place = await layer.lanes.first(lane);
          seen.push(Number(place?.ticketId));
          place?.drop();
        }
        expect(seen).toEqual(all.map(({ ticketId }) => Number(ticketId)));
        await layer.lanes.settle();
        expect(await layer.lanes.count(lane)).toBe(0);
      });

      it('give a visit its job back that waits again while the old one is being removed', async () => {
        await layer.waiting('1', now);
        await layer.lanes.add(lane, [{ ticketId: '1', visitNo: 1, dueAt: now }]);
        (await layer.lanes.first(lane))?.drop();
        // Its job stands there still, so this does nothing.
        await layer.lanes.add(lane, [{ ticketId: '1', visitNo: 1, dueAt: now }]);
        await layer.lanes.settle();
        expect(await layer.lanes.count(lane)).toBe(1);
        expect((await layer.lanes.first(lane))?.ticketId).toBe('1');
      });

      it('are free of jobs that an older program took and never ended', async () => {
        const { connection, factory, prefix } = layer.backend;
        await layer.waiting('1', now);
        await layer.lanes.add(lane, [{ ticketId: '1', visitNo: 1, dueAt: now }]);
        const worker = new Worker(
          lane,
          undefined,
          { connection, prefix, autorun: false, lockDuration: 1 },
          (name, opts) => factory(name, opts),
        );
        expect((await worker.getNextJob('old', { block: false }))?.data).toMatchObject({ ticketId: '1' });
        await worker.close();
        await until('its lock is over', async () => {
          await layer.rebuild.mendLanes(now);
          return (await layer.lanes.count(lane)) === 1;
        });
        expect(await takeAll()).toEqual(['1']);
      });
    });

    describe('the relay', () => {
      it('brings effects to the workers and visits to their lanes, each once', async () => {
        const http = await layer.effect('http', { id: 'order' });
        const merge = await layer.effect('merge', { into: '2' });
        await layer.waiting('1', now);
        await layer.effect('lane', { visitNo: 1, lane, dueAt: now });
        expect(await layer.relay.tick(now)).toBe(3);
        expect(await layer.relay.tick(now)).toBe(0);
        const jobs = await layer.automation.getJobs(['waiting']);
        expect(jobs.map((job) => job.data.outboxId).sort()).toEqual([http, merge].sort());
        expect(await takeAll()).toEqual(['1']);
      });

      it('leaves effects open until a worker accounts for them; visits in lanes are accounted for', async () => {
        await layer.effect('http', {});
        await layer.waiting('1', now);
        await layer.effect('lane', { visitNo: 1, lane, dueAt: now });
        await layer.relay.tick(now);
        const { rows } = await layer.pool.query(
          'select kind, done_at is not null as done from outbox order by id',
        );
        expect(rows).toEqual([
          { kind: 'http', done: false },
          { kind: 'lane', done: true },
        ]);
      });

      it('does not queue a visit that was taken before its job was made', async () => {
        await layer.effect('lane', { visitNo: 1, lane, dueAt: now });
        expect(await layer.relay.tick(now)).toBe(1);
        expect(await layer.lanes.count(lane)).toBe(0);
      });

      it('two relays at once bring every effect and none twice', async () => {
        for (let n = 0; n < 40; n++) await layer.effect('http', {});
        await Promise.all(Array.from({ length: 8 }, () => layer.relay.drain(now)));
        expect(await layer.automation.getJobCountByTypes('waiting')).toBe(40);
        const { rows } = await layer.pool.query('select from outbox where queued_at is null');
        expect(rows).toHaveLength(0);
      });

      it('a crash after adding and before marking makes no second job', async () => {
        await layer.effect('http', {});
        await layer.relay.tick(now);
        await layer.pool.query('update outbox set queued_at = null');
        expect(await layer.relay.tick(now)).toBe(1);
        expect(await layer.automation.getJobCountByTypes('waiting')).toBe(1);
      });

      it('a nudge brings what was committed, and nudges that come together are one', async () => {
        for (let n = 0; n < 5; n++) {
          await layer.effect('http', {});
          layer.relay.nudge();
        }
        await until(
          'they are brought',
          async () => (await layer.automation.getJobCountByTypes('waiting')) === 5,
        );
      });

      it('brings again what was queued long ago and never done, and only that', async () => {
        const id = await layer.effect('http', {});
        await layer.relay.tick(now - 10 * MINUTE);
        await layer.effect('http', {});
        await layer.relay.tick(now);
        await layer.wipe();
        expect(await layer.relay.sweep(now)).toBe(1);
        const jobs = await layer.automation.getJobs(['waiting']);
        expect(jobs.map((job) => job.data.outboxId)).toEqual([id]);
      });

      it('forgets what was done a week ago', async () => {
        await layer.effect('http', {});
        await layer.effect('http', {});
        await layer.pool.query(`update outbox set done_at = $1 where seq = 1`, [
          new Date(now - 8 * 24 * HOUR),
        ]);
        expect(await layer.relay.forget(now)).toBe(1);
        const { rows } = await layer.pool.query<{ seq: number }>('select seq from outbox');
        expect(rows).toEqual([{ seq: 2 }]);
      });
    });

    describe('timers', () => {
      it('due within the hour get one wake-up, others none', async () => {
        layer.wakeups.schedule([
          { ticketId: '1', id: 'remind:PT1H business', seq: 4, dueAt: now + 10 * MINUTE },
          { ticketId: '1', id: 'late', seq: 4, dueAt: now + 3 * HOUR },
        ]);
        layer.wakeups.schedule([
          { ticketId: '1', id: 'remind:PT1H business', seq: 4, dueAt: now + 10 * MINUTE },
        ]);
        await layer.wakeups.flush();
        const jobs = await layer.timers.getJobs(['delayed']);
        expect(jobs.map((job) => job.data)).toEqual([{ ticketId: '1', id: 'remind:PT1H business', seq: 4 }]);
      });

      it('are topped up as they come within the hour', async () => {
        await layer.timer('1', 'soon', now + 30 * MINUTE);
        await layer.timer('1', 'later', now + 90 * MINUTE);
        await layer.timer('1', 'much later', now + 9 * HOUR);
        expect(await layer.wakeups.topUp(now)).toBe(1);
        expect(await layer.wakeups.topUp(now + 5 * MINUTE)).toBe(0);
        expect(await layer.wakeups.topUp(now + 40 * MINUTE)).toBe(1);
        expect(await layer.timers.getJobCountByTypes('delayed')).toBe(2);
      });
    });

    describe('a wiped queue', () => {
      it('is noticed and filled from the tables: effects, visits, timers', async () => {
        await layer.effect('http', {});
        const done = await layer.effect('http', {});
        for (const n of [3, 1, 2]) {
          await layer.waiting(`${n}`, now + n * HOUR);
          await layer.effect('lane', { visitNo: 1, lane, dueAt: now }, `${n}`);
        }
        await layer.timer('1', 'soon', now + 30 * MINUTE);
        await layer.relay.drain(now);
        await layer.pool.query('update outbox set done_at = now() where id = $1', [done]);
        expect(await layer.rebuild.tick(now)).toBe(true);
        expect(await layer.rebuild.tick(now)).toBe(false);

        await layer.wipe();
        // What a process has seen of a lane it believes for a moment.
        await until('it is noticed', async () => {
          const place = await layer.lanes.first(lane);
          place?.putBack();
          return place === null;
        });
        expect(await layer.rebuild.tick(now)).toBe(true);
        expect(await layer.automation.getJobCountByTypes('waiting')).toBe(1);
        expect(await layer.timers.getJobCountByTypes('delayed')).toBe(1);
        expect(await takeAll()).toEqual(['1', '2', '3']);
      });

      it('can be rebuilt twice without a second job for anything', async () => {
        await layer.effect('http', {});
        await layer.waiting('1', now + HOUR);
        await layer.timer('1', 'soon', now + 30 * MINUTE);
        await layer.rebuild.rebuild(now);
        await layer.rebuild.rebuild(now);
        expect(await layer.automation.getJobCountByTypes('waiting')).toBe(1);
        expect(await layer.timers.getJobCountByTypes('delayed')).toBe(1);
        expect(await layer.lanes.count(lane)).toBe(1);
      });

      it('the visit at the front of a lane gets its job back though left-over jobs hide that it is missing', async () => {
        await layer.waiting('1', now + HOUR);
        await layer.lanes.add(lane, [{ ticketId: '9', visitNo: 1, dueAt: now + 9 * HOUR }]);
        expect(await layer.rebuild.mendLanes(now)).toEqual([]);
        expect(await takeAll()).toEqual(['1', '9']);
      });

      it('a lane that lost a job is mended, a whole one is left alone', async () => {
        await layer.waiting('1', now + HOUR);
        await layer.waiting('2', now + HOUR, 'logistics');
        await layer.rebuild.rebuild(now);
        const { connection, factory, prefix } = layer.backend;
        const queue = new Queue(lane, { connection, prefix }, (name, opts) => factory(name, opts));
        const [id = ''] = await queue.getRanges(['prioritized']);
        expect(await queue.remove(id)).toBe(1);
        await queue.close();
        expect(await layer.rebuild.mendLanes(now)).toEqual([lane]);
        expect(await layer.lanes.count(lane)).toBe(1);
      });
    });
  });
}
