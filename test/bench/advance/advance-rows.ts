import type { Fact } from '../table/fact.js';
import { count, durations, perSecond, ratio } from '../table/format.js';
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
      figure: `with ${count(result.many)} in flight ÷ the statement; alone, how long one takes (p50) to the statement's time`,
      value: `${ratio(result.oursOfManyToStatement)} (${perSecond(rate.oursOfMany)} to ${perSecond(rate.statementOfMany)}); ${ratio(result.oursAloneToStatement)} times (${durations(result.p50Ms.oursAlone, result.p50Ms.statementAlone)})`,
    },
    ...cpuRows(result),
    {
      figure: 'our advance ÷ the usual XState + Prisma transaction',
      value: `${ratio(result.oursToPrisma)} (${perSecond(rate.ours)} to ${perSecond(rate.prisma)})`,
    },
    {
      figure: 'over HTTP, clients in a process of their own; what one request costs the client',
      value: `${perSecond(rate.oursOverHttp)}, ${ratio(result.httpToInProcess)} of the same work in process, ${ratio(result.httpToStatement)} of the statement; ${count(result.httpClientMicros)} µs`,
    },
  ];
}

function cpuRows({ cpuMicros }: AdvanceResult): Fact[] {
  if (cpuMicros === undefined) return [];
  const { node, postgres } = cpuMicros;
  const all = Object.values(node).reduce((sum, micros) => sum + micros, 0);
  const parts = Object.entries(node).map(([part, micros]) => `${part} ${count(Math.round(micros))}`);
  const database = postgres === null ? 'unknown' : `${count(postgres)} µs`;
  return [
    {
      figure: 'processor time of one of our advances: this process, by part / PostgreSQL',
      value: `${count(Math.round(all))} µs (${parts.join(', ')}) / ${database}`,
    },
  ];
}
