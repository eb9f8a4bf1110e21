import { advanceRows } from '../advance/advance-rows.js';
import type { AdvanceResult } from '../advance/advance.js';
import { auditRows } from '../audit/audit-rows.js';
import type { AuditResult } from '../audit/audit.js';
import { backupRows } from '../backup/backup-rows.js';
import type { BackupResult } from '../backup/backup.js';
import { claimRows } from '../claim/claim-rows.js';
import type { ClaimResult } from '../claim/claim.js';
import { consoleRows } from '../console/console-rows.js';
import type { ConsoleResult } from '../console/console.js';
import { crashRows } from '../crash/crash-rows.js';
import type { CrashResult } from '../crash/crash.js';
import { lostRows } from '../lost/lost-rows.js';
import type { LostResult } from '../lost/lost.js';
import { searchRows } from '../search/search-rows.js';
import type { SearchResult } from '../search/search.js';
import { stallsRows } from '../stalls/stalls-rows.js';
import type { StallsResult } from '../stalls/stalls.js';
import { startsRows } from '../starts/starts-rows.js';
import type { StartsResult } from '../starts/starts.js';
import type { Fact } from './fact.js';

/** What each bench finds out. A new bench is a line here, which asks for its rows below and for how it is run. */
export interface Results {
  advance: AdvanceResult;
  claim: ClaimResult;
  crash: CrashResult;
  lost: LostResult;
  backup: BackupResult;
  audit: AuditResult;
  console: ConsoleResult;
  search: SearchResult;
  stalls: StallsResult;
  starts: StartsResult;
}

export type BenchName = keyof Results;

/** The rows of README's table, in its order. */
export const ROWS: { [Name in BenchName]: (result: Results[Name]) => Fact[] } = {
  advance: advanceRows,
  claim: claimRows,
  crash: crashRows,
  lost: lostRows,
  backup: backupRows,
  audit: auditRows,
  console: consoleRows,
  search: searchRows,
  stalls: stallsRows,
  starts: startsRows,
};

export const BENCH_NAMES = Object.keys(ROWS) as BenchName[];

export function isBenchName(name: string): name is BenchName {
  return Object.hasOwn(ROWS, name);
}
