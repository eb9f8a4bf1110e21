import { describe, expect, it } from '@jest/globals';
import { PromiseCache } from '../../../src/sops/sop-cache.js';

describe('the cache of compiled SOPs', () => {
  it('makes a value once for all who ask', async () => {
    const cache = new PromiseCache<number>(10);
    let made = 0;
    const make = () => Promise.resolve(++made);
    expect(await Promise.all([cache.get('a', make), cache.get('a', make), cache.get('a', make)])).toEqual([
      1, 1, 1,
    ]);
  });

  it('forgets what was not asked for the longest time', async () => {
    const cache = new PromiseCache<string>(2);
    const asked: string[] = [];
    const get = (key: string) =>
      cache.get(key, () => {
        asked.push(key);
        return Promise.resolve(key);
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key);
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
    expect(cache.size).toBe(2);
  });

  it('tries again after a failure', async () => {
    const cache = new PromiseCache<string>(2);
    await expect(cache.get('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await cache.get('a', () => Promise.resolve('back'))).toBe('back');
  });
});
