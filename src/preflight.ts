import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { ConfigInvalid, loadConfig, type Config } from './config.js';

/** What keeps the server from listening; one line in each language says what to do. */
class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/** The folder of SOPs that was named is none, or cannot be read. */
class SopsUnreadable extends Error {
  override readonly name = 'SopsUnreadable';
  constructor(folder: string, { code = '' }: NodeJS.ErrnoException) {
    super(
      `${folder} cannot be read as a folder of SOPs (${code}); correct STEPWISE_SOPS. / 无法读取流程文件夹 ${folder}（${code}），请修改 STEPWISE_SOPS。`,
    );
  }
}

/** Errors that say in both languages what is wrong and what to do: their stack tells nobody more. */
const WORDED = [
  'CannotListen',
  'ConfigInvalid',
  'DatabaseUnusable',
  'EmbeddedDatabaseFailed',
  'MigrationFailed',
  'QueuesUnreachable',
  'SopsUnreadable',
  'WorldBrokenOff',
];

/** What the environment says; whoever wrote something wrong is told, and the process ends. */
export function readConfig(): Config {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** What a start can fail of for reasons outside of us, in both languages; else the stack. */
export function explain(error: unknown, config: Config): string {
  if (!(error instanceof Error)) return String(error);
  const worded = wordListening(error, config);
  return WORDED.includes(worded.name) ? worded.message : (worded.stack ?? worded.message);
}

/**
 * Looks whether a start can succeed, before anything is built, made or migrated: the port, the data folder, the
 * database and its version, Redis. Changes nothing. `opens`: data of the embedded database is opened for a look too;
 * else the start itself does that.
 */
export async function checkStart(config: Config, { opens = false } = {}): Promise<void> {
  await checkPort(config);
  if (config.sopsDir !== null) checkSops(config.sopsDir);
  const { checkDatabase, checkFolder, hasData } = await import('./database/start-check.js');
  const { checkReach } = await import('./database/reach.js');
  if (config.databaseUrl !== null) {
    // Migrations are the owner's, where that is another user.
    await checkDatabase(config.ownerUrl ?? config.databaseUrl, config.redisUrl === null);
    if (config.ownerUrl !== null) await checkReach(config.databaseUrl);
  } else {
    checkFolder(config.dataDir);
    if (opens && hasData(config.dataDir)) await lookInside(config);
  }
  if (config.redisUrl !== null) await checkRedis(config.redisUrl);
}

async function checkPort(config: Config): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(config.port, config.host, resolve);
    });
  } catch (error) {
    throw wordListening(error as Error, config);
  }
  await new Promise((resolve) => probe.close(resolve));
}

function checkSops(folder: string): void {
  try {
    readdirSync(folder);
  } catch (error) {
    throw new SopsUnreadable(folder, error as NodeJS.ErrnoException);
  }
}

function wordListening(error: Error, { port, host }: Config): Error {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new CannotListen(
        `Port ${port} is taken; give another one in PORT. / 端口 ${port} 已被占用，请用 PORT 指定其他端口。`,
      );
    case 'EACCES':
      return new CannotListen(
        `Port ${port} is not open to this user; give one above 1023 in PORT. / 当前用户无权使用端口 ${port}，请用 PORT 指定 1023 以上的端口。`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new CannotListen(
        `${host} is no address of this machine; give one in STEPWISE_HOST. / ${host} 不是本机地址，请用 STEPWISE_HOST 指定本机的地址。`,
      );
    default:
      return error;
  }
}

/** A database that is newer than the program is noticed before a build takes its time. */
async function lookInside({ dataDir, dataDirIsDefault }: Config): Promise<void> {
  const { startEmbedded } = await import('./database/embedded-server.js');
  const { checkDatabase } = await import('./database/start-check.js');
  const server = await startEmbedded({ dir: dataDir, isDefault: dataDirIsDefault });
  try {
    await checkDatabase(server.url, false);
  } finally {
    await server.stop();
  }
}

async function checkRedis(url: string): Promise<void> {
  const { RedisLink } = await import('./queues/backend/redis-link.js');
  const link = await RedisLink.open(url);
  link.cutOff();
}
