import { ConfigInvalid, loadConfig, type Config } from './config.js';
import type { Running } from './boot.js';
import { openLog } from './log/log.js';
import { NestLogger } from './log/nest-logger.js';
import { logLines } from './telemetry.js';

/** Whoever stops us waits ten seconds before using force. */
const STOP_LIMIT_MS = 9_000;

function readConfig(): Config {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** What a start can fail of for reasons outside of us, in both languages; else the stack. */
function explain(error: unknown, config: Config): string {
  if (!(error instanceof Error)) return String(error);
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `Port ${config.port} is taken; give another one in PORT. / 端口 ${config.port} 已被占用，请用 PORT 指定其他端口。`;
  }
  const isWorded = [
    'DatabaseUnusable',
    'EmbeddedDatabaseFailed',
    'MigrationFailed',
    'QueuesUnreachable',
  ].includes(error.name);
  return isWorded ? error.message : (error.stack ?? error.message);
}

async function stop(running: Running | undefined, signal: string): Promise<never> {
  const begin = performance.now();
  log.log(logLines.stopping(signal));
  // Nothing was acknowledged yet; the embedded database is told to stop when the process ends.
  if (!running) process.exit(0);
  setTimeout(() => {
    log.error(logLines.stopTookTooLong(STOP_LIMIT_MS));
    process.exit(1);
  }, STOP_LIMIT_MS).unref();
  try {
    await running.stop();
    log.log(logLines.stopped(Math.round(performance.now() - begin)));
    process.exit(0);
  } catch (error) {
    log.error(error);
    process.exit(1);
  }
}

const config = readConfig();
const log = new NestLogger(openLog({ level: config.logLevel }));
let running: Running | undefined;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void stop(running, signal));
}
// Nest and its rooms take a moment to load; a wrong environment is told before.
const { boot } = await import('./boot.js');
try {
  running = await boot(config, (text) => void process.stdout.write(text));
} catch (error) {
  log.fatal(explain(error, config));
  process.exit(1);
}
