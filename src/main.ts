import type { Running } from './boot.js';
import { openLog } from './log/log.js';
import { NestLogger } from './log/nest-logger.js';
import { checkStart, explain, readConfig } from './preflight.js';
import { logLines } from './telemetry.js';

/** Whoever stops us waits ten seconds before using force. */
const STOP_LIMIT_MS = 9_000;

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
try {
  await checkStart(config);
  // What is wrong outside is told before. Nest and its rooms take a moment to load; PostgreSQL starts meanwhile.
  const { openDatabase } = await import('./open-database.js');
  const [database, { boot }] = await Promise.all([openDatabase(config, log), import('./boot.js')]);
  running = await boot(config, database, (text) => void process.stdout.write(text));
} catch (error) {
  log.fatal(explain(error, config));
  process.exit(1);
}
