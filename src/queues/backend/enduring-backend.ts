import { setTimeout } from 'node:timers/promises';
import type { BackendFactory, PostgresConnectionOptions, PostgresQueueBackend } from 'bullmq';
import { createPostgresBackend } from 'bullmq';
import { USUAL_SCHEMA } from '../../config-database.js';

/** A worker that could not ask for a job waits this long before it asks again (ms). */
const PAUSE_MS = 250;

/**
 * BullMQ's backend on PostgreSQL, made to outlive a server that goes away. By itself it would
 * - remember for ever that its first look at the tables failed, and with it every later act of the queue or lane,
 *   its worker asking again without ever giving way to anything else in the process;
 * - never again look for jobs of dead processes after one such look failed.
 * The tables must be up to date: they are not looked at again.
 * Its notifications and advisory locks belong to the whole database and go by names of queues: outside of the usual
 * schema these begin with the schema.
 */
export function enduringBackend(
  schema: string,
): BackendFactory<PostgresQueueBackend, PostgresConnectionOptions> {
  const prefix = schema === USUAL_SCHEMA ? '' : `${schema}.`;
  return (name, opts, factoryOpts) => {
    const backend = createPostgresBackend(prefix + name, opts, factoryOpts);
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
}
