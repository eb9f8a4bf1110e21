import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../src/clock.js';
import { PeopleService } from '../../src/people/people.service.js';
import { startTestApp, type TestApp } from '../support/app.js';

class LateClock extends Clock {
  late = 0;
  override now(): number {
    return super.now() + this.late;
  }
}

interface Listed {
  id: string;
  device: string;
  address: string;
  current: boolean;
}
type Auth = { Authorization: string };

const clock = new LateClock();
let app: TestApp;
let bossId: string;
let linId: string;

beforeAll(async () => {
  app = await startTestApp({ clock });
  const people = app.app.get(PeopleService);
  const somebody = { password: 'long-enough', name: 'x' };
  ({ id: bossId } = await people.createUser({ ...somebody, email: 'boss@shop', roles: ['admin'] }));
  ({ id: linId } = await people.createUser({ ...somebody, email: 'lin@shop', name: 'y', roles: ['agent'] }));
});
afterAll(() => app.close());

const enter = async (email: string, agent = 'curl/8.0'): Promise<Auth> => {
  const { body } = await app.http
    .post('/api/auth/login')
    .set('User-Agent', agent)
    .send({ email, password: 'long-enough' })
    .expect(200);
  return { Authorization: `Bearer ${String(body.accessToken)}` };
};
const listed = async (path: string, who: Auth): Promise<Listed[]> =>
  (await app.http.get(path).set(who).expect(200)).body.items as Listed[];

describe('where somebody is signed in', () => {
  it('is listed for them, and each sign-in can be ended', async () => {
    const phone = await enter('lin@shop', 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Firefox/140.0');
    const desk = await enter('lin@shop');
    const mine = await listed('/api/me/sessions', desk);
    expect(mine.map(({ device, current }) => [device, current])).toEqual(
      expect.arrayContaining([
        ['Firefox 140, Android', false],
        ['curl/8.0', true],
      ]),
    );
    expect(mine[0]?.address).toBe('127.0.0.1');
    const other = mine.find(({ current }) => !current)?.id ?? '';
    for (let i = 0; i < 2; i += 1) await app.http.delete(`/api/me/sessions/${other}`).set(desk).expect(204);
    await app.http.get('/api/me').set(phone).expect(401);
    expect(await listed('/api/me/sessions', desk)).toHaveLength(1);
    const boss = await enter('boss@shop');
    const refused = await app.http
      .delete(`/api/me/sessions/${mine[0]?.id ?? ''}`)
      .set(boss)
      .expect(404);
    expect(refused.body.type).toBe('urn:stepwise:problem:unknown-session');
  });

  it('is listed and ended by an administrator, one and all, and by nobody else', async () => {
    const boss = await enter('boss@shop');
    const [phone, desk] = [await enter('lin@shop'), await enter('lin@shop')];
    const path = `/api/users/${linId}/sessions`;
    const [first] = await listed(path, boss);
    await app.http.get(path).set(desk).expect(403);
    await app.http
      .delete(`${path}/${first?.id ?? ''}`)
      .set(desk)
      .expect(403);
    await app.http
      .delete(`/api/users/${bossId}/sessions/${first?.id ?? ''}`)
      .set(boss)
      .expect(404);
    await app.http
      .delete(`${path}/${first?.id ?? ''}`)
      .set(boss)
      .expect(204);
    await app.http.delete(path).set(boss).expect(204);
    for (const one of [phone, desk]) await app.http.get('/api/me').set(one).expect(401);
    expect(await listed(path, boss)).toEqual([]);
    for (const nobody of ['x', bossId.replace(/.$/, (c) => (c === '0' ? '1' : '0'))]) {
      await app.http.get(`/api/users/${nobody}/sessions`).set(boss).expect(404);
      await app.http.delete(`/api/users/${nobody}/sessions`).set(boss).expect(404);
    }
    await app.http.get('/api/me').set(boss).expect(200);
  });
});

describe('a sensitive act', () => {
  it('asks for the password again after ten minutes, takes it once, and then goes on', async () => {
    const boss = await enter('boss@shop');
    const act = () =>
      app.http
        .patch(`/api/users/${linId}`)
        .set(boss)
        .send({ roles: ['lead'] });
    await act().expect(200);
    clock.late += 10 * 60_000;
    const asked = await act().expect(403);
    expect(asked.body.type).toBe('urn:stepwise:problem:reauthentication-required');
    const prove = (password: string) => app.http.post('/api/auth/prove').set(boss).send({ password });
    const wrong = await prove('not it').expect(422);
    expect(wrong.body).toMatchObject({
      type: 'urn:stepwise:problem:wrong-password',
      errors: [{ pointer: '/password' }],
    });
    await act().expect(403);
    const { body } = await prove('long-enough').expect(200);
    expect(Date.parse(String(body.provedUntil))).toBeGreaterThan(clock.now() + 9 * 60_000);
    await act().expect(200);
    for (let i = 0; i < 5; i += 1) await prove(`wrong ${i}`).expect(422);
    await prove('long-enough').expect(429);
    await app.http.get('/api/me').set(boss).expect(200);
  });
});

describe('another password of one’s own', () => {
  it('whose answer was lost is asked for once more by the session that it ended, and by no other way', async () => {
    const email = 'kim@shop';
    const people = app.app.get(PeopleService);
    await people.createUser({ email, name: 'Kim', password: 'long-enough', roles: ['agent'] });
    const old = await enter(email);
    const change = (password: string, who = old) =>
      app.http.put('/api/me/password').set(who).send({ current: 'long-enough', password });
    await change('violet-lantern-quarry').expect(200);
    // Nobody heard of it. The same again answers as it did, and changes nothing.
    const again = await change('violet-lantern-quarry').expect(200);
    const fresh = { Authorization: `Bearer ${String(again.body.accessToken)}` };
    await app.http.get('/api/me').set(fresh).expect(200);
    const { rows } = await app.db.pool.query<{ generation: number }>(
      'select generation from users where email = $1',
      [email],
    );
    await change('violet-lantern-quarry').expect(200);
    const later = await app.db.pool.query('select generation from users where email = $1', [email]);
    expect(later.rows).toEqual(rows);

    // The old session opens nothing else, and knows no other password.
    await app.http.get('/api/me').set(old).expect(401);
    await change('another-lantern-quarry').expect(401);
    await change('violet-lantern-quarry', { Authorization: 'Bearer nonsense' }).expect(401);
    await app.http
      .put('/api/me/password')
      .set(fresh)
      .send({ current: 'violet-lantern-quarry', password: 'amber-lantern-quarry' })
      .expect(200);
    // Two changes ago is too long.
    await change('amber-lantern-quarry').expect(401);
  });
});
