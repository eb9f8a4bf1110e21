import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Config } from '../../../src/config.js';
import { UsersService } from '../../../src/people/users/users.service.js';
import { startTestApp } from '../../support/app.js';
import { START } from '../../support/small-world.js';
import { SKILLED, openRightsRoom } from './rights-room.js';
import type { RightsRoom } from './rights-room.js';

let room: RightsRoom;
beforeAll(async () => {
  room = await openRightsRoom();
});
afterAll(() => room.close());
afterEach(() => room.clear());

describe('who loses the right to a ticket loses it when the change answers', () => {
  it.each<[string, (id: string) => Promise<unknown>]>([
    ['the skill', (id) => room.users.change(id, { skills: ['zh'] })],
    ['the team', (id) => room.users.change(id, { teams: [{ team: 'lab', tier: 3 }] })],
    ['every team', (id) => room.users.change(id, { teams: [] })],
    ['the role', (id) => room.users.change(id, { roles: ['designer'] })],
    ['the role for that of a manager', (id) => room.users.change(id, { roles: ['manager'] })],
    ['their account', (id) => room.users.change(id, { active: false })],
    [
      'the team, by a change of its members',
      (id) => changeMembers((members) => members.filter((m) => m.userId !== id)),
    ],
  ])('%s', async (_, change) => {
    const person = await room.somebody(['agent'], [['desk', 1]], ['refunds']);
    const id = await room.held(person, SKILLED);
    const { dueAt } = (await room.world.tickets.read(id)) ?? {};
    await change(person.id);
    await room.expectWaits(id, person);
    expect((await room.world.tickets.read(id))?.dueAt).toBe(dueAt);
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['of the person', (id) => room.users.change(id, { teams: [{ team: 'desk', tier: 1 }] })],
    [
      'of the team’s member',
      (id) => changeMembers((members) => members.map((m) => (m.userId === id ? { ...m, tier: 1 } : m))),
    ],
    ['that is set by itself', (id) => room.people.ensureMember(id, 'desk', 1)],
  ])('a lower tier %s takes what stands above it, and leaves the rest', async (_, change) => {
    const person = await room.somebody(['agent'], [['desk', 3]]);
    const [low, high] = [await room.held(person), await room.heldAtTop(person)];
    await change(person.id);
    await room.expectWaits(high, person);
    expect(await room.holdersOf(low)).toEqual([person.id]);
  });

  it('of parallel steps only that of the lost team', async () => {
    const person = await room.somebody(
      ['agent'],
      [
        ['desk', 1],
        ['lab', 1],
      ],
    );
    const id = await room.held(person);
    await room.world.event(person, id, 'SPLIT', {});
    expect(await room.holdersOf(id)).toEqual([person.id, person.id]);
    await room.users.change(person.id, { teams: [{ team: 'desk', tier: 1 }] });
    expect(await room.holdersOf(id)).toEqual([person.id, null]);
  });

  it('a lead holds what they took over at any tier, until they are a mere member', async () => {
    const lead = await room.somebody(['lead'], [['desk', 1]]);
    const id = await room.heldAtTop(lead);
    await room.users.change(lead.id, { skills: ['zh'] });
    expect(await room.holdersOf(id)).toEqual([lead.id]);
    await room.users.change(lead.id, { roles: ['agent'] });
    await room.expectWaits(id, lead);
  });

  it('a change that takes no right takes no ticket', async () => {
    const person = await room.somebody(['agent'], [['desk', 1]], ['refunds']);
    const id = await room.held(person, SKILLED);
    await room.users.change(person.id, {
      name: 'Other',
      skills: ['zh', 'refunds'],
      roles: ['agent', 'designer'],
    });
    await room.users.change(person.id, { teams: [{ team: 'desk', tier: 2 }] });
    expect(await room.holdersOf(id)).toEqual([person.id]);
  });

  it('in another process too, and what waits again goes to the next who asks', async () => {
    const other = await startTestApp({ databaseUrl: room.module.get(Config).databaseUrl, role: 'api' });
    try {
      const person = await room.somebody(['agent'], [['desk', 1]]);
      const id = await room.held(person);
      await other.app.get(UsersService).change(person.id, { teams: [] });
      await room.expectWaits(id, person);
      expect((await room.desk.next(room.world.ben, null, START))?.ticket.id).toBe(id);
    } finally {
      await other.close();
    }
  });
});

type Members = { userId: string; tier: number }[];

async function changeMembers(change: (members: Members) => Members): Promise<void> {
  const before = (await room.teams.read('desk')).members.map(({ userId, tier }) => ({ userId, tier }));
  await room.teams.change('desk', { members: change(before) });
}
