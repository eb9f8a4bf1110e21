import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Database } from '../../database/database.service.js';
import { parseDuration } from '../../engine/index.js';
import type { FcrWindow } from './cohort-sql.js';

/** Longest time that the figures of one answer may take. */
const STATEMENT_MS = 60_000;

/** Reads figures that belong together from one state of the database, so that they agree. */
@Injectable()
export class FigureSnapshot {
  constructor(private readonly database: Database) {}

  async read<T>(work: (client: PoolClient, windows: FcrWindow[]) => Promise<T>): Promise<T> {
    const client = await this.database.slow.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      // Compiling a query to machine code takes longer than these take.
      await client.query(`set local statement_timeout = ${STATEMENT_MS}; set local jit = off`);
      const result = await work(client, await readWindows(client));
      await client.query('commit');
      return result;
    } catch (error) {
      // The first error is the one worth hearing, also when the connection is gone.
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}

/** The FCR windows that versions set themselves (definition section 1). */
async function readWindows(client: PoolClient): Promise<FcrWindow[]> {
  const { rows } = await client.query<{ sop: string; version: number; period: string }>(
    `select sop_id as sop, version, definition #>> '{meta,fcrWindow}' as period from sop_versions
     where definition #>> '{meta,fcrWindow}' is not null`,
  );
  return rows.flatMap(({ sop, version, period }) => {
    const ms = parseDuration(period);
    return ms === null ? [] : [{ sop, version, ms }];
  });
}
