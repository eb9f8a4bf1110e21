import type { Fact } from '../table/fact.js';
import { count, durations, kibibytes } from '../table/format.js';
import type { ConsoleResult } from './console.js';

/** What README says of it. */
export function consoleRows({ firstLoadKiB, nextStepMs, diagram, heatMapMs, axe }: ConsoleResult): Fact[] {
  const { agent, agentWithTicketAndMap, lead, designer, manager, admin } = firstLoadKiB;
  return [
    {
      figure: `first load, gzipped: agent / with a ticket and its map / lead / designer's editor / manager / administrator`,
      value: kibibytes(agent, agentWithTicketAndMap, lead, designer, manager, admin),
    },
    {
      figure: `from the click on a way out to the next step on screen (${count(nextStepMs.clicks)} clicks, loopback)`,
      value: `p50 ${durations(nextStepMs.p50)}, p95 ${durations(nextStepMs.p95)}`,
    },
    {
      figure: `dragging a diagram of ${count(diagram.steps)} steps`,
      value: `${count(diagram.framesPerSecond)} frames a second, longest frame ${durations(diagram.longestFrameMs)}; shown after ${durations(diagram.shownMs)}`,
    },
    {
      figure: `heat map of the demo world, from the click to the coloured steps / the server's part`,
      value: durations(heatMapMs.shown, heatMapMs.answer),
    },
    {
      figure: 'serious findings of axe on the first pages of all workspaces, both languages',
      value: `${count(axe.serious)} on ${count(axe.pages)} pages`,
    },
  ];
}
