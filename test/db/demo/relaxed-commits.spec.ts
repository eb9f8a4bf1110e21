import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Database } from '../../../src/database/database.service.js';
import { RelaxedCommits } from '../../../src/demo/relaxed-commits.service.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

describe('relaxed commits', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let commits: RelaxedCommits;

  beforeEach(async () => {
    database = await openTestDatabase();
    // The test server never waits for its disk: `local` stands for the setting of a real one.
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`do $$ begin execute format('alter database %I set synchronous_commit = local',
      current_database()); end $$`);
    await client.end();
    pool = new pg.Pool({ connectionString: database.url, max: 4 });
    commits = new RelaxedCommits({ pool } as Database);
  });
  afterEach(async () => {
    await pool.end();
    await database.close();
  });

  const settings = async (): Promise<string[]> => {
    const clients = await Promise.all([1, 2, 3, 4].map(() => pool.connect()));
    try {
      const answers = await Promise.all(
        clients.map((c) => c.query<{ synchronous_commit: string }>('show synchronous_commit')),
      );
      return answers.map(({ rows }) => rows[0]?.synchronous_commit ?? '');
    } finally {
      for (const client of clients) client.release();
    }
  };

  it('no connection waits for the disk during the work, old or new, and every one does afterwards', async () => {
    await pool.query('select 1');
    expect(await commits.during(settings)).toEqual(['off', 'off', 'off', 'off']);
    expect(await settings()).toEqual(['local', 'local', 'local', 'local']);
  });

  it('a failure of the work brings them back too', async () => {
    const failing = commits.during(async () => {
      await settings();
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await settings()).toEqual(['local', 'local', 'local', 'local']);
  });
});
