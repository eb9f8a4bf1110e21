import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';

const READY_MS = 240_000;

/** The server as `npm start` builds and runs it: a few files in which the packages lie too. */
describe('the server that is built', () => {
  let dir: string;
  let source: TestApp;
  let built: ChildProcess;
  let url: string;
  let output = '';

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'stepwise-built-'));
    for (const name of ['node_modules', 'prisma', 'workflows']) symlinkSync(resolve(name), join(dir, name));
    const bundler = pathToFileURL(resolve('bin/bundle.mjs')).href;
    const script = `const { bundleServer } = await import('${bundler}');
      await bundleServer(${JSON.stringify(resolve('.'))}, ${JSON.stringify(join(dir, 'dist', 'server'))});`;
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: clean(), stdio: 'pipe' });
    source = await startTestApp();
    built = spawn(process.execPath, [join(dir, 'dist/server/main.js')], {
      env: clean({ PORT: '0', STEPWISE_DEMO: 'off', DATABASE_URL: String(source.config.databaseUrl) }),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    built.stdout?.on('data', (bytes: Buffer) => (output += bytes.toString()));
    const deadline = performance.now() + READY_MS;
    for (;;) {
      const found = /http:\/\/[\w.]+:\d+/.exec(output)?.[0];
      if (found !== undefined) {
        url = found;
        break;
      }
      if (built.exitCode !== null || performance.now() > deadline) throw new Error('It did not start.');
      await sleep(20);
    }
  }, 480_000);
  afterAll(async () => {
    const ended = once(built, 'exit');
    if (built.exitCode === null && built.kill('SIGTERM')) await ended;
    await source.close();
    rmSync(dir, { recursive: true, force: true });
  });

  /** The settings of the tests are none of the program's. */
  function clean(more: Record<string, string> = {}): Record<string, string> {
    return { PATH: String(process.env['PATH']), ...more };
  }

  it('has the contract that the source has, word for word', async () => {
    const answer = await fetch(`${url}/api/openapi.json`);
    expect(await answer.json()).toEqual((await source.http.get('/api/openapi.json')).body);
  });

  it('checks what comes in, and asks the database through Prisma, as the source does', async () => {
    for (const body of [
      {},
      { email: 1, more: true },
      { email: 'nobody@example.org', password: 'not-mine' },
    ]) {
      const answer = await fetch(`${url}/api/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const same = await source.http.post('/api/auth/login').send(body);
      expect({ status: answer.status, body: await answer.json() }).toEqual({
        status: same.status,
        body: same.body as object,
      });
    }
  });

  it('runs the command line, threads of its own, and finds what lies beside it', () => {
    const [first] = readdirSync('workflows').filter((name) => name.endsWith('.yaml'));
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(dir, 'dist/server/cli.js'), 'check', join(dir, 'workflows', String(first))],
      { env: clean(), encoding: 'utf8' },
    );
    expect({ status, stdout }).toMatchObject({ status: 0 });
  });

  it('loads nothing from elsewhere that it holds itself: what two copies note, each knows half of', () => {
    const script = `const { Module } = await import('node:module');
      await import(${JSON.stringify(join(dir, 'dist/server/app.js'))});
      process.stdout.write(Object.keys(Module._cache).join('\\n'));
      process.exit(0);`;
    const loaded = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: clean(),
      encoding: 'utf8',
    });
    const packages = loaded.split('\n').map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
    expect(packages).toContain('piscina');
    for (const name of packages) expect(name).toMatch(/^(?:@node-rs\/|@napi-rs\/|piscina$)/);
  });
});
