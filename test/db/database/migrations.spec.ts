import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { findPending, isUpToDate, migrateDatabase, writeSchemaSql } from '../../../src/database/migrate.js';
import { runSql } from '../../support/backup-data.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

/** Everything that Prisma's schema speaks of: columns, keys, foreign keys, full indexes (not how they are stored). One line each. */
const CATALOG = `
  select format('column %s.%s %s %s %s', table_name, column_name, udt_name, is_nullable,
                coalesce(column_default, '')) || coalesce(' ' || datetime_precision, '') as line
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
   where table_schema = 'public' and t.table_type = 'BASE TABLE'
  union all
  select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')
  union all
  select 'index ' || regexp_replace(pg_get_indexdef(indexrelid), ' WITH .*', '')
    from pg_index join pg_class on oid = indexrelid
   where relnamespace = 'public'::regnamespace and indpred is null
  order by 1`;

async function readCatalog(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(CATALOG);
  return rows.map(({ line }) => line).filter((line) => !line.includes('_prisma_migrations'));
}

describe('migrations', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await openTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.close();
  });

  it('together amount to what schema.prisma says', async () => {
    const migrated = await readCatalog(client);
    const sql = await writeSchemaSql(database.url);
    await client.query('drop schema public cascade; create schema public');
    await client.query(sql);
    expect(migrated).toEqual(await readCatalog(client));
    expect(migrated.length).toBeGreaterThan(100);
  });

  it('are applied once, though three processes start at the same moment', async () => {
    const fresh = await openTestDatabase();
    try {
      const other = new pg.Client({ connectionString: fresh.url });
      await other.connect();
      await other.query('drop schema public cascade; create schema public');
      const names = await Promise.all([1, 2, 3].map(() => migrateDatabase(fresh.url)));
      const { rows } = await other.query<{ name: string }>(
        'select migration_name as name from _prisma_migrations where finished_at is not null order by 1',
      );
      expect(rows.map(({ name }) => name)).toEqual(names.flat());
      expect(names.flat().length).toBeGreaterThan(1);
      expect(await findPending(other)).toEqual([]);
      await other.end();
    } finally {
      await fresh.close();
    }
  });

  it('cut short at any moment, begin anew the next time', async () => {
    const fresh = await openTestDatabase();
    const other = new pg.Client({ connectionString: fresh.url });
    await other.connect();
    try {
      const empty = () => other.query('drop schema public cascade; create schema public');
      await empty();
      const begin = performance.now();
      await migrateDatabase(fresh.url);
      const whole = performance.now() - begin;
      let cutShort = 0;
      for (let wait = 0; wait < whole; wait += whole / 20) {
        await empty();
        const ended = migrateDatabase(fresh.url).catch(() => (cutShort += 1));
        await sleep(wait);
        await other.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        );
        await ended;
        await migrateDatabase(fresh.url);
        expect(await findPending(other)).toEqual([]);
      }
      expect(cutShort).toBeGreaterThan(3);
    } finally {
      await other.end();
      await fresh.close();
    }
  });

  it('a start asks whether each of them is there, and is what it was', async () => {
    const other = await openTestDatabase();
    try {
      expect(await isUpToDate(other.url)).toBe(true);
      await runSql(
        other.url,
        `delete from _prisma_migrations where migration_name = (select max(migration_name) from _prisma_migrations)`,
      );
      expect(await isUpToDate(other.url)).toBe(false);
      await runSql(
        other.url,
        `update _prisma_migrations set checksum = 'x'
          where migration_name = (select min(migration_name) from _prisma_migrations)`,
      );
      await expect(isUpToDate(other.url)).rejects.toThrow(/was changed after it had been applied/);
    } finally {
      await other.close();
    }
  });

  it('refuse a database on which one of them was different', async () => {
    const fresh = await openTestDatabase();
    const other = new pg.Client({ connectionString: fresh.url });
    await other.connect();
    try {
      await other.query(`update _prisma_migrations set checksum = 'x' where migration_name like '%_init'`);
      await expect(migrateDatabase(fresh.url)).rejects.toThrow(/_init was changed after it had been applied/);
    } finally {
      await other.end();
      await fresh.close();
    }
  });
});
