import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await openTestDatabase();
  database = new Database(new Config({ databaseUrl: test.url }));
});
afterAll(async () => {
  await database.onApplicationShutdown();
  await test.close();
});
beforeEach(() => database.pool.query("delete from settings where key like 'together-%'"));

const put = (key: string): Promise<unknown[]> =>
  database.query('together-put', "insert into settings (key, value) values ($1, '1')", [`together-${key}`]);
const stored = async (): Promise<string[]> => {
  const { rows } = await database.pool.query<{ key: string }>(
    "select key from settings where key like 'together-%' order by key",
  );
  return rows.map(({ key }) => key.slice('together-'.length));
};
const putByModel = (key: string): Promise<unknown> =>
  database.prisma.setting.create({ data: { key: `together-${key}`, value: 1 } });

describe('what is done together', () => {
  it('is written together, by statements and by models, and seen by nobody before', async () => {
    const seen = await database.together(async () => {
      await put('a');
      await putByModel('b');
      return stored();
    });
    expect(seen).toEqual([]);
    expect(await stored()).toEqual(['a', 'b']);
  });

  it('is not written at all when it fails, nor what takes part in it from inside', async () => {
    const failed = database.together(async () => {
      await put('a');
      await database.together(() => put('b'));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await stored()).toEqual([]);
  });

  it('tells others when it stands, and not when it does not', async () => {
    const told: string[][] = [];
    const tell = (): Promise<void> => database.afterCommit(async () => void told.push(await stored()));
    await database.together(async () => {
      await tell();
      await put('a');
      expect(told).toEqual([]);
    });
    expect(told).toEqual([['a']]);
    await database.together(() => tell().then(() => Promise.reject(new Error('no')))).catch(() => undefined);
    expect(told).toHaveLength(1);
    await tell();
    expect(told).toHaveLength(2);
  });

  it('keeps apart what other requests do at the same moment', async () => {
    const failing = database.together(async () => {
      await put('a');
      await Promise.resolve();
      throw new Error('no');
    });
    await Promise.all([failing.catch(() => undefined), put('b'), database.together(() => put('c'))]);
    expect(await stored()).toEqual(['b', 'c']);
  });

  it('is over for what goes on after it', async () => {
    let later: Promise<unknown> = Promise.resolve();
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    await database.together(async () => {
      later = begun.then(() => put('later'));
      await put('a');
    });
    begin();
    await later;
    expect(await stored()).toEqual(['a', 'later']);
  });
});
