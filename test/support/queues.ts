import type pg from 'pg';
import type { QueueBackend } from '../../src/queues/backend/queue-backend.service.js';
import { flushTestRedis } from './redis.js';

/** Everything in the queues is gone, as after FLUSHALL or a lost volume; workers may be busy in them. */
export async function wipeQueues(backend: QueueBackend, pool: pg.Pool): Promise<void> {
  if (backend.kind === 'redis') {
    await flushTestRedis();
    return;
  }
  // One table after the other, row by row: a truncate locks them all at once, and who works in them in another
  // order would wait for it while it waits for them.
  for (const table of ['job', 'event', 'meta']) await pool.query(`delete from bullmq.${table}`);
}
