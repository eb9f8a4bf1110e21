import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { installationId } from '../../../src/queues/backend/installation.js';
import { inSchema, openTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
const pools: pg.Pool[] = [];

function connect(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on('error', () => undefined);
  pools.push(pool);
  return pool;
}

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  for (const pool of pools) await pool.end();
  await database.close();
});

it('the id is made once, however many processes ask for it at once, and kept with the data', async () => {
  const [one, two] = [connect(database.url), connect(database.url)];
  const ids = await Promise.all([one, two, one, two].map((pool) => installationId(pool)));
  expect(new Set(ids).size).toBe(1);
  expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(await installationId(connect(database.url))).toBe(ids[0]);
});

it('tables that were copied with it get another, and the first stays as it was', async () => {
  const first = connect(database.url);
  const id = await installationId(first);
  await first.query(
    'create schema copied; create table copied.settings (like settings including all); insert into copied.settings select * from settings',
  );
  const copied = connect(inSchema(database.url, 'copied'));
  const other = await installationId(copied);
  expect(other).not.toBe(id);
  expect(await installationId(copied)).toBe(other);
  expect(await installationId(first)).toBe(id);
});
