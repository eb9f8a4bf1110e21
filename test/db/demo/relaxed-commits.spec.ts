import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import { RelaxedCommits } from '../../../src/demo/relaxed-commits.service.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

describe('relaxed commits', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let commits: RelaxedCommits;

  beforeEach(async () => {
    testDatabase = await openTestDatabase();
    // The test server never waits for its disk: `local` stands for the setting of a real one.
    const client = new pg.Client({ connectionString: testDatabase.url });
    await client.connect();
    await client.query(`do $$ begin execute format('alter database %I set synchronous_commit = local',
      current_database()); end $$`);
    await client.end();
    database = new Database(new Config({ databaseUrl: testDatabase.url, poolSize: 12 }));
    commits = new RelaxedCommits(database);
  });
  afterEach(async () => {
    await database.onApplicationShutdown();
    await testDatabase.close();
  });

  /** Of all connections that tickets, and whatever else is written with them, can be written on. */
  const settings = async (): Promise<Set<string>> => {
    const said = new Set<string>();
    for (const pool of [database.hot, database.pool]) {
      const clients = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
      try {
        for (const client of clients) {
          const { rows } = await client.query<{ synchronous_commit: string }>('show synchronous_commit');
          said.add(rows[0]?.synchronous_commit ?? '');
        }
      } finally {
        for (const client of clients) client.release();
      }
    }
    return said;
  };

  it('no connection waits for the disk during the work, old or new, and every one does afterwards', async () => {
    for (const pool of [database.hot, database.pool]) await pool.query('select 1');
    expect(await commits.during(settings)).toEqual(new Set(['off']));
    expect(await settings()).toEqual(new Set(['local']));
  });

  it('a failure of the work brings them back too', async () => {
    const failing = commits.during(async () => {
      await settings();
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await settings()).toEqual(new Set(['local']));
  });
});
