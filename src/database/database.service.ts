import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Config } from '../config.js';
import { PrismaClient } from './generated/client.js';

/** With the queues' own pool this leaves room for several processes on a server's usual 100 connections. */
const POOL_SIZE = 20;

/** Connections to PostgreSQL: `pool` for the hot path and for figures, `prisma` on the same pool for everything else. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly log = new Logger('Database');
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;

  constructor(config: Config) {
    if (config.databaseUrl === null)
      throw new Error('The database is started before the program is put together.');
    this.pool = new pg.Pool({
      connectionString: config.databaseUrl,
      max: POOL_SIZE,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: 'stepwise',
    });
    // Without listeners the end of the server would be the end of this process. Broken connections leave the pool by themselves.
    this.pool.on('error', (error) => this.noteBroken(error));
    this.pool.on('connect', (client) => client.on('error', (error: Error) => this.noteBroken(error)));
    this.prisma = new PrismaClient({ adapter: new PrismaPg(this.pool) });
  }

  /** Rows of a statement that is parsed once per connection. The name stands for the text. */
  async query<Row extends pg.QueryResultRow>(
    name: string,
    text: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>({ name, text, values });
    return rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }

  private noteBroken(error: Error): void {
    this.log.warn(`A connection to PostgreSQL broke: ${error.message}`);
  }
}
