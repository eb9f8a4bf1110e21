import { clearTables, TICKET_TABLES } from '../../support/clear-tables.js';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AppModule } from '../../../src/app.module.js';
import { AutomationService } from '../../../src/automation/automation.service.js';
import { Connections } from '../../../src/automation/connections.service.js';
import { TimersService } from '../../../src/automation/timers.service.js';
import { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import type { Ticket } from '../../../src/tickets/model/model.js';
import { TicketsService } from '../../../src/tickets/door/tickets.service.js';
import { openTestDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';
import { flushTestRedis, testRedisUrl } from '../../support/redis.js';
import { makeSmallWorld, START } from '../../support/small-world.js';
import type { SmallWorld } from '../../support/small-world.js';
import { TestClock } from '../../support/test-clock.js';
import { until } from '../../support/until.js';
import { openCallingShop } from './calling-shop.js';
import type { CallingShop } from './calling-shop.js';
import { publishCallingSop } from './calling-sop.js';

const MINUTE = 60_000;
const HOUR = 3_600_000;

const clock = new TestClock();
let testDatabase: TestDatabase;
let shop: CallingShop;
let module: TestingModule;
let database: Database;
let world: SmallWorld;
let tickets: TicketsService;
let automation: AutomationService;
let timers: TimersService;

/** A program on the test's database; `api` has no loops and no workers. */
async function startProgram(role: 'api' | 'all'): Promise<TestingModule> {
  const config = new Config({
    databaseUrl: testDatabase.url,
    redisUrl: testRedisUrl() ?? null,
    role,
    connections: { shop: { baseUrl: shop.baseUrl, allowPrivate: true } },
  });
  const program = await Test.createTestingModule({ imports: [AppModule.for(config, clock)] }).compile();
  program.useLogger(false);
  return program.init();
}

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  await flushTestRedis();
  shop = await openCallingShop();
  module = await startProgram('api');
  database = module.get(Database);
  tickets = module.get(TicketsService, { strict: false });
  automation = module.get(AutomationService, { strict: false });
  timers = module.get(TimersService, { strict: false });
  world = await makeSmallWorld(module);
  await publishCallingSop(database);
});
afterAll(async () => {
  await module.close();
  shop.close();
  await testDatabase.close();
});
afterEach(async () => {
  await clearTables(database.pool, TICKET_TABLES);
  shop.keys.length = 0;
});

async function open(orderId: string, now = START): Promise<Ticket> {
  const { ticket } = await tickets.open(
    { sop: 'calling', subject: 'Order', customer: { id: 'c1' }, data: { orderId } },
    { actor: { kind: 'customer', id: 'c1' }, now },
  );
  return ticket;
}
async function effectOf(ticketId: string): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(
    `select id from outbox where ticket_id = $1 and kind = 'http'`,
    [ticketId],
  );
  return String(rows[0]?.id);
}
async function historyOf(ticketId: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ type: string }>(
    'select type from history where ticket_id = $1 order by seq',
    [ticketId],
  );
  return rows.map((row) => row.type);
}
const contextOf = async (id: string): Promise<unknown> => (await tickets.read(id))?.state.snapshot['context'];

describe('an effect', () => {
  it('is acted on once; its answer moves the ticket and accounts for it', async () => {
    const { id } = await open('ORD-1');
    const effect = await effectOf(id);
    expect(await automation.run(effect, START)).toBe('done');
    expect(await automation.run(effect, START)).toBe('done-before');
    expect(shop.keys).toEqual([`stepwise-${id}-1-0`]);
    expect((await tickets.read(id))?.state.steps).toEqual(['check']);
    expect(await contextOf(id)).toMatchObject({ amount: 42 });
    expect(await historyOf(id)).toEqual(['opened', 'done.order']);
  });

  it('that fails is an event too, which the SOP handles', async () => {
    const { id } = await open('NONE-1');
    expect(await automation.run(await effectOf(id), START)).toBe('done');
    expect(await contextOf(id)).toMatchObject({ failure: 'http-4xx' });
    expect(await historyOf(id)).toEqual(['opened', 'error.order']);
  });

  it('run by five workers at once has one result, and the other side sees one key', async () => {
    const { id } = await open('SLOW-1');
    const effect = await effectOf(id);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => automation.run(effect, START)));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(new Set(shop.keys).size).toBe(1);
    expect(await historyOf(id)).toEqual(['opened', 'done.order']);
  });

  it('that nobody waits for any more is not acted on', async () => {
    const { id } = await open('ORD-1');
    const effect = await effectOf(id);
    await world.act(world.sue, id, { type: 'cancel', reason: 'void' });
    expect(await automation.run(effect, START)).toBe('obsolete');
    expect(shop.keys).toEqual([]);
    expect(await automation.run(effect, START)).toBe('done-before');
  });

  it('whose ticket is cancelled during the call is accounted for without a trace in the ticket', async () => {
    const { id } = await open('SLOW-1');
    const effect = await effectOf(id);
    const running = automation.run(effect, START);
    await until('it is asked', () => shop.keys.length === 1);
    await world.act(world.sue, id, { type: 'cancel', reason: 'void' });
    expect(await running).toBe('obsolete');
    expect(await historyOf(id)).toEqual(['opened', 'cancelled']);
  });

  it('stopped in the middle stays open and is done by the next run with the same key', async () => {
    const { id } = await open('SLOW-1');
    const effect = await effectOf(id);
    const stop = new AbortController();
    const running = automation.run(effect, START, stop.signal);
    await until('it is asked', () => shop.keys.length === 1);
    stop.abort(new Error('stopping'));
    await expect(running).rejects.toThrow('stopping');
    expect(await automation.run(effect, START)).toBe('done');
    expect(new Set(shop.keys)).toEqual(new Set([`stepwise-${id}-1-0`]));
  });

  it('of a connection set while the program runs reaches that system', async () => {
    const second = await openCallingShop();
    const connections = module.get(Connections, { strict: false });
    connections.set('shop', { baseUrl: second.baseUrl, allowPrivate: true });
    try {
      const { id } = await open('ORD-1');
      expect(await automation.run(await effectOf(id), START)).toBe('done');
      expect([shop.keys.length, second.keys.length]).toEqual([0, 1]);
    } finally {
      connections.set('shop', { baseUrl: shop.baseUrl, allowPrivate: true });
      second.close();
    }
  });

  it('whose result the ticket refuses is not called for again at once, but after growing pauses', async () => {
    await open('ORD-1');
    const { rows } = await database.pool.query<{ id: string }>(`select id from outbox where kind = 'http'`);
    const id = String(rows[0]?.id);
    const refuse = jest.spyOn(tickets, 'apply').mockRejectedValue(new Error('the SOP broke'));
    try {
      await expect(automation.run(id, START)).rejects.toThrow('the SOP broke');
      expect(shop.keys).toHaveLength(1);
      expect(await automation.run(id, START + MINUTE - 1)).toBe('paused');
      await expect(automation.run(id, START + MINUTE)).rejects.toThrow('the SOP broke');
      expect(await automation.run(id, START + 3 * MINUTE - 1)).toBe('paused');
      expect(shop.keys).toHaveLength(2);
    } finally {
      refuse.mockRestore();
    }
    expect(await automation.run(id, START + 3 * MINUTE)).toBe('done');
    expect(await automation.run(id, START + 3 * MINUTE)).toBe('done-before');
  });
});

describe('timers', () => {
  const checked = async (now = START): Promise<string> => {
    const { id } = await open('ORD-1', now);
    await automation.run(await effectOf(id), now);
    return id;
  };
  const reminder = async (ticketId: string): Promise<{ ticketId: string; id: string; seq: number }> => {
    const { rows } = await database.pool.query<{ id: string; seq: number }>(
      'select id, seq from timers where ticket_id = $1 order by due_at limit 1',
      [ticketId],
    );
    return { ticketId, id: rows[0]?.id ?? '', seq: rows[0]?.seq ?? 0 };
  };

  it('fire when they are due, once, however late', async () => {
    const id = await checked();
    expect(await timers.fireDue(START + HOUR - 1, 100)).toBe(0);
    expect(await timers.fireDue(START + HOUR, 100)).toBe(1);
    expect(await timers.fireDue(START + HOUR, 100)).toBe(0);
    expect((await historyOf(id)).filter((type) => type.startsWith('after'))).toHaveLength(1);
  });

  it('woken by several at once fire once', async () => {
    const id = await checked();
    const timer = await reminder(id);
    await Promise.all(Array.from({ length: 5 }, () => timers.fire(timer, START + HOUR)));
    expect((await historyOf(id)).filter((type) => type.startsWith('after'))).toHaveLength(1);
  });

  it('woken too early stay; woken after they are gone nothing happens', async () => {
    const id = await checked();
    const timer = await reminder(id);
    expect(await timers.fire(timer, START + MINUTE)).toBe('early');
    expect(await timers.fire(timer, START + HOUR)).toBe('fired');
    expect(await timers.fire(timer, START + HOUR)).toBe('obsolete');
    expect(await timers.fire({ ...timer, seq: 99 }, START + HOUR)).toBe('obsolete');
    expect((await historyOf(id)).filter((type) => type.startsWith('after'))).toHaveLength(1);
  });

  it('that belong to nothing any more are dropped', async () => {
    await database.pool.query(`insert into timers (ticket_id, id, seq, due_at) values (999999, 'x', 1, $1)`, [
      new Date(START),
    ]);
    await timers.fireDue(START, 100);
    const { rows } = await database.pool.query('select from timers');
    expect(rows).toHaveLength(0);
  });

  it('that cannot be fired do not stop the others, and are tried again later', async () => {
    const poisoned = await checked(START);
    const sound = await checked(START + MINUTE);
    await database.pool.query('update tickets set sop_version = 99, version = version + 1 where id = $1', [
      poisoned,
    ]);
    const now = START + 2 * HOUR;
    expect(await timers.fireDue(now, 1)).toBe(1);
    expect(await timers.fireDue(now, 1)).toBe(1);
    expect((await historyOf(sound)).some((type) => type.startsWith('after'))).toBe(true);
    expect(await timers.fireDue(now, 1)).toBe(0);
    await database.pool.query('update tickets set sop_version = 1 where id = $1', [poisoned]);
    expect(await timers.fireDue(now + 2 * MINUTE, 1)).toBe(1);
    expect((await historyOf(poisoned)).some((type) => type.startsWith('after'))).toBe(true);
  });
});

describe('a whole program', () => {
  it('brings effects from the outbox through the queue to the other system and back by itself', async () => {
    const program = await startProgram('all');
    try {
      const { id } = await open('ORD-1');
      await until('it is answered', async () => (await tickets.read(id))?.state.steps[0] === 'check');
      expect(shop.keys).toEqual([`stepwise-${id}-1-0`]);
    } finally {
      await program.close();
    }
  });

  it('takes up what was left behind when no worker ran, and what was due meanwhile', async () => {
    const { id } = await open('ORD-1', START - 3 * HOUR);
    const late = await open('ORD-2', START - 3 * HOUR);
    await automation.run(await effectOf(late.id), START - 3 * HOUR);
    const program = await startProgram('all');
    try {
      await until('it is answered', async () => (await tickets.read(id))?.state.steps[0] === 'check');
      await until('the timer goes off', async () =>
        (await historyOf(late.id)).some((type) => type.startsWith('after')),
      );
    } finally {
      await program.close();
    }
  });
});
