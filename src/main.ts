import type { Running } from './boot.js';
import { checkStart, explain, readConfig } from './preflight.js';
import { logLines } from './telemetry.js';

/** Whoever stops us waits ten seconds before using force. */
const STOP_LIMIT_MS = 9_000;

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
try {
  await checkStart(config);
  // Nest and its rooms take a moment to load; what is wrong outside is told before.
  const { boot } = await import('./boot.js');
  running = await boot(config, (text) => void process.stdout.write(text));
} catch (error) {
  process.stderr.write(`${explain(error, config)}\n`);
  process.exit(1);
}
