import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AutomationService } from '../../../src/automation/automation.service.js';
import { TimersService } from '../../../src/automation/timers.service.js';
import { Database } from '../../../src/database/database.service.js';
import { Limits } from '../../../src/tickets/door/limits.service.js';
import { GuideService } from '../../../src/tickets/read/guide.service.js';
import { TicketsService } from '../../../src/tickets/door/tickets.service.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { makeSmallWorld, START, type SmallWorld } from '../../support/small-world.js';
import { slugOf } from '../tickets/door-room.js';
import { actOnEffects, effectOf, PayingShop, usesOf } from './paying-shop.js';
import { publishPayingSops } from './paying-sop.js';

const HOUR = 3_600_000;

let shop: PayingShop;
let app: TestApp;
let other: TestApp;
let world: SmallWorld;
let database: Database;
let automation: AutomationService;
let limits: Limits;

beforeAll(async () => {
  shop = new PayingShop();
  const connections = { shop: { baseUrl: await shop.open(), allowPrivate: true } };
  app = await startTestApp({ role: 'api', connections });
  other = await startTestApp({ role: 'api', connections, databaseUrl: app.config.databaseUrl });
  world = await makeSmallWorld(app.app);
  database = app.app.get(Database);
  automation = app.app.get(AutomationService, { strict: false });
  limits = app.app.get(Limits, { strict: false });
  await publishPayingSops(database);
});
afterAll(async () => {
  await other.close();
  await app.close();
  shop.close();
});
let order = '';
let orders = 0;
beforeEach(async () => {
  shop.answers = 'pays';
  // Calls that an earlier test left behind are none of the next one's.
  await work();
  shop.asked.length = 0;
  shop.paid.clear();
  orders += 1;
  order = `ORD-${String(orders)}`;
  shop.order = order;
});

const open = async (paid = 943, sop = 'paying'): Promise<string> => {
  const opening = { sop, subject: 'Money', customer: { id: 'c1' }, data: { orderId: order, paid } };
  return (await world.tickets.open(opening, { actor: { kind: 'customer', id: 'c1' }, now: START })).ticket.id;
};
const pay = (id: string, amount: number, event = 'PAY', tickets = world.tickets) =>
  tickets.apply(id, { type: 'event', event, data: { amount } }, world.by(world.ann, START));
const cancel = (id: string) => world.act(world.sue, id, { type: 'cancel', reason: 'void' });
const used = (): Promise<number> => limits.used('orderRefunds', order);
const work = (now = START): Promise<void> => actOnEffects(database, automation, now);
const states = (): Promise<unknown[]> => usesOf(database, order);

describe('a limit across tickets', () => {
  it('50 refunds on one order at once, by two processes and two SOPs: never more than was paid', async () => {
    const ids = await Promise.all(
      Array.from({ length: 50 }, (_, n) => open(943, n % 2 === 0 ? 'paying' : 'paying-too')),
    );
    const there = other.app.get(TicketsService);
    const answers = await Promise.all(
      ids.map((id, n) => slugOf(pay(id, 100, 'PAY', n % 3 === 0 ? there : world.tickets))),
    );
    expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(9);
    expect(answers.filter((answer) => answer === 'limit-reached')).toHaveLength(41);
    expect(await used()).toBe(900);
    await work();
    expect(shop.sum).toBe(900);
    expect(await used()).toBe(900);
    // What was refused changed nothing: the ticket stands where it was.
    const refused = await world.tickets.read(ids[answers.indexOf('limit-reached')] ?? '');
    expect(refused).toMatchObject({ status: 'open', version: 1, state: { steps: ['decide'] } });
  });

  it('three tickets of 500 on an order of 943, and again after reopening: one is paid', async () => {
    const [a, b, c] = [await open(), await open(), await open()];
    expect([await slugOf(pay(a, 500)), await slugOf(pay(b, 500)), await slugOf(pay(c, 500))]).toEqual([
      'accepted',
      'limit-reached',
      'limit-reached',
    ]);
    await work();
    await world.act(world.ann, a, { type: 'reopen', reason: 'again' });
    expect(await slugOf(pay(a, 500))).toBe('limit-reached');
    expect(await slugOf(pay(a, 443))).toBe('accepted');
    await work();
    expect(shop.sum).toBe(943);
    expect(await slugOf(pay(b, 0.01))).toBe('limit-reached');
  });

  it('says why in both languages, and with which figures', async () => {
    await pay(await open(), 500);
    const refused = await pay(await open(), 500).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      status: 409,
      facts: { limit: 'orderRefunds', key: order, used: 500, most: 943, left: 443, asked: 500 },
      detail: {
        en: 'More than was paid cannot be refunded. Used up so far: 500 of 943; asked for: 500.',
        'zh-CN': '退款总额不得超过实付金额。已使用 500 / 943，本次申请 500。',
      },
    });
  });

  it('is seen by guards and by the guide', async () => {
    await pay(await open(), 500);
    const id = await open();
    const guides = app.app.get(GuideService, { strict: false });
    const ticket = await world.tickets.read(id);
    if (ticket === null) throw new Error('the ticket is missing');
    const guide = await guides.guide(ticket, world.ann, 'en');
    const sum = { key: order, used: 500, most: 943, left: 443, unit: 'money', isKnown: true };
    expect(guide.limits).toEqual([{ id: 'orderRefunds', title: 'Refunded on this order', ...sum }]);
    expect(guide.steps[0]?.instructions).toBe('Refunded: 500 of 943');
    expect(await slugOf(pay(id, 444, 'CAREFUL'))).toBe('guard-closed');
    expect(await slugOf(pay(id, 443, 'CAREFUL'))).toBe('accepted');
  });

  it('counts cents exactly', async () => {
    for (let n = 0; n < 3; n++) expect(await slugOf(pay(await open(0.3), 0.1))).toBe('accepted');
    expect(await slugOf(pay(await open(0.3), 0.0001))).toBe('limit-reached');
    expect(await used()).toBe(0.3);
  });

  it.each([
    ['a negative amount', -5],
    ['an amount without measure', 1e300],
  ])('%s frees nothing and breaks nothing', async (_, amount) => {
    await pay(await open(), 900);
    expect(['sop-failed', 'limit-reached']).toContain(await slugOf(pay(await open(1e301), amount)));
    expect(await used()).toBe(900);
  });

  it('without a key nothing can be ordered', async () => {
    order = '';
    expect(await slugOf(pay(await open(), 5))).toBe('sop-failed');
  });
});

describe('what a call used up', () => {
  it('is kept while the outcome is unknown; paid again with the same request it is the same money', async () => {
    shop.answers = 'pays-and-breaks';
    const id = await open();
    await pay(id, 500);
    await work();
    expect(await states()).toEqual([{ state: 'unknown', amount: 500 }]);
    expect(await slugOf(pay(await open(), 500))).toBe('limit-reached');
    expect(await slugOf(world.event(world.ann, id, 'RETRY'))).toBe('accepted');
    await work();
    expect(await states()).toEqual([{ state: 'unknown', amount: 500 }]);
    shop.answers = 'pays';
    await world.event(world.ann, id, 'RETRY');
    await work();
    // One key for all tries, so the shop paid once.
    expect(new Set(shop.asked).size).toBe(1);
    expect(shop.sum).toBe(500);
    expect(await states()).toEqual([{ state: 'confirmed', amount: 500 }]);
    expect(await used()).toBe(500);
  });

  it('is kept when the same call is refused after an unknown outcome: that says nothing about the first time', async () => {
    shop.answers = 'pays-and-breaks';
    const id = await open();
    await pay(id, 500);
    await work();
    shop.answers = 'refuses';
    await world.event(world.ann, id, 'RETRY');
    await work();
    expect(await states()).toEqual([{ state: 'unknown', amount: 500 }]);
    const ticket = await world.tickets.read(id);
    expect(ticket?.state.snapshot['context']).toMatchObject({ failure: 'unclear' });
  });

  it('is a new intention once a person has ended the ticket, and is ordered under a new key', async () => {
    shop.answers = 'breaks';
    const id = await open();
    await pay(id, 400);
    await work();
    await world.event(world.ann, id, 'GIVE_UP');
    await world.act(world.ann, id, { type: 'reopen', reason: 'another item' });
    await pay(id, 400);
    await work();
    expect(new Set(shop.asked).size).toBe(2);
    expect(await used()).toBe(800);
  });

  it('of another amount after an unknown outcome is more money, under a key of its own', async () => {
    shop.answers = 'breaks';
    const id = await open();
    await pay(id, 500);
    await work();
    expect(await slugOf(pay(id, 444, 'OTHER'))).toBe('limit-reached');
    expect(await slugOf(pay(id, 443, 'OTHER'))).toBe('accepted');
    await work();
    expect(new Set(shop.asked).size).toBe(2);
    expect(await used()).toBe(943);
  });

  it('after a definite refusal is ordered anew', async () => {
    shop.answers = 'refuses';
    const id = await open();
    await pay(id, 500);
    await work();
    shop.answers = 'pays';
    await world.event(world.ann, id, 'RETRY');
    await work();
    expect(new Set(shop.asked).size).toBe(2);
    expect(await used()).toBe(500);
  });

  it('is released when the ticket is cancelled before the call went out', async () => {
    const id = await open();
    await pay(id, 500);
    await cancel(id);
    expect(await used()).toBe(0);
    await work();
    expect(shop.asked).toEqual([]);
    expect(await states()).toEqual([{ state: 'released', amount: 500 }]);
    expect(await used()).toBe(0);
  });

  it('is kept when the ticket is cancelled while the call is under way, and the answer still counts', async () => {
    const id = await open();
    await pay(id, 500);
    const effect = await effectOf(database, id);
    const running = automation.run(effect, START);
    await cancel(id);
    await running;
    const [state] = (await states()) as { state: string }[];
    expect(shop.sum).toBe(state?.state === 'confirmed' ? 500 : 0);
    expect(await used()).toBe(shop.sum);
  });

  it('that was sent before its process died is never taken for not sent', async () => {
    const id = await open();
    await pay(id, 500);
    await limits.noteSent(id, 'refund', (await world.tickets.read(id))?.version ?? 0);
    await cancel(id);
    await work();
    expect(await states()).toEqual([{ state: 'unknown', amount: 500 }]);
  });

  const refundOf500 = async (): Promise<(n: number) => Promise<unknown>> => {
    const id = await open();
    await pay(await open(), 100);
    await pay(id, 500);
    const effect = await effectOf(database, id);
    const there = other.app.get(AutomationService, { strict: false });
    return (n) => (n % 2 ? there : automation).run(effect, START);
  };
  const TEN = Array.from({ length: 10 }, (_, n) => n);

  it('is accounted for once when it was paid, by however many processes at once', async () => {
    const run = await refundOf500();
    expect(await states()).toContainEqual({ state: 'reserved', amount: 500 });
    await Promise.allSettled(TEN.map(run));
    expect([...shop.paid.values()]).toEqual([500]);
    expect(await states()).toContainEqual({ state: 'confirmed', amount: 500 });
    expect(await used()).toBe(600);
  });

  it('is released once when it was refused, however often it comes again', async () => {
    shop.answers = 'refuses';
    const run = await refundOf500();
    for (const n of TEN) await run(n);
    expect(await states()).toContainEqual({ state: 'released', amount: 500 });
    expect(await used()).toBe(100);
  });

  it('is released once or kept once when two processes hear a refusal at once: the later may follow a payment', async () => {
    shop.answers = 'refuses';
    const run = await refundOf500();
    await Promise.allSettled(TEN.map(run));
    const kept = (await used()) === 600;
    expect(await states()).toContainEqual({ state: kept ? 'unknown' : 'released', amount: 500 });
    expect(await used()).toBe(kept ? 600 : 100);
  });
});

describe('a call that nobody is there to be told about', () => {
  it('ordered by a clock beyond the limit fails at once and goes to a person; the clock is not stuck', async () => {
    await pay(await open(), 500);
    const id = await open();
    await pay(id, 500, 'LATER');
    const timers = app.app.get(TimersService, { strict: false });
    expect(await timers.fireDue(START + HOUR, 100)).toBe(1);
    await work(START + HOUR);
    const ticket = await world.tickets.read(id);
    expect(ticket).toMatchObject({ status: 'open', state: { steps: ['check'] } });
    expect(ticket?.state.snapshot['context']).toMatchObject({ failure: 'limit-reached' });
    expect(shop.sum).toBe(500);
    expect(await used()).toBe(500);
  });

  it('ordered by what the customer writes is heard, and goes to a person', async () => {
    await pay(await open(), 500);
    const id = await open();
    await pay(id, 500, 'LATER');
    await world.tickets.apply(
      id,
      { type: 'message', from: 'customer', body: 'I agree', internal: false },
      { actor: { kind: 'customer', id: 'c1' }, now: START },
    );
    await work();
    const { rows } = await database.pool.query('select 1 from messages where ticket_id = $1', [id]);
    expect(rows).toHaveLength(1);
    expect((await world.tickets.read(id))?.state.steps).toEqual(['check']);
  });
});

describe('the sums', () => {
  it('are what the uses say, after everything that happened here', async () => {
    const { rows } = await database.pool.query(
      `select s.limit_id, s.key from limit_sums s
       left join limit_uses u on u.limit_id = s.limit_id and u.key = s.key and u.state <> 'released'
       group by s.limit_id, s.key, s.used having s.used <> coalesce(sum(u.amount), 0)`,
    );
    expect(rows).toEqual([]);
  });
});
