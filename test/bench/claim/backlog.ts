import { clearTables } from '../../support/clear-tables.js';
import type pg from 'pg';
import { actorOf } from '../../../src/people/access/access.js';
import type { LaneJob } from '../../../src/queues/jobs.js';
import { LaneQueues } from '../../../src/queues/lanes/lane-queues.service.js';
import { QueueBackend } from '../../../src/queues/backend/queue-backend.service.js';
import { QueueRebuild } from '../../../src/queues/queue-rebuild.service.js';
import { TicketsService } from '../../../src/tickets/door/tickets.service.js';
import type { BenchApp } from '../shared/ours.js';

const BATCH = 1_000;

/** The rows of a ticket that has just been opened. */
const PATTERN = `
  select to_jsonb(t) as ticket, (select to_jsonb(w) from waiting w where w.ticket_id = t.id) as waiting,
    (select jsonb_agg(h) from history h where h.ticket_id = t.id) as history,
    coalesce((select jsonb_agg(x) from timers x where x.ticket_id = t.id), '[]') as timers
  from tickets t where t.id = $1`;

/** Tickets that differ in number and due time only: due within two days, not within the next two hours. */
const CLONE = `
  with fresh as materialized (
    select nextval(pg_get_serial_sequence('tickets', 'id')) as id,
      date_trunc('milliseconds', to_timestamp($2::float8 / 1000) + interval '2 hours' + random() * interval '48 hours') as due
    from generate_series(1, $1::int)),
  new_tickets as (
    insert into tickets select c.* from fresh cross join lateral jsonb_populate_record(null::tickets,
      $3::jsonb || jsonb_build_object('id', id, 'due_at', due, 'open_visits',
        jsonb_set($3::jsonb -> 'open_visits', '{0,dueAt}', to_jsonb((extract(epoch from due) * 1000)::bigint)))) c),
  new_history as (
    insert into history select c.* from fresh cross join jsonb_array_elements($4::jsonb) h
    cross join lateral jsonb_populate_record(null::history, h - 'seal' || jsonb_build_object('ticket_id', id)) c),
  new_timers as (
    insert into timers select c.* from fresh cross join jsonb_array_elements($5::jsonb) x
    cross join lateral jsonb_populate_record(null::timers, x || jsonb_build_object('ticket_id', id, 'due_at', due)) c)
  insert into waiting select c.* from fresh cross join lateral
    jsonb_populate_record(null::waiting, $6::jsonb || jsonb_build_object('ticket_id', id, 'due_at', due)) c
  returning ticket_id::text as "ticketId", visit_no as "visitNo", lane, due_at as "dueAt"`;

interface Pattern {
  ticket: object;
  waiting: object;
  history: object[];
  timers: object[];
}

type Waiting = LaneJob & { lane: string };

/** Waiting tickets of the bench's SOP, as many as one asks for. */
export class Backlog {
  private isFilled = false;

  private constructor(
    private readonly bench: BenchApp,
    private readonly pattern: Pattern,
  ) {}

  /** Opens one ticket through the door; the backlog is made of its copies. */
  static async open(bench: BenchApp): Promise<Backlog> {
    const door = bench.app.get(TicketsService, { strict: false });
    const { ticket } = await door.open(
      { sop: 'desk', subject: 'bench', customer: { id: 'c' } },
      { actor: actorOf(bench.person), now: Date.now() },
    );
    const { pool } = bench.database;
    const { rows } = await pool.query<Pattern>(PATTERN, [ticket.id]);
    const [pattern] = rows;
    if (!pattern) throw new Error('the pattern is gone');
    await clearTables(pool, ['waiting', 'timers', 'history', 'tickets']);
    return new Backlog(bench, pattern);
  }

  /** Brings the backlog to `size` in tables and queues; dead rows are swept, statistics are fresh. */
  async fill(size: number): Promise<void> {
    // So many at once take longer than the other connections wait for a word.
    const { slow: pool } = this.bench.database;
    const { rows } = await pool.query<{ waiting: number }>('select count(*)::int as waiting from waiting');
    const added = await this.clone(pool, size - (rows[0]?.waiting ?? 0));
    if (this.isFilled) await this.enqueue(added);
    else await this.bench.app.get(QueueRebuild, { strict: false }).rebuild(Date.now());
    this.isFilled = true;
    for (const table of ['tickets', 'waiting', 'leases', 'history', 'outbox']) {
      await pool.query(`vacuum (analyze) ${table}`);
    }
    const backend = this.bench.app.get(QueueBackend, { strict: false });
    if (backend.kind === 'postgres') await pool.query('vacuum (analyze) bullmq.job');
  }

  private async clone(pool: pg.Pool, count: number): Promise<Waiting[]> {
    if (count <= 0) return [];
    const { ticket, history, timers, waiting } = this.pattern;
    const values = [ticket, history, timers, waiting].map((rows) => JSON.stringify(rows));
    const { rows } = await pool.query<{ ticketId: string; visitNo: number; lane: string; dueAt: Date }>(
      CLONE,
      [count, Date.now(), ...values],
    );
    return rows.map((row) => ({ ...row, dueAt: row.dueAt.getTime() }));
  }

  private async enqueue(jobs: Waiting[]): Promise<void> {
    const lanes = this.bench.app.get(LaneQueues, { strict: false });
    for (let at = 0; at < jobs.length; at += BATCH) {
      const some = jobs.slice(at, at + BATCH);
      for (const lane of new Set(some.map((job) => job.lane))) {
        await lanes.add(
          lane,
          some.filter((job) => job.lane === lane),
        );
      }
    }
  }
}
