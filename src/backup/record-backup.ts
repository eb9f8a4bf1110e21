import { basename } from 'node:path';
import pg from 'pg';
import type { AuditEntry } from '../audit/acts.js';
import { WRITE_AUDIT } from '../audit/audit-sql.js';
import type { BackupHeader } from './format.js';

/** Nobody waits longer for the record than this (ms); a copy is not held up by it. */
const PATIENCE_MS = 10_000;

/** Which copy: the name of its file without the folder, what instant it is of, and the digest that it ends with. */
export interface CopyFacts {
  path: string;
  header: BackupHeader;
  sha256: string;
  rows: Record<string, number>;
}

/** What stands in the record about a copy; the name of a file is the operator's own. */
export function entryOf(
  act: 'backup.written' | 'backup.restored',
  actorId: string,
  { path, header, sha256, rows }: CopyFacts,
  more: Record<string, unknown> = {},
): AuditEntry {
  const data = {
    file: basename(path),
    takenAt: header.at,
    sha256,
    rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
    ...more,
  };
  return { actorKind: 'system', actorId, act, outcome: 'done', data };
}

/** Puts the entry at the end of the record, in the transaction of the client when there is one. `now`: ms. */
export async function recordCopy(
  client: pg.Pool | pg.ClientBase,
  entry: AuditEntry,
  now: number,
): Promise<void> {
  const { actorKind: actor_kind, actorId: actor_id, act, outcome, data } = entry;
  const row = { at: new Date(now).toISOString(), actor_kind, actor_id, act, outcome, data };
  await client.query(WRITE_AUDIT, [JSON.stringify([row])]);
}

/**
 * Records that everything was copied. Null, or why it is not in the record: a database that takes no writes can still be
 * copied, and one of before the record has none.
 */
export async function recordWritten(url: string, entry: AuditEntry, now: number): Promise<Error | null> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'stepwise-backup',
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ found: boolean }>(
      `select to_regclass('audit') is not null as found`,
    );
    if (rows[0]?.found !== true) return null;
    await recordCopy(client, entry, now);
    return null;
  } catch (error) {
    return error as Error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
