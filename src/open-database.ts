import type { Config } from './config.js';
import { startEmbedded, type EmbeddedServer } from './database/embedded-server.js';
import { migrateDatabase } from './database/migrate.js';
import type { NestLogger } from './log/nest-logger.js';
import { logLines } from './telemetry.js';

/** A database that runs and is up to date. */
export interface OpenDatabase {
  url: string;
  /** The migrations that it was brought up to date with. */
  applied: string[];
  /** Null: it is somebody else's server. */
  embedded: EmbeddedServer | null;
}

/** Starts the embedded database, unless another one is named, and brings it up to date. What fails stops what had started. */
export async function openDatabase(config: Config, log: NestLogger): Promise<OpenDatabase> {
  const embedded = config.databaseUrl === null ? await openEmbedded(config, log) : null;
  try {
    const url = embedded?.url ?? String(config.databaseUrl);
    return { url, applied: await migrateDatabase(config.ownerUrl ?? url), embedded };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

function openEmbedded(config: Config, log: NestLogger): Promise<EmbeddedServer> {
  return startEmbedded({
    dir: config.dataDir,
    isDefault: config.dataDirIsDefault,
    onChange: (change) =>
      change === 'gone'
        ? log.error(logLines.embeddedGone(), 'Boot')
        : log.log(logLines.embeddedBack(), 'Boot'),
  });
}
