import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WorldLock } from '../../../src/queues/world-lock.service.js';
import { openQueueLayer } from './assembly.js';
import type { QueueLayer } from './assembly.js';

describe('the lock of the world', () => {
  let layer: QueueLayer;
  let other: WorldLock;

  beforeEach(async () => {
    layer = await openQueueLayer(undefined);
    other = new WorldLock(layer.database);
  });
  afterEach(async () => {
    await other.beforeApplicationShutdown();
    await layer.close();
  });

  /** Until PostgreSQL says that somebody asks for the lock and does not get it. */
  async function someoneWaits(): Promise<void> {
    const waiting = `select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`;
    while ((await layer.database.pool.query(waiting)).rowCount === 0);
  }

  it('is shared by workers of several processes', async () => {
    const order: string[] = [];
    await layer.world.share(async () => {
      order.push('one');
      await other.share(async () => {
        order.push('two');
      });
    });
    expect(order).toEqual(['one', 'two']);
  });

  it('background work is left out while somebody owns the world, and runs again afterwards', async () => {
    await layer.world.own(async () => {
      expect(await layer.world.share(async () => 'ran')).toBeNull();
      expect(await other.share(async () => 'ran')).toBeNull();
    });
    expect(await layer.world.share(async () => 'ran')).toEqual({ result: 'ran' });
  });

  it('whoever wants to own the world waits for the work under way', async () => {
    let finish = (): void => undefined;
    let begun = (): void => undefined;
    const atWork = new Promise<void>((resolve) => (begun = resolve));
    const working = layer.world.share(() => {
      begun();
      return new Promise<void>((resolve) => (finish = resolve));
    });
    await atWork;
    const order: string[] = [];
    const owning = other.own(async () => void order.push('owned'));
    await someoneWaits();
    expect(order).toEqual([]);
    finish();
    await working;
    await owning;
    expect(order).toEqual(['owned']);
  });

  it('a worker that is never idle lets the owner in all the same', async () => {
    let stopped = false;
    const work = async (): Promise<void> => {
      while (!stopped) await layer.world.share(() => new Promise((resolve) => setTimeout(resolve, 30)));
    };
    const workers = [work(), work(), work()];
    await layer.world.share(() => Promise.resolve());
    await other.own(async () => undefined);
    stopped = true;
    await Promise.all(workers);
  });

  it('work that throws gives the lock back', async () => {
    await expect(layer.world.share(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await other.own(async () => undefined);
  });
});
