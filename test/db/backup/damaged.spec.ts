import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openForRestore } from '../../../src/backup/restore-backup.js';
import { writeBackup } from '../../../src/backup/write-backup.js';
import { manyTicketsSql, rewriteBackup, runSql, sumTables } from '../../support/backup-data.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

describe('a backup', () => {
  let dir: string;
  let source: TestDatabase;
  let empty: TestDatabase;
  let file: string;

  const restore = async (path: string, url: string) => (await openForRestore(path)).restore(url);
  /** A changed copy of the backup. */
  const copyOfFile = (name: string, change?: (text: string) => string): string => {
    const path = join(dir, name);
    writeFileSync(path, readFileSync(file));
    if (change) rewriteBackup(path, change);
    return path;
  };

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'stepwise-damaged-'));
    [source, empty] = [await openTestDatabase(), await openTestDatabase()];
    file = join(dir, 'whole.backup');
    await runSql(source.url, manyTicketsSql(500));
    await writeBackup(source.url, file);
  });
  afterAll(async () => {
    await source.close();
    await empty.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it.each<[string, (path: string) => void, RegExp]>([
    ['cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, -2_000)), /ends too early/],
    ['a text', (path) => writeFileSync(path, 'create table …'), /cannot be unpacked/],
    ['another gzip file', (path) => writeFileSync(path, gzipSync('{"a":1}\n')), /not a backup/],
    [
      'changed in one letter',
      (path) => {
        const text = gunzipSync(readFileSync(path)).toString('utf8').replace('李雷', '李蕾');
        writeFileSync(path, gzipSync(text));
      },
      /checksum/,
    ],
    [
      'without one row',
      (path) => rewriteBackup(path, (text) => text.replace(/\n1\trefund\t[^\n]*/, '')),
      /rows of tickets are missing/,
    ],
    [
      'longer than its end',
      (path) => writeFileSync(path, Buffer.concat([readFileSync(path), gzipSync('more\n')])),
      /goes on after its end/,
    ],
    [
      'flipped in one bit',
      (path) => {
        const bytes = readFileSync(path);
        const middle = bytes.length >> 1;
        bytes[middle] = Number(bytes[middle]) ^ 16;
        writeFileSync(path, bytes);
      },
      /^The backup is damaged/,
    ],
    [
      'holding a value that no column takes',
      (path) => rewriteBackup(path, (text) => text.replace(/\n1\trefund\t/, '\nx\trefund\t')),
      /damaged: the database does not take it/,
    ],
    [
      'holding a row twice',
      (path) => rewriteBackup(path, (text) => text.replace(/\n1\trefund\t[^\n]*/, '$&$&')),
      /damaged: the database does not take it/,
    ],
    [
      'naming a column that is not there',
      (path) => rewriteBackup(path, (text) => text.replace('"columns":["id"', '"columns":["nothing"')),
      /damaged: the database does not take it/,
    ],
    [
      'without sequences',
      (path) => rewriteBackup(path, (text) => text.replace('"sequences":', '"others":')),
      /damaged: its first line is incomplete/,
    ],
    [
      'naming no migration',
      (path) => rewriteBackup(path, (text) => text.replace(/"migrations":\[[^\]]*\]/, '"migrations":[null]')),
      /damaged: its first line is incomplete/,
    ],
    [
      'without numbers of rows at its end',
      (path) => rewriteBackup(path, (text) => text.replace('"end":true,"rows"', '"end":true,"lines"')),
      /damaged: a line is unknown/,
    ],
  ])('that is %s is refused, and the database stays as it was', async (name, harm, reason) => {
    const path = copyOfFile(`${name}.backup`);
    harm(path);
    const before = await runSql(empty.url, 'select oid::int from pg_class where relname = $1', ['tickets']);
    await expect(restore(path, empty.url)).rejects.toThrow(reason);
    expect(await runSql(empty.url, 'select oid::int from pg_class where relname = $1', ['tickets'])).toEqual(
      before,
    );
    expect((await sumTables(empty.url))['tickets']).toBe('0:0');
  });

  it('of a newer program is refused by the migration that is not known', async () => {
    const path = copyOfFile('newer.backup', (text) =>
      text.replace('"migrations":[', '"migrations":[{"name":"20991231000000_far","checksum":"x"},'),
    );
    await expect(openForRestore(path)).rejects.toThrow(/too old .* 20991231000000_far/);
    await expect(
      openForRestore(copyOfFile('format.backup', (text) => text.replace('"version":1', '"version":2'))),
    ).rejects.toThrow(/newer version/);
  });
});
