import { benchAll } from './all.js';
import { thisMachine } from './shared/machine.js';
import { writeReadme } from './table/readme.js';
import { BENCH_NAMES, isBenchName } from './table/results.js';

/**
 * `npm run bench -- NAME [options]`: prints JSON on standard output, progress on standard error. `all` runs every bench,
 * `readme` writes README's table from what was kept. Gives the exit code.
 */
async function main([name = '', ...args]: string[]): Promise<number> {
  if (name === 'all') return benchAll(args);
  if (name === 'readme') {
    writeReadme();
    return 0;
  }
  if (!isBenchName(name)) {
    process.stderr.write(
      `usage: npm run bench -- ${BENCH_NAMES.join('|')} | all [--only=NAME,…] [--readme] | readme\n`,
    );
    return 2;
  }
  // Here, so that whoever only looks after the others does not load the server.
  const { BENCHES } = await import('./benches.js');
  const result = await BENCHES[name](args);
  const about = { bench: name, date: new Date().toISOString(), machine: thisMachine() };
  process.stdout.write(`${JSON.stringify({ ...about, ...result }, null, 2)}\n`);
  return 0;
}

process.exit(await main(process.argv.slice(2)));
