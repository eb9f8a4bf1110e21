import type pg from 'pg';
import {
  FIND_BREACHES,
  FIND_GAPS,
  FIND_MISSING_ANCHORS,
  FIND_WRONG_ANCHORS,
  READ_ENDS,
  SHARE_WORK,
} from './audit-sql.js';
import { FIND_BROKEN_ENDS, FIND_BROKEN_SEALS } from './seal-sql.js';
import { FIND_LOST_SEALS, FIND_MISSING_TICKETS, FIND_WRONG_SEAL_ANCHORS } from './tie-sql.js';

/** More than this many findings say no more than the first ones. */
const MOST_FINDINGS = 100;

export interface AuditFinding {
  /** What was found. */
  kind:
    | 'changed'
    | 'unlinked'
    | 'personal-changed'
    | 'end-missing'
    | 'anchor-wrong'
    | 'anchor-missing'
    | 'head-unknown'
    | 'value-changed'
    | 'row-changed'
    | 'rows-unlinked'
    | 'rows-missing'
    | 'events-missing'
    | 'seals-wrong'
    | 'seal-lost'
    | 'ticket-missing';
  /** Where: a row of the record, a day, or a row of history or messages. */
  where: string;
}

export interface AuditVerdict {
  rows: number;
  /** `SEQ:HASH`, to be kept elsewhere. */
  head: string;
  findings: AuditFinding[];
}

interface Breach {
  seq: string;
  before: string | null;
  is_content: boolean;
  is_linked: boolean;
  is_personal: boolean;
}

interface BrokenSeal {
  ticket: string;
  place: string;
  ref: string;
  before_place: string | null;
  before_ref: string | null;
  is_linked: boolean;
  is_content: boolean;
  is_personal: boolean;
}

interface Ends {
  kept_seq: string;
  kept_hash: string;
  last_seq: string;
  last_hash: string | null;
  rows: string;
}

/** The newest row of the record as `SEQ:HASH`: who keeps it elsewhere finds out when everything is rewritten. */
export async function readAuditHead(client: pg.Pool | pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ seq: string; hash: string }>(
    `select seq, encode(hash, 'hex') as hash from audit_head where id = 1`,
  );
  return `${rows[0]?.seq ?? '0'}:${rows[0]?.hash ?? ''}`;
}

/**
 * Looks for rows that were changed, removed, put in or moved, all in one moment's view of the database. `kept`: heads
 * (`SEQ:HASH`) that were copied elsewhere; each must still be part of the chain.
 */
export async function verifyAudit(pool: pg.Pool, kept: string[] = []): Promise<AuditVerdict> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(SHARE_WORK);
    const findings = [
      ...(await findBreaches(client)),
      ...(await findWrongEnds(client)),
      ...(await findWrongAnchors(client)),
      ...(await findUnknownHeads(client, kept)),
      ...(await findChangedRecords(client)),
      ...(await findUntied(client)),
    ];
    const { rows } = await client.query<Ends>(READ_ENDS);
    const head = await readAuditHead(client);
    await client.query('commit');
    return { rows: Number(rows[0]?.rows ?? 0), head, findings };
  } finally {
    // Ends a transaction that broke off; nothing was written in it.
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

async function findBreaches(client: pg.ClientBase): Promise<AuditFinding[]> {
  const { rows } = await client.query<Breach>(FIND_BREACHES, [MOST_FINDINGS]);
  return rows.map(({ seq, before, ...is }) => {
    if (!is.is_content) return { kind: 'changed', where: `audit ${seq}` };
    if (!is.is_linked) return { kind: 'unlinked', where: `audit ${before ?? '0'}–${seq}` };
    return { kind: 'personal-changed', where: `audit ${seq}` };
  });
}

async function findWrongEnds(client: pg.ClientBase): Promise<AuditFinding[]> {
  const { rows } = await client.query<Ends>(READ_ENDS);
  const [ends] = rows;
  if (ends === undefined) return [{ kind: 'end-missing', where: 'audit_head' }];
  const isEmpty = ends.kept_seq === '0' && ends.last_seq === '0';
  if (isEmpty || (ends.kept_seq === ends.last_seq && ends.kept_hash === ends.last_hash)) return [];
  return [{ kind: 'end-missing', where: `audit ${ends.last_seq}–${ends.kept_seq}` }];
}

async function findWrongAnchors(client: pg.ClientBase): Promise<AuditFinding[]> {
  const wrong = await client.query<{ day: string }>(FIND_WRONG_ANCHORS);
  const missing = await client.query<{ day: string }>(FIND_MISSING_ANCHORS);
  return [
    ...wrong.rows.map(({ day }): AuditFinding => ({ kind: 'anchor-wrong', where: day })),
    ...missing.rows.map(({ day }): AuditFinding => ({ kind: 'anchor-missing', where: day })),
  ];
}

async function findUnknownHeads(client: pg.ClientBase, kept: string[]): Promise<AuditFinding[]> {
  const findings: AuditFinding[] = [];
  for (const head of kept) {
    const [, seq, hash] = /^(\d{1,18}):([0-9a-f]{64})$/i.exec(head) ?? [];
    const { rows } = await client.query(`select from audit where seq = $1 and hash = decode($2, 'hex')`, [
      seq ?? '-1',
      hash ?? '',
    ]);
    if (rows.length === 0 && seq !== '0') findings.push({ kind: 'head-unknown', where: head });
  }
  return findings;
}

/** History and messages: the chain of each ticket. */
async function findChangedRecords(client: pg.ClientBase): Promise<AuditFinding[]> {
  const broken = await client.query<BrokenSeal>(FIND_BROKEN_SEALS, [MOST_FINDINGS]);
  const ends = await client.query<{ ticket: string }>(FIND_BROKEN_ENDS, [MOST_FINDINGS]);
  const gaps = await client.query<{ ticket: string }>(FIND_GAPS, [MOST_FINDINGS]);
  return [
    ...broken.rows.map(wordSeal),
    ...ends.rows.map(({ ticket }): AuditFinding => ({ kind: 'rows-missing', where: `ticket ${ticket}` })),
    ...gaps.rows.map(({ ticket }): AuditFinding => ({ kind: 'events-missing', where: `ticket ${ticket}` })),
  ];
}

/** What the record says of tickets against the tickets that there are. */
async function findUntied(client: pg.ClientBase): Promise<AuditFinding[]> {
  const wrong = await client.query<{ seq: string }>(FIND_WRONG_SEAL_ANCHORS, [MOST_FINDINGS]);
  const lost = await client.query<{ ticket: string }>(FIND_LOST_SEALS, [MOST_FINDINGS]);
  const missing = await client.query<{ ticket: string }>(FIND_MISSING_TICKETS, [MOST_FINDINGS]);
  return [
    ...wrong.rows.map(({ seq }): AuditFinding => ({ kind: 'seals-wrong', where: `audit ${seq}` })),
    ...lost.rows.map(({ ticket }): AuditFinding => ({ kind: 'seal-lost', where: `ticket ${ticket}` })),
    ...missing.rows.map(({ ticket }): AuditFinding => ({
      kind: 'ticket-missing',
      where: `ticket ${ticket}`,
    })),
  ];
}

function wordSeal({ place, ref, before_place, before_ref, ...is }: BrokenSeal): AuditFinding {
  const where = `${place} ${ref}`;
  if (!is.is_linked) {
    const before =
      before_ref === null ? `the start of ticket ${is.ticket}` : `${String(before_place)} ${before_ref}`;
    return { kind: 'rows-unlinked', where: `${before} – ${where}` };
  }
  return { kind: is.is_personal ? 'row-changed' : 'value-changed', where };
}
