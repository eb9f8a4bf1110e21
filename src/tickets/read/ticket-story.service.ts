import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Database } from '../../database/database.service.js';
import type { Lang } from '../../engine/common/text.js';
import { TeamCalendars } from '../../people/teams/team-calendars.service.js';
import { SopsService } from '../../sops/sops.service.js';
import type { OpenVisit, Ticket } from '../model/model.js';
import { PersonNames } from './person-names.service.js';
import { renderEntry, renderVisit, type Onlooker, type StoredEntry } from './render.js';
import type { HistoryPageDto } from './history-answer.dto.js';
import type { MessageAnswerDto, MessagePageDto, VisitDto } from './ticket-story.dto.js';
import { chargeVisit } from '../decide/visits.js';

interface VisitRow {
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
}

/** What happened to one ticket: its history, visits and conversation. */
@Injectable()
export class TicketStory {
  constructor(
    private readonly database: Database,
    private readonly calendars: TeamCalendars,
    private readonly sops: SopsService,
    private readonly names: PersonNames,
    private readonly clock: Clock,
  ) {}

  /** Every event of a ticket, oldest first; `cursor` is the last `seq` seen. */
  async history(ticket: Ticket, cursor: number, limit: number, lang: Lang): Promise<HistoryPageDto> {
    const sop = await this.sops.compiled(ticket.sopId, ticket.sopVersion);
    const { rows } = await this.database.pool.query<StoredEntry>(
      `select h.seq, h.type, h.at, h.actor, h.cause, h.data, h.steps, h.facts, h.escalation,
         h.recorded_by as "recordedBy", b.steps as before
       from history h left join history b on b.ticket_id = h.ticket_id and b.seq = h.seq - 1
       where h.ticket_id = $1 and h.seq > $2 order by h.seq limit $3`,
      [ticket.id, cursor, limit + 1],
    );
    return {
      items: rows.slice(0, limit).map((row) => renderEntry(row, sop, lang, ticket.lang)),
      nextCursor: rows.length > limit ? String(rows[limit - 1]?.seq) : null,
    };
  }

  /** Every stay of a ticket in a step, in order; open ones are charged up to now (definition section 8). */
  async visits(ticket: Ticket, lang: Lang): Promise<VisitDto[]> {
    const sop = await this.sops.compiled(ticket.sopId, ticket.sopVersion);
    const calendarOf = await this.calendars.all();
    const { rows } = await this.database.pool.query<VisitRow>(
      'select * from visits where ticket_id = $1 order by no',
      [ticket.id],
    );
    await this.names.know([...rows, ...ticket.openVisits].flatMap((visit) => visit.agents));
    const onlooker: Onlooker = { lang, nameOf: (id) => this.names.nameOf(id) };
    const now = this.clock.now();
    const closed = rows.map((row) => {
      const ended = { exitedAt: row.exited_at.getTime(), leftBy: row.left_by };
      return renderVisit(visitOf(row), ended, sop, onlooker);
    });
    const open = ticket.openVisits.map((visit) =>
      renderVisit(chargeVisit(visit, now, calendarOf(visit.team)), null, sop, onlooker),
    );
    return [...closed, ...open].sort((a, b) => a.no - b.no);
  }

  /**
   * The conversation from its beginning or from its end, with what was said in the tickets that were merged into this
   * one; `cursor` is the last message id seen.
   */
  async messages(
    ticket: Ticket,
    { cursor, limit, order }: { cursor: string | null; limit: number; order: 'oldest' | 'newest' },
  ): Promise<MessagePageDto> {
    const [beyond, direction] = order === 'oldest' ? (['>', 'asc'] as const) : (['<', 'desc'] as const);
    const { rows } = await this.database.pool.query<Omit<MessageAnswerDto, 'at'> & { at: Date }>(
      `with recursive family as (
         select $1::bigint as id
         union select t.id from tickets t join family f on t.merged_into = f.id)
       select m.id, m.ticket_id as "ticketId", m.seq, m.at, m."from", m.author, m.recorded_by as "recordedBy",
         m.body, m.internal, m.closing
       from messages m where m.ticket_id in (select id from family)
         and ($2::bigint is null or m.id ${beyond} $2::bigint)
       order by m.id ${direction} limit $3`,
      [ticket.id, cursor, limit + 1],
    );
    return {
      items: rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString() })),
      nextCursor: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null,
    };
  }
}

function visitOf(row: VisitRow): OpenVisit {
  return {
    no: row.no,
    step: row.step,
    kind: row.kind,
    team: row.team,
    tier: row.tier,
    skills: [],
    enteredAt: row.entered_at.getTime(),
    since: row.exited_at.getTime(),
    running: 'queue',
    parts: {
      queue: Number(row.queue_ms),
      touch: Number(row.touch_ms),
      customer: Number(row.customer_ms),
      external: Number(row.external_ms),
      offShift: Number(row.off_shift_ms),
      join: Number(row.join_ms),
    },
    holder: null,
    heldSince: null,
    agents: row.agents,
    dueAt: null,
    slaDueAt: row.sla_due_at?.getTime() ?? null,
    slaBreached: row.sla_breached,
    escalated: false,
    policy: false,
    cameFrom: null,
    regions: [],
  };
}
