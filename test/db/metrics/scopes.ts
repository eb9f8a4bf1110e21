import fc from '../../support/fast-check.js';
import type { FigureScope } from '../../../src/metrics/shared/cohort-sql.js';
import { Oracle } from './oracle.js';
import type { WorldTicket } from './world.js';
import { NOW } from './world.js';

const DAY = 86_400_000;
/** All that happened in the last 30 days. */
export const everything: FigureScope = {
  from: NOW - 30 * DAY,
  to: NOW + 1,
  asOf: NOW,
  teams: null,
  channel: null,
  sop: null,
  version: null,
};
/** Ranges and filters, most of which let many tickets through. */
export const scopes: fc.Arbitrary<FigureScope> = fc.record({
  from: fc.constantFrom(26, 26, 26, 12, 3).map((days) => NOW - days * DAY),
  to: fc.constant(NOW + 1),
  asOf: fc.constant(NOW),
  teams: fc.constantFrom<string[] | null>(null, null, [], ['desk'], ['desk', 'lab']),
  channel: fc.constantFrom(null, 'chat'),
  sop: fc.constantFrom(null, 'small', 'quick'),
  version: fc.constantFrom(null, 1),
});

/** The tickets that were created in the range and pass the filter. */
export function inScope(world: WorldTicket[], scope: FigureScope): WorldTicket[] {
  return world.filter(
    (t) =>
      t.createdAt >= scope.from &&
      t.createdAt < scope.to &&
      (scope.teams === null || new Oracle(world, NOW).workedIn(t, scope.teams)) &&
      (scope.channel === null || t.channel === scope.channel) &&
      (scope.sop === null || t.sop === scope.sop) &&
      (scope.version === null || t.version === scope.version),
  );
}
