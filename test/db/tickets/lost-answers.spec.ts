import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DeskService } from '../../../src/routing/desk/desk.service.js';
import { TicketsService } from '../../../src/tickets/door/tickets.service.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { LossyProxy } from '../../support/lossy-proxy.js';
import { START } from '../../support/small-world.js';
import { openDoorRoom } from './door-room.js';

const room = openDoorRoom();
const proxy = new LossyProxy();
let lossy: TestApp;
let tickets: TicketsService;

beforeAll(async () => {
  const url = await proxy.open(String(room.app.config.databaseUrl));
  lossy = await startTestApp({ role: 'api', databaseUrl: url });
  tickets = lossy.app.get(TicketsService);
});
afterAll(async () => {
  proxy.loses = () => false;
  await lossy.close();
  await proxy.close();
});
beforeEach(() => {
  proxy.lost = 0;
});

const WRITES = /tickets-(?:write|open)|commit\0/i;
/** Every answer to a write is lost, until so many were. */
const lose = (most: number): void => {
  let left = most;
  proxy.loses = (said) => left > 0 && WRITES.test(said) && left-- > 0;
};
const by = (n = 0) => room.w.by(n % 2 ? room.w.ben : room.w.ann, START);
const say = (id: string, body: string, key?: string) =>
  tickets.apply(
    id,
    { type: 'message', from: 'agent', body, internal: true },
    { ...by(), ...(key === undefined ? {} : { idempotency: { scope: 'ann', key, bodyHash: body } }) },
  );
const bodiesOf = async (id: string): Promise<unknown[]> =>
  (await room.rows('select body from messages where ticket_id = $1 order by seq', id)).map(
    ({ body }) => body,
  );
const open = async (): Promise<string> => (await room.w.open()).ticket.id;

describe('a command whose answer gets lost', () => {
  it.each([
    ['without a key', undefined],
    ['with a key', 'k1'],
  ])('%s is answered as if nothing had been, and done once', async (_, key) => {
    const id = await open();
    lose(1);
    expect((await say(id, 'once', key)).ticket.version).toBe(2);
    expect(proxy.lost).toBe(1);
    expect(await bodiesOf(id)).toEqual(['once']);
  });

  it('in a batch with others is looked up each by itself', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, open));
    let n = 0;
    proxy.loses = (said) => WRITES.test(said) && n++ % 2 === 0;
    const said = await Promise.all(
      ids
        .flatMap((id) => [say(id, 'a'), say(id, 'b')])
        .map((one) => one.then(({ ticket }) => ticket.version)),
    );
    proxy.loses = () => false;
    expect(proxy.lost).toBeGreaterThan(1);
    expect(said.filter((version) => version === 2)).toHaveLength(40);
    for (const id of ids) expect((await bodiesOf(id)).sort()).toEqual(['a', 'b']);
  });

  it('opens one ticket', async () => {
    const before = await room.rows('select 1 from tickets where id > $1', '0');
    lose(1);
    const opened = await tickets.open(
      { sop: 'small', subject: 'Lost', customer: { id: 'c9' }, data: { reason: 'late' } },
      { actor: { kind: 'customer', id: 'c9' }, now: START },
    );
    expect(proxy.lost).toBe(1);
    expect(opened.ticket.version).toBe(1);
    expect(await room.rows('select 1 from tickets where id > $1', '0')).toHaveLength(before.length + 1);
  });

  it('gives one person one ticket, and each ticket to one', async () => {
    for (let n = 0; n < 6; n++) await open();
    const desk = lossy.app.get(DeskService, { strict: false });
    lose(3);
    const got = await Promise.all(
      [0, 1, 2].map((n) => desk.next(n % 2 ? room.w.ben : room.w.ann, null, START)),
    );
    // Claims of the same moment share a statement, and so what becomes of its answer.
    expect(proxy.lost).toBeGreaterThan(0);
    const ids = got.map((held) => (held?.ticket as { id: string } | undefined)?.id);
    expect(new Set(ids).size).toBe(3);
    const { rows } = await room.w.database.pool.query<{ id: string }>('select ticket_id as id from leases');
    for (const id of ids) expect(rows.filter((row) => row.id === id)).toHaveLength(1);
  });

  it('merges two tickets once', async () => {
    const [a, b] = [await open(), await open()];
    lose(1);
    const merged = await tickets.applyToPair(
      a,
      b,
      { type: 'merge', confirmed: true },
      room.w.by(room.w.sue, START),
    );
    expect(proxy.lost).toBe(1);
    expect(merged.ticket).toMatchObject({ status: 'merged', mergedInto: b });
    expect(await room.rows('select 1 from history where ticket_id = $1', b)).toHaveLength(2);
  });

  it('is refused as before when it may not be done', async () => {
    const id = await open();
    lose(2);
    await expect(tickets.apply(id, { type: 'event', event: 'NO_SUCH' }, by())).rejects.toMatchObject({
      slug: 'not-accepted',
    });
  });

  it('that others overtake while its answer is looked for is found behind them', async () => {
    const id = await open();
    // Another process goes on with the ticket before anybody notices.
    proxy.whenLost = () =>
      room.w.tickets.apply(id, { type: 'message', from: 'agent', body: 'other', internal: true }, by(1));
    lose(1);
    const { ticket } = await say(id, 'mine');
    proxy.whenLost = () => Promise.resolve();
    expect(await bodiesOf(id)).toEqual(['mine', 'other']);
    expect(ticket.version).toBe(2);
  });
});
