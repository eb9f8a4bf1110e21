import { describe, expect, it } from '@jest/globals';
import { showUrl, withoutSecrets } from '../../../src/automation/connections-use.js';

describe('what may be shown of a connection', () => {
  it.each([
    ['https://shop.example/api', 'https://shop.example/api'],
    ['https://me:key@shop.example/api?token=key#x', 'https://shop.example/api'],
    ['no url', ''],
  ])('of the address %s: %s', (url, shown) => {
    expect(showUrl(url)).toBe(shown);
  });

  it('texts lose every value of a header and every key in the address', () => {
    const connection = {
      baseUrl: 'https://me:pass-1@shop.example/?token=tok-77',
      headers: { authorization: 'Bearer abc-def', 'x-short': 'a' },
    };
    expect(withoutSecrets('Bearer abc-def, abc-def, pass-1, tok-77, a', connection)).toBe(
      '•••, •••, •••, •••, a',
    );
    expect(withoutSecrets('nothing', { baseUrl: 'x' })).toBe('nothing');
  });
});
