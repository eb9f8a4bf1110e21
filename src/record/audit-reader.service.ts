import { Injectable } from '@nestjs/common';
import { AUDIT_ACTS, type AuditAct, type AuditOutcome } from '../audit/acts.js';
import { Database } from '../database/database.service.js';
import { say, type Lang } from '../engine/common/text.js';
import type { AuditPageDto, AuditQuery } from './audit.dto.js';

interface Row {
  seq: string;
  at: Date;
  actor_kind: string;
  actor_id: string | null;
  name: string | null;
  act: AuditAct;
  outcome: AuditOutcome;
  about_kind: string | null;
  about_id: string | null;
  tickets: string[] | null;
  request_id: string | null;
  data: Record<string, unknown>;
  personal: Record<string, string> | null;
}

const READ = `
  select a.seq, a.at, a.actor_kind, a.actor_id, u.name, a.act, a.outcome, a.about_kind, a.about_id, a.tickets,
    a.request_id, a.data, a.personal
  from audit a left join users u on u.id::text = a.actor_id
  where ($1::timestamptz is null or a.at >= $1) and ($2::timestamptz is null or a.at < $2)
    and ($3::text is null or a.actor_id = $3) and ($4::text is null or a.tickets @> array[$4])
    and ($5::text is null or a.act = $5) and ($6::text is null or a.outcome = $6)
    and ($7::bigint is null or a.seq < $7)
  order by a.seq desc limit $8`;

/** Reads the record of who did what, newest first. */
@Injectable()
export class AuditReader {
  constructor(private readonly database: Database) {}

  async page(query: AuditQuery, lang: Lang): Promise<AuditPageDto> {
    const limit = query.limit ?? 50;
    const { from, to, actor, ticket, act, outcome, cursor } = query;
    const filters = [from, to, actor, ticket, act, outcome, cursor].map((value) => value ?? null);
    // Not prepared: which index helps depends on what is asked for.
    const { rows } = await this.database.pool.query<Row>(READ, [...filters, limit + 1]);
    const items = rows.slice(0, limit).map((row) => ({
      seq: row.seq,
      at: row.at.toISOString(),
      actor: { kind: row.actor_kind, id: row.actor_id, name: row.name },
      act: row.act,
      title: say(AUDIT_ACTS[row.act], lang),
      outcome: row.outcome,
      about: row.about_kind === null ? null : { kind: row.about_kind, id: row.about_id ?? '' },
      tickets: row.tickets ?? [],
      requestId: row.request_id,
      data: row.data,
      personal: row.personal,
    }));
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
  }
}
