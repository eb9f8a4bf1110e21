import { beforeAll, describe, expect, it } from '@jest/globals';
import { PeopleService } from '../../src/people/people.service.js';
import { openHttpRoom } from './http-room.js';

const room = openHttpRoom();
let admin = '';
let made = 0;

beforeAll(async () => {
  await room.app.app.get(PeopleService).createUser({
    email: 'boss@test',
    name: 'boss',
    password: 'long-enough',
    roles: ['admin'],
  });
  admin = await room.signIn('boss@test');
});

async function patch(path: string, body: object): Promise<number> {
  const request = room.app.http.patch(`/api${path}`).set({ authorization: `Bearer ${admin}` });
  return (await request.send(body)).status;
}

/** An agent of the desk who has just taken a ticket. */
async function holder(): Promise<{ id: string; token: string; ticketId: string }> {
  const email = `holder${(made += 1)}@test`;
  const { id } = await room.app.app.get(PeopleService).createUser({
    email,
    name: email,
    password: 'long-enough',
    roles: ['agent'],
    teams: [{ team: 'desk', tier: 1 }],
  });
  const token = await room.signIn(email);
  const { id: ticketId } = await room.openSmall();
  expect((await room.post(token, `/desk/${ticketId}/take`, {})).status).toBe(200);
  return { id, token, ticketId };
}

const assignee = async (ticketId: string): Promise<unknown> =>
  (await room.get(room.sue, `/tickets/${ticketId}`)).body['assignee'];

describe('who loses the right loses the lease', () => {
  it.each<[string, object]>([
    ['team', { teams: [{ team: 'lab', tier: 1 }] }],
    ['role', { roles: ['designer'] }],
    ['account', { active: false }],
  ])('PATCH /api/users takes the %s, and when it answers the ticket waits for others', async (_, change) => {
    const { id, ticketId } = await holder();
    expect(await assignee(ticketId)).toBe(id);
    expect(await patch(`/users/${id}`, change)).toBe(200);
    expect(await assignee(ticketId)).toBeNull();
    expect((await room.post(room.ann, `/desk/${ticketId}/take`, {})).status).toBe(200);
  });

  it('PATCH /api/teams replaces the members, and when it answers the ticket waits for others', async () => {
    const { id, token, ticketId } = await holder();
    const members = [{ userId: room.w.ann.id, tier: 1 }].concat({ userId: room.w.sue.id, tier: 3 });
    expect(await patch('/teams/desk', { members })).toBe(200);
    expect(await assignee(ticketId)).toBeNull();
    expect(await patch(`/users/${id}`, { skills: ['zh'] })).toBe(200);
    expect((await room.get(token, '/desk')).body['held']).toEqual([]);
  });

  it('a renewal right after a change by SQL is refused, in the language of the caller', async () => {
    const { id, token, ticketId } = await holder();
    expect((await room.post(token, `/desk/${ticketId}/renew`, {})).status).toBe(200);
    await room.app.db.pool.query('delete from members where user_id = $1', [id]);
    const { status, body } = await room.post(
      token,
      `/desk/${ticketId}/renew`,
      {},
      { 'accept-language': 'zh-CN' },
    );
    expect({ status, body }).toMatchObject({
      status: 409,
      body: { type: 'urn:stepwise:problem:lease-lost', reason: 'out-of-reach', team: 'desk', tier: 1 },
    });
    expect(body.detail).toContain('已不在您的接单范围内');
    expect(await assignee(ticketId)).toBeNull();
  });
});
