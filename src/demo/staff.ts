import type { BusinessCalendar } from '../engine/common/model.js';
import type { Chance } from './chance.js';
import type { DemoPerson, Shift } from './people-data.js';
import { serves, worksAt } from './roster.js';

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
/** Who goes home in a moment takes nothing new. */
const LAST_MINUTES = 8;

/** A person who works in the demo world. */
export interface Colleague extends DemoPerson {
  id: string;
  shift: Shift;
  pace: number;
}

/** A visit that waits for a person. */
export interface Waiting {
  /** Index of the case in the world. */
  index: number;
  visitNo: number;
  team: string;
  tier: number;
  skills: readonly string[];
  dueAt: number;
  since: number;
  /** Who has tried to take it and may not: it is their own request, mostly. */
  notFor: ReadonlySet<string>;
}

export interface Assignment {
  waiting: Waiting;
  person: Colleague;
  at: number;
}

/** The people of the demo world: who is there, who is free, who takes what. */
export class Staff {
  private readonly freeSince = new Map<string, number>();
  private readonly holds = new Map<string, number>();

  constructor(
    readonly people: readonly Colleague[],
    private readonly calendarOf: (team: string) => BusinessCalendar,
  ) {}

  /** Whether the team works in the minute after `at`. */
  isOpen(team: string, at: number): boolean {
    return this.calendarOf(team).between(at, at + MINUTE) > 0;
  }

  /** Somebody of the team who is on shift (busy or not), from this tier up; null when nobody is. */
  onDuty(team: string, tier: number, at: number, chance: Chance): Colleague | null {
    if (!this.isOpen(team, at)) return null;
    const there = this.people.filter(
      (p) => worksAt(p.shift, at) && p.teams.some((t) => t.team === team && t.tier >= tier),
    );
    return there.length === 0 ? null : chance.pick(there);
  }

  /** The first time at or after `at` (by half hours) at which somebody of the team is on shift; at most four days on. */
  nextOnDuty(team: string, at: number): number {
    let time = at;
    for (let i = 0; i < 192; i++, time += HALF_HOUR)
      if (
        this.isOpen(team, time) &&
        this.people.some((p) => worksAt(p.shift, time) && p.teams.some((t) => t.team === team))
      )
        return time;
    return time;
  }

  /** Counts what a person holds, or is on the way to; at zero they are free since `at`. */
  changeHolds(personId: string, by: number, at: number): void {
    const left = (this.holds.get(personId) ?? 0) + by;
    this.holds.set(personId, left);
    if (left === 0) this.freeSince.set(personId, at);
  }

  /**
   * Who of the free takes which waiting visit: the longest idle first, each the visit that is due first.
   * `keep` visits are left waiting (the world hands over a backlog).
   */
  assign(
    from: number,
    within: number,
    waiting: readonly Waiting[],
    keep: number,
    draw: Chance,
  ): Assignment[] {
    const open = [...waiting].sort((a, b) => a.dueAt - b.dueAt || a.index - b.index || a.visitNo - b.visitNo);
    const free = this.people
      .filter((p) => (this.holds.get(p.id) ?? 0) === 0 && worksAt(p.shift, from, LAST_MINUTES))
      .sort((a, b) => (this.freeSince.get(a.id) ?? 0) - (this.freeSince.get(b.id) ?? 0));
    const assigned: Assignment[] = [];
    for (const person of free) {
      if (open.length <= keep) break;
      const mayTake = (w: Waiting): boolean => serves(person, w) && !w.notFor.has(person.id);
      const i = open.findIndex((w) => w.since < from && mayTake(w) && this.isOpen(w.team, from));
      const [found] = i < 0 ? [] : open.splice(i, 1);
      if (found === undefined) continue;
      assigned.push({ waiting: found, person, at: Math.floor(draw.between(from, from + within)) });
    }
    return assigned;
  }
}
