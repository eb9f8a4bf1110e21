import { describe, expect, it } from '@jest/globals';
import { startTestApp } from '../../support/app.js';
import { LEASE_MS, START } from '../../support/small-world.js';
import { TicketActsService } from '../../../src/tickets/http/ticket-acts.service.js';
import { TicketsService } from '../../../src/tickets/door/tickets.service.js';
import type { Applied, CommandOptions } from '../../../src/tickets/model/model.js';
import { HOUR, MINUTE, openDoorRoom, slugOf } from './door-room.js';

const room = openDoorRoom();
const { rows } = room;
const MERGE = { type: 'merge', confirmed: false } as const;
const UNDO = { type: 'undo-merge' } as const;

const merge = (
  child: string,
  target: string,
  more: Partial<{ confirmed: boolean; now: number; tickets: TicketsService }> = {},
): Promise<Applied> =>
  (more.tickets ?? room.w.tickets).applyToPair(
    child,
    target,
    { ...MERGE, confirmed: more.confirmed ?? false },
    room.w.by(room.w.sue, more.now ?? START),
  );
const undo = (child: string, target: string, now = START): Promise<Applied> =>
  room.w.tickets.applyToPair(child, target, UNDO, room.w.by(room.w.sue, now));
const open = async (customer = 'c1', now = START): Promise<string> =>
  (await room.w.open(now, { customer })).ticket.id;
const statusOf = async (id: string): Promise<unknown> =>
  (await rows('select status, merged_into::text as into from tickets where id = $1', id))[0];

/** All of them, 40 at a time at once. */
async function inRounds<T, R>(items: readonly T[], act: (item: T, n: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += 40)
    results.push(...(await Promise.all(items.slice(from, from + 40).map((item, i) => act(item, from + i)))));
  return results;
}

describe('merging', () => {
  it('changes both tickets at once: the child is told into which, the other one from which', async () => {
    const [child, target] = [await open(), await open()];
    const { ticket } = await merge(child, target);
    expect(ticket).toMatchObject({ status: 'merged', mergedInto: target, openVisits: [] });
    const types = async (id: string) =>
      (await rows('select type from history where ticket_id = $1 order by seq', id)).map((r) => r['type']);
    expect(await types(child)).toEqual(['opened', 'merged']);
    expect(await types(target)).toEqual(['opened', 'merged-from']);
    for (const table of ['waiting', 'leases', 'timers'])
      expect(await rows(`select 1 from ${table} where ticket_id = $1`, child)).toEqual([]);
  });

  it('A into B and B into A at once, 200 pairs, from two processes: one wins each, no message is lost', async () => {
    // In rounds: what stands in line for more than ten seconds is refused, and the machine may be busy.
    const other = await startTestApp({ role: 'api', databaseUrl: room.app.config.databaseUrl });
    try {
      const there = other.app.get(TicketsService);
      const acts = room.app.app.get(TicketActsService, { strict: false });
      const pairs = await inRounds(
        Array.from({ length: 200 }),
        async () => [await open(), await open()] as const,
      );
      const options: CommandOptions = room.w.by(room.w.ann, START + MINUTE);
      const outcomes = await inRounds(pairs, async ([a, b], n) => {
        const slugs = Promise.all([
          slugOf(merge(a, b, { now: START + MINUTE })),
          slugOf(merge(b, a, { now: START + MINUTE, ...(n % 2 === 0 && { tickets: there }) })),
        ]);
        // The customer writes to one of them in the same moment.
        await acts.sayAsCustomer(n % 3 === 0 ? a : b, `message ${String(n)}`, options);
        return slugs;
      });
      expect(outcomes.filter((slugs) => slugs.filter((s) => s === 'accepted').length !== 1)).toEqual([]);
      const others = new Set(outcomes.flat().filter((slug) => slug !== 'accepted'));
      expect([...others].filter((slug) => !['merge-refused', 'not-fitting-state'].includes(slug))).toEqual(
        [],
      );
      for (const [a, b] of pairs) {
        const states = [await statusOf(a), await statusOf(b)];
        expect(states).toContainEqual({ status: 'open', into: null });
      }
      // Afterwards too: each message ends, in the ticket that goes on.
      await inRounds(pairs, ([a, b], n) =>
        acts.sayAsCustomer(n % 2 === 0 ? a : b, `later ${String(n)}`, options),
      );
      const { rows: said } = await room.w.database.pool.query<{ body: string; status: string }>(
        `select m.body, t.status from messages m join tickets t on t.id = m.ticket_id
         where m.body like 'message %' or m.body like 'later %'`,
      );
      expect(said).toHaveLength(400);
      expect(said.filter(({ body, status }) => body.startsWith('later') && status !== 'open')).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('into a ticket that is cancelled in the same moment: the customer is heard, and the case can go on', async () => {
    const acts = room.app.app.get(TicketActsService, { strict: false });
    const say = (id: string) => slugOf(acts.sayAsCustomer(id, `about ${id}`, room.w.by(room.w.ann, START)));
    for (let n = 0; n < 40; n++) {
      const [child, target] = [await open(), await open()];
      const [merged, cancelled] = await Promise.all([
        slugOf(merge(child, target)),
        slugOf(room.w.act(room.w.sue, target, { type: 'cancel', reason: 'void' })),
      ]);
      expect(cancelled).toBe('accepted');
      expect(['accepted', 'merge-refused']).toContain(merged);
      expect(await say(child)).toBe('accepted');
      expect(await rows('select 1 from messages where body = $1', `about ${child}`)).toHaveLength(1);
      if (merged === 'accepted') expect(await slugOf(undo(child, target))).toBe('accepted');
      expect(await statusOf(child)).toEqual({ status: 'open', into: null });
    }
  });

  it('of another customer needs a look and a second yes', async () => {
    const [child, target] = [await open('c1'), await open('c2')];
    const refused = await merge(child, target).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      slug: 'confirm-merge',
      status: 409,
      facts: {
        other: {
          id: target,
          number: Number(target),
          subject: 'A question',
          customer: { id: 'c2' },
          status: 'open',
          steps: [{ step: 'triage', title: { en: 'Triage', 'zh-CN': '初审' } }],
        },
      },
    });
    expect(await statusOf(child)).toEqual({ status: 'open', into: null });
    expect(await slugOf(merge(child, target, { confirmed: true }))).toBe('accepted');
  });

  it('never into itself, into one that has ended, or by who leads only one of the teams', async () => {
    const [child, target] = [await open(), await open()];
    expect(await slugOf(merge(child, child))).toBe('merge-refused');
    expect(await slugOf(room.w.tickets.applyToPair(child, target, MERGE, room.w.by(room.w.ann, START)))).toBe(
      'not-yours',
    );
    await room.w.event(room.w.ann, target, 'APPROVE', { amount: 5 });
    expect(await slugOf(merge(child, target))).toBe('merge-refused');
    expect(await slugOf(merge(child, '999999999'))).toBe('ticket-not-found');
  });

  it('hides both from who may not see one of them', async () => {
    const [child, target] = [await open(), await open()];
    for (const hidden of [child, target]) {
      const by = { ...room.w.by(room.w.sue, START), visible: ({ id }: { id: string }) => id !== hidden };
      expect(await slugOf(room.w.tickets.applyToPair(child, target, MERGE, by))).toBe('ticket-not-found');
    }
  });

  it('once under its key, however often it comes', async () => {
    const [child, target] = [await open(), await open()];
    const by = {
      ...room.w.by(room.w.sue, START),
      idempotency: { scope: room.w.sue.id, key: `merge-${child}`, bodyHash: 'h' },
    };
    const all = await Promise.all(
      Array.from({ length: 10 }, () => room.w.tickets.applyToPair(child, target, MERGE, by)),
    );
    expect(new Set(all.map(({ ticket }) => ticket.version))).toEqual(new Set([2]));
    expect(
      await rows("select 1 from history where ticket_id = $1 and type = 'merged-from'", target),
    ).toHaveLength(1);
  });

  it('keeps authors: what is said about the child is said by its customer, recorded by who entered it', async () => {
    const acts = room.app.app.get(TicketActsService, { strict: false });
    const [child, target] = [await open('c1'), await open('c2')];
    await merge(child, target, { confirmed: true });
    await acts.sayAsCustomer(child, 'I am still here', room.w.by(room.w.ann, START + MINUTE));
    const [message] = await rows(
      'select "from", author, recorded_by from messages where ticket_id = $1 and "from" = \'customer\'',
      target,
    );
    expect(message).toMatchObject({
      author: { kind: 'customer', id: 'c1' },
      recorded_by: { kind: 'agent', id: room.w.ann.id },
    });
    const [event] = await rows(
      'select actor, recorded_by, cause, data from history where ticket_id = $1 order by seq desc limit 1',
      target,
    );
    expect(event).toMatchObject({
      actor: { kind: 'customer', id: 'c1' },
      recorded_by: { id: room.w.ann.id },
      cause: 'customer',
      data: { via: child },
    });
  });
});

describe('undoing a merge', () => {
  it('the child goes on where it was, however long ago, and its clocks did not run meanwhile', async () => {
    const [child, target] = [await open(), await open()];
    await room.w.event(room.w.ann, child, 'ASK', undefined, START + MINUTE);
    const before = await room.w.tickets.read(child);
    await merge(child, target, { now: START + HOUR });
    const away = 400 * 24 * HOUR;
    const { ticket } = await undo(child, target, START + HOUR + away);
    expect(ticket).toMatchObject({ status: 'open', outcome: null, mergedInto: null });
    expect(ticket.state.steps).toEqual(['asking']);
    const due = (timers: Record<string, { dueAt: number }> | undefined) =>
      Object.values(timers ?? {}).map(({ dueAt }) => dueAt);
    expect(due(ticket.state.timers)).toEqual(due(before?.state.timers).map((at) => at + away));
    expect(await rows('select 1 from timers where ticket_id = $1', child)).toHaveLength(2);
    // And it really goes on: the customer answers, somebody decides.
    const acts = room.app.app.get(TicketActsService, { strict: false });
    const later = START + HOUR + away + MINUTE;
    await acts.sayAsCustomer(child, 'The blue one', room.w.by(room.w.ann, later));
    const done = await room.w.event(room.w.ann, child, 'APPROVE', { amount: 5 }, later + MINUTE);
    expect(done.ticket).toMatchObject({ status: 'resolved', outcome: 'paid' });
  });

  it('a step that somebody held waits again in its lane', async () => {
    const [child, target] = [await open(), await open()];
    await room.w.act(room.w.ann, child, {
      type: 'claim',
      visitNo: 1,
      userId: room.w.ann.id,
      leaseMs: LEASE_MS,
    });
    await merge(child, target);
    const { ticket } = await undo(child, target, START + HOUR);
    expect(ticket.openVisits).toMatchObject([{ step: 'triage', holder: null, no: 2 }]);
    expect(await rows('select visit_no from waiting where ticket_id = $1', child)).toEqual([{ visit_no: 2 }]);
  });

  it.each([
    [
      'a message there',
      (target: string) =>
        room.w.act(room.w.ann, target, { type: 'message', from: 'agent', body: 'x', internal: true }),
    ],
    [
      'a person who took it',
      (target: string) =>
        room.w.act(room.w.ann, target, {
          type: 'claim',
          visitNo: 1,
          userId: room.w.ann.id,
          leaseMs: LEASE_MS,
        }),
    ],
    ['another merge into it', async (target: string) => merge(await open(), target)],
  ])('not any more after %s', async (_, happens) => {
    const [child, target] = [await open(), await open()];
    await merge(child, target);
    await happens(target);
    expect(await slugOf(undo(child, target))).toBe('cannot-undo');
    expect(await statusOf(child)).toEqual({ status: 'merged', into: target });
  });

  it('not twice, and not what was never merged', async () => {
    const [child, target] = [await open(), await open()];
    expect(await slugOf(undo(child, target))).toBe('cannot-undo');
    await merge(child, target);
    expect(await slugOf(undo(child, target))).toBe('accepted');
    expect(await slugOf(undo(child, target))).toBe('cannot-undo');
    // And merged again it may be undone again.
    await merge(child, target);
    expect(await slugOf(undo(child, target))).toBe('accepted');
  });

  it('against what happens in the other ticket in that very moment: one of the two', async () => {
    for (let n = 0; n < 40; n++) {
      const [child, target] = [await open(), await open()];
      await merge(child, target);
      const acts = room.app.app.get(TicketActsService, { strict: false });
      const [undone, said] = await Promise.all([
        slugOf(undo(child, target)),
        slugOf(acts.sayAsCustomer(child, `still there ${String(n)}`, room.w.by(room.w.ann, START))),
      ]);
      expect(said).toBe('accepted');
      const { rows: heard } = await room.w.database.pool.query<{ at: string; status: string }>(
        'select m.ticket_id::text as at, t.status from messages m join tickets t on t.id = m.ticket_id where m.body = $1',
        [`still there ${String(n)}`],
      );
      // Heard in the ticket that the child then was: in the other one, or in itself. Never lost, never twice.
      expect(heard.map(({ at }) => at)).toEqual([undone === 'accepted' ? child : target]);
    }
  });
});
