import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { Database } from '../database/database.service.js';

/** Spells "step" and "worl"; advisory locks are numbers. */
const KEY = [0x73746570, 0x776f726c] as const;
/** For how long the lock may be held on without a look whether somebody wants the world for himself (ms). */
const LOOK_AGAIN_MS = 1_000;
const RETRY_MS = 500;

interface Held {
  client: pg.PoolClient;
  lookedAt: number;
  /** Somebody waits for the world: nobody else is let in. */
  yielding: boolean;
  /** For the error of a session that ends while nobody uses it. */
  onLost: () => void;
}

/**
 * Keeps background work out of the world while somebody replays it with times of his own. Workers share the
 * lock; whoever replays holds it alone. Sessions of PostgreSQL hold it, so it ends with its process.
 */
@Injectable()
export class WorldLock implements BeforeApplicationShutdown {
  private held: Held | null = null;
  private users = 0;
  /** Somebody in this process owns the world: nobody else here need ask PostgreSQL. */
  private owned = false;
  private changing: Promise<void> = Promise.resolve();
  private linger: NodeJS.Timeout | undefined;

  private readonly key: [number, number];

  constructor(private readonly database: Database) {
    this.key = database.lockPair(KEY);
  }

  /** Runs background work unless the world is somebody's own just now; null: it was not run. */
  async share<T>(work: () => Promise<T>): Promise<{ result: T } | null> {
    if (this.owned || !(await this.enter())) return null;
    try {
      return { result: await work() };
    } finally {
      this.users -= 1;
      if (this.users === 0) this.leaveSoon();
    }
  }

  /** Runs background work as soon as nobody owns the world. Throws the reason of `stop` when that comes first. */
  async shareWhenFree<T>(work: () => Promise<T>, stop: AbortSignal): Promise<T> {
    for (;;) {
      stop.throwIfAborted();
      const shared = await this.share(work);
      if (shared) return shared.result;
      await setTimeout(RETRY_MS, undefined, { signal: stop });
    }
  }

  /** Waits until all background work is done, in every process, and keeps it out until `work` is done. */
  async own<T>(work: () => Promise<T>): Promise<T> {
    // Others may take a while to leave.
    const client = await this.database.slow.connect();
    try {
      await client.query('select pg_advisory_lock($1, $2)', this.key);
      this.owned = true;
      return await work();
    } finally {
      this.owned = false;
      // Ending the session gives the lock back for sure.
      await client.query('select pg_advisory_unlock($1, $2)', this.key).then(
        () => client.release(),
        () => client.release(true),
      );
    }
  }

  /** Before the pool is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.oneByOne(() => this.unlock());
  }

  /** Counts the caller in when the lock is, or can be, held. Callers after it pay a round trip once a second. */
  private async enter(): Promise<boolean> {
    return this.oneByOne(async () => {
      clearTimeout(this.linger);
      if (this.held && this.held.lookedAt + LOOK_AGAIN_MS <= performance.now()) await this.look();
      if (this.held?.yielding) {
        if (this.users > 0) return false;
        await this.unlock();
      }
      if (!this.held) await this.tryLock();
      if (!this.held) return false;
      this.users += 1;
      return true;
    });
  }

  private oneByOne<T>(change: () => Promise<T>): Promise<T> {
    const next = this.changing.then(change);
    this.changing = next.then(
      () => undefined,
      () => undefined,
    );
    return next;
  }

  private async tryLock(): Promise<void> {
    const client = await this.database.pool.connect();
    try {
      const { rows } = await client.query<{ locked: boolean }>(
        'select pg_try_advisory_lock_shared($1, $2) as locked',
        this.key,
      );
      if (rows[0]?.locked) this.hold(client);
      else client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  private hold(client: pg.PoolClient): void {
    const held: Held = {
      client,
      lookedAt: performance.now(),
      yielding: false,
      onLost: () => this.drop(held),
    };
    client.on('error', held.onLost);
    this.held = held;
  }

  /** The session is of no use any more. It goes back to the pool all the same, which could never be closed without it. */
  private drop(held: Held): void {
    if (this.held !== held) return;
    this.held = null;
    held.client.release(true);
  }

  private async look(): Promise<void> {
    const { held } = this;
    if (!held) return;
    try {
      const { rows } = await held.client.query<{ wanted: boolean }>(
        `select exists (select from pg_locks
           where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
             and classid = $1 and objid = $2 and objsubid = 2 and not granted) as wanted`,
        this.key,
      );
      held.lookedAt = performance.now();
      held.yielding = rows[0]?.wanted ?? false;
    } catch (error) {
      this.drop(held);
      throw error;
    }
  }

  private leaveSoon(): void {
    clearTimeout(this.linger);
    this.linger = globalThis.setTimeout(() => {
      void this.oneByOne(async () => {
        if (this.users === 0) await this.unlock();
      }).catch(() => undefined);
    }, LOOK_AGAIN_MS / 4);
    this.linger.unref();
  }

  private async unlock(): Promise<void> {
    clearTimeout(this.linger);
    const { held } = this;
    if (!held) return;
    this.held = null;
    try {
      await held.client.query('select pg_advisory_unlock_shared($1, $2)', this.key);
    } catch {
      // Ending the session gives the lock back for sure.
      held.client.release(true);
      return;
    }
    held.client.off('error', held.onLost);
    held.client.release();
  }
}
