import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Config } from '../config.js';
import { schemaOf, USUAL_SCHEMA } from '../config-database.js';
import { Database } from '../database/database.service.js';
import { logLines } from '../telemetry.js';
import { writeBackup } from './write-backup.js';

/** Spells "step" and "back"; advisory locks are numbers. */
const KEY = [0x73746570, 0x6261636b] as const;
/** In `settings`: how the copies went. */
const STATE = 'backup';
const LOOK_EVERY_MS = 60_000;
/** A copy that failed is tried again after this time, or sooner where copies are made more often (ms). */
const RETRY_MS = 10 * 60_000;
/** What stands behind the name of the installation; one that is being written has more. */
const REST = /^-\d{8}T\d{6}Z\.backup$/;
const HALF = /^-\d{8}T\d{6}Z\.backup\.\d+\.half$/;

/** How the copies went, for all processes of the installation. Times in ms. */
export interface BackupState {
  succeededAt: number | null;
  failedAt: number | null;
  /** In a row. */
  failures: number;
}

const NONE_YET: BackupState = { succeededAt: null, failedAt: null, failures: 0 };

/** Copies in a folder, one after each period, of which the newest are kept. One process of the installation makes them. */
@Injectable()
export class BackupSchedule implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(BackupSchedule.name);
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.backupDir !== null && this.config.role !== 'api') this.arm(0);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort(new Error('the server is stopping'));
    clearTimeout(this.timer);
    await this.running;
  }

  /** Makes a copy when one is due and no other process is at it; the path of it, else null. Never throws. */
  async tick(now: number): Promise<string | null> {
    const { backupDir } = this.config;
    if (backupDir === null) return null;
    try {
      if (!this.isDue(await this.readState(), now)) return null;
      return await this.alone(async () => {
        // Another process may have made it while we asked.
        const state = await this.readState();
        return this.isDue(state, now) ? await this.make(backupDir, state, now) : null;
      });
    } catch (error) {
      if (!this.stopping.signal.aborted) this.log.error(logLines.backupFailed(String(error)));
      return null;
    }
  }

  /** What stands about the copies in the database; null where none are wanted. */
  async look(): Promise<BackupState | null> {
    return this.config.backupDir === null ? null : this.readState();
  }

  private arm(afterMs: number): void {
    this.timer = setTimeout(() => {
      this.running = this.tick(this.clock.now()).then(() => {
        if (!this.stopping.signal.aborted) this.arm(LOOK_EVERY_MS);
      });
    }, afterMs);
    this.timer.unref();
  }

  private isDue({ succeededAt, failedAt }: BackupState, now: number): boolean {
    const { backupEveryMs } = this.config;
    // A time to come is of a clock that was wrong.
    const hasPassed = (at: number | null, ms: number): boolean => at === null || at > now || at + ms <= now;
    return hasPassed(succeededAt, backupEveryMs) && hasPassed(failedAt, Math.min(RETRY_MS, backupEveryMs));
  }

  private async make(folder: string, state: BackupState, now: number): Promise<string | null> {
    const path = join(folder, this.nameAt(now));
    const begin = performance.now();
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await this.removeHalves(folder);
      const { bytes, unrecorded } = await writeBackup(String(this.config.databaseUrl), path, {
        replace: true,
        by: 'backup-schedule',
        now,
        signal: this.stopping.signal,
      });
      if (unrecorded !== null) this.log.warn(logLines.backupUnrecorded(unrecorded.message));
      await this.writeState({ ...NONE_YET, succeededAt: now });
      await this.removeOld(folder, this.nameAt(now));
      this.log.log(logLines.backupWritten(path, bytes, Math.round(performance.now() - begin)));
      return path;
    } catch (error) {
      // One that a stop cut off is made after the next start.
      if (!this.stopping.signal.aborted)
        await this.writeState({ ...state, failedAt: now, failures: state.failures + 1 });
      throw error;
    }
  }

  /** Installations that share a folder tell their files apart by their schema. */
  private get base(): string {
    const schema = schemaOf(String(this.config.databaseUrl));
    return schema === USUAL_SCHEMA ? 'stepwise' : `stepwise-${schema}`;
  }

  private nameAt(ms: number): string {
    return `${this.base}-${new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')}.backup`;
  }

  private isOurs(name: string, rest: RegExp): boolean {
    return name.startsWith(this.base) && rest.test(name.slice(this.base.length));
  }

  /** What processes left that were killed while they wrote; nobody writes now but us. */
  private async removeHalves(folder: string): Promise<void> {
    const halves = (await readdir(folder)).filter((name) => this.isOurs(name, HALF));
    for (const name of halves) await rm(join(folder, name), { force: true });
  }

  /** Only files that are named as ours are. Those of a clock that was ahead tell no age: they go first. */
  private async removeOld(folder: string, newest: string): Promise<void> {
    const names = (await readdir(folder))
      .filter((name) => this.isOurs(name, REST))
      .sort((a, b) => Number(b > newest) - Number(a > newest) || (a < b ? -1 : 1));
    for (const name of names.slice(0, -this.config.backupKeep)) await rm(join(folder, name), { force: true });
  }

  /** Runs `work` unless another process is at it: then null. The lock is a session's, so it ends with its process. */
  private async alone<T>(work: () => Promise<T>): Promise<T | null> {
    const client = await this.database.pool.connect();
    const key = this.database.lockPair(KEY);
    let isLocked = false;
    try {
      const { rows } = await client.query<{ locked: boolean }>(
        'select pg_try_advisory_lock($1, $2) as locked',
        key,
      );
      isLocked = rows[0]?.locked === true;
      return isLocked ? await work() : null;
    } finally {
      if (isLocked) {
        await client.query('select pg_advisory_unlock($1, $2)', key).then(
          () => client.release(),
          () => client.release(true),
        );
      } else client.release();
    }
  }

  private async readState(): Promise<BackupState> {
    const [row] = await this.database.query<{ value: BackupState }>(
      'backup-state',
      'select value from settings where key = $1',
      [STATE],
    );
    return { ...NONE_YET, ...row?.value };
  }

  private async writeState(state: BackupState): Promise<void> {
    await this.database.pool.query(
      `insert into settings (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value`,
      [STATE, JSON.stringify(state)],
    );
  }
}
