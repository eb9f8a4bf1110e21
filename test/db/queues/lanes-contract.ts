import { describe, expect, it } from '@jest/globals';
import { Worker } from 'bullmq';
import { until } from '../../support/until.js';
import type { QueueLayer } from './assembly.js';

const MINUTE = 60_000;
const HOUR = 3_600_000;
export const LANE = 'lane-after-sales.1.';

/** Drops every visit that a lane shows, and waits until they are gone; their tickets in that order. */
export async function takeAllFrom(layer: QueueLayer, lane: string): Promise<string[]> {
  const taken: string[] = [];
  for (;;) {
    const place = await layer.lanes.first(lane);
    if (!place) break;
    taken.push(place.ticketId);
    place.drop();
  }
  await layer.lanes.settle();
  return taken;
}

/** What a lane shows, and what it holds, on whichever backend. */
export function lanesContract(layerOf: () => QueueLayer): void {
  const now = Date.UTC(2026, 10, 16, 9);
  const lane = LANE;
  const takeAll = (from = lane): Promise<string[]> => takeAllFrom(layerOf(), from);

  describe('lanes', () => {
    it('give the visit that is due first, whatever the order in which they came', async () => {
      const visits = [5, 1, 9, 3, 7].map((n) => ({ ticketId: `${n}`, visitNo: 1, dueAt: now + n * HOUR }));
      await layerOf().lanes.add(lane, visits.slice(0, 2));
      for (const visit of visits.slice(2)) await layerOf().lanes.add(lane, [visit]);
      expect(await takeAll()).toEqual(['1', '3', '5', '7', '9']);
    });

    it('hold a visit once, however often it is added', async () => {
      const visit = { ticketId: '1', visitNo: 1, dueAt: now };
      await layerOf().lanes.add(lane, [visit, visit]);
      await layerOf().lanes.add(lane, [visit]);
      expect(await layerOf().lanes.count(lane)).toBe(1);
      expect(await takeAll()).toEqual(['1']);
    });

    it('take a visit in again after it was taken and completed', async () => {
      const visit = { ticketId: '1', visitNo: 1, dueAt: now };
      for (let n = 0; n < 3; n++) {
        await layerOf().lanes.add(lane, [visit]);
        expect(await takeAll()).toEqual(['1']);
      }
    });

    it('never give one job to two of 32 who take at once, and none goes without while one is there', async () => {
      await layerOf().lanes.add(
        lane,
        Array.from({ length: 32 }, (_, n) => ({
          ticketId: `${n + 1}`,
          visitNo: 1,
          dueAt: now + n * MINUTE,
        })),
      );
      const jobs = await Promise.all(Array.from({ length: 32 }, () => layerOf().lanes.first(lane)));
      expect(new Set(jobs.map((job) => job?.ticketId)).size).toBe(32);
      expect(await layerOf().lanes.first(lane)).toBeNull();
    });

    it('are apart from each other', async () => {
      await layerOf().lanes.add('lane-logistics.1.', [{ ticketId: '1', visitNo: 1, dueAt: now }]);
      expect(await layerOf().lanes.first(lane)).toBeNull();
      expect(await takeAll('lane-logistics.1.')).toEqual(['1']);
    });

    it('dropping a job that was wiped meanwhile is no error', async () => {
      await layerOf().lanes.add(lane, [{ ticketId: '1', visitNo: 1, dueAt: now }]);
      const place = await layerOf().lanes.first(lane);
      await layerOf().wipe();
      place?.drop();
      await layerOf().lanes.settle();
      expect(await layerOf().lanes.first(lane)).toBeNull();
    });

    it('show a visit that was put back at its place again, and to others meanwhile the next', async () => {
      await layerOf().lanes.add(lane, [
        { ticketId: '1', visitNo: 1, dueAt: now },
        { ticketId: '2', visitNo: 1, dueAt: now + MINUTE },
      ]);
      const first = await layerOf().lanes.first(lane);
      expect((await layerOf().lanes.first(lane, ({ ticketId }) => ticketId !== '9'))?.ticketId).toBe('2');
      first?.putBack();
      expect((await layerOf().lanes.first(lane))?.ticketId).toBe('1');
      expect(await layerOf().lanes.first(lane)).toBeNull();
    });

    it('show only what passes, also behind many that do not', async () => {
      const visits = Array.from({ length: 20 }, (_, n) => ({
        ticketId: `${n + 1}`,
        visitNo: 1,
        dueAt: now + n * MINUTE,
      }));
      await layerOf().lanes.add(lane, visits);
      expect((await layerOf().lanes.first(lane, ({ ticketId }) => ticketId === '20'))?.ticketId).toBe('20');
      expect(await layerOf().lanes.first(lane, () => false)).toBeNull();
    });

    it('hold every visit in order however many wait, while others come and go', async () => {
      const all = Array.from({ length: 700 }, (_, n) => ({
        ticketId: `${n + 1}`,
        visitNo: 1,
        dueAt: now + n * MINUTE,
      }));
      await layerOf().lanes.add(lane, all.slice(0, 600));
      const seen: number[] = [];
      for (let n = 0; n < 700; n++) {
        if (n === 300) await layerOf().lanes.add(lane, all.slice(600));
        const place = await layerOf().lanes.first(lane);
        seen.push(Number(place?.ticketId));
        place?.drop();
      }
      expect(seen).toEqual(all.map(({ ticketId }) => Number(ticketId)));
      await layerOf().lanes.settle();
      expect(await layerOf().lanes.count(lane)).toBe(0);
    });

    it('give a visit its job back that waits again while the old one is being removed', async () => {
      await layerOf().waiting('1', now);
      await layerOf().lanes.add(lane, [{ ticketId: '1', visitNo: 1, dueAt: now }]);
      (await layerOf().lanes.first(lane))?.drop();
      // Its job stands there still, so this does nothing.
      await layerOf().lanes.add(lane, [{ ticketId: '1', visitNo: 1, dueAt: now }]);
      await layerOf().lanes.settle();
      expect(await layerOf().lanes.count(lane)).toBe(1);
      expect((await layerOf().lanes.first(lane))?.ticketId).toBe('1');
    });

    it('are free of jobs that an older program took and never ended', async () => {
      const { connection, factory, prefix } = layerOf().backend;
      await layerOf().waiting('1', now);
      await layerOf().lanes.add(lane, [{ ticketId: '1', visitNo: 1, dueAt: now }]);
      const worker = new Worker(
        lane,
        undefined,
        { connection, prefix, autorun: false, lockDuration: 1 },
        (name, opts) => factory(name, opts),
      );
      expect((await worker.getNextJob('old', { block: false }))?.data).toMatchObject({ ticketId: '1' });
      await worker.close();
      await until('its lock is over', async () => {
        await layerOf().rebuild.mendLanes(now);
        return (await layerOf().lanes.count(lane)) === 1;
      });
      expect(await takeAll()).toEqual(['1']);
    });
  });
}
