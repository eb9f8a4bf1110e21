import type { Fact } from '../table/fact.js';
import { mebibytes, seconds } from '../table/format.js';
import type { StartsResult } from './starts.js';

/** What README says of it; how long installing takes only where it was measured. */
export function startsRows(result: StartsResult): Fact[] {
  const { firstStartSeconds, secondStartSeconds, residentMibAtRest, npmCiSeconds } = result;
  return [
    {
      figure: 'first start with the demo world / second start / memory at rest',
      value: `${seconds(firstStartSeconds)} / ${seconds(secondStartSeconds)} / ${mebibytes(residentMibAtRest.afterSecondStart)}`,
    },
    ...(npmCiSeconds === null ? [] : [{ figure: '`npm ci`', value: seconds(npmCiSeconds) }]),
  ];
}
