import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { choosePort } from '../../../src/database/free-port.js';
import { checkReach, refuseTooOld } from '../../../src/database/reach.js';
import { migrateDatabase } from '../../../src/database/migrate.js';
import { runCli } from '../../../src/cli/run.js';
import { runSql } from '../../support/backup-data.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

/** The message of what is refused: one line in each language, and nothing that opens the database. */
async function refusal(work: Promise<unknown>, secret: string): Promise<string> {
  const error = await work.then(
    () => new Error('It was not refused.'),
    (reason: Error) => reason,
  );
  const [en = '', zh = '', ...more] = error.message.split('\n');
  expect(more).toEqual([]);
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(error.message).not.toContain(secret);
  return en;
}

describe('a database that cannot be used is refused in one line:', () => {
  let database: TestDatabase;
  let url: URL;

  beforeAll(async () => {
    database = await openTestDatabase();
    url = new URL(database.url);
  });
  afterAll(() => database.close());

  const changed = (change: (one: URL) => void): string => {
    const other = new URL(url);
    change(other);
    return other.href;
  };

  it('none of this for one that can', async () => {
    await expect(checkReach(database.url)).resolves.toBeUndefined();
  });

  it('a wrong password', async () => {
    const wrong = changed((one) => (one.password = 'not-this-one'));
    expect(await refusal(checkReach(wrong), 'not-this-one')).toMatch(/does not let "postgres" in/);
  });

  it('a database that is not there', async () => {
    const wrong = changed((one) => (one.pathname = '/nowhere'));
    expect(await refusal(checkReach(wrong), url.password)).toMatch(/has no database "nowhere"/);
  });

  it('a server that is not there, also at the command line', async () => {
    const port = await choosePort(null);
    const wrong = changed((one) => (one.port = String(port)));
    expect(await refusal(checkReach(wrong), url.password)).toContain(`127.0.0.1:${port} (ECONNREFUSED)`);
    let said = '';
    const code = await runCli(['migrate'], {
      out: () => undefined,
      err: (text) => void (said += text),
      readInput: () => Promise.resolve(''),
      askSecret: () => Promise.resolve(null),
      env: { DATABASE_URL: wrong },
    });
    expect(code).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(2);
  });

  it('a server that is too old', async () => {
    const old = (): Promise<void> => Promise.resolve().then(() => refuseTooOld(130_014, '13.14'));
    expect(await refusal(old(), url.password)).toMatch(/PostgreSQL 13.14 is too old/);
    expect(() => refuseTooOld(140_000, '14.0')).not.toThrow();
  });

  it('one that is newer than the program', async () => {
    await runSql(
      database.url,
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
         values ('far', 'x', '20991231000000_far', now(), 1)`,
    );
    expect(await refusal(migrateDatabase(database.url), url.password)).toMatch(/newer .*20991231000000_far/);
  });
});
