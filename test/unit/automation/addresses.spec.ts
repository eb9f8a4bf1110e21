import { describe, expect, it } from '@jest/globals';
import { isPublicAddress, literalAddress } from '../../../src/automation/addresses.js';

describe('addresses of other systems', () => {
  it.each(['8.8.8.8', '::ffff:8.8.8.8', '2001:4860:4860::8888', '203.0.112.1'])('%s is public', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '192.0.0.8',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    'fe80::1',
    'fec0::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '100::1',
    'localhost',
    '',
  ])('%j is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it('sees through every way of writing an address in a URL', () => {
    for (const host of [
      '127.1',
      '2130706433',
      '0x7f.0.0.1',
      '017700000001',
      '[::1]',
      '[0:0:0:0:0:ffff:7f00:1]',
    ]) {
      const literal = literalAddress(new URL(`http://${host}/`).hostname);
      expect(literal).not.toBeNull();
      expect(isPublicAddress(literal ?? '8.8.8.8')).toBe(false);
    }
    expect(literalAddress('shop.example')).toBeNull();
  });
});
