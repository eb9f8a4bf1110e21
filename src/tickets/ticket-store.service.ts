import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { Database } from '../database/database.service.js';
import type { Actor, CustomerFacts, EngineState, Json, Priority } from '../engine/model.js';
import type { Lang } from '../engine/text.js';
import type { Change } from './change.js';
import { writeParameters, type CommandKey } from './change-rows.js';
import { GroupCommit } from './group-commit.js';
import type { OpenVisit, Ticket, TicketSla, TicketStatus } from './model.js';
import { READ_KEY, READ_TICKETS, TAKE_IDS, WRITE_CHANGES, WRITE_NEW } from './ticket-sql.js';

interface Write {
  change: Change;
  key: CommandKey | null;
}

const TIMESTAMPTZ = 1184;
/** Instants come as text and are parsed once, into ms. */
const ROW_TYPES = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): ((text: string) => unknown) =>
    oid === TIMESTAMPTZ && format !== 'binary'
      ? parseInstant
      : (pg.types.getTypeParser(oid, format ?? 'text') as (text: string) => unknown),
};

/** PostgreSQL's text of an instant (`2026-11-22 09:00:00.123+00`), in ms since 1970. */
export function parseInstant(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11)}`.replace(/([+-]\d\d)$/, '$1:00'));
}

/** A row of `tickets` as the driver gives it. */
interface TicketRow {
  id: string;
  sop_id: string;
  sop_version: number;
  version: number;
  status: TicketStatus;
  outcome: string | null;
  subject: string;
  lang: Lang;
  channel: string;
  priority: Priority;
  customer: CustomerFacts;
  team: string;
  tier: number;
  skills: string[];
  tags: string[];
  state: EngineState;
  open_visits: OpenVisit[];
  last_visit: number;
  sla: TicketSla;
  assignee: string | null;
  due_at: number | null;
  issue_key: string;
  opened_by: Actor;
  created_at: number;
  updated_at: number;
  asked_at: number | null;
  replied_at: number | null;
  reply_due_at: number | null;
  first_resolved_at: number | null;
  resolved_at: number | null;
  reopenings: number;
  first_reopened_at: number | null;
  escalations: number;
  transfers: number;
  handovers: number;
  handlers: string[];
  merged_into: string | null;
}

/** Reads and writes tickets on the hot path: one read, one write, both shared by what happens at the same moment. */
@Injectable()
export class TicketStore {
  private readonly reads = new GroupCommit<string, Ticket | 'none'>((ids) => this.readBatch(ids), {
    batches: 2,
    size: 64,
  });
  private readonly ids = new GroupCommit<null, string>((wanted) => this.takeIds(wanted.length), {
    batches: 1,
    size: 64,
  });
  private readonly changes = new GroupCommit<Write, boolean>(
    (batch) => this.writeBatch(WRITE_CHANGES, batch),
    {
      batches: 2,
      size: 64,
    },
  );
  private readonly news = new GroupCommit<Write, boolean>((batch) => this.writeBatch(WRITE_NEW, batch), {
    batches: 2,
    size: 64,
  });

  constructor(private readonly database: Database) {}

  /** The ticket as it is; null when there is none with this id. */
  async read(id: string): Promise<Ticket | null> {
    if (!/^[1-9]\d{0,17}$/.test(id)) return null;
    const found = await this.reads.add(id);
    return found === 'none' ? null : found;
  }

  /** The id (and number) of a ticket that is about to be opened. */
  takeId(): Promise<string> {
    return this.ids.add(null);
  }

  /**
   * Writes a change. False: nothing was written, because the ticket is at another version by now, the effect was
   * accounted for before, or the key was used before.
   */
  write(change: Change, key: CommandKey | null): Promise<boolean> {
    return (change.before === null ? this.news : this.changes).add({ change, key });
  }

  /** The answer to an earlier command with this key; null when there was none. */
  async readKey(scope: string, key: string): Promise<{ bodyHash: string; answer: Json } | null> {
    const { rows } = await this.database.pool.query<{ body_hash: string; answer: Json }>({
      name: 'tickets-key',
      text: READ_KEY,
      values: [scope, key],
    });
    const [row] = rows;
    return row === undefined ? null : { bodyHash: row.body_hash, answer: row.answer };
  }

  private async readBatch(ids: string[]): Promise<(Ticket | 'none')[]> {
    const { rows } = await this.database.pool.query<TicketRow>({
      name: 'tickets-read',
      text: READ_TICKETS,
      values: [[...new Set(ids)]],
      types: ROW_TYPES,
    });
    const byId = new Map(rows.map((row) => [row.id, ticketOf(row)]));
    return ids.map((id) => byId.get(id) ?? 'none');
  }

  private async takeIds(count: number): Promise<string[]> {
    const { rows } = await this.database.pool.query<{ id: string }>({
      name: 'tickets-ids',
      text: TAKE_IDS,
      values: [count],
    });
    return rows.map((row) => row.id);
  }

  private async writeBatch(statement: string, batch: Write[]): Promise<boolean[]> {
    const { rows } = await this.database.pool.query<{ id: string }>({
      name: statement === WRITE_NEW ? 'tickets-open' : 'tickets-write',
      text: statement,
      values: writeParameters(batch),
    });
    const written = new Set(rows.map((row) => row.id));
    return batch.map((w) => written.has(w.change.ticket.id));
  }
}

function ticketOf(r: TicketRow): Ticket {
  return {
    id: r.id,
    sopId: r.sop_id,
    sopVersion: r.sop_version,
    version: r.version,
    status: r.status,
    outcome: r.outcome,
    subject: r.subject,
    lang: r.lang,
    channel: r.channel,
    priority: r.priority,
    customer: r.customer,
    team: r.team,
    tier: r.tier,
    skills: r.skills,
    tags: r.tags,
    state: r.state,
    openVisits: r.open_visits,
    lastVisit: r.last_visit,
    sla: r.sla,
    assignee: r.assignee,
    dueAt: r.due_at,
    issueKey: r.issue_key,
    openedBy: r.opened_by,
    createdAt: r.created_at,
    updatedAt: r.updated_at,
    askedAt: r.asked_at,
    repliedAt: r.replied_at,
    replyDueAt: r.reply_due_at,
    firstResolvedAt: r.first_resolved_at,
    resolvedAt: r.resolved_at,
    reopenings: r.reopenings,
    firstReopenedAt: r.first_reopened_at,
    escalations: r.escalations,
    transfers: r.transfers,
    handovers: r.handovers,
    handlers: r.handlers,
    mergedInto: r.merged_into,
  };
}
