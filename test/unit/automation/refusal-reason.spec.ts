import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import { readRefusalReason } from '../../../src/automation/refusal-reason.js';

const bytes = (body: unknown): Buffer => Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
const read = (body: unknown, type = 'application/json'): string | null =>
  readRefusalReason(bytes(body), type);

describe('the reason of a refusal', () => {
  it.each<[string, unknown, string]>([
    [
      'the detail of a problem',
      { title: 'Unprocessable', detail: 'More than was paid.' },
      'More than was paid.',
    ],
    ['a message', { error: 'invalid-amount', message: 'At most 943 CNY.' }, 'At most 943 CNY.'],
    ['a reason', { reason: 'Blocked account' }, 'Blocked account'],
    ['a title when there is nothing better', { title: 'Too late', status: 422 }, 'Too late'],
    ['an error when it is all', { error: 'too-late' }, 'too-late'],
    ['both languages', { message: { en: 'Too late.', 'zh-CN': '已过期。' } }, 'Too late. / 已过期。'],
    ['the one language that is there', { message: { 'zh-CN': '已过期。' } }, '已过期。'],
    ['what comes after an empty field', { detail: '  ', message: 'Too late.' }, 'Too late.'],
  ])('is %s', (_, body, reason) => {
    expect(read(body)).toBe(reason);
  });

  it('is read from problem+json too, and from nothing that is not JSON', () => {
    expect(read({ detail: 'No.' }, 'application/problem+json; charset=utf-8')).toBe('No.');
    for (const type of ['text/html', '', 'text/plain', 'application/jsonp'])
      expect(read({ detail: 'No.' }, type)).toBeNull();
  });

  it.each<[string, unknown]>([
    ['broken JSON', '{"detail": "x'],
    ['nothing', ''],
    ['a list', ['no']],
    ['a word', '"no"'],
    ['null', 'null'],
    ['reasons of other kinds', { detail: 5, message: ['x'], reason: { de: 'x' }, title: null, error: true }],
    ['nesting without end', `${'{"detail":'.repeat(1_500)}1${'}'.repeat(1_500)}`],
    ['brackets only', '['.repeat(16_000)],
  ])('is null for %s', (_, body) => {
    expect(read(body)).toBeNull();
  });

  it('is one plain line: nothing in it breaks lines, rings bells or turns the text around', () => {
    expect(read({ detail: 'Not\r\n\tnow\u0007\u2028please' })).toBe('Not now please');
    expect(read({ detail: 'at most \u202e349\u202c CNY\u200b\ufeff' })).toBe('at most 349 CNY');
    expect(read({ detail: '\ud800x' })).toBe('x');
  });

  it('is at most 300 characters, and never ends in half a sign', () => {
    expect(read({ detail: 'x'.repeat(16_000) })).toHaveLength(300);
    const cut = read({ detail: `${'x'.repeat(298)}😀 and more` }) ?? '';
    expect(cut).toBe(`${'x'.repeat(298)}…`);
  });

  it('does no harm whatever the body is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (body) => {
        const reason = read(body);
        expect(reason === null || (reason.length > 0 && !/[\p{Cc}\p{Cf}]/u.test(reason))).toBe(true);
      }),
    );
    expect(readRefusalReason(Buffer.from([0x7b, 0xff, 0x7d]), 'application/json')).toBeNull();
  });
});
