import type { Fact } from '../table/fact.js';
import { count, durations, mebibytes, ratio, seconds } from '../table/format.js';
import type { SearchCompared, SearchResult } from './search.js';

/** What README says of it. */
export function searchRows(result: SearchResult): Fact[] {
  return [
    {
      figure: `one word among ${count(result.messages)} messages of ${count(result.tickets)} tickets, drawn from what they say: p50 / p95; the plain \`ILIKE\` scan`,
      value: describe(result.oneWord),
    },
    { figure: 'two words of one ticket; the scan', value: describe(result.twoWords) },
    {
      figure: 'size of the index / of its rows; terms of all of them made anew',
      value: `${mebibytes(result.indexMiB, result.termsMiB)}; ${seconds(result.termsSeconds)}`,
    },
  ];
}

function describe({ index, scan, times }: SearchCompared): string {
  return `${durations(index.p50Ms, index.p95Ms)}; ${durations(scan.p50Ms, scan.p95Ms)}, p50 ${ratio(times)} times`;
}
