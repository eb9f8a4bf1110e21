import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp } from '../../support/app.js';
import type { TestApp } from '../../support/app.js';
import { makeSmallWorld } from '../../support/small-world.js';
import type { SmallWorld } from '../../support/small-world.js';

let app: TestApp;
let world: SmallWorld;
const tokens = new Map<string, string>();

beforeAll(async () => {
  app = await startTestApp({ role: 'api' });
  world = await makeSmallWorld(app.app);
  for (const name of ['ann', 'ben', 'sue', 'lab']) {
    const { body } = await app.http
      .post('/api/auth/login')
      .send({ email: `${name}@test`, password: 'long-enough' })
      .expect(200);
    tokens.set(name, (body as { accessToken: string }).accessToken);
  }
});
afterAll(() => app.close());

interface Taken {
  status: number;
  body: Record<string, unknown> & {
    ticket: { id: string; assignee: string; version: number; transfers: number };
    lease: { expiresAt: string };
  };
}

async function take(
  name: string,
  id: string,
  body: object = {},
  headers: Record<string, string> = {},
): Promise<Taken> {
  const { status, body: answer } = await app.http
    .post(`/api/desk/${id}/take`)
    .set({ authorization: `Bearer ${tokens.get(name) ?? ''}`, ...headers })
    .send(body);
  return { status, body: answer as Taken['body'] };
}

const holders = async (id: string): Promise<string[]> =>
  (
    await world.database.pool.query<{ user_id: string }>(
      'select user_id from leases where ticket_id = $1 order by visit_no',
      [id],
    )
  ).rows.map(({ user_id }) => user_id);

describe('taking a named ticket', () => {
  it('gives it to the one who asks, with its guide and a lease', async () => {
    const first = (await world.open()).ticket;
    const second = (await world.open()).ticket;
    const { status, body } = await take('ann', second.id);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ticket: { id: second.id, assignee: world.ann.id },
      guide: { ticketId: second.id },
    });
    expect(Date.parse(body.lease.expiresAt)).toBeGreaterThan(app.clock.now());
    expect([await holders(first.id), await holders(second.id)]).toEqual([[], [world.ann.id]]);
  });

  it('who holds it already keeps it, with the lease as it is', async () => {
    const { ticket } = await world.open();
    const once = await take('ann', ticket.id);
    const twice = await take('ann', ticket.id);
    expect(twice.status).toBe(200);
    expect(twice.body.ticket.version).toBe(once.body.ticket.version);
    expect(twice.body.lease).toEqual(once.body.lease);
    expect(twice.body).toMatchObject({ guide: { ticketId: ticket.id } });
  });

  it('somebody else’s says who has it, and to a lead that they may take it over', async () => {
    const { ticket } = await world.open();
    await take('ann', ticket.id);
    const ben = await take('ben', ticket.id, { reason: 'I want it' });
    expect(ben.status).toBe(409);
    expect(ben.body).toMatchObject({
      type: 'urn:stepwise:problem:held-by-other',
      holder: world.ann.id,
      holderName: 'ann',
      mayTakeOver: false,
    });
    const sue = await take('sue', ticket.id, {}, { 'accept-language': 'zh-CN' });
    expect(sue).toMatchObject({
      status: 409,
      body: { mayTakeOver: true, detail: 'ann 正在处理该工单。您可以接管，请填写原因。' },
    });
    expect(await holders(ticket.id)).toEqual([world.ann.id]);
  });

  it('a lead takes it over with a reason, which stands in the history', async () => {
    const { ticket } = await world.open();
    await take('ann', ticket.id);
    const { status, body } = await take('sue', ticket.id, { reason: 'ann went home' });
    expect({ status, assignee: body.ticket.assignee, transfers: body.ticket.transfers }).toEqual({
      status: 200,
      assignee: world.sue.id,
      transfers: 1,
    });
    expect(await holders(ticket.id)).toEqual([world.sue.id]);
    const { rows } = await world.database.pool.query<{ type: string; data: { reason: string } }>(
      'select type, data from history where ticket_id = $1 order by seq desc limit 1',
      [ticket.id],
    );
    expect(rows[0]).toMatchObject({ type: 'taken-over', data: { reason: 'ann went home' } });
  });

  it('leaves to others what they hold of a parallel step', async () => {
    const { ticket } = await world.open();
    await take('ann', ticket.id);
    await world.event(world.ann, ticket.id, 'SPLIT');
    expect((await take('lab', ticket.id)).status).toBe(200);
    const { status } = await take('sue', ticket.id, { reason: 'x' });
    expect(status).toBe(200);
    const after = (await holders(ticket.id)).sort();
    expect(after).toHaveLength(2);
    expect(after).toContain(world.sue.id);
    expect(after.filter((id) => id === world.lab.id || id === world.ann.id)).toHaveLength(1);
  });

  it('a lane beyond the caller’s tier is out of reach, another team’s ticket does not exist', async () => {
    const { ticket } = await world.open();
    await take('ann', ticket.id);
    await world.event(world.ann, ticket.id, 'REQUEST');
    expect(await take('ben', ticket.id)).toMatchObject({
      status: 403,
      body: { type: 'urn:stepwise:problem:not-yours', team: 'desk', tier: 3 },
    });
    expect((await take('sue', ticket.id)).status).toBe(200);
    expect((await take('lab', ticket.id)).status).toBe(404);
    expect((await take('ann', '99999999')).status).toBe(404);
    expect((await take('ann', '__proto__')).status).toBe(404);
  });

  it('what waits for nobody of ours is not to be had', async () => {
    const { ticket } = await world.open();
    await take('ann', ticket.id);
    await world.event(world.ann, ticket.id, 'ASK');
    expect(await take('ben', ticket.id)).toMatchObject({
      status: 409,
      body: { type: 'urn:stepwise:problem:not-waiting' },
    });
  });

  it('of many who want it at once one has it, and the others hear who', async () => {
    const { ticket } = await world.open();
    const answers = await Promise.all(['ann', 'ben', 'ann', 'ben'].map((name) => take(name, ticket.id)));
    const [holder] = await holders(ticket.id);
    for (const [n, { status, body }] of answers.entries()) {
      const isHolder = (n % 2 === 0 ? world.ann.id : world.ben.id) === holder;
      expect({ n, status }).toEqual({ n, status: isHolder ? 200 : 409 });
      if (!isHolder) expect(body['holder']).toBe(holder);
    }
  });

  it('takes no part in a version that is not the one seen, and repeats its answer under a key', async () => {
    const { ticket } = await world.open();
    expect((await take('ann', ticket.id, {}, { 'if-match': '"7"' })).status).toBe(412);
    const key = { 'idempotency-key': 'take-1' };
    const once = await take('ann', ticket.id, {}, key);
    await world.event(world.ann, ticket.id, 'NOTE');
    const twice = await take('ann', ticket.id, {}, key);
    expect(twice.body.ticket).toEqual(once.body.ticket);
    expect((await take('ann', ticket.id, { reason: 'other' }, key)).status).toBe(422);
    for (const body of [{ reason: '' }, { reason: 1 }, { more: 1 }])
      expect((await take('ann', ticket.id, body)).status).toBe(422);
  });
});
