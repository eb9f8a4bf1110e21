import type { CliIo } from './io.js';
import { UsageError } from './io.js';

/** A database to work on, and how many migrations it was brought up by. */
export interface OpenDatabase {
  url: string;
  applied: string[];
}

/**
 * Runs `work` on the migrated database that the environment names: DATABASE_URL, or the embedded one, which is used
 * where it runs already and started for the time being where it does not.
 */
export async function withDatabase<T>(io: CliIo, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  // Loaded here: a command that needs no database starts without it.
  const { ConfigInvalid, loadConfig } = await import('../config.js');
  const { startEmbedded } = await import('../database/embedded-server.js');
  const { migrateDatabase } = await import('../database/migrate.js');
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
    const url = embedded?.url ?? String(config.databaseUrl);
    return await work({ url, applied: await migrateDatabase(url) });
  } finally {
    await embedded?.stop();
  }
}
