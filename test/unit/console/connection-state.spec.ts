import { expect, it } from '@jest/globals';
import { stateOf } from '../../../src/console/admin/connections/connection-state';

it.each([
  ['notConfigured', false, 302, 302, true],
  ['failing', true, 302, 2, true],
  ['someFailed', true, 302, 2, false],
  ['ok', true, 302, 0, false],
  ['unused', true, 0, 0, false],
])('a connection is %s', (state, configured, last24h, failed, lastFailed) => {
  expect(stateOf({ configured, calls: { last24h, failed, lastFailed } })).toBe(state);
});
