import { describe, expect, it } from '@jest/globals';
import { deviceOf } from '../../../src/people/access/device.js';

describe('the device that a user agent names', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.1.2',
      'Edge 142, Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140, Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'Safari 18, iOS',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
      'Chrome 141, macOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0 Mobile Safari/537.36 MicroMessenger/8.0.50',
      'WeChat 8, Android',
    ],
    ['curl/8.14.1', 'curl/8.14.1'],
    ['<script>', ''],
    ['x'.repeat(100_000), 'x'.repeat(60)],
    [undefined, ''],
  ])('%j is %j', (agent, device) => {
    expect(deviceOf(agent)).toBe(device);
  });
});
