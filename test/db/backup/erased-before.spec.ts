import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openForRestore } from '../../../src/backup/restore-backup.js';
import { writeBackup } from '../../../src/backup/write-backup.js';
import { applyMigrations, openSession, readMigrations } from '../../../src/database/migrate.js';
import { findTampering, manyTicketsSql, runSql } from '../../support/backup-data.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

let old: TestDatabase;
let target: TestDatabase;
let dir: string;
beforeAll(async () => {
  [old, target] = [await openTestDatabase(), await openTestDatabase()];
  dir = mkdtempSync(join(tmpdir(), 'stepwise-erased-'));
});
afterAll(async () => {
  await old.close();
  await target.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('a backup', () => {
  it('with values that were erased before each had a digest of its own is whole afterwards', async () => {
    const ofThen = readMigrations()
      .map(({ name }) => name)
      .filter((name) => name <= '20261126000400_audit');
    await runSql(old.url, 'drop schema public cascade; create schema public');
    const session = openSession(old.url);
    await session.query('begin');
    await applyMigrations(session, ofThen);
    await session.query('commit');
    await session.end();
    await runSql(old.url, manyTicketsSql(20));
    await runSql(old.url, 'select erase_message(3), erase_history(4, 1)');
    const path = join(dir, 'erased.backup');
    await writeBackup(old.url, path);
    await (await openForRestore(path)).restore(target.url);
    expect(await findTampering(target.url)).toEqual([]);
    await runSql(target.url, 'alter table messages disable trigger user');
    await runSql(
      target.url,
      `update messages set body = '?' where id = 4; delete from messages where id = 5`,
    );
    expect(await findTampering(target.url)).toEqual([
      { kind: 'value-changed', where: 'messages 4/1 #4' },
      { kind: 'rows-missing', where: 'ticket 5' },
    ]);
  });
});
