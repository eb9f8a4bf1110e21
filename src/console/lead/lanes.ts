import type { Schemas } from '../api/client';

export type Board = Schemas['Board'];
export type Lane = Schemas['BoardLane'];
export type BoardPerson = Schemas['BoardPerson'];
export type Ticket = Schemas['Ticket'];

/** What makes a lane: everything else about it changes with the day. */
export type LaneName = Pick<Lane, 'team' | 'tier' | 'skills'>;

/** A lane that is due within this time is pressing (ms). */
export const PRESSING_MS = 30 * 60_000;

/** `burning`: late already, or nobody there who could help. `pressing`: late soon. */
export type Level = 'burning' | 'pressing' | 'calm';
const LEVELS: readonly Level[] = ['burning', 'pressing', 'calm'];

/** A lane in the address: `warehouse.2.refunds+zh`. */
export function keyOf({ team, tier, skills }: LaneName): string {
  return `${team}.${String(tier)}.${[...skills].sort().join('+')}`;
}

/** The lane that an address names; null for anything that `keyOf` does not write. */
export function laneFrom(key: string): LaneName | null {
  const match = /^([a-z][a-z0-9-]*)\.(\d{1,3})\.([a-z0-9+-]*)$/.exec(key);
  if (!match) return null;
  const [, team = '', tier = '', skills = ''] = match;
  return { team, tier: Number(tier), skills: skills === '' ? [] : skills.split('+') };
}

export function levelOf(lane: Lane, now: number): Level {
  if (lane.overdue > 0 || (lane.waiting > 0 && lane.presentPeople === 0)) return 'burning';
  return Date.parse(lane.firstDueAt) - now < PRESSING_MS ? 'pressing' : 'calm';
}

/** The lanes of a team (null: of all), where it burns most at the top. */
export function sortLanes(lanes: readonly Lane[], team: string | null, now: number): Lane[] {
  const rank = (lane: Lane): number => LEVELS.indexOf(levelOf(lane, now));
  return lanes
    .filter((lane) => team === null || lane.team === team)
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        b.overdue - a.overdue ||
        Date.parse(a.firstDueAt) - Date.parse(b.firstDueAt) ||
        (keyOf(a) < keyOf(b) ? -1 : 1),
    );
}

/**
 * The order in which things stood, with what came since at the end and without what left: nothing moves away below
 * the pointer of somebody who is about to press it.
 */
export function keepOrder<T>(before: readonly string[], now: readonly T[], nameOf: (one: T) => string): T[] {
  const place = new Map(before.map((name, at) => [name, at]));
  const placeOf = (one: T): number => place.get(nameOf(one)) ?? before.length;
  return [...now].sort((a, b) => placeOf(a) - placeOf(b));
}

/** The rule by which the server hands out tickets: a member of the team, high enough, with all skills. */
export function mayServe(person: Pick<BoardPerson, 'teams' | 'skills'>, lane: LaneName): boolean {
  return (
    person.teams.some(({ team, tier }) => team === lane.team && tier >= lane.tier) &&
    lane.skills.every((skill) => person.skills.includes(skill))
  );
}

/** A step in which a ticket is and that is for people, with what may be done with it there. */
export type HumanStep = Pick<
  Schemas['GuideStep'],
  'step' | 'title' | 'team' | 'tier' | 'skills' | 'holder' | 'holderName' | 'mayAct' | 'mayTake' | 'whyNot'
>;

/** The steps of a ticket that lie in a lane: several only where the ticket is in parallel steps. */
export function stepsInLane(steps: readonly HumanStep[], lane: LaneName): HumanStep[] {
  return steps.filter((step) => step.holder === null && keyOf(step) === keyOf(lane));
}
