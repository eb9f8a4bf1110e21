import pg from 'pg';
import { announceWorld } from '../announcement.js';
import { createApp } from '../app.js';
import { applicationOf } from '../config-database.js';
import { loadConfig, type Config } from '../config.js';
import { SHIPPED_SOPS } from '../sops/shipped-sops.js';
import { SopFolderService } from '../sops/sop-folder.service.js';
import { ServerRunning } from './demo-problems.js';
import { DemoService } from './demo.service.js';
import type { WorldPlan } from './world.js';
import type { WorldProgress, WorldReport } from './world.service.js';

/**
 * Makes the demo world in a migrated database, in a process of its own. Throws `ServerRunning` when a server works on
 * it, and `TicketsExist` when it holds tickets.
 */
export async function makeDemoWorld(
  databaseUrl: string,
  env: Record<string, string | undefined>,
  plan: Partial<WorldPlan>,
  say: (text: string) => void,
): Promise<WorldReport> {
  if (await hasServer(databaseUrl)) throw new ServerRunning();
  return makeWorldHere(databaseUrl, env, plan, {
    report: announceWorld(say),
    isSilent: true,
    folders: () => [SHIPPED_SOPS],
  });
}

interface Making {
  report: WorldProgress;
  /** Nothing is logged. */
  isSilent?: boolean;
  /** Where the SOPs come from. */
  folders: (config: Config) => string[];
}

/** Makes the demo world in this process, with a program of its own that does nothing else. */
export async function makeWorldHere(
  databaseUrl: string,
  env: Record<string, string | undefined>,
  plan: Partial<WorldPlan>,
  { report, isSilent = false, folders }: Making,
): Promise<WorldReport> {
  // Without workers: nothing happens here but the world.
  const config = loadConfig({ ...env, ROLE: undefined }).with({ databaseUrl, role: 'api' });
  const app = await createApp(config, isSilent ? { logger: false } : {});
  try {
    await app.init();
    await app.get(SopFolderService, { strict: false }).loadFromFolders(folders(config));
    return await app.get(DemoService, { strict: false }).makeWorld(plan, report);
  } finally {
    await app.close();
  }
}

/** Whether a process of ours is connected with the database. */
async function hasServer(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'stepwise-demo' });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select from pg_stat_activity where datname = current_database() and application_name = $1 limit 1`,
      [applicationOf(databaseUrl)],
    );
    return rows.length > 0;
  } finally {
    await client.end();
  }
}
