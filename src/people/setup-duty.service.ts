import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { Database } from '../database/database.service.js';

/** Spells "step" and "set1"; advisory locks are numbers. */
const KEY = [0x73746570, 0x73657431] as const;
/** So often it is looked whether somebody is there now, ms. */
const LOOK_MS = 30_000;

/** Who tells the link for the first administrator: this process, another one that still runs, or nobody any more. */
export type SetupTeller = 'here' | 'elsewhere' | 'nobody';

/**
 * Of several processes on a database without people one tells the link, since each new link ends the one before. It has
 * the duty until there is an administrator or it ends: a lock of its session says so.
 */
@Injectable()
export class SetupDuty implements BeforeApplicationShutdown {
  private held: { client: pg.PoolClient; looking: NodeJS.Timeout } | null = null;

  constructor(private readonly database: Database) {}

  /** Takes the duty where it is free and there is nobody yet. */
  async take(): Promise<SetupTeller> {
    if (await this.hasPeople()) return 'nobody';
    if (this.held) return 'here';
    const client = await this.database.slow.connect();
    try {
      const { rows } = await client.query<{ locked: boolean }>(
        'select pg_try_advisory_lock($1, $2) as locked',
        this.database.lockPair(KEY),
      );
      if (rows[0]?.locked === true) this.hold(client);
      else client.release();
      return rows[0]?.locked === true ? 'here' : 'elsewhere';
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Before the pool is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.release();
  }

  private hold(client: pg.PoolClient): void {
    const looking = setInterval(() => {
      this.hasPeople().then(
        (isDone) => (isDone ? this.release() : undefined),
        // Looked at again.
        () => undefined,
      );
    }, LOOK_MS).unref();
    this.held = { client, looking };
    // The session is over, and the lock with it.
    client.on('error', () => this.letGo()?.release(true));
  }

  private async release(): Promise<void> {
    const client = this.letGo();
    if (client === null) return;
    await client.query('select pg_advisory_unlock($1, $2)', this.database.lockPair(KEY)).then(
      () => client.release(),
      // Ending the session gives the lock back for sure.
      () => client.release(true),
    );
  }

  private letGo(): pg.PoolClient | null {
    const { held } = this;
    if (held === null) return null;
    clearInterval(held.looking);
    this.held = null;
    return held.client;
  }

  private async hasPeople(): Promise<boolean> {
    const { rows } = await this.database.pool.query<{ found: boolean }>(
      'select exists (select from users where active) as found',
    );
    return rows[0]?.found === true;
  }
}
