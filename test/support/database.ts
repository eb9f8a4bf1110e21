import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { databaseUrlOf } from '../../src/config-database.js';

export interface TestDatabase {
  url: string;
  close(): Promise<void>;
}

async function command(sql: string): Promise<void> {
  const url = process.env['STEPWISE_TEST_SERVER'];
  if (!url) throw new Error('No test server: run the test in the jest project "db" or "e2e".');
  const client = new pg.Client({ connectionString: url.replace(/\/stepwise$/, '/postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The address of the same database with a schema in it, as the environment names it. */
export function inSchema(url: string, schema: string): string {
  const read = databaseUrlOf(`${url}?schema=${schema}`);
  if (typeof read !== 'string') throw new Error(read.en);
  return read;
}

/** A fresh, migrated, empty database. `close` throws it away, whoever is still connected. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await command(`create database ${name} template stepwise`);
  const url = String(process.env['STEPWISE_TEST_SERVER']).replace(/\/stepwise$/, `/${name}`);
  return { url, close: () => command(`drop database if exists ${name} with (force)`) };
}
