import type { Config } from '../config.js';
import type { CliIo } from './io.js';
import { UsageError } from './io.js';

/** A database to work on, and how many migrations it was brought up by. */
export interface OpenDatabase {
  url: string;
  applied: string[];
  /** The queues are on Redis. */
  hasRedis: boolean;
}

/** Runs `work` on the migrated database that the environment names. */
export async function withDatabase<T>(io: CliIo, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  return withDatabaseAsItIs(io, async (url, { redisUrl }) => {
    // Loaded here: a command that needs no database starts without it.
    const { migrateDatabase } = await import('../database/migrate.js');
    return work({ url, applied: await migrateDatabase(url), hasRedis: redisUrl !== null });
  });
}

/**
 * Runs `work` on the database that the environment names, as far as it was brought up: DATABASE_URL, or the embedded
 * one, which is used where it runs already and started for the time being where it does not.
 */
export async function withDatabaseAsItIs<T>(
  io: CliIo,
  work: (url: string, config: Config) => Promise<T>,
): Promise<T> {
  const { ConfigInvalid, loadConfig } = await import('../config.js');
  const { startEmbedded } = await import('../database/embedded-server.js');
  const { checkReach } = await import('../database/reach.js');
  const readConfig = () => {
    try {
      return loadConfig(io.env);
    } catch (error) {
      if (error instanceof ConfigInvalid) throw new UsageError(error.message);
      throw error;
    }
  };
  const config = readConfig();
  const embedded =
    config.databaseUrl === null
      ? await startEmbedded({ dir: config.dataDir, isDefault: config.dataDirIsDefault, share: true })
      : null;
  try {
    if (config.databaseUrl !== null) await checkReach(config.databaseUrl);
    // What a command does to tables is for their owner.
    return await work(embedded?.url ?? config.ownerUrl ?? String(config.databaseUrl), config);
  } finally {
    await embedded?.stop();
  }
}
