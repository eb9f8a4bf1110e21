import { describe, expect, it } from '@jest/globals';
import { checkPassword, hashPassword, hashToTry } from '../../../src/people/passwords/hashes.js';

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

  it('an unknown address takes as long as a wrong password: a hash of the same cost is tried', async () => {
    const costOf = (hash: string): string => hash.split('$').slice(0, 4).join('$');
    const [known, unknown] = [await hashPassword('stepwise'), await hashToTry(null)];
    expect(costOf(unknown)).toBe(costOf(known));
    expect(costOf(known)).toBe('$argon2id$v=19$m=19456,t=2,p=1');
    expect(await hashToTry(known)).toBe(known);
    expect(await checkPassword(null, 'nobody signs in with this')).toBe(false);
  });
});
