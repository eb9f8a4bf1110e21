import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import {
  applicationOf,
  lockNumberOf,
  lockPairOf,
  schemaOf,
  sharePool,
  withSettings,
} from '../config-database.js';
import { Config } from '../config.js';
import { PrismaClient, type Prisma } from './generated/client.js';
import { WatchedPool } from './watched-pool.js';

/** An ordinary statement takes milliseconds; after so much silence its connection is dead (ms). */
const SILENT_MS = 6_000;
const LOCK_MS = 3_000;
/** While the process stops; longer than the wait for a lock (ms). */
const STOPPING_MS = 4_000;
/** Figures may take a minute (ms). */
const SLOW_SILENT_MS = 65_000;
/** Whoever asks for figures while others do waits in line for so long. */
const SLOW_LINE_MS = 30_000;
/** A transaction of several round trips ends within this time, or not at all (ms). */
const TRANSACTION_MS = 15_000;
/** So long a transaction waits for a connection (ms). */
const TRANSACTION_WAIT_MS = 5_000;

/** What has to be done once a transaction stands. */
export type AfterCommit = () => Promise<void> | void;

/** One transaction under way. */
interface Together {
  tx: Prisma.TransactionClient;
  after: AfterCommit[];
  ended: boolean;
}

/**
 * Statements of the hot path are planned once per connection, when the tables may still be empty, and go by keys alone.
 */
const BY_KEYS = [
  ...['enable_seqscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off', 'jit=off'],
  'plan_cache_mode=force_generic_plan',
];

/** Connections to PostgreSQL: `hot` for the hot path, `pool` and `prisma` for the rest, `slow` for figures. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly log = new Logger('Database');
  private readonly client: PrismaClient;
  private readonly url: string;
  private readonly transaction = new AsyncLocalStorage<Together>();
  /** Reads and writes of tickets at the door, each of which goes by a key. */
  readonly hot: WatchedPool;
  readonly pool: WatchedPool;
  /** Statements that may take up to a minute, and waiting for others: they take nothing from those in a hurry. */
  readonly slow: WatchedPool;

  constructor(config: Config) {
    if (config.databaseUrl === null)
      throw new Error('The database is started before the program is put together.');
    this.url = config.databaseUrl;
    const options = { connectionString: this.url, application_name: applicationOf(this.url) };
    const { hot, hurried: quick, slow } = sharePool(config.poolSize, config.redisUrl !== null);
    // Who waits for a row that somebody else keeps must not hold up a whole batch.
    const hurried = { ...options, max: quick, lock_timeout: LOCK_MS };
    this.pool = new WatchedPool(hurried, { silentMs: SILENT_MS });
    const byKeys = { ...hurried, max: hot, connectionString: withSettings(this.url, BY_KEYS) };
    this.hot = new WatchedPool(byKeys, { silentMs: SILENT_MS });
    const patient = { ...options, max: slow, connectionTimeoutMillis: SLOW_LINE_MS };
    this.slow = new WatchedPool(patient, { silentMs: SLOW_SILENT_MS });
    for (const pool of [this.hot, this.pool, this.slow]) {
      // Without listeners the end of the server would be the end of this process. Broken connections leave the pool by themselves.
      pool.on('error', (error) => this.noteBroken(error));
      pool.on('connect', (client) => client.on('error', (error: Error) => this.noteBroken(error)));
    }
    this.client = new PrismaClient({
      adapter: new PrismaPg(this.pool, { schema: schemaOf(this.url) }),
      // What was asked for, with its values, is nothing for a log.
      errorFormat: 'minimal',
    });
  }

  /** Inside `together` the client of that transaction. */
  get prisma(): Prisma.TransactionClient {
    return this.current()?.tx ?? this.client;
  }

  /**
   * Rows of a statement that is parsed once per connection. The name stands for the text. Takes part in the transaction
   * of `together`.
   */
  async query<Row extends pg.QueryResultRow>(
    name: string,
    text: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    const together = this.current();
    if (together !== undefined) return together.tx.$queryRawUnsafe<Row[]>(text, ...values);
    const { rows } = await this.pool.query<Row>({ name, text, values });
    return rows;
  }

  /**
   * Runs `work` in one transaction: all that it asks of `prisma` and `query` is written, or nothing of it. Within
   * another one it takes part in that. (`pool` stands outside: the hot path has its own way of writing at once.)
   * `collect`: what is to be done once it stands is put there and left to the caller.
   */
  async together<T>(work: () => Promise<T>, collect?: AfterCommit[]): Promise<T> {
    if (this.current() !== undefined) return work();
    const after = collect ?? [];
    const result = await this.client.$transaction(
      async (tx) => {
        const together: Together = { tx, after, ended: false };
        try {
          return await this.transaction.run(together, work);
        } finally {
          // What was set going in it and goes on after it must not use a transaction that is over.
          together.ended = true;
        }
      },
      { timeout: TRANSACTION_MS, maxWait: TRANSACTION_WAIT_MS },
    );
    if (collect === undefined) for (const act of after) await act();
    return result;
  }

  /** Runs `act` as soon as the transaction stands, and before `together` answers; at once when there is none. */
  async afterCommit(act: AfterCommit): Promise<void> {
    const together = this.current();
    if (together === undefined) await act();
    else together.after.push(act);
  }

  /** The process stops: nobody waits for long for a database that says nothing. */
  hurry(): void {
    this.hot.hurry(STOPPING_MS);
    this.pool.hurry(STOPPING_MS);
    this.slow.hurry(STOPPING_MS);
  }

  /** The number of an advisory lock, which no other installation in the same database takes. */
  lockNumber(number: number): string {
    return lockNumberOf(this.url, number);
  }

  /** The same for a lock of two numbers. */
  lockPair(pair: readonly [number, number]): [number, number] {
    return lockPairOf(this.url, pair);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.$disconnect();
    await Promise.all([this.hot.end(), this.pool.end(), this.slow.end()]);
  }

  private current(): Together | undefined {
    const together = this.transaction.getStore();
    return together?.ended === false ? together : undefined;
  }

  private noteBroken(error: Error): void {
    this.log.warn(`A connection to PostgreSQL broke: ${error.message}`);
  }
}
