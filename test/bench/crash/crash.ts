import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ShakyServer } from '../shared/shaky-server.js';
import { CrashClients } from './crash-clients.js';
import { setUp } from '../shared/crash-world.js';
import { median, percentile, round } from '../shared/figures.js';
import { buildProgram, collectOutput, makeFolder, startProgram } from '../shared/program.js';
import { freePort } from '../shared/redis-server.js';

const CLIENTS = 16;
const SHOP_LIMIT_MS = 20_000;

interface Shop {
  url: string;
  stop(): Promise<void>;
}

/** The sandbox shop as a process of its own: it remembers what was done while our server dies. */
async function startShop(dir: string): Promise<Shop> {
  const child = spawn(process.execPath, ['dist/server/sandbox-shop-alone.js', '--port', '0'], {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const output = collectOutput(child);
  const began = performance.now();
  for (;;) {
    const url = /http:\/\/\S+/.exec(output())?.[0];
    if (url !== undefined) {
      return {
        url,
        stop: async () => {
          child.kill('SIGTERM');
          await ended;
        },
      };
    }
    if (child.exitCode !== null || performance.now() - began > SHOP_LIMIT_MS)
      throw new Error(`the shop did not start:\n${output()}`);
    await sleep(20);
  }
}

interface HistoryItem {
  seq: number;
  type: string;
}
interface Act {
  path: string;
  body: string;
  asked: number;
  acted: number;
}

interface Verdict {
  tickets: number;
  acknowledged: number;
  acknowledgedLost: number;
  /** A retried opening or advance that was applied a second time. */
  ticketsOpenedTwice: number;
  advancesTwice: number;
  notEnded: number;
  refundsMissing: number;
  refundsTwice: number;
  keysActedTwice: number;
  callsNotOnceInHistory: number;
  callsRepeatedToShop: number;
}

export interface CrashResult extends Verdict {
  kills: number;
  clients: number;
  seconds: number;
  requestsRepeated: number;
  firstReadyMs: number;
  readyAfterKillMs: { p50: number; p99: number; max: number };
}

/** Compares what was acknowledged with what is in the histories, and with what the shop did. */
async function judge(server: ShakyServer, clients: CrashClients, shop: Shop): Promise<Verdict> {
  const history = new Map<string, Map<number, string>>();
  let notEnded = 0;
  let callsNotOnceInHistory = 0;
  let advancesTwice = 0;
  for (const id of clients.orders.keys()) {
    const { status } = await server.call<{ status: string }>('GET', `/api/tickets/${id}`);
    if (status !== 'resolved') notEnded += 1;
    const { items } = await server.call<{ items: HistoryItem[] }>(
      'GET',
      `/api/tickets/${id}/history?limit=100`,
    );
    history.set(id, new Map(items.map(({ seq, type }) => [seq, type])));
    if (new Set(items.map(({ type }) => type)).size < items.length) advancesTwice += 1;
    if (items.filter(({ type }) => type === 'done.refund').length !== 1) callsNotOnceInHistory += 1;
  }
  const lost = clients.acknowledged.filter(
    ({ ticketId, version, event }) => history.get(ticketId)?.get(version) !== event,
  );
  const acts = ((await (await fetch(`${shop.url}/_acts`)).json()) as { items: Act[] }).items;
  const perOrder = new Map<string, number>();
  for (const { body, acted } of acts) {
    const { orderId } = JSON.parse(body) as { orderId: string };
    perOrder.set(orderId, (perOrder.get(orderId) ?? 0) + acted);
  }
  const orders = [...clients.orders.values()];
  return {
    tickets: orders.length,
    acknowledged: clients.acknowledged.length,
    acknowledgedLost: lost.length,
    ticketsOpenedTwice: (await countTickets(server)) - orders.length,
    advancesTwice,
    notEnded,
    refundsMissing: orders.filter((order) => !perOrder.has(order)).length,
    refundsTwice: [...perOrder.values()].filter((times) => times > 1).length,
    keysActedTwice: acts.filter(({ acted }) => acted > 1).length,
    callsNotOnceInHistory,
    callsRepeatedToShop: acts.filter(({ asked }) => asked > 1).length,
  };
}

async function countTickets(server: ShakyServer): Promise<number> {
  let count = 0;
  for (let cursor = ''; ;) {
    const page = await server.call<{ items: object[]; nextCursor: string | null }>(
      'GET',
      `/api/tickets?limit=200${cursor}`,
    );
    count += page.items.length;
    if (page.nextCursor === null) return count;
    cursor = `&cursor=${page.nextCursor}`;
  }
}

/** kill -9 at random moments under load; what was acknowledged must be there, and what was done must be done once. */
export async function benchCrash(args: string[]): Promise<CrashResult> {
  const { values } = parseArgs({ args, options: { times: { type: 'string', default: '20' } } });
  const times = Number(values.times);
  const built = buildProgram();
  const folder = makeFolder('bench-crash');
  const shop = await startShop(built.dir);
  const port = await freePort();
  const start = (): ReturnType<typeof startProgram> =>
    startProgram(built.dir, port, {
      STEPWISE_DATA_DIR: join(folder, 'data'),
      STEPWISE_DEMO: 'off',
      STEPWISE_HOST: '127.0.0.1',
      STEPWISE_TOKEN_TTL: 'PT12H',
      STEPWISE_CONNECTIONS: JSON.stringify({ shop: { baseUrl: shop.url, allowPrivate: true } }),
    });
  let program = await start();
  try {
    const firstReadyMs = program.readyMs;
    const server = new ShakyServer(program.url);
    await setUp(server, program.output());
    const clients = new CrashClients(server);
    const working = clients.run(CLIENTS);
    const readyMs: number[] = [];
    const crashing = (async () => {
      for (let n = 1; n <= times; n++) {
        await sleep(500 + Math.random() * 2_500);
        const before = clients.acknowledged.length;
        await program.kill();
        program = await start();
        readyMs.push(program.readyMs);
        process.stderr.write(
          `kill ${String(n)} of ${String(times)}: ${String(before)} acknowledged so far, ready again after ${String(round(program.readyMs, 0))} ms\n`,
        );
      }
      clients.finish();
    })();
    const began = performance.now();
    await Promise.all([crashing, working]);
    const seconds = round((performance.now() - began) / 1_000, 1);
    return {
      kills: times,
      clients: CLIENTS,
      seconds,
      ...(await judge(server, clients, shop)),
      requestsRepeated: server.repeated,
      firstReadyMs: round(firstReadyMs, 0),
      readyAfterKillMs: {
        p50: round(median(readyMs), 0),
        p99: round(percentile(readyMs, 0.99), 0),
        max: round(Math.max(...readyMs), 0),
      },
    };
  } finally {
    await program.stop();
    await shop.stop();
    built.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
