import { describe, expect, it } from '@jest/globals';
import { isQuickPattern } from '../../../src/console/kit/schema-form/quick-pattern';

describe('patterns that a browser decides at once', () => {
  it.each([
    '^ORD-[0-9]{6}$',
    '^[A-Za-z0-9-]{6,32}$',
    '\\S',
    '^\\d+$',
    '^a?b?c?$',
    '[a-z]',
    '^.*$',
    '^\\$\\d{1,3}$',
  ])('%s is one', (pattern) => expect(isQuickPattern(pattern)).toBe(true));

  it.each([
    '^(a+)+$',
    '^a*a*b$',
    'a+b',
    '\\s+$',
    '^[a-z]+[a-z]+$',
    '^\\d{0,900}\\d{0,900}x$',
    '^(?:a|a)*$',
    '(?i)abc',
    '^(a)\\1$',
    '^a|b$',
    '^[a$',
    '^\\p{L}$',
    '^a{2,}b{2,}$',
  ])('%s is left to the server', (pattern) => expect(isQuickPattern(pattern)).toBe(false));
});
