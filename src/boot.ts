import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp, drainingOf } from './app.js';
import { announce, announceSetup, announceWorld, type Started } from './announcement.js';
import type { Config } from './config.js';
import { Database } from './database/database.service.js';
import { DemoService } from './demo/demo.service.js';
import { DemoPeopleGate } from './demo/people-gate.service.js';
import { makeWorldApart } from './demo/world-apart.js';
import { PeopleService } from './people/people.service.js';
import { SetupDuty } from './people/sign-in/setup-duty.service.js';
import { sopFolders } from './sops/shipped-sops.js';
import { SopFolderService } from './sops/sop-folder.service.js';
import { renewLesserRoles } from './queues/backend/lesser-role.js';
import type { OpenDatabase } from './open-database.js';
import { logLines } from './telemetry.js';

export interface Running {
  app: NestFastifyApplication;
  /** Where people open it. */
  url: string;
  /** Ends what is under way, closes everything, stops the embedded database. */
  stop(): Promise<void>;
}

/** Starts everything on a database, in order: rooms, SOPs, demo, requests. What fails stops what had started. */
export async function boot(
  config: Config,
  { url: databaseUrl, applied, embedded }: OpenDatabase,
  say: (text: string) => void,
): Promise<Running> {
  let app: NestFastifyApplication | undefined;
  let isListening = false;
  const stop = async (): Promise<void> => {
    try {
      if (isListening && app) await drainingOf(app).begin();
      await app?.close();
    } finally {
      await embedded?.stop();
    }
  };
  try {
    if (config.ownerUrl !== null) await renewLesserRoles(config.ownerUrl, config.redisUrl !== null);
    app = await createApp(config.with({ databaseUrl }));
    if (applied.length > 0) new Logger('Boot').log(logLines.migrated(applied));
    await app.init();
    await prepare(app, config.with({ databaseUrl }), say);
    await app.listen(config.port, config.host);
    isListening = true;
    const url = (await app.getUrl()).replace('[::1]', 'localhost').replace('0.0.0.0', 'localhost');
    const setup = await askForSetup(app, config, (token) => say(announceSetup(url, token)));
    const ms = Math.round(performance.now());
    new Logger('Boot').log(logLines.ready(url, ms));
    say(announce({ url, ms, role: config.role, demo: config.demo, setup, folder: embedded?.folder }));
    return { app, url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The link for the first administrator, where this is the process to tell it. */
async function askForSetup(
  app: NestFastifyApplication,
  { demo, role }: Config,
  tellNext: (token: string) => void,
): Promise<Started['setup']> {
  if (demo || role === 'worker') return null;
  const duty = app.get(SetupDuty, { strict: false });
  const teller = await duty.take();
  const token = teller === 'here' ? await app.get(PeopleService, { strict: false }).setupToken() : null;
  if (teller !== 'nobody') duty.watch(tellNext);
  if (teller === 'elsewhere') return 'elsewhere';
  return token === null ? null : { token };
}

/** Brings in what must be there before the first request. */
async function prepare(
  app: NestFastifyApplication,
  config: Config,
  say: (text: string) => void,
): Promise<void> {
  const seeds = config.role !== 'worker';
  const gate = new DemoPeopleGate(app.get(Database, { strict: false }));
  if (config.demo) await gate.open();
  else await gate.close();
  const demo = config.demo ? app.get(DemoService, { strict: false }) : null;
  await demo?.ensureShop();
  if (!seeds) return;
  const databaseUrl = String(config.databaseUrl);
  // With the SOPs and the people of the demo: what is there already costs the next lines nothing.
  if (await demo?.lacksWorld()) await makeWorldApart({ databaseUrl, plan: {} }, announceWorld(say));
  await app.get(SopFolderService, { strict: false }).loadFromFolders(sopFolders(config));
  await demo?.ensurePeople();
}
