import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Database } from '../database/database.service.js';

const GIVE_UP_MS = 10_000;

/**
 * Lets the connections of this process not wait for the disk while something runs that can be made again. Afterwards
 * every one of them waits again, and what was written meanwhile is on the disk too.
 */
@Injectable()
export class RelaxedCommits {
  constructor(private readonly database: Database) {}

  /** Throws when connections cannot be brought back to normal: a server that forgets must not go on. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const relaxed = new Set<pg.PoolClient>();
    const relax = async (client: pg.PoolClient): Promise<void> => {
      relaxed.add(client);
      await client.query('set synchronous_commit = off');
    };
    const forget = (client: pg.PoolClient): void => void relaxed.delete(client);
    for (const pool of this.pools) {
      pool.on('remove', forget);
      Object.assign(pool.options, { onConnect: relax });
    }
    try {
      await this.eachIdle(relax);
      return await work();
    } finally {
      for (const pool of this.pools) Object.assign(pool.options, { onConnect: undefined });
      await this.restore(relaxed);
      for (const pool of this.pools) pool.off('remove', forget);
    }
  }

  /** Those that tickets and their people are written on. */
  private get pools(): pg.Pool[] {
    return [this.database.hot, this.database.pool];
  }

  private async restore(relaxed: Set<pg.PoolClient>): Promise<void> {
    const until = performance.now() + GIVE_UP_MS;
    while (relaxed.size > 0) {
      if (performance.now() > until) throw new Error('connections with relaxed commits are still in use');
      await this.eachIdle(async (client) => {
        if (!relaxed.has(client)) return;
        await client.query('reset synchronous_commit');
        relaxed.delete(client);
      });
      if (relaxed.size > 0) await sleep(20);
    }
    // A commit that waits for the disk brings everything before it there.
    await this.database.pool.query(
      `insert into settings (key, value) values ('demo-world', to_jsonb(now()::text))
       on conflict (key) do update set value = excluded.value`,
    );
  }

  /** All idle connections at once, so that none is met twice and none left out. */
  private async eachIdle(act: (client: pg.PoolClient) => Promise<void>): Promise<void> {
    const clients = await Promise.all(
      this.pools.flatMap((pool) => Array.from({ length: pool.idleCount }, () => pool.connect())),
    );
    try {
      for (const client of clients) await act(client);
    } finally {
      for (const client of clients) client.release();
    }
  }
}
