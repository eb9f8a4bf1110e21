import type { Fact } from '../table/fact.js';
import { count, perSecond, ratio } from '../table/format.js';
import type { AdvanceResult } from './advance.js';

/** What README says of it. */
export function advanceRows(result: AdvanceResult): Fact[] {
  const rate = result.advancesPerSecond;
  return [
    {
      figure: `our advance (${count(result.inFlight)} in flight, with history, visit and outbox) ÷ one hand-written statement without an engine`,
      value: `${ratio(result.oursToStatement)} (${perSecond(rate.ours)} to ${perSecond(rate.statement)})`,
    },
    {
      figure: 'the same with waiting lines and targets (a step of a person) ÷ the statement',
      value: `${ratio(result.oursAtDeskToStatement)} (${perSecond(rate.oursAtDesk)}); with the relay bringing effects to the queues meanwhile ${ratio(result.oursAtDeskWithRelayToStatement)} (${perSecond(rate.oursAtDeskWithRelay)})`,
    },
    {
      figure: 'our advance ÷ the usual XState + Prisma transaction',
      value: `${ratio(result.oursToPrisma)} (${perSecond(rate.ours)} to ${perSecond(rate.prisma)})`,
    },
    {
      figure: 'over HTTP, clients in a process of their own',
      value: `${perSecond(rate.oursOverHttp)}, ${ratio(result.httpToOurs)} of in-process, ${ratio(result.httpToStatement)} of the statement`,
    },
  ];
}
