import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AutomationService } from '../../../src/automation/automation.service.js';
import { FutureTimers } from '../../../src/automation/future-timers.service.js';
import { TimersService } from '../../../src/automation/timers.service.js';
import { Database } from '../../../src/database/database.service.js';
import { HealthService } from '../../../src/health/health.service.js';
import { OutboxRelay } from '../../../src/queues/outbox-relay.service.js';
import { TimerWakeups } from '../../../src/queues/timer-wakeups.service.js';
import { LeaseSweeper } from '../../../src/routing/leases/lease-sweeper.service.js';
import { DeskService } from '../../../src/routing/desk/desk.service.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { clearTables, TICKET_TABLES } from '../../support/clear-tables.js';
import { makeSmallWorld, START, type SmallWorld } from '../../support/small-world.js';
import { openCallingShop, type CallingShop } from './calling-shop.js';
import { publishCallingSop } from './calling-sop.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** What the wrong clock said at START. */
const AHEAD = START + 30 * 24 * HOUR;
const LEASE = 2 * MINUTE;

let app: TestApp;
let shop: CallingShop;
let w: SmallWorld;
let database: Database;
let clock = START;

beforeAll(async () => {
  shop = await openCallingShop();
  app = await startTestApp({
    role: 'api',
    leaseMs: LEASE,
    clock: { now: () => clock },
    connections: { shop: { baseUrl: shop.baseUrl, allowPrivate: true } },
  });
  database = app.db;
  w = await makeSmallWorld(app.app);
  await publishCallingSop(database);
});
afterAll(async () => {
  await app.close();
  shop.close();
});
afterEach(async () => {
  clock = START;
  await clearTables(database.pool, TICKET_TABLES);
});

const get = <T>(kind: new (...args: never[]) => T): T => app.app.get(kind, { strict: false });

/** A ticket whose call is still to be made. */
async function openCalling(now: number): Promise<string> {
  const { ticket } = await w.tickets.open(
    { sop: 'calling', subject: 'Order', customer: { id: 'c1' }, data: { orderId: 'ORD-1' } },
    { actor: { kind: 'customer', id: 'c1' }, now },
  );
  return ticket.id;
}
async function effectOf(ticketId: string): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(
    `select id from outbox where ticket_id = $1 and kind = 'http'`,
    [ticketId],
  );
  return String(rows[0]?.id);
}
async function makeCall(ticketId: string, now: number): Promise<void> {
  expect(await get(AutomationService).run(await effectOf(ticketId), now)).toBe('done');
}
const dues = async (): Promise<number[]> => {
  const { rows } = await database.pool.query<{ dueAt: Date }>(
    'select due_at as "dueAt" from timers order by due_at',
  );
  return rows.map(({ dueAt }) => dueAt.getTime());
};
async function historyOf(ticketId: string): Promise<{ type: string; at: number }[]> {
  const { rows } = await database.pool.query<{ type: string; at: Date }>(
    'select type, at from history where ticket_id = $1 order by seq',
    [ticketId],
  );
  return rows.map(({ type, at }) => ({ type, at: at.getTime() }));
}
const leases = async (): Promise<number[]> => {
  const { rows } = await database.pool.query<{ at: Date }>('select expires_at as at from leases');
  return rows.map(({ at }) => at.getTime());
};
const claim = (id: string, now: number): Promise<unknown> =>
  w.act(w.ann, id, { type: 'claim', visitNo: 1, userId: w.ann.id, leaseMs: LEASE }, now);

describe('a clock that was ahead and has been set right', () => {
  it('leaves timers that are found, corrected once, and fire when they were meant to', async () => {
    const id = await openCalling(AHEAD);
    await makeCall(id, AHEAD);
    const meant = await openCalling(START);
    await makeCall(meant, START);
    expect(await dues()).toEqual([START + HOUR, START + 4 * HOUR, expect.any(Number), expect.any(Number)]);
    const future = get(FutureTimers);
    expect(await future.tick(AHEAD)).toBe(0);
    expect(await future.tick(START)).toBe(2);
    expect(await dues()).toEqual([START + HOUR, START + HOUR, START + 4 * HOUR, START + 4 * HOUR]);
    // What was corrected is not corrected once more, also by another process that has just started.
    expect(await new FutureTimers(database).tick(START + MINUTE)).toBe(0);
    await get(TimersService).fireDue(START + HOUR, 10);
    expect(await dues()).toEqual([START + 4 * HOUR, START + 4 * HOUR]);
    const history = await historyOf(id);
    expect(history.map(({ type }) => type)).toEqual(['opened', 'done.order', 'after PT1H']);
    // History never goes back.
    expect(history.map(({ at }) => at)).toEqual([AHEAD, AHEAD, AHEAD]);
  });

  it('does not make timers late that are set afterwards on a ticket of its time', async () => {
    const id = await openCalling(AHEAD);
    await makeCall(id, START + MINUTE);
    expect(await dues()).toEqual([START + MINUTE + HOUR, START + MINUTE + 4 * HOUR]);
    expect(await new FutureTimers(database).tick(START + MINUTE)).toBe(0);
    expect(await dues()).toEqual([START + MINUTE + HOUR, START + MINUTE + 4 * HOUR]);
    expect((await historyOf(id)).map(({ at }) => at)).toEqual([AHEAD, AHEAD]);
  });

  it('leaves leases that end as if they were renewed now; then somebody else may take the ticket', async () => {
    const { id } = (await w.open(AHEAD)).ticket;
    await claim(id, AHEAD);
    expect(await leases()).toEqual([AHEAD + LEASE]);
    const sweeper = get(LeaseSweeper);
    expect(await sweeper.tick(START)).toBe(0);
    expect(await leases()).toEqual([START + LEASE]);
    expect(await sweeper.tick(START + LEASE)).toBe(1);
    expect((await w.tickets.read(id))?.openVisits[0]?.holder).toBeNull();
    expect(await leases()).toEqual([]);
    const next = await get(DeskService).next({ ...w.ben }, null, START + LEASE);
    expect(next?.ticket.id).toBe(id);
    expect(await leases()).toEqual([START + 2 * LEASE]);
  });

  it('does not make leases long that are taken, or renewed, on tickets of its time', async () => {
    const { id } = (await w.open(AHEAD)).ticket;
    await claim(id, START);
    expect(await leases()).toEqual([START + LEASE]);
    const { lease } = await get(DeskService).renew(w.ann, id, START + MINUTE);
    expect(Date.parse(lease.expiresAt)).toBe(START + MINUTE + LEASE);
    expect(await get(LeaseSweeper).tick(START + MINUTE + LEASE)).toBe(1);
  });

  it('does not keep a timer or an effect that failed paused', async () => {
    const other = await openCalling(START);
    const effect = await effectOf(other);
    const id = await openCalling(START);
    await makeCall(id, START);
    const automation = get(AutomationService);
    const timers = get(TimersService);
    // What they write is refused, which is no fault of a connection.
    await database.pool.query(
      `alter table history add constraint broken check (type not like 'after%' and type not like 'done%') not valid`,
    );
    await expect(automation.run(effect, AHEAD)).rejects.toThrow('broken');
    expect(await automation.run(effect, AHEAD)).toBe('paused');
    expect(await timers.fireDue(AHEAD, 10)).toBe(2);
    expect(await timers.fireDue(AHEAD, 10)).toBe(0);
    await database.pool.query('alter table history drop constraint broken');
    expect(await automation.run(effect, START + MINUTE)).toBe('done');
    expect(await timers.fireDue(START + 5 * HOUR, 10)).toBe(4);
  });

  it('does not hide what stands in a queue that nobody will empty', async () => {
    const id = await openCalling(AHEAD);
    const relay = get(OutboxRelay);
    await relay.drain(START);
    await database.pool.query('update outbox set queued_at = $1', [new Date(AHEAD)]);
    expect(await relay.sweep(START)).toBe(1);
    await makeCall(id, START);
    expect(await relay.sweep(START)).toBe(0);
  });

  it('does not leave out the wake-ups of the next hour', async () => {
    const wakeups = get(TimerWakeups);
    await wakeups.topUp(AHEAD);
    const id = await openCalling(START);
    await makeCall(id, START);
    await wakeups.flush();
    expect(await wakeups.topUp(START)).toBe(1);
  });

  it('does not keep the server from being ready', async () => {
    const health = get(HealthService);
    clock = AHEAD;
    health.noteFull();
    expect((await health.check()).checks.storage).toBe(false);
    clock = START;
    expect((await health.check()).checks.storage).toBe(true);
  });
});
