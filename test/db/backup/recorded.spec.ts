import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openForRestore } from '../../../src/backup/restore-backup.js';
import { writeBackup } from '../../../src/backup/write-backup.js';
import { findTampering, manyTicketsSql, runSql } from '../../support/backup-data.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

describe('a copy of everything', () => {
  let dir: string;
  let source: TestDatabase;
  const opened: TestDatabase[] = [];
  const open = async (): Promise<TestDatabase> => {
    const database = await openTestDatabase();
    opened.push(database);
    return database;
  };

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'stepwise-recorded-'));
    source = await open();
    await runSql(source.url, manyTicketsSql(20));
  });
  afterAll(async () => {
    for (const database of opened) await database.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('stands in the record of what was copied, and of where it was brought back, at the end of the chain', async () => {
    const target = await open();
    const at = Date.parse('2026-11-16T09:00:00Z');
    const own = join(dir, 'recorded.backup');
    const { header } = await writeBackup(source.url, own, { now: at });
    const rowsOf = (url: string) =>
      runSql(url, `select at, actor_kind, actor_id, act, outcome, data from audit order by seq desc limit 1`);
    const sha256 = JSON.parse(
      gunzipSync(readFileSync(own)).toString('utf8').trimEnd().split('\n').at(-1) ?? '',
    ).sha256 as string;
    const data = { file: 'recorded.backup', takenAt: header.at, sha256, rows: expect.any(Number) };
    const common = { actor_kind: 'system', actor_id: 'cli', outcome: 'done' };
    expect(await rowsOf(source.url)).toEqual([{ ...common, at: new Date(at), act: 'backup.written', data }]);
    expect(await findTampering(source.url)).toEqual([]);

    const bring = await openForRestore(own);
    await bring.restore(target.url, { now: at + 60_000 });
    const restored = { ...common, at: new Date(at + 60_000), act: 'backup.restored' };
    expect(await rowsOf(target.url)).toEqual([{ ...restored, data: { ...data, replaced: false } }]);
    expect(await findTampering(target.url)).toEqual([]);
    // Of what was there before, the new record tells that it was replaced.
    await (await openForRestore(own)).restore(target.url, { force: true });
    expect(await rowsOf(target.url)).toMatchObject([{ act: 'backup.restored', data: { replaced: true } }]);
    expect(await findTampering(target.url)).toEqual([]);
  });

  it('can be made of a database that takes no writes, and says that it is not in the record', async () => {
    const quiet = await open();
    const name = new URL(quiet.url).pathname.slice(1);
    await runSql(quiet.url, `alter database "${name}" set default_transaction_read_only = on`);
    const { unrecorded, rows } = await writeBackup(quiet.url, join(dir, 'quiet.backup'));
    expect(unrecorded).toMatchObject({ code: '25006' });
    expect(rows).toHaveProperty('tickets', 0);
    expect(await runSql(quiet.url, 'select act from audit')).toEqual([]);
  });
});
