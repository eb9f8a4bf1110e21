import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { Clock, SKEW_MS } from '../../clock.js';
import { Database } from '../../database/database.service.js';
import { SETUP_VALID_MS, SetupService } from './setup.service.js';

/** Spells "step" and "set1"; advisory locks are numbers. */
const KEY = [0x73746570, 0x73657431] as const;
/** So often it is looked whether somebody is there now, ms. */
const LOOK_MS = 30_000;

/** What becomes of a link: who told it is asked to tell the next. */
type Tell = (token: string) => void;

/** Who tells the link for the first administrator: this process, another one that still runs, or nobody any more. */
export type SetupTeller = 'here' | 'elsewhere' | 'nobody';

/**
 * Of several processes on a database without people one tells the link, since each new link ends the one before. It has
 * the duty until there is an administrator or it ends: a lock of its session says so. When a link is over and nobody is
 * there yet, it tells another one; when a process with the duty is gone, or its session broke, the next to look takes it.
 */
@Injectable()
export class SetupDuty implements BeforeApplicationShutdown {
  private held: pg.PoolClient | null = null;
  private looking: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly setup: SetupService,
    private readonly clock: Clock,
  ) {}

  /** Until there is somebody, tells a new link whenever the last one is over and the duty is here. */
  watch(tell: Tell): void {
    clearInterval(this.looking);
    this.looking = setInterval(() => {
      // What fails is looked at again.
      this.look(this.clock.now(), tell).catch(() => undefined);
    }, LOOK_MS).unref();
  }

  /** One look; `now`: ms. */
  async look(now: number, tell: Tell): Promise<void> {
    const teller = await this.take();
    if (teller === 'nobody') {
      clearInterval(this.looking);
      await this.release();
    }
    if (teller !== 'here' || !(await this.isOver(now))) return;
    const token = await this.setup.newToken(now);
    if (token !== null) tell(token);
  }

  /** Takes the duty where it is free and there is nobody yet. */
  async take(): Promise<SetupTeller> {
    if (await this.setup.hasPeople()) return 'nobody';
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
    clearInterval(this.looking);
    await this.release();
  }

  private hold(client: pg.PoolClient): void {
    this.held = client;
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
    this.held = null;
    return held;
  }

  /** A link that ends later than any that was made now is of a clock that was ahead. */
  private async isOver(now: number): Promise<boolean> {
    const { rows } = await this.database.pool.query<{ at: string }>(
      `select value->>'expiresAt' as at from settings where key = 'setup-token'`,
    );
    const at = Number(rows[0]?.at ?? 0);
    return at <= now || at > now + SETUP_VALID_MS + SKEW_MS;
  }
}
