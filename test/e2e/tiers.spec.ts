import { beforeAll, describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { PeopleService } from '../../src/people/people.service.js';
import { smallSop } from '../support/small-sop.js';
import { openHttpRoom, type Answer } from './http-room.js';

const room = openHttpRoom();
let boss = '';

beforeAll(async () => {
  const person = { email: 'boss@test', name: 'boss', password: 'long-enough', roles: ['admin' as const] };
  await room.app.app.get(PeopleService).createUser(person);
  boss = await room.signIn('boss@test');
});

async function call(method: 'patch' | 'put', path: string, body: object): Promise<Answer> {
  const request = room.app.http[method](`/api${path}`).set({ authorization: `Bearer ${boss}` });
  const { status, body: answer, headers } = await request.send(body);
  return { status, body: answer, headers };
}
const pointersOf = ({ body }: Answer): string[] => [...new Set(body.errors.map(({ pointer }) => pointer))];

describe('the tiers of a team, over HTTP', () => {
  it('are told in the list with how many there can be, and changed where nothing is above', async () => {
    const { body } = await room.get(room.ann, '/teams');
    expect(body).toMatchObject({ mostTiers: 9, usualTiers: 3, items: [{ tiers: 3 }, { tiers: 3 }] });
    for (const tiers of [0, 10, 2.5, '3', null])
      expect(pointersOf(await call('patch', '/teams/lab', { tiers }))).toEqual(['/tiers']);
    expect((await call('patch', '/teams/lab', { tiers: 4 })).body).toMatchObject({ tiers: 4 });
  });

  it('are where an escalation goes, and what a person asks for beyond is refused where it stands', async () => {
    const { id } = await room.openSmall();
    await room.post(room.ann, `/desk/${id}/take`, {});
    const high = await room.post(room.ann, `/tickets/${id}/escalate`, { reason: 'hard', to: { tier: 4 } });
    expect([high.status, high.body.type, pointersOf(high)]).toEqual([
      ...[422, 'urn:stepwise:problem:unknown-reference'],
      ['/to/tier'],
    ]);
    const data = { reason: 'hard', to: { tier: 4 } };
    const event = await room.post(room.ann, `/tickets/${id}/events`, { type: 'ESCALATE', data });
    expect([event.status, pointersOf(event)]).toEqual([422, ['/data/to/tier']]);
    await call('patch', '/teams/desk', { tiers: 4 });
    const up = await room.post(room.ann, `/tickets/${id}/escalate`, { reason: 'hard', to: { tier: 4 } });
    expect(up.body).toMatchObject({ ticket: { tier: 4 } });
    const lanes = await room.get(room.sue, '/desk/waiting?team=desk&tier=4');
    expect(lanes.body.items).toMatchObject([{ id }]);
    expect((await room.get(room.sue, '/desk/waiting?team=desk&tier=10')).status).toBe(422);
  });

  it('are not taken away from under open tickets, SOPs in force and members, which are named', async () => {
    const three = await call('patch', '/teams/desk', { tiers: 3 });
    expect([three.status, three.body.type]).toEqual([409, 'urn:stepwise:problem:tiers-in-use']);
    expect(three.body.errors).toEqual([
      { pointer: '/tiers', message: expect.stringMatching(/^above tier 3 there are open tickets: #\d+$/) },
    ]);
    const two = await call('patch', '/teams/desk', { tiers: 2 });
    expect(two.body.errors.map(({ message }) => message)).toEqual([
      'above tier 2 there are members: sue',
      'above tier 2 there are SOPs in force: small v1',
      expect.stringMatching(/^above tier 2 there are open tickets: #\d+$/),
    ]);
    expect((await room.get(boss, '/teams/desk')).body).toMatchObject({ tiers: 4 });
  });

  it('are all that an SOP may name', async () => {
    const sop = { ...smallSop(), id: 'higher' };
    const { meta } = sop.states['approval'] ?? {};
    if (meta) meta.tier = 5;
    const source = stringify(sop);
    const drafted = await room.app.http
      .put('/api/sops/higher/draft')
      .set({ authorization: `Bearer ${boss}`, 'content-type': 'application/yaml' })
      .send(source);
    expect(drafted.status).toBeLessThan(300);
    const published = await room.post(boss, '/sops/higher/publish', {});
    expect(published.status).toBe(409);
    expect(JSON.stringify(published.body)).toContain('unknown-tier');
    await call('patch', '/teams/desk', { tiers: 5 });
    expect((await room.post(boss, '/sops/higher/publish', {})).status).toBe(200);
    expect((await call('patch', '/teams/desk', { tiers: 4 })).status).toBe(409);
  });

  it('bound the members that a person is made with', async () => {
    const user = { email: 'x@test', name: 'x', password: 'long-enough', roles: ['agent'] };
    const made = await room.post(boss, '/users', { ...user, teams: [{ team: 'lab', tier: 5 }] });
    expect([made.status, pointersOf(made)]).toEqual([422, ['/teams/0/tier']]);
    const { body } = await room.post(boss, '/users', { ...user, teams: [{ team: 'lab', tier: 4 }] });
    const teams = [{ team: 'lab', tier: 9 }];
    expect(pointersOf(await call('patch', `/users/${body.id}`, { teams }))).toEqual(['/teams/0/tier']);
    const team = { id: 'flat', title: { en: 'Flat', 'zh-CN': '平级' }, tiers: 1 };
    const members = [{ userId: body.id, tier: 2 }];
    expect(pointersOf(await room.post(boss, '/teams', { ...team, members }))).toEqual(['/members/0/tier']);
    expect((await room.post(boss, '/teams', team)).body).toMatchObject({ tiers: 1 });
  });
});
