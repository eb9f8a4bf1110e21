import { ASKED } from '../shared/cohort-sql.js';
import { ASKED_VISITS } from './steps-sql.js';

/*
 * Which stay followed which. A visit follows those of its ticket that ended at the instant at which it began. Where an
 * advance ended several, a step inside a region of a parallel state follows the one in that region; where it passed
 * through a step without staying, the next one follows that step.
 */

/**
 * `flow`: each visit that was left, once for every stay that followed it, and each with which a ticket began. `from` is null
 * where a ticket begins (`opened`, `reopened`), `to` where nothing follows. Needs `asked_visit`.
 */
export const FLOW = `story as materialized (
  select ticket_id, no, sop_id, sop_version, step, entered_at, exited_at, left_by, regions
  from step_visits where ticket_id in (select ticket_id from asked_visit)),
pair as (
  select x.ticket_id, x.no as left_no, y.no as entered_no, y.step,
         rank() over (
           partition by y.ticket_id, y.no
           order by not (x.regions <@ y.regions or y.regions <@ x.regions),
                    case when x.entered_at = x.exited_at then -x.no else 0 end,
                    least(jsonb_array_length(x.regions), jsonb_array_length(y.regions)) desc) as place
  from story x join story y on y.ticket_id = x.ticket_id and y.entered_at = x.exited_at and y.no > x.no),
follows as (
  select * from pair where place = 1),
flow as (
  select v.ticket_id, v.no, v.sop_id, v.sop_version, v.step as "from", v.left_by as event, f.step as "to"
  from asked_visit v
  left join follows f on f.ticket_id = v.ticket_id and f.left_no = v.no
  where v.exited_at is not null
  union all
  select v.ticket_id, v.no, v.sop_id, v.sop_version, null, case when v.entered_at = t.created_at then 'opened' else 'reopened' end, v.step
  from asked_visit v join tickets t on t.id = v.ticket_id
  where not exists (select from follows f where f.ticket_id = v.ticket_id and f.entered_no = v.no))`;

/** `from`, `event`, `to` and how often, per SOP version, of the visits entered in the range that pass the filter. */
export const FLOWS = `with ${ASKED}, ${ASKED_VISITS}, ${FLOW}
select sop_id as sop, sop_version as version, "from", event, "to", count(*)::int as count
from flow group by 1, 2, 3, 4, 5
order by 1, 2, "from" collate "C" nulls first, event collate "C", "to" collate "C" nulls last`;
