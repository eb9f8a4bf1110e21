import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

export interface BenchRedis {
  url: string;
  stop(): Promise<void>;
}

/** A port of the loopback address that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** A Redis of its own that keeps nothing on disk; null when there is no `redis-server` on this machine. */
export async function startBenchRedis(): Promise<BenchRedis | null> {
  if (spawnSync('redis-server', ['--version']).error) return null;
  const dir = mkdtempSync(join(tmpdir(), 'stepwise-bench-redis-'));
  const port = await freePort();
  const args = [
    '--bind',
    '127.0.0.1',
    '--port',
    String(port),
    '--dir',
    dir,
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const server = spawn('redis-server', args, { stdio: 'ignore' });
  const ended = once(server, 'exit');
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
  const client = new Redis(port, '127.0.0.1', { retryStrategy: null, lazyConnect: true });
  client.on('error', () => undefined);
  for (let tries = 0; tries < 50; tries++) {
    try {
      await client.connect();
      client.disconnect();
      return { url: `redis://127.0.0.1:${String(port)}`, stop };
    } catch {
      await sleep(100);
    }
  }
  await stop();
  throw new Error('redis-server does not answer');
}
