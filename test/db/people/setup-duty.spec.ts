import { Writes } from '../../../src/writes/writes.service.js';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import { NewPasswords } from '../../../src/people/passwords/new-passwords.service.js';
import { SetupService } from '../../../src/people/sign-in/setup.service.js';
import { SetupDuty } from '../../../src/people/sign-in/setup-duty.service.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

const START = Date.parse('2026-11-16T09:00:00Z');
const HOUR = 3_600_000;

let test: TestDatabase;
const processes: { database: Database; duty: SetupDuty }[] = [];

function startProcess(): SetupDuty {
  const database = new Database(new Config({ databaseUrl: test.url, poolSize: 12 }));
  const clock = { now: () => START };
  const setup = new SetupService(database, clock, new NewPasswords(database), new Writes(database, clock));
  const duty = new SetupDuty(database, setup, clock);
  processes.push({ database, duty });
  return duty;
}

beforeEach(async () => {
  test = await openTestDatabase();
});
afterEach(async () => {
  for (const { database, duty } of processes.splice(0)) {
    await duty.beforeApplicationShutdown();
    await database.onApplicationShutdown();
  }
  await test.close();
});

it('of many processes that start at once, one tells the link', async () => {
  const duties = Array.from({ length: 6 }, startProcess);
  const tellers = await Promise.all(duties.map((duty) => duty.take()));
  expect(tellers.filter((teller) => teller === 'here')).toHaveLength(1);
  expect(tellers.filter((teller) => teller === 'elsewhere')).toHaveLength(5);
});

it('another one tells a new link when the first has ended, and goes on to when its session broke', async () => {
  const [first, second] = [startProcess(), startProcess()];
  expect([await first.take(), await second.take(), await first.take()]).toEqual([
    'here',
    'elsewhere',
    'here',
  ]);
  await first.beforeApplicationShutdown();
  expect(await second.take()).toBe('here');
  expect(await first.take()).toBe('elsewhere');
  await processes[0]?.database.pool.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
       and database = (select oid from pg_database where datname = current_database())`,
  );
  expect(await first.take()).toBe('here');
});

it('nobody tells one once there is somebody', async () => {
  const duty = startProcess();
  await processes[0]?.database.pool.query(
    `insert into users (email, name, password_hash, roles, skills) values ('a@b', 'A', 'x', '{admin}', '{}')`,
  );
  expect(await duty.take()).toBe('nobody');
});

it('tells a new link when the last one is over and nobody came, once, and only where the duty is', async () => {
  const [first, second] = [startProcess(), startProcess()];
  const [told, others]: [string[], string[]] = [[], []];
  const lookBoth = async (now: number): Promise<void> => {
    await first.look(now, (token) => told.push(token));
    await second.look(now, (token) => others.push(token));
  };
  await lookBoth(START);
  await lookBoth(START + 24 * HOUR - 1);
  expect(told).toHaveLength(1);
  await lookBoth(START + 24 * HOUR);
  await lookBoth(START + 25 * HOUR);
  expect(new Set(told).size).toBe(2);
  expect(others).toEqual([]);
  const pool = processes[0]?.database.pool;
  const found = await pool?.query(`select value->>'expiresAt' as at from settings where key = 'setup-token'`);
  expect(found?.rows).toEqual([{ at: String(START + 48 * HOUR) }]);

  // One of a clock that was ahead is over as well: nobody could say until when it is good.
  await lookBoth(START - 100 * HOUR);
  expect(told).toHaveLength(3);
  // The process is gone: another one goes on, when that link is over.
  await first.beforeApplicationShutdown();
  await second.look(START - 77 * HOUR, (token) => others.push(token));
  expect(others).toEqual([]);
  await second.look(START - 76 * HOUR, (token) => others.push(token));
  expect(others).toHaveLength(1);
  await pool?.query(
    `insert into users (email, name, password_hash, roles, skills) values ('a@b', 'A', 'x', '{admin}', '{}')`,
  );
  await second.look(START, (token) => others.push(token));
  expect(others).toHaveLength(1);
});
