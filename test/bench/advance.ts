import { actorOf } from '../../src/people/access.js';
import { TicketsService } from '../../src/tickets/tickets.service.js';
import { median, round, runClosedLoop, type LoopFigures } from './figures.js';
import { openBenchApp, type BenchApp } from './ours.js';
import { runPrisma } from './rival-prisma.js';
import { runStatement } from './rival-statement.js';
import type { BenchServer } from './server.js';
import { PAYLOAD, STATES } from './work.js';

const IN_FLIGHT = 32;
const STEPS = STATES.length - 1;

/** Our advance in-process, through the one door: engine, guards, form, history, visits, waiting lines and outbox. */
async function runDoor(bench: BenchApp, tickets: number): Promise<LoopFigures> {
  const door = bench.app.get(TicketsService, { strict: false });
  const actor = actorOf(bench.person);
  return runClosedLoop({
    tickets,
    inFlight: IN_FLIGHT,
    steps: STEPS,
    open: async () => {
      const customer = { id: 'c' };
      const opened = await door.open(
        { sop: 'bench', subject: 'bench', customer },
        { actor, now: Date.now() },
      );
      return opened.ticket.id;
    },
    advance: async (id) => {
      await door.apply(id, { type: 'event', event: 'ADVANCE', data: PAYLOAD }, { actor, now: Date.now() });
    },
  });
}

interface Http {
  url: string;
  token: string;
}

async function call(http: Http, path: string, body: object): Promise<{ id: string }> {
  const answer = await fetch(`${http.url}/api${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${http.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
  return (await answer.json()) as { id: string };
}

/** The same over HTTP on loopback: sign-in checked, body validated, ticket and guide answered. */
async function runHttp(http: Http, tickets: number): Promise<LoopFigures> {
  return runClosedLoop({
    tickets,
    inFlight: IN_FLIGHT,
    steps: STEPS,
    open: async () =>
      (await call(http, '/tickets', { sop: 'bench', subject: 'bench', customer: { id: 'c' } })).id,
    advance: async (id) => {
      await call(http, `/tickets/${id}/events`, { type: 'ADVANCE', data: PAYLOAD });
    },
  });
}

/**
 * Our advance against a hand-written single statement and the usual XState + Prisma transaction, and over HTTP:
 * alternating in one run, median of the rounds; ratios are taken round by round.
 */
export async function benchAdvance(server: BenchServer, rounds = 3, scale = 1): Promise<object> {
  const url = await server.openDatabase('bench_advance');
  const bench = await openBenchApp(url);
  const systems: Record<string, () => Promise<LoopFigures>> = {
    statement: () => runStatement(url, 1_000 * scale, IN_FLIGHT),
    ours: () => runDoor(bench, 1_000 * scale),
    prisma: () => runPrisma(url, 150 * scale, IN_FLIGHT),
  };
  try {
    await bench.app.listen(0, '127.0.0.1');
    const { accessToken } = (await (
      await fetch(`${await bench.app.getUrl()}/api/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'bench@test', password: 'long-enough' }),
      })
    ).json()) as { accessToken: string };
    const http = { url: await bench.app.getUrl(), token: accessToken };
    systems['oursOverHttp'] = () => runHttp(http, 400 * scale);
    await runDoor(bench, 200);
    await runHttp(http, 50);
    const results: Record<string, LoopFigures[]> = {};
    for (let round = 0; round < rounds; round++) {
      const order = Object.entries(systems);
      for (const [name, run] of round % 2 === 0 ? order : order.reverse()) {
        const figures = await run();
        (results[name] ??= []).push(figures);
        process.stderr.write(
          `round ${String(round + 1)} ${name}: ${String(figures.perSecond)}/s p50 ${String(figures.p50Ms)} ms\n`,
        );
      }
    }
    return summarize(results);
  } finally {
    await bench.close();
  }
}

function summarize(results: Record<string, LoopFigures[]>): object {
  const of = (name: string, figure: keyof LoopFigures): number[] =>
    (results[name] ?? []).map((r) => r[figure]);
  const ratio = (a: string, b: string): number =>
    round(median(of(a, 'perSecond').map((rate, i) => rate / (of(b, 'perSecond')[i] ?? Number.NaN))));
  return {
    inFlight: IN_FLIGHT,
    advancesPerSecond: Object.fromEntries(Object.keys(results).map((n) => [n, median(of(n, 'perSecond'))])),
    p50Ms: Object.fromEntries(Object.keys(results).map((n) => [n, median(of(n, 'p50Ms'))])),
    p99Ms: Object.fromEntries(Object.keys(results).map((n) => [n, median(of(n, 'p99Ms'))])),
    oursToStatement: ratio('ours', 'statement'),
    oursToPrisma: ratio('ours', 'prisma'),
    httpToStatement: ratio('oursOverHttp', 'statement'),
    httpToOurs: ratio('oursOverHttp', 'ours'),
    rounds: results,
  };
}
