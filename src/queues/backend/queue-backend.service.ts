import { Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { BackendFactory, ConnectionOptions, RedisQueueBackend } from 'bullmq';
import { createRedisBackend, setDefaultBackendFactory } from 'bullmq';
import type pg from 'pg';
import { POOLS, queueSchemaOf, schemaOf, sharePool, withSearchPath } from '../../config-database.js';
import { WatchedPool } from '../../database/watched-pool.js';
import { endsInTime } from '../../in-time.js';
import { enduringBackend } from './enduring-backend.js';
import { installationId } from './installation.js';
import { prepareQueueTables } from './queue-tables.js';
import { RedisLink } from './redis-link.js';

/** The store of the queues answers within milliseconds; after so much silence its connection is dead (ms). */
const SILENT_MS = 5_000;
const STOPPING_MS = 2_000;

/** BullMQ types queues by their backend, Redis unless told; the rest of the program uses only what both can do. */
export type BullFactory = BackendFactory<RedisQueueBackend>;

/** What is asked of the place where jobs are kept, whichever it is. */
type Store = Pick<RedisLink, 'isAway' | 'within' | 'isReady' | 'prepareStop' | 'cutOff' | 'close'>;

/** Where BullMQ keeps its jobs: our PostgreSQL, or Redis. Nothing else in the program knows which. */
export class QueueBackend implements OnApplicationShutdown {
  private constructor(
    readonly kind: 'postgres' | 'redis',
    readonly connection: ConnectionOptions,
    readonly factory: BullFactory,
    /** Before the names of all keys of Redis; PostgreSQL has a schema for that. */
    readonly prefix: string,
    private readonly store: Store,
  ) {
    // Queues and workers that Nest makes take the default; lanes name theirs.
    setDefaultBackendFactory(factory);
  }

  /** Redis when its URL is given, else the PostgreSQL that `database` is connected to (its tables of the queues are made or brought up to date). */
  static async open(
    redisUrl: string | null | undefined,
    database: pg.Pool,
    connections = sharePool(POOLS.alone, false).queues,
  ): Promise<QueueBackend> {
    return redisUrl
      ? QueueBackend.openRedis(redisUrl, database)
      : QueueBackend.openPostgres(database, connections);
  }

  private static async openPostgres(database: pg.Pool, connections: number): Promise<QueueBackend> {
    const url = String(database.options.connectionString);
    const schema = queueSchemaOf(url);
    const pool = new WatchedPool(
      {
        ...database.options,
        // The pool hides its password from enumeration.
        password: database.options.password,
        // What a crash of the server takes from the queue is filled in again from the tables.
        connectionString: withSearchPath(url, schema, '-c synchronous_commit=off'),
        max: connections,
      },
      { silentMs: SILENT_MS },
    );
    const log = new Logger('Queues');
    pool.on('error', (error) => log.warn(`A connection of the queues broke: ${error.message}`));
    // Every queue and worker listens for errors of the pool they share.
    pool.setMaxListeners(0);
    try {
      const client = await pool.connect();
      try {
        await prepareQueueTables(client, schema);
      } finally {
        client.release();
      }
    } catch (error) {
      await pool.end();
      throw error;
    }
    return new QueueBackend(
      'postgres',
      // The factory beside it takes the pool.
      pool,
      enduringBackend(schemaOf(url)) as unknown as BullFactory,
      '',
      storeOf(pool),
    );
  }

  private static async openRedis(url: string, database: pg.Pool): Promise<QueueBackend> {
    const link = await RedisLink.open(url);
    try {
      const prefix = `stepwise-${await installationId(database)}`;
      return new QueueBackend('redis', link.redis, createRedisBackend, prefix, link);
    } catch (error) {
      link.cutOff();
      throw error;
    }
  }

  /** Whether the queues' store certainly cannot be asked now. */
  get isAway(): boolean {
    return this.store.isAway;
  }

  /** What the store answers. Throws, in time, when it is away. */
  within<T>(act: () => Promise<T>): Promise<T> {
    return this.store.within(act);
  }

  /** True when the queues' store answers within the time (ms). */
  isReady(withinMs: number): Promise<boolean> {
    return this.store.isReady(withinMs);
  }

  /** The process stops: nobody is to wait for a store that does not answer. */
  prepareStop(): Promise<void> {
    return this.store.prepareStop();
  }

  /** Whatever waits for the store fails now. */
  cutOff(): void {
    this.store.cutOff();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}

/** Connections of the pool are watched: whatever is asked of them ends by itself. */
function storeOf(pool: WatchedPool): Store {
  let pinging: Promise<unknown> | null = null;
  const ping = (): Promise<unknown> =>
    (pinging ??= pool.query('select 1').finally(() => {
      pinging = null;
    }));
  return {
    isAway: false,
    within: (act) => act(),
    isReady: (withinMs) => endsInTime(ping(), withinMs),
    prepareStop: () => Promise.resolve(pool.hurry(STOPPING_MS)),
    cutOff: () => undefined,
    close: () => pool.end(),
  };
}
