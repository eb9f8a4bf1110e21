import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { RowArrays, UnknownColumn, type Columns } from '../../../src/writes/rows/row-arrays.js';
import { UnsendableValue } from '../../../src/writes/rows/row-writer.js';
import { areRowsOutdated, readRowTypes } from '../../../src/writes/rows/row-types.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { NAUGHTY } from '../../support/naughty.js';

interface Sample {
  big: string | number | null;
  small: number | null;
  words: string | null;
  list: string[] | null;
  ids: string[] | null;
  data: unknown;
  plain: unknown;
  moment: number | null;
  yes: boolean | null;
  who: string | null;
}
const NOTHING: Sample = {
  ...{ big: null, small: null, words: null, list: null, ids: null },
  ...{ data: null, plain: null, moment: null, yes: null, who: null },
};
const COLUMNS: Columns<Sample, null> = Object.fromEntries(
  (Object.keys(NOTHING) as (keyof Sample)[]).map((name) => [name, (sample: Sample) => sample[name]]),
);
const ID = '0199f3c2-5f7e-7abc-8def-0123456789ab';

let db: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  db = await openTestDatabase();
  client = new pg.Client({ connectionString: db.url });
  await client.connect();
  await client.query(`create table samples (big bigint, gone text, small int, words text, list text[], ids uuid[],
    data jsonb, plain json, moment timestamptz(3), yes boolean, who uuid, own serial, odd point);
    alter table samples drop column gone`);
});
afterAll(async () => {
  await client.end();
  await db.close();
});

async function arrays<Row>(columns: Columns<Row, null>): Promise<RowArrays<Row, null>> {
  const types = await readRowTypes(client, ['samples']);
  const type = types.get('samples');
  if (type === undefined) throw new Error('no samples');
  return new RowArrays(type, columns);
}

/** What PostgreSQL makes of rows that were sent. */
async function sent(rows: (Sample | null)[]): Promise<unknown[]> {
  const encoded = (await arrays(COLUMNS)).encode(rows.map((part) => ({ part: part as Sample, whole: null })));
  const answer = await client.query<{ row: unknown }>({
    text: `select to_jsonb(r) - 'own' - 'odd' || jsonb_build_object('plain', r.plain::text,
      'moment', extract(epoch from r.moment) * 1000) as row from unnest($1::samples[]) as r`,
    values: [encoded],
  });
  return answer.rows.map(({ row }) => row);
}

const full: Sample = {
  big: '42',
  small: -7,
  words: 'a "quoted", {curly} \\ word',
  list: ['a,b', '', 'null', '"x"', '\\'],
  ids: [ID],
  data: { b: [1, 2.5, null], a: { ключ: '值 🧧' } },
  plain: { z: 1, a: [true] },
  moment: Date.UTC(2026, 10, 27, 9, 30, 0, 123),
  yes: true,
  who: ID.toUpperCase(),
};

describe('rows as one binary parameter', () => {
  it('arrive as they are, with nothing where there is nothing', async () => {
    expect(await sent([full, NOTHING, null])).toEqual([
      { ...full, big: 42, plain: '{"z":1,"a":[true]}', who: ID },
      NOTHING,
      NOTHING,
    ]);
    expect(await sent([])).toEqual([]);
    expect(await sent([{ ...NOTHING, list: [], ids: [], yes: false }])).toEqual([
      { ...NOTHING, list: [], ids: [], yes: false },
    ]);
  });

  it('texts of all kinds, alone, in lists and in data', async () => {
    const texts = NAUGHTY.filter((text) => text.isWellFormed() && !text.includes('\0'));
    expect(texts.length).toBeGreaterThan(20);
    const rows = texts.map((text) => ({
      ...NOTHING,
      words: text,
      list: [text, 'b'],
      data: { [text]: text },
    }));
    expect(await sent(rows)).toEqual(rows);
  });

  it('numbers and instants at their limits', async () => {
    const rows = [
      { ...NOTHING, big: '9223372036854775807', small: 2_147_483_647 },
      { ...NOTHING, big: '-9223372036854775808', small: -2_147_483_647 },
      { ...NOTHING, big: Number.MAX_SAFE_INTEGER, small: 0 },
      { ...NOTHING, big: Number.MIN_SAFE_INTEGER, moment: -1 },
      { ...NOTHING, big: -1, moment: Date.UTC(1970, 0, 1) },
      { ...NOTHING, big: 4_294_967_296, moment: Date.UTC(9999, 11, 31, 23, 59, 59, 999) },
    ];
    const { rows: answers } = await client.query<{ big: string; moment: string | null }>({
      text: `select big::text, extract(epoch from moment) * 1000 as moment from unnest($1::samples[]) as r`,
      values: [(await arrays(COLUMNS)).encode(rows.map((part) => ({ part, whole: null })))],
    });
    expect(answers.map((row) => [row.big, row.moment === null ? null : Number(row.moment)])).toEqual(
      rows.map(({ big, moment }) => [String(big), moment]),
    );
  });

  it.each([
    { big: '9223372036854775808' },
    { big: 1.5 },
    { big: 'twelve' },
    { small: 2_147_483_648 },
    { small: 0.5 },
    { words: 'half \ud800 a sign' },
    { list: ['\udfff'] },
    { moment: Number.NaN },
    { moment: 9e15 },
    { who: 'nobody' },
    { ids: ['1'] },
  ])('a value that its column cannot hold is refused before anything is sent: %j', async (bad) => {
    await expect(sent([full, { ...NOTHING, ...bad }])).rejects.toThrow(UnsendableValue);
  });

  it('what PostgreSQL itself refuses is refused by it', async () => {
    for (const bad of [{ words: 'a\0b' }, { data: 'a\0b' }, { data: '\ud800' }])
      await expect(sent([{ ...NOTHING, ...bad }])).rejects.toMatchObject({
        code: expect.stringMatching(/^22/) as unknown,
      });
  });

  it('a column that the table does not have, or of a type that is not sent, is named', async () => {
    await expect(arrays({ gone: () => 1 })).rejects.toThrow(UnknownColumn);
    await expect(arrays({ gone: () => 1 })).rejects.toThrow('The table samples has no column gone.');
    await expect(arrays({ odd: () => 1 })).rejects.toThrow(
      'The column odd of samples is of a type that is not sent',
    );
    await expect(readRowTypes(client, ['samples', 'nowhere'])).rejects.toMatchObject({ code: '42P01' });
  });

  it('rows as they were before a column came are known as such', async () => {
    const before = (await arrays(COLUMNS)).encode([{ part: full, whole: null }]);
    await client.query('alter table samples add column later text');
    const error: unknown = await client.query('select * from unnest($1::samples[])', [before]).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(areRowsOutdated(error)).toBe(true);
    expect(await sent([NOTHING])).toEqual([{ ...NOTHING, later: null }]);
  });
});
