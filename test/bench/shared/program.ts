import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SOURCES = [
  'src',
  'docs',
  'prisma',
  'workflows',
  'bin',
  'package.json',
  'tsconfig.json',
  'nest-cli.json',
  'prisma.config.ts',
  'vite.config.ts',
];
const READY_LIMIT_MS = 300_000;
const LOOK_MS = 20;

/** An empty folder that the user postgres can reach too. */
export function makeFolder(name: string): string {
  const dir = mkdtempSync(join(tmpdir(), `stepwise-${name}-`));
  chmodSync(dir, 0o755);
  return dir;
}

export interface Built {
  dir: string;
  /** Of `npm run build`. */
  seconds: number;
  remove(): void;
}

/** Builds the source as it stands in a folder of its own, beside the installed packages. */
export function buildProgram(): Built {
  const dir = makeFolder('bench-build');
  for (const name of SOURCES) cpSync(join(ROOT, name), join(dir, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
  return {
    dir,
    seconds: runTimed('npm', ['run', 'build'], dir),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** Runs a command to its end; seconds that it took. Throws with its output when it fails. */
export function runTimed(command: string, args: string[], cwd: string): number {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
  return (performance.now() - began) / 1_000;
}

/** A process of the program that takes requests. */
export interface Program {
  url: string;
  pid: number;
  /** What it has written so far. */
  output(): string;
  /** From spawning it until `/health/ready` answers 200, ms. */
  readyMs: number;
  /** kill -9: no handler runs. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts `node dist/server/main.js` and waits until it is ready. */
export async function startProgram(dir: string, port: number, env: Record<string, string>): Promise<Program> {
  const began = performance.now();
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: dir,
    // A bench asks as one person what many would.
    env: { ...baseEnvironment(), PORT: String(port), STEPWISE_REQUESTS_PER_MINUTE: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const output = collectOutput(child);
  const url = `http://127.0.0.1:${String(port)}`;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`it did not start:\n${output()}`);
    if (performance.now() - began > READY_LIMIT_MS) {
      child.kill('SIGKILL');
      throw new Error(`it is not ready after ${String(READY_LIMIT_MS)} ms:\n${output()}`);
    }
    await sleep(LOOK_MS);
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return {
    url,
    pid: child.pid ?? 0,
    output,
    readyMs: performance.now() - began,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** The environment without settings that are meant for somebody else's server. */
function baseEnvironment(): NodeJS.ProcessEnv {
  const ours = ['PORT', 'ROLE', 'DATABASE_URL', 'REDIS_URL'];
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ours.includes(name) && !name.startsWith('STEPWISE_')),
  );
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Keeps what a process writes. */
export function collectOutput(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: Buffer): void => {
    text = (text + chunk.toString()).slice(-20_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
}
