import { beforeAll, describe, expect, it } from '@jest/globals';
import { PeopleService } from '../../src/people/people.service.js';
import { openHttpRoom, type Body } from './http-room.js';

const room = openHttpRoom();

/** Who acts on a ticket of the desk that ann holds: by name, with what is to be answered where they may not. */
const PEOPLE = ['ann', 'ben', 'sue', 'lab', 'boss', 'chief'] as const;
type Who = (typeof PEOPLE)[number];
const tokens = new Map<Who, string>();
const tokenOf = (who: Who): string => tokens.get(who) ?? '';

beforeAll(async () => {
  const people = room.app.app.get(PeopleService);
  const admin = { password: 'long-enough', roles: ['admin' as const] };
  await people.createUser({ ...admin, email: 'boss@test', name: 'boss' });
  await people.createUser({
    ...admin,
    email: 'chief@test',
    name: 'chief',
    teams: [{ team: 'desk', tier: 3 }],
  });
  for (const who of PEOPLE) tokens.set(who, await room.signIn(`${who}@test`));
});

interface Act {
  body: (ticket: string) => object | Promise<object>;
  /** Brings the ticket, held by ann in `triage`, to where the act makes sense. */
  prepare?: (ticket: string) => Promise<unknown>;
  expected: Record<Exclude<Who, 'lab'>, number>;
}

const other = async (): Promise<string> => (await room.openSmall()).id;
const asSue = (path: string, body: object = {}) => room.post(room.sue, path, body);
const resolve = (id: string) =>
  room.post(room.ann, `/tickets/${id}/events`, { type: 'APPROVE', data: { amount: 5 } });
/** ann holds it, ben serves its lane, sue leads, boss is an administrator without a team, chief one of the team. */
const inStep = { ann: 200, ben: 409, sue: 200, boss: 403, chief: 200 };
const leads = { ann: 403, ben: 403, sue: 200, boss: 403, chief: 200 };
const members = { ann: 200, ben: 200, sue: 200, boss: 403, chief: 200 };

/** Every act on a named ticket that the API has. An endpoint that is missing here fails the first test. */
const ACTS: Record<string, Act> = {
  '/api/tickets/{id}/events': { body: () => ({ type: 'NOTE' }), expected: inStep },
  '/api/tickets/{id}/escalate': { body: () => ({ reason: 'hard' }), expected: inStep },
  '/api/tickets/{id}/hand-back': {
    body: () => ({ reason: 'yours' }),
    // Escalated, it waits at a higher tier; ann and ben do not serve that.
    prepare: (id) => room.post(room.ann, `/tickets/${id}/escalate`, { reason: 'hard' }),
    expected: { ann: 403, ben: 403, sue: 200, boss: 403, chief: 200 },
  },
  '/api/tickets/{id}/transfer': {
    body: () => ({ reason: 'theirs', to: { team: 'lab' } }),
    expected: inStep,
  },
  '/api/tickets/{id}/reopen': { body: () => ({ reason: 'again' }), prepare: resolve, expected: members },
  '/api/tickets/{id}/cancel': { body: () => ({ reason: 'void' }), expected: leads },
  '/api/tickets/{id}/merge': { body: async () => ({ into: await other() }), expected: leads },
  '/api/tickets/{id}/undo': {
    body: () => ({}),
    prepare: async (id) => asSue(`/tickets/${id}/merge`, { into: await other() }),
    expected: leads,
  },
  '/api/tickets/{id}/priority': { body: () => ({ priority: 'high' }), expected: leads },
  '/api/tickets/{id}/messages': {
    body: () => ({ from: 'agent', body: 'Hello' }),
    expected: { ann: 201, ben: 409, sue: 201, boss: 403, chief: 201 },
  },
  '/api/desk/{ticketId}/take': {
    body: () => ({ reason: 'went home' }),
    expected: inStep,
  },
  '/api/desk/{ticketId}/release': {
    body: () => ({ reason: 'break' }),
    expected: { ann: 200, ben: 409, sue: 409, boss: 409, chief: 409 },
  },
  '/api/desk/{ticketId}/renew': {
    body: () => ({}),
    expected: { ann: 200, ben: 409, sue: 409, boss: 409, chief: 409 },
  },
};

async function heldByAnn(): Promise<string> {
  const { id } = await room.openSmall();
  expect((await room.post(room.ann, `/desk/${id}/take`, {})).status).toBe(200);
  return id;
}
const pathFor = (path: string, id: string): string => path.replace(/^\/api/, '').replace(/\{\w+\}/, id);

describe('who may act over HTTP', () => {
  it('knows every act on a ticket that the contract has', async () => {
    const { body } = await room.get(room.ann, '/openapi.json');
    const paths = body['paths'] as Record<string, Record<string, unknown>>;
    const acts = Object.keys(paths).filter(
      (path) => /^\/api\/(?:tickets|desk)\/\{/.test(path) && 'post' in (paths[path] ?? {}),
    );
    expect(acts.sort()).toEqual(Object.keys(ACTS).sort());
  });

  it.each(Object.entries(ACTS))('%s', async (path, { body, prepare, expected }) => {
    for (const who of PEOPLE) {
      const id = await heldByAnn();
      await prepare?.(id);
      const before = (await room.get(room.sue, `/tickets/${id}`)).body;
      const answer = await room.post(tokenOf(who), pathFor(path, id), await body(id));
      // Another team's ticket does not exist for the lab; what no agent may at all, the role says before it is looked at.
      const isForLeads = expected === leads;
      const wanted = who === 'lab' ? (isForLeads ? 403 : 404) : expected[who];
      expect({ who, status: answer.status }).toEqual({ who, status: wanted });
      const byRole = isForLeads && ['ann', 'ben', 'lab'].includes(who);
      if (answer.status === 403)
        expect(answer.body.type).toBe(`urn:stepwise:problem:${byRole ? 'forbidden' : 'not-yours'}`);
      if (answer.status >= 400) expect((await room.get(room.sue, `/tickets/${id}`)).body).toEqual(before);
    }
  });

  it('opening with a priority, or with another tier of the customer, is for those who set priorities', async () => {
    const open = async (who: Who, more: object): Promise<number> => {
      const opening = { sop: 'small', subject: 'x', customer: { id: 'c' }, data: { reason: 'late' } };
      return (await room.post(tokenOf(who), '/tickets', { ...opening, ...more })).status;
    };
    const vip = { customer: { id: 'c', tier: 'vip' } };
    for (const more of [{ priority: 'urgent' }, { priority: 'low' }, vip]) {
      expect(await open('ann', more)).toBe(403);
      expect(await open('lab', more)).toBe(403);
      expect(await open('boss', more)).toBe(403);
      expect(await open('sue', more)).toBe(201);
      expect(await open('chief', more)).toBe(201);
    }
    expect(await open('ann', { customer: { id: 'c', tier: 'standard' } })).toBe(201);
  });

  it('whose step it is stands in the refusal, in the language of the caller', async () => {
    const id = await heldByAnn();
    await room.post(room.ann, `/tickets/${id}/events`, { type: 'REQUEST' });
    const refused = await room.post(
      room.ann,
      `/tickets/${id}/events`,
      { type: 'REJECT' },
      { 'accept-language': 'zh-CN' },
    );
    expect(refused).toMatchObject({
      status: 403,
      body: {
        type: 'urn:stepwise:problem:not-yours',
        detail: '“审批”由团队 desk、层级 3的人员处理，您不在该接单范围内，也不是该团队的组长。',
        step: 'approval',
        team: 'desk',
        tier: 3,
        skills: [],
      },
    });
    const guide = (await room.get(room.ann, `/tickets/${id}/guide`)).body as unknown as Guide;
    expect(guide.actions.map(({ enabled }) => enabled)).not.toContain(true);
    expect(new Set(guide.actions.map(({ why }) => why))).toEqual(new Set([guide.steps[0]?.whyNot]));
    expect(guide.acts).toEqual([]);
  });

  it('an answer under a key is not shown again to who may not see the ticket any more', async () => {
    const people = room.app.app.get(PeopleService);
    const { id: userId } = await people.createUser({
      email: 'leaver@test',
      name: 'leaver',
      password: 'long-enough',
      roles: ['agent'],
      teams: [{ team: 'desk', tier: 1 }],
    });
    const leaver = await room.signIn('leaver@test');
    const { id } = await room.openSmall();
    const note = () =>
      room.post(leaver, `/tickets/${id}/events`, { type: 'NOTE' }, { 'idempotency-key': 'once' });
    expect((await note()).status).toBe(200);
    expect((await note()).status).toBe(200);
    await room.app.http
      .patch(`/api/users/${userId}`)
      .set({ authorization: `Bearer ${tokenOf('boss')}` })
      .send({ teams: [{ team: 'lab', tier: 1 }] })
      .expect(200);
    expect((await note()).status).toBe(404);
    expect((await room.get(room.sue, `/tickets/${id}`)).body.version).toBe(2);
  });

  it('a message through a merged ticket shows nothing of the other one to who may not see it', async () => {
    const child = await heldByAnn();
    const target = (await room.openSmall()).id;
    await asSue(`/tickets/${child}/merge`, { into: target });
    await asSue(`/tickets/${target}/transfer`, { to: { team: 'lab' }, reason: 'theirs' });
    // ann opened the target, so she sees it wherever it is; ben does not.
    const said = await room.post(tokenOf('ben'), `/tickets/${child}/messages`, {
      from: 'customer',
      body: 'Hi',
    });
    expect(said.status).toBe(201);
    expect((said.body['ticket'] as Body).id).toBe(child);
    expect((await room.get(tokenOf('ben'), `/tickets/${target}`)).status).toBe(404);
    const heard = (await room.get(room.lab, `/tickets/${target}/messages`)).body.items;
    expect(heard.at(-1)).toMatchObject({
      from: 'customer',
      body: 'Hi',
      author: { kind: 'customer', id: 'c9' },
      recordedBy: { kind: 'agent', name: 'ben' },
      ticketId: target,
    });
  });
});

interface Guide {
  actions: { enabled: boolean; why?: string }[];
  steps: { whyNot: string | null }[];
  acts: string[];
}

describe('several steps at once', () => {
  it('an act that could mean more than one of them has to name it; it ends one branch only', async () => {
    const { id } = await room.openSmall();
    await asSue(`/tickets/${id}/events`, { type: 'SPLIT' });
    for (const [path, body] of [
      [`/tickets/${id}/events`, { type: 'ESCALATE', data: { reason: 'hard' } }],
      [`/tickets/${id}/escalate`, { reason: 'hard' }],
      [`/tickets/${id}/transfer`, { reason: 'theirs', to: { userId: room.w.sue.id } }],
      [`/tickets/${id}/hand-back`, { reason: 'yours' }],
      [`/desk/${id}/release`, { reason: 'break' }],
    ] as const)
      expect({ path, answer: await asSue(path, body) }).toMatchObject({
        path,
        answer: {
          status: 409,
          body: {
            type: 'urn:stepwise:problem:ambiguous-step',
            steps: ['both.left.work', 'both.right.work'],
          },
        },
      });
    const step = 'both.right.work';
    const up = await asSue(`/tickets/${id}/escalate`, { reason: 'hard', step });
    expect(up.status).toBe(200);
    const { rows } = await room.app.db.pool.query<{ visits: { step: string; tier: number }[] }>(
      'select open_visits as visits from tickets where id = $1',
      [id],
    );
    expect(rows[0]?.visits.map(({ step: at, tier }) => [at, tier])).toEqual([
      ['both.left.work', 1],
      ['both.right.work', 2],
    ]);
    expect((await asSue(`/desk/${id}/release`, { reason: 'break', step: 'both.left.work' })).status).toBe(
      200,
    );
    const nowhere = await asSue(`/tickets/${id}/escalate`, { reason: 'x', step: 'triage' });
    expect(nowhere.body.type).toBe('urn:stepwise:problem:not-in-step');
    // A way out of the phase around both is one act, whoever of the two takes it.
    expect((await room.post(room.ann, `/tickets/${id}/events`, { type: 'STOP' })).status).toBe(200);
  });

  it('the top says so and counts nothing', async () => {
    const { id } = await room.openSmall();
    await asSue(`/tickets/${id}/escalate`, { reason: 'hard', to: { tier: 3 } });
    for (const [path, body] of [
      [`/tickets/${id}/escalate`, { reason: 'harder' }],
      [`/tickets/${id}/events`, { type: 'ESCALATE', data: { reason: 'harder' } }],
    ] as const)
      expect((await asSue(path, body)).body.type).toBe('urn:stepwise:problem:at-the-top');
    for (const to of [{ tier: 1 }, { tier: 2 }, { team: 'lab', tier: 1 }, { team: 'lab' }])
      expect((await asSue(`/tickets/${id}/escalate`, { reason: 'down', to })).body.type).toBe(
        'urn:stepwise:problem:not-an-escalation',
      );
    expect((await room.get(room.sue, `/tickets/${id}`)).body).toMatchObject({ escalations: 1, tier: 3 });
  });

  it('specialists are asked at the same tier, and hand back to who knew the case', async () => {
    await room.app.db.pool.query("update teams set specialist = true where id = 'lab'");
    try {
      // What a process knows of the teams is a second old at most.
      room.app.clock.pass(1_100);
      const id = await heldByAnn();
      const up = await room.post(room.ann, `/tickets/${id}/escalate`, { reason: 'odd', to: { team: 'lab' } });
      expect(up.body['ticket']).toMatchObject({ team: 'lab', tier: 1, escalations: 1, assignee: null });
      const back = await room.post(room.lab, `/tickets/${id}/hand-back`, { reason: 'It is the fuse' });
      expect(back.body['ticket']).toMatchObject({
        team: 'desk',
        tier: 1,
        escalations: 1,
        assignee: room.w.ann.id,
      });
      expect((await room.post(room.ann, `/tickets/${id}/hand-back`, { reason: 'x' })).body.type).toBe(
        'urn:stepwise:problem:nothing-to-hand-back',
      );
    } finally {
      await room.app.db.pool.query("update teams set specialist = false where id = 'lab'");
    }
  });
});
