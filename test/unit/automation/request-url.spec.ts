import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import { PathRefused, requestUrl } from '../../../src/automation/request-url.js';

const url = (path: string, query = {}): string =>
  requestUrl('https://shop.example:8443/api/v1/', path, query).href;

describe('the address of a call', () => {
  it('lies below the base of its connection', () => {
    expect(url('/orders/ORD-1')).toBe('https://shop.example:8443/api/v1/orders/ORD-1');
    expect(requestUrl('http://shop.example', '/orders', {}).href).toBe('http://shop.example/orders');
  });

  it('encodes what a path cannot hold, and the query', () => {
    expect(url('/orders/订单 1')).toBe('https://shop.example:8443/api/v1/orders/%E8%AE%A2%E5%8D%95%201');
    expect(url('/orders', { q: 'a&b=c', 页: '1' })).toContain('/orders?q=a%26b%3Dc&%E9%A1%B5=1');
  });

  it('drops a query and a fragment of the base', () => {
    expect(requestUrl('https://shop.example/a?token=1#x', '/b', {}).href).toBe('https://shop.example/a/b');
  });

  it.each([
    'orders',
    '',
    '//evil.example/x',
    '/\\evil.example',
    '/../admin',
    '/a/../../admin',
    '/a/%2e%2e/admin',
    '/a/.%2E/admin',
    '/./a',
    '/a%2f..%2fadmin',
    '/a%5c..',
    '/a?x=1',
    '/a#x',
    '/a\r\nHost: evil.example',
    '/a\t',
  ])('refuses the path %j', (path) => expect(() => url(path)).toThrow(PathRefused));

  it('refuses a base that is not http', () => {
    expect(() => requestUrl('file:///etc', '/passwd', {})).toThrow(PathRefused);
  });

  it('no path whatever changes the host or leaves the base', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.boolean(), (text, slash) => {
        let made: URL;
        try {
          made = requestUrl('https://shop.example/api', slash ? `/${text}` : text, {});
        } catch (error) {
          expect(error).toBeInstanceOf(PathRefused);
          return;
        }
        expect(made.origin).toBe('https://shop.example');
        expect(made.pathname.startsWith('/api/')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
