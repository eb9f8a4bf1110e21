import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import { BEYOND, BODY_LIMITS, JSON_LIMITS } from '../../../src/problems/body-limits.js';
import { findExcess, JsonScan } from '../../../src/problems/json-scan.js';
import { findUnstorable } from '../../../src/problems/storable.js';

const bytes = (text: string): Buffer => Buffer.from(text);
const LIMITS = { depth: 2, fields: 2, values: 6 };

describe('a look through JSON before it is parsed', () => {
  it.each([
    ['[[[]]]', null],
    ['[[[[]]]]', { limit: 'depth', pointer: '/0/0/0' }],
    ['{"a":{"b":[{}]}}', { limit: 'depth', pointer: '/a/b/0' }],
    ['{"a":1,"b":2}', null],
    ['{"a":1,"b":2,"c":3}', { limit: 'fields', pointer: '' }],
    ['[0,{"a/b":{"x":1,"y":2,"z":3}}]', { limit: 'fields', pointer: '/1/a~1b' }],
    ['[1,2,3,4,5]', null],
    ['[1,2,3,4,5,6]', { limit: 'values', pointer: '' }],
    // What stands in a text is no structure.
    ['["[[[[{{{{,,,,::::","\\"[[[["]', null],
    [' [ true , null , -1.5e3 ] ', null],
    // No JSON: somebody else says so.
    ['[}{]', null],
    ['"without an end', null],
    ['', null],
  ])('%s', (text, excess) => {
    expect(findExcess(bytes(text), LIMITS)).toEqual(excess);
  });

  it.each([
    ['nested lists', '['.repeat(500_000), 200],
    ['nested objects', '{"a":'.repeat(170_000), 1_000],
    ['a list without end', `[${'{},'.repeat(340_000)}{}]`, 61_000],
    [
      'an object without end',
      `{${Array.from({ length: 80_000 }, (_, n) => `"k${String(n)}":1`).join(',')}}`,
      12_000,
    ],
  ])('breaks off at the first excess: %s', (_, text, atMost) => {
    const scan = new JsonScan(bytes(text), BODY_LIMITS).run();
    expect(scan.excess).not.toBeNull();
    expect(scan.at).toBeLessThan(atMost);
  });

  it('names the place as the check of parsed values does', () => {
    const nested = Array.from({ length: 70 }).reduce<unknown>((inner) => [inner], 1);
    for (const value of [
      { a: { 'b/~"\\': [1, { c: fieldsOf(1_001) }] } },
      { a: [0, { 退款: nested }] },
      { data: Array.from({ length: 25_000 }, () => 1) },
    ]) {
      const excess = findExcess(bytes(JSON.stringify(value)), BODY_LIMITS);
      expect(findUnstorable(value)).toEqual([
        { pointer: excess?.pointer, message: BEYOND[excess?.limit ?? 'values'] },
      ]);
    }
  });

  it('takes just as much as the check of parsed values, and not one more', () => {
    const list = (n: number): unknown => Array.from({ length: n }, () => -1_500);
    const nest = (n: number): unknown =>
      Array.from({ length: n - 1 }).reduce<unknown>((inner) => [inner], []);
    for (const [fits, exceeds] of [
      [fieldsOf(1_000), fieldsOf(1_001)],
      [list(19_999), list(20_000)],
      [nest(65), nest(66)],
    ]) {
      expect([findExcess(bytes(JSON.stringify(fits)), BODY_LIMITS), findUnstorable(fits)]).toEqual([
        null,
        [],
      ]);
      expect(findExcess(bytes(JSON.stringify(exceeds)), BODY_LIMITS)).not.toBeNull();
      expect(findUnstorable(exceeds)).toHaveLength(1);
    }
  });

  it.each([
    ['9007199254740991', null],
    ['[1, 9007199254740992]', { limit: 'whole', pointer: '/1' }],
    ['{"a":{"b": -9007199254740993}}', { limit: 'whole', pointer: '/a/b' }],
    ['9007199254740993', { limit: 'whole', pointer: '' }],
    ['["9007199254740993", 1234567890.1234567890, 1e300]', null],
  ])('sees whole numbers that would be rounded: %s', (text, excess) => {
    expect(findExcess(bytes(text), BODY_LIMITS)).toEqual(excess);
    expect(findExcess(bytes(text), JSON_LIMITS)).toBeNull();
  });

  it('looks at each byte once at most, whatever stands in texts', () => {
    const text = JSON.stringify({ text: '[{"a":1,\\"'.repeat(60_000) });
    const scan = new JsonScan(bytes(text), BODY_LIMITS).run();
    expect([scan.excess, scan.at]).toEqual([null, Buffer.byteLength(text)]);
  });

  it('counts what a parser would make of it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const value: unknown = JSON.parse(text);
        const all = countOf(value);
        const enough = { depth: 100, fields: 1_000_000, values: all };
        expect(findExcess(bytes(text), enough)).toBeNull();
        expect(findExcess(bytes(text), { ...enough, values: all - 1 })).toMatchObject({ limit: 'values' });
      }),
    );
  });
});

function fieldsOf(n: number): object {
  return Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${String(i)}`, i]));
}

function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, one) => sum + countOf(one), 1);
}
