import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp } from '../../support/app.js';
import type { TestApp } from '../../support/app.js';
import { makeSmallWorld } from '../../support/small-world.js';
import type { SmallWorld } from '../../support/small-world.js';

let app: TestApp;
let world: SmallWorld;
let ann: { Authorization: string };
let lab: { Authorization: string };

beforeAll(async () => {
  app = await startTestApp({ role: 'api' });
  world = await makeSmallWorld(app.app);
  const signIn = async (name: string): Promise<{ Authorization: string }> => {
    const { body } = await app.http
      .post('/api/auth/login')
      .send({ email: `${name}@test`, password: 'long-enough' })
      .expect(200);
    return { Authorization: `Bearer ${body.accessToken}` };
  };
  ann = await signIn('ann');
  lab = await signIn('lab');
});
afterAll(() => app.close());

describe('the desk over HTTP', () => {
  it('nothing waits: 204 without a body, with or without a body in the request', async () => {
    expect((await app.http.post('/api/desk/next').set(ann).expect(204)).text).toBe('');
    await app.http.post('/api/desk/next').set(ann).send({}).expect(204);
    await app.http
      .post('/api/desk/next')
      .set(ann)
      .send({ teams: ['desk'] })
      .expect(204);
  });

  it('takes, shows, renews and gives back', async () => {
    const { ticket } = await world.open();
    const next = await app.http.post('/api/desk/next').set(ann).send({}).expect(200);
    expect(next.body).toMatchObject({
      ticket: { id: ticket.id, assignee: world.ann.id },
      guide: { ticketId: ticket.id },
    });
    expect(Date.parse(next.body.lease.expiresAt)).toBeGreaterThan(app.clock.now());

    const desk = await app.http.get('/api/desk').set(ann).expect(200);
    expect(desk.body).toMatchObject({ held: [{ ticket: { id: ticket.id } }], lanes: [] });
    const renewed = await app.http.post(`/api/desk/${ticket.id}/renew`).set(ann).expect(200);
    expect(Date.parse(renewed.body.lease.expiresAt)).toBeGreaterThanOrEqual(
      Date.parse(next.body.lease.expiresAt),
    );

    await app.http.post(`/api/desk/${ticket.id}/release`).set(ann).send({}).expect(422);
    const released = await app.http
      .post(`/api/desk/${ticket.id}/release`)
      .set(ann)
      .send({ reason: 'lunch' })
      .expect(200);
    expect(released.body.ticket).toMatchObject({ id: ticket.id, assignee: null });
    const again = await app.http.post(`/api/desk/${ticket.id}/renew`).set(ann).expect(409);
    expect(again.body.type).toBe('urn:stepwise:problem:lease-lost');
    expect((await app.http.get('/api/desk').set(ann).expect(200)).body.lanes).toMatchObject([
      { team: 'desk', waiting: 1 },
    ]);
  });

  it('takes the instant of the last sign of life with a renewal, and refuses what cannot be one', async () => {
    await world.open();
    const { ticket } = (await app.http.post('/api/desk/next').set(ann).send({}).expect(200)).body;
    const renew = (body?: object) => app.http.post(`/api/desk/${ticket.id}/renew`).set(ann).send(body);
    const now = app.clock.now();
    const { body } = await renew({ lastActiveAt: new Date(now).toISOString() }).expect(200);
    expect(Math.abs(Date.parse(body.at) - now)).toBeLessThan(60_000);
    const kept = 'select from signs_of_life where ticket_id = $1 and user_id = $2';
    const rows = async () => (await world.database.pool.query(kept, [ticket.id, world.ann.id])).rowCount;
    expect(await rows()).toBe(1);
    // Before the hold began: says nothing about it.
    await renew({ lastActiveAt: '2020-01-01T00:00:00Z' }).expect(200);
    for (const bad of [new Date(now + 3_600_000).toISOString(), 'now', '', '2026-11-22', 5, null, ['x']]) {
      const answer = await renew({ lastActiveAt: bad });
      expect([bad, answer.status]).toEqual([bad, 422]);
      expect(answer.body.errors[0]).toMatchObject({ pointer: '/lastActiveAt' });
    }
    await renew({ keys: 3 }).expect(422);
    await renew().expect(200);
    expect(await rows()).toBe(1);
    await app.http.post(`/api/desk/${ticket.id}/release`).set(ann).send({ reason: 'x' }).expect(200);
    await world.act(world.sue, ticket.id, { type: 'cancel', reason: 'x' });
  });

  it('another team’s ticket does not exist', async () => {
    const { ticket } = await world.open();
    await app.http.post('/api/desk/next').set(lab).send({}).expect(204);
    await app.http.post(`/api/desk/${ticket.id}/renew`).set(lab).expect(404);
    await app.http.post(`/api/desk/${ticket.id}/release`).set(lab).send({ reason: 'x' }).expect(404);
    await app.http.post('/api/desk/999999999/renew').set(ann).expect(404);
    await app.http.post('/api/desk/__proto__/renew').set(ann).expect(404);
  });

  it('says what is wrong with a request, in the language of the caller', async () => {
    const team = await app.http
      .post('/api/desk/next')
      .set(ann)
      .set('Accept-Language', 'zh-CN')
      .send({ teams: ['desk', 'lab'] })
      .expect(422);
    expect(team.body).toMatchObject({
      title: '不属于该团队',
      accepted: ['desk'],
      errors: [{ pointer: '/teams/1' }],
    });
    for (const body of [{ teams: [] }, { teams: 'desk' }, { teams: [1] }, { more: true }]) {
      await app.http.post('/api/desk/next').set(ann).send(body).expect(422);
    }
    await app.http.post('/api/desk/next').send({}).expect(401);
  });
});
