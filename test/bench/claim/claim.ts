import { parseArgs } from 'node:util';
import { LaneQueues } from '../../../src/queues/lanes/lane-queues.service.js';
import { DeskService } from '../../../src/routing/desk/desk.service.js';
import { WaitingLanes } from '../../../src/routing/desk/waiting-lanes.service.js';
import { GuideService } from '../../../src/tickets/read/guide.service.js';
import { TicketStore } from '../../../src/tickets/door/ticket-store.service.js';
import { Backlog } from './backlog.js';
import { median, round, runClosedLoop, type LoopFigures } from '../shared/figures.js';
import { openBenchApp, type BenchApp } from '../shared/ours.js';
import { Parts } from './parts.js';
import { startBenchRedis } from '../shared/redis-server.js';
import { ClaimByHand } from './rival-claim.js';
import type { BenchServer } from '../shared/server.js';

const BACKLOGS = [1_000, 100_000];
const CLAIMS = 300;
const IN_FLIGHT = [1, 8, 32];
const PARTS_CLAIMS = 100;

/** Ours beside the claim by hand. */
interface Pair {
  ours: number;
  handWritten: number;
}
interface Compared extends Pair {
  oursToHandWritten: number;
}

/** Medians of the rounds, on one backend of the queues. */
export interface ClaimFigures {
  /** By how many wait. */
  backlogs: Record<
    string,
    {
      claimP50Ms: Pair;
      claimP99Ms: Pair;
      oursToHandWritten: number;
      claimsPerSecond: Record<string, Compared>;
      partsOfOneClaim?: object;
    }
  >;
  /** What a claim takes with the longest backlog to what it takes with the shortest. */
  flatness: number;
  flatnessHandWritten: number;
  /** Raw; README's table does without. */
  rounds?: Record<string, LoopFigures[]>;
}

export interface ClaimResult {
  postgres: ClaimFigures;
  redis: ClaimFigures | { skipped: string };
}

/** Someone who claims; `fill` brings the backlog back to its size. */
interface System {
  fill(size: number): Promise<void>;
  claim(): Promise<void>;
}

/** Next ticket for a person, in-process: chosen among their lanes, taken, leased, answered with its guide. */
async function openOurs(bench: BenchApp): Promise<System> {
  const backlog = await Backlog.open(bench);
  const desk = bench.app.get(DeskService, { strict: false });
  return {
    fill: (size) => backlog.fill(size),
    claim: async () => {
      if ((await desk.next(bench.person, null, Date.now())) === null) throw new Error('nothing waits');
    },
  };
}

function runClaims(system: System, inFlight: number, claims = CLAIMS): Promise<LoopFigures> {
  return runClosedLoop({
    tickets: claims,
    inFlight,
    steps: 1,
    open: () => Promise.resolve(),
    advance: () => system.claim(),
  });
}

/** Where the time of one claim goes; parts may run side by side. Looks at the lane's queue are made now and then. */
async function measureParts(bench: BenchApp, system: System): Promise<object> {
  const parts = new Parts();
  const get = <T>(type: new (...args: never[]) => T): T => bench.app.get<T>(type, { strict: false });
  parts.watch('lookAtLanes', get(WaitingLanes), 'servable');
  parts.watch('lookIntoLane', get(LaneQueues), 'first');
  parts.watch('readTicket', get(TicketStore), 'read');
  parts.watch('writeClaim', get(TicketStore), 'write');
  const guides = get(GuideService);
  const answerFor = guides.answerFor.bind(guides);
  guides.answerFor = (person, lang) => {
    const answer = answerFor(person, lang);
    return (...args) => {
      const start = performance.now();
      const rendered = answer(...args);
      parts.note('renderAnswer', performance.now() - start);
      return rendered;
    };
  };
  const { p50Ms } = await runClaims(system, 1, PARTS_CLAIMS);
  guides.answerFor = answerFor;
  return { claimP50Ms: p50Ms, ...parts.end() };
}

interface BackendResult {
  rounds: Record<string, LoopFigures[]>;
  parts: Record<string, object>;
}

async function runBackend(
  url: string,
  redisUrl: string | null,
  rounds: number,
  backlogs: readonly number[],
): Promise<BackendResult> {
  const bench = await openBenchApp(url, { redisUrl });
  const byHand = await ClaimByHand.open(url);
  const handWritten: System = {
    fill: (size) => byHand.fill(size, Date.now()),
    claim: () => byHand.claim(bench.person.id),
  };
  const result: BackendResult = { rounds: {}, parts: {} };
  try {
    const ours = await openOurs(bench);
    for (const size of backlogs) {
      for (const system of [ours, handWritten]) {
        await system.fill(size);
        await runClaims(system, 8, 200);
      }
      for (let n = 0; n < rounds; n++) {
        for (const inFlight of IN_FLIGHT) {
          const order = Object.entries({ ours, handWritten });
          for (const [name, system] of n % 2 === 0 ? order : order.reverse()) {
            await system.fill(size);
            const figures = await runClaims(system, inFlight);
            (result.rounds[keyOf(name, size, inFlight)] ??= []).push(figures);
            process.stderr.write(
              `${redisUrl ? 'redis' : 'postgres'} ${String(size)} waiting, round ${String(n + 1)}, ${String(inFlight)} at once, ${name}: ` +
                `p50 ${String(figures.p50Ms)} ms, ${String(figures.perSecond)}/s\n`,
            );
          }
        }
      }
      await ours.fill(size);
      result.parts[String(size)] = await measureParts(bench, ours);
    }
    return result;
  } finally {
    await byHand.close();
    await bench.close();
  }
}

const keyOf = (system: string, size: number, inFlight: number): string =>
  `${system} ${String(size)} waiting ${String(inFlight)} at once`;

/**
 * Next ticket against a hand-written SKIP LOCKED claim in the same PostgreSQL with the same backlog, alternating in
 * one run, on both backends of the queues. Ratios are taken round by round; medians of the rounds.
 */
export async function benchClaim(server: BenchServer, args: string[]): Promise<ClaimResult> {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '3' } } });
  const rounds = Number(values.rounds);
  const postgres = await runBackend(await server.openDatabase('bench_claim'), null, rounds, BACKLOGS);
  const redis = await startBenchRedis();
  if (redis === null) return { postgres: summarize(postgres), redis: { skipped: 'no redis-server found' } };
  try {
    const url = await server.openDatabase('bench_claim_redis');
    const onRedis = await runBackend(url, redis.url, rounds, BACKLOGS);
    return { postgres: summarize(postgres), redis: summarize(onRedis) };
  } finally {
    await redis.stop();
  }
}

function summarize({ rounds, parts }: BackendResult): ClaimFigures {
  const of = (name: string, size: number, inFlight: number, figure: keyof LoopFigures): number[] =>
    (rounds[keyOf(name, size, inFlight)] ?? []).map((r) => r[figure]);
  const ratio = (above: number[], below: number[]): number =>
    round(median(above.map((value, i) => value / (below[i] ?? Number.NaN))));
  const latency = (name: string, size: number): number[] => of(name, size, 1, 'p50Ms');
  const [few = 0, many = 0] = BACKLOGS;
  return {
    backlogs: Object.fromEntries(
      BACKLOGS.map((size) => [
        size,
        {
          claimP50Ms: {
            ours: median(latency('ours', size)),
            handWritten: median(latency('handWritten', size)),
          },
          claimP99Ms: {
            ours: median(of('ours', size, 1, 'p99Ms')),
            handWritten: median(of('handWritten', size, 1, 'p99Ms')),
          },
          oursToHandWritten: ratio(latency('ours', size), latency('handWritten', size)),
          claimsPerSecond: Object.fromEntries(
            IN_FLIGHT.map((inFlight) => [
              `${String(inFlight)} at once`,
              {
                ours: median(of('ours', size, inFlight, 'perSecond')),
                handWritten: median(of('handWritten', size, inFlight, 'perSecond')),
                oursToHandWritten: ratio(
                  of('ours', size, inFlight, 'perSecond'),
                  of('handWritten', size, inFlight, 'perSecond'),
                ),
              },
            ]),
          ),
          partsOfOneClaim: parts[String(size)],
        },
      ]),
    ),
    flatness: ratio(latency('ours', many), latency('ours', few)),
    flatnessHandWritten: ratio(latency('handWritten', many), latency('handWritten', few)),
    rounds,
  };
}
