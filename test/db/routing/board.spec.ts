import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BoardDto, BoardPersonDto } from '../../../src/routing/board/board.dto.js';
import { BoardService } from '../../../src/routing/board/board.service.js';
import { LEASE_MS, START } from '../../support/small-world.js';
import { openDeskRoom } from './desk-room.js';
import type { DeskRoom } from './desk-room.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let room: DeskRoom;

beforeAll(async () => {
  room = await openDeskRoom(undefined);
});
beforeEach(async () => {
  await room.clear();
  await room.database.pool.query('delete from presence');
});
afterAll(() => room.close());

const look = (who: 'sue' | 'ann' | 'lab', now = START, tz = 'UTC'): Promise<BoardDto> => {
  const person = { ...room.world[who], roles: ['lead' as const] };
  return room.module.get(BoardService, { strict: false }).board(person, tz, now, 'zh-CN');
};
const find = (board: BoardDto, name: string): BoardPersonDto | undefined =>
  board.people.find((person) => person.name === name);

describe('the board', () => {
  it('counts what waits by lane, the most urgent first, and what is overdue', async () => {
    await room.world.open(START);
    await room.world.open(START + HOUR);
    const escalated = await room.world.open(START);
    await room.world.event(room.world.ann, escalated.ticket.id, 'REQUEST', {}, START + MINUTE);
    const { lanes } = await look('sue', START + 4 * HOUR + 30 * MINUTE);
    expect(lanes).toEqual([
      {
        team: 'desk',
        tier: 1,
        skills: [],
        waiting: 2,
        overdue: 1,
        firstDueAt: new Date(START + 4 * HOUR).toISOString(),
        oldestSince: new Date(START).toISOString(),
        presentPeople: 0,
      },
      {
        team: 'desk',
        tier: 3,
        skills: [],
        waiting: 1,
        overdue: 1,
        firstDueAt: new Date(START + 4 * HOUR + MINUTE).toISOString(),
        oldestSince: new Date(START + MINUTE).toISOString(),
        presentPeople: 0,
      },
    ]);
  });

  it("lists what waits in a lane, and nothing of a team that is not the lead's", async () => {
    const { ticket } = await room.world.open(START);
    const escalated = await room.world.open(START);
    await room.world.event(room.world.ann, escalated.ticket.id, 'REQUEST', {}, START + MINUTE);
    const boards = room.module.get(BoardService, { strict: false });
    const lead = { ...room.world.sue, roles: ['lead' as const] };
    const idsOf = async (tier: number): Promise<string[]> =>
      (await boards.waiting(lead, { team: 'desk', tier }, 'en')).items.map(({ id }) => id);
    expect(await idsOf(1)).toEqual([ticket.id]);
    expect(await idsOf(3)).toEqual([escalated.ticket.id]);
    expect(await idsOf(2)).toEqual([]);
    await expect(boards.waiting(lead, { team: 'elsewhere', tier: 1 }, 'en')).rejects.toThrow(/elsewhere/);
  });

  it('says who holds what, with the step in the language of the caller', async () => {
    const { ticket } = await room.world.open(START);
    await room.desk.next(room.world.ann, null, START + MINUTE);
    const ann = find(await look('sue', START + 2 * MINUTE), 'ann');
    expect(ann).toEqual({
      id: room.world.ann.id,
      name: 'ann',
      teams: [{ team: 'desk', tier: 1 }],
      skills: [],
      present: true,
      lastSeenAt: new Date(START + MINUTE).toISOString(),
      held: [
        {
          ticketId: ticket.id,
          subject: 'A question',
          step: 'triage',
          stepTitle: '初审',
          dueAt: new Date(START + 4 * HOUR).toISOString(),
          heldSince: new Date(START + MINUTE).toISOString(),
          leaseExpiresAt: new Date(START + MINUTE + LEASE_MS).toISOString(),
        },
      ],
      resolvedToday: 0,
    });
  });

  it('a renewed lease or an open stream makes somebody present, for two minutes', async () => {
    await room.database.pool.query('insert into presence values ($1, $2), ($3, $4)', [
      room.world.ben.id,
      new Date(START - 2 * MINUTE),
      room.world.lab.id,
      new Date(START - 2 * MINUTE - 1),
    ]);
    const { ticket } = await room.world.open(START - 3 * MINUTE);
    await room.desk.next(room.world.ann, null, START - 3 * MINUTE);
    await room.desk.renew(room.world.ann, ticket.id, START - MINUTE);
    const board = await look('sue');
    expect(board.people.map(({ name, present }) => [name, present])).toEqual([
      ['ann', true],
      ['ben', true],
      ['lab', false],
      ['sue', false],
    ]);
    expect(find(board, 'lab')?.lastSeenAt).toBe(new Date(START - 2 * MINUTE - 1).toISOString());
    expect(find(board, 'sue')?.lastSeenAt).toBeNull();
    await room.world.open(START);
    expect((await look('sue')).lanes).toMatchObject([{ tier: 1, presentPeople: 2 }]);
  });

  it('counts what ended today by who worked on it last, where today is the caller’s', async () => {
    const finish = async (at: number): Promise<void> => {
      const { ticket } = await room.world.open(at);
      await room.world.event(room.world.ann, ticket.id, 'APPROVE', { amount: 5 }, at);
    };
    const midnight = Date.UTC(2026, 10, 16);
    await finish(midnight - HOUR);
    await finish(midnight);
    await finish(midnight + HOUR);
    expect(find(await look('sue', START), 'ann')?.resolvedToday).toBe(2);
    expect(find(await look('sue', START, 'Asia/Shanghai'), 'ann')?.resolvedToday).toBe(3);
    await expect(look('sue', START, 'Mars/Base')).rejects.toMatchObject({ slug: 'invalid-body' });
  });

  it('shows a lead their own teams only', async () => {
    const { ticket } = await room.world.open(START);
    await room.world.open(START);
    await room.desk.next(room.world.ann, null, START);
    const board = await look('lab');
    expect(board.lanes).toEqual([]);
    expect(board.people.map(({ name }) => name)).toEqual(['lab', 'sue']);
    await room.world.act(
      room.world.sue,
      ticket.id,
      { type: 'claim', visitNo: 1, userId: room.world.sue.id, reason: 'x', leaseMs: LEASE_MS },
      START,
    );
    // Sue is at work, on what is none of the lab's business.
    expect(find(await look('lab'), 'sue')).toMatchObject({ present: true, held: [] });
    expect(find(await look('sue'), 'sue')?.held).toHaveLength(1);
  });

  it('leaves out who was deactivated or takes no tickets', async () => {
    await room.database.pool.query('update users set active = false where id = $1', [room.world.ben.id]);
    await room.database.pool.query(`update users set roles = '{designer}' where id = $1`, [
      room.world.lab.id,
    ]);
    expect((await look('sue')).people.map(({ name }) => name)).toEqual(['ann', 'sue']);
    await room.database.pool.query('update users set active = true where id = $1', [room.world.ben.id]);
    await room.database.pool.query(`update users set roles = '{agent}' where id = $1`, [room.world.lab.id]);
  });
});
