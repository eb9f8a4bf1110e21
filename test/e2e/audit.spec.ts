import { beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIT_ACT_NAMES } from '../../src/audit/acts.js';
import { verifyAudit } from '../../src/audit/verify-audit.service.js';
import { PeopleService } from '../../src/people/people.service.js';
import { openHttpRoom } from './http-room.js';

interface Row {
  act: string;
  outcome: string;
  actor: { kind: string; id: string | null; name: string | null };
  about: { kind: string; id: string } | null;
  tickets: string[];
  data: Record<string, unknown>;
  personal: Record<string, string> | null;
}
type Operations = Record<string, { 'x-audit'?: { act?: string; exempt?: string } }>;

const room = openHttpRoom();
let admin = '';
let adminId = '';

beforeAll(async () => {
  const root = { email: 'root@audit', name: 'Root', password: 'long-enough', roles: ['admin' as const] };
  await room.app.app.get(PeopleService).createUser({ ...root, email: 'other@audit', name: 'Oda' });
  ({ id: adminId } = await room.app.app.get(PeopleService).createUser(root));
  admin = await room.signIn('root@audit');
});

const rows = async (filter: string): Promise<Row[]> => {
  const { status, body } = await room.get(admin, `/audit?${filter}`);
  expect(status).toBe(200);
  return body.items as unknown as Row[];
};

describe('what is recorded', () => {
  it('is said of every endpoint: an act of the list, or a reason why not', async () => {
    const { body } = await room.get(admin, '/openapi.json');
    const open = Object.entries(body['paths'] as Record<string, Operations>).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { 'x-audit': mark }]) => {
        const isMarked = AUDIT_ACT_NAMES.some((act) => act === mark?.act) || (mark?.exempt ?? '') !== '';
        return isMarked ? [] : [`${method} ${path}`];
      }),
    );
    expect(open).toEqual([]);
  });

  it('a sign-in, a failed one and a sign-out', async () => {
    await room.app.http
      .post('/api/auth/login')
      .send({ email: 'root@audit', password: 'wrong one' })
      .expect(401);
    const [failed] = await rows('act=session.began&limit=1');
    expect(failed).toMatchObject({
      outcome: 'refused',
      actor: { kind: 'anonymous', id: null },
      data: { status: 401 },
      personal: { email: 'root@audit', address: '127.0.0.1' },
    });
    expect(JSON.stringify(failed)).not.toContain('wrong one');
    const [began] = await rows(`act=session.began&actor=${adminId}`);
    expect(began).toMatchObject({ outcome: 'done', actor: { id: adminId, name: 'Root' } });
    const token = await room.signIn('other@audit');
    expect((await room.post(token, '/auth/logout', {})).status).toBe(204);
    const [ended] = await rows('act=session.ended');
    expect(ended).toMatchObject({ outcome: 'done', actor: { name: 'Oda' } });
  });

  it('who opened which ticket, and why where it was said', async () => {
    const ticket = await room.openSmall();
    const headers = { 'stepwise-reason': encodeURIComponent('客户来电') };
    for (const path of ['', '/guide', '/history', '/messages', '/visits'])
      await room.get(room.ann, `/tickets/${ticket.id}${path}`, headers);
    const read = await rows(`ticket=${ticket.id}&act=customer.read`);
    expect(read).toHaveLength(5);
    for (const row of read) {
      expect(row).toMatchObject({ tickets: [ticket.id], personal: { why: '客户来电' } });
      expect(row.actor.kind).toBe('agent');
    }
  });

  it('whose tickets stood in a list', async () => {
    const ticket = await room.openSmall();
    await room.get(room.ann, '/tickets?limit=1');
    expect(await rows(`ticket=${ticket.id}&act=customer.read`)).toHaveLength(1);
  });

  it('attempts at tickets of others, read or acted on', async () => {
    const ticket = await room.openSmall();
    expect((await room.get(room.lab, `/tickets/${ticket.id}`)).status).toBe(404);
    expect((await room.post(room.lab, `/tickets/${ticket.id}/events`, { type: 'X' })).status).toBe(404);
    const refused = await rows(`ticket=${ticket.id}`);
    expect(refused.map(({ act, outcome }) => `${act} ${outcome}`)).toEqual([
      'ticket.acted refused',
      'customer.read refused',
    ]);
  });

  it('changes of people, with what names nobody; passwords never', async () => {
    const person = { email: 'new@audit', name: 'Noa', password: 'kept-to-herself', roles: ['agent'] };
    const { body } = await room.post(admin, '/users', person);
    const [row] = await rows('act=person.created');
    expect(row).toMatchObject({
      outcome: 'done',
      actor: { id: adminId },
      about: { kind: 'person', id: body.id },
      data: { roles: ['agent'] },
      personal: { name: 'Noa', email: 'new@audit' },
    });
    expect(JSON.stringify(row)).not.toContain('kept-to-herself');
    expect(JSON.stringify(row?.data)).not.toContain('Noa');
  });

  it('that somebody was given the name of a colleague', async () => {
    const first = await room.post(admin, '/users', {
      ...{ email: 'mia@audit', name: 'Mia Orr', password: 'kept-to-herself', roles: ['agent'] },
    });
    await room.post(admin, '/users', {
      ...{ email: 'mia2@audit', name: 'Міа Orr', password: 'kept-to-herself', roles: ['agent'] },
    });
    const [row] = await rows('act=person.created&limit=1');
    expect(row?.data).toMatchObject({ namesakes: [first.body.id] });
  });

  it.each(['Admin', 'Ѕуstem (Lead)', '系統'])('nobody is called %s, whoever asks', async (name) => {
    const person = { email: 'house@audit', password: 'kept-to-herself', roles: ['agent'] };
    expect((await room.post(admin, '/users', { ...person, name })).status).toBe(422);
    const request = room.app.http.patch('/api/me').set('Authorization', `Bearer ${admin}`);
    expect((await request.send({ name })).status).toBe(422);
  });

  it('or the change is not made', async () => {
    await room.app.db.pool.query('alter table audit rename to audit_away');
    try {
      const person = { email: 'lost@audit', name: 'Lou', password: 'long-enough-2', roles: ['agent'] };
      expect((await room.post(admin, '/users', person)).status).toBe(500);
      expect((await room.get(room.ann, '/tickets')).status).toBe(500);
    } finally {
      await room.app.db.pool.query('alter table audit_away rename to audit');
    }
    const { rowCount } = await room.app.db.pool.query(`select from users where email = 'lost@audit'`);
    expect(rowCount).toBe(0);
  });

  it('for administrators only, in pages, as one whole chain', async () => {
    expect((await room.get(room.sue, '/audit')).status).toBe(403);
    const first = (await room.get(admin, '/audit?limit=2')).body;
    const second = (await room.get(admin, `/audit?limit=2&cursor=${String(first['nextCursor'])}`)).body;
    const seqs = [...first.items, ...second.items].map(({ seq }) => Number(seq));
    expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    const { head, findings } = await verifyAudit(room.app.db.pool);
    expect(findings).toEqual([]);
    expect((await room.get(admin, '/audit/head')).body).toEqual({ head });
  });
});
