import { describe, expect, it } from '@jest/globals';
import { WriteKeys } from '../../../src/console/api/write-keys';

describe('the keys of writes', () => {
  const make = () => {
    let n = 0;
    return new WriteKeys(() => `key ${(n += 1)}`);
  };

  it('are the same for the same request until it is answered, and another afterwards', () => {
    const keys = make();
    expect(keys.keyOf('a')).toBe('key 1');
    keys.answered('a', 0);
    expect(keys.keyOf('a')).toBe('key 1');
    keys.answered('a', 503);
    expect(keys.keyOf('a')).toBe('key 1');
    expect(keys.keyOf('b')).toBe('key 2');
    keys.answered('a', 200);
    expect(keys.keyOf('a')).toBe('key 3');
    keys.answered('a', 409);
    expect(keys.keyOf('a')).toBe('key 4');
  });

  it('of what was never answered are forgotten at some time', () => {
    const keys = make();
    for (let n = 0; n < 60; n++) keys.keyOf(String(n));
    expect(keys.keyOf('59')).toBe('key 60');
    expect(keys.keyOf('0')).toBe('key 61');
  });
});
