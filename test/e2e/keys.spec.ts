import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { PeopleService } from '../../src/people/people.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { LossyProxy } from '../support/lossy-proxy.js';
import { smallSop } from '../support/small-sop.js';
import { openHttpRoom } from './http-room.js';

const room = openHttpRoom();
let second: TestApp;
/** May everything, in the team of the tickets. */
let chief = '';

beforeAll(async () => {
  const people = room.app.app.get(PeopleService);
  await people.createUser({
    email: 'chief@test',
    name: 'chief',
    password: 'long-enough',
    roles: ['admin', 'designer', 'lead', 'agent'],
    teams: [
      { team: 'desk', tier: 3 },
      { team: 'lab', tier: 3 },
    ],
  });
  chief = await room.signIn('chief@test');
  second = await startTestApp({ databaseUrl: room.app.config.databaseUrl });
});
afterAll(() => second.close());

/** Writes that take no key, and why. */
const WITHOUT_KEY: Record<string, string> = {
  'post /api/auth/login':
    'begins another session; one whose token got lost is held by nobody and can be ended',
  'post /api/auth/renew': 'asked for once more it gives the same next token',
  'post /api/auth/logout': 'ends what is ended already',
  'post /api/auth/prove': 'the password given again counts from the last time',
  'delete /api/me/sessions': 'ends what is ended already',
  'delete /api/me/sessions/{id}': 'ends what is ended already',
  'delete /api/users/{userId}/sessions': 'ends what is ended already',
  'delete /api/users/{userId}/sessions/{id}': 'ends what is ended already',
  'put /api/me/password': 'asked for once more by the session that it ended, it looks whether it is done',
  'post /api/desk/{ticketId}/renew': 'a longer lease is longer only once',
  'post /api/connections/{name}/test': 'changes nothing',
  'post /api/sops/check': 'changes nothing',
  'post /api/sops/{id}/simulate': 'changes nothing',
};

interface Write {
  path: string;
  body?: object | string;
}
type Case = () => Promise<Write>;

let made = 0;
const next = (): number => (made += 1);
const ticket = async (): Promise<string> => (await room.openSmall()).id;
const held = async (): Promise<string> => {
  const id = await ticket();
  expect((await room.post(chief, `/desk/${id}/take`, {})).status).toBe(200);
  return id;
};
const onHeld =
  (act: string, body: object): Case =>
  async () => ({ path: `/tickets/${await held()}/${act}`, body });
const user = async (): Promise<string> =>
  (await room.post(chief, '/users', { ...NEW_USER, email: `u${next()}@test` })).body.id;
const NEW_USER = { name: 'Somebody', password: 'long-enough-1', roles: ['agent'] };
const sopText = (id: string): string => stringify({ ...smallSop(), id });
const draft = async (): Promise<string> => {
  const id = `sop-${next()}`;
  const { status } = await send(
    room.app,
    'put',
    { path: `/sops/${id}/draft`, body: sopText(id) },
    `first-${id}`,
  );
  expect(status).toBe(200);
  return id;
};

const CASES: Record<string, Case> = {
  'post /api/tickets': () =>
    Promise.resolve({
      path: '/tickets',
      body: { sop: 'small', subject: 'New', customer: { id: 'c9' }, data: { reason: 'late' } },
    }),
  'post /api/tickets/{id}/events': onHeld('events', { type: 'APPROVE', data: { amount: 5 } }),
  'post /api/tickets/{id}/escalate': onHeld('escalate', { reason: 'hard', to: { team: 'lab' } }),
  'post /api/tickets/{id}/transfer': onHeld('transfer', { reason: 'theirs', to: { team: 'lab' } }),
  'post /api/tickets/{id}/cancel': onHeld('cancel', { reason: 'void' }),
  'post /api/tickets/{id}/priority': onHeld('priority', { priority: 'high' }),
  'post /api/tickets/{id}/messages': onHeld('messages', { from: 'agent', body: 'Hello' }),
  'post /api/tickets/{id}/hand-back': async () => {
    const id = await held();
    await room.post(chief, `/tickets/${id}/transfer`, { reason: 'theirs', to: { team: 'lab' } });
    return { path: `/tickets/${id}/hand-back`, body: { reason: 'yours' } };
  },
  'post /api/tickets/{id}/reopen': async () => {
    const id = await held();
    await room.post(chief, `/tickets/${id}/events`, { type: 'APPROVE', data: { amount: 5 } });
    return { path: `/tickets/${id}/reopen`, body: { reason: 'again' } };
  },
  'post /api/tickets/{id}/merge': async () => ({
    path: `/tickets/${await held()}/merge`,
    body: { into: await ticket() },
  }),
  'post /api/tickets/{id}/undo': async () => {
    const id = await held();
    await room.post(chief, `/tickets/${id}/merge`, { into: await ticket() });
    return { path: `/tickets/${id}/undo`, body: {} };
  },
  'post /api/desk/next': async () => {
    for (let n = 0; n < 4; n++) await ticket();
    return { path: '/desk/next', body: {} };
  },
  'post /api/desk/{ticketId}/take': async () => ({ path: `/desk/${await ticket()}/take`, body: {} }),
  'post /api/desk/{ticketId}/release': async () => ({
    path: `/desk/${await held()}/release`,
    body: { reason: 'break' },
  }),
  'post /api/users': () =>
    Promise.resolve({ path: '/users', body: { ...NEW_USER, email: `u${next()}@test` } }),
  'patch /api/users/{id}': async () => ({ path: `/users/${await user()}`, body: { name: 'Another' } }),
  'put /api/users/{id}/password': async () => ({
    path: `/users/${await user()}/password`,
    body: { password: 'long-enough-2' },
  }),
  'patch /api/me': () => Promise.resolve({ path: '/me', body: { name: `Chief ${next()}` } }),
  'put /api/skills/{skill}': () =>
    Promise.resolve({
      path: '/skills/refunds',
      body: { title: { en: `Refunds ${next()}`, 'zh-CN': '退款' } },
    }),
  'post /api/teams': () => {
    const id = `team-${next()}`;
    return Promise.resolve({ path: '/teams', body: { id, title: { en: id, 'zh-CN': id } } });
  },
  'patch /api/teams/{id}': () =>
    Promise.resolve({ path: '/teams/lab', body: { title: { en: `Lab ${next()}`, 'zh-CN': '实验室' } } }),
  'put /api/sops/{id}/draft': () => {
    const id = `sop-${next()}`;
    return Promise.resolve({ path: `/sops/${id}/draft`, body: sopText(id) });
  },
  'post /api/sops/{id}/publish': async () => ({ path: `/sops/${await draft()}/publish` }),
  'delete /api/sops/{id}/draft': async () => ({ path: `/sops/${await draft()}/draft` }),
};

type Method = 'post' | 'put' | 'patch' | 'delete';

async function send(app: TestApp, method: Method, { path, body }: Write, key: string) {
  const request = app.http[method](`/api${path}`).set({
    authorization: `Bearer ${chief}`,
    'idempotency-key': key,
    ...(typeof body === 'string' ? { 'content-type': 'application/yaml' } : {}),
  });
  const { status, text } = body === undefined ? await request : await request.send(body);
  return { status, text };
}

/** What may change by writes; each is to change as if the request had come once. */
async function traces(): Promise<Record<string, unknown>> {
  const { rows } = await room.app.db.pool.query<Record<string, unknown>>(
    `select (select sum(version) from tickets) as events, (select count(*) from users) as users,
      (select sum(generation) from users) as generations, (select count(*) from teams) as teams,
      (select sum(draft_revision) from sops) as drafts, (select count(*) from sop_versions) as versions`,
  );
  return rows[0] ?? {};
}
const grown = (before: Record<string, unknown>, after: Record<string, unknown>): number =>
  Object.keys(after).reduce((sum, name) => sum + Number(after[name]) - Number(before[name]), 0);

describe('a write with a key', () => {
  it('is every write that the contract has, but those that say why not', async () => {
    const { body } = await room.get(chief, '/openapi.json');
    const paths = body['paths'] as Record<string, Record<string, { parameters?: { name: string }[] }>>;
    const writes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([method]) => method !== 'get')
        .map(([method, { parameters = [] }]) => ({
          name: `${method} ${path}`,
          takesKey: parameters.some(({ name }) => name === 'Idempotency-Key'),
        })),
    );
    const namesOf = (takesKey: boolean): string[] =>
      writes.filter((write) => write.takesKey === takesKey).map(({ name }) => name);
    expect(namesOf(false).sort()).toEqual(Object.keys(WITHOUT_KEY).sort());
    expect(namesOf(true).sort()).toEqual([...Object.keys(CASES), 'post /api/auth/setup'].sort());
  });

  it.each(Object.entries(CASES))('%s', async (name, prepare) => {
    const method = name.split(' ')[0] as Method;
    const once = await prepare();
    const start = await traces();
    expect((await send(room.app, method, once, `once ${name}`.replaceAll(' ', '-'))).status).toBeLessThan(
      300,
    );
    const by = grown(start, await traces());

    const write = await prepare();
    const before = await traces();
    const key = name.replaceAll(' ', '-');
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => send(n % 2 ? second : room.app, method, write, key)),
    );
    answers.push(await send(second, method, write, key));
    expect(answers[0]?.status).toBeLessThan(300);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(grown(before, await traces())).toBe(by);
    const other = {
      path: write.path,
      body: typeof write.body === 'object' ? { ...write.body, x: 1 } : 'id: x',
    };
    if (method !== 'delete' && write.body !== undefined && name !== 'put /api/sops/{id}/draft')
      expect((await send(room.app, method, other, key)).status).toBe(422);
  });
});

describe('a write whose answer the database lost', () => {
  const proxy = new LossyProxy();
  let lossy: TestApp;
  beforeAll(async () => {
    lossy = await startTestApp({
      databaseUrl: await proxy.open(String(room.app.config.databaseUrl)),
    });
  });
  afterAll(async () => {
    await lossy.close();
    await proxy.close();
  });

  const SAFE = ['post /api/users', 'patch /api/me', 'post /api/teams', 'put /api/sops/{id}/draft'];
  it.each([...SAFE, 'post /api/sops/{id}/publish', 'delete /api/sops/{id}/draft', 'post /api/tickets'])(
    '%s is answered as if nothing had been, and done once',
    async (name) => {
      const method = name.split(' ')[0] as Method;
      const once = await (CASES[name] as Case)();
      const start = await traces();
      expect((await send(room.app, method, once, `plain-${next()}`)).status).toBeLessThan(300);
      const by = grown(start, await traces());
      const write = await (CASES[name] as Case)();
      const before = await traces();
      let left = 1;
      proxy.lost = 0;
      proxy.loses = (said) => left > 0 && /commit\0|tickets-write/i.test(said) && left-- > 0;
      // The caller gave no key.
      const request = lossy.http[method](`/api${write.path}`).set({ authorization: `Bearer ${chief}` });
      if (typeof write.body === 'string') request.set('content-type', 'application/yaml');
      const { status } = await request.send(write.body);
      expect(proxy.lost).toBe(1);
      expect(status).toBeLessThan(300);
      expect(grown(before, await traces())).toBe(by);
    },
  );
});
