import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startEmbedded } from '../../../src/database/embedded-server.js';
import { checkDatabase, checkFolder } from '../../../src/database/start-check.js';
import { runSql } from '../../support/backup-data.js';
import { inSchema, openTestDatabase, type TestDatabase } from '../../support/database.js';

/** The line of a refusal in English; the other one is Chinese, and there are no more. */
async function refusal(work: () => Promise<unknown> | void): Promise<string> {
  const error = await Promise.resolve()
    .then(work)
    .then(
      () => new Error('It was not refused.'),
      (reason: Error) => reason,
    );
  const [en = '', zh = '', ...more] = error.message.split('\n');
  expect(more).toEqual([]);
  expect(zh).toMatch(/\p{Script=Han}/u);
  return en;
}

describe('before anything is migrated', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase();
  });
  afterEach(() => database.close());

  it('a database that is ready, and a schema that is not there yet, are fine and stay as they are', async () => {
    await checkDatabase(database.url, true);
    await checkDatabase(inSchema(database.url, 'fresh'), true);
    expect(await runSql(database.url, `select to_regnamespace('fresh') as found`)).toEqual([{ found: null }]);
  });

  it('one that takes no writes is refused', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await runSql(database.url, `alter database ${name} set default_transaction_read_only = on`);
    expect(await refusal(() => checkDatabase(database.url, true))).toMatch(/takes no writes/);
  });

  it('a user who may not make what has to be made is named, with the right that is missing', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await runSql(database.url, `create role ${name}_clerk login password 'long-enough'`);
    try {
      const url = new URL(database.url);
      url.username = `${name}_clerk`;
      url.password = 'long-enough';
      const lacks = (right: string) => new RegExp(`"${name}_clerk" lacks a right .*\\(${right}`);
      expect(await refusal(() => checkDatabase(url.href, true))).toMatch(lacks('select on its tables'));
      const fresh = inSchema(url.href, 'fresh');
      expect(await refusal(() => checkDatabase(fresh, true))).toMatch(lacks('create on the database'));
    } finally {
      await runSql(
        database.url,
        `revoke all on database ${name} from ${name}_clerk; drop role ${name}_clerk`,
      );
    }
  });
});

describe('a data folder', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'stepwise-folder-'));
    chmodSync(dir, 0o755);
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('is fine where it can be made, and the look leaves nothing behind', () => {
    checkFolder(join(dir, 'a', 'b'));
    expect(readdirSync(dir)).toEqual([]);
  });

  it('is refused where it cannot be written', async () => {
    writeFileSync(join(dir, 'file'), '');
    expect(await refusal(() => checkFolder(join(dir, 'file', 'data')))).toMatch(
      /cannot be written \(ENOTDIR\)/,
    );
    if (process.platform === 'linux')
      expect(await refusal(() => checkFolder('/proc/stepwise'))).toMatch(/cannot be written/);
  });

  it('with data of another major version of PostgreSQL is refused, and says how they are brought over', async () => {
    mkdirSync(join(dir, 'postgres'));
    writeFileSync(join(dir, 'postgres', 'PG_VERSION'), '9.6\n');
    expect(await refusal(() => startEmbedded({ dir }))).toMatch(/are of PostgreSQL 9\.6.*Make a backup/);
    expect(readdirSync(join(dir, 'postgres'))).toEqual(['PG_VERSION']);
  });
});
