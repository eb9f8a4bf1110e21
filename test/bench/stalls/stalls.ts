import { setTimeout as sleep } from 'node:timers/promises';
import { median, round } from '../shared/figures.js';
import { buildProgram, startProgram } from '../shared/program.js';
import { freePort } from '../shared/redis-server.js';
import type { BenchServer } from '../shared/server.js';
import { stepsInARow } from '../../support/large-sops.js';
import { attackedSop, listAttacks } from './stall-attacks.js';
import type { Attack, Victims } from './stall-attacks.js';

const PASSWORD = 'long enough for a bench';
/** How often the other client asks whether the server is alive (ms). */
const ASK_MS = 10;
/** The loop's own timer fires after an attack, and what it left to be done is done. */
const SETTLE_MS = 300;
const REPEATS = 3;
const ORDINARY: Attack = {
  name: 'an ordinary request',
  ...{ family: 'request', as: 'agent', method: 'GET', path: '/api/me' },
};

export interface AttackFigures {
  attack: string;
  family: Attack['family'];
  /** So many at once. */
  times: number;
  answer: string;
  answeredMs: number;
  worstLoopDelayMs: number;
  medianLoopDelayMs: number;
  worstLiveMs: number;
}

export interface StallsResult {
  /** How often each attack is made. */
  repeats: number;
  attacks: AttackFigures[];
}

type Tokens = Record<Attack['as'], string | null>;

/** How long each attack holds up the event loop of a server, while another client asks whether it is alive. */
export async function benchStalls(server: BenchServer): Promise<StallsResult> {
  const built = buildProgram();
  const [port, monitor] = [await freePort(), await freePort()];
  const program = await startProgram(built.dir, port, {
    DATABASE_URL: await server.openDatabase('stalls'),
    STEPWISE_DEMO: 'off',
    STEPWISE_TEST_STALLS_PORT: String(monitor),
    NODE_OPTIONS: `--import ${new URL('./stall-monitor.mjs', import.meta.url).href}`,
  });
  try {
    const { tokens, victims } = await prepare(program.url, program.output());
    const worstDelay = async (): Promise<number> =>
      Number(await (await fetch(`http://127.0.0.1:${String(monitor)}`)).text());
    const rows: AttackFigures[] = [];
    for (const attack of [ORDINARY, ...listAttacks(victims)]) {
      const rounds = [];
      for (let i = 0; i < REPEATS; i += 1) rounds.push(await strike(program.url, attack, tokens, worstDelay));
      const row = {
        attack: attack.name,
        family: attack.family,
        times: attack.times ?? 1,
        answer: rounds[0]?.answer ?? '',
        // A text that was checked once is remembered.
        answeredMs: round(rounds[0]?.ms ?? 0, 0),
        worstLoopDelayMs: round(Math.max(...rounds.map(({ delay }) => delay)), 0),
        medianLoopDelayMs: round(median(rounds.map(({ delay }) => delay)), 0),
        worstLiveMs: round(Math.max(...rounds.map(({ live }) => live)), 0),
      };
      process.stderr.write(`${JSON.stringify(row)}\n`);
      rows.push(row);
    }
    return { repeats: REPEATS, attacks: rows };
  } finally {
    await program.stop();
    built.remove();
  }
}

interface Strike {
  answer: string;
  ms: number;
  delay: number;
  live: number;
}

async function strike(
  url: string,
  attack: Attack,
  tokens: Tokens,
  worstDelay: () => Promise<number>,
): Promise<Strike> {
  await sleep(SETTLE_MS);
  await worstDelay();
  const watch = watchLive(url);
  const began = performance.now();
  const answers = await Promise.all(
    Array.from({ length: attack.times ?? 1 }, () => send(url, attack, tokens)),
  );
  const ms = performance.now() - began;
  await sleep(SETTLE_MS);
  const live = await watch.end();
  const told = answers.map(({ status, text }) => describeAnswer(status, text));
  return { answer: [...new Set(told)].join(' / '), ms, delay: await worstDelay(), live };
}

/** The other client: asks again and again; the longest that it waited. */
function watchLive(url: string): { end: () => Promise<number> } {
  let isOver = false;
  const asking = (async () => {
    let worst = 0;
    while (!isOver) {
      const began = performance.now();
      await (await fetch(`${url}/health/live`)).arrayBuffer();
      worst = Math.max(worst, performance.now() - began);
      await sleep(ASK_MS);
    }
    return worst;
  })();
  return {
    end: () => {
      isOver = true;
      return asking;
    },
  };
}

async function send(
  url: string,
  { as, method, path, body }: Pick<Attack, 'as' | 'method' | 'path' | 'body'>,
  tokens: Tokens,
): Promise<{ status: number; text: string }> {
  const token = tokens[as];
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const headers = {
    ...(text === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  try {
    const answer = await fetch(`${url}${path}`, { method, headers, body: text });
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    // Whoever sends too much is cut off before it has been sent.
    return { status: 0, text: String((error as Error).cause ?? error) };
  }
}

function describeAnswer(status: number, text: string): string {
  if (status === 0) return `cut off (${text.slice(0, 60)})`;
  const codes = [...new Set([...text.matchAll(/"code":"([\w-]+)"/g)].map((match) => match[1]))];
  const type = /"type":"urn:stepwise:problem:([\w-]+)"/.exec(text)?.[1];
  return [String(status), ...(type === undefined ? codes : [type])].join(' ');
}

/** The first administrator, an agent, the SOP, a ticket that is open and one that has ended. */
async function prepare(url: string, output: string): Promise<{ tokens: Tokens; victims: Victims }> {
  const token = /\/setup#([\w-]+)/.exec(output)?.[1];
  if (token === undefined) throw new Error(`no setup token:\n${output}`);
  const tokens: Tokens = { nobody: null, admin: null, agent: null };
  const call = async <T>(
    as: Attack['as'],
    path: string,
    body: object,
    method: Attack['method'] = 'POST',
  ): Promise<T> => {
    const { status, text } = await send(url, { as, method, path, body }, tokens);
    if (status >= 300 || status === 0) throw new Error(`${path}: ${String(status)} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  };
  type SignedIn = { accessToken: string };
  const admin = { email: 'admin@bench.test', password: PASSWORD };
  const agent = { email: 'agent@bench.test', password: PASSWORD };
  tokens.admin = (
    await call<SignedIn>('nobody', '/api/auth/setup', { token, name: 'Nora Vance', ...admin })
  ).accessToken;
  await call('admin', '/api/teams', { id: 'bench', title: { en: 'Bench', 'zh-CN': '测试组' } });
  await call('admin', '/api/users', {
    ...agent,
    name: 'Ann Agnew',
    roles: ['agent'],
    teams: [{ team: 'bench', tier: 1 }],
  });
  const source = JSON.stringify(attackedSop());
  await call('admin', '/api/sops/attacked/draft', { source, format: 'json' }, 'PUT');
  await call('admin', '/api/sops/attacked/publish', {});
  const large = stepsInARow(900);
  large.meta.team = 'bench';
  await call('admin', '/api/sops/large/draft', { source: JSON.stringify(large), format: 'json' }, 'PUT');
  await call('admin', '/api/sops/large/publish', {});
  for (let i = 0; i < 10; i += 1) {
    const draft = JSON.stringify({ ...large, id: `draft-${String(i)}` });
    await call('admin', `/api/sops/draft-${String(i)}/draft`, { source: draft, format: 'json' }, 'PUT');
  }
  tokens.agent = (await call<SignedIn>('nobody', '/api/auth/login', agent)).accessToken;
  const own = { current: PASSWORD, password: `${PASSWORD} of an agent` };
  tokens.agent = (await call<SignedIn>('agent', '/api/me/password', own, 'PUT')).accessToken;
  const open = async (): Promise<string> =>
    (
      await call<{ id: string }>('agent', '/api/tickets', {
        sop: 'attacked',
        subject: 's',
        customer: { id: 'c' },
      })
    ).id;
  const victims = { open: await open(), ended: await open() };
  await call('agent', `/api/tickets/${victims.ended}/events`, { type: 'END' });
  return { tokens, victims };
}
