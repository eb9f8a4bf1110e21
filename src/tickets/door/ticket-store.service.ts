import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { Database } from '../../database/database.service.js';
import type { Json } from '../../engine/common/model.js';
import type { Change } from '../decide/change.js';
import { GroupCommit } from '../../writes/group-commit.js';
import { LateWrites } from './late-writes.js';
import { accountForLimits, type LimitHit } from './limited-writes.js';
import { writeSurely } from '../../writes/sure-write.js';
import type { Ticket, TicketVersion } from '../model/model.js';
import { TicketBatches } from './write/ticket-batches.service.js';
import { sealChange } from './write/seals.js';
import { parseInstant, ticketOf, type TicketRow } from './write/ticket-columns.js';
import { READ_KEY, READ_TICKETS, READ_WRITTEN, TAKE_IDS } from './write/ticket-sql.js';
import type { CommandKey, Write } from './write/write.js';

interface Together {
  writes: Write[];
  unmoved: readonly TicketVersion[];
}

const TIMESTAMPTZ = 1184;
/** Instants come as text and are parsed once, into ms. */
const ROW_TYPES = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): ((text: string) => unknown) =>
    oid === TIMESTAMPTZ && format !== 'binary'
      ? parseInstant
      : (pg.types.getTypeParser(oid, format ?? 'text') as (text: string) => unknown),
};

/** Reads and writes tickets on the hot path: one read, one write, both shared by what happens at the same moment. */
@Injectable()
export class TicketStore {
  private readonly reads = new GroupCommit<string, Ticket | 'none'>((ids) => this.readBatch(ids), {
    batches: 2,
    size: 64,
  });
  private readonly ids = new GroupCommit<null, string>((wanted) => this.takeIds('tickets', wanted.length), {
    batches: 1,
    size: 64,
  });
  /** For how many messages; those of one command get theirs together, in their order. */
  private readonly messageIds = new GroupCommit<number, string[]>(
    async (counts) => {
      const all = await this.takeIds(
        'messages',
        counts.reduce((sum, count) => sum + count, 0),
      );
      return counts.map((count) => all.splice(0, count));
    },
    { batches: 2, size: 64 },
  );
  private readonly writes = new GroupCommit<Write, boolean>((batch) => this.batches.write(batch), {
    batches: 2,
    size: 64,
    // Few large batches cost least; the database has cores for more of them when many wait.
    busy: { from: 96, batches: 4 },
  });

  private readonly late = new LateWrites((batch) => this.batches.write(batch));

  /** Transactions of several round trips: each holds a connection, so only a few run at a time. */
  private readonly transactions = new GroupCommit<Together, boolean | LimitHit>(
    async ([first]) =>
      first === undefined ? [] : [await this.batches.freshly(() => this.writeInTransaction(first))],
    { batches: 4, size: 1 },
  );

  constructor(
    private readonly database: Database,
    private readonly batches: TicketBatches,
  ) {}

  /** The ticket as it is; null when there is none with this id. */
  async read(id: string): Promise<Ticket | null> {
    if (!/^[1-9]\d{0,17}$/.test(id)) return null;
    await this.late.settled([id]);
    const found = await this.reads.add(id);
    return found === 'none' ? null : found;
  }

  /** The id (and number) of a ticket that is about to be opened. */
  takeId(): Promise<string> {
    return this.ids.add(null);
  }

  /**
   * Writes a change; once, also when the answer gets lost on the way. False: nothing was written, because the ticket is
   * at another version by now, the effect was accounted for before, or the key was used before. A `LimitHit`: it would
   * use up more of a limit than is left. `isLate`: true is answered before it is written, where that can be.
   */
  async write(
    change: Change,
    key: CommandKey | null,
    unmoved: readonly TicketVersion[] = [],
    isLate = false,
  ): Promise<boolean | LimitHit> {
    if (change.uses.length > 0 || change.settled.length > 0 || unmoved.length > 0)
      return this.writeTogether([{ change, key }], unmoved);
    const write = await this.sealed({ change, key }, randomUUID());
    if (isLate) {
      await this.late.add(write);
      return true;
    }
    await this.late.settled([change.ticket.id]);
    return writeSurely(
      () => this.writes.add(write),
      () => this.isWritten(write),
      key?.key,
    );
  }

  /**
   * Writes changes of which none may stand without the others, and accounts for the limits that they use up; only while
   * the tickets of `unmoved` are at their versions. False: none was written, as for `write`. A `LimitHit`: none was
   * written, because one of them would use up too much.
   */
  async writeTogether(
    changes: Pick<Write, 'change' | 'key'>[],
    unmoved: readonly TicketVersion[] = [],
  ): Promise<boolean | LimitHit> {
    await this.late.settled([
      ...changes.map(({ change }) => change.ticket.id),
      ...unmoved.map(({ id }) => id),
    ]);
    const commandId = randomUUID();
    const writes: Write[] = [];
    for (const one of changes) writes.push(await this.sealed(one, commandId));
    const [first] = writes;
    return writeSurely(
      () => this.transactions.add({ writes, unmoved }),
      // They stand together or not at all.
      async () => first !== undefined && (await this.isWritten(first)),
      first?.key?.key,
    );
  }

  /** What was answered late, of these tickets or of all, is in the database. Throws when something could not be written. */
  settle(ids?: readonly string[]): Promise<void> {
    return this.late.settled(ids);
  }

  /** What is about to be written, with what covers its rows. */
  private async sealed({ change, key }: Pick<Write, 'change' | 'key'>, commandId: string): Promise<Write> {
    const { length } = change.messages;
    const ids = length === 0 ? [] : await this.messageIds.add(length);
    return { change, key, commandId, seals: sealChange(change, commandId, ids) };
  }

  private async isWritten({ change: { ticket }, commandId }: Write): Promise<boolean> {
    const { rowCount } = await this.database.hot.query({
      name: 'tickets-written',
      text: READ_WRITTEN,
      values: [ticket.id, ticket.version, commandId],
    });
    return rowCount === 1;
  }

  private async writeInTransaction({ writes, unmoved }: Together): Promise<boolean | LimitHit> {
    const client = await this.database.hot.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      for (const { change } of writes) {
        const hit = await accountForLimits(client, change);
        if (hit === null) continue;
        await client.query('rollback');
        return hit;
      }
      const ids = writes.map(({ change }) => change.ticket.id);
      if (!(await lockTickets(client, ids, unmoved))) {
        await client.query('rollback');
        return false;
      }
      const written = (await this.batches.write(writes, client)).every((isWritten) => isWritten);
      await client.query(written ? 'commit' : 'rollback');
      return written;
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      // What failed half-way leaves no transaction behind: the connection goes.
      client.release(broken);
    }
  }

  /** The answer to an earlier command with this key; null when there was none. */
  async readKey(scope: string, key: string): Promise<{ bodyHash: string; answer: Json } | null> {
    const { rows } = await this.database.hot.query<{ body_hash: string; answer: Json }>({
      name: 'tickets-key',
      text: READ_KEY,
      values: [scope, key],
    });
    const [row] = rows;
    return row === undefined ? null : { bodyHash: row.body_hash, answer: row.answer };
  }

  private async readBatch(ids: string[]): Promise<(Ticket | 'none')[]> {
    const { rows } = await this.database.hot.query<TicketRow>({
      name: 'tickets-read',
      text: READ_TICKETS,
      values: [[...new Set(ids)]],
      types: ROW_TYPES,
    });
    const byId = new Map(rows.map((row) => [row.id, ticketOf(row)]));
    return ids.map((id) => byId.get(id) ?? 'none');
  }

  private async takeIds(table: 'tickets' | 'messages', count: number): Promise<string[]> {
    const { rows } = await this.database.hot.query<{ id: string }>({
      name: 'tickets-ids',
      text: TAKE_IDS,
      values: [table, count],
    });
    return rows.map((row) => row.id);
  }
}

/**
 * Locks all tickets that a write is about, in the order in which every write locks them, so that two never wait for
 * each other. False: one of `unmoved` is at another version by now.
 */
async function lockTickets(
  client: pg.PoolClient,
  ids: readonly string[],
  unmoved: readonly TicketVersion[],
): Promise<boolean> {
  const { rows } = await client.query<TicketVersion>(
    'select id, version from tickets where id = any($1::bigint[]) order by id for update',
    [[...ids, ...unmoved.map(({ id }) => id)]],
  );
  return unmoved.every(({ id, version }) => rows.some((row) => row.id === id && row.version === version));
}
