import pg from 'pg';
import { WRITE_AUDIT } from '../../../src/audit/audit-sql.js';
import { verifyAudit } from '../../../src/audit/verify-audit.service.js';
import { manyTicketsSql } from '../../support/backup-data.js';
import { round } from '../shared/figures.js';
import type { BenchServer } from '../shared/server.js';

const ROWS = 1_000_000;
const BATCH = 1_000;
/** Beside the record; each has an event and a message. */
const TICKETS = 100_000;

export interface AuditResult {
  rows: number;
  findings: number;
  writeSeconds: number;
  verifySeconds: number;
  tickets: number;
}

const row = (n: number): object => ({
  at: new Date(Date.UTC(2026, 0, 1) + n * 20_000).toISOString(),
  actor_kind: 'agent',
  actor_id: `0199c3b2-7c1e-7000-8000-${String(n % 500).padStart(12, '0')}`,
  act: 'customer.read',
  outcome: 'done',
  tickets: [String((n % TICKETS) + 1)],
  request_id: `req-${String(n)}`,
  personal: { address: `192.0.2.${String(n % 250)}` },
});

/**
 * Writes `--rows=` rows (one million) of the record beside the history and messages of 100,000 tickets, and looks whether
 * all of it is as it was written.
 */
export async function benchAudit(server: BenchServer, args: string[]): Promise<AuditResult> {
  const named = args.find((arg) => arg.startsWith('--rows='));
  const rows = named === undefined ? ROWS : Number(named.slice('--rows='.length));
  const pool = new pg.Pool({ connectionString: await server.openDatabase('audit'), max: 1 });
  try {
    await pool.query(manyTicketsSql(TICKETS));
    const begin = performance.now();
    for (let from = 0; from < rows; from += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, rows - from) }, (_, n) => row(from + n));
      await pool.query({ name: 'write', text: WRITE_AUDIT, values: [JSON.stringify(batch)] });
    }
    const written = performance.now();
    await pool.query('vacuum analyze');
    const ready = performance.now();
    const { rows: verified, findings } = await verifyAudit(pool);
    return {
      rows: verified,
      findings: findings.length,
      writeSeconds: round((written - begin) / 1_000, 1),
      verifySeconds: round((performance.now() - ready) / 1_000, 1),
      tickets: TICKETS,
    };
  } finally {
    await pool.end();
  }
}
