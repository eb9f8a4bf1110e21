import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { checkSop } from '../../../src/engine/check/check.js';
import { itOnData } from '../../support/test-data.js';

/** What each of the SOPs that once went wrong must be told. */
const WANTED: [file: string, severity: string, code: string][] = [
  ['always-across-regions.json', 'error', 'endless-always'],
  ['cannot-begin.json', 'error', 'cannot-begin'],
  ['cel-nested.json', 'error', 'too-costly'],
  ['neverassigned.yaml', 'warning', 'never-filled'],
  ['parallel-12-regions.json', 'warning', 'incomplete'],
  ['parallel-one-event.yaml', 'warning', 'shared-event'],
  ['warn-after-breach.yaml', 'error', 'warning-after-breach'],
];

for (const [name, severity, code] of WANTED) {
  itOnData(`${name}: ${severity} ${code}`, `faults/${name}`, (file) => {
    expect(checkSop(readFileSync(file, 'utf8')).findings).toContainEqual(
      expect.objectContaining({ severity, code }),
    );
  });
}

itOnData('an event may be called toString', 'faults/event-tostring.json', (file) => {
  expect(checkSop(readFileSync(file, 'utf8')).findings).toEqual([]);
});
