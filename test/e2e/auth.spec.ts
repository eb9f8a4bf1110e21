import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Person, Role } from '../../src/people/common/model.js';
import { PeopleService } from '../../src/people/people.service.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
let people: PeopleService;

beforeAll(async () => {
  app = await startTestApp();
  people = app.app.get(PeopleService);
  await people.ensureTeam({ id: 'after-sales', title: { en: 'After-sales', 'zh-CN': '售后组' } });
});
afterAll(() => app.close());

/** A person with one role and the password `long-enough`. */
function create(email: string, role: Role, more: { lang?: 'zh-CN' } = {}): Promise<Person> {
  return people.createUser({ email, name: email, password: 'long-enough', roles: [role], ...more });
}

const login = (email: string, password = 'long-enough') =>
  app.http.post('/api/auth/login').send({ email, password });

async function signIn(email: string): Promise<{ Authorization: string }> {
  const { body } = await login(email).expect(200);
  return { Authorization: `Bearer ${String(body.accessToken)}` };
}

describe('the first administrator', () => {
  it('comes in with the printed token, once', async () => {
    const token = await people.setupToken();
    const body = { token, email: 'owner@shop', name: '王芳', password: 'correct horse' };
    await app.http
      .post('/api/auth/setup')
      .send({ ...body, password: 'short' })
      .expect(422);
    const { body: made } = await app.http.post('/api/auth/setup').send(body).expect(201);
    expect(made.user).toMatchObject({ email: 'owner@shop', roles: ['admin'] });
    const me = app.http.get('/api/me').set('Authorization', `Bearer ${String(made.accessToken)}`);
    expect((await me.expect(200)).body).toEqual(made.user);
    const again = await app.http.post('/api/auth/setup').send(body).expect(409);
    expect(again.body.type).toBe('urn:stepwise:problem:setup-refused');
  });
});

describe('sessions', () => {
  it('a token opens /me, which tells roles, teams and skills', async () => {
    const person = await create('lin@shop', 'agent');
    await people.ensureMember(person.id, 'after-sales', 2);
    const { body } = await login('LIN@shop').expect(200);
    expect(Object.keys(body).sort()).toEqual(['accessToken', 'expiresAt', 'passwordChangeRequired', 'user']);
    expect(Date.parse(String(body.expiresAt))).toBeGreaterThan(app.clock.now());
    const me = await app.http
      .get('/api/me')
      .set(await signIn('lin@shop'))
      .expect(200);
    expect(me.body).toEqual({ ...person, teams: [{ team: 'after-sales', tier: 2 }] });
  });

  it('a wrong password and an unknown address get the same answer', async () => {
    await create('known@shop', 'agent');
    const [wrong, unknown] = [await login('known@shop', 'wrong'), await login('unknown@shop')];
    expect(wrong.status).toBe(401);
    expect(wrong.headers['content-type']).toContain('application/problem+json');
    expect(wrong.body.type).toBe('urn:stepwise:problem:wrong-credentials');
    expect(unknown.body).toEqual(wrong.body);
  });

  it('without a token the answer says how to get one, in the language asked for', async () => {
    const en = await app.http.get('/api/me').expect(401);
    expect(en.headers['www-authenticate']).toContain('Bearer');
    expect(en.body.hint).toContain('/api/auth/login');
    expect(en.body.detail).toBe('Please sign in first.');
    const zh = await app.http.get('/api/me').set('Accept-Language', 'zh-CN').expect(401);
    expect(zh.body.title).toBe('尚未登录');
  });

  it('a refusal names the act and the roles, in the language of the person', async () => {
    await create('zhang@shop', 'agent', { lang: 'zh-CN' });
    const answer = await app.http
      .get('/api/users')
      .set(await signIn('zhang@shop'))
      .expect(403);
    expect(answer.body).toMatchObject({
      act: 'people.read',
      roles: ['lead', 'manager', 'admin'],
      title: '没有权限',
    });
  });

  it('a token is renewed while it is valid', async () => {
    await create('renew@shop', 'agent');
    const old = await signIn('renew@shop');
    const { body } = await app.http.post('/api/auth/renew').set(old).expect(200);
    const fresh = { Authorization: `Bearer ${String(body.accessToken)}` };
    await app.http.get('/api/me').set(fresh).expect(200);
    await app.http.post('/api/auth/renew').expect(401);
  });

  it('signing out ends this session, and signing out everywhere all of the user, but nobody else’s', async () => {
    await create('out@shop', 'agent');
    await create('stays@shop', 'agent');
    const [phone, desk, other] = [
      await signIn('out@shop'),
      await signIn('out@shop'),
      await signIn('stays@shop'),
    ];
    await app.http.post('/api/auth/logout').set(phone).expect(204);
    await app.http.get('/api/me').set(phone).expect(401);
    await app.http.get('/api/me').set(desk).expect(200);
    await app.http.delete('/api/me/sessions').set(desk).expect(204);
    for (const session of [phone, desk]) await app.http.get('/api/me').set(session).expect(401);
    await app.http.post('/api/auth/renew').set(desk).expect(401);
    await app.http.get('/api/me').set(other).expect(200);
    await app.http
      .get('/api/me')
      .set(await signIn('out@shop'))
      .expect(200);
  });

  it('after five failed tries the answer says when to come back', async () => {
    await create('guessed@shop', 'agent');
    for (let i = 0; i < 5; i += 1) await login('guessed@shop', `guess ${i}`).expect(401);
    const answer = await login('guessed@shop').expect(429);
    expect(answer.body.type).toBe('urn:stepwise:problem:too-many-tries');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    await signIn('lin@shop');
  });

  it.each([
    ['no body', undefined],
    ['empty', {}],
    ['a number for an e-mail', { email: 1, password: 'long-enough' }],
    ['an object for a password', { email: 'lin@shop', password: { $ne: null } }],
    ['a password of 10,000 characters', { email: 'lin@shop', password: 'x'.repeat(10_000) }],
    ['a NUL in the e-mail', { email: 'lin\u0000@shop', password: 'long-enough' }],
    ['half a character', { email: '\ud800', password: 'long-enough' }],
    ['an unknown field', { email: 'lin@shop', password: 'long-enough', admin: true }],
  ])('%s is refused with what is wrong', async (_, body) => {
    const answer = await app.http.post('/api/auth/login').send(body);
    expect([400, 422]).toContain(answer.status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });
});

describe('one’s own profile', () => {
  it('name and language can be changed, roles cannot', async () => {
    await create('self@shop', 'agent');
    const session = await signIn('self@shop');
    const patch = (body: object) => app.http.patch('/api/me').set(session).send(body);
    await patch({ name: '陈静', lang: 'zh-CN' }).expect(200);
    expect((await app.http.get('/api/me').set(session)).body).toMatchObject({
      name: '陈静',
      lang: 'zh-CN',
    });
    const refused = await patch({ roles: ['admin'] }).expect(422);
    expect(refused.body.errors[0].pointer).toBe('/roles');
    await patch({ name: null }).expect(422);
    await patch({ lang: 'fr' }).expect(422);
    await patch({ name: '' }).expect(422);
  });

  it('a name cannot pass for a colleague’s, and holds nothing that cannot be seen', async () => {
    const ann = await create('ann@names', 'agent');
    await people.createUser({
      email: 'x@names',
      name: 'Zhang Wei',
      password: 'long-enough',
      roles: ['agent'],
    });
    const session = await signIn('ann@names');
    const patch = (body: object) => app.http.patch('/api/me').set(session).send(body);
    const refused = await patch({ name: 'Zhаng  Wеi' }).expect(409);
    expect(refused.body.type).toBe('urn:stepwise:problem:name-taken');
    const odd = await patch({ name: 'Zhang\u202eieW' }).expect(422);
    expect(odd.body.errors[0].pointer).toBe('/name');
    expect((await patch({ name: '  Ann   Lee ' }).expect(200)).body.name).toBe('Ann Lee');
    await patch({ name: 'ANN LEE' }).expect(200);
    // Two people may share a name; then somebody who knows both says so.
    await create('chief@names', 'admin');
    const boss = await signIn('chief@names');
    const set = (name: string) => app.http.patch(`/api/users/${ann.id}`).set(boss).send({ name });
    await set('Zhang Wei').expect(200);
    await set('Zhang\u200bWei').expect(422);
    const made = { email: 'y@names', name: 'A\u202e', password: 'long-enough', roles: ['agent'] };
    await app.http.post('/api/users').set(boss).send(made).expect(422);
  });
});

describe('administration of people', () => {
  let admin: { Authorization: string };
  let lead: { Authorization: string };
  beforeAll(async () => {
    await create('boss@shop', 'admin');
    await create('lead@shop', 'lead');
    admin = await signIn('boss@shop');
    lead = await signIn('lead@shop');
  });
  const newcomer = {
    email: 'New@Shop',
    name: 'New',
    password: 'long enough',
    roles: ['agent'],
    skills: ['zh'],
  };

  it('an administrator creates, changes, and deactivates; a lead only reads', async () => {
    await app.http.post('/api/users').set(lead).send(newcomer).expect(403);
    const made = await app.http.post('/api/users').set(admin).send(newcomer).expect(201);
    expect(made.body).toMatchObject({
      email: 'new@shop',
      roles: ['agent'],
      skills: ['zh'],
      active: true,
      teams: [],
    });
    expect(JSON.stringify(made.body)).not.toContain('argon2');
    const url = `/api/users/${String(made.body.id)}`;
    expect((await app.http.get(url).set(lead).expect(200)).body).toEqual(made.body);
    const teams = [{ team: 'after-sales', tier: 3 }];
    const changed = await app.http
      .patch(url)
      .set(admin)
      .send({ teams, roles: ['lead'] })
      .expect(200);
    expect(changed.body).toMatchObject({ teams, roles: ['lead'], skills: ['zh'] });
    const { body: login1 } = await login('new@shop', 'long enough').expect(200);
    const session = { Authorization: `Bearer ${String(login1.accessToken)}` };
    await app.http.get('/api/me').set(session).expect(200);
    await app.http.patch(url).set(admin).send({ active: false }).expect(200);
    await app.http.get('/api/me').set(session).expect(401);
    await login('new@shop', 'long enough').expect(401);
  });

  it('the same e-mail twice is a conflict', async () => {
    await create('double@shop', 'agent');
    const body = { ...newcomer, email: 'DOUBLE@shop' };
    const answer = await app.http.post('/api/users').set(admin).send(body).expect(409);
    expect(answer.body.type).toBe('urn:stepwise:problem:duplicate-email');
  });

  it('a set password ends the sessions and opens new ones', async () => {
    const { id } = await create('reset@shop', 'agent');
    const before = await signIn('reset@shop');
    const url = `/api/users/${id}/password`;
    await app.http.put(url).set(admin).send({ password: 'short' }).expect(422);
    await app.http.put(url).set(admin).send({ password: 'a lantern of their own' }).expect(204);
    await app.http.get('/api/me').set(before).expect(401);
    await login('reset@shop', 'a lantern of their own').expect(200);
  });

  it.each([
    [{ email: 'no address' }, '/email'],
    [{ roles: [] }, '/roles'],
    [{ roles: ['king'] }, '/roles'],
    [{ skills: ['Ä'] }, '/skills'],
    [{ teams: [{ team: 'nowhere', tier: 1 }] }, '/teams/0/team'],
    [{ teams: [{ team: 'after-sales', tier: 4 }] }, '/teams/0/tier'],
    [{ teams: { team: 'after-sales', tier: 1 } }, '/teams'],
    [{ password: '1234567' }, '/password'],
    [{ lang: 'xx' }, '/lang'],
    [{ generation: 7 }, '/generation'],
  ])('a new user with %j is refused at %s', async (wrong, pointer) => {
    const body = { ...newcomer, email: 'refused@shop', ...wrong };
    const answer = await app.http.post('/api/users').set(admin).send(body).expect(422);
    const pointers = (answer.body.errors as { pointer: string }[]).map((error) => error.pointer);
    expect(pointers).toContain(pointer);
    expect(await people.personByEmail('refused@shop')).toBeNull();
  });

  it('users are listed page by page and filtered', async () => {
    const first = await app.http.get('/api/users?limit=1').set(lead).expect(200);
    expect(first.body.items).toHaveLength(1);
    const next = `/api/users?limit=1&cursor=${String(first.body.nextCursor)}`;
    const second = await app.http.get(next).set(lead).expect(200);
    expect(second.body.items[0].email > first.body.items[0].email).toBe(true);
    const found = await app.http.get('/api/users?q=boss&active=true').set(lead).expect(200);
    expect((found.body.items as Person[]).map(({ email }) => email)).toEqual(['boss@shop']);
    for (const query of [
      'limit=0',
      'limit=x',
      'limit=201',
      'active=perhaps',
      'cursor=!!',
      'team=%00',
      'x=1',
    ]) {
      await app.http.get(`/api/users?${query}`).set(lead).expect(422);
    }
  });

  it('teams are created, read by all, and changed with their calendar', async () => {
    const calendar = { timeZone: 'Asia/Shanghai', weekly: { mon: [['09:00', '18:00']] } };
    const team = { id: 'quality', title: { en: 'Quality', 'zh-CN': '品控组' }, calendar };
    const made = await app.http.post('/api/teams').set(admin).send(team).expect(201);
    const usual = { specialist: false, tiers: 3, idleMinutes: 5, warnings: [], members: [] };
    expect(made.body).toEqual({ ...team, ...usual });
    await app.http.post('/api/teams').set(admin).send(team).expect(409);
    const { body } = await app.http
      .get('/api/teams')
      .set(await signIn('lin@shop'))
      .expect(200);
    expect((body.items as { id: string }[]).map(({ id }) => id)).toEqual(['after-sales', 'quality']);
    const patch = (change: object) => app.http.patch('/api/teams/quality').set(admin).send(change);
    const never = await patch({ calendar: { ...calendar, weekly: { mon: [['18:00', '18:00']] } } }).expect(
      422,
    );
    expect(never.body.errors[0].pointer).toBe('/calendar/weekly/mon/0');
    await patch({ calendar: null }).expect(200);
    await patch({ title: null }).expect(422);
    await patch({ title: { en: 'Only English' } }).expect(422);
    await patch({ members: [{ userId: 'x', tier: 1 }] }).expect(422);
    await app.http.get('/api/teams/nowhere').set(admin).expect(404);
    await app.http.get('/api/users/nobody').set(admin).expect(404);
  });
});
