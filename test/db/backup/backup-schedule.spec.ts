import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BackupSchedule } from '../../../src/backup/backup-schedule.service.js';
import { openForRestore } from '../../../src/backup/restore-backup.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const START = Date.UTC(2026, 10, 16, 9);
const MINUTE = 60_000;

describe('scheduled backups', () => {
  let dir: string;
  let folder: string;
  let one: TestApp;
  let other: TestApp;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'stepwise-schedule-'));
    folder = join(dir, 'copies');
    // A process that only answers HTTP makes no copies by itself: the test gives the ticks, and their times.
    const settings = { role: 'api', backupDir: folder, backupEveryMs: 60 * MINUTE, backupKeep: 2 } as const;
    one = await startTestApp(settings);
    other = await startTestApp({ ...settings, databaseUrl: one.config.databaseUrl });
  });

  afterAll(async () => {
    await other.close();
    await one.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const tick = (now: number): Promise<(string | null)[]> =>
    Promise.all([one, other].map(({ app }) => app.get(BackupSchedule).tick(now)));
  const figures = async (): Promise<string[]> => {
    const { text } = await other.http.get('/metrics');
    return text.split('\n').filter((line) => line.startsWith('stepwise_backup'));
  };

  it('that cannot be written are told in the figures of every process, and tried again after a while', async () => {
    writeFileSync(folder, 'in the way');
    expect(await figures()).toEqual(['stepwise_backup_succeeded_at_seconds 0', 'stepwise_backup_failures 0']);
    await tick(START);
    expect(await figures()).toEqual(['stepwise_backup_succeeded_at_seconds 0', 'stepwise_backup_failures 1']);
    await tick(START + 9 * MINUTE);
    expect(await figures()).toContain('stepwise_backup_failures 1');
    await tick(START + 10 * MINUTE);
    expect(await figures()).toContain('stepwise_backup_failures 2');
    rmSync(folder);
  });

  it('are made by one process, once a period, and the newest stay', async () => {
    const at = START + 20 * MINUTE;
    const made = await tick(at);
    expect(made.filter((path) => path !== null)).toEqual([join(folder, 'stepwise-20261116T092000Z.backup')]);
    expect(await figures()).toEqual([
      `stepwise_backup_succeeded_at_seconds ${at / 1_000}`,
      'stepwise_backup_failures 0',
    ]);
    expect(await tick(at + 59 * MINUTE)).toEqual([null, null]);
    writeFileSync(join(folder, 'note.txt'), 'of somebody else');
    writeFileSync(join(folder, 'stepwise-20261116T092000Z.backup.99.half'), 'of a process that was killed');
    await tick(at + 60 * MINUTE);
    await tick(at + 120 * MINUTE);
    expect(readdirSync(folder).sort()).toEqual([
      'note.txt',
      'stepwise-20261116T102000Z.backup',
      'stepwise-20261116T112000Z.backup',
    ]);
    const newest = join(folder, 'stepwise-20261116T112000Z.backup');
    expect(statSync(newest).mode & 0o777).toBe(0o600);
    expect((await openForRestore(newest)).header.migrations.length).toBeGreaterThan(5);
  });

  it('go on after a clock that was ahead', async () => {
    const ahead = Date.UTC(2030, 0, 1);
    for (const later of [0, 60, 120]) await tick(ahead + later * MINUTE);
    for (const later of [240, 300]) {
      const [path] = (await tick(START + later * MINUTE)).filter((one) => one !== null);
      expect(readdirSync(folder)).toContain(basename(String(path)));
    }
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.backup'))
        .sort(),
    ).toEqual(['stepwise-20261116T130000Z.backup', 'stepwise-20261116T140000Z.backup']);
  });
});
