import { maySee, seesAllTickets } from '../../people/access/access.js';
import type { Person } from '../../people/common/model.js';
import { mayServe } from '../../queues/lanes/lanes.js';
import type { Lane } from '../../queues/lanes/lanes.js';
import { leaseChanges } from '../../tickets/decide/change.js';
import type { OpenVisit, Ticket } from '../../tickets/model/model.js';
import { isWaiting } from '../../tickets/decide/visits.js';

/** A ticket is at another version. Everything that decides who hears of it goes along. */
export interface TicketHint {
  kind: 'ticket';
  id: string;
  version: number;
  team: string;
  status: string;
  assignee: string | null;
  /** ms since 1970. */
  at: number;
  /** Who opened it sees it wherever it went. */
  openedBy: { kind: string; id: string };
  /** Teams whose people see the ticket now, and those whose people saw it before. */
  seenBy: string[];
  sawIt: string[];
  /** Lanes in which something began or stopped to wait, or waits with another due time. */
  lanes: Lane[];
  /** People who took, lost or gave back a visit of it. */
  people: string[];
}

/** What processes tell each other. */
export type Hint =
  | TicketHint
  /** A version was published, or (`version` null) a draft saved or thrown away. */
  | { kind: 'sop'; id: string; version: number | null }
  /** People or teams were changed. */
  | { kind: 'people' }
  /** Somebody of these teams came to work. */
  | { kind: 'presence'; teams: string[] }
  /** Hints may have been lost. */
  | { kind: 'resync' };

/** An event of the stream, before it is written out. */
export interface LiveEvent {
  event: 'hello' | 'ticket' | 'ticket-gone' | 'desk' | 'sops' | 'people' | 'resync' | 'bye';
  data: Record<string, unknown>;
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
const openOf = (ticket: Ticket | null): OpenVisit[] => (ticket?.status === 'open' ? ticket.openVisits : []);
const teamsOf = (ticket: Ticket | null): string[] =>
  ticket === null ? [] : unique([ticket.team, ...ticket.openVisits.map((v) => v.team)]);

/** What others should know of a committed change; `before` is null for a ticket that was opened. */
export function hintOf(before: Ticket | null, after: Ticket): TicketHint {
  const leases = leaseChanges(before, after);
  const holders = openOf(before).filter((v) => leases.gone.includes(v.no) || changedHands(v, leases.put));
  return {
    kind: 'ticket',
    id: after.id,
    version: after.version,
    team: after.team,
    status: after.status,
    assignee: after.assignee,
    at: after.updatedAt,
    openedBy: { kind: after.openedBy.kind, id: after.openedBy.id },
    seenBy: teamsOf(after),
    sawIt: teamsOf(before),
    lanes: changedLanes(before, after),
    people: unique([
      ...leases.put.map(({ userId }) => userId),
      ...holders.flatMap(({ holder }) => (holder === null ? [] : [holder])),
    ]),
  };
}

function changedHands(visit: OpenVisit, put: readonly { visitNo: number }[]): boolean {
  return put.some(({ visitNo }) => visitNo === visit.no);
}

function changedLanes(before: Ticket | null, after: Ticket): Lane[] {
  const old = waitingLanes(before);
  const now = waitingLanes(after);
  const changed = [...old, ...now].filter(([key]) => !(old.has(key) && now.has(key)));
  return changed.map(([, lane]) => lane);
}

function waitingLanes(ticket: Ticket | null): Map<string, Lane> {
  const waiting = openOf(ticket).filter(isWaiting);
  return new Map(
    waiting.map(({ no, team, tier, skills, dueAt }) => [
      // Put together by hand: this runs once for every change of a ticket.
      `${no} ${team} ${tier} ${dueAt ?? ticket?.sla.resolveDueAt ?? 0} ${skills.join()}`,
      { team, tier, skills },
    ]),
  );
}

/** Two hints of one ticket as one: it is as it is now, and everybody hears whom either of them concerns. */
export function joinHints(first: TicketHint, second: TicketHint): TicketHint {
  const [older, newer] = first.version <= second.version ? [first, second] : [second, first];
  return {
    ...newer,
    sawIt: unique([...older.sawIt, ...newer.sawIt]),
    lanes: [...older.lanes, ...newer.lanes],
    people: unique([...older.people, ...newer.people]),
  };
}

/** What one person hears of hints that came together: of each ticket, SOP and other thing once. */
export function eventsFor(person: Person, hints: readonly Hint[]): LiveEvent[] {
  const tickets = new Map<string, TicketHint>();
  const sops = new Map<string, LiveEvent>();
  for (const hint of hints) {
    if (hint.kind === 'ticket') {
      const known = tickets.get(hint.id);
      tickets.set(hint.id, known ? joinHints(known, hint) : hint);
    } else if (hint.kind === 'sop') {
      const { id, version } = hint;
      sops.set(`${id} ${String(version)}`, { event: 'sops', data: { id, version } });
    }
  }
  const events: LiveEvent[] = [];
  if (hints.some(({ kind }) => kind === 'resync')) events.push({ event: 'resync', data: {} });
  for (const hint of tickets.values()) events.push(...ticketEvents(person, hint));
  if (hints.some((hint) => changesDesk(person, hint))) events.push({ event: 'desk', data: {} });
  events.push(...sops.values());
  if (hints.some(({ kind }) => kind === 'people')) events.push({ event: 'people', data: {} });
  return events;
}

function ticketEvents(person: Person, hint: TicketHint): LiveEvent[] {
  const { id, version, team, status, assignee, at, openedBy } = hint;
  const sees = (teams: string[]): boolean =>
    teams.length > 0 &&
    maySee(person, { team: teams[0] ?? '', openVisits: teams.map((team) => ({ team })), openedBy });
  if (sees(hint.seenBy)) {
    return [
      { event: 'ticket', data: { id, version, team, status, assignee, at: new Date(at).toISOString() } },
    ];
  }
  return sees(hint.sawIt) ? [{ event: 'ticket-gone', data: { id } }] : [];
}

/** Agents hear of the lanes they may serve, those who lead of every lane of their teams, and managers of all. */
function changesDesk(person: Person, hint: Hint): boolean {
  if (hint.kind === 'presence') return leads(person) && hint.teams.some((team) => worksFor(person, team));
  if (hint.kind !== 'ticket' || !hasDesk(person)) return false;
  return (
    hint.people.includes(person.id) ||
    hint.lanes.some((lane) => mayServe(person, lane) || (leads(person) && worksFor(person, lane.team))) ||
    (hint.people.length > 0 && leads(person) && hint.seenBy.some((team) => worksFor(person, team)))
  );
}

function hasDesk(person: Person): boolean {
  return leads(person) || person.roles.includes('agent');
}

function leads(person: Person): boolean {
  return seesAllTickets(person) || person.roles.includes('lead');
}

function worksFor(person: Person, team: string): boolean {
  return seesAllTickets(person) || person.teams.some((member) => member.team === team);
}
