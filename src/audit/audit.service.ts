import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/database.service.js';
import type { AuditEntry } from './acts.js';
import { WRITE_AUDIT } from './audit-sql.js';

/** Of one row. */
const MOST_TICKETS = 1_000;

interface Waiting {
  rows: object[];
  done: () => void;
  failed: (error: unknown) => void;
}

/** Writes the record of who did what. What is acknowledged stands. */
@Injectable()
export class Audit implements OnApplicationShutdown {
  private waiting: Waiting[] = [];
  private writing: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of `Database.together` when there is one; the last thing of it, since all writers take turns. */
  async write(entry: AuditEntry): Promise<void> {
    await this.database.query('audit-write', WRITE_AUDIT, [JSON.stringify(this.toRows(entry))]);
  }

  /** Entries of the same moment share one write; resolves when this one stands. */
  async note(entry: AuditEntry): Promise<void> {
    const rows = this.toRows(entry);
    const written = new Promise<void>((done, failed) => this.waiting.push({ rows, done, failed }));
    this.writing ??= this.writeWaiting();
    await written;
  }

  /** Whoever waits for an entry to stand is answered before the pool ends. */
  async onApplicationShutdown(): Promise<void> {
    await this.writing;
  }

  private async writeWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      const rows = JSON.stringify(batch.flatMap((one) => one.rows));
      try {
        await this.database.pool.query({ name: 'audit-write', text: WRITE_AUDIT, values: [rows] });
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.writing = null;
  }

  /** Each ticket can be asked for: a longer list goes on in further rows, which say which part of how many they are. */
  private toRows({ tickets, ...entry }: AuditEntry): object[] {
    if (tickets === undefined || tickets.length <= MOST_TICKETS) return [this.toRow({ ...entry, tickets })];
    const parts = Math.ceil(tickets.length / MOST_TICKETS);
    return Array.from({ length: parts }, (_, i) =>
      this.toRow({
        ...entry,
        tickets: tickets.slice(i * MOST_TICKETS, (i + 1) * MOST_TICKETS),
        data: { ...entry.data, part: i + 1, parts, tickets: tickets.length },
      }),
    );
  }

  private toRow(entry: AuditEntry): object {
    return {
      at: new Date(this.clock.now()).toISOString(),
      actor_kind: entry.actorKind,
      actor_id: entry.actorId,
      act: entry.act,
      outcome: entry.outcome,
      about_kind: entry.about?.kind,
      about_id: entry.about?.id,
      tickets: entry.tickets,
      request_id: entry.requestId,
      data: entry.data,
      personal: entry.personal,
    };
  }
}
