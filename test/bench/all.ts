import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { thisMachine, type Machine } from './shared/machine.js';
import { keep } from './table/readme.js';
import { BENCH_NAMES, isBenchName, type BenchName, type Results } from './table/results.js';
import { tableOf, type Book, type Measured } from './table/table.js';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

/** What a bench prints when it is run alone. */
type Printed<Name extends BenchName> = { bench: Name; date: string; machine: Machine } & Results[Name];

/** Runs one bench to its end. */
type Runs = <Name extends BenchName>(name: Name) => Promise<Measured<Name>>;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * `all [--only=a,b] [--readme]`: one bench after the other; JSON on standard output, the table on standard error. With
 * `--readme` each result is kept for README as soon as it is there. Gives the exit code.
 */
export async function benchAll(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string' }, readme: { type: 'boolean', default: false } },
  });
  const asked = values.only?.split(',') ?? BENCH_NAMES;
  const names = asked.filter(isBenchName);
  if (names.length < asked.length || names.length === 0) {
    say(`--only names some of ${BENCH_NAMES.join(',')}`);
    return 2;
  }
  const date = new Date().toISOString();
  const { results, failed } = await runInTurn(names, async (name) => {
    say(`== ${name}`);
    const measured = await runApart(name);
    if (values.readme) keep(name, measured);
    return measured;
  });
  process.stdout.write(`${JSON.stringify({ date, machine: thisMachine(), results, failed }, null, 2)}\n`);
  say(tableOf(results));
  if (failed.length > 0) say(`failed: ${failed.join(', ')}`);
  return failed.length > 0 ? 1 : 0;
}

/** One that fails does not keep the others from their turn. */
export async function runInTurn(
  names: readonly BenchName[],
  run: Runs,
): Promise<{ results: Book; failed: BenchName[] }> {
  const results: Book = {};
  const failed: BenchName[] = [];
  for (const name of names) {
    try {
      Object.assign(results, { [name]: await run(name) });
    } catch (error) {
      say(`${name} failed: ${String(error)}`);
      failed.push(name);
    }
  }
  return { results, failed };
}

/** In a process of its own: no bench finds the heap, the compiled code or the open connections of another. */
async function runApart<Name extends BenchName>(name: Name): Promise<Measured<Name>> {
  const child = spawn(process.execPath, [...process.execArgv, MAIN, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`it ended with ${String(code)}`);
  const { bench: _bench, date, machine, ...result } = JSON.parse(printed) as Printed<Name>;
  return { date, machine, result: result as unknown as Results[Name] };
}
