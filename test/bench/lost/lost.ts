import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { LossyProxy } from '../../support/lossy-proxy.js';
import { ShakyServer } from '../shared/shaky-server.js';
import { setUp } from '../shared/crash-world.js';
import { median, percentile, round } from '../shared/figures.js';
import { buildProgram, makeFolder, startProgram } from '../shared/program.js';
import { freePort } from '../shared/redis-server.js';
import type { BenchServer } from '../shared/server.js';

const CLIENTS = 32;
const WRITES = /tickets-(?:write|open)/;
const SILENCE_MS = 60_000;

/** What was asked for, by the text that names it, and what it was answered; 0: nobody answered. */
type Answers = Map<string, number>;

interface Verdict {
  commands: number;
  acknowledged: number;
  acknowledgedLost: number;
  doubled: number;
  refused: number;
  refusedButStanding: number;
}

interface Silence extends Verdict {
  secondsSilent: number;
  /** Null when it did not until the end. */
  secondsToWorkAgain: number | null;
  longestAnswerSeconds: number;
}

export interface LostResult {
  lostAnswers: Verdict & { answersLost: number; ms: { p50: number; p99: number } };
  silence: Silence;
}

class Commands {
  readonly answers: Answers = new Map();
  readonly ms: number[] = [];
  private n = 0;

  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly tickets: readonly string[],
  ) {}

  /** One command without a key: every tenth opens a ticket, the others write a note. Never sent again. */
  async next(): Promise<boolean> {
    const n = this.n++;
    const name = `command ${String(n)}`;
    const ticket = this.tickets[n % this.tickets.length] ?? '';
    const [path, body] =
      n % 10 === 0
        ? ['/api/tickets', { sop: 'crash', subject: name, customer: { id: name }, data: { orderId: name } }]
        : [`/api/tickets/${ticket}/messages`, { from: 'agent', body: name, internal: true }];
    const begin = performance.now();
    const status = await this.post(path, body);
    this.ms.push(performance.now() - begin);
    this.answers.set(name, status);
    return status === 201;
  }

  private async post(path: string, body: object): Promise<number> {
    try {
      const answer = await fetch(`${this.url}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(120_000),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }
}

/** Each command by how often it stands in the database. */
async function countStanding(url: string): Promise<Map<string, number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string; times: string }>(
    `select name, count(*) as times from (select body as name from messages union all select subject from tickets) all_of
     where name like 'command %' group by name`,
  );
  await client.end();
  return new Map(rows.map(({ name, times }) => [name, Number(times)]));
}

function judge(answers: Answers, standing: Map<string, number>): Verdict {
  const names = [...answers.keys()];
  const acknowledged = names.filter((name) => answers.get(name) === 201);
  return {
    commands: names.length,
    acknowledged: acknowledged.length,
    acknowledgedLost: acknowledged.filter((name) => !standing.has(name)).length,
    doubled: [...standing.values()].filter((times) => times > 1).length,
    refused: names.length - acknowledged.length,
    refusedButStanding: names.filter((name) => answers.get(name) !== 201 && standing.has(name)).length,
  };
}

/** Commands without keys while one answer of the database in a hundred is lost, and while its connections are silent. */
export async function benchLost(bench: BenchServer, args: string[]): Promise<LostResult> {
  const { values } = parseArgs({ args, options: { commands: { type: 'string', default: '10000' } } });
  const most = Number(values.commands);
  const databaseUrl = await bench.openDatabase('lost');
  const proxy = new LossyProxy();
  const built = buildProgram();
  const folder = makeFolder('bench-lost');
  const program = await startProgram(built.dir, await freePort(), {
    STEPWISE_DATA_DIR: folder,
    DATABASE_URL: await proxy.open(databaseUrl),
    STEPWISE_DEMO: 'off',
    STEPWISE_HOST: '127.0.0.1',
    STEPWISE_TOKEN_TTL: 'PT12H',
  });
  try {
    const server = new ShakyServer(program.url);
    await setUp(server, program.output());
    const tickets: string[] = [];
    for (let n = 0; n < CLIENTS; n++) {
      const opened = { sop: 'crash', subject: 'base', customer: { id: 'c' }, data: { orderId: String(n) } };
      tickets.push((await server.call<{ id: string }>('POST', '/api/tickets', opened)).id);
    }
    const commands = new Commands(program.url, server.token, tickets);
    proxy.loses = (said) => WRITES.test(said) && Math.random() < 0.01;
    let left = most;
    await Promise.all(
      Array.from({ length: CLIENTS }, async () => {
        while (left-- > 0) await commands.next();
      }),
    );
    proxy.loses = () => false;
    const lost = {
      ...judge(commands.answers, await countStanding(databaseUrl)),
      answersLost: proxy.lost,
      ms: { p50: round(median(commands.ms), 1), p99: round(percentile(commands.ms, 0.99), 1) },
    };
    process.stderr.write(`${JSON.stringify(lost)}\n`);
    return {
      lostAnswers: lost,
      silence: await silence(program.url, server.token, tickets, proxy, databaseUrl),
    };
  } finally {
    await program.stop();
    await proxy.close();
    built.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All connections to the database go silent at once under load; how long until commands are acknowledged again. */
async function silence(
  url: string,
  token: string,
  tickets: readonly string[],
  proxy: LossyProxy,
  databaseUrl: string,
): Promise<Silence> {
  const commands = new Commands(url, token, tickets);
  const before = await countStanding(databaseUrl);
  const begin = performance.now();
  let silentAt = Infinity;
  let firstAfter = 0;
  const working = Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (performance.now() < Math.min(silentAt, begin + 5_000) + SILENCE_MS) {
        const asked = performance.now();
        if ((await commands.next()) && asked > silentAt && firstAfter === 0) firstAfter = performance.now();
        else if (firstAfter === 0 && asked > silentAt) await sleep(20);
      }
    }),
  );
  await sleep(2_000);
  silentAt = performance.now();
  proxy.silence();
  await working;
  const standing = await countStanding(databaseUrl);
  for (const [name, times] of before) {
    const now = (standing.get(name) ?? 0) - times;
    if (now > 0) standing.set(name, now);
    else standing.delete(name);
  }
  return {
    ...judge(commands.answers, standing),
    secondsSilent: SILENCE_MS / 1_000,
    secondsToWorkAgain: firstAfter === 0 ? null : round((firstAfter - silentAt) / 1_000, 1),
    longestAnswerSeconds: round(percentile(commands.ms, 1) / 1_000, 1),
  };
}
