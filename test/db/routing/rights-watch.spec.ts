import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '../../../src/clock.js';
import { Accounts } from '../../../src/people/accounts/accounts.service.js';
import type { Role } from '../../../src/people/common/model.js';
import { NewPasswords } from '../../../src/people/passwords/new-passwords.service.js';
import { PeopleChanges } from '../../../src/people/accounts/people-changes.service.js';
import { TeamTiers } from '../../../src/people/accounts/team-tiers.service.js';
import { UsersService } from '../../../src/people/users/users.service.js';
import { LeaseRevoker } from '../../../src/routing/leases/lease-revoker.service.js';
import { LeaseLost } from '../../../src/routing/routing-problems.js';
import { LEASE_MS, START } from '../../support/small-world.js';
import { SKILLED, openRightsRoom } from './rights-room.js';
import type { RightsRoom } from './rights-room.js';

const MINUTE = 60_000;

let room: RightsRoom;
beforeAll(async () => {
  room = await openRightsRoom();
});
afterAll(() => room.close());
afterEach(async () => {
  jest.restoreAllMocks();
  await room.clear();
});

const problemOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'accepted',
    (error: unknown) => error,
  );

describe('a change that told nobody here is noticed by the next sweep', () => {
  it.each<[string, string]>([
    ['a skill', `update users set skills = '{}' where id = $1`],
    ['the role', `update users set roles = '{manager}' where id = $1`],
    ['the account', 'update users set active = false where id = $1'],
    ['the person', 'delete from users where id = $1'],
    ['the membership', 'delete from members where user_id = $1'],
    ['the tier', 'update members set tier = 0 where user_id = $1'],
  ])('%s, taken by SQL', async (_, change) => {
    const person = await room.somebody(['agent'], [['desk', 1]], ['refunds']);
    const id = await room.held(person, SKILLED);
    for (let n = 0; n < 3; n++) expect(await room.sweeper.tick(START)).toBe(0);
    await room.sql(change, [person.id]);
    expect(await room.sweeper.tick(START)).toBe(1);
    await room.expectWaits(id, person);
    expect(await room.sweeper.tick(START)).toBe(0);
  });

  it('also when it was made before this process ever looked', async () => {
    const person = await room.somebody(['agent'], [['desk', 1]]);
    const id = await room.held(person);
    await room.sql('delete from members where user_id = $1', [person.id]);
    expect(await room.sweeper.tick(START)).toBe(1);
    await room.expectWaits(id, person);
  });

  it('by another process that ends no leases, such as a command', async () => {
    const clock = room.module.get(Clock, { strict: false });
    const { database } = room;
    const changes = new PeopleChanges(new Accounts(database, clock), database);
    const command = new UsersService(database, changes, new NewPasswords(database), new TeamTiers(database));
    const person = await room.somebody(['agent'], [['desk', 1]]);
    const id = await room.held(person);
    expect(await room.sweeper.tick(START)).toBe(0);
    await command.change(person.id, { teams: [] });
    expect(await room.holdersOf(id)).toEqual([person.id]);
    expect(await room.sweeper.tick(START)).toBe(1);
    await room.expectWaits(id, person);
  });

  it('what somebody took with the rights of a moment ago is found by the sweep after', async () => {
    const person = await room.somebody(['agent'], [['desk', 3]]);
    const low = await room.held(person);
    await room.users.change(person.id, { teams: [{ team: 'desk', tier: 1 }] });
    expect(await room.sweeper.tick(START)).toBe(0);
    // As a request that began before the change and ended after the sweep.
    const high = await room.heldAtTop(person);
    expect(await room.sweeper.tick(START)).toBe(1);
    await room.expectWaits(high, person);
    expect(await room.holdersOf(low)).toEqual([person.id]);
  });

  it('who could not be checked is checked again', async () => {
    const person = await room.somebody(['agent'], [['desk', 1]]);
    const id = await room.held(person);
    await room.sql('delete from members where user_id = $1', [person.id]);
    const revoker = room.module.get(LeaseRevoker, { strict: false });
    jest.spyOn(revoker, 'check').mockRejectedValueOnce(new Error('away'));
    expect(await room.sweeper.tick(START)).toBe(0);
    expect(await room.sweeper.tick(START)).toBe(1);
    await room.expectWaits(id, person);
  });

  it('nobody is looked at again whose rights stay as they are', async () => {
    await room.held(await room.somebody(['agent'], [['desk', 1]]));
    const check = jest.spyOn(room.module.get(LeaseRevoker, { strict: false }), 'check');
    for (let n = 0; n < 5; n++) await room.sweeper.tick(START);
    expect(check).toHaveBeenCalledTimes(2);
  });
});

describe('a renewal keeps only what the person may still serve', () => {
  it('after a change by SQL the lease is lost, and the answer says why in both languages', async () => {
    const person = await room.somebody(['agent'], [['desk', 1]], ['refunds']);
    const id = await room.held(person, SKILLED);
    await room.sql(`update users set skills = '{}' where id = $1`, [person.id]);
    // The person as the request knows them, from a moment ago.
    const problem = await problemOf(room.desk.renew(person, id, START + MINUTE));
    expect(problem).toBeInstanceOf(LeaseLost);
    expect(problem).toMatchObject({
      slug: 'lease-lost',
      status: 409,
      facts: { reason: 'out-of-reach', team: 'desk', tier: 1, skills: ['refunds'] },
      detail: {
        en: expect.stringContaining('no longer, serve its lane (team desk, tier 1, skills refunds)'),
        'zh-CN': expect.stringContaining('技能：refunds）已不在您的接单范围内'),
      },
    });
    await room.expectWaits(id, person);
  });

  it('who lost the ticket by a change before is told the same, though they see it no more', async () => {
    const person = await room.somebody(['agent'], [['desk', 1]]);
    const id = await room.held(person);
    await room.users.change(person.id, { teams: [{ team: 'lab', tier: 1 }] });
    const now = await room.people.person(person.id);
    expect(await problemOf(room.desk.renew(now ?? person, id, START + MINUTE))).toMatchObject({
      facts: { reason: 'out-of-reach', team: 'desk' },
    });
  });

  it('what is left of the ticket goes on', async () => {
    const person = await room.somebody(
      ['agent'],
      [
        ['desk', 1],
        ['lab', 1],
      ],
    );
    const id = await room.held(person);
    await room.world.event(person, id, 'SPLIT', {});
    await room.sql(`delete from members where user_id = $1 and team_id = 'lab'`, [person.id]);
    const { lease } = await room.desk.renew(person, id, START + MINUTE);
    expect(lease.expiresAt).toBe(new Date(START + MINUTE + LEASE_MS).toISOString());
    expect(await room.holdersOf(id)).toEqual([person.id, null]);
  });

  it('a lease that ended for another reason says so', async () => {
    const person = await room.somebody(['agent'], [['desk', 1]]);
    const id = await room.held(person);
    expect(await problemOf(room.desk.renew(person, id, START + LEASE_MS))).toMatchObject({
      slug: 'lease-lost',
      facts: { reason: 'ended' },
    });
  });
});

describe('people without a role that works at a desk', () => {
  it.each<Role>(['manager', 'designer'])('a %s in the team gets nothing that waits for it', async (role) => {
    const person = await room.somebody([role], [['desk', 3]]);
    await room.world.open();
    expect(await room.desk.next(person, null, START)).toBeNull();
    expect((await room.desk.desk(person)).lanes).toEqual([]);
    const agent = await room.somebody([role, 'agent'], [['desk', 3]]);
    expect(await room.desk.next(agent, null, START)).not.toBeNull();
  });
});
