import { Redis } from 'ioredis';

/**
 * The Redis for this jest worker (a database number of its own), when the run has one (STEPWISE_TEST_REDIS_URL);
 * undefined: the queues live on PostgreSQL.
 */
export function testRedisUrl(): string | undefined {
  const url = process.env['STEPWISE_TEST_REDIS_URL'];
  if (!url) return undefined;
  const own = new URL(url);
  own.pathname = `/${Number(process.env['JEST_WORKER_ID'] ?? '1') % 16}`;
  return own.toString();
}

/** Empties the worker's Redis; nothing without one. */
export async function flushTestRedis(): Promise<void> {
  const url = testRedisUrl();
  if (url === undefined) return;
  const redis = new Redis(url);
  try {
    await redis.flushdb();
  } finally {
    redis.disconnect();
  }
}
