import type pg from 'pg';

/**
 * Empties tables row by row, also those that only grow: tests own their server, and its owner can take triggers away.
 * Not truncate: it would wait for all readers at once.
 */
export async function clearTables(pool: pg.Pool, tables: readonly string[]): Promise<void> {
  await pool.query(
    [
      'begin',
      'set local session_replication_role = replica',
      ...tables.map((name) => `delete from ${name}`),
      'commit',
    ].join(';'),
  );
}

/** Everything that hangs on tickets. */
export const TICKET_TABLES = [
  'tickets',
  'history',
  'visits',
  'waiting',
  'leases',
  'signs_of_life',
  'timers',
  'outbox',
  'messages',
  'search_terms',
  'search_stale',
  'ticket_seals',
  'seal_anchors',
];
