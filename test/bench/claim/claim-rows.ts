import type { Fact } from '../table/fact.js';
import { count, durations, ratio } from '../table/format.js';
import type { ClaimFigures, ClaimResult } from './claim.js';

/** What README says of it; without the queues on Redis where there was none. */
export function claimRows({ postgres, redis }: ClaimResult): Fact[] {
  const sizes = Object.keys(postgres.backlogs).map((size) => count(Number(size)));
  return [
    {
      figure: `next ticket with ${sizes.join(' / ')} waiting, PostgreSQL; a claim written by hand (\`SKIP LOCKED\`)`,
      value: describe(postgres),
    },
    ...('skipped' in redis ? [] : [{ figure: 'the same with the queues on Redis', value: describe(redis) }]),
  ];
}

function describe({ backlogs, flatness, flatnessHandWritten }: ClaimFigures): string {
  const sizes = Object.values(backlogs);
  const ours = durations(...sizes.map(({ claimP50Ms }) => claimP50Ms.ours));
  const byHand = durations(...sizes.map(({ claimP50Ms }) => claimP50Ms.handWritten));
  const times = sizes.map(({ oursToHandWritten }) => ratio(oursToHandWritten)).join(' / ');
  return `p50 ${ours}, by hand ${byHand}: ${times} times; growth ${ratio(flatness)}, by hand ${ratio(flatnessHandWritten)}`;
}
