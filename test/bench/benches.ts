import { benchAdvance } from './advance/advance.js';
import { benchAudit } from './audit/audit.js';
import { benchBackup } from './backup/backup.js';
import { benchClaim } from './claim/claim.js';
import { benchConsole } from './console/console.js';
import { benchCrash } from './crash/crash.js';
import { benchLost } from './lost/lost.js';
import { benchSearch } from './search/search.js';
import { startBenchServer, type BenchServer } from './shared/server.js';
import { benchStalls } from './stalls/stalls.js';
import { benchStarts } from './starts/starts.js';
import type { BenchName, Results } from './table/results.js';

type Bench<Result> = (args: string[]) => Promise<Result>;

/** How each bench is run. */
export const BENCHES: { [Name in BenchName]: Bench<Results[Name]> } = {
  advance: onServer((server) => benchAdvance(server)),
  claim: onServer(benchClaim),
  crash: benchCrash,
  lost: onServer(benchLost),
  backup: onServer(benchBackup),
  audit: onServer(benchAudit),
  console: benchConsole,
  search: onServer(benchSearch),
  stalls: onServer((server) => benchStalls(server)),
  starts: benchStarts,
};

/** Gives a bench a PostgreSQL of its own for as long as it runs. */
function onServer<Result>(bench: (server: BenchServer, args: string[]) => Promise<Result>): Bench<Result> {
  return async (args) => {
    const server = await startBenchServer();
    try {
      return await bench(server, args);
    } finally {
      await server.stop();
    }
  };
}
