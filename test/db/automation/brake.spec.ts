import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { AppModule } from '../../../src/app.module.js';
import { AutomationService } from '../../../src/automation/automation.service.js';
import { TimersService } from '../../../src/automation/timers.service.js';
import { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import type { SopDefinition } from '../../../src/engine/model.js';
import { OutboxRelay } from '../../../src/queues/outbox-relay.service.js';
import { BoardService } from '../../../src/routing/board.service.js';
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
    const program = await Test.createTestingModule({ imports: [AppModule.for(config)] }).compile();
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

  it('by a call that is answered at once is slowed down too', async () => {
    const automation = module.get(AutomationService, { strict: false });
    const relay = module.get(OutboxRelay, { strict: false });
    const id = await open('asking');
    let now = START;
    const next = async (): Promise<{ id: string; isHeld: boolean } | undefined> => {
      const { rows } = await database.pool.query<{ id: string; isHeld: boolean }>(
        // The relay of this process brings the others, by the clock of today.
        `select id, coalesce(queued_at = at, false) as "isHeld" from outbox
         where ticket_id = $1 and kind = 'http' and done_at is null`,
        [id],
      );
      return rows[0];
    };
    let calls = 0;
    for (let effect = await next(); effect && !effect.isHeld; effect = await next()) {
      await automation.run(effect.id, (now += 50));
      calls += 1;
    }
    expect(calls).toBeGreaterThanOrEqual(200);
    expect(calls).toBeLessThan(210);
    expect(await brakesOf(id)).toBe(1);
    // The relay leaves the next one; who looks for what was left behind brings it, two minutes later.
    await relay.drain(now);
    expect((await next())?.isHeld).toBe(true);
    expect(await relay.sweep(now + MINUTE)).toBe(0);
    expect(await relay.sweep(now + 2 * MINUTE)).toBe(1);
  });
});
