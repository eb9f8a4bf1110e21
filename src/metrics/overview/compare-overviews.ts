import { compareCounts, compareMedians, compareRates } from '../shared/comparison.js';
import type { OverviewComparisons, OverviewFigures } from './overview-answer.dto.js';

/** Each figure of the overview against the same one of the period before (definition section 0). */
export function compareOverviews(now: OverviewFigures, before: OverviewFigures): OverviewComparisons {
  const [times, timesBefore] = [now.resolutionTime, before.resolutionTime];
  const [response, responseBefore] = [now.firstResponse, before.firstResponse];
  return {
    created: compareCounts(now.tickets.created, before.tickets.created),
    fcr: compareRates(now.fcr.gross, before.fcr.gross),
    fcrStrict: compareRates(now.fcr.strict, before.fcr.strict),
    fcrNet: compareRates(now.fcr.net, before.fcr.net),
    escalation: compareRates(now.escalation, before.escalation),
    resolutionFirst: compareMedians(times.first.calendar, timesBefore.first.calendar),
    resolutionFull: compareMedians(times.full.calendar, timesBefore.full.calendar),
    firstResponse: compareMedians(response.human, responseBefore.human),
    firstResponseOnTime: compareRates(response.onTime, responseBefore.onTime),
    slaResolution: compareRates(now.sla.resolution, before.sla.resolution),
    slaSteps: compareRates(now.sla.steps, before.sla.steps),
    reopen: compareRates(now.reopen, before.reopen),
  };
}
