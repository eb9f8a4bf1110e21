import type { Desk, Hold } from './shifts.js';
import { actorOf } from './world-rows.js';

const MINUTE = 60_000;

/** A cut-off of a team (minutes), in force from `since` on; null: since ever. */
export interface CutOff {
  team: string;
  since: number | null;
  minutes: number;
}

/** Every instant at which the person did something in the ticket: acts, and each minute of a stretch of keys. */
function signsOf({ tickets, signs }: Desk, ticket: number, agent: string): number[] {
  const acts = tickets
    .filter(({ id }) => id === ticket)
    .flatMap((t) => t.events.filter((_, i) => actorOf(t, i) === agent).map(({ at }) => at));
  const keys = signs
    .filter((s) => s.ticket === ticket && s.agent === agent)
    .flatMap(({ from, to }) => Array.from({ length: (to - from) / MINUTE + 1 }, (_, i) => from + i * MINUTE));
  return [...acts, ...keys];
}

/** The minutes of a hold that count: all but those between two signs that lie further apart than the cut-off. */
export function activeMinutes(desk: Desk, ticket: number, hold: Hold, cutOffs: readonly CutOff[]): number[] {
  const team = desk.tickets.find(({ id }) => id === ticket)?.team;
  const within = signsOf(desk, ticket, hold.agent).filter((at) => at > hold.from && at < hold.to);
  const instants = [hold.from, ...within, hold.to].sort((a, b) => a - b);
  return instants.slice(1).flatMap((to, i) => {
    const from = instants[i] ?? to;
    const inForce = cutOffs.filter((c) => c.team === team && (c.since ?? 0) <= from).at(-1)?.minutes ?? 5;
    if (to - from > inForce * MINUTE) return [];
    return Array.from({ length: (to - from) / MINUTE }, (_, n) => from / MINUTE + n);
  });
}
