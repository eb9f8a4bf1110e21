import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { until } from '../../support/until.js';
import { startEmbedded, type EmbeddedServer } from '../../../src/database/embedded-server.js';

async function ask<T>(url: string, sql: string): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ value: T }>(sql);
    return rows[0]?.value;
  } finally {
    await client.end();
  }
}

/** Ends when no server has the folder any more. */
async function waitUntilGone(folder: string): Promise<void> {
  while (existsSync(join(folder, 'postgres', 'postmaster.pid'))) await sleep(20);
}

function postmasterOf(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

describe('the embedded server', () => {
  let dir: string;
  let server: EmbeddedServer | undefined;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'stepwise-embedded-'));
    chmodSync(dir, 0o755);
  });

  afterEach(async () => {
    await server?.stop();
    server = undefined;
    rmSync(dir, { recursive: true, force: true });
  });

  it('keeps its data and its port from one start to the next', async () => {
    server = await startEmbedded({ dir });
    const { url } = server;
    await ask(url, `create table kept as select 'here' as value`);
    await server.stop();
    expect(existsSync(join(dir, 'postgres', 'postmaster.pid'))).toBe(false);
    server = await startEmbedded({ dir });
    expect(server.url).toBe(url);
    expect(await ask(url, 'select value from kept')).toBe('here');
  });

  it('keeps its password to itself and leaves none behind', async () => {
    server = await startEmbedded({ dir });
    expect(statSync(join(dir, 'postgres.json')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(dir, 'initdb-password'))).toBe(false);
    await expect(ask(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1 as value')).rejects.toThrow();
    expect(await ask(server.url, `select current_setting('listen_addresses') as value`)).toBe('127.0.0.1');
  });

  it('opens a folder that was copied without its settings, and refuses one with the settings of another', async () => {
    server = await startEmbedded({ dir });
    await ask(server.url, `create table kept as select 'here' as value`);
    await server.stop();
    rmSync(join(dir, 'postgres.json'));
    server = await startEmbedded({ dir });
    expect(await ask(server.url, 'select value from kept')).toBe('here');
    await server.stop();
    server = undefined;
    const settings = JSON.parse(readFileSync(join(dir, 'postgres.json'), 'utf8')) as object;
    writeFileSync(join(dir, 'postgres.json'), JSON.stringify({ ...settings, password: 'of-another' }));
    await expect(startEmbedded({ dir })).rejects.toThrow(/is not the one of the data/);
    await waitUntilGone(dir);
    rmSync(join(dir, 'postgres.json'));
    server = await startEmbedded({ dir });
    expect(await ask(server.url, 'select value from kept')).toBe('here');
  });

  it('does not hand our secrets to the server', async () => {
    const secrets = {
      DATABASE_URL: 'postgresql://u:hidden-word@h/d',
      STEPWISE_CONNECTIONS: 'hidden-word',
      PGPASSWORD: 'hidden-word',
    };
    const before = { ...process.env };
    Object.assign(process.env, secrets);
    try {
      server = await startEmbedded({ dir });
    } finally {
      for (const name of Object.keys(secrets)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
    const environment = readFileSync(`/proc/${postmasterOf(dir)}/environ`, 'utf8');
    expect(environment).toContain('PATH=');
    expect(environment).not.toContain('hidden-word');
    expect(environment.split('\0').filter((line) => line.startsWith('STEPWISE_'))).toEqual([]);
  });

  it('is not taken away from another process that has it, but can be shared', async () => {
    server = await startEmbedded({ dir });
    // A process that lives as long as this test, as the owner.
    const owner = readFileSync(join(dir, 'owner'), 'utf8');
    const { spawn } = await import('node:child_process');
    const other = spawn('sleep', ['60']);
    const boot = owner.split(' ')[0];
    const stat = readFileSync(`/proc/${other.pid}/stat`, 'utf8');
    const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    writeFileSync(join(dir, 'owner'), `${boot} ${other.pid} ${began}`);
    await expect(startEmbedded({ dir })).rejects.toThrow(/Another Stepwise is running on/);
    const guest = await startEmbedded({ dir, share: true });
    await guest.stop();
    expect(await ask(guest.url, 'select 1 as value')).toBe(1);
    other.kill();
  });

  it('is adopted when its process of ours was killed', async () => {
    server = await startEmbedded({ dir });
    const first = postmasterOf(dir);
    // What a killed process leaves: the name of a process that is gone, and a living server.
    writeFileSync(join(dir, 'owner'), 'another-boot 1 1');
    const next = await startEmbedded({ dir });
    expect(postmasterOf(dir)).toBe(first);
    expect(await ask(next.url, 'select 1 as value')).toBe(1);
    await next.stop();
  });

  it('starts although a left-over file names a process that is none of ours', async () => {
    server = await startEmbedded({ dir });
    await server.stop();
    writeFileSync(join(dir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dir}/postgres\n1\n5432\n\n\n`);
    server = await startEmbedded({ dir });
    expect(await ask(server.url, 'select 1 as value')).toBe(1);
  });

  it('never leaves half of its settings, however often they are written', async () => {
    const writer = spawn(process.execPath, [
      ...['--import', './test/support/typescript.mjs', '--input-type=module', '-e'],
      `const { writeSettings } = await import('./src/database/embedded-folder.ts');
       for (;;) writeSettings(${JSON.stringify(dir)}, { port: null, password: 'x'.repeat(1_000_000) });`,
    ]);
    try {
      const path = join(dir, 'postgres.json');
      while (!existsSync(path)) await sleep(5);
      for (let look = 0; look < 200; look += 1) {
        expect(readFileSync(path, 'utf8').slice(-3)).toBe('x"}');
        await sleep(1);
      }
    } finally {
      writer.kill('SIGKILL');
    }
  });

  it('starts with damaged settings while there is no data, and says what is wrong when there is', async () => {
    writeFileSync(join(dir, 'postgres.json'), '');
    server = await startEmbedded({ dir });
    expect(await ask(server.url, 'select 1 as value')).toBe(1);
    await server.stop();
    const settings = readFileSync(join(dir, 'postgres.json'), 'utf8');
    writeFileSync(join(dir, 'postgres.json'), settings.slice(0, -5));
    await expect(startEmbedded({ dir })).rejects.toThrow(
      /postgres\.json is damaged; .*\n.*postgres\.json 已损坏/,
    );
    writeFileSync(join(dir, 'postgres.json'), settings);
    server = await startEmbedded({ dir });
    expect(await ask(server.url, 'select 1 as value')).toBe(1);
  });

  it('starts after an initialisation that was cut short', async () => {
    mkdirSync(join(dir, 'postgres.new-abcdef'));
    writeFileSync(join(dir, 'postgres.new-abcdef', 'PG_VERSION'), '18');
    writeFileSync(join(dir, 'initdb-password'), 'x');
    server = await startEmbedded({ dir });
    expect(await ask(server.url, 'select 1 as value')).toBe(1);
    expect(existsSync(join(dir, 'postgres.new-abcdef'))).toBe(false);
  });

  it('starts while the initialisation of a killed start still writes', async () => {
    const half = join(dir, 'postgres.new-abcdef');
    const writer = spawn(process.execPath, [
      '-e',
      `const { mkdirSync, writeFileSync } = require('fs');
       for (let i = 0; ; i += 1) {
         mkdirSync(${JSON.stringify(half)} + '/' + (i % 50), { recursive: true });
         writeFileSync(${JSON.stringify(half)} + '/' + (i % 50) + '/' + i, '');
       }`,
    ]);
    try {
      while (!existsSync(half)) await sleep(5);
      server = await startEmbedded({ dir });
      expect(await ask(server.url, 'select 1 as value')).toBe(1);
    } finally {
      writer.kill('SIGKILL');
    }
  });

  it('comes back by itself after it was killed', async () => {
    server = await startEmbedded({ dir });
    const first = postmasterOf(dir);
    process.kill(first, 'SIGKILL');
    const { url } = server;
    // Killed and started again in real time.
    await until('it is back', async () => {
      const answer = await ask<number>(url, 'select 1 as value').catch(() => undefined);
      return answer === 1 && postmasterOf(dir) !== first;
    });
    expect(postmasterOf(dir)).not.toBe(first);
  });

  it('opens an empty folder that is closed to it, but none that holds something', async () => {
    if (process.getuid?.() !== 0) return;
    chmodSync(dir, 0o700);
    writeFileSync(join(dir, 'private'), 'of somebody else');
    await expect(startEmbedded({ dir })).rejects.toThrow(/cannot enter/);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    rmSync(join(dir, 'private'));
    server = await startEmbedded({ dir });
    expect(await ask(server.url, `select 'open' as value`)).toBe('open');
    expect(statSync(dir).mode & 0o777).toBe(0o711);
  });

  it('says what to do when a folder that somebody named is closed to it', async () => {
    if (process.getuid?.() !== 0) return;
    chmodSync(dir, 0o700);
    await expect(startEmbedded({ dir: join(dir, 'inner') })).rejects.toThrow(
      /cannot enter .*STEPWISE_DATA_DIR/,
    );
  });
});
