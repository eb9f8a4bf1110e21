import { cpus } from 'node:os';
import { benchAdvance } from './advance/advance.js';
import { benchBackup } from './backup/backup.js';
import { benchAudit } from './audit/audit.js';
import { benchClaim } from './claim/claim.js';
import { benchConsole } from './console/console.js';
import { benchCrash } from './crash/crash.js';
import { benchLost } from './lost/lost.js';
import { benchSearch } from './search/search.js';
import { benchStalls } from './stalls/stalls.js';
import { benchStarts } from './starts/starts.js';
import { startBenchServer, type BenchServer } from './shared/server.js';

type Bench = (args: string[]) => Promise<object>;

const BENCHES: Record<string, Bench> = {
  advance: onServer((server) => benchAdvance(server)),
  backup: onServer(benchBackup),
  audit: onServer(benchAudit),
  claim: onServer(benchClaim),
  console: benchConsole,
  crash: benchCrash,
  lost: onServer(benchLost),
  search: onServer(benchSearch),
  stalls: onServer((server) => benchStalls(server)),
  starts: benchStarts,
};

/** Gives a bench a PostgreSQL of its own for as long as it runs. */
function onServer(bench: (server: BenchServer, args: string[]) => Promise<object>): Bench {
  return async (args) => {
    const server = await startBenchServer();
    try {
      return await bench(server, args);
    } finally {
      await server.stop();
    }
  };
}

/** `npm run bench -- NAME [options]`: prints JSON on standard output, progress on standard error. */
async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const bench = BENCHES[name];
  if (bench === undefined) {
    process.stderr.write(`usage: npm run bench -- ${Object.keys(BENCHES).join('|')}\n`);
    process.exit(2);
  }
  const result = await bench(args);
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model, node: process.version };
  process.stdout.write(
    `${JSON.stringify({ bench: name, date: new Date().toISOString(), machine, ...result }, null, 2)}\n`,
  );
}

await main();
process.exit(0);
