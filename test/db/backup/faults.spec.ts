import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BackupRefused } from '../../../src/backup/backup-problems.js';
import { BackupReader } from '../../../src/backup/read-backup.js';
import { writeBackup } from '../../../src/backup/write-backup.js';
import { SilentConnection } from '../../../src/database/watched-pool.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { LossyProxy } from '../../support/lossy-proxy.js';

describe('a backup', () => {
  let dir: string;
  let source: TestDatabase;
  let file: string;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'stepwise-faults-'));
    source = await openTestDatabase();
    file = join(dir, 'whole.backup');
    await writeBackup(source.url, file);
  });
  afterAll(async () => {
    await source.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('with a row that does not end is refused, and never held in memory', async () => {
    const path = join(dir, 'endless.backup');
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
    const begin = gzipSync(`${lines[0]}\n{"table":"settings","columns":["key","value"]}\n`);
    const mebibyte = gzipSync(Buffer.alloc(1024 * 1024, 'x'));
    writeFileSync(path, Buffer.concat([begin, ...Array.from({ length: 260 }, () => mebibyte)]));
    const reader = new BackupReader(path);
    await reader.readHeader();
    await reader.readNext();
    let largest = 0;
    const readAll = async (): Promise<void> => {
      for await (const part of reader.readRows()) largest = Math.max(largest, part.length);
    };
    await expect(readAll()).rejects.toThrow(/a row is too long/);
    expect(largest).toBeLessThan(1024 * 1024);
    reader.close();
  });

  it('into a place where nothing can be written is refused in words, before the database is asked', async () => {
    const nowhere = 'postgresql://nobody@127.0.0.1:1/none';
    writeFileSync(join(dir, 'plain'), '');
    const places = [join(dir, 'missing', 'x.backup'), join(dir, 'plain', 'x.backup')];
    if (process.platform === 'linux') places.push('/proc/x.backup');
    for (const place of places) {
      const writing = writeBackup(nowhere, place);
      await expect(writing).rejects.toThrow(BackupRefused);
      await expect(writing).rejects.toThrow(/cannot be written into .*\n.*无法将备份写入/);
    }
  });

  it('fails when the server falls silent, and leaves no file', async () => {
    const proxy = new LossyProxy();
    try {
      const url = await proxy.open(source.url);
      proxy.hears = (said) => {
        if (said.includes('copy "messages"')) proxy.silence();
      };
      const writing = writeBackup(url, join(dir, 'silent.backup'), { silentMs: 250 });
      await expect(writing).rejects.toThrow(SilentConnection);
      expect(readdirSync(dir).filter((name) => name.startsWith('silent'))).toEqual([]);
    } finally {
      await proxy.close();
    }
  });
});
