import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Person } from '../../../src/people/common/model.js';
import { PeopleService } from '../../../src/people/people.service.js';
import { UsersService } from '../../../src/people/users/users.service.js';
import { Problem } from '../../../src/problems/problem.js';
import { laneOf } from '../../../src/queues/lanes/lanes.js';
import type { HeldDto } from '../../../src/routing/desk/desk.dto.js';
import { LEASE_MS, START } from '../../support/small-world.js';
import { openDeskRoom } from './desk-room.js';
import type { DeskRoom } from './desk-room.js';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DESK = laneOf({ team: 'desk', tier: 1, skills: [] });

const idOf = (held: HeldDto | null): string | undefined => held?.ticket.id;
const slugOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Problem ? error.slug : String(error)),
  );

/** What Next, renewal, release and expiry promise, on whichever backend the lanes live. */
export function deskContract(name: string, redisUrl: string | undefined): void {
  describe(`the desk with lanes on ${name}`, () => {
    let room: DeskRoom;
    let ann: Person;
    let ben: Person;

    beforeAll(async () => {
      room = await openDeskRoom(redisUrl);
      ({ ann, ben } = room.world);
    });
    afterAll(() => room.close());
    afterEach(() => room.clear());

    const open = async (now = START): Promise<string> => (await room.world.open(now)).ticket.id;
    const agents = (count: number): Person[] =>
      Array.from({ length: count }, (_, n) => ({
        ...ann,
        id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      }));
    const leases = async (): Promise<Record<string, unknown>[]> =>
      (await room.database.pool.query<Record<string, unknown>>('select * from leases')).rows;

    it('gives the ticket that is due first, with its guide and a lease', async () => {
      const later = await open(START + HOUR);
      const first = await open(START);
      await room.relayed();
      const held = await room.desk.next(ann, null, START + 2 * HOUR);
      expect(idOf(held)).toBe(first);
      expect(held?.lease).toEqual({ expiresAt: new Date(START + 2 * HOUR + LEASE_MS).toISOString() });
      expect(held?.ticket).toMatchObject({ assignee: ann.id, assigneeName: 'ann' });
      expect(held?.guide.steps[0]?.step).toBe('triage');
      expect(idOf(await room.desk.next(ben, null, START + 2 * HOUR))).toBe(later);
      expect(await room.desk.next(ben, null, START + 2 * HOUR)).toBeNull();
    });

    it('whoever holds a ticket already gets another one', async () => {
      const ids = [await open(START), await open(START + MINUTE)];
      const got = [await room.desk.next(ann, null, START), await room.desk.next(ann, null, START)];
      expect(got.map(idOf)).toEqual(ids);
    });

    it.each([
      ['with jobs in the lane', true],
      ['with no job in the lane at all', false],
    ])('32 agents at once get 32 different tickets, %s', async (_, queued) => {
      for (let n = 0; n < 32; n++) await open(START + n * MINUTE);
      if (queued) await room.relayed();
      else {
        await room.relayed();
        await room.wipe();
      }
      const got = await Promise.all(agents(32).map((agent) => room.desk.next(agent, null, START + HOUR)));
      expect(new Set(got.map(idOf)).size).toBe(32);
      expect(got).not.toContain(null);
      expect(await leases()).toHaveLength(32);
    });

    it('of 32 agents and 20 tickets, 20 get one each and 12 get none', async () => {
      for (let n = 0; n < 20; n++) await open(START + n * MINUTE);
      await room.relayed();
      const got = await Promise.all(agents(32).map((agent) => room.desk.next(agent, null, START + HOUR)));
      expect(got.filter((held) => held === null)).toHaveLength(12);
      expect(new Set(got.filter((held) => held !== null).map(idOf)).size).toBe(20);
    });

    it('32 agents get the 32 tickets of a lane that lost half of its jobs', async () => {
      for (let n = 0; n < 16; n++) await open(START + n * MINUTE);
      await room.relayed();
      await room.wipe();
      for (let n = 0; n < 16; n++) await open(START + n * MINUTE);
      await room.relayed();
      const got = await Promise.all(agents(32).map((agent) => room.desk.next(agent, null, START + HOUR)));
      expect(new Set(got.map(idOf)).size).toBe(32);
      expect(got).not.toContain(null);
    });

    it('two programs on one database never give one ticket twice, and leave none', async () => {
      for (let n = 0; n < 24; n++) await open(START + n * MINUTE);
      await room.relayed();
      await room.wipe();
      const { DeskService } = await import('../../../src/routing/desk/desk.service.js');
      const { Claims } = await import('../../../src/routing/desk/claims.service.js');
      const { HeldTickets } = await import('../../../src/routing/leases/held-tickets.service.js');
      const { LeaseRevoker } = await import('../../../src/routing/leases/lease-revoker.service.js');
      const { TicketsService } = await import('../../../src/tickets/door/tickets.service.js');
      const { GuideService } = await import('../../../src/tickets/read/guide.service.js');
      const { WaitingLanes } = await import('../../../src/routing/desk/waiting-lanes.service.js');
      const { Config } = await import('../../../src/config.js');
      const get = <T>(type: new (...args: never[]) => T): T => room.module.get<T>(type, { strict: false });
      const other = new DeskService(
        room.database,
        get(Config),
        get(TicketsService),
        get(GuideService),
        room.lanes,
        get(WaitingLanes),
        // Claims of its own: it cannot know what the first program is just taking.
        new Claims(get(TicketsService), get(GuideService), get(Config)),
        get(HeldTickets),
        get(LeaseRevoker),
        get(PeopleService),
      );
      const got = await Promise.all(
        agents(24).map((agent, n) => (n % 2 ? other : room.desk).next(agent, null, START + HOUR)),
      );
      expect(new Set(got.map(idOf)).size).toBe(24);
      expect(got).not.toContain(null);
    });

    it('a job held by a process that died hides nothing', async () => {
      const id = await open();
      await room.relayed();
      expect(await room.lanes.first(DESK)).not.toBeNull();
      expect(idOf(await room.desk.next(ann, null, START))).toBe(id);
    });

    it('a job of a ticket that no longer waits is dropped', async () => {
      const cancelled = await open(START);
      const id = await open(START + MINUTE);
      await room.relayed();
      await room.world.act(room.world.sue, cancelled, { type: 'cancel', reason: 'void' });
      expect(idOf(await room.desk.next(ann, null, START + HOUR))).toBe(id);
      expect(await room.desk.next(ann, null, START + HOUR)).toBeNull();
    });

    it('a raised priority moves a ticket to the front, a lowered one to the back', async () => {
      const [a, b, c] = [await open(START), await open(START + MINUTE), await open(START + 2 * MINUTE)];
      await room.relayed();
      const now = START + 3 * MINUTE;
      await room.world.act(room.world.sue, c, { type: 'set-priority', priority: 'urgent' }, now);
      await room.world.act(room.world.sue, a, { type: 'set-priority', priority: 'low' }, now);
      await room.relayed();
      const got = [];
      for (let n = 0; n < 3; n++) got.push(idOf(await room.desk.next(ann, null, now)));
      expect(got).toEqual([c, b, a]);
    });

    it('nobody gets what waits for another team or a higher tier', async () => {
      const id = await open();
      await room.relayed();
      expect(await room.desk.next(room.world.lab, null, START)).toBeNull();
      await room.world.act(ann, id, { type: 'escalate', reason: 'too hard' });
      await room.relayed();
      expect(await room.desk.next(ann, null, START)).toBeNull();
      expect(idOf(await room.desk.next(room.world.sue, null, START))).toBe(id);
    });

    it('nobody is handed an approval of what they asked for; it keeps its place for the others', async () => {
      const { sue } = room.world;
      const first = await open(START);
      await room.world.event(sue, first, 'REQUEST', {}, START);
      const second = await open(START + MINUTE);
      await room.world.event(ann, second, 'REQUEST', {}, START + MINUTE);
      await room.relayed();
      expect((await room.world.tickets.read(first))?.assignee).toBeNull();
      // Again and again: the job is back each time, also where the queue was asked first.
      for (let n = 0; n < 3; n++) {
        const held = await room.desk.next(sue, null, START + HOUR);
        expect(idOf(held)).toBe(second);
        await room.desk.release(sue, second, { reason: 'next' }, room.world.by(sue, START + HOUR));
        await room.relayed();
      }
      const other = { ...sue, id: '00000000-0000-4000-8000-000000000099' };
      const got = [
        await room.desk.next(other, null, START + HOUR),
        await room.desk.next(other, null, START + HOUR),
        await room.desk.next(other, null, START + HOUR),
      ];
      expect(got.map(idOf)).toEqual([first, second, undefined]);
      const claim = room.world.act(sue, first, { type: 'claim', visitNo: 2, userId: sue.id, leaseMs: 1 });
      expect(await slugOf(claim)).not.toBe('accepted');
    });

    it('of several lanes the most urgent ticket comes first, and teams can be chosen', async () => {
      const id = await open(START);
      await room.world.event(ann, id, 'SPLIT', {}, START);
      const other = await open(START + MINUTE);
      await room.world
        .act(ann, id, { type: 'release', userId: ann.id, reason: 'break' }, START)
        .catch(() => undefined);
      await room.relayed();
      expect(await slugOf(room.desk.next(ann, ['lab'], START))).toBe('not-your-team');
      const lab = await room.desk.next(room.world.sue, ['lab'], START + HOUR);
      expect(idOf(lab)).toBe(id);
      expect(await room.desk.next(room.world.sue, ['lab'], START + HOUR)).toBeNull();
      const rest = [
        await room.desk.next(room.world.sue, null, START + HOUR),
        await room.desk.next(ben, null, START + HOUR),
      ];
      expect(rest.map(idOf)).toEqual([id, other]);
    });

    it('a renewal prolongs the lease; whoever does not hold the ticket cannot renew', async () => {
      const id = await open();
      await room.desk.next(ann, null, START);
      const { lease } = await room.desk.renew(ann, id, START + MINUTE);
      expect(lease.expiresAt).toBe(new Date(START + MINUTE + LEASE_MS).toISOString());
      expect(await slugOf(room.desk.renew(ben, id, START + MINUTE))).toBe('lease-lost');
      expect(await slugOf(room.desk.renew(room.world.lab, id, START + MINUTE))).toBe('ticket-not-found');
      expect(await slugOf(room.desk.renew(ann, "1' or 1=1", START))).toBe('ticket-not-found');
      expect(await slugOf(room.desk.renew(ann, id, START + MINUTE + LEASE_MS))).toBe('lease-lost');
    });

    it('a lease that nobody renews ends; the ticket waits again with its old due time', async () => {
      const id = await open();
      const due = 'select due_at from waiting where ticket_id = $1';
      const before = (await room.database.pool.query(due, [id])).rows;
      await room.desk.next(ann, null, START);
      expect(await room.sweeper.tick(START + LEASE_MS - 1)).toBe(0);
      expect(await room.sweeper.tick(START + LEASE_MS)).toBe(1);
      expect((await room.database.pool.query(due, [id])).rows).toEqual(before);
      expect(await leases()).toHaveLength(0);
      expect(await room.sweeper.tick(START + LEASE_MS)).toBe(0);
      await room.relayed();
      expect(idOf(await room.desk.next(ben, null, START + LEASE_MS))).toBe(id);
      expect((await room.world.tickets.read(id))?.assignee).toBe(ben.id);
    });

    it('a lease of a ticket that is gone does not stop the others', async () => {
      await room.database.pool.query(
        `insert into leases (ticket_id, visit_no, user_id, since, expires_at) values (999999, 1, $1, now(), $2)`,
        [ann.id, new Date(START)],
      );
      await open();
      await room.desk.next(ann, null, START);
      expect(await room.sweeper.tick(START + LEASE_MS)).toBe(1);
      expect(await leases()).toHaveLength(0);
    });

    it('what is released waits again, through its lane, and can be taken at once', async () => {
      const id = await open();
      for (let n = 0; n < 3; n++) {
        await room.relayed();
        expect(idOf(await room.desk.next(ann, null, START + n))).toBe(id);
        await room.desk.release(ann, id, { reason: 'break' }, room.world.by(ann, START + n));
      }
      expect(await slugOf(room.desk.release(ben, id, { reason: 'x' }, room.world.by(ben, START)))).toBe(
        'nothing-held',
      );
    });

    it('what is taken from somebody who lost the right waits again, through its lane', async () => {
      const id = await open();
      await room.relayed();
      const people = room.module.get(PeopleService, { strict: false });
      const cat = await people.createUser({
        email: 'cat@test',
        name: 'cat',
        password: 'long-enough',
        roles: ['agent'],
        teams: [{ team: 'desk', tier: 1 }],
      });
      expect(idOf(await room.desk.next(cat, null, START))).toBe(id);
      await room.module.get(UsersService, { strict: false }).change(cat.id, { teams: [] });
      expect(await leases()).toEqual([]);
      await room.relayed();
      expect(idOf(await room.desk.next(ben, null, START + MINUTE))).toBe(id);
    });

    it('shows what a person holds and how much waits in their lanes', async () => {
      const id = await open();
      await open(START + MINUTE);
      await open(START + 2 * MINUTE);
      await room.desk.next(ann, null, START);
      const desk = await room.desk.desk(ann);
      expect(desk.held.map(({ ticket }) => ticket['id'])).toEqual([id]);
      expect(desk.lanes).toEqual([
        expect.objectContaining({ team: 'desk', tier: 1, skills: [], waiting: 2 }),
      ]);
      expect((await room.desk.desk(room.world.lab)).lanes).toEqual([]);
    });
  });
}
