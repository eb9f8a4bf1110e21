import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import { SetupDuty } from '../../../src/people/setup-duty.service.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

let test: TestDatabase;
const processes: { database: Database; duty: SetupDuty }[] = [];

function startProcess(): SetupDuty {
  const database = new Database(new Config({ databaseUrl: test.url, poolSize: 12 }));
  const duty = new SetupDuty(database);
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
