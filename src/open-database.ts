import type { Config } from './config.js';
import { startEmbedded, type EmbeddedServer } from './database/embedded-server.js';
import { MigrationFailed } from './database/database-problems.js';
import { isUpToDate } from './database/migrate.js';
import type { NestLogger } from './log/nest-logger.js';
import { logLines } from './telemetry.js';
import { runApart } from './threads/apart.js';
import { besideOf } from './threads/source.js';

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
    return { url, applied: await migrate(config.ownerUrl ?? url), embedded };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** In a process of its own: what it takes, most starts do without, and a server keeps none of it. */
async function migrate(url: string): Promise<string[]> {
  if (await isUpToDate(url)) return [];
  return runApart<{ url: string }, never, string[]>(
    besideOf(import.meta.url, 'migrate-alone'),
    { url },
    {
      brokenOff: (how) =>
        new MigrationFailed(
          `The migration of the database was broken off (${how}); nothing of it was kept. Start again.`,
          `数据库升级被中断（${how}），未保留任何更改。请重新启动。`,
        ),
    },
  );
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
