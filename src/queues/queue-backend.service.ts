import { Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { BackendFactory, ConnectionOptions, RedisQueueBackend } from 'bullmq';
import { createRedisBackend, setDefaultBackendFactory } from 'bullmq';
import { Redis } from 'ioredis';
import type pg from 'pg';
import { openWatchedPool } from '../database/watched-pool.js';
import { createEnduringBackend } from './enduring-backend.js';
import { prepareQueueTables, QUEUE_SCHEMA as SCHEMA } from './queue-tables.js';

/** Each worker keeps one connection to listen on; the rest serve the queries of queues and lanes. */
const POOL_SIZE = 12;
/** The store of the queues answers within milliseconds; after so much silence its connection is dead (ms). */
const SILENT_MS = 6_000;
/** Longer than a worker's longest wait for a job. */
const REDIS_SILENT_MS = 11_000;
const REDIS_LOOK_MS = 3_000;

/** What stands in REDIS_URL does not answer; the rest of the URL may hold a password. */
export class QueuesUnreachable extends Error {
  override readonly name = 'QueuesUnreachable';
  constructor(
    host: string,
    override readonly cause: unknown,
  ) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      `Redis at ${host} (REDIS_URL) cannot be reached: ${why} / 无法连接 Redis（REDIS_URL：${host}）：${why}`,
    );
  }
}

/** BullMQ types queues by their backend, Redis unless told; the rest of the program uses only what both can do. */
export type BullFactory = BackendFactory<RedisQueueBackend>;

/** Where BullMQ keeps its jobs: our PostgreSQL, or Redis. Nothing else in the program knows which. */
export class QueueBackend implements OnApplicationShutdown {
  private constructor(
    readonly kind: 'postgres' | 'redis',
    readonly connection: ConnectionOptions,
    readonly factory: BullFactory,
    private readonly close: () => Promise<void>,
    private readonly ping: () => Promise<unknown>,
  ) {
    // Queues and workers that Nest makes take the default; lanes name theirs.
    setDefaultBackendFactory(factory);
  }

  /** Redis when its URL is given, else the PostgreSQL that `database` is connected to (its tables of the queues are made or brought up to date). */
  static async open(redisUrl: string | null | undefined, database: pg.Pool): Promise<QueueBackend> {
    return redisUrl ? QueueBackend.openRedis(redisUrl) : QueueBackend.openPostgres(database);
  }

  private static async openPostgres(database: pg.Pool): Promise<QueueBackend> {
    const pool = openWatchedPool(
      {
        ...database.options,
        // The pool hides its password from enumeration.
        password: database.options.password,
        // What a crash of the server takes from the queue is filled in again from the tables.
        options: `-c search_path=${SCHEMA},public -c synchronous_commit=off`,
        max: POOL_SIZE,
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
        await prepareQueueTables(client, SCHEMA);
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
      createEnduringBackend as unknown as BullFactory,
      () => pool.end(),
      () => pool.query('select 1'),
    );
  }

  private static async openRedis(url: string): Promise<QueueBackend> {
    // Blocking commands of workers must not give up on their own.
    const redis = new Redis(url, {
      maxRetriesPerRequest: null,
      lazyConnect: true,
      connectTimeout: 5_000,
      keepAlive: 5_000,
      socketTimeout: REDIS_SILENT_MS,
    });
    const log = new Logger('Queues');
    redis.on('error', (error) => log.warn(`Redis does not answer: ${error.message}`));
    redis.setMaxListeners(0);
    try {
      await redis.connect();
    } catch (error) {
      redis.disconnect();
      throw new QueuesUnreachable(new URL(url).host, error);
    }
    const looking = lookAfter(redis);
    return new QueueBackend(
      'redis',
      redis,
      createRedisBackend,
      async () => {
        clearInterval(looking);
        await redis.quit().catch(() => redis.disconnect());
      },
      () => redis.ping(),
    );
  }

  /** True when the queues' store answers within the time (ms). */
  async isReady(withinMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), withinMs);
    });
    const answer = this.ping().then(
      () => true,
      () => false,
    );
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}

/** Asks the connection that all queues share whether it still leads anywhere; one that does not is replaced. */
function lookAfter(redis: Redis): NodeJS.Timeout {
  let isWaiting = false;
  const look = (): void => {
    if (redis.status !== 'ready') return;
    if (isWaiting) {
      redis.disconnect(true);
      return;
    }
    isWaiting = true;
    const answered = (): void => {
      isWaiting = false;
    };
    redis.ping().then(answered, answered);
  };
  return setInterval(look, REDIS_LOOK_MS).unref();
}
