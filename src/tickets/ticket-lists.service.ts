import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/database.service.js';
import type { JsonObject } from '../engine/model.js';
import { seesAllTickets } from '../people/access.js';
import type { Person } from '../people/model.js';
import { TeamCalendars } from '../people/team-calendars.service.js';
import type { OpenVisit, Ticket } from './model.js';
import { renderTicket, renderVisit } from './render.js';
import { TicketStore } from './ticket-store.service.js';
import { chargeVisit } from './visits.js';

export interface TicketFilter {
  state?: string;
  status?: string;
  sop?: string;
  step?: string;
  team?: string;
  assignee?: string;
  customer?: string;
  q?: string;
  cursor?: string;
  limit: number;
}
export interface Page {
  items: JsonObject[];
  nextCursor: string | null;
}

/** Lists for people: tickets, a ticket's history, visits and conversation. */
@Injectable()
export class TicketLists {
  constructor(
    private readonly database: Database,
    private readonly store: TicketStore,
    private readonly calendars: TeamCalendars,
    private readonly clock: Clock,
  ) {}

  /** The tickets that this person may see, newest first. `state` and `step` both name an active step or its phase. */
  async tickets(person: Person, filter: TicketFilter): Promise<Page> {
    const where: string[] = [];
    const values: unknown[] = [];
    const add = (condition: (n: string) => string, value: unknown): void => {
      values.push(value);
      where.push(condition(`$${String(values.length)}`));
    };
    if (!seesAllTickets(person)) {
      const teams = person.teams.map((m) => m.team);
      add(
        (n) => `(t.team = any(${n}::text[]) or exists (
          select 1 from jsonb_array_elements(t.open_visits) v where v->>'team' = any(${n}::text[])))`,
        teams,
      );
    }
    for (const step of [filter.step, filter.state])
      if (step !== undefined && step !== '')
        add(
          (n) => `exists (select 1 from unnest(t.steps) s where s = ${n} or starts_with(s, ${n} || '.'))`,
          step,
        );
    if (filter.status !== undefined) add((n) => `t.status = ${n}`, filter.status);
    if (filter.sop !== undefined) add((n) => `t.sop_id = ${n}`, filter.sop);
    if (filter.team !== undefined) add((n) => `t.team = ${n}`, filter.team);
    if (filter.customer !== undefined) add((n) => `t.customer_id = ${n}`, filter.customer);
    if (filter.assignee === 'none') where.push('t.assignee is null');
    else if (filter.assignee !== undefined)
      add((n) => `t.assignee::text = ${n}`, filter.assignee === 'me' ? person.id : filter.assignee);
    if (filter.q !== undefined && filter.q.trim() !== '') {
      const words = filter.q.trim();
      add(
        (n) =>
          `(t.subject ilike ${n} or t.customer_id ilike ${n} or t.customer->>'name' ilike ${n} or t.id::text = trim('%' from ${n}))`,
        `%${words.replace(/[\\%_]/g, (c) => `\\${c}`)}%`,
      );
    }
    if (filter.cursor !== undefined) add((n) => `t.id < ${n}::bigint`, filter.cursor);
    values.push(filter.limit + 1);
    const { rows } = await this.database.pool.query<{ id: string }>(
      `select t.id from tickets t ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
       order by t.id desc limit $${String(values.length)}`,
      values,
    );
    const page = rows.slice(0, filter.limit);
    const tickets = await Promise.all(page.map((row) => this.store.read(row.id)));
    const nextCursor = rows.length > filter.limit ? (page.at(-1)?.id ?? null) : null;
    return { items: tickets.filter((t) => t !== null).map(renderTicket), nextCursor };
  }

  /** Every event of a ticket, oldest first; `cursor` is the last `seq` seen. */
  async history(ticket: Ticket, cursor: number, limit: number): Promise<Page> {
    const { rows } = await this.database.pool.query<{
      seq: number;
      type: string;
      at: Date;
      actor: JsonObject;
      cause: string;
      data: JsonObject | null;
      steps: string[];
      facts: JsonObject[] | null;
      escalation: JsonObject | null;
    }>(
      `select seq, type, at, actor, cause, data, steps, facts, escalation from history
       where ticket_id = $1 and seq > $2 order by seq limit $3`,
      [ticket.id, cursor, limit + 1],
    );
    const items = rows.slice(0, limit).map((r): JsonObject => ({ ...r, at: r.at.toISOString() }));
    return { items, nextCursor: rows.length > limit ? String(rows[limit - 1]?.seq) : null };
  }

  /** Every stay of a ticket in a step, in order; open ones are charged up to now (definition section 8). */
  async visits(ticket: Ticket): Promise<JsonObject[]> {
    const { rows } = await this.database.pool.query<{
      no: number;
      step: string;
      kind: OpenVisit['kind'];
      entered_at: Date;
      exited_at: Date;
      left_by: string;
      queue_ms: string;
      touch_ms: string;
      customer_ms: string;
      external_ms: string;
      off_shift_ms: string;
      join_ms: string;
      agents: string[];
      team: string;
      tier: number;
      sla_due_at: Date | null;
      sla_breached: boolean;
    }>('select * from visits where ticket_id = $1 order by no', [ticket.id]);
    const closed = rows.map((r) =>
      renderVisit(
        {
          no: r.no,
          step: r.step,
          kind: r.kind,
          team: r.team,
          tier: r.tier,
          skills: [],
          enteredAt: r.entered_at.getTime(),
          since: r.exited_at.getTime(),
          running: 'queue',
          parts: {
            queue: Number(r.queue_ms),
            touch: Number(r.touch_ms),
            customer: Number(r.customer_ms),
            external: Number(r.external_ms),
            offShift: Number(r.off_shift_ms),
            join: Number(r.join_ms),
          },
          holder: null,
          heldSince: null,
          agents: r.agents,
          dueAt: null,
          slaDueAt: r.sla_due_at?.getTime() ?? null,
          slaBreached: r.sla_breached,
          escalated: false,
          policy: false,
          regions: [],
        },
        { exitedAt: r.exited_at.getTime(), leftBy: r.left_by },
      ),
    );
    const calendarOf = await this.calendars.all();
    const now = this.clock.now();
    const open = ticket.openVisits.map((v) => renderVisit(chargeVisit(v, now, calendarOf(v.team)), null));
    return [...closed, ...open].sort((a, b) => Number(a['no']) - Number(b['no']));
  }

  /** The conversation, oldest first; `cursor` is the last message id seen. */
  async messages(ticket: Ticket, cursor: string, limit: number): Promise<Page> {
    const { rows } = await this.database.pool.query<{
      id: string;
      seq: number;
      at: Date;
      from: string;
      author: JsonObject;
      body: string;
      internal: boolean;
      closing: boolean;
    }>(
      `select id, seq, at, "from", author, body, internal, closing from messages
       where ticket_id = $1 and id > $2::bigint order by id limit $3`,
      [ticket.id, cursor, limit + 1],
    );
    const items = rows.slice(0, limit).map((r): JsonObject => ({ ...r, at: r.at.toISOString() }));
    return { items, nextCursor: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null };
  }
}
