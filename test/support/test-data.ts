import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Folder of real data that is not part of the project; null (said in one line) when it is missing. */
export function findTestData(what: string, ...path: string[]): string | null {
  const folder = resolve(process.env['STEPWISE_TEST_DATA'] ?? '../shared/data');
  const wanted = join(folder, ...path);
  if (existsSync(wanted)) return wanted;
  console.warn(`skipped: ${what} (no ${wanted}; set STEPWISE_TEST_DATA)`);
  return null;
}
