import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type pg from 'pg';
import { isOutcomeUnknown } from '../../../src/database/outcome.js';
import { WatchedPool, SilentConnection } from '../../../src/database/watched-pool.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { LossyProxy } from '../../support/lossy-proxy.js';

const SILENT_MS = 250;
const proxy = new LossyProxy();
let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await openTestDatabase();
  const connectionString = await proxy.open(database.url);
  pool = new WatchedPool({ connectionString, max: 6 }, { silentMs: SILENT_MS });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
});
afterAll(async () => {
  await pool.end();
  await proxy.close();
  await database.close();
});

const fill = async (n: number): Promise<void> => {
  const clients = await Promise.all(Array.from({ length: n }, () => pool.connect()));
  for (const client of clients) client.release();
};

describe('connections that fall silent', () => {
  it('fail what waits on them, as something that may have been done, and all idle ones go with the first', async () => {
    await fill(6);
    proxy.silence();
    const failed: unknown = await pool.query('select 1').catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(SilentConnection);
    expect(isOutcomeUnknown(failed)).toBe(true);
    const { rows } = await pool.query<{ one: number }>('select 1 as one');
    expect(rows).toEqual([{ one: 1 }]);
    expect(pool.totalCount).toBeLessThanOrEqual(1);
  });

  it('fail many at once, and the next ones work', async () => {
    await fill(6);
    proxy.silence();
    const failed = await Promise.allSettled(Array.from({ length: 6 }, () => pool.query('select 1')));
    expect(failed.map(({ status }) => status)).toEqual(Array(6).fill('rejected'));
    await Promise.all(Array.from({ length: 12 }, () => pool.query('select 1')));
  });

  it('are noticed by who keeps one without asking', async () => {
    const client = await pool.connect();
    await client.query('listen nothing');
    proxy.silence();
    const [error] = (await once(client, 'error')) as unknown[];
    expect(error).toBeInstanceOf(SilentConnection);
    client.release(true);
  });

  it('are not those that are slow, nor those that nobody asks', async () => {
    const client = await pool.connect();
    // Longer than the silence that is borne, with nothing to do; and a statement just within it.
    await new Promise((resolve) => setTimeout(resolve, 3 * SILENT_MS));
    await client.query(`select pg_sleep(${String((0.6 * SILENT_MS) / 1000)})`);
    const { rows } = await client.query<{ one: number }>('select 1 as one');
    expect(rows).toEqual([{ one: 1 }]);
    client.release();
  });

  it('are not those whose answer this process was too busy to read', async () => {
    // Without the proxy, which is as busy as this process.
    const direct = new WatchedPool({ connectionString: database.url, max: 2 }, { silentMs: SILENT_MS });
    await Promise.all([1, 2].map(() => direct.query('select pg_sleep(0.05)')));
    const nap = new Int32Array(new SharedArrayBuffer(4));
    for (let n = 0; n < 3; n += 1) {
      const answers = [1, 2].map(() => direct.query<{ one: number }>('select 1 as one'));
      // The statements are on their way, and their answers come while nobody reads.
      await new Promise((resolve) => setImmediate(resolve));
      Atomics.wait(nap, 0, 0, 2 * SILENT_MS);
      for (const { rows } of await Promise.all(answers)) expect(rows).toEqual([{ one: 1 }]);
    }
    await direct.end();
  });

  it('leave nothing behind on the server that others would wait for', async () => {
    const client = await pool.connect();
    await client.query('begin');
    await client.query("insert into settings (key, value) values ('silent', '1')");
    proxy.silence();
    // The other one waits for the same key until the server has ended the session of the silent one.
    await pool.query({
      text: "insert into settings (key, value) values ('silent', '2') on conflict do nothing",
    });
    client.release(true);
  });
});
