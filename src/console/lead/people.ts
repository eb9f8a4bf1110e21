import type { BoardPerson } from './lanes';

/** `working`: holds something. `free`: there, and holds nothing. `away`: not there (and may still hold something). */
export type Doing = 'working' | 'free' | 'away';
export const DOINGS: readonly Doing[] = ['working', 'free', 'away'];

export function doingOf(person: BoardPerson): Doing {
  if (!person.present) return 'away';
  return person.held.length > 0 ? 'working' : 'free';
}

/** When the first of what somebody holds is due; Infinity when nothing is. */
export function firstDueOf(person: BoardPerson): number {
  return Math.min(...person.held.map(({ dueAt }) => (dueAt === null ? Infinity : Date.parse(dueAt))));
}

export interface PeopleFilter {
  team: string | null;
  doing: Doing | null;
  /** Part of the name or of a ticket's number. */
  words: string;
}

/** Who is wanted: those whose ticket is due first at the top, then who is free, then who is away. */
export function sortPeople(people: readonly BoardPerson[], filter: PeopleFilter): BoardPerson[] {
  const words = filter.words.trim().toLowerCase();
  return people
    .filter((one) => filter.team === null || one.teams.some(({ team }) => team === filter.team))
    .filter((one) => filter.doing === null || doingOf(one) === filter.doing)
    .filter(
      (one) =>
        words === '' ||
        one.name.toLowerCase().includes(words) ||
        one.held.some(({ ticketId }) => `#${ticketId}`.includes(words)),
    )
    .sort(
      (a, b) =>
        DOINGS.indexOf(doingOf(a)) - DOINGS.indexOf(doingOf(b)) ||
        compare(firstDueOf(a), firstDueOf(b)) ||
        a.name.localeCompare(b.name),
    );
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Who could do it best comes first: present, with the least in hand, then by name. */
export function sortCandidates(people: readonly BoardPerson[]): BoardPerson[] {
  return [...people].sort(
    (a, b) =>
      Number(b.present) - Number(a.present) || a.held.length - b.held.length || a.name.localeCompare(b.name),
  );
}
