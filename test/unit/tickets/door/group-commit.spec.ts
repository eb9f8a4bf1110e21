import { describe, expect, it } from '@jest/globals';
import { GroupCommit } from '../../../../src/tickets/door/group-commit.js';

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

  it('fails only the item that cannot be written', async () => {
    const group = new GroupCommit<number, number>(
      (items) => (items.includes(13) ? Promise.reject(new Error('unlucky')) : Promise.resolve(items)),
      limits,
    );
    const results = await Promise.allSettled([12, 13, 14].map((n) => group.add(n)));
    expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
