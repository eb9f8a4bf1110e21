import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { actorOf, reachOf } from '../../../src/people/access/access.js';
import { WorldLock } from '../../../src/queues/world-lock.service.js';
import { TicketsService } from '../../../src/tickets/door/tickets.service.js';
import { median, round, runClosedLoop, type LoopFigures } from '../shared/figures.js';
import { takeApart, type CpuParts } from './cpu-parts.js';
import type { HttpFigures, HttpLoad } from './http-clients.js';
import { openBenchApp, type BenchApp } from '../shared/ours.js';
import { runPrisma } from './rival-prisma.js';
import { runStatement } from './rival-statement.js';
import type { BenchServer } from '../shared/server.js';
import { PAYLOAD, STATES, type BenchSop } from '../shared/work.js';

const IN_FLIGHT = 32;
/** When many wait, batches are larger. */
const MANY = 128;
const STEPS = STATES.length - 1;
const SYSTEMS = [
  ...(['statement', 'ours', 'oursAtDesk', 'oursAtDeskWithRelay', 'prisma', 'oursOverHttp'] as const),
  ...(['statementOfMany', 'oursOfMany', 'statementAlone', 'oursAlone'] as const),
] as const;

type System = (typeof SYSTEMS)[number];

/** Medians of the rounds. */
export interface AdvanceResult {
  inFlight: number;
  /** In flight of those called `…OfMany`; of `…Alone` there is one. */
  many: number;
  advancesPerSecond: Record<System, number>;
  p50Ms: Record<System, number>;
  p99Ms: Record<System, number>;
  oursToStatement: number;
  oursAtDeskToStatement: number;
  oursAtDeskWithRelayToStatement: number;
  oursToPrisma: number;
  oursOfManyToStatement: number;
  /** By how long one takes (p50) when nothing else is under way. */
  oursAloneToStatement: number;
  httpToStatement: number;
  /** To the same work in process: a person's step, with the relay. */
  httpToInProcess: number;
  /** What the client of one request took of the same cores, µs. */
  httpClientMicros: number;
  /** Where the processor time of one advance (`ours`, the opening included) goes; absent in results of before. */
  cpuMicros?: CpuParts;
  /** Raw; README's table does without. */
  rounds?: Record<System, LoopFigures[]>;
}

/** Our advance in-process, through the one door: engine, guards, form, history, visits, waiting lines and outbox. */
async function runDoor(
  bench: BenchApp,
  sop: BenchSop,
  tickets: number,
  inFlight = IN_FLIGHT,
): Promise<LoopFigures> {
  const door = bench.app.get(TicketsService, { strict: false });
  const actor = actorOf(bench.person);
  // With the right to act, and without going on with the next step, as the rivals know no such thing.
  const by = { actor, reach: { ...reachOf(bench.person), leaseMs: 0 }, goesOn: false };
  return runClosedLoop({
    tickets,
    inFlight,
    steps: STEPS,
    open: async () => {
      const customer = { id: 'c' };
      const opened = await door.open({ sop, subject: 'bench', customer }, { ...by, now: Date.now() });
      return opened.ticket.id;
    },
    advance: async (id) => {
      await door.apply(id, { type: 'event', event: 'ADVANCE', data: PAYLOAD }, { ...by, now: Date.now() });
    },
  });
}

const CLIENTS = fileURLToPath(new URL('./http-clients.ts', import.meta.url));

/** The same over HTTP on loopback: sign-in checked, body validated, ticket and guide answered. */
async function runHttp(load: Omit<HttpLoad, 'inFlight'>): Promise<HttpFigures> {
  const clients = fork(CLIENTS, { execArgv: process.execArgv });
  try {
    clients.send({ ...load, inFlight: IN_FLIGHT } satisfies HttpLoad);
    const [figures] = (await Promise.race([
      once(clients, 'message'),
      once(clients, 'exit').then(() => Promise.reject(new Error('the HTTP clients gave up'))),
    ])) as [HttpFigures];
    return figures;
  } finally {
    clients.kill();
  }
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'bench@test', password: 'long-enough' }),
  });
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

/**
 * Our advance against a hand-written single statement and the usual XState + Prisma transaction, and over HTTP:
 * alternating in one run, median of the rounds; ratios are taken round by round.
 */
export async function benchAdvance(server: BenchServer, rounds = 3, scale = 1): Promise<AdvanceResult> {
  const url = await server.openDatabase('bench_advance');
  const bench = await openBenchApp(url);
  // `ours` writes what the rivals write. `oursAtDesk` adds waiting lines and targets, which the rivals do without,
  // and `WithRelay` what bringing the outbox into the queues costs meanwhile.
  const lock = bench.app.get(WorldLock, { strict: false });
  const clientMicros: number[] = [];
  const held = <T>(run: () => Promise<T>): Promise<T> => lock.own(run);
  const systemsAt = (http: Pick<HttpLoad, 'url' | 'token'>): Record<System, () => Promise<LoopFigures>> => ({
    statement: () => runStatement(url, 1_000 * scale, IN_FLIGHT),
    ours: () => held(() => runDoor(bench, 'plain', 1_000 * scale)),
    oursAtDesk: () => held(() => runDoor(bench, 'desk', 1_000 * scale)),
    oursAtDeskWithRelay: () => runDoor(bench, 'desk', 1_000 * scale),
    prisma: () => runPrisma(url, 150 * scale, IN_FLIGHT),
    oursOverHttp: async () => {
      const figures = await runHttp({ ...http, tickets: 500 * scale });
      clientMicros.push(figures.clientMicros);
      return figures;
    },
    statementOfMany: () => runStatement(url, 1_000 * scale, MANY),
    oursOfMany: () => held(() => runDoor(bench, 'plain', 1_000 * scale, MANY)),
    statementAlone: () => runStatement(url, 50 * scale, 1),
    oursAlone: () => held(() => runDoor(bench, 'plain', 50 * scale, 1)),
  });
  try {
    await bench.app.listen(0, '127.0.0.1');
    const address = await bench.app.getUrl();
    const http = { url: address, token: await signIn(address) };
    const systems = systemsAt(http);
    for (const sop of ['plain', 'desk'] as const) await held(() => runDoor(bench, sop, 200));
    await runHttp({ ...http, tickets: 100 });
    const results = bySystem((): LoopFigures[] => []);
    for (let round = 0; round < rounds; round++) {
      for (const name of round % 2 === 0 ? SYSTEMS : SYSTEMS.toReversed()) {
        const figures = await systems[name]();
        results[name].push(figures);
        process.stderr.write(
          `round ${String(round + 1)} ${name}: ${String(figures.perSecond)}/s p50 ${String(figures.p50Ms)} ms\n`,
        );
      }
    }
    // Under a profile everything is slower: it is a run of its own, and its rate counts nowhere.
    const cpuMicros = await takeApart(1_000 * scale * STATES.length, () =>
      held(() => runDoor(bench, 'plain', 1_000 * scale)),
    );
    return { ...summarize(results, median(clientMicros)), cpuMicros };
  } finally {
    await bench.close();
  }
}

function bySystem<T>(make: (name: System) => T): Record<System, T> {
  return Object.fromEntries(SYSTEMS.map((name) => [name, make(name)])) as Record<System, T>;
}

function summarize(rounds: Record<System, LoopFigures[]>, httpClientMicros: number): AdvanceResult {
  const of = (name: System, figure: keyof LoopFigures): number[] => rounds[name].map((r) => r[figure]);
  const ratio = (a: System, b: System, figure: keyof LoopFigures = 'perSecond'): number =>
    round(median(of(a, figure).map((value, i) => value / (of(b, figure)[i] ?? Number.NaN))));
  return {
    inFlight: IN_FLIGHT,
    many: MANY,
    advancesPerSecond: bySystem((name) => median(of(name, 'perSecond'))),
    p50Ms: bySystem((name) => median(of(name, 'p50Ms'))),
    p99Ms: bySystem((name) => median(of(name, 'p99Ms'))),
    oursToStatement: ratio('ours', 'statement'),
    oursAtDeskToStatement: ratio('oursAtDesk', 'statement'),
    oursAtDeskWithRelayToStatement: ratio('oursAtDeskWithRelay', 'statement'),
    oursToPrisma: ratio('ours', 'prisma'),
    oursOfManyToStatement: ratio('oursOfMany', 'statementOfMany'),
    oursAloneToStatement: ratio('oursAlone', 'statementAlone', 'p50Ms'),
    httpToStatement: ratio('oursOverHttp', 'statement'),
    httpToInProcess: ratio('oursOverHttp', 'oursAtDeskWithRelay'),
    httpClientMicros,
    rounds,
  };
}
