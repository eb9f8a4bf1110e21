import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { createApp } from '../../src/app.js';
import { Config } from '../../src/config.js';
import { startEmbedded } from '../../src/database/embedded-server.js';
import { migrateDatabase } from '../../src/database/migrate.js';
import { identifyProcess } from '../../src/database/process-identity.js';
import { inSchema, openTestDatabase } from '../support/database.js';
import { KeptClient } from '../support/kept-client.js';
import { makeSmallWorld } from '../support/small-world.js';

// Programs start from their sources here, several times in a test; a busy machine takes its time.
jest.setTimeout(240_000);

/** The program in a process of its own, as `npm start` runs it, from the source. */
class Program {
  readonly child: ChildProcess;
  output = '';
  errors = '';

  constructor(env: Record<string, string>) {
    this.child = spawn(process.execPath, ['--import', './test/support/typescript.mjs', 'src/main.ts'], {
      cwd: resolve('.'),
      env: { PATH: String(process.env['PATH']), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
  }

  /** Where it listens, once it does. */
  async url(withinMs = 40_000): Promise<string> {
    const deadline = performance.now() + withinMs;
    for (;;) {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(this.output)?.[0];
      if (found !== undefined) return found;
      if (this.child.exitCode !== null || performance.now() > deadline) {
        throw new Error(`The program did not start:\n${this.output}\n${this.errors}`);
      }
      await sleep(20);
    }
  }

  /** Exit code (null: ended by a signal) and how long it took to end (ms). */
  async end(signal?: NodeJS.Signals): Promise<{ code: number | null; ms: number }> {
    const begin = performance.now();
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = once(this.child, 'exit');
      if (signal) this.child.kill(signal);
      await gone;
    }
    return { code: this.child.exitCode, ms: performance.now() - begin };
  }
}

describe('a wrong environment', () => {
  it('ends the process before anything is begun, with every wrong variable named', async () => {
    const program = new Program({
      PORT: 'eighty',
      ROLE: 'boss',
      DATABASE_URL: 'nonsense',
      STEPWISE_DEMO: 'maybe',
      STEPWISE_LEASE: 'soon',
      STEPWISE_TYPO: '1',
    });
    const { code } = await program.end();
    expect(code).toBe(1);
    for (const name of ['PORT', 'ROLE', 'DATABASE_URL', 'STEPWISE_DEMO', 'STEPWISE_LEASE', 'STEPWISE_TYPO'])
      expect(program.errors).toMatch(new RegExp(`^ {2}${name}: `, 'm'));
    expect(program.output).toBe('');
  });
});

describe('two processes on one new database', () => {
  it('make its tables together, and one of them tells the link for the administrator', async () => {
    const database = await openTestDatabase();
    const env = {
      PORT: '0',
      STEPWISE_HOST: '127.0.0.1',
      STEPWISE_POOL: '12',
      DATABASE_URL: inSchema(database.url, 'shared'),
    };
    const programs = [new Program(env), new Program(env)];
    try {
      const urls = await Promise.all(programs.map((program) => program.url(150_000)));
      const linkOf = ({ output }: Program): string | undefined => /\/setup#(\S{20,})/.exec(output)?.[1];
      // All that a start tells comes in one piece.
      const tellers = programs.filter((program) => linkOf(program) !== undefined);
      expect(tellers).toHaveLength(1);
      const others = programs.filter((program) => !tellers.includes(program));
      expect(others[0]?.output).toMatch(/told by another process/);
      // It is good at either of them.
      const answer = await fetch(`${String(urls[programs.indexOf(others[0] as Program)])}/api/auth/setup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          token: linkOf(tellers[0] as Program),
          email: 'first@example.org',
          name: 'First',
          password: 'no-obvious-words-7',
        }),
      });
      expect({ status: answer.status, body: await answer.text() }).toMatchObject({ status: 201 });
    } finally {
      for (const program of programs) await program.end('SIGKILL');
      await database.close();
    }
    // Two at once, from the source, on a machine that may be busy.
  }, 200_000);
});

/** A file's text; null when it is not there, also when it goes away while one looks. */
function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

describe('a process with its own database', () => {
  let dir: string;
  let started: Program[];

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'stepwise-process-'));
    chmodSync(dir, 0o755);
    started = [];
  });
  afterEach(async () => {
    for (const program of started) await program.end('SIGKILL');
    // Adopts what a killed process left running, and stops it.
    if (existsSync(join(dir, 'postgres'))) await (await startEmbedded({ dir })).stop();
    rmSync(dir, { recursive: true, force: true });
  });

  function start(): Program {
    const program = new Program({
      PORT: '0',
      STEPWISE_HOST: '127.0.0.1',
      STEPWISE_DEMO: 'off',
      STEPWISE_DATA_DIR: dir,
    });
    started.push(program);
    return program;
  }

  function postmaster(): number | null {
    const text = readIfThere(join(dir, 'postgres', 'postmaster.pid'));
    return text === null ? null : Number(text.split('\n')[0]);
  }

  function owns(program: Program): boolean {
    return readIfThere(join(dir, 'owner'))?.split(' ').includes(String(program.child.pid)) ?? false;
  }

  async function waitUntilStopped(pid: number | null): Promise<void> {
    const deadline = performance.now() + 10_000;
    while (postmaster() !== null || (pid !== null && identifyProcess(pid) !== null)) {
      if (performance.now() > deadline) throw new Error('The database was left running.');
      await sleep(20);
    }
  }

  /** People and tickets to work on; their ids. */
  async function prepareTickets(count: number): Promise<string[]> {
    const server = await startEmbedded({ dir });
    await migrateDatabase(server.url);
    const app = await createApp(new Config({ databaseUrl: server.url }), { logger: false });
    await app.init();
    const world = await makeSmallWorld(app);
    const ids: string[] = [];
    for (let i = 0; i < count; i += 1) ids.push((await world.open()).ticket.id);
    await app.close();
    await server.stop();
    return ids;
  }

  /** Advances the tickets without a pause until the server is gone. Gives, once it is busy, what it confirms, per ticket. */
  async function keepBusy(
    url: string,
    ids: string[],
  ): Promise<{
    confirmed: Map<string, number[]>;
    /** Failures on connections that were kept. */
    resets: string[];
    /** Problems that were answered. */
    refused: string[];
    done: Promise<unknown>;
  }> {
    const stranger = new KeptClient(url, '');
    const login = { email: 'ann@test', password: 'long-enough' };
    const { accessToken } = (await stranger.post('/auth/login', login)).body as { accessToken: string };
    stranger.close();
    const confirmed = new Map(ids.map((id) => [id, [] as number[]]));
    const resets: string[] = [];
    const refused: string[] = [];
    const advance = async (id: string): Promise<void> => {
      const client = new KeptClient(url, accessToken);
      for (;;) {
        try {
          const { status, body } = await client.post(`/tickets/${id}/events`, { type: 'NOTE' });
          if (status === 200)
            confirmed.get(id)?.push((body as { ticket: { version: number } }).ticket.version);
          else refused.push(`${String(status)} ${(body as { type: string }).type}`);
        } catch {
          resets.push(...client.resets);
          client.close();
          return;
        }
      }
    };
    const done = Promise.all(ids.map(advance));
    const deadline = performance.now() + 20_000;
    while ([...confirmed.values()].some((versions) => versions.length < 3)) {
      if (performance.now() > deadline) throw new Error('Nothing is confirmed.');
      await sleep(20);
    }
    return { confirmed, resets, refused, done };
  }

  /** The versions that were written after the first, per ticket; read beside the program when one runs. */
  async function readWritten(ids: string[]): Promise<Map<string, number[]>> {
    const server = await startEmbedded({ dir, share: true });
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      const written = new Map<string, number[]>();
      for (const id of ids) {
        const { rows } = await client.query<{ seq: number }>(
          'select seq from history where ticket_id = $1 and seq > 1 order by seq',
          [id],
        );
        written.set(
          id,
          rows.map((row) => row.seq),
        );
      }
      return written;
    } finally {
      await client.end();
      await server.stop();
    }
  }

  it('told to stop under load, answers what is under way, resets no kept connection, and ends with its database', async () => {
    const ids = await prepareTickets(8);
    const program = start();
    const { confirmed, resets, refused, done } = await keepBusy(await program.url(), ids);
    const pid = postmaster();
    const { code, ms } = await program.end('SIGTERM');
    expect({ code, errors: program.errors }).toMatchObject({ code: 0 });
    expect(ms).toBeLessThan(10_000);
    await waitUntilStopped(pid);
    await done;
    expect(resets).toEqual([]);
    // On a machine that is too busy some may be told to come again; whatever is confirmed is there.
    for (const one of refused) expect(one).toMatch(/^503 urn:stepwise:problem:database-/);
    const written = await readWritten(ids);
    if (refused.length === 0) expect(written).toEqual(confirmed);
    for (const [id, versions] of confirmed) expect(written.get(id)).toEqual(expect.arrayContaining(versions));
  });

  it('killed under load, starts again by itself with all that it had confirmed', async () => {
    const ids = await prepareTickets(8);
    const first = start();
    const { confirmed, done } = await keepBusy(await first.url(), ids);
    const pid = postmaster();
    await first.end('SIGKILL');
    await done;
    const second = start();
    const ready = await fetch(`${await second.url()}/health/ready`);
    expect(ready.status).toBe(200);
    const written = await readWritten(ids);
    for (const [id, versions] of confirmed) expect(written.get(id)).toEqual(expect.arrayContaining(versions));
    expect((await second.end('SIGTERM')).code).toBe(0);
    await waitUntilStopped(pid);
  });

  /** Starts, and breaks off at each of the moments; then a start that is let go comes up whole. */
  async function breakOff(moments: { signal: NodeJS.Signals; when: () => boolean }[]): Promise<void> {
    for (const { signal, when } of moments) {
      const program = start();
      // What others left there does not count.
      while (!(owns(program) && when()) && program.child.exitCode === null) await sleep(2);
      expect(program.output).toBe('');
      const { code } = await program.end(signal);
      expect({ signal, code, errors: program.errors }).toMatchObject({
        code: signal === 'SIGTERM' ? 0 : null,
      });
      if (signal === 'SIGTERM') await waitUntilStopped(postmaster());
    }
    const program = start();
    expect((await fetch(`${await program.url()}/health/ready`)).status).toBe(200);
    // Nobody is there yet: the link to make the administrator is told.
    expect(program.output).toMatch(/http:\/\/127\.0\.0\.1:\d+\/setup#\S{20,}/);
    const pid = postmaster();
    expect((await program.end('SIGTERM')).code).toBe(0);
    await waitUntilStopped(pid);
  }

  const isBeingMade = (): boolean => readdirSync(dir).some((name) => name.startsWith('postgres.new-'));
  const isBeginning = (): boolean => existsSync(join(dir, 'postgres.log'));
  const isComing = (): boolean => postmaster() !== null;

  it('killed while its database is made, starts the next time', () =>
    breakOff([
      { signal: 'SIGKILL', when: () => true },
      { signal: 'SIGKILL', when: isBeingMade },
    ]));

  it('stopped or killed while its database comes up, leaves none running and starts the next time', () =>
    breakOff([
      { signal: 'SIGTERM', when: isBeginning },
      { signal: 'SIGKILL', when: isComing },
      { signal: 'SIGTERM', when: isComing },
    ]));
});
