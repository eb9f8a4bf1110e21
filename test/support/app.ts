import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { createApp } from '../../src/app.js';
import { Clock } from '../../src/clock.js';
import { Config } from '../../src/config.js';
import { Database } from '../../src/database/database.service.js';
import { openTestDatabase } from './database.js';
import { flushTestRedis, testRedisUrl } from './redis.js';
import { TestClock } from './test-clock.js';

export interface TestApp {
  app: NestFastifyApplication;
  /** Supertest on the server, e.g. `http.get('/health/live')`. */
  http: ReturnType<typeof supertest>;
  config: Config;
  /** Its time: that of the test, unless the test brought another. */
  clock: TestClock;
  db: Database;
  close(): Promise<void>;
}

export interface TestAppOptions extends Partial<Omit<Config, 'with'>> {
  /** Absent: one that stands still at `START`. A second process is given that of the first. */
  clock?: Clock;
}

/**
 * The full program on a fresh database (and the run's Redis, if it has one), put together as in production and not
 * listening. Without people and SOPs: a test brings those it needs. With `databaseUrl` it is a second process there.
 * Time stands still until the test moves it, and nothing works by itself: who wants loops and workers asks for the role `all`.
 */
export async function startTestApp({
  clock = new TestClock(),
  ...values
}: TestAppOptions = {}): Promise<TestApp> {
  const database = values.databaseUrl ? await shareDatabase(values.databaseUrl) : await openTestDatabase();
  if (!values.databaseUrl) await flushTestRedis();
  const config = new Config({
    requestsPerMinute: 0,
    role: 'api',
    ...values,
    databaseUrl: database.url,
    redisUrl: values.redisUrl ?? testRedisUrl() ?? null,
  });
  try {
    const app = await createApp(config, { clock, logger: false });
    await app.init();
    const server = app.getHttpAdapter().getInstance();
    await server.ready();
    return {
      app,
      http: supertest(server.server),
      config,
      get clock() {
        if (clock instanceof TestClock) return clock;
        throw new Error('This test brought a clock of its own.');
      },
      db: app.get(Database),
      close: async () => {
        await app.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The database of another app in the same test: a second process on it. Its owner drops it. */
function shareDatabase(url: string): Promise<{ url: string; close(): Promise<void> }> {
  return Promise.resolve({ url, close: () => Promise.resolve() });
}
