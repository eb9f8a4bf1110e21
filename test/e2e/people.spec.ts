import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PeopleService } from '../../src/people/people.service.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
let admin: { Authorization: string };

beforeAll(async () => {
  app = await startTestApp({ role: 'api' });
  const people = app.app.get(PeopleService);
  await people.ensureTeam({ id: 'after-sales', title: { en: 'After-sales', 'zh-CN': '售后组' } });
  await people.createUser({ email: 'boss@shop', name: 'boss', password: 'long-enough', roles: ['admin'] });
  admin = await signIn('boss@shop', 'long-enough');
});
afterAll(() => app.close());

const login = (email: string, password: string) => app.http.post('/api/auth/login').send({ email, password });

async function signIn(email: string, password: string): Promise<{ Authorization: string }> {
  const { body } = await login(email, password).expect(200);
  return { Authorization: `Bearer ${String(body.accessToken)}` };
}

async function create(email: string, more: object = {}): Promise<{ id: string }> {
  const user = { email, name: email, password: 'long-enough', roles: ['agent'], ...more };
  const { body } = await app.http.post('/api/users').set(admin).send(user).expect(201);
  // As if they had set their own already.
  await app.db.pool.query('update users set password_expired = false where email = $1', [email]);
  return body as { id: string };
}

describe('an administrator’s day', () => {
  it('a person comes, gets teams, tiers and skills, another address, and goes', async () => {
    const { id } = await create('lin@shop', {
      name: '林小雨',
      skills: ['refunds'],
      teams: [{ team: 'after-sales', tier: 1 }],
    });
    const lin = await signIn('lin@shop', 'long-enough');
    const change = {
      roles: ['agent', 'lead'],
      skills: ['refunds', 'zh'],
      teams: [{ team: 'after-sales', tier: 3 }],
    };
    const { body } = await app.http.patch(`/api/users/${id}`).set(admin).send(change).expect(200);
    expect(body).toMatchObject(change);
    await app.http.patch(`/api/users/${id}`).set(admin).send({ email: ' Lin2@Shop ' }).expect(422);
    await app.http.patch(`/api/users/${id}`).set(admin).send({ email: 'Lin2@Shop' }).expect(200);
    await login('lin@shop', 'long-enough').expect(401);
    await login('lin2@shop', 'long-enough').expect(200);
    await app.http.patch(`/api/users/${id}`).set(admin).send({ active: false }).expect(200);
    await login('lin2@shop', 'long-enough').expect(401);
    await app.http.get('/api/me').set(lin).expect(401);
  });

  it('an address that somebody has is refused, and nothing of the change is kept', async () => {
    await create('one@shop');
    const { id } = await create('two@shop');
    const { body } = await app.http
      .patch(`/api/users/${id}`)
      .set(admin)
      .send({ email: 'ONE@shop', name: 'other' })
      .expect(409);
    expect(body.type).toBe('urn:stepwise:problem:duplicate-email');
    expect((await app.http.get(`/api/users/${id}`).set(admin)).body).toMatchObject({
      email: 'two@shop',
      name: 'two@shop',
    });
    for (const email of [null, '', 'nobody', 7])
      await app.http.patch(`/api/users/${id}`).set(admin).send({ email }).expect(422);
  });

  it('a forgotten password is set anew, which ends the sessions', async () => {
    const { id } = await create('forgot@shop');
    const before = await signIn('forgot@shop', 'long-enough');
    await app.http
      .put(`/api/users/${id}/password`)
      .set(admin)
      .send({ password: 'another long word' })
      .expect(204);
    await app.http.get('/api/me').set(before).expect(401);
    await login('forgot@shop', 'another long word').expect(200);
  });

  it('people are found by role, and skills are those of active people', async () => {
    await create('dee@shop', { roles: ['designer'], skills: ['yaml'] });
    const { id } = await create('gone@shop', { skills: ['yaml', 'fax'] });
    await app.http.patch(`/api/users/${id}`).set(admin).send({ active: false }).expect(200);
    const found = await app.http.get('/api/users?role=designer').set(admin).expect(200);
    expect(found.body).toMatchObject({ items: [{ email: 'dee@shop' }], nextCursor: null });
    await app.http.get('/api/users?role=king').set(admin).expect(422);
    const skills = await app.http.get('/api/skills').set(admin).expect(200);
    const title = { en: 'yaml', 'zh-CN': 'yaml' };
    expect(skills.body).toEqual({ items: [{ skill: 'yaml', title, people: 1 }], nextCursor: null });
  });

  it('a team gets its hours, and loses them again', async () => {
    const calendar = {
      timeZone: 'Asia/Shanghai',
      weekly: { mon: [['09:00', '18:00']] },
      holidays: ['2026-10-01'],
    };
    const url = '/api/teams/after-sales';
    expect((await app.http.patch(url).set(admin).send({ calendar }).expect(200)).body.calendar).toEqual(
      calendar,
    );
    const wrong = { ...calendar, weekly: { mon: [['18:00', '18:00']] } };
    const { body } = await app.http.patch(url).set(admin).send({ calendar: wrong }).expect(422);
    expect(body.errors[0].pointer).toMatch(/^\/calendar\/weekly\/mon/);
    expect(
      (await app.http.patch(url).set(admin).send({ calendar: null }).expect(200)).body.calendar,
    ).toBeNull();
  });
});

describe('a specialist team', () => {
  it('is one from its creation or from a change, and everybody reads it in the list', async () => {
    const title = { en: 'Quality', 'zh-CN': '品控组' };
    const made = await app.http
      .post('/api/teams')
      .set(admin)
      .send({ id: 'quality', title, specialist: true })
      .expect(201);
    expect(made.body).toMatchObject({ id: 'quality', specialist: true });
    await create('reader@shop');
    const reader = await signIn('reader@shop', 'long-enough');
    const { body } = await app.http.get('/api/teams').set(reader).expect(200);
    const marks = (body.items as { id: string; specialist: boolean }[]).map((t) => [t.id, t.specialist]);
    expect(marks).toEqual([
      ['after-sales', false],
      ['quality', true],
    ]);
    const change = (specialist: unknown) =>
      app.http.patch('/api/teams/quality').set(admin).send({ specialist });
    expect((await change(false).expect(200)).body.specialist).toBe(false);
    expect((await app.http.get('/api/teams/quality').set(admin).expect(200)).body.specialist).toBe(false);
    for (const wrong of [null, 'yes', 1]) await change(wrong).expect(422);
  });
});

describe('my own password', () => {
  it('is changed by who knows it; other sessions end, and the answer begins a new one', async () => {
    await create('own@shop');
    const here = await signIn('own@shop', 'long-enough');
    const there = await signIn('own@shop', 'long-enough');
    const { body } = await app.http
      .put('/api/me/password')
      .set(here)
      .send({ current: 'long-enough', password: 'better than that' })
      .expect(200);
    for (const old of [here, there]) await app.http.get('/api/me').set(old).expect(401);
    await app.http
      .get('/api/me')
      .set({ Authorization: `Bearer ${String(body.accessToken)}` })
      .expect(200);
    await login('own@shop', 'long-enough').expect(401);
    await login('own@shop', 'better than that').expect(200);
  });

  it('stays with a wrong current one, which says so and does not end the session, but not for ever', async () => {
    await create('guess@shop');
    const guess = await signIn('guess@shop', 'long-enough');
    const attempt = (current: string, password = 'long enough') =>
      app.http.put('/api/me/password').set(guess).send({ current, password });
    const { body } = await attempt('wrong').expect(422);
    expect(body).toMatchObject({
      type: 'urn:stepwise:problem:wrong-password',
      errors: [{ pointer: '/current' }],
    });
    await app.http.get('/api/me').set(guess).expect(200);
    await attempt('long-enough', 'short').expect(422);
    for (let n = 2; n <= 5; n++) await attempt(`wrong ${n}`).expect(422);
    expect((await attempt('long-enough').expect(429)).headers['retry-after']).toMatch(/^\d+$/);
  });
});

describe('a password that an administrator set', () => {
  it('for somebody new opens nothing but setting one’s own', async () => {
    const user = { email: 'fresh@shop', name: 'Fresh', password: 'long-enough', roles: ['agent'] };
    await app.http.post('/api/users').set(admin).send(user).expect(201);
    const { body } = await login('fresh@shop', 'long-enough').expect(200);
    expect(body.passwordChangeRequired).toBe(true);
    const first = { Authorization: `Bearer ${String(body.accessToken)}` };
    await app.http.get('/api/teams').set(first).expect(403);
  });

  it('opens nothing but setting one’s own, which is another one', async () => {
    const { id } = await create('reset-me@shop');
    const set = { password: 'set by the boss' };
    await app.http.put(`/api/users/${id}/password`).set(admin).send(set).expect(204);
    const { body } = await login('reset-me@shop', set.password).expect(200);
    expect(body.passwordChangeRequired).toBe(true);
    const first = { Authorization: `Bearer ${String(body.accessToken)}` };
    const refused = await app.http.get('/api/teams').set(first).expect(403);
    expect(refused.body.type).toBe('urn:stepwise:problem:password-change-required');
    await app.http.patch('/api/me').set(first).send({ name: 'x' }).expect(403);
    await app.http.get('/api/me').set(first).expect(200);
    const own = (password: string) =>
      app.http.put('/api/me/password').set(first).send({ current: set.password, password });
    expect((await own(set.password).expect(422)).body.errors[0].pointer).toBe('/password');
    const changed = await own('only I know this').expect(200);
    expect(changed.body.passwordChangeRequired).toBe(false);
    const mine = { Authorization: `Bearer ${String(changed.body.accessToken)}` };
    await app.http.get('/api/teams').set(mine).expect(200);
  });

  it('must not be one that is guessed first, on no way', async () => {
    const { id } = await create('weak@shop');
    const mine = await signIn('weak@shop', 'long-enough');
    const weak = 'Password2026';
    const tries = [
      app.http.put(`/api/users/${id}/password`).set(admin).send({ password: weak }),
      app.http.put('/api/me/password').set(mine).send({ current: 'long-enough', password: weak }),
      app.http
        .post('/api/users')
        .set(admin)
        .send({ email: 'weaker@shop', name: 'W', password: weak, roles: ['agent'] }),
    ];
    for (const { status, body } of await Promise.all(tries)) {
      expect(status).toBe(422);
      expect(body.errors).toEqual([{ pointer: '/password', message: expect.stringContaining('guessed') }]);
    }
    await login('weak@shop', 'long-enough').expect(200);
  });
});
