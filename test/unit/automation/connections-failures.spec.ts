import { describe, expect, it } from '@jest/globals';
import { readFailure } from '../../../src/automation/connections-failures.js';
import { AddressForbidden } from '../../../src/automation/guarded-agent.service.js';

describe('the facts of a failed call', () => {
  it.each([
    ['timeout', 'No answer within 5000 ms.', { reason: 'timeout', facts: { ms: '5000' } }],
    ['http-4xx', 'The answer was 404.', { reason: 'http-4xx', facts: { status: '404' } }],
    ['http-5xx', 'The answer was 503.', { reason: 'http-5xx', facts: { status: '503' } }],
    [
      'invalid-answer',
      'The answer was 302; redirects are not followed.',
      { reason: 'redirect', facts: { status: '302' } },
    ],
    [
      'invalid-answer',
      'The answer is larger than 1048576 bytes.',
      { reason: 'too-large', facts: { bytes: '1048576' } },
    ],
    [
      'invalid-answer',
      'The answer is text/html; charset=utf-8 instead of JSON.',
      { reason: 'not-json', detail: 'text/html; charset=utf-8' },
    ],
    ['invalid-answer', 'The answer is of no known type instead of JSON.', { reason: 'not-json' }],
    [
      'invalid-answer',
      'The answer is broken JSON: Unexpected end\nof JSON input',
      { reason: 'broken-json', detail: 'Unexpected end\nof JSON input' },
    ],
    [
      'invalid-answer',
      'The answer does not fit: /amount must be number',
      { reason: 'unfit-answer', detail: '/amount must be number' },
    ],
    [
      'invalid-answer',
      'The rule "paid-once" would be broken.',
      { reason: 'refused-answer', detail: 'The rule "paid-once" would be broken.' },
    ],
    ['unknown-connection', 'There is no connection "erp".', { reason: 'unknown-connection' }],
    ['unknown-connection', 'Invalid URL', { reason: 'bad-address', detail: 'Invalid URL' }],
    [
      'forbidden-address',
      new AddressForbidden('[::1]', '::1').message,
      { reason: 'private-address', facts: { host: '[::1]', address: '::1' } },
    ],
    [
      'forbidden-address',
      'the path "//x" names another host',
      { reason: 'bad-path', detail: 'the path "//x" names another host' },
    ],
    [
      'forbidden-address',
      'POST /refunds is not among what the connection allows: /orders',
      { reason: 'not-allowed', facts: { call: 'POST /refunds' } },
    ],
    ['refused', 'connect ECONNREFUSED', { reason: 'unreachable', detail: 'connect ECONNREFUSED' }],
    ['of-tomorrow', 'Nobody knows yet.', { reason: 'other', detail: 'Nobody knows yet.' }],
    ['timeout', 'It took too long.', { reason: 'other', detail: 'It took too long.' }],
  ])('%s: %s', (code, message, about) => {
    expect(readFailure(code, message)).toEqual({ facts: {}, detail: null, ...about });
  });
});
