import { PrismaPg } from '@prisma/adapter-pg';
import { assign, createActor, setup, type Snapshot } from 'xstate';
import { PrismaClient } from '../../../src/database/generated/client.js';
import { PAYLOAD, STATES } from '../shared/work.js';
import { runClosedLoop, type LoopFigures } from '../shared/figures.js';

interface Advance {
  type: 'ADVANCE';
  amount: number;
  orderId: string;
}

const machine = setup({
  types: { context: {} as { orderId: string; amount: number }, events: {} as Advance },
  guards: { inRange: ({ event }) => event.amount > 0 && event.amount < 1_000_000 },
  actions: { note: assign({ orderId: ({ event }) => event.orderId, amount: ({ event }) => event.amount }) },
}).createMachine({
  id: 'bench',
  initial: STATES[0],
  context: { orderId: '', amount: 0 },
  states: Object.fromEntries(
    STATES.map((state, i) =>
      i === STATES.length - 1
        ? [state, { type: 'final' as const }]
        : [
            state,
            {
              on: { ADVANCE: { target: STATES[i + 1], guard: 'inRange' as const, actions: 'note' as const } },
            },
          ],
    ),
  ),
});

type Stored = Snapshot<unknown>;

function send(stored: Stored | undefined): { stored: Stored; state: string } {
  const actor = createActor(machine, stored === undefined ? {} : { snapshot: stored });
  actor.start();
  if (stored !== undefined) actor.send({ type: 'ADVANCE', amount: PAYLOAD.amount, orderId: PAYLOAD.orderId });
  const state = actor.getSnapshot().value as unknown as string;
  const snapshot = actor.getPersistedSnapshot();
  actor.stop();
  return { stored: snapshot, state };
}

/**
 * The usual way: an XState actor restored from its snapshot, and a Prisma interactive transaction that reads the
 * ticket and writes ticket, history, visit and outbox, on the same tables as ours.
 */
export async function runPrisma(url: string, tickets: number, inFlight: number): Promise<LoopFigures> {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: 10 }),
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  });
  const mark = `rival-${String(Date.now())}`;
  try {
    await Promise.all(Array.from({ length: 10 }, () => prisma.$queryRawUnsafe('select 1 as x')));
    const open = async (): Promise<bigint> => {
      const { stored, state } = send(undefined);
      const now = new Date();
      const ticket = await prisma.ticket.create({
        data: {
          sopId: mark,
          sopVersion: 1,
          version: 1,
          skills: [],
          tags: [],
          handlers: [],
          status: 'open',
          subject: 'bench',
          lang: 'en',
          channel: 'web',
          priority: 'normal',
          customerId: 'c',
          customer: {},
          team: 'bench',
          tier: 1,
          steps: [state],
          state: JSON.parse(JSON.stringify(stored)) as object,
          openVisits: [],
          lastVisit: 0,
          sla: {},
          issueKey: '',
          openedBy: {},
          createdAt: now,
          updatedAt: now,
        },
      });
      return ticket.id;
    };
    const advance = async (id: bigint): Promise<void> => {
      await prisma.$transaction(async (tx) => {
        const ticket = await tx.ticket.findUniqueOrThrow({ where: { id } });
        const { stored, state } = send(ticket.state as unknown as Stored);
        const now = new Date();
        const seq = ticket.version + 1;
        const { count } = await tx.ticket.updateMany({
          where: { id, version: ticket.version },
          data: {
            version: seq,
            steps: [state],
            state: JSON.parse(JSON.stringify(stored)) as object,
            updatedAt: now,
          },
        });
        if (count !== 1) throw new Error('stale');
        await tx.history.create({
          data: {
            ticketId: id,
            seq,
            at: now,
            type: 'ADVANCE',
            actor: {},
            cause: 'agent',
            data: PAYLOAD,
            steps: [state],
          },
        });
        await tx.visit.create({
          data: {
            ticketId: id,
            no: seq,
            sopId: mark,
            sopVersion: 1,
            step: ticket.steps[0] ?? '',
            kind: 'human',
            enteredAt: ticket.updatedAt,
            exitedAt: now,
            leftBy: 'ADVANCE',
            queueMs: 0n,
            touchMs: BigInt(now.getTime() - ticket.updatedAt.getTime()),
            customerMs: 0n,
            externalMs: 0n,
            offShiftMs: 0n,
            joinMs: 0n,
            team: 'bench',
            tier: 1,
            slaBreached: false,
            escalated: false,
            failed: false,
            policy: false,
            regions: [],
          },
        });
        await tx.outbox.create({
          data: { ticketId: id, seq, n: 0, kind: 'lane', payload: PAYLOAD, at: now },
        });
      });
    };
    const figures = await runClosedLoop({ tickets, inFlight, steps: STATES.length - 1, open, advance });
    const written = await prisma.visit.count({ where: { sopId: mark } });
    if (written !== figures.done) throw new Error('the Prisma rival wrote another number of visits');
    return figures;
  } finally {
    await prisma.$disconnect();
  }
}
