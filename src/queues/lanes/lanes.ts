/** The waiting line of one team, tier and set of skills. */
export interface Lane {
  team: string;
  tier: number;
  skills: readonly string[];
}

/** What a person brings along: up to which tier they work for each team, and what they are skilled in. */
export interface Abilities {
  teams: readonly { team: string; tier: number }[];
  skills: readonly string[];
}

const PLAIN = /^[A-Za-z0-9-]$/;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * The name of a lane, the same for the same team, tier and skills in any order: `lane-after-sales.2.refunds+zh`.
 * It is the name of a queue too, so it holds nothing but letters, digits and `-._+=`.
 */
export function laneOf({ team, tier, skills }: Lane): string {
  const sorted = [...new Set(skills)].sort();
  return `lane-${escapePart(team)}.${tier}.${sorted.map(escapePart).join('+')}`;
}

/** The lane behind a name; null for anything that `laneOf` does not write. */
export function parseLane(name: string): Lane | null {
  const match = /^lane-([A-Za-z0-9=-]+)\.(\d{1,3})\.([A-Za-z0-9=+-]*)$/.exec(name);
  if (!match) return null;
  const [, team = '', tier = '', skills = ''] = match;
  try {
    const lane = {
      team: unescapePart(team),
      tier: Number(tier),
      skills: skills === '' ? [] : skills.split('+').map(unescapePart),
    };
    return laneOf(lane) === name ? lane : null;
  } catch {
    return null;
  }
}

/** True when the person is a member of the lane's team, up to its tier at least, with every skill it asks for. */
export function mayServe(person: Abilities, lane: Lane): boolean {
  return (
    person.teams.some((member) => member.team === lane.team && member.tier >= lane.tier) &&
    lane.skills.every((skill) => person.skills.includes(skill))
  );
}

/**
 * May somebody go on holding a visit of the lane? Who leads its team may at any tier, with any skills: they took it
 * over from somebody.
 */
export function mayHold(person: Abilities & { leads: readonly string[] }, lane: Lane): boolean {
  return person.leads.includes(lane.team) || mayServe(person, lane);
}

const PRIORITY_EPOCH = Date.UTC(2026, 0, 1);
/** BullMQ keeps priorities in 21 bits; 0 would mean "before everything, in order of arrival". */
const PRIORITY_MAX = 2 ** 21 - 1;

/** The minute in which a visit is due (ms since 1970), as a BullMQ priority: the smaller, the earlier. */
export function priorityOf(dueAt: number): number {
  const minute = Math.floor((dueAt - PRIORITY_EPOCH) / 60_000);
  return Math.min(Math.max(minute, 1), PRIORITY_MAX);
}

function escapePart(part: string): string {
  return [...part].map((char) => (PLAIN.test(char) ? char : escapeChar(char))).join('');
}

function escapeChar(char: string): string {
  return [...encoder.encode(char)].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join('');
}

function unescapePart(part: string): string {
  return part.replace(/(?:=[0-9a-f]{2})+/g, (run) =>
    decoder.decode(Uint8Array.from(run.slice(1).split('='), (hex) => Number.parseInt(hex, 16))),
  );
}
