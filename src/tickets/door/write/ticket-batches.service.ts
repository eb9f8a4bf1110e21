import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Database } from '../../../database/database.service.js';
import { areRowsOutdated, readRowTypes } from '../../../writes/rows/row-types.js';
import { writeStatement } from './ticket-sql.js';
import { collectRows, opens, PartArrays, PART_NAMES, WRITTEN_TABLES } from './write-parts.js';
import type { Write } from './write.js';

type Connection = Pick<pg.Pool, 'query'>;

/** Writes commands together, in one statement. */
@Injectable()
export class TicketBatches {
  private arrays: Promise<PartArrays> | null = null;

  constructor(private readonly database: Database) {}

  /** For each command whether it was written; on a `client` as part of its transaction. */
  async write(batch: readonly Write[], client?: Connection): Promise<boolean[]> {
    if (client !== undefined) return this.writeOn(client, batch);
    return this.freshly(() => this.writeOn(this.database.hot, batch));
  }

  /** Runs a write that sends rows; once more when a column came or went since the tables were looked at. */
  async freshly<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      if (!areRowsOutdated(error)) throw error;
      this.arrays = null;
      return run();
    }
  }

  private async writeOn(connection: Connection, batch: readonly Write[]): Promise<boolean[]> {
    const arrays = await this.known();
    const { rows, effects } = collectRows(batch);
    const commands = effects.some((effect) => effect !== null) || batch.some(({ key }) => key !== null);
    const news = batch.filter(({ change }) => opens(change.ticket)).length;
    const parts = PART_NAMES.filter((name) => name !== 'tickets' && name !== 'keys' && rows[name].length > 0);
    const shape = { parts, commands, opens: news > 0, changes: news < batch.length };
    const values = [
      arrays.encode('tickets', rows.tickets),
      ...(commands ? [effects, arrays.encode('keys', rows.keys)] : []),
      ...parts.map((name) => arrays.encode(name, rows[name])),
    ];
    const answer = await connection.query<{ id: string }>({ ...writeStatement(shape), values });
    if (answer.rows.length === batch.length) return batch.map(() => true);
    const written = new Set(answer.rows.map(({ id }) => id));
    return batch.map(({ change }) => written.has(change.ticket.id));
  }

  /** The tables as they are; what could not be read is not remembered. */
  private known(): Promise<PartArrays> {
    if (this.arrays !== null) return this.arrays;
    const arrays = readRowTypes(this.database.hot, WRITTEN_TABLES).then((types) => new PartArrays(types));
    this.arrays = arrays;
    arrays.catch(() => {
      if (this.arrays === arrays) this.arrays = null;
    });
    return arrays;
  }
}
