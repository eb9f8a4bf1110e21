import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { round } from '../shared/figures.js';
import { buildProgram, makeFolder, runTimed, startProgram, type Program } from '../shared/program.js';
import { freePort } from '../shared/redis-server.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const REST_MS = 10_000;

export interface StartsResult {
  /** Null when it was not asked for. */
  npmCiSeconds: number | null;
  buildSeconds: number;
  firstStartSeconds: number;
  secondStartSeconds: number;
  stopSeconds: number;
  residentMibAtRest: { afterFirstStart: number; afterSecondStart: number };
  restSeconds: number;
}

/** Resident memory of a process, MiB. */
function residentMib(pid: number): number {
  const match = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
  return round(Number(match?.[1]) / 1_024, 0);
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** `npm ci` in a clone of what is committed, seconds. */
function timeInstall(): number {
  const clone = makeFolder('bench-clone');
  try {
    runTimed('git', ['clone', '--quiet', ROOT, clone], ROOT);
    return round(runTimed('npm', ['ci', '--no-audit', '--no-fund'], clone), 1);
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}

/** First start with the demo, second start, and memory at rest, on a folder of its own. */
export async function benchStarts(args: string[]): Promise<StartsResult> {
  const { values } = parseArgs({ args, options: { 'npm-ci': { type: 'boolean', default: false } } });
  const npmCiSeconds = values['npm-ci'] ? timeInstall() : null;
  if (npmCiSeconds !== null) say(`npm ci: ${String(npmCiSeconds)} s`);
  const built = buildProgram();
  say(`build: ${String(round(built.seconds, 1))} s`);
  const folder = makeFolder('bench-starts');
  const start = async (what: string): Promise<Program> => {
    const program = await startProgram(built.dir, await freePort(), {
      STEPWISE_DATA_DIR: join(folder, 'data'),
      STEPWISE_DEMO: 'on',
    });
    say(`${what}: ready after ${String(round(program.readyMs / 1_000))} s`);
    return program;
  };
  const rest = async (program: Program): Promise<number> => {
    await sleep(REST_MS);
    return residentMib(program.pid);
  };
  const stop = async (program: Program): Promise<number> => {
    const began = performance.now();
    await program.stop();
    return round((performance.now() - began) / 1_000);
  };
  try {
    const first = await start('first start');
    const afterFirst = await rest(first);
    const stopSeconds = await stop(first);
    const second = await start('second start');
    const afterSecond = await rest(second);
    await stop(second);
    return {
      npmCiSeconds,
      buildSeconds: round(built.seconds, 1),
      firstStartSeconds: round(first.readyMs / 1_000),
      secondStartSeconds: round(second.readyMs / 1_000),
      stopSeconds,
      residentMibAtRest: { afterFirstStart: afterFirst, afterSecondStart: afterSecond },
      restSeconds: REST_MS / 1_000,
    };
  } finally {
    built.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
