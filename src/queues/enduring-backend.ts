import { setTimeout } from 'node:timers/promises';
import type { BackendFactory, PostgresConnectionOptions, PostgresQueueBackend } from 'bullmq';
import { createPostgresBackend } from 'bullmq';

/** A worker that could not ask for a job waits this long before it asks again (ms). */
const PAUSE_MS = 250;

/**
 * BullMQ's backend on PostgreSQL, made to outlive a server that goes away. By itself it would
 * - remember for ever that its first look at the tables failed, and with it every later act of the queue or lane,
 *   its worker asking again without ever giving way to anything else in the process;
 * - never again look for jobs of dead processes after one such look failed.
 * The tables must be up to date: they are not looked at again.
 */
export const createEnduringBackend: BackendFactory<PostgresQueueBackend, PostgresConnectionOptions> = (
  name,
  opts,
  factoryOpts,
) => {
  const backend = createPostgresBackend(name, opts, factoryOpts);
  backend.connection.waitUntilReady = () => Promise.resolve();

  const moveToActive: (token: string, worker?: string) => Promise<unknown[]> =
    backend.moveToActive.bind(backend);
  backend.moveToActive = async (token, worker) => {
    try {
      return await moveToActive(token, worker);
    } catch (error) {
      await setTimeout(PAUSE_MS);
      throw error;
    }
  };

  const moveStalledJobsToWait = backend.moveStalledJobsToWait.bind(backend);
  backend.moveStalledJobsToWait = async () => {
    try {
      return await moveStalledJobsToWait();
    } catch (error) {
      backend.emit('error', error);
      // The next look is a few seconds away.
      return [];
    }
  };
  return backend;
};
