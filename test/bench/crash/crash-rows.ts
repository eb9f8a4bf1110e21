import type { Fact } from '../table/fact.js';
import { count, durations } from '../table/format.js';
import type { CrashResult } from './crash.js';

/** What README says of it. */
export function crashRows(result: CrashResult): Fact[] {
  const { p50, p99 } = result.readyAfterKillMs;
  return [
    {
      figure: `\`kill -9\` under load, ${count(result.kills)} times: acknowledged advances lost / effects done twice / ready again`,
      value: `${count(result.acknowledgedLost)} of ${count(result.acknowledged)} / ${count(result.refundsTwice)} / p50 ${durations(p50)}, p99 ${durations(p99)}`,
    },
  ];
}
