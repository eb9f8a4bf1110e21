import { describe, expect, it } from '@jest/globals';
import { checkPassword, hashPassword } from '../../../src/people/passwords/hashes.js';

describe('passwords', () => {
  it('are stored as argon2id, salted', async () => {
    const [a, b] = await Promise.all([hashPassword('stepwise'), hashPassword('stepwise')]);
    expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(a).not.toBe(b);
  });

  it('fit only themselves', async () => {
    const stored = await hashPassword('密码 with spaces');
    expect(await checkPassword(stored, '密码 with spaces')).toBe(true);
    expect(await checkPassword(stored, '密码 with space')).toBe(false);
    expect(await checkPassword(stored, '')).toBe(false);
  });

  it('nobody has no password, not even the one nobody signs in with', async () => {
    expect(await checkPassword(null, 'nobody signs in with this')).toBe(false);
  });

  it('an unknown address takes as long as a wrong password', async () => {
    const stored = await hashPassword('stepwise');
    const time = async (against: string | null): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < 7; i += 1) {
        const began = performance.now();
        await checkPassword(against, 'wrong one');
        times.push(performance.now() - began);
      }
      return Math.min(...times);
    };
    await time(null);
    const [wrong, unknown] = [await time(stored), await time(null)];
    expect(unknown).toBeGreaterThan(wrong / 2);
    expect(unknown).toBeLessThan(wrong * 2);
  });
});
