import { ASKED, seenSql } from '../shared/cohort-sql.js';
import type { StepPart } from './drill-down.dto.js';
import { FLOW } from '../steps/flows-sql.js';
import { HIDDEN, pagedSql } from '../shared/paged.js';
import { BREACHED, CLOSED, NUMBERED, PARTS, VISITS } from '../steps/steps-sql.js';

/** The visits of a step that a part of its list has: those that a figure of the step's row counts. */
const STEP_PARTS: Record<StepPart, string> = {
  open: 'exited_at is null',
  finished: CLOSED,
  critical: `critical and ${CLOSED}`,
  again: 'nth > 1',
  escalated: 'escalated',
  failed: 'failed',
  due: `sla_due_at is not null and (${CLOSED} or ${BREACHED})`,
  missed: BREACHED,
};

/** `went`: the visits that went one of the ways in $15. One that parted into several regions went several, and is there once. */
const WENT = `${FLOW},
went as (
  select distinct f.ticket_id, f.no
  from flow f join jsonb_to_recordset($15::jsonb) as w("from" text, event text, "to" text)
    on w.event = f.event and w."from" is not distinct from f."from" and w."to" is not distinct from f."to")`;

/**
 * The visits behind a step's row, or a part of them, in order of ticket and visit; $10 the step (null: every one), $11 and $12 the
 * last seen, $13 the limit; `byWay`: only those that went one of the ways in $15; $14 what the caller sees.
 */
export const stepVisitsSql = ({ part, byWay }: { part?: StepPart; byWay: boolean }): string => `with recursive
${[ASKED, VISITS, NUMBERED, ...(byWay ? [WENT] : [])].join(',\n')},
counted_visit as (
  select * from numbered where $10::text is null or step = $10),
listed as (
  select v.*, ${seenSql('t', '$14')} as seen from counted_visit v join tickets t on t.id = v.ticket_id
  where ${part === undefined ? 'true' : STEP_PARTS[part]}
    and ${byWay ? '(ticket_id, no) in (select ticket_id, no from went)' : 'true'}),
page as (
select ticket_id::text as "ticketId", root::text as root, subject, status, sop_id as sop, sop_version as version, step, no, kind,
       entered_at as "enteredAt", exited_at as "exitedAt", left_by as "leftBy", team, tier, escalated, failed,
       sla_due_at as "slaDueAt", ${BREACHED} as "slaBreached", nth, critical,
       case when exited_at is not null then dwell_ms::double precision end as "dwellMs",
       ${Object.entries(PARTS)
         .map(([name, column]) => `${column}::double precision as "${name}"`)
         .join(', ')}
from listed
where seen and (ticket_id, no) > ($11::bigint, $12::int)
order by ticket_id, no limit $13)
${pagedSql({ total: 'count(*)', hidden: HIDDEN, tickets: 'count(distinct root)' }, 'page."ticketId"::bigint, page.no')}`;
