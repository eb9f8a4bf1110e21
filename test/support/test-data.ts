import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { it } from '@jest/globals';

const FOLDER = resolve(process.env['STEPWISE_TEST_DATA'] ?? '../shared/data');

/**
 * A test on data that are not part of the project. Where they are missing it is skipped, and counted as skipped.
 * `timeoutMs`: where the usual time is too short.
 */
export function itOnData(
  name: string,
  path: string,
  test: (file: string) => void | Promise<void>,
  timeoutMs?: number,
): void {
  const file = join(FOLDER, path);
  if (existsSync(file)) it(name, () => test(file), timeoutMs);
  else it.skip(`${name} (without ${path}; STEPWISE_TEST_DATA names its folder)`, () => undefined);
}
