import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Queue } from 'bullmq';
import { openQueueLayer } from './assembly.js';
import type { QueueLayer } from './assembly.js';
import { LANE, lanesContract, takeAllFrom } from './lanes-contract.js';
import { until } from '../../support/until.js';

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** What the queue layer promises, on whichever backend. */
export function queueContract(name: string, redisUrl: string | undefined): void {
  describe(`queues on ${name}`, () => {
    let layer: QueueLayer;
    // Jobs are delayed by the clock of the queues, which is the real one.
    const now = Date.now();
    const lane = LANE;

    beforeEach(async () => {
      layer = await openQueueLayer(redisUrl);
    });
    afterEach(() => layer.close());

    const takeAll = (): Promise<string[]> => takeAllFrom(layer, lane);

    lanesContract(() => layer);

    describe('the relay', () => {
      it('brings effects to the workers and visits to their lanes, each once', async () => {
        const http = await layer.effect('http', { id: 'order' });
        const merge = await layer.effect('merge', { into: '2' });
        await layer.waiting('1', now);
        layer.relay.bring([{ ticketId: '1', visitNo: 1, lane, dueAt: now }]);
        // A nudge may be bringing them already.
        await until('all are brought', async () => {
          await layer.relay.drain(now);
          return (await layer.automation.getJobCountByTypes('waiting')) === 2;
        });
        expect(await layer.relay.drain(now)).toBe(0);
        const jobs = await layer.automation.getJobs(['waiting']);
        expect(jobs.map((job) => job.data.outboxId).sort()).toEqual([http, merge].sort());
        expect(await takeAll()).toEqual(['1']);
      });

      it('leaves effects open until a worker accounts for them; rows of an older program for visits are over', async () => {
        await layer.effect('http', {});
        await layer.effect('lane', { visitNo: 1, lane, dueAt: now });
        await layer.relay.tick(now);
        const { rows } = await layer.pool.query(
          'select kind, done_at is not null as done from outbox order by id',
        );
        expect(rows).toEqual([
          { kind: 'http', done: false },
          { kind: 'lane', done: true },
        ]);
        expect(await layer.automation.getJobCountByTypes('waiting')).toBe(1);
      });

      it('brings visits by itself soon after they are told', async () => {
        await layer.waiting('1', now);
        layer.relay.bring([{ ticketId: '1', visitNo: 1, lane, dueAt: now }]);
        await until('it is there', async () => (await layer.lanes.count(lane)) === 1);
      });

      it('does not make jobs of visits that waited long for theirs and were taken meanwhile', async () => {
        await layer.waiting('1', now);
        await layer.world.own(async () => {
          for (const ticketId of ['1', '2']) layer.relay.bring([{ ticketId, visitNo: 1, lane, dueAt: now }]);
          await new Promise((next) => setTimeout(next, 1_100));
        });
        await until('it is there', async () => (await layer.lanes.count(lane)) === 1);
        expect(await takeAll()).toEqual(['1']);
      });

      it('forgets no visit while its queue fails', async () => {
        await layer.waiting('1', now);
        const failing = jest.spyOn(layer.lanes, 'add').mockRejectedValue(new Error('the queue is away'));
        layer.relay.bring([{ ticketId: '1', visitNo: 1, lane, dueAt: now }]);
        await expect(layer.relay.drain(now)).rejects.toThrow('away');
        failing.mockRestore();
        expect(await layer.relay.drain(now)).toBe(1);
        expect(await takeAll()).toEqual(['1']);
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
          layer.relay.bring([{ ticketId: `${n}`, visitNo: 1, lane, dueAt: now + n * HOUR }]);
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
