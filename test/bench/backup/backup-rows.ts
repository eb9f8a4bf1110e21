import type { Fact } from '../table/fact.js';
import { count, durations, seconds } from '../table/format.js';
import type { BackupResult } from './backup.js';

/** What README says of it. */
export function backupRows(result: BackupResult): Fact[] {
  const { moved, movedBack } = result.differentTables;
  const load = result.underLoad;
  const { versions, messages } = load.writesInCopy;
  return [
    {
      figure: `${count(result.tickets)} tickets (${count(result.rows)} rows): copied / brought back into another server / back again / tables that differ`,
      value: `${[result.backupSeconds, result.moveSeconds, result.backSeconds].map((one) => seconds(one)).join(' / ')} / ${count(new Set([...moved, ...movedBack]).size)}`,
    },
    {
      figure: `copied under load (${count(load.writes)} writes beside it, p50 ${durations(load.writeP50Ms)}, p99 ${durations(load.writeP99Ms)}) / brought back`,
      value: `${seconds(load.backupSeconds)} / ${seconds(load.restoreSeconds)}, ${versions === messages ? 'whole at one instant' : 'torn'}`,
    },
  ];
}
