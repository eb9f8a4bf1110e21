import { ConfigInvalid, loadConfig, type Config } from './config.js';
import type { Running } from './boot.js';
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
  process.stderr.write(`${logLines.stopping(signal)}\n`);
  // Nothing was acknowledged yet; the embedded database is told to stop when the process ends.
  if (!running) process.exit(0);
  setTimeout(() => {
    process.stderr.write(`${logLines.stopTookTooLong(STOP_LIMIT_MS)}\n`);
    process.exit(1);
  }, STOP_LIMIT_MS).unref();
  try {
    await running.stop();
    process.stderr.write(`${logLines.stopped(Math.round(performance.now() - begin))}\n`);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  }
}

const config = readConfig();
let running: Running | undefined;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void stop(running, signal));
}
// Nest and its rooms take a moment to load; a wrong environment is told before.
const { boot } = await import('./boot.js');
try {
  running = await boot(config, (text) => void process.stdout.write(text));
} catch (error) {
  process.stderr.write(`${explain(error, config)}\n`);
  process.exit(1);
}
