import { describe, expect, it } from '@jest/globals';
import { isOutcomeUnknown } from '../../../src/database/outcome.js';
import { toDatabaseUnavailable } from '../../../src/database/unavailable.js';
import { GroupCommit } from '../../../src/writes/group-commit.js';

const limits = { batches: 1, size: 10 };

describe('a group commit', () => {
  it('writes together what comes in together, each with its own result', async () => {
    const batches: number[][] = [];
    const group = new GroupCommit<number, string>((items) => {
      batches.push(items);
      return Promise.resolve(items.map((n) => `did ${String(n)}`));
    }, limits);
    const results = await Promise.all([1, 2, 3].map((n) => group.add(n)));
    expect(results).toEqual(['did 1', 'did 2', 'did 3']);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('keeps to the size of a batch and to the number of batches at a time', async () => {
    let running = 0;
    let most = 0;
    const sizes: number[] = [];
    const group = new GroupCommit<number, number>(
      async (items) => {
        running += 1;
        most = Math.max(most, running);
        sizes.push(items.length);
        await Promise.resolve();
        running -= 1;
        return items;
      },
      { batches: 2, size: 4 },
    );
    await Promise.all(Array.from({ length: 25 }, (_, n) => group.add(n)));
    expect(most).toBe(2);
    expect(Math.max(...sizes)).toBe(4);
    expect(sizes.reduce((a, b) => a + b)).toBe(25);
  });

  it('runs more batches side by side while much is under way, and the usual number again after that', async () => {
    let running = 0;
    let most = 0;
    const group = new GroupCommit<number, number>(
      async (items) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((next) => setImmediate(next));
        running -= 1;
        return items;
      },
      { batches: 2, size: 64, busy: { from: 96, batches: 4 } },
    );
    const add = (count: number): Promise<number[]> =>
      Promise.all(Array.from({ length: count }, (_, n) => group.add(n)));
    await add(95);
    expect(most).toBe(2);
    expect(await add(96)).toHaveLength(96);
    expect(most).toBe(4);
    most = 0;
    await add(95);
    expect(most).toBe(2);
  });

  it('fails only the item that cannot be written', async () => {
    const group = new GroupCommit<number, number>(
      (items) => (items.includes(13) ? Promise.reject(new Error('unlucky')) : Promise.resolve(items)),
      limits,
    );
    const results = await Promise.allSettled([12, 13, 14].map((n) => group.add(n)));
    expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  /** A batch that always fails like this, and what was asked of it. */
  const failing = (error: object): { group: GroupCommit<number, number>; batches: number[][] } => {
    const batches: number[][] = [];
    const group = new GroupCommit<number, number>((items) => {
      batches.push(items);
      return Promise.reject(Object.assign(new Error('it failed'), error));
    }, limits);
    return { group, batches };
  };

  it.each(['ECONNREFUSED', 'ETIMEDOUT', '57P03', '57014', '53100', '53300', '25006'])(
    'fails all together when the database is away (%s): nobody waits for it once more',
    async (code) => {
      const { group, batches } = failing({ code });
      const results = await Promise.allSettled([1, 2, 3].map((n) => group.add(n)));
      expect(results.map((r) => r.status)).toEqual(Array(3).fill('rejected'));
      expect(batches).toEqual([[1, 2, 3]]);
    },
  );

  it('tries each alone when somebody keeps a row of one of them', async () => {
    const { group, batches } = failing({ code: '55P03' });
    await Promise.allSettled([1, 2].map((n) => group.add(n)));
    expect(batches).toEqual([[1, 2], [1], [2]]);
  });

  it('lets nobody stand in line for too long, and says that nothing was begun', async () => {
    const begun: number[][] = [];
    let end: () => void = () => undefined;
    const group = new GroupCommit<number, number>(
      async (items) => {
        begun.push(items);
        await new Promise<void>((resolve) => (end = resolve));
        return items;
      },
      { batches: 1, size: 10, waitMs: 30 },
    );
    const first = group.add(1);
    await new Promise((resolve) => setImmediate(resolve));
    const late: unknown = await group.add(2).catch((error: unknown) => error);
    expect(toDatabaseUnavailable(late)).toMatchObject({ slug: 'database-busy', status: 503 });
    expect(isOutcomeUnknown(late)).toBe(false);
    // What is on its way has its own deadline, and the line goes on behind it.
    end();
    expect(await first).toBe(1);
    const next = group.add(3);
    await new Promise((resolve) => setImmediate(resolve));
    end();
    expect(await next).toBe(3);
    expect(begun).toEqual([[1], [3]]);
  });
});
