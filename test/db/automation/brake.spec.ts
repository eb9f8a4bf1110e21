import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { AppModule } from '../../../src/app.module.js';
import { Clock } from '../../../src/clock.js';
import { AutomationService } from '../../../src/automation/automation.service.js';
import { TimersService } from '../../../src/automation/timers.service.js';
import { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import type { SopDefinition } from '../../../src/engine/common/model.js';
import { OutboxRelay } from '../../../src/queues/outbox-relay.service.js';
import { QueueRebuild } from '../../../src/queues/queue-rebuild.service.js';
import { BoardService } from '../../../src/routing/board/board.service.js';
import { TicketsService } from '../../../src/tickets/door/tickets.service.js';
import { clearTables, TICKET_TABLES } from '../../support/clear-tables.js';
import { openTestDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';
import { flushTestRedis, testRedisUrl } from '../../support/redis.js';
import { makeSmallWorld, START } from '../../support/small-world.js';
import type { SmallWorld } from '../../support/small-world.js';
import { openCallingShop } from './calling-shop.js';
import type { CallingShop } from './calling-shop.js';
import { callingSop } from './calling-sop.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 1_440 * MINUTE;

/** A step that its own clock, or its own call, brings back to itself. */
function runaway(id: string, state: object): SopDefinition {
  const { wait, done } = {
    wait: { ...callingSop.states['check'], after: undefined, ...state },
    done: callingSop.states['done'],
  };
  return { ...callingSop, id, initial: 'wait', states: { wait, done } } as unknown as SopDefinition;
}
const again = { target: 'wait', reenter: true };
const { invoke } = callingSop.states['lookUp'] ?? {};
const SOPS = [
  runaway('ticking', { after: { PT1S: again } }),
  runaway('daily', { after: { P1D: again } }),
  runaway('asking', { invoke: { ...(invoke as object), onDone: again, onError: again } }),
];

describe('a ticket that runs on by itself', () => {
  let clock = START;
  let testDatabase: TestDatabase;
  let shop: CallingShop;
  let module: TestingModule;
  let database: Database;
  let world: SmallWorld;
  let tickets: TicketsService;
  let timers: TimersService;

  beforeAll(async () => {
    testDatabase = await openTestDatabase();
    await flushTestRedis();
    shop = await openCallingShop();
    const config = new Config({
      databaseUrl: testDatabase.url,
      redisUrl: testRedisUrl() ?? null,
      role: 'api',
      connections: { shop: { baseUrl: shop.baseUrl, allowPrivate: true } },
    });
    const program = await Test.createTestingModule({ imports: [AppModule.for(config)] })
      .overrideProvider(Clock)
      .useValue({ now: () => clock })
      .compile();
    program.useLogger(false);
    module = await program.init();
    database = module.get(Database);
    tickets = module.get(TicketsService, { strict: false });
    timers = module.get(TimersService, { strict: false });
    world = await makeSmallWorld(module);
    for (const sop of SOPS) {
      const source = JSON.stringify(sop);
      await database.pool.query('insert into sops (id) values ($1)', [sop.id]);
      await database.pool.query(
        `insert into sop_versions (sop_id, version, source, format, definition, hash, origin, published_by)
         values ($1, 1, $2, 'json', $3, 'test', 'console', 'test')`,
        [sop.id, source, source],
      );
    }
  });
  afterAll(async () => {
    await module.close();
    shop.close();
    await testDatabase.close();
  });
  afterEach(() => clearTables(database.pool, TICKET_TABLES));

  const open = async (sop: string): Promise<string> => {
    const { ticket } = await tickets.open(
      { sop, subject: 'Runs', customer: { id: 'c1' }, data: { orderId: 'ORD-1' } },
      { actor: { kind: 'customer', id: 'c1' }, now: START },
    );
    return ticket.id;
  };
  /** Lets the time go on until then, as a worker would; answers how often a clock moved the ticket. */
  const live = async (id: string, until: number): Promise<number> => {
    let moves = 0;
    for (;;) {
      const { rows } = await database.pool.query<{ at: Date }>(
        'select due_at as at from timers where ticket_id = $1 order by 1 limit 1',
        [id],
      );
      const at = rows[0]?.at.getTime() ?? Infinity;
      if (at > until) return moves;
      moves += await timers.fireDue(at, 10);
    }
  };
  const read = async (id: string) => {
    const ticket = await tickets.read(id);
    if (!ticket) throw new Error('no ticket');
    return ticket;
  };
  const brakesOf = async (id: string): Promise<number> => {
    const { rows } = await database.pool.query(
      `select 1 from history where ticket_id = $1 and facts @> '[{"type":"braked"}]'`,
      [id],
    );
    return rows.length;
  };

  it('by a clock of a second is slowed down after some hundred moves, and leads see it', async () => {
    const id = await open('ticking');
    const moves = await live(id, START + 60 * MINUTE);
    // 200 at once, one more for each four seconds of these, then one in ten minutes: not 3,600.
    expect(moves).toBeGreaterThan(250);
    expect(moves).toBeLessThan(290);
    const { brakedAt, updatedAt } = await read(id);
    expect(brakedAt).not.toBeNull();
    expect(await brakesOf(id)).toBe(1);
    expect(await live(id, updatedAt + DAY)).toBe(144);
    expect(await brakesOf(id)).toBe(1);

    const board = module.get(BoardService, { strict: false });
    const sue = { ...world.sue, roles: ['lead' as const], teams: [{ team: 'desk', tier: 3 }] };
    const { braked } = await board.board(sue, 'UTC', updatedAt, 'en');
    expect(braked).toEqual([
      {
        ticketId: id,
        subject: 'Runs',
        sop: 'ticking',
        sopTitle: 'Calling',
        teams: ['desk'],
        since: new Date(brakedAt ?? 0).toISOString(),
      },
    ]);
    const others = { ...sue, teams: [{ team: 'lab', tier: 3 }] };
    expect((await board.board(others as never, 'UTC', updatedAt, 'en')).braked).toEqual([]);
  });

  it('goes on at full pace once a person did something to it', async () => {
    const id = await open('ticking');
    await live(id, START + 60 * MINUTE);
    const { updatedAt } = await read(id);
    await world.act(
      world.sue,
      id,
      { type: 'message', from: 'agent', body: 'I see', internal: true },
      updatedAt,
    );
    const freed = await read(id);
    expect([freed.brakedAt, freed.state.pace]).toEqual([null, undefined]);
    expect(await live(id, updatedAt + 12 * MINUTE)).toBeGreaterThan(100);
  });

  it('by a clock of a day never meets the brake', async () => {
    const id = await open('daily');
    // Each day its own clock, and the target of its step that is missed.
    expect(await live(id, START + 120 * DAY)).toBe(240);
    expect((await read(id)).brakedAt).toBeNull();
  });

  interface Call {
    id: string;
    heldUntil: Date | null;
    isQueued: boolean;
  }
  const callOf = async (id: string): Promise<Call | undefined> => {
    const { rows } = await database.pool.query<Call>(
      `select id, held_until as "heldUntil", queued_at is not null as "isQueued" from outbox
       where ticket_id = $1 and kind = 'http' and done_at is null`,
      [id],
    );
    return rows[0];
  };
  /** Lets its calls be answered one after the other until one is held back; that one, and the time. */
  const ask = async (id: string, begin = START): Promise<{ calls: number; held: Call; now: number }> => {
    const automation = module.get(AutomationService, { strict: false });
    let now = (clock = begin);
    for (let calls = 0; calls < 1_000; calls += 1) {
      const call = await callOf(id);
      if (call === undefined) throw new Error('no call');
      if (call.heldUntil !== null) return { calls, held: call, now };
      clock = now += 50;
      await automation.run(call.id, now);
    }
    throw new Error('not slowed down');
  };

  /** The relay brings its call; another round of it may be under way with the row in its hands. */
  const bring = async (id: string, now: number): Promise<void> => {
    clock = now;
    for (let tries = 0; tries < 200; tries += 1) {
      await module.get(OutboxRelay, { strict: false }).drain(now);
      if ((await callOf(id))?.isQueued === true) return;
    }
    throw new Error('not brought');
  };

  it('by a call that is answered at once is slowed down too', async () => {
    const id = await open('asking');
    const { calls, held, now } = await ask(id);
    expect(calls).toBeGreaterThanOrEqual(200);
    expect(calls).toBeLessThan(210);
    expect(await brakesOf(id)).toBe(1);
    expect(held.heldUntil).toEqual(new Date(now + 2 * MINUTE));
  });

  it('sends no call that is held back, whoever looks for what is to be sent: the relay, a start, wiped queues, a worker', async () => {
    const automation = module.get(AutomationService, { strict: false });
    const relay = module.get(OutboxRelay, { strict: false });
    const rebuild = module.get(QueueRebuild, { strict: false });
    const id = await open('asking');
    const { held, now } = await ask(id);
    const soon = now + MINUTE;
    clock = soon;
    await relay.drain(soon);
    // What a process does when it starts, and for queues that are new.
    expect(await relay.sweep(soon, 0)).toBe(0);
    await rebuild.rebuild(soon);
    // A job that is left over, or of a process whose clock is ahead.
    expect(await automation.run(held.id, soon)).toBe('paused');
    expect(await callOf(id)).toEqual(held);

    const late = now + 2 * MINUTE;
    await bring(id, late);
    expect(await callOf(id)).toEqual({ ...held, isQueued: true });
    expect(await automation.run(held.id, late)).toBe('done');
    expect((await callOf(id))?.heldUntil).toEqual(new Date(late + 2 * MINUTE));
  });

  it('sends it at once when a person lets the ticket go', async () => {
    const relay = module.get(OutboxRelay, { strict: false });
    const id = await open('asking');
    const { held, now } = await ask(id);
    await relay.drain(now + SECOND);
    expect((await callOf(id))?.isQueued).toBe(false);
    const note = { type: 'message', from: 'agent', body: 'I see', internal: true } as const;
    await world.act(world.sue, id, note, now + SECOND);
    await bring(id, now + SECOND);
    expect(await callOf(id)).toEqual({ ...held, isQueued: true });
  });

  it('is held back by the clock also when its own time is ahead of it, and rests by the clock', async () => {
    const automation = module.get(AutomationService, { strict: false });
    const relay = module.get(OutboxRelay, { strict: false });
    const id = await open('asking');
    const ahead = await ask(id, START + 60 * MINUTE);
    // The clock is set right: what the wrong one has said holds nothing up, and the next is held from now on.
    await bring(id, START);
    expect(await automation.run(ahead.held.id, START)).toBe('done');
    expect((await callOf(id))?.heldUntil).toEqual(new Date(START + 2 * MINUTE));
    await relay.drain(START + MINUTE);
    expect((await callOf(id))?.isQueued).toBe(false);

    const calm = await open('ticking');
    await live(calm, START + 100 * SECOND);
    const left = (await read(calm)).state.pace?.left ?? 0;
    // Its own time stands still for an hour, and it ticks as seldom as it may.
    for (let now = START - 60 * MINUTE; now < START - 30 * MINUTE; now += 4 * SECOND) {
      await database.pool.query('update timers set due_at = $2 where ticket_id = $1', [calm, new Date(now)]);
      await timers.fireDue(now, 10);
    }
    const rested = await read(calm);
    expect(rested.updatedAt).toBe(START + 100 * SECOND);
    expect(rested.brakedAt).toBeNull();
    expect(rested.state.pace?.left).toBeGreaterThanOrEqual(left - 1);
  });
});
