import type { Shift } from './people-data.js';
import { shopClock } from './shanghai.js';

/** Whether somebody with this shift works at the instant; the last minutes of a shift take no new work. */
export function worksAt(shift: Shift, now: number, minutesLeft = 0): boolean {
  const { hour, weekday } = shopClock(now);
  return !shift.off.includes(weekday) && hour >= shift.from && hour < shift.to - minutesLeft / 60;
}

/** Who may take which work; the routing of the server decides by the same facts. */
export interface Worker {
  teams: readonly { team: string; tier: number }[];
  skills: readonly string[];
}

/** Whether the person serves the lane. In the demo world supervisors leave the first tier's work to the first tier. */
export function serves(
  worker: Worker,
  lane: { team: string; tier: number; skills: readonly string[] },
): boolean {
  const member = worker.teams.find((t) => t.team === lane.team);
  if (member === undefined || member.tier < lane.tier) return false;
  if (worker.teams.length > 1 && lane.tier < 2) return false;
  return lane.skills.every((skill) => worker.skills.includes(skill));
}
