import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queryTickets } from '../../src/tickets/read/ticket-filter.js';
import { LiveReader } from '../support/live-reader.js';
import { openHttpRoom } from './http-room.js';

const room = openHttpRoom();
const readers: LiveReader[] = [];
/** Both wait for the desk: one was opened by somebody of the lab, the other by somebody of the desk. */
let own = '';
let foreign = '';

const small = {
  sop: 'small',
  subject: 'Late',
  customer: { id: 'c9', name: 'Kim' },
  data: { reason: 'late' },
};

beforeAll(async () => {
  await room.app.app.listen(0, '127.0.0.1');
  const opened = await room.post(room.lab, '/tickets', small);
  expect(opened.status).toBe(201);
  own = opened.body.id;
  foreign = (await room.openSmall()).id;
});
afterAll(() => {
  for (const reader of readers) reader.close();
});

async function listen(token: string): Promise<LiveReader> {
  const reader = await LiveReader.open(await room.app.app.getUrl(), token);
  readers.push(reader);
  await reader.next('hello');
  return reader;
}

describe('who opened a ticket that is another team’s', () => {
  it.each(['', '/guide', '/history', '/visits', '/messages'])(
    'reads GET /api/tickets/{id}%s, and that of no other',
    async (path) => {
      expect((await room.get(room.lab, `/tickets/${own}${path}`)).status).toBe(200);
      expect((await room.get(room.lab, `/tickets/${foreign}${path}`)).status).toBe(404);
    },
  );

  it('is told that it is not for them to take, not that it does not exist', async () => {
    expect(await room.post(room.lab, `/desk/${own}/take`, {})).toMatchObject({
      status: 403,
      body: { type: 'urn:stepwise:problem:not-yours', team: 'desk', tier: 1 },
    });
    expect((await room.post(room.lab, `/desk/${foreign}/take`, {})).status).toBe(404);
    expect((await room.post(room.lab, `/desk/${own}/renew`, {})).status).toBe(409);
    expect((await room.post(room.lab, `/desk/${foreign}/renew`, {})).status).toBe(404);
  });

  it('hears of it live, also when it goes on to a further team, and of no other', async () => {
    const [lab, ann] = [await listen(room.lab), await listen(room.ann)];
    await room.w.event(room.w.ann, foreign, 'NOTE');
    await room.w.event(room.w.ann, own, 'NOTE');
    await lab.next('ticket', ({ id }) => id === own, 1_000);
    await ann.next('ticket', ({ id }) => id === foreign, 1_000);
    const heard = lab.events.filter(({ data }) => data['id'] === foreign);
    expect(heard).toEqual([]);
    // Ann opened the other one, and keeps it when it leaves her team.
    const to = { team: 'lab' };
    await room.w.act(room.w.sue, foreign, { type: 'transfer', to, reason: 'x', leaseMs: 1 });
    await ann.next('ticket', ({ id, team }) => id === foreign && team === 'lab', 1_000);
    expect(ann.events.filter(({ event }) => event === 'ticket-gone')).toEqual([]);
    expect((await room.get(room.ann, `/tickets/${foreign}`)).status).toBe(200);
    expect((await room.get(await room.signIn('ben@test'), `/tickets/${foreign}`)).status).toBe(404);
  });

  it('finds it by the statement of lists', async () => {
    const listed = async (openedBy: string | null): Promise<string[]> => {
      const query = queryTickets({ teams: [], openedBy, limit: 10 });
      const { rows } = await room.app.db.pool.query<{ id: string }>(query?.text ?? '', query?.values);
      return rows.map(({ id }) => id);
    };
    expect(await listed(room.w.lab.id)).toEqual([own]);
    expect(await listed(room.w.ann.id)).toEqual([foreign]);
    expect(await listed(null)).toEqual([]);
    expect(await listed('c9')).toEqual([]);
  });

  // The list of tickets does not hand its reader to the statement yet.
  it('finds it in GET /api/tickets', async () => {
    const { body } = await room.get(room.lab, '/tickets');
    expect(body.items.map(({ id }) => id)).toContain(own);
  });
});
