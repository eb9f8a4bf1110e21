/**
 * Loaded into a server that is under attack: tells on a port of its own how long its event loop was held up at worst
 * since it was last asked, ms. Threads have loops of their own, which are not meant.
 */
import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const RESOLUTION_MS = 5;
const port = process.env['STEPWISE_TEST_STALLS_PORT'];
if (isMainThread && port) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  createServer((_request, reply) => {
    // The timer that measures waits for its resolution itself.
    reply.end(String(Math.max(0, delay.max / 1e6 - RESOLUTION_MS)));
    delay.reset();
  }).listen(Number(port), '127.0.0.1');
}
