import { expect } from '@jest/globals';
import { reachOf } from '../../../src/people/access/access.js';
import type { Membership, Person, Role } from '../../../src/people/common/model.js';
import { PeopleService } from '../../../src/people/people.service.js';
import { TeamsService } from '../../../src/people/teams/teams.service.js';
import { UsersService } from '../../../src/people/users/users.service.js';
import { smallSop } from '../../support/small-sop.js';
import { LEASE_MS, START } from '../../support/small-world.js';
import { openDeskRoom } from './desk-room.js';
import type { DeskRoom } from './desk-room.js';

/** The small SOP, but its first step asks for the skill `refunds`. */
export const SKILLED = 'skilled';

export interface RightsRoom extends DeskRoom {
  people: PeopleService;
  users: UsersService;
  teams: TeamsService;
  sql<T extends Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
  /** A new person; teams with the tier in each. */
  somebody(roles: Role[], teams: [string, number][], skills?: string[]): Promise<Person>;
  /** A ticket in its first step, held by the person. */
  held(person: Person, sop?: string): Promise<string>;
  /** A ticket that waits for a supervisor, given to the person whether they may or not. */
  heldAtTop(person: Person): Promise<string>;
  /** Who holds each open visit. */
  holdersOf(id: string): Promise<(string | null)[]>;
  /** Taken from the person for want of rights: it waits with the due time of its visit, and nobody has a lease. */
  expectWaits(id: string, person: Person): Promise<void>;
}

/** The desk room with people whose rights change. */
export async function openRightsRoom(): Promise<RightsRoom> {
  const room = await openDeskRoom(undefined);
  const people = room.module.get(PeopleService, { strict: false });
  const { world } = room;
  const { tickets, ann, sue } = world;
  let made = 0;

  const sql: RightsRoom['sql'] = async <T extends Record<string, unknown>>(
    text: string,
    values?: unknown[],
  ) => (await room.database.pool.query<T>(text, values)).rows;

  const held: RightsRoom['held'] = async (person, sop = 'small') => {
    const { ticket } = await tickets.open(
      { sop, subject: 'A question', customer: { id: 'c1' }, data: { reason: 'late' } },
      { actor: { kind: 'customer', id: 'c1' }, now: START },
    );
    await world.act(person, ticket.id, { type: 'claim', visitNo: 1, userId: person.id, leaseMs: LEASE_MS });
    return ticket.id;
  };

  await publishSkilled(sql);
  return {
    ...room,
    people,
    users: room.module.get(UsersService, { strict: false }),
    teams: room.module.get(TeamsService, { strict: false }),
    sql,
    held,
    async somebody(roles, memberships, skills = []) {
      const teams: Membership[] = memberships.map(([team, tier]) => ({ team, tier }));
      const email = `p${(made += 1)}@rights`;
      return people.createUser({ email, name: email, password: 'long-enough', roles, skills, teams });
    },
    async heldAtTop(person) {
      const id = await held(ann);
      await world.event(ann, id, 'REQUEST', {});
      const to = { person: { ...reachOf(person), leaseMs: LEASE_MS } };
      await world.act(sue, id, { type: 'transfer', to, reason: 'x', leaseMs: LEASE_MS });
      return id;
    },
    async holdersOf(id) {
      return (await tickets.read(id))?.openVisits.map(({ holder }) => holder) ?? [];
    },
    async expectWaits(id, person) {
      const ticket = await tickets.read(id);
      expect(ticket).toMatchObject({ assignee: null, openVisits: [{ holder: null }] });
      const waiting = await sql<{ due_at: Date }>('select due_at from waiting where ticket_id = $1', [id]);
      expect(waiting.map(({ due_at }) => due_at.getTime())).toEqual([ticket?.openVisits[0]?.dueAt]);
      expect(await sql('select from leases where ticket_id = $1', [id])).toHaveLength(0);
      const story = 'select actor, data from history where ticket_id = $1 order by seq desc limit 1';
      expect((await sql(story, [id]))[0]).toMatchObject({
        actor: { kind: 'system', id: 'rights' },
        data: { userId: person.id },
      });
    },
  };
}

async function publishSkilled(sql: RightsRoom['sql']): Promise<void> {
  const sop = smallSop();
  const triage = sop.states['triage'];
  const source = JSON.stringify({
    ...sop,
    id: SKILLED,
    states: { ...sop.states, triage: { ...triage, meta: { ...triage?.meta, skills: ['refunds'] } } },
  });
  await sql('insert into sops (id) values ($1)', [SKILLED]);
  await sql(
    `insert into sop_versions (sop_id, version, source, format, definition, hash, origin, published_by)
     values ($1, 1, $2, 'json', $3, 'skilled', 'console', 'test')`,
    [SKILLED, source, source],
  );
}
