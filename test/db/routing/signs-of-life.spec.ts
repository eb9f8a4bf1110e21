import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AgentsService } from '../../../src/metrics/people/agents.service.js';
import type { HandlingAnswer } from '../../../src/metrics/people/agents.dto.js';
import type { Person } from '../../../src/people/common/model.js';
import { Problem } from '../../../src/problems/problem.js';
import { LEASE_MS, START } from '../../support/small-world.js';
import { openDeskRoom, type DeskRoom } from './desk-room.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Active time (definition section 5) of tickets that were really held, renewed, left and handed on. */
describe('signs of life', () => {
  let room: DeskRoom;
  let ann: Person;
  let ben: Person;
  let sue: Person;
  beforeAll(async () => {
    room = await openDeskRoom(undefined);
    ({ ann, ben, sue } = room.world);
  });
  afterAll(() => room.close());
  afterEach(async () => {
    await room.clear();
    await room.database.pool.query('delete from team_idle');
    await room.database.pool.query(`delete from settings where key = 'signs-of-life-since'`);
  });

  const at = (minute: number): number => START + minute * MINUTE;
  const take = async (person: Person = ann, minute = 0): Promise<string> => {
    await room.world.open(at(minute));
    return (await room.desk.next(person, null, at(minute)))?.ticket.id ?? '';
  };
  const renew = (person: Person, id: string, minute: number, sign?: number) =>
    room.desk.renew(
      person,
      id,
      at(minute),
      sign === undefined ? undefined : new Date(at(sign)).toISOString(),
    );
  /** Renews each two minutes; `signs`: the last one by then, by the minute of the renewal. */
  async function sit(
    id: string,
    last: number,
    signs: Record<number, number> = {},
    person = ann,
  ): Promise<void> {
    for (let minute = 2; minute <= last; minute += 2) await renew(person, id, minute, signs[minute]);
  }
  const leave = (id: string, minute: number, person = ann) =>
    room.world.act(person, id, { type: 'release', userId: person.id, reason: 'x' }, at(minute));
  const stretches = async (): Promise<[number, number][]> => {
    const { rows } = await room.database.pool.query<{ from: Date; to: Date }>(
      'select from_at as "from", to_at as "to" from signs_of_life order by user_id, from_at',
    );
    return rows.map(({ from, to }) => [(from.getTime() - START) / MINUTE, (to.getTime() - START) / MINUTE]);
  };
  async function handling(person: Person): Promise<HandlingAnswer | undefined> {
    const scope = { teams: null, channel: null, sop: null, version: null };
    const range = { from: START - DAY, to: START + DAY, asOf: START + DAY };
    const service = room.module.get(AgentsService, { strict: false });
    const rows = await service.agents({ ...scope, ...range }, 'UTC');
    return rows.find(({ id }) => id === person.id)?.handling;
  }
  const minutesOf = async (person: Person): Promise<[wall: number, shared: number]> => {
    const { sumSeconds = NaN, weightedSumSeconds = NaN } = (await handling(person)) ?? {};
    return [sumSeconds / 60, weightedSumSeconds / 60];
  };
  /** Everybody's stay ends. */
  const finish = async (id: string, minute: number): Promise<void> => {
    await room.world.act(sue, id, { type: 'cancel', reason: 'done' }, at(minute));
  };

  it('by hand: taken, typed until 4, quiet, typed from 14 to 16, left at 30', async () => {
    const id = await take();
    await sit(id, 28, { 2: 1, 4: 4, 14: 14, 16: 16 });
    await leave(id, 30);
    await finish(id, 30);
    // 0–4 and 14–16; giving it back at 30 is a sign at that instant, the end of a gap of 14 minutes.
    expect(await minutesOf(ann)).toEqual([6, 6]);
    expect(await stretches()).toEqual([
      [1, 4],
      [14, 16],
    ]);
  });

  it('a renewed lease alone is no sign of life', async () => {
    const id = await take();
    await sit(id, 20);
    await leave(id, 20);
    await finish(id, 20);
    expect(await minutesOf(ann)).toEqual([0, 0]);
    expect(await stretches()).toEqual([]);
  });

  it('acts are signs of life without any renewal that tells of one', async () => {
    const id = await take();
    await sit(id, 2);
    await room.world.act(ann, id, { type: 'message', from: 'agent', body: 'Hello', internal: true }, at(4));
    await sit(id, 6);
    await leave(id, 8);
    await finish(id, 8);
    expect(await minutesOf(ann)).toEqual([8, 8]);
  });

  it('a pause as long as the cut-off counts, a longer one does not; the team says how long it is, from then on', async () => {
    const first = await take();
    await sit(first, 10, { 6: 5 });
    await leave(first, 10);
    await finish(first, 10);
    expect(await minutesOf(ann)).toEqual([10, 10]);
    const put = 'insert into team_idle (team_id, since, minutes) values ($1, $2, $3)';
    await room.database.pool.query(put, ['desk', new Date(at(60)), 4]);
    expect(await minutesOf(ann)).toEqual([10, 10]);
    await room.database.pool.query(put, ['desk', null, 4]);
    expect(await minutesOf(ann)).toEqual([0, 0]);
    await room.database.pool.query(put, ['lab', null, 60]);
    expect(await minutesOf(ann)).toEqual([0, 0]);
  });

  it('told twice, late, out of order or by two pages it is the same', async () => {
    const id = await take();
    for (const [minute, sign] of [
      [2, 1],
      [2, 1],
      [4, 3.5],
      [4, 2],
      [8, 3.5],
      [10, 10],
      [10, 9],
      [10, 6],
      [10, 1],
    ] as const)
      await renew(ann, id, minute, sign);
    // 6 is within three minutes of what came before it and of what follows.
    const told = await stretches();
    expect(told.flat().every((minute) => minute >= 1 && minute <= 10)).toBe(true);
    await leave(id, 12);
    await finish(id, 12);
    expect(await minutesOf(ann)).toEqual([12, 12]);
  });

  it('two pages that tell at once lose nothing', async () => {
    const id = await take();
    await Promise.all([1, 1, 2, 0.5, 1.5].map((sign) => renew(ann, id, 2, sign)));
    const told = (await stretches()).flat();
    expect([Math.min(...told), Math.max(...told)]).toEqual([0.5, 2]);
  });

  it('counts for whoever holds the ticket only, and nothing is noted of others or after the hold', async () => {
    const slugOf = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'accepted',
        (error: unknown) => (error instanceof Problem ? error.slug : String(error)),
      );
    const id = await take();
    expect(await slugOf(renew(ben, id, 2, 2))).toBe('lease-lost');
    expect(await slugOf(renew(ann, id, LEASE_MS / MINUTE, 2))).toBe('lease-lost');
    expect(await slugOf(renew(ann, id, 2, 60))).toBe('invalid-body');
    expect(await stretches()).toEqual([]);
    // Taken over by the lead at 4: what Ann typed until then is hers, what Sue typed before is nobody's.
    await renew(ann, id, 4, 3);
    const { openVisits } = (await room.world.tickets.read(id)) ?? { openVisits: [] };
    const visitNo = openVisits[0]?.no ?? 0;
    await room.world.act(
      sue,
      id,
      { type: 'claim', visitNo, userId: sue.id, reason: 'mine', leaseMs: LEASE_MS },
      at(4),
    );
    expect(await slugOf(renew(ann, id, 5, 5))).toBe('lease-lost');
    await renew(sue, id, 6, 2);
    await renew(sue, id, 8, 7);
    expect(await stretches()).toHaveLength(2);
    await leave(id, 20, sue);
    await finish(id, 20);
    expect([await minutesOf(ann), await minutesOf(sue)]).toEqual([
      [4, 4],
      [3, 3],
    ]);
  });

  it('a hold whose page was closed ends with the lease and counts until the last sign', async () => {
    const id = await take();
    await sit(id, 4, { 4: 3 });
    expect(await room.sweeper.tick(at(4) + LEASE_MS)).toBe(1);
    await finish(id, 30);
    // The lease ended at 9, six minutes after the last sign.
    expect(await minutesOf(ann)).toEqual([3, 3]);
  });

  it('of two tickets held at once, each counts by its own signs, and time with both once where it is shared', async () => {
    const one = await take(ann, 0);
    const other = await take(ann, 0);
    await sit(one, 20, { 4: 4, 8: 8, 12: 12 });
    await sit(other, 20, { 10: 10, 14: 14, 18: 18 });
    await leave(one, 20);
    await leave(other, 20);
    await finish(one, 20);
    await finish(other, 20);
    // One: 0–12. The other: 10–20. Together 0–20.
    expect(await minutesOf(ann)).toEqual([22, 20]);
  });

  it('what was done before signs were noticed counts whole', async () => {
    const id = await take();
    await sit(id, 20, { 12: 12 });
    await leave(id, 20);
    await finish(id, 20);
    expect(await minutesOf(ann)).toEqual([0, 0]);
    await room.database.pool.query(
      `insert into settings (key, value) values ('signs-of-life-since', to_jsonb($1::timestamptz))`,
      [new Date(at(8))],
    );
    // 0–8 as it was measured then, and 8–12.
    expect(await minutesOf(ann)).toEqual([12, 12]);
  });
});
