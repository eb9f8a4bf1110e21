import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonbText } from '../../../src/audit/jsonb-text.js';
import { runSql } from '../../support/backup-data.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { NAUGHTY } from '../../support/naughty.js';

let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

/** What PostgreSQL makes of values that were sent as JSON. */
async function stored(values: readonly unknown[]): Promise<string[]> {
  const rows = await runSql<{ text: string }>(
    db.url,
    'select v::text as text from jsonb_array_elements($1::jsonb) with ordinality e(v, n) order by n',
    [JSON.stringify(values)],
  );
  return rows.map(({ text }) => text);
}

it.each([
  [[0, -0, 1, -1.5, 0.1 + 0.2, 1e21, -1.25e21, 1e-7, -1.5e-7, 123e-20, 5e-324, 1.7976931348623157e308]],
  [[9007199254740993, Number.MAX_SAFE_INTEGER, Number.NaN, Number.POSITIVE_INFINITY]],
  [[{ b: 1, a: 2, aa: 3, '': 4, é: 5, 中: 6, '😀': 7, '\uffff': 8, B: 9 }]],
  [[{ b: undefined, c: () => 1, d: [undefined, Symbol('x')] }, {}, [], [[]], { a: {} }]],
  [[new Date(0), { at: new Date(0) }, { toJSON: 1 }]],
  [[JSON.parse('{"__proto__": {"constructor": 1}, "10": 1, "9": 2, "toString": 3}')]],
])('is the text of the database: %j', async (values) => {
  expect(values.map(jsonbText)).toEqual(await stored(values));
});

it('is the text of the database for whatever somebody may type', async () => {
  const values = NAUGHTY.filter((text) => text.isWellFormed() && !text.includes('\0')).map((text) => ({
    [text]: [text],
  }));
  expect(values.map(jsonbText)).toEqual(await stored(values));
});

it('is the text of the database for any value', async () => {
  const text = fc.string({ unit: 'binary' }).filter((s) => !s.includes('\0'));
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constant(null),
      fc.boolean(),
      fc.double(),
      fc.integer(),
      text,
      fc.array(tie('any'), { maxLength: 6 }),
      fc.dictionary(text, tie('any'), { maxKeys: 8 }),
    ),
  })).any;
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 20, maxLength: 60 }), async (values) => {
      expect(values.map(jsonbText)).toEqual(await stored(values));
    }),
    { numRuns: 60 },
  );
});

it('writes whole numbers of any size', () => {
  expect(jsonbText([2n ** 60n, 1])).toBe('[1152921504606846976, 1]');
});
