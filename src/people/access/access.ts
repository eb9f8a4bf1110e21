import type { Actor } from '../../engine/common/model.js';
import type { Membership, Person, Role } from '../common/model.js';
import { ROLES } from '../common/model.js';

const everybody: readonly Role[] = ['agent', 'lead', 'designer', 'manager'];
const desk: readonly Role[] = ['agent', 'lead'];

/**
 * The access rule: which roles may do what. Whoever is not named may not; the admin may everything.
 * An act without a row does not exist, and an endpoint without an act is closed.
 */
const rolesByAct = {
  'tickets.read': ['agent', 'lead', 'manager'],
  'tickets.open': desk,
  'tickets.advance': desk,
  'tickets.message': desk,
  'tickets.escalate': desk,
  'tickets.hand-back': desk,
  'tickets.transfer': desk,
  'tickets.reopen': desk,
  'tickets.cancel': ['lead'],
  'tickets.merge': ['lead'],
  'tickets.prioritise': ['lead', 'manager'],
  'desk.next': desk,
  'desk.hold': desk,
  'desk.take': desk,
  /** What somebody else holds. */
  'desk.take-over': ['lead'],
  'desk.board': ['lead', 'manager'],
  'sops.read': everybody,
  'sops.check': ['designer'],
  'sops.simulate': ['designer'],
  'sops.draft': ['designer'],
  'sops.publish': ['designer'],
  'metrics.read': ['lead', 'manager'],
  /** The figures of an SOP's steps, which its designer needs. */
  'metrics.steps': ['lead', 'designer', 'manager'],
  /** Names and hours of the teams, without their people. */
  'teams.read': everybody,
  /** How skills are called, and how many people have each. */
  'skills.read': everybody,
  'people.read': ['lead', 'manager'],
  'people.manage': [],
  /** Other systems that SOPs call. */
  'connections.manage': [],
  /** Who did what. */
  'audit.read': [],
  'profile.self': everybody,
} satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof rolesByAct;
export const ACTS = Object.keys(rolesByAct) as Act[];

/** The roles that may do an act, in the order of `ROLES`; never empty. */
export function rolesFor(act: Act): Role[] {
  const named: readonly Role[] = rolesByAct[act];
  return ROLES.filter((role) => role === 'admin' || named.includes(role));
}

/** May this person do the act at all? (Which tickets they see is `maySee`.) */
export function may(person: Pick<Person, 'roles'>, act: Act): boolean {
  const named: readonly Role[] = rolesByAct[act];
  return person.roles.some((role) => role === 'admin' || named.includes(role));
}

/** The roles whose people work at a desk; others take no tickets, whatever teams they are in. */
export const DESK_ROLES: readonly Role[] = ['agent', 'lead', 'admin'];

/** What a person may do at desks: where they work, what they can, and which teams they lead. */
export interface Reach {
  userId: string;
  /** Empty for people without a role that works at a desk. */
  teams: Membership[];
  skills: string[];
  /** Ids of teams; the administrator leads those they are a member of, and no other. */
  leads: string[];
  isManager: boolean;
}

/** What this person may do at desks by their roles, teams and skills. Whether they are active is not looked at. */
export function reachOf(person: Pick<Person, 'id' | 'roles' | 'teams' | 'skills'>): Reach {
  const { id, roles, teams, skills } = person;
  const leads = roles.includes('lead') || roles.includes('admin');
  return {
    userId: id,
    teams: roles.some((role) => DESK_ROLES.includes(role)) ? teams : [],
    skills,
    leads: leads ? teams.map(({ team }) => team) : [],
    isManager: roles.includes('manager'),
  };
}

/** What of a ticket decides who sees it. */
export interface Placed {
  team: string;
  openVisits: readonly { team: string }[];
  /** Who opened it. */
  openedBy: { kind: string; id: string };
}

/** Manager and admin see every ticket. */
export function seesAllTickets(person: Pick<Person, 'roles'>): boolean {
  return person.roles.some((role) => role === 'manager' || role === 'admin');
}

/**
 * Whose tickets this person sees wherever they went: those that they opened. Their own id, or null for people who work
 * at no desk. Lists ask it too, so that they agree with `maySee`.
 */
export function seesOpenedBy(person: Pick<Person, 'id' | 'roles'>): string | null {
  return person.roles.some((role) => role === 'agent' || role === 'lead') ? person.id : null;
}

/**
 * Does this person see the ticket? Agents and leads see those of their teams, those of which an open visit is a team's
 * of theirs, and those that they opened; designers see none. A ticket that is not seen does not exist for the caller.
 */
export function maySee(person: Pick<Person, 'id' | 'roles' | 'teams'>, ticket: Placed): boolean {
  if (seesAllTickets(person)) return true;
  const self = seesOpenedBy(person);
  if (self === null) return false;
  if (ticket.openedBy.kind === 'agent' && ticket.openedBy.id === self) return true;
  return person.teams.some(
    ({ team }) => team === ticket.team || ticket.openVisits.some((v) => v.team === team),
  );
}

/**
 * The person as the actor of an event. `tier`: theirs in `team`, without a team their highest;
 * absent when they belong to none.
 */
export function actorOf(person: Person, team?: string): Actor {
  const tiers = person.teams.filter((m) => team === undefined || m.team === team).map((m) => m.tier);
  const actor: Actor = { kind: 'agent', id: person.id, name: person.name, roles: [...person.roles] };
  return tiers.length > 0 ? { ...actor, tier: Math.max(...tiers) } : actor;
}
